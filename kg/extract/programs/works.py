"""Works by what they are and where, without a verb of running them: those that people come to see, that are counted, or named after their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import Around, ProgramMention, named
from kg.lexicon.stops import VERBS
from kg.lexicon.words import PROGRAM_PLAIN, PROGRAM_STARTS

_VISITED: Final = "works that are visited"
_COUNTED: Final = "works that are counted"
_BEGUN: Final = "works that begin"
_PLACED: Final = "works named after a place"
_ROW: Final = "works in a row"
RULES: Final = frozenset({_VISITED, _COUNTED, _BEGUN, _PLACED, _ROW})
"""The rules of works that are told by what they are: of none of them the text says that somebody runs it, unless its sentence does."""
_SEEN: Final = re.compile(r"(?:视察|考察|参观|察看|查看|踏看|观摩|来到|深入|走进|调研)(?![组团员])(?:了|到)?")
_BETWEEN: Final = re.compile("[、和与及]|以及")
_NEXT: Final = re.compile("[、，和与及]|以及")
"""Between works that are counted, each perhaps a clause of its own."""
_ITEM: Final = re.compile(
    r"(?:我[省市州县区旗镇乡])?((?:(?!工程|项目|[的和与及])[\u4e00-\u9fff]){4,14}(?:工程|项目))"
    r"(?:(?=[，。；、和与及\n]|(?:建设|进展|实施)情况|(?:建设|施工)?现场|时|考察|视察|调研|检查|查看|进行|实地|$))"
)
_OTHER: Final = re.compile(r"(?:(?!以及)[\u4e00-\u9fff“”]){2,24}?(?=[、和与及]|以及)")
_ITEMS: Final = 12
"""Things that are seen on one visit, at most."""
_NUMBER: Final = r"[一二两三四五六七八九十百\d]{1,4}"
_WORKS: Final = re.compile("项目|工程")
_NUMBER_BEFORE: Final = re.compile(rf"{_NUMBER}[个项大][\u4e00-\u9fff]{{0,8}}$")
_NUMBER_BEHIND: Final = re.compile(rf"(?:共计?|共?有)?{_NUMBER}[个项]")
_LONGEST_COUNT: Final = 13
_LEAD: Final = re.compile(r"[^。；：\n—]{0,36}?(?:——|：|分别(?:是|为|有)：?|包括：?|，即：?)")
"""Behind how many works there are, what goes before their names: 签约项目5个，总投资6.5亿元，分别是：, 四个扶贫项目——."""
_ENTRY: Final = re.compile(r"((?:(?!工程|项目|[的和与及]|以及)[\u4e00-\u9fff]){4,20}(?:工程|项目))(?=[，。；、和与及\n]|以及|$)")
_BEGINS: Final = re.compile(
    r"(?:工程|项目)"
    r"(?=(?:隆重|顺利|正式|成功|全面|今日|今天|昨日){0,2}(?:举行)?(?:开工|奠基|落户|投产|竣工|签约|进场|建成|启动|动工|通车)"
    r"|是一项|是(?:我|全)[省市县区旗州镇乡]|(?:计划)?总投资|位于|占地|建成后)"
)
"""Before what is said of works alone: 某产业园项目|开工, 某公司某生产线项目|落户, 某水库建设工程|是一项…."""
_SUBJECT: Final = re.compile(r"[ \u3000]*((?:(?!工程|项目|[的和与及等在])[\u4e00-\u9fff（）]){4,28}(?:工程|项目))")
_BEFORE_SUBJECT: Final = ("，", "。", "；", "：", "！", "？", "\n", "公司", "集团")
"""What ends before the name of works at the head of a clause: a mark, or the firm that builds them."""
_LONGEST_CLAUSE: Final = 48
"""Characters before 项目 of a clause with works, and the firm before them."""
_SORTS: Final = re.compile(
    "部分|全[省市州县区镇部]|[各几某每等]|一些|多个|重[点大]|有关|相关|产业(?!园)|投资|合作|招商|民生|在建|续建|新建|农业|工业|基础设施"
)
"""What tells that a sort of works is meant, not one."""
_BUILT: Final = re.compile(
    r"((?:(?!工程|项目|[的和与及等在为是了对将把就向由被来于并也])[\u4e00-\u9fff]|(?<=[\u4e00-\u9fff])至(?=[\u4e00-\u9fff])){2,22}?(?:工程|项目))"
    r"(?!部|办|区(?!域)|院|学|大学|公司|[局处科股队团组师库点]|经理|资金|款|人员|质量|管理|技术|责任|建设(?:资金|公司|管理)|化|负责|监理|总数|数量|个数)"
)
"""Behind a place, up to what is built there: 竹山县|东门片区城中村棚户区改造项目."""
_WATER: Final = re.compile(
    "(?:[\u4e00-\u9fff]{2}(?:水库|干渠|灌区|河道?|江|湖|大桥|水电站)|水库|渠道?|河道?|灌区|灌溉|农田水利)(?:[\u4e00-\u9fff]{0,16})(?:工程|项目)"
)
"""Works on what bears a name, a river or a reservoir: some of a row are such, so that all of it are named."""
_MEMBER: Final = "((?:(?!工程|项目|[的和与及是为在了])[\u4e00-\u9fff]){3,24}(?:工程|项目))"
_OTHERS: Final = re.compile(f"(?:(?:[、，]|和|以及){_MEMBER}){{1,9}}(?=等|建设|[，。；]|[\u4e00-\u9fff]{{2,8}}[，。；])")
_FIRST: Final = re.compile("(?:(?!工程|项目|[的和与及是为在了])[\u4e00-\u9fff]){3,24}$")
_LONGEST_MEMBER: Final = 24
_ONE: Final = re.compile(_MEMBER)
_LEADS_IN: Final = re.compile(
    "(?:[\u4e00-\u9fff]{0,12}(?:完成|建成|推进|实施|启动|抓好|加快|做好|新建|续建|竣工))?(?:了)?(?:(?:(?![省市州县区旗镇乡])[\u4e00-\u9fff]){1,6}[省市州县区旗镇乡](?=[\u4e00-\u9fff]{5}))?"
)
"""Before the first of a row: what is done to all of them, and where."""
_ITEM_OF_ITS_OWN: Final = re.compile(
    r"[0-9一二三四五六七八九十（](?:\d?[.．、]|是|[一二三四五六七八九十]{1,2}）)[ \u3000]*"
    r"((?:(?!工程|项目|[的和与及是为在了抓推实开完])[\u4e00-\u9fff]){4,24}(?:工程|项目))(?=[。\n])"
)
"""1.某河治理工程。: a numbered item that is the name of works alone."""
_BLANKS: Final = 8
"""Blanks at most before the number of an item."""
_DONE: Final = re.compile(
    "改造|建设|供水|补水|引水|调水|加固|治理|绿化|整治|迁建|扩建|修复|安置|搬迁|重建|开发|生产|研发|防洪|灌溉|污水处理|自建|装饰|援[藏疆建助]|铁路|公路|高速|大桥|隧道|管道|机场|水库|电站|厨房|园区"
)
"""What is done by works, or what they build: a name that goes on with none of these is a sort (某县|生态工程)."""
_MADE: Final = re.compile("利用|加工|制造|产业园|物流园|科技园|示范园|生产线|基地|广场|市场|小区|教学楼|综合楼|养老院|发电")
"""What works make or leave behind, where a verb of building follows."""
_TO: Final = "至"
"""Between the ends of a line: 龙岩|至|龙川铁路项目."""
_SIDE: Final = "f"
"""The tag of 上, 后, 西, which begin the names of places, though some are verbs as well: 后坪滑雪场项目."""
_ACTS: Final = VERBS | set(PROGRAM_STARTS)
"""Words that say what is done with works; only the last of a name may be one (公路|改建|工程)."""
_STAGE: Final = re.compile("第?[一二三四五六]{1,2}[期批]")
"""A part of one work, the only number that stands in its name."""


def visited(around: Around) -> list[ProgramMention]:
    """The works that stand behind a verb of seeing, alone or in a list of what is seen."""
    page, text = around.page, around.page.text
    verbs = (verb for verb in _SEEN.finditer(text) if page.mined(verb.start()))
    found = {item.start(1): item for verb in verbs for item in _listed(page, verb.end(), _ITEM, _BETWEEN)}
    return [named(*item.span(1), item[1], item[1][:-2], _VISITED, 0.65) for item in found.values()]


def counted(around: Around) -> list[ProgramMention]:
    """The works that are listed behind how many they are: 签约项目3个，分别是：某某滑雪场项目、某某物流园项目和某某电站项目."""
    page, text = around.page, around.page.text
    leads = (_lead(text, works) for works in _WORKS.finditer(text) if page.mined(works.start()))
    found = {item.start(1): item for lead in leads if lead is not None for item in _listed(page, lead.end(), _ENTRY, _NEXT)}
    return [named(*item.span(1), item[1], item[1][:-2], _COUNTED, 0.7) for item in found.values()]


def _lead(text: str, works: re.Match[str]) -> re.Match[str] | None:
    """What goes before the names of ``works``, if they are counted before or behind that word."""
    before = _NUMBER_BEFORE.search(text, max(0, works.start() - _LONGEST_COUNT), works.start())
    return _LEAD.match(text, works.end()) if before or _NUMBER_BEHIND.match(text, works.end()) else None


def _listed(page: Page, at: int, work: re.Pattern[str], mark: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The works, each as ``work`` tells one, in the list that begins ``at`` that place, between other things; ``mark`` joins its members."""
    for _ in range(_ITEMS):
        item = work.match(page.text, at)
        if item is not None and _is_one(item[1], page.tokens(*item.span(1))):
            yield item
        here = item or _OTHER.match(page.text, at)
        joint = mark.match(page.text, here.end()) if here is not None else None
        if joint is None:
            return
        at = joint.end()


def begun(around: Around) -> list[ProgramMention]:
    """The works of which a clause says first that they begin, settle or are done (五里产业园项目|开工), without the firm before them."""
    page, text = around.page, around.page.text
    found = []
    for begins in _BEGINS.finditer(text):
        low = max(0, begins.start() - _LONGEST_CLAUSE)
        low = max(low, *(at + len(mark) for mark in _BEFORE_SUBJECT if (at := text.rfind(mark, low, begins.start())) >= 0), low)
        item = _SUBJECT.fullmatch(text, low, begins.end())
        if (
            item is None
            or not page.mined(item.start(1))
            or not page.breaks(item.start(1))
            or not _is_one(item[1], page.tokens(*item.span(1)))
        ):
            continue
        if _DONE.search(item[1]) is not None or _MADE.search(item[1]) is not None:
            found.append(named(*item.span(1), item[1], item[1][:-2], _BEGUN, 0.65))
    return found


def in_rows(around: Around) -> list[ProgramMention]:
    """The works that are listed with some on rivers and reservoirs that bear names, or stand alone in a numbered item."""
    page, text = around.page, around.page.text
    found = []
    end = 0
    for works in _WORKS.finditer(text):
        others = _OTHERS.match(text, works.end()) if works.start() >= end else None
        first = _FIRST.search(text, max(end, works.start() - _LONGEST_MEMBER), works.start()) if others is not None else None
        if others is None or first is None or not page.mined(works.start()) or _WATER.search(text, first.start(), others.end()) is None:
            continue
        lead = _LEADS_IN.match(text, first.start(), works.start())
        start, end = lead.end() if lead is not None else first.start(), others.end()
        found += [item for item in _ONE.finditer(text, start, end) if _is_one(item[1], page.tokens(*item.span(1)))]
    items = (item for item in _ITEM_OF_ITS_OWN.finditer(text) if page.mined(item.start(1)) and _is_item(text, item.start()))
    found += [item for item in items if _WATER.search(item[1]) and _is_one(item[1], page.tokens(*item.span(1)))]
    return [named(*item.span(1), item[1], item[1][:-2], _ROW, 0.65) for item in found]


def _is_item(text: str, start: int) -> bool:
    """Whether a line or a sentence begins at ``start``, but for blanks."""
    return text[max(0, start - _BLANKS) : start].rstrip(" \u3000")[-1:] in ("", "\n", "。", "；")


def placed(around: Around) -> list[ProgramMention]:
    """The works that are named after a place and what is built there: 阜康市甘河子镇棚户区改造项目."""
    page, text = around.page, around.page.text
    found: list[ProgramMention] = []
    ends: dict[int, int] = {}
    for place in sorted(around.places, key=lambda place: -place.start):  # from the last on, so that each knows where those behind it end
        ends[place.start] = ends.get(place.end, place.end)
        if place.place.level == "province" and place.end in ends:  # 西藏|林芝地区易贡茶场第二批援藏项目
            continue
        item = _BUILT.match(text, ends[place.start]) if page.mined(place.start) else None
        if item is None or _DONE.search(item[1]) is None or not page.breaks(item.end()):
            continue
        words = page.tokens(*item.span(1))
        if _is_one(item[1], words) and not any(len(token.text) > 1 and token.text in _ACTS for token in words[:-2]):
            name = text[place.start : item.end()]
            found.append(named(place.start, item.end(), name, name[:-2], _PLACED, 0.65))
    return found


def _is_one(name: str, words: tuple[Token, ...]) -> bool:
    """Whether ``name`` is that of one piece of work: no sort of works, nothing that is done to them."""
    acts = words[0].text in VERBS and words[0].text != _TO and words[0].tag != _SIDE
    if name in PROGRAM_PLAIN or NOT_IN_NAMES.search(name) or _SORTS.search(name) or acts:
        return False
    return not any(token.tag in ("p", "d", "r", "c", "m") and token.text != _TO and not _STAGE.fullmatch(token.text) for token in words)
