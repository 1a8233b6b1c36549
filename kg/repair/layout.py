"""Lines to paragraphs: sentences that a page's layout broke are whole again.

Hard line breaks inside sentences, page numbers inside words (工 1 / 作会议, 党支-1- / 部), and a caption between the
halves of a sentence (it is moved behind the paragraph). Headings, list items and whole paragraphs stay on their lines.
Idempotent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from typing import Final

from kg.aligned import Aligned

LONG: Final = 60
"""Code points; a line this long that ends without punctuation is a broken paragraph, not a heading."""

_ENDED: Final = frozenset("。！？；：…”’）》】.!?:;)]—·%>")
_DASHES: Final = "-—"
_PAGE_NUMBER: Final = re.compile(r"[-—]\s?\d{1,3}\s?[-—]\s*$|(?<=[\u4e00-\u9fff])\s+\d{1,3}\s*$")
_ONLY_PAGE_NUMBER: Final = re.compile(r"\s*(?:[-—]\s?\d{1,3}\s?[-—]|第\s?\d{1,3}\s?页(?:\s?共\s?\d{1,3}\s?页)?)\s*$")
_STARTS_ANEW: Final = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、是章节条篇：]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．.]|[·□■●◆★▲①-⑳]"
    r"|注释?：|附件?：|[\u4e00-\u9fff]{2,6}：)"
)
_CAPTION: Final = re.compile(
    r"（(?:左|右|中|前|后|前排|后排|主席台)[一二三四五左右中起\d]{0,3}）|^\s*(?:图为|图[一二三四\d]?：|图片说明)|(?:摄|摄影报道|/图)\s*）?\s*$"
)
_OF_CAPTIONS: Final = frozenset("（图摄")
"""Every caption holds one of these, and few lines do."""
_SHORT_CAPTION: Final = 160
_WRAPPED_LINES: Final = 8
_FULL_LINES: Final = 5
"""So many lines of prose that are as long as the longest: the page is wrapped, however many short lines there are."""
_SENTENCE_ENDS: Final = re.compile("[。！？；：][”’）》】]*$")
_WIDTHS: Final = range(15, 81)
"""The usual widths of pages, in characters."""
_IN_BRACKETS: Final = re.compile("（[^（）]*）")
_PROSE_MARK: Final = re.compile("[，。；]")
_ASCII_MARKS: Final = str.maketrans("，；：！？（）", ",;:!?()")
Fullness = Callable[[str], bool]


def apply(aligned: Aligned) -> Aligned:
    """``aligned`` with its broken paragraphs joined."""
    lines = aligned.text.split("\n")
    if all(map(_is_closed, lines)):
        return aligned
    order = _order(lines, _fullness(lines))
    return aligned if order == [(0, len(aligned))] else aligned.arrange(order)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a picture."""
    return len(text) <= _SHORT_CAPTION and not _OF_CAPTIONS.isdisjoint(text) and bool(_CAPTION.search(text))


def _fullness(lines: list[str]) -> Fullness:
    """Tells whether a line fills the width at which the text is hard-wrapped; none does where it is not wrapped.

    Most lines are then about equally long; or there are many short ones, but several of prose come up to the greatest
    length, in characters or as printed (ASCII is half as wide, marks may have been ASCII, and one may hang over the edge).
    """
    if sum(not _is_closed(line) and bool(_PROSE_MARK.search(line)) for line in lines) < _FULL_LINES - 1:
        return _never
    filled = [line for line in lines if line.strip()]
    if len(filled) < _WRAPPED_LINES:
        return _never
    prose = [line for line in filled if _PROSE_MARK.search(line)]
    if 4 * len(prose) < len(filled):
        return _never
    may_be_printed = max(map(_length, filled)) <= 2 * _WIDTHS[-1] + 5  # no character is less than half as wide as a Chinese one
    for measure, spread in ((_length, 0), (_printed, 4), (_printed_before, 4)) if may_be_printed else ():
        if width := _common_width(prose, max(map(measure, filled)), measure, spread):
            return lambda line, measure=measure, least=width - spread: measure(line) >= least  # type: ignore[misc]
    lengths = sorted(map(len, map(str.strip, filled)))
    usual = lengths[len(lengths) * 9 // 10]
    near = sum(usual - 3 <= length <= usual + 2 for length in lengths)
    return (lambda line: _length(line) >= usual - 3) if near * 2 >= len(lengths) and usual in _WIDTHS else _never


def _common_width(prose: list[str], widest: int, measure: Callable[[str], int], spread: int) -> int:
    """The width to which half of the longer lines of ``prose`` come, give or take ``spread``, and no line much over it; 0 for none."""
    counted = Counter(map(measure, prose))
    width = max(range(widest - spread, widest + 1), key=lambda width: (counted[width], width))
    full = [line for line in prose if measure(line) >= width - spread]
    near = sum(measure(line) >= width * 3 // 4 for line in prose)
    broken = sum(not _SENTENCE_ENDS.search(line.rstrip()) for line in full)
    is_usual = width // (2 if spread else 1) in _WIDTHS
    return width if is_usual and len(full) >= _FULL_LINES and 2 * len(full) >= near and 2 * broken >= len(full) else 0


def _never(_line: str) -> bool:
    return False


def _length(line: str) -> int:
    return len(line.rstrip())


def _printed(line: str) -> int:
    """The width of a line in print, in half characters."""
    return len(line.rstrip().encode("gbk", "replace"))


def _printed_before(line: str) -> int:
    """The same before marks were given one form."""
    return _printed(line.translate(_ASCII_MARKS))


def _order(lines: list[str], is_full: Fullness) -> list[tuple[int, int] | str]:
    """The stretches of the text in their new order."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    pieces: list[tuple[int, int] | str] = []
    held: list[int] = []  # captions that wait for the end of the paragraph that they broke
    joined = ""  # what was joined to the line so far
    number = begun = 0  # all before ``begun`` is in ``pieces``
    while number < len(lines):
        if not joined and _ONLY_PAGE_NUMBER.match(lines[number]):
            pieces.append((begun, starts[number]))
            number += 1
            begun = min(starts[number], starts[-1] - 1)
            continue
        full = is_full(lines[number])
        following = None if _is_closed(lines[number]) and not full else _continuation(lines, number, joined, full=full)
        if following is None:
            for caption in held:
                pieces += [(begun, starts[number + 1] - 1), "\n", (starts[caption], starts[caption + 1] - 1)]
                begun = starts[number + 1] - 1
            held, joined = [], ""
            number += 1
            continue
        line = lines[number].lstrip() if joined else lines[number]
        kept = _without_page_number(line).rstrip()
        pieces.append((begun, starts[number] + len(lines[number]) - len(line) + len(kept)))
        held += [between for between in range(number + 1, following) if is_caption(lines[between])]
        joined += kept
        begun = starts[following + 1] - 1 - len(lines[following].lstrip())
        number = following
    return [*pieces, (begun, starts[-1] - 1)]


def _continuation(lines: list[str], number: int, joined: str, *, full: bool) -> int | None:
    """The number of the line that goes on the sentence of line ``number`` (with what was joined to it), if it is broken off."""
    text = lines[number].lstrip() if joined else lines[number]
    if not (_is_broken(text) if full else _is_open(joined[-LONG:] + text)):
        return None
    for following in range(number + 1, min(number + 8, len(lines))):
        candidate = lines[following]
        if not candidate.strip() or _ONLY_PAGE_NUMBER.match(candidate) or is_caption(candidate):
            continue
        if _STARTS_ANEW.match(candidate) and not full:
            return None
        if candidate.startswith("  ") and not text.rstrip().endswith(("，", "、")):
            return None
        return following
    return None


def _is_broken(line: str) -> bool:
    """Whether a line that is full breaks off inside a sentence: all do that end with none, be it with a per cent sign."""
    bare = _without_page_number(line).strip()
    return bool(bare) and not _SENTENCE_ENDS.search(bare) and not _IN_BRACKETS.fullmatch(bare) and not is_caption(line)


def _is_open(text: str) -> bool:
    """Whether a line, with what was joined to it, breaks off inside a sentence."""
    bare = _without_page_number(text).strip()
    if not bare or bare[-1] in _ENDED or is_caption(text):
        return False
    if bare[-1] in "，、":
        return True
    inside = any(mark in bare[:-1] for mark in "。；") and len(bare) >= 15  # 一、…。… is no heading
    return inside or len(bare) >= LONG


def _is_closed(line: str) -> bool:
    """Whether the last sign of a line is enough to see that nothing is broken off; so it is for nearly all lines."""
    last = line.rstrip()[-1:]
    return not last or (last in _ENDED and last not in _DASHES)


def _without_page_number(line: str) -> str:
    last = line.rstrip()[-1:]
    return _PAGE_NUMBER.sub("", line) if last.isdecimal() or last in _DASHES else line
