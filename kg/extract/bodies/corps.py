"""The Xinjiang Production and Construction Corps by its short name (兵团党委), and its divisions that are cities (八师石河子市, 师市党委)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract import places
from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.lexicon import divisions
from kg.model import Basis

_NAME: Final = "新疆生产建设兵团"
_CODES: Final = "6590"
"""The first digits of the codes of the cities that the Corps governs."""
_OTHERS: Final = re.compile(
    "(?:内蒙古?|黑龙江|东北|兰州|云南|广东|广州|福建|安徽|江苏|浙江|山东|湖北|江西|广西|西藏)(?:军区)?(?:生产)?(?:建设)?兵团"
)
"""The corps that other provinces had until 1976: 云南生产建设兵团."""
_ARMIES: Final = re.compile(r"[一二三四五六七八九十\d]兵团")
"""兵团 of an army: 第三兵团."""
_XINJIANG: Final = re.compile("新疆|师市|团场|农[一二三四五六七八九十]{1,2}师")
_CORPS: Final = re.compile(
    r"(?:新疆兵团|兵团(?<!建设兵团)(?<![一二三四五六七八九十\d]兵团))(?!精神|[第一二三四五六七八九十][^ 、，。]{0,3}师)"
)
_ORGANS: Final = re.compile(
    "党[委组校史办]|纪[委检]|司令|政委|机关|直属|工会|团委|常委|党政|[\u4e00-\u9fff]{2,6}[局厅办](?:党组|[副局厅主])"
)
"""What behind 兵团 says that it is no army's."""
_CITY: Final = "[第农]?[一二三四五六七八九十]{{1,3}}师({cities})(?!委(?!员)|人?民?政府|市?长)"
_REGIMENT: Final = re.compile(
    "(?:第?[一二三四五六七八九十]{1,6}|\\d{1,3})团(?=党|政委|机关|纪委|工会|团委|副?团长|[一二三四五六七八九十\\d]{1,2}连)"
)
_TOGETHER: Final = re.compile("师市(?!场)")


def corps(page: Page) -> list[BodyMention]:
    """Where the mined zones of ``page`` name the Corps for short, or a division and its city as one, in order."""
    found = list(_divisions(page)) if "师" in page.text else []
    named = [match for match in _CORPS.finditer(page.text) if page.mined(match.start())]
    if named and _is_of_xinjiang(page.text, named):
        body = BodyRef(_NAME, "military", places.named("新疆")[0])
        found += [BodyMention(match.start(), match.end(), body, Basis.CONTEXT, "corps", 0.85) for match in named]
    return found


def _is_of_xinjiang(text: str, named: list[re.Match[str]]) -> bool:
    """Whether 兵团 is the Corps of Xinjiang: the text says so, or gives it an organ of its own and speaks of no army."""
    if _OTHERS.search(text):
        return False
    if _XINJIANG.search(text):
        return True
    return any(_ORGANS.match(text, match.end()) for match in named) and not _ARMIES.search(text)


def _divisions(page: Page) -> list[BodyMention]:
    """The divisions that are named with their cities, and 师市 where there is one alone."""
    named = list(_cities().finditer(page.text))
    found = [_mention(match, BodyRef(match[0], "military", scope=page.source), Basis.STATED) for match in named]
    found = [_with_regiment(page, mention) for mention in found]
    if len({match[1] for match in named}) == 1:
        found += [_mention(match, found[0].body, Basis.CONTEXT) for match in _TOGETHER.finditer(page.text)]
    return [mention for mention in found if page.mined(mention.start)]


def _with_regiment(page: Page, mention: BodyMention) -> BodyMention:
    """``mention``, or the regiment of the division that is named right behind it: 第一师阿拉尔市|八团."""
    regiment = _REGIMENT.match(page.text, mention.end)
    if regiment is None:
        return mention
    return mention._replace(end=regiment.end(), body=mention.body.part(regiment[0], "military"))


def _mention(match: re.Match[str], body: BodyRef, basis: Basis) -> BodyMention:
    return BodyMention(match.start(), match.end(), body, basis, "division and city", 0.85)


@cache
def _cities() -> re.Pattern[str]:
    """A division with its city."""
    rows = divisions.load().by_id.values()
    names = sorted({division.name for division in rows if any(code.startswith(_CODES) for code, *_ in division.codes)})
    return re.compile(_CITY.format(cities="|".join(names)))
