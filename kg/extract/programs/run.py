"""Programs that a verb says are run: what stands between it and a head noun, and what is listed behind that with the same verb."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from kg.extract.page import Page
from kg.extract.patterns import one_of
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import BARE, Around, ProgramMention, canonical, named
from kg.lexicon.stops import VERBS
from kg.lexicon.words import BARE_HEADS, CAMPAIGNS, PROGRAM_FESTIVALS, PROGRAM_PLAIN

_NO_HEAD: Final = (
    r"[\u4e00-\u9fff]{0,12}(?:室|组)|[\u4e00-\u9fff]{1,6}制(?!度)",  # 开展甲活动|领导小组
    "化|员|学校|和治理能力",  # 项目|化, 活动|员
    "场所|阵地|中心|场地|经费|氛围|方案|成果|平台|载体",  # 活动|场所
    "生育|建设|文化|施工|改革",  # 计划|生育, 工程|施工
    "(?:(?<=整治)|(?<=治理)|(?<=战略))行动|(?<=专项整治)活动",
    r"专项(?:行动|整治|治理)|主题[\u4e00-\u9fff]{0,4}(?:竞赛|活动|大赛)|集中[\u4e00-\u9fff]{2,3}(?:行动|活动)",  # 计划|专项行动
    r"(?:共|近|约|达)?\d+余?多?[场次期批]",  # 活动|共30余场
)
"""Behind a head: it is not the head, but begins a longer word or the name of something else, or many such are counted."""
_BARE: Final = re.compile(
    "(?:开展|展开(?=了)|启动|实施|推行|举办|深化|试行|推进|实行"
    "|(?:开始|部署)(?!实施|开展|推进|推行|启动|开始))(?:了|好)?"
    r"(?:为期[\u4e00-\u9fff\d]{1,6}的)?"  # 为期三个月的
    r"(?:20\d\d年度?(?:第[一二三四五六]批)?)?"  # 2012年度第一批
    r"(?:[两三四五六七八九十\d]+(?:轮次|轮|次|场))?"  # 三场
    r"((?![和及与、的])(?:[\u4e00-\u9fff、]|\d{1,3}(?=周年)){2,26}?)"  # 党员公开承诺
    f"({one_of(BARE_HEADS)})"
    f"(?!{'|'.join(_NO_HEAD)})"
)
"""A verb of running, what stands before the name, the words of the name, and its head: 开展了|党员公开承诺|活动."""
_PUSHED: Final = re.compile(
    r"(?:推动|推进|保障|确保)((?:(?!重点|重大|各项|一批|项目)[\u4e00-\u9fff]){2,10}?)(工程|行动|计划)"
    "(?=(?:建设)?(?:顺利|全面|深入|扎实|有序|有效|加快)(?:实施|开展|推进|落地|进行))"
)
"""推动库区移民工程顺利实施."""
_ENSURED: Final = re.compile(
    r"(?:确保|保证|推动)((?:(?!各项|一批|这|该)[\u4e00-\u9fff]){4,14}?)(活动)(?=取得[实成]效|(?:扎实|深入|有序|顺利|有效)(?:开展|推进|进行))"
)
"""确保义务植树护河活动取得实效."""
_OF_A_DAY: Final = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[届次个]((?:全国|世界|国际|中国)[\u4e00-\u9fff]{2,10}?日)((?:系列|主题|宣传){0,2}活动)"
)
"""第三十个全国助残日系列活动."""
_FESTIVAL: Final = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[届个]((?:(?![国省市县区]第)[\u4e00-\u9fff·—]){2,14}?)"
    f"((?:{'|'.join(PROGRAM_FESTIVALS)})节"
    "|(?:活动|宣传|推广|服务|阅读)(?:周|月)(?![期年末份中底初]))"
)
"""第三届山茶文化旅游节, 第十五届科技活动周."""
_BOTH: Final = re.compile(r"([\u4e00-\u9fff]{3,14})[和与及]([\u4e00-\u9fff]{4,16})")
"""Two that a verb of running is said of at once: 家风教育|和|创先争优活动."""
_LISTED: Final = re.compile(r"、[\u4e00-\u9fff]{2,6}(?:体系|机制|制度|平台)(?:[、，。和]|建设)")
"""Behind a head: a list of what is built up goes on, in which nothing is a name."""
_AFTER_QUOTE: Final = re.compile(r"”(?:活动|工程|行动)?[和、]([\u4e00-\u9fff]{4,20}?)(活动|工程|行动)")
"""Behind a program in quotation marks, another one: “甲”活动和|乙|行动."""
_PATTERNS: Final = (_BARE, _AFTER_QUOTE, _PUSHED, _ENSURED, _FESTIVAL, _OF_A_DAY)
"""Patterns of a program that is run, each with the words of its name and its head as groups."""
_AND_ANOTHER: Final = re.compile(r"(?:和|、|以及)((?:(?![和与及])[\u4e00-\u9fff]){4,14}?)(工程|行动|计划|活动)(?=[，。；、和]|$)")
"""Behind a program that something is said to be run, another: 实施甲行动|和乙行动."""
_WHOSE: Final = re.compile(
    "(?:集团(?:公司)?|公司|学[校院]|[全我本][省市县区州盟旗镇乡校院局厂]"  # 全县
    "|[\u4e00-\u9fff]{2,10}(?:组织|企业|机关|系统|高校|学校|农村|社区)|[\u4e00-\u9fff]{2,6}[省市州县区旗])"  # 教育系统, 五里县
)
"""Before a nation-wide campaign: who carries it on, no part of its name."""
_RUN_TWICE: Final = re.compile("(?:组织)?(?:实施|开展|推进|推行|启动)(?=[\u4e00-\u9fff]{4})")
"""At the head of the words: 启动|实施|…运动."""
_OF_ALL: Final = re.compile(
    "[全我本](?:[省市州县区旗镇乡村校院局]|系(?!统))(?=[\u4e00-\u9fff]{4})|[省市县区乡镇村](?:、[省市县区乡镇村])+(?=[百千万]名)"
)
"""At the head of the words: whose it is, no part of the name (推进|全市|…活动, 开展|市、县、乡|万名党员…活动)."""
_LONGEST_LIST, _SHORT = 16, 2
"""Characters of words with 、 in them that still may be a name, and of a word that is the last of a list."""
_WORK: Final = "工程"
_PLATFORM, _BUILDING = "平台", ("搭", "建", "筑", "供", "开")
"""开展助学服务搭|平台: what is built for something, no name."""
_WORKS: Final = ("改建", "扩建", "新建", "修建", "续建", "翻修", "维修", "硬化")
"""What is done to a house or a road, before 工程: no undertaking of a name."""
_ACTIVITY: Final = "活动"
_TWO_DEEDS: Final = re.compile("[\u4e00-\u9fff]{2}[和与][\u4e00-\u9fff]{2}")
"""Before 活动: two things that are done, no name (宣传和劝导活动)."""
_FOR_THE_PEOPLE: Final = "为民"
"""What is no preposition and what it governs: 联村联户|为民|富民行动."""
_HUNDREDS: Final = re.compile("[百千万][人名家村户企]")
"""So many as take part in campaigns, not 百项 or 千余次."""


def find(around: Around) -> list[ProgramMention]:
    """What a verb of running and a head noun enclose, and the second of two that share a verb."""
    page, text = around.page, around.page.text
    found = []
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _PATTERNS):
        ran = _RUN_TWICE.match(text, match.start(1), match.end(1)) or _OF_ALL.match(text, match.start(1), match.end())
        start = ran.end() if ran is not None else match.start(1)
        words, head = text[start : match.end(1)], match[2]
        if (whose := _WHOSE.match(words)) is not None and canonical(words[whose.end() :] + head) in CAMPAIGNS:
            continue  # 推进|集团|创先争优活动
        if not page.mined(match.start()) or not _may_be_named(page, match, start):
            continue
        if _is_list(words) or _LISTED.match(text, match.end()):
            continue
        both = _BOTH.fullmatch(words + head)
        if both is not None and canonical(both[2]) in CAMPAIGNS:  # 警示教育和创先争优活动 are two
            if both[1].endswith(("教育", "活动", "工程", "行动")):
                found.append(named(start, start + len(both[1]), both[1], both[1], BARE, 0.6))
            continue
        found.append(named(start, match.end(2), words + head, words, BARE, 0.65))
        found += _others(page, text, match)
    return found


def _others(page: Page, text: str, first: re.Match[str]) -> list[ProgramMention]:
    """What is listed behind a program with the same verb: another one, or several of its head (实施甲工程、|乙工程和丙工程)."""
    found: list[ProgramMention] = []
    end = first.end()
    while (another := _AND_ANOTHER.match(text, end)) is not None:
        verb = next((token.text in VERBS for token in page.tokens(*another.span(1))), False)
        listed = another[0][0] == "、"
        if (listed and (verb or another[2] != first[2])) or not _may_be_named(page, another, another.start(1)):
            break
        found.append(named(another.start(1), another.end(2), another[1] + another[2], another[1], BARE, 0.65))
        end = another.end()
    return found


def _is_list(words: str) -> bool:
    """Whether ``words`` before a head are a list of things that are done: 植树护绿、清扫街巷和义务巡逻, 合作、深耕."""
    first, mark, last = words.rpartition("、")
    return bool(mark) and (len(words) > _LONGEST_LIST or "年、" in words or "和" in last or (len(last) == _SHORT and len(first) >= _SHORT))


def _may_be_named(page: Page, match: re.Match[str], start: int) -> bool:
    """Whether the words from ``start`` on before a head may be a name: no general ones, no adverbs, pronouns or numbers."""
    words, head = page.text[start : match.end(1)], match[2]
    if (
        not PROGRAM_PLAIN.isdisjoint((words.rstrip("、"), (words + head).removesuffix("活动")))
        or words.endswith("、")
        or NOT_IN_NAMES.search(words)
        or "是" in words  # 公开承诺是|创先争优活动
        or (head == _ACTIVITY and _TWO_DEEDS.fullmatch(words) is not None)
        or (len(words) < 3 and len(head) < 3)
        or (head == _PLATFORM and words.endswith(_BUILDING))
        or (head == _WORK and words.endswith(_WORKS))
    ):
        return False
    return not any(
        token.tag in ("p", "d", "u", "uj", "ul", "r", "m")
        and token.text not in ("我", "大", "更新")
        and not page.text.startswith(_FOR_THE_PEOPLE, token.start)
        and not token.text.isdigit()
        and not (token.tag == "m" and _HUNDREDS.match(page.text, token.start))  # 帮扶|百家|企业行动
        for token in page.tokens(start, match.end(1))
    )
