"""Width, quotation marks, punctuation and invisible characters: one written form for what is one sign.

Chinese pages mix 「」, “”, ASCII and full-width marks for the same thing. Grammar and canonical names need one form:
full-width Chinese punctuation, half-width digits and Latin letters, “” for quotations. Idempotent.
"""

from __future__ import annotations

import re
from typing import Final

from kg.aligned import Edit

_HAN: Final = re.compile("[\u4e00-\u9fff]")

_ONE_TO_ONE: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
        "\u3000": " ",
        "\xa0": " ",
        "\t": " ",
        "％": "%",
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
)
_INNER_QUOTES: Final = str.maketrans({"『": "‘", "』": "’"})
_OUTER_QUOTES: Final = str.maketrans({"『": "“", "』": "”"})
_WIDE: Final = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}

# A mark between digits is part of a number or a time; URLs keep their marks.
_ASCII_MARK: Final = re.compile(r"https?://[\w./?=&%:#~+@-]+|www\.[\w./?=&%:#~+@-]+|(?<!\d)[,:]|[,:](?!\d)|[;!?()]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|\r(?=\n)")
_STRAIGHT: Final = re.compile('"([^"\n]{1,200})"')


def find(text: str) -> list[Edit]:
    """One edit for the whole text, character for character, and one for each run of invisible characters."""
    if not _HAN.search(text):
        return []
    new = text.translate(_ONE_TO_ONE)
    if "『" in new:
        new = new.translate(_INNER_QUOTES if "「" in text or "“" in text else _OUTER_QUOTES)
    new = _ASCII_MARK.sub(lambda match: _WIDE.get(match[0], match[0]), new)
    if '"' in new:
        new = _STRAIGHT.sub(r"“\1”", new)
    new = re.sub("\r(?!\n)", "\n", new)
    return _stretches(text, new)


def _stretches(text: str, new: str) -> list[Edit]:
    """Edits that turn ``text`` into ``new`` (as long) and drop its invisible characters."""
    edits: list[Edit] = []
    at = 0
    for invisible in _INVISIBLE.finditer(text):
        _add(edits, text, new, at, invisible.start())
        edits.append(Edit(invisible.start(), invisible.end(), "", note="invisible"))
        at = invisible.end()
    _add(edits, text, new, at, len(text))
    return edits


def _add(edits: list[Edit], text: str, new: str, start: int, end: int) -> None:
    if text[start:end] != new[start:end]:
        edits.append(Edit(start, end, new[start:end], note="one written form"))
