"""Firms of the whole nation by their short names, before a title or organ of theirs: 中国交建|党委, 中国电建|总经理."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.lexicon.words import NATIONAL_FIRMS
from kg.model import Basis

_CHINA: Final = "中国"
_NAMES: Final = sorted((firm.removeprefix(_CHINA) for firm in NATIONAL_FIRMS if firm.startswith(_CHINA)), reverse=True)
_HEADED: Final = re.compile(
    f"{_CHINA}(?:{'|'.join(_NAMES)})(?=党[委组]|纪委|工会|董事[长会]|总经理|副总|总裁|总工程师|总会计师|总经济师|首席|监事[长会])"
)
"""Such a name with what says that it is no word for a trade: 中国建筑 is that of the country as well."""


def national_firms(page: Page) -> list[BodyMention]:
    """The firms that ``page`` names so, in order."""
    return [
        BodyMention(named.start(), named.end(), BodyRef(named[0], "enterprise"), Basis.STATED, "national firm", 0.85)
        for named in _HEADED.finditer(page.text)
        if page.mined(named.start())
    ]
