"""Lines to paragraphs: sentences that a page's layout broke are whole again.

Hard line breaks inside sentences, page numbers inside words (日 1 / 常坐班制, 培训-1- / 班), and a caption between the
halves of a sentence (it is moved behind the paragraph). Headings, list items and whole paragraphs stay on their lines.
Idempotent.
"""

from __future__ import annotations

import re
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
_SHORT_CAPTION: Final = 160
_WRAPPED_LINES: Final = 8


def apply(aligned: Aligned) -> Aligned:
    """``aligned`` with its broken paragraphs joined."""
    lines = aligned.text.split("\n")
    if all(map(_is_closed, lines)):
        return aligned
    order = _order(lines, _wrap_width(lines))
    return aligned if order == [(0, len(aligned))] else aligned.arrange(order)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a picture."""
    return len(text) <= _SHORT_CAPTION and bool(_CAPTION.search(text))


def _wrap_width(lines: list[str]) -> int:
    """The width at which the text is hard-wrapped, or 0 where it is not: most lines are then about equally long."""
    lengths = sorted(len(bare) for line in lines if (bare := line.strip()))
    if len(lengths) < _WRAPPED_LINES:
        return 0
    widest = lengths[len(lengths) * 9 // 10]
    near = sum(widest - 3 <= length <= widest + 2 for length in lengths)
    return widest if 15 <= widest <= 80 and near * 2 >= len(lengths) else 0  # a page's usual widths


def _order(lines: list[str], width: int) -> list[tuple[int, int] | str]:
    """The stretches of the text in their new order."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    pieces: list[tuple[int, int] | str] = []
    held: list[int] = []  # captions that wait for the end of the paragraph that they broke
    joined = ""  # what was joined to the line so far
    number = begun = 0  # all before ``begun`` is in ``pieces``
    while number < len(lines):
        following = None if _is_closed(lines[number]) else _continuation(lines, number, width, joined)
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


def _continuation(lines: list[str], number: int, width: int, joined: str) -> int | None:
    """The number of the line that goes on the sentence of line ``number`` (with what was joined to it), if it is broken off."""
    text = lines[number].lstrip() if joined else lines[number]
    if not _is_open(joined[-LONG:] + text, width):
        return None
    for following in range(number + 1, min(number + 8, len(lines))):
        candidate = lines[following]
        if not candidate.strip() or _ONLY_PAGE_NUMBER.match(candidate) or is_caption(candidate):
            continue
        if _STARTS_ANEW.match(candidate) or (candidate.startswith("  ") and not text.rstrip().endswith(("，", "、"))):
            return None
        return following
    return None


def _is_open(text: str, width: int) -> bool:
    """Whether a line breaks off inside a sentence."""
    bare = _without_page_number(text).strip()
    if not bare or bare[-1] in _ENDED or is_caption(text):
        return False
    if bare[-1] in "，、":
        return True
    inside = any(mark in bare[:-1] for mark in "。；") and len(bare) >= 15  # 一、…。… is no heading
    return inside or len(bare) >= LONG or bool(width and len(bare) >= width - 3)


def _is_closed(line: str) -> bool:
    """Whether the last sign of a line is enough to see that nothing is broken off; so it is for nearly all lines."""
    last = line.rstrip()[-1:]
    return not last or (last in _ENDED and last not in _DASHES)


def _without_page_number(line: str) -> str:
    last = line.rstrip()[-1:]
    return _PAGE_NUMBER.sub("", line) if last.isdecimal() or last in _DASHES else line
