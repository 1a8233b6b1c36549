"""Mend characters lost to bytes that a site's script matched out of step: 確?;顒?dòng) → 確保活動.

The site held converted text as GBK bytes. It replaced characters ``X`` by ``X(pinyin)`` and cut pieces in front of
full-width marks, both bytewise, and so also where the second byte of one character and the first of the next happen to
be an ``X`` or a mark. What follows is then read out of step, until an odd byte puts it right. The bytes that are gone
are searched for (:mod:`kg.repair.lost_bytes`): the pinyin that is left says much about them, the words of the language
and of the page say more. A spot is mended only if one reading is far likelier than all others; of a reading that is
sure but for one character, that character becomes U+FFFD. All else stays, and is in the report.

The rule of the whole: a wrong repair is far worse than none. Only pages in converted (traditional) script can be
damaged so, and text in which the search finds nothing better than what stands there is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.aligned import Edit
from kg.repair.glosses import HAN
from kg.repair.lost_bytes.decide import Decision, Verdict, decide, narrow
from kg.repair.lost_bytes.document import GLOSS, Page
from kg.repair.lost_bytes.language import common_characters
from kg.repair.lost_bytes.tables import to_simplified
from kg.repair.lost_bytes.window import BEFORE, START, pieces

NAME: Final = "bytes"

#: A long text is looked at in parts of this size; each part's statistics come from it and its neighbours.
PART: Final = 20_000
#: Spots tried in one document; a text with more is not damaged but made to keep us busy.
MOST_SPOTS: Final = 1_000
#: Pieces that one spot may reach over.
_REACH: Final = 40
#: Sound text before a spot that is looked at.
_CONTEXT: Final = 400
#: Text after a question mark that is long enough to show whether it is in step.
_GOES_ON: Final = re.compile(f"[\u201c\u201d\u300a\u300b]*[{HAN}]{{5}}")
#: Code points on either side that show which script a passage is in.
_SCRIPT: Final = 400
#: … and how many traditional characters there show it.
_LEAST_TRADITIONAL: Final = 2
_HAN: Final = re.compile(f"[{HAN}]")


def find(text: str) -> list[Edit]:
    """List the repairs of ``text``: whole ones, and ones in part with U+FFFD for what stays unknown."""
    return [
        Edit(spot.start, spot.end, spot.new, round(spot.confidence, 3), f"bytes out of step, {spot.verdict.value}")
        for spot in spots(text)
        if spot.verdict in (Verdict.REPAIRED, Verdict.PARTLY)
    ]


def report(text: str) -> list[Decision]:
    """List the damaged spots that :func:`find` leaves alone or mends only in part."""
    return [spot for spot in spots(text) if spot.verdict in (Verdict.LEFT, Verdict.PARTLY)]


def spots(text: str) -> Iterator[Decision]:
    """Decide every damaged spot, in order."""
    parts: dict[int, Page] = {}
    done, tried = 0, 0
    mended = ""  # what now stands before ``done``
    for match in START.finditer(text):
        start = match.start()
        if start < done or not _may_be_damaged(text, start) or (len(match[0]) == 1 and _goes_on(text, match.end())):
            continue
        tried += 1
        if tried > MOST_SPOTS:
            return
        part = start // PART if len(text) > 3 * PART else 1
        if part not in parts:
            parts.clear()
            parts[part] = Page(text[max(part - 1, 0) * PART : (part + 2) * PART])
        floor = max(start - _CONTEXT, done)
        context = mended * (floor == done) + GLOSS.sub("", text[floor:start])
        cut = pieces(text, start, _REACH)
        spot = decide(parts[part], context, cut, text[cut[-1].end : cut[-1].end + 1])
        spot = spot._replace(new=spot.new if "\uff0c" in text else narrow(spot.new))
        if spot.verdict is not Verdict.SOUND:
            yield spot
            done = spot.end
            mended = (context + spot.new)[-_CONTEXT:] if spot.verdict is not Verdict.LEFT else ""


def _goes_on(text: str, at: int) -> bool:
    """Whether common characters follow a question mark, and go on: out of step, rare ones come up at once.

    The search would find the same; this spares it the questions of a sound page.
    """
    stretch = _GOES_ON.match(text, at + 1)
    return stretch is not None and common_characters().issuperset(stretch[0].translate(to_simplified()))


def _may_be_damaged(text: str, start: int) -> bool:
    """Whether a character stands before the lost byte, and the passage is in converted script."""
    if start == 0 or not BEFORE.match(text, start - 1):
        return False
    passage = "".join(_HAN.findall(text, max(start - _SCRIPT, 0), start + _SCRIPT))
    both = passage.encode("gb2312", "ignore").decode("gb2312")
    traditional = len(passage) - len(both)
    simplified = len(both) - len(both.encode("big5", "ignore")) // 2
    return traditional >= _LEAST_TRADITIONAL and traditional > 3 * simplified
