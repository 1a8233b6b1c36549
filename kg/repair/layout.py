"""Lines to paragraphs: sentences that a page's layout broke are whole again.

Hard line breaks inside sentences, page numbers inside words (工 1 / 作会议, 党支-1- / 部), and a caption between the
halves of a sentence (it is moved behind the paragraph). Headings, list items and whole paragraphs stay on their lines.
Idempotent.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from kg.aligned import Aligned
from kg.repair.line_ends import (
    ENDED,
    SENTENCE_ENDS,
    ends_in_page_number,
    is_closed,
    is_page_number,
    may_be_page_number,
    without_page_number,
)
from kg.repair.wrapping import INDENT, PROSE_MARK, Setting

LONG: Final = 60
"""Code points; a line this long that ends without punctuation is a broken paragraph, not a heading."""

_BAR, _BARS = "|", 3
"""What parts the links of a navigation bar (首页 | 国内 | 国际 | 社会), which breaks nothing off, and how many make one."""
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
_PICTURES: Final = (".jpg", ".JPG", ".jpeg", ".png", ".PNG", ".gif", ".bmp")
"""Ends of the name of a picture, which a page may show in its place."""
_GAP: Final = re.compile(r"[ \u3000]{2,}")
_CLOSES_TITLE: Final = re.compile("[^《》\n]{1,60}》")
_OF_PAPERS: Final = re.compile("的(?:[\u4e00-\u9fff]{0,4}(?:通知|通报|意见|决定|决议|报告|方案|办法|规定|批复|请示|公告|函))$")
"""What a title that begins with 关于 ends with."""
_IN_BRACKETS: Final = re.compile("（[^（）]*）")


def apply(aligned: Aligned) -> Aligned:
    """``aligned`` with its broken paragraphs joined."""
    lines = aligned.text.split("\n")
    if all(map(is_closed, lines)):
        return aligned
    order = _order(lines, Setting(lines))
    return aligned if order == [(0, len(aligned))] else aligned.arrange(order)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a picture."""
    return len(text) <= _SHORT_CAPTION and not _OF_CAPTIONS.isdisjoint(text) and bool(_CAPTION.search(text))


def _order(lines: list[str], page: Setting) -> list[tuple[int, int] | str]:
    """The stretches of the text in their new order."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    pieces: list[tuple[int, int] | str] = []
    held: list[int] = []  # captions that wait for the end of the paragraph that they broke
    joined = ""  # what was joined to the line so far
    number = begun = 0  # all before ``begun`` is in ``pieces``
    while number < len(lines):
        if not joined and is_page_number(lines[number]):
            pieces.append((begun, starts[number]))
            number += 1
            begun = min(starts[number], starts[-1] - 1)
            continue
        done = is_closed(lines[number]) and not page.is_full(lines[number])
        following = None if done else _continuation(lines, number, joined, page)
        if following is None:
            for caption in held:
                pieces += [(begun, starts[number + 1] - 1), "\n", (starts[caption], starts[caption + 1] - 1)]
                begun = starts[number + 1] - 1
            held, joined = [], ""
            number += 1
            continue
        line = lines[number].lstrip() if joined else lines[number]
        kept = without_page_number(line).rstrip()
        pieces.append((begun, starts[number] + len(lines[number]) - len(line) + len(kept)))
        held += [between for between in range(number + 1, following) if is_caption(lines[between])]
        joined += kept
        begun = starts[following + 1] - 1 - len(lines[following].lstrip())
        number = following
    return [*pieces, (begun, starts[-1] - 1)]


def _continuation(lines: list[str], number: int, joined: str, page: Setting) -> int | None:
    """The number of the line that goes on the sentence of line ``number`` (with what was joined to it), if it is broken off."""
    text = lines[number].lstrip() if joined else lines[number]
    full = page.is_full(lines[number])
    is_open = _is_broken(text) if full else _is_open(joined[-LONG:] + text)
    titled = not is_open and _begins_title(text)
    if not is_open and not titled and not ends_in_page_number(text) and not _may_run_on(text, joined, page):
        return None
    for following in range(number + 1, min(number + 8, len(lines))):
        candidate = lines[following]
        if not candidate.strip() or is_page_number(candidate) or may_be_page_number(candidate) or is_caption(candidate):
            continue
        if titled:
            return following if _ends_title(text, candidate) else None
        if _STARTS_ANEW.match(candidate) and not full:
            return None
        if candidate.startswith(INDENT) and not text.rstrip().endswith(("，", "、")):
            return None
        return following if is_open or PROSE_MARK.search(candidate) else None
    return None


def _begins_title(line: str) -> bool:
    """Whether a line breaks off inside the title of a document: in 《 that nothing closes, or 关于… that is none yet."""
    bare = line.strip()
    return bare.rfind("《") > bare.rfind("》") or (bare.startswith("关于") and PROSE_MARK.search(bare) is None)


def _ends_title(line: str, candidate: str) -> bool:
    """Whether the next line closes the title that ``line`` begins."""
    if "《" in line:
        return _CLOSES_TITLE.match(candidate) is not None
    return _OF_PAPERS.search(line) is None and _OF_PAPERS.search(candidate) is not None and PROSE_MARK.search(candidate) is None


def _may_run_on(line: str, joined: str, page: Setting) -> bool:
    """Whether a line of a paragraph, on a page that indents them, has a mark that headings have not, and goes on behind the last one."""
    if not joined and not line.startswith(INDENT):
        return False
    bare = line.strip()
    return bool(PROSE_MARK.search(bare)) and bare[-1] not in ENDED and not is_caption(line) and page.indented


def _is_broken(line: str) -> bool:
    """Whether a line that is full breaks off inside a sentence: all do that end with none, be it with a per cent sign."""
    bare = without_page_number(line).strip()
    return bool(bare) and not SENTENCE_ENDS.search(bare) and not _IN_BRACKETS.fullmatch(bare) and not is_caption(line)


def _is_open(text: str) -> bool:
    """Whether a line, with what was joined to it, breaks off inside a sentence."""
    bare = without_page_number(text).strip()
    if not bare or bare[-1] in ENDED or is_caption(text) or bare.count(_BAR) >= _BARS or bare.endswith(_PICTURES):
        return False
    if bare[-1] in "，、":
        return True
    inside = any(mark in bare[:-1] for mark in "。；") and len(bare) >= 15  # 一、…。… is no heading
    return inside or len(_GAP.sub("", bare)) >= LONG  # what stands far apart on a line are credits, and no sentence
