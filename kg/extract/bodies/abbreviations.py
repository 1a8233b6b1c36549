"""Names that a page gives to bodies for short: 宏达机械有限公司（以下简称“宏机公司”）."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.extract.scan import Scanner
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_DEFINED: Final = re.compile("（(?:以下|下文)?简称(?:为)?：?“?([\u4e00-\u9fff]{2,10})”?）")
_SHORTEST: Final = 3
"""Characters of a name that is looked for wherever it stands; shorter ones are parts of too many words."""


def defined(page: Page, mentions: list[BodyMention]) -> dict[str, BodyRef]:
    """The short names that ``page`` gives, and the bodies before them."""
    if "简称" not in page.text:
        return {}
    ends = {mention.end: mention.body for mention in mentions}
    return {match[1]: ends[match.start()] for match in _DEFINED.finditer(page.text) if match.start() in ends}


def named(page: Page, names: dict[str, BodyRef]) -> list[BodyMention]:
    """Where ``page`` names bodies so, in order; heads such as 公司 are read elsewhere (own.py)."""
    proper = [name for name in names if len(name) >= _SHORTEST and name not in SUFFIXES]
    if not proper:
        return []
    hits = [hit for hit in Scanner(proper, once=True).scan(page.text) if page.mined(hit.start)]
    return [
        BodyMention(hit.start, hit.end, names[hit.text], Basis.CONTEXT, "abbreviation", 0.88)
        for hit in hits
        if not page.text.startswith(names[hit.text].name, hit.start)
    ]
