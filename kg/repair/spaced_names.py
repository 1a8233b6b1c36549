"""Names spaced out for layout: 王 磊 is 王磊."""

from __future__ import annotations

import re
from typing import Final

from kg.aligned import Edit
from kg.lexicon.people import SURNAMES

_SPACED: Final = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])([ ]{1,4})([\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff])")


def find(text: str) -> list[Edit]:
    """An edit for the blanks between a surname and a given name of one or two characters that stand alone."""
    return [Edit(match.start(2), match.end(2), "") for match in _SPACED.finditer(text) if match[1] in SURNAMES]
