"""Places that an article names and that are not its own: from which guests come, to which somebody goes, from which a report is sent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kg.extract.context.own import SLOT_OF_LEVEL_WORD
from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef
from kg.segment import Zone

_OURS: Final = "我(省|市|州|盟|县|区|旗|镇|乡|街道|村|社区)"
_DELEGATION: Final = "(?:考察团|代表团|参观团|学习团|访问团|考察组)"
_GUESTS: Final = re.compile(
    rf"[^，。；！？\n]{{0,16}}?(?:{_DELEGATION}|客商|企业家|同仁|客人)[^，。；！？\n]{{0,12}}?"
    rf"(?:来到?|到|赴|莅临|走进|考察了?|参观了?)(?:参观考察|考察|参观)?{_OURS}"
    rf"|[^，。；！？\n]{{0,20}}?(?:来到?|到|赴|莅临|走进){_OURS}(?:考察|参观|学习|取经|交流)"
    rf"|[^，。；！？\n]{{0,12}}?{_DELEGATION}[^，。；！？\n]{{0,12}}?(?:来|赴|莅)[\u4e00-\u9fff](?:参观|考察|学习|访问|取经|交流)"
    rf"|[^，。；！？\n]{{0,12}}?{_DELEGATION}(?:一行)?(?:来到?|莅临)[\u4e00-\u9fff]{{2,8}}?[市州县区旗](?:参观|考察|学习|访问|取经|交流)"
)
"""Behind a place: somebody from there comes to ours as a guest."""
_LED_HERE: Final = re.compile(
    rf"[^。；！？\n]{{0,40}}?率[^。；！？\n]{{0,12}}?{_DELEGATION}[，]?[^。；！？，\n]{{0,8}}?(?:来到?|到|赴|莅临|走进|考察了?|参观了?)(?:参观考察|考察|参观)?{_OURS}"
)
"""Behind a place: its leaders come to ours with a delegation: 开封|市委书记甲率党政考察团，考察我市."""
_LED_THERE: Final = re.compile(r"(?<![\u4e00-\u9fff])[市州县区旗](?:委|长|政府|领导)[^。；\n]{0,40}?(?:率领?|带领|带队)")
"""Leaders without a place, so our own, who go somewhere with others: 市委书记甲带领."""
_LONGEST_LED: Final = 50
_DELEGATES: Final = re.compile(rf"(?:党政)?(?:学习)?{_DELEGATION}[^。；，\n]{{0,6}}?(?:到|赴|前往)")
"""Behind the place of those, before where they go: 带领|随州市|党政代表团到|黄冈市."""
_SETS_OUT: Final = re.compile(rf"(?:党政)?(?:学习)?{_DELEGATION}(?:一行)?(?:赴|前往)")
"""Behind a place, before where its people go; who receives them would say 来 or 到我县."""
_FEW: Final = 3
"""Places in a row, one in the other, behind 赴."""
_BETWEEN: Final = re.compile("[、，和及与]?")
"""Between the places of a row."""
_VISITED: Final = re.compile(
    "(?:等地)?，?(?:开展|进行)?(?:为期[\u4e00-\u9fff\\d]{1,5}的)?(?:跟班|挂职|集中|专题|异地|实地|外出)*(?:参加|出席|学习|考察|参观|招商|培训|开会|领奖)"
)
"""Behind 赴 and a place: somebody went there, and came from elsewhere."""
_CAPITAL: Final = "北京市"
_OWN_PAPER: Final = re.compile("(?:日报|晚报|晨报|青年报|青年周刊|新闻广播|广播电视台|电视台)")
"""Behind the capital: a paper of its own, which reports to it."""
_SENT: Final = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:讯|电)")
_ABOVE: Final = re.compile("(?:中央|省委?)[、和]$")
"""Before a city in a row of levels, in a page that has a city of its own: what 中央、省 and another 市委 want."""
_OF_A_CONGRESS: Final = re.compile("(?:全国人大|全国政协|党的?[一二三四五六七八九十]{1,3}大|党代会|次会议)[^，。；\n]{0,8}$")
_LONGEST_CONGRESS: Final = 16
"""Before a province and 代表团: what its delegates sat in, in whatever page tells of it."""
_SAT: Final = re.compile("代表团(?!举行|召开|全体)")
"""Behind a province: that its delegates sat there; where they met by themselves, the page may be theirs."""
_ORIGIN: Final = ("来自", "籍贯", "祖籍", "考入", "毕业于", "就读于")
"""Before a place from which people come: 来自|武汉|的选聘生."""
SEATED: Final = re.compile("特派(?:员)?办|专员办|党代表(?!大会)")
"""Behind a city: that an office of the centre sits there, or who is elected there, which is not to speak of it (审计署兰州|特派办)."""
_INSPECTOR: Final = re.compile("[\u4e00-\u9fff]{2,16}(?:为组长|任组长|带队|率领)的(?:中央|全国|国家|国务院)")
"""Behind the place of who leads inspectors of the centre: 以|江西省|政协主席甲为组长的中央巡回检查组."""
_OUR_CITY: Final = "我市"
_NEAR: Final = 4


def others(page: Page, mentions: Sequence[PlaceMention]) -> frozenset[PlaceRef]:
    """The places among those of ``mentions`` that are not the article's own, by what stands around all mentions of each.

    For guests one mention is enough, if another place of that level is named: 郧西县考察团来我县, in a page that names 房县, too.
    """
    named = Counter(mention.place for mention in mentions)
    has_city = _OUR_CITY in page.text
    gone_to = _gone_to(page, mentions)
    passing = Counter(
        mention.place
        for mention in mentions
        if mention.start in gone_to or _sat_in_congress(page.text, mention) or _is_in_passing(page, mention, has_city=has_city)
    )
    guests = {mention.place for mention in mentions if _comes(page, mention)}
    beside = {guest for guest in guests if any(place != guest and place.slot == guest.slot for place in named)}
    apart = {mention.place for mention in mentions if _is_led_here(page, mention)} | {host for _, host in delegations(page, mentions)}
    return frozenset(beside | apart | {place for place, count in passing.items() if count == named[place]})


def _is_led_here(page: Page, mention: PlaceMention) -> bool:
    """Whether leaders of the place come to the article's own place of the same level with a delegation."""
    led = _LED_HERE.match(page.text, mention.end) or _LED_HERE.match(page.text, mention.end - 1)
    return led is not None and mention.place.slot in SLOT_OF_LEVEL_WORD[led[1]]


def delegations(page: Page, mentions: Sequence[PlaceMention]) -> list[tuple[PlaceRef, PlaceRef]]:
    """Whose leaders go with a delegation of their own place, and to which other one: 市委书记甲带领|随州市|党政代表团到|黄冈市|考察."""
    starting = {mention.start: mention for mention in mentions}
    found = []
    low, high = (max(0, min(starting) - _LONGEST_LED), max(starting)) if starting else (0, 0)
    for led in _LED_THERE.finditer(page.text, low, high):
        ours = starting.get(led.end())
        going = _DELEGATES.match(page.text, ours.end) if ours is not None else None
        host = starting.get(going.end()) if going is not None else None
        if ours is not None and host is not None and host.place != ours.place:
            found.append((ours.place, host.place))
    return found + _gone(page, mentions)


def _gone(page: Page, mentions: Sequence[PlaceMention]) -> list[tuple[PlaceRef, PlaceRef]]:
    """Whose delegation set out to where another place of the same level is: 平江县|党政考察团赴|哈密市|伊吾县|学习考察."""
    found = []
    for number, ours in enumerate(mentions):
        going = _SETS_OUT.match(page.text, ours.end)
        end = going.end() if going is not None else -1
        for host in mentions[number + 1 : number + 1 + _FEW] if going is not None else ():
            if host.start != end:
                break
            end = host.end
            if host.place.slot == ours.place.slot and host.place != ours.place:
                found.append((ours.place, host.place))
    return found


def _gone_to(page: Page, mentions: Sequence[PlaceMention]) -> frozenset[int]:
    """Where the places start to which somebody goes to learn or to look around: 赴|江苏省|常州市|金坛区、|镇江市|句容市|学习."""
    starts: set[int] = set()
    row: list[PlaceMention] = []
    for mention in mentions:
        goes_on = bool(row) and _BETWEEN.fullmatch(page.text, row[-1].end, mention.start) is not None
        if not goes_on:
            row = []
        if goes_on or page.text.startswith("赴", mention.start - 1):
            row.append(mention)
            if _VISITED.match(page.text, mention.end):
                starts.update(one.start for one in row)
    return frozenset(starts)


def _comes(page: Page, mention: PlaceMention) -> bool:
    """Whether guests from the place come to the article's own place of the same level."""
    came = _GUESTS.match(page.text, mention.end)
    ours = came and (came[1] or came[2])  # neither where our place is told by one character: 来沁考察
    return came is not None and (not ours or mention.place.slot in SLOT_OF_LEVEL_WORD[ours])


def _is_in_passing(page: Page, mention: PlaceMention, *, has_city: bool) -> bool:
    """Whether the place is named as where somebody went, as what is over ours, or as the capital from which a report was sent.

    ``has_city``: whether the page has a city of its own.
    """
    text, start = page.text, mention.start
    if text.endswith(_ORIGIN, 0, start) or _INSPECTOR.match(text, mention.end) or SEATED.match(text, mention.end):
        return True
    if has_city and mention.place.slot == "市" and _ABOVE.search(text, max(0, start - _NEAR), start):
        return True
    return mention.place.name == _CAPITAL and _is_dateline(page, mention) and not _OWN_PAPER.match(text, mention.end)


def _sat_in_congress(text: str, mention: PlaceMention) -> bool:
    """Whether the place is named for its delegates to a congress: 全国人大二次会议|安徽|代表团审议."""
    delegates = _SAT.match(text, mention.end) is not None
    return delegates and _OF_A_CONGRESS.search(text, max(0, mention.start - _LONGEST_CONGRESS), mention.start) is not None


def _is_dateline(page: Page, mention: PlaceMention) -> bool:
    """Whether ``mention`` says where a report was sent from: media of the whole country report from the capital about other places."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and (sentence.zone is Zone.DATELINE or _SENT.match(page.text, mention.end) is not None)
