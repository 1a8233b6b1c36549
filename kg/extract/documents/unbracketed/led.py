"""Titles that are told by what leads to them, read back from their last word: 违反|…管理办法, 审议通过了|…工作要点, 触犯了|刑法."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left, number_behind
from kg.extract.page import Page
from kg.extract.patterns import HAN, one_of
from kg.lexicon.words import DOCUMENTS_LISTED, DOCUMENTS_POSTED, PAPERS

_RULE: Final = "(?:办法|条例|规定|细则|准则)"
_RULE_OF: Final = "(?:管理|实施|暂行|试行|处理|考核|选举|评选|监督|问责|处分|奖励|工作|组织|保障|保护|促进)(?:办法|规定|细则|准则|规则)"
_FOLLOWED: Final = re.compile(
    f"(?:办法|条例|规定|细则|准则|规则)(?=有关|相关|要求|精神|第|等|的规定|的要求|的有关|[，。、；]|和|（试行）|（{HAN}{{1,8}}[〔\\[])"
)
_CITED: Final = re.compile(
    "(?:根据|依据|依照|按照|对照|参照|违反|触犯|执行|贯彻|落实|学习|遵守|修订|修改){1,2}(?:了|过)?"
    rf"(?:[^，。；：“”《》\n]{{4,30}}{_RULE}[和及与])?(?:[省市县区]委)?((?!的)(?:(?!{_RULE}[和及与]){HAN}){{4,26}}(?:条例|{_RULE_OF}))$"
)
"""根据…管理办法有关规定: a rule that is followed or broken, by its name."""
_PAPER: Final = re.compile(f"{one_of(PAPERS)}(?:（[^（）\n]{{2,8}}）)?(?=[，。；、和\n]|$)")
_CONSIDERED: Final = re.compile(
    f"(?:审议|通过|批准)(?:通过)?(?:了)?((?:(?!的|审议|通过|批准)(?:{HAN}|[（）])|\\d|“[^“”\n]{{2,16}}”){{8,36}})$"
)
"""听取和审议了…工作要点（草案）: what a meeting deals with."""
_AGREEMENT: Final = re.compile("(?:协议书?|备忘录|意向书|责任[书状])(?=[，。；、])")
_SIGNED: Final = re.compile(f"签[订署]了?((?:(?![的了和与]){HAN}){{6,22}}(?<!责任[书状])|(?:19|20)\\d\\d年度?(?:(?![的了]){HAN}){{6,24}})$")
"""签订了…框架协议: what two sides agree on, where it is called more than 合作协议."""
_ARTICLE: Final = re.compile("法(?<![办做]法)(?=第[一二三四五六七八九十百零〇0-9]{1,6}条)")
_BY_ARTICLE: Final = re.compile(
    f"(?:触犯|违反|违背|依照|依据|根据|按照|适用|、|(?<!共)和)(?:了|我国|国家)?((?:共和国|(?![和及的了依照]){HAN}){{1,20}}法)$"
)
"""触犯了刑法第…条: a law, one article of which is cited."""
_POSTED: Final = re.compile(f"{one_of(DOCUMENTS_POSTED)}(?=[，。；、后])")
_AS_POSTED: Final = re.compile(f"(?:发布|公布|发出|刊登|张贴|印发)(?:出了|了|出)?((?:(?![的了出]|发布)(?:{HAN}|[0-9])){{6,28}})$")
"""发布了…招聘公告."""
_ONE_MORE: Final = re.compile(f"{one_of(DOCUMENTS_LISTED)}(?=[、，。；等]|以及|和)")
_LISTED: Final = re.compile(
    "(?:出台|印发|下发|颁布|制定|制订)(?:实施|完善)?了[^，。；：的\n]{4,60}?(?:[、和]|以及)" + f"((?:(?![、的和]){HAN}){{6,24}})$"
)
"""制定了甲制度、乙考核办法: the later ones of a list that was drawn up."""
_CONGRESS_TEXT: Final = re.compile("(?:大报告|中全会公报)(?!会)")
_OF_CONGRESS: Final = re.compile("((?:党的)?(?:十[六七八九]|二十)(?:大报告|届[一二三四五六七]中全会公报))$")
"""党的十九大报告, 二十届三中全会公报: what a congress or session of the Party put out."""
_YEARS_PLAN: Final = re.compile("(?:规划|纲要)(?![纲划])")
_OF_YEARS: Final = re.compile(rf"((?:19|20)\d\d年?[—\-－~至]{{1,2}}(?:19|20)\d\d年?(?:(?!的|完成|全[省市县区州]){HAN}){{2,20}})$")
"""2001—2010年妇女儿童发展规划: a plan that bears its years."""
_FILE: Final = re.compile("号(?=文件)")
_FIRST: Final = re.compile(
    r"((?:中央|中共中央|国务院|[省市县区]委|[省市县区]政府)(?:(?:19|20)\d\d年)?“?[一1]号|新?(?:国|国办|中|中办)发\d{1,3}号)$"
)
"""中央一号文件, 国发4号文件: named by its number alone."""
_CHIEF: Final = "总?[河林田路]长"
_ORDER: Final = re.compile(rf"号(?:{_CHIEF})?令|令第\d{{1,4}}号")
_ORDERED: Final = re.compile(
    r"(?<![（(])(?<!和国)((?:国务院|主席|总理|[\u4e00-\u9fff]{2,6}部|[省市县区]?(?:政府|总?河长|总?林长|总?田长|总?路长|防指|防汛指挥部))"
    rf"(?:令第\d{{1,4}}号|(?:第)?(?:\d{{1,4}}|[一二三四五六七八九十]{{1,3}})号(?:{_CHIEF})?令))$"
)
"""国务院591号令, 省总河长1号令, 主席令第12号: orders by their numbers, which are not those of a title before them (《…条例》（国务院591号令）)."""


class _Form(NamedTuple):
    """The rare word at the end of a title, what leads to it, read back from there, and how many characters behind are part of it."""

    last: re.Pattern[str]
    led: re.Pattern[str]
    more: int = 0


_FORMS: Final = (
    _Form(_FOLLOWED, _CITED),
    _Form(_PAPER, _CONSIDERED),
    _Form(_AGREEMENT, _SIGNED),
    _Form(_ARTICLE, _BY_ARTICLE),
    _Form(_POSTED, _AS_POSTED),
    _Form(_ONE_MORE, _LISTED),
    _Form(_CONGRESS_TEXT, _OF_CONGRESS),
    _Form(_YEARS_PLAN, _OF_YEARS),
    _Form(_FILE, _FIRST, len("文件")),
    _Form(_ORDER, _ORDERED),
)
_FAR: Final = 48
"""Characters from the end of a title back to the head of what leads to it."""


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents by each form of titles."""
    for form in _FORMS:
        left = Left(page, covered)
        for match in form.last.finditer(page.text):
            led = form.led.search(page.text, max(0, match.end() - _FAR), match.end())
            if led is None or not page.mined(match.end() - 1) or not left.may_be_title(led.start(1), match.end()):
                continue
            end = match.end() + form.more
            yield left.found(led.start(1), end, 0.7, number=number_behind(page.text, end))
