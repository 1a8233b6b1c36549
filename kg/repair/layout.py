"""Lines to paragraphs: sentences that a page's layout broke are whole again.

Hard line breaks inside sentences, page numbers inside words (日 1 / 常坐班制, 培训-1- / 班), and a caption between the
halves of a sentence (it is moved behind the paragraph). Headings, list items and whole paragraphs stay on their lines.
Idempotent.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.aligned import Aligned

LONG: Final = 60
"""Code points; a line this long that ends without punctuation is a broken paragraph, not a heading."""

_ENDED: Final = frozenset("。！？；：…”’）》】.!?:;)]—·%>")
_PAGE_NUMBER: Final = re.compile(r"\s*[-—]\s?\d{1,3}\s?[-—]\s*$|(?<=[\u4e00-\u9fff])\s+\d{1,3}\s*$")
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


class Line(NamedTuple):
    """A line's place in the text, without its end, and its text without the page number behind it."""

    start: int
    end: int
    text: str


def apply(aligned: Aligned) -> Aligned:
    """``aligned`` with its broken paragraphs joined."""
    lines = _lines(aligned.text)
    if len(lines) <= 1:
        return aligned
    width = _wrap_width(lines)
    order = _order(lines, width)
    if order == list(_as_it_is(lines)):
        return aligned
    return aligned.arrange(order)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a picture."""
    return len(text) <= _SHORT_CAPTION and bool(_CAPTION.search(text))


def _lines(text: str) -> list[Line]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), line))
        start += len(line) + 1
    return lines


def _as_it_is(lines: list[Line]) -> list[tuple[int, int]]:
    last = len(lines) - 1
    return [(line.start, line.end + (number < last)) for number, line in enumerate(lines)]


def _wrap_width(lines: list[Line]) -> int:
    """The width at which the text is hard-wrapped, or 0 where it is not: most lines are then about equally long."""
    lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
    if len(lengths) < _WRAPPED_LINES:
        return 0
    widest = lengths[len(lengths) * 9 // 10]
    near = sum(widest - 3 <= length <= widest + 2 for length in lengths)
    return widest if 15 <= widest <= 80 and near * 2 >= len(lengths) else 0  # a page's usual widths


def _order(lines: list[Line], width: int) -> list[tuple[int, int] | str]:
    """The stretches of the text in their new order."""
    pieces: list[tuple[int, int] | str] = []
    held: list[Line] = []  # captions that wait for the end of the paragraph that they broke
    joined = ""  # what was joined to the line so far
    number = 0
    while number < len(lines):
        line = lines[number]
        following = _continuation(lines, number, width, joined)
        if following is None:
            pieces.append((line.start, line.end))
            for caption in held:
                pieces += ["\n", (caption.start, caption.end)]
            held, joined = [], ""
            number += 1
            if number < len(lines):
                pieces.append((line.end, line.end + 1))
            continue
        kept = len(_PAGE_NUMBER.sub("", line.text).rstrip())
        pieces.append((line.start, line.start + kept))
        held += [between for between in lines[number + 1 : following] if is_caption(between.text)]
        joined += line.text[:kept]
        number = following
        lines[number] = _unindented(lines[number])
    return pieces


def _unindented(line: Line) -> Line:
    blank = len(line.text) - len(line.text.lstrip())
    return Line(line.start + blank, line.end, line.text[blank:])


def _continuation(lines: list[Line], number: int, width: int, joined: str) -> int | None:
    """The number of the line that goes on the sentence of line ``number`` (with what was joined to it), if it is broken off."""
    text = lines[number].text
    if not _is_open(joined[-LONG:] + text, width):
        return None
    for following in range(number + 1, min(number + 8, len(lines))):
        candidate = lines[following].text
        if not candidate.strip() or _ONLY_PAGE_NUMBER.match(candidate) or is_caption(candidate):
            continue
        if _STARTS_ANEW.match(candidate) or (candidate.startswith("  ") and not text.rstrip().endswith(("，", "、"))):
            return None
        return following
    return None


def _is_open(text: str, width: int) -> bool:
    """Whether a line breaks off inside a sentence."""
    bare = _PAGE_NUMBER.sub("", text).strip()
    if not bare or bare[-1] in _ENDED or is_caption(text):
        return False
    if bare[-1] in "，、":
        return True
    inside = any(mark in bare[:-1] for mark in "。；") and len(bare) >= 15  # 一、…。… is no heading
    return inside or len(bare) >= LONG or bool(width and len(bare) >= width - 3)
