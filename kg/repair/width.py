"""Width, quotation marks, punctuation and invisible characters: one written form for what is one sign.

Chinese pages mix 「」, “”, ASCII and full-width marks for the same thing. Grammar and canonical names need one form:
full-width Chinese punctuation, half-width digits and Latin letters, “” for quotations. Idempotent.

Sound text is only looked through, for one class of characters; each run of them that changes is an edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.aligned import Edit

_HAN: Final = re.compile("[\u4e00-\u9fff]")

_FORMS: Final = {
    **{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    "\u3000": " ",
    "\xa0": " ",
    "\t": " ",
    "％": "%",
    "℅": "%",
    "﹪": "%",
    "．": ".",
    "／": "/",
    "～": "~",
    "「": "“",
    "」": "”",
    "〝": "“",
    "〞": "”",
    "〈": "《",
    "〉": "》",
    "﹑": "、",
    "•": "·",
    "‧": "·",
    "・": "·",
    "﹒": "·",
    "〃": "·",
}
_WIDE: Final = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_INNER: Final = str.maketrans({**_FORMS, **_WIDE, "『": "‘", "』": "’"})
_OUTER: Final = str.maketrans({**_FORMS, **_WIDE, "『": "“", "』": "”"})
_VARIANT: Final = f"[{re.escape(''.join(map(chr, _INNER)))}]"
_VARIANTS: Final = re.compile(f"({_VARIANT}{_VARIANT}*)")  # three times as fast to look for as a class with a plus
_MARKS: Final = ("、", "。", "；", "，")
_DOUBLED: Final = re.compile("，(?=[，、。；])")
"""A comma that some pages have in front of the mark that belongs there: 甲,、乙."""
_MARK_IN_NUMBER: Final = re.compile(r"(?<=\d)[,:](?=\d)")

_LINK_BEGINS: Final = re.compile("[hｈwｗ](?:(?<=[hｈ])[tｔ]{2}[pｐ]|(?<=[wｗ])[wｗ]{2}[.．])")
_LINK: Final = re.compile(r"(?:https?://|www\.)[\w./?=&%:#~+@-]+")
_PLAIN: Final = str.maketrans(_FORMS)
_MARKS_AWAY: Final = str.maketrans(":?", "--")

_SHY: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE: Final = re.compile(f"[{_SHY}][{_SHY}]*")
_CARRIAGE_RETURN: Final = re.compile("\r\n?")
# At most 200 characters that can be seen: a quotation mark that never closes must not pair with one far away.
_STRAIGHT: Final = re.compile(f'"[{_SHY}]*(?:[^"\n{_SHY}][{_SHY}]*){{1,200}}"')


def find(text: str) -> list[Edit]:
    """One edit for each run of signs in another form, and for each run of invisible ones."""
    if not _HAN.search(text):
        return []
    edits = list(_other_forms(text))
    more = [*_invisible(text), *_straight_quotes(text), *_line_ends(text)]
    return sorted(edits + more) if more else edits


def _other_forms(text: str) -> Iterator[Edit]:
    forms = _INNER if "「" in text or "“" in text else _OUTER
    seen = _without_links(text) if _LINK_BEGINS.search(text) else text
    pieces = _VARIANTS.split(seen)  # half the time of a loop over matches
    end = 0
    for before, run in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(before)
        end = start + len(run)
        new = run.translate(forms)
        if (before[-1:].isdecimal() or end > start + 1) and ("," in run or ":" in run):
            new = _numbers_kept(seen, run, new, start)
        if "，" in new and (seen[end : end + 1] in _MARKS or len(new) > 1):
            new = _single(new, seen[end : end + 1])
        if new != run:
            yield Edit(start, end, new, 1.0, "one written form")


def _numbers_kept(text: str, run: str, new: str, start: int) -> str:
    """``new``, the new form of ``run``, with the marks between digits (3:30, 1,234) as they were."""
    signs = list(new)
    for match in _MARK_IN_NUMBER.finditer(text, start, start + len(run) + 1):
        at = match.start() - start
        signs[at] = run[at]
    return "".join(signs)


def _single(new: str, behind: str) -> str:
    """``new`` without commas in front of other marks; ``behind`` is the character after it."""
    return _DOUBLED.sub("", new + behind).removesuffix(behind)


def _without_links(text: str) -> str:
    """``text`` with nothing in its links that looks like a mark of Chinese text."""
    pieces = []
    at = 0
    for link in _LINK.finditer(text.translate(_PLAIN)):
        pieces += [text[at : link.start()], text[link.start() : link.end()].translate(_MARKS_AWAY)]
        at = link.end()
    return "".join([*pieces, text[at:]])


def _invisible(text: str) -> Iterator[Edit]:
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "", note="invisible")


def _straight_quotes(text: str) -> Iterator[Edit]:
    if '"' in text:
        for match in _STRAIGHT.finditer(text):
            yield Edit(match.start(), match.start() + 1, "“", note="one written form")
            yield Edit(match.end() - 1, match.end(), "”", note="one written form")


def _line_ends(text: str) -> Iterator[Edit]:
    if "\r" in text:
        for match in _CARRIAGE_RETURN.finditer(text):
            new = "\n" if len(match[0]) == 1 else ""
            yield Edit(match.start(), match.start() + 1, new, note="line end")
