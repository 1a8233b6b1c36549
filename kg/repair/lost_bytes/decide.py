"""Decide a spot: weigh the paths of the search against each other, and repair only what is sure."""

from __future__ import annotations

from enum import Enum
from math import exp
from typing import Final, NamedTuple

from kg.repair.lost_bytes.codec import NARROW
from kg.repair.lost_bytes.document import Page
from kg.repair.lost_bytes.forward import reads_as
from kg.repair.lost_bytes.paths import Path
from kg.repair.lost_bytes.search import VANISHED, Search
from kg.repair.lost_bytes.tables import to_simplified
from kg.repair.lost_bytes.window import Piece
from kg.repair.lost_bytes.words import cost_of_words

#: Paths that are weighed by words.
FINALISTS: Final = 24
#: … and how much worse than the best one's their characters may be.
OUT_OF_REACH: Final = 14.0
#: Sharpness of the belief that costs stand for; fitted on generated spots in text of our own.
SHARPNESS: Final = 1.0
#: Share of belief that a repair must have, by the number of vanished pairs in it: where two vanished without trace, the
#: search cannot see all that it did not try, and they are never sure. Set on damaged ``seeds/``, ``tests/gold`` and
#: ``bench/prose``, for less than one wrong in a hundred.
SURE: Final = (0.94, 0.96, 1.1, 1.1)
#: … of one mended in part; what a character is lost for may also have been two.
SURE_IN_PART: Final = 0.99
#: A shorter repair is not worth making in part.
LEAST_IN_PART: Final = 3
#: Sound text before a spot that is weighed with it.
CONTEXT: Final = 8
#: Weight of the words against the characters; set like the shares above.
WORDS: Final = 0.5
#: A quotation mark that closes what was not opened, or opens what is open.
_UNBALANCED: Final = 6.0
_PAIRS: Final = ("“”", "《》", "【】", "\uff08\uff09")
_WIDE_BRACKETS: Final = str.maketrans("()", "\uff08\uff09")


class Verdict(Enum):
    """What became of a spot."""

    REPAIRED = "repaired"
    PARTLY = "repaired in part"
    LEFT = "left as it is"
    SOUND = "not damaged"


class Decision(NamedTuple):
    """A verdict on ``text[start:end]``, what it becomes, and how sure that is."""

    verdict: Verdict
    start: int
    end: int
    new: str
    confidence: float


def decide(page: Page, context: str, pieces: list[Piece], then: str = "") -> Decision:
    """Decide the spot that begins with the first of ``pieces``, after the sound text ``context`` and before ``then``."""
    start = pieces[0].start
    paths = Search(page, context, pieces, then).run()
    if not paths:
        return Decision(Verdict.LEFT, start, pieces[0].end, "", 0.0)
    worst = paths[0].cost + OUT_OF_REACH
    paths = [path for path in paths[:FINALISTS] if path.cost <= worst]
    weighed = sorted((_weigh(page, context, path), path) for path in paths)
    best_cost, best = weighed[0]
    beliefs = [exp(-SHARPNESS * (cost - best_cost)) for cost, _ in weighed]
    whole = sum(beliefs)
    end = best.synced
    confidence = 1 / whole
    if best.text.startswith("?") and best.kept == 0:
        return Decision(Verdict.SOUND, start, start + 1, "?", confidence)
    new = best.text[: best.kept]
    if not reads_as(best.text, pieces):
        return Decision(Verdict.LEFT, start, end, new, 0.0)
    if confidence >= SURE[best.vanished]:
        verdict = Verdict.PARTLY if "\ufffd" in new else Verdict.REPAIRED
        return Decision(verdict, start, end, new, confidence)
    believed = [(belief / whole, path) for belief, (_, path) in zip(beliefs, weighed, strict=True)]
    partial = _in_part(best, believed)
    if partial:
        return Decision(Verdict.PARTLY, start, end, *partial)
    return Decision(Verdict.LEFT, start, end, new, confidence)


def _in_part(best: Path, believed: list[tuple[float, Path]]) -> tuple[str, float] | None:
    """Put U+FFFD for the one character that is not sure, if the others are."""
    size = best.kept
    if best.vanished or size < LEAST_IN_PART:
        return None
    shares = [0.0] * size
    for belief, path in believed:
        if path.kept == size and path.synced == best.synced and len(path.text) == len(best.text):
            for at in range(size):
                if path.text[at] == best.text[at]:
                    shares[at] += belief
    doubtful = [at for at in range(size) if shares[at] < SURE_IN_PART]
    if len(doubtful) != 1:
        return None
    at = doubtful[0]
    return best.text[:at] + "\ufffd" + best.text[at + 1 : size], min(s for n, s in enumerate(shares) if n != at)


def _weigh(page: Page, context: str, path: Path) -> float:
    """The cost of a path with its words, and with its quotation marks in order."""
    simple = (context[-CONTEXT:] + path.text).translate(to_simplified())
    by_words = cost_of_words(simple, page.words.at) + VANISHED * path.vanished
    return (1 - WORDS) * path.cost + WORDS * by_words + _quotes(context, path.text)


def _quotes(context: str, text: str) -> float:
    """What quotation marks and brackets out of order cost."""
    line = context.rpartition("\n")[2].translate(_WIDE_BRACKETS)
    text = text.translate(_WIDE_BRACKETS)
    against = 0.0
    for opening, closing in _PAIRS:
        if opening not in text and closing not in text:
            continue
        open_ = line.rfind(opening) > line.rfind(closing)
        for character in text:
            if character == opening:
                against += _UNBALANCED if open_ else 0.0
                open_ = True
            elif character == closing:
                against += 0.0 if open_ else _UNBALANCED
                open_ = False
    return against


def narrow(text: str) -> str:
    """Write marks as the page does that has only ASCII ones."""
    return "".join(NARROW.get(character, character) for character in text)
