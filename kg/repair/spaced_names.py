"""Names spaced out for layout: 王 磊 is 王磊."""

from __future__ import annotations

import re
from typing import Final

from kg.aligned import Edit
from kg.lexicon.people import SURNAMES

_SPACES: Final = re.compile(r" (?<=[\u4e00-\u9fff] )(?<![\u4e00-\u9fff]{2} ) {0,3}(?=([\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff]))")
"""The blanks between one character and one or two that stand alone."""


def find(text: str) -> list[Edit]:
    """An edit for the blanks between a surname and a given name of one or two characters that stand alone."""
    edits: list[Edit] = []
    given = 0  # where the last name ends: in 王 林 李 四, 林 is no surname
    for match in _SPACES.finditer(text):
        if match.start() > given and text[match.start() - 1] in SURNAMES:
            edits.append(Edit(match.start(), match.end(), ""))
            given = match.end(1)
    return edits
