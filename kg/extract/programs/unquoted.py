"""Programs named without quotation marks: nation-wide campaigns, and what stands between a verb of running it and a head noun."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import ARRANGED, BARE, ROOT, ProgramMention, canonical, named
from kg.extract.scan import Scanner
from kg.lexicon.stops import VERBS
from kg.lexicon.words import BARE_HEADS, CAMPAIGNS, CAMPAIGNS_SHORT, PROGRAM_PLAIN

_BARE: Final = re.compile(
    r"(?:开展|启动|实施|推行|举办|深化|试行|推进|实行|(?:开始|部署)(?!实施|开展|推进|推行|启动|开始))(?:了|好)?(?:为期[\u4e00-\u9fff\d]{1,6}的)?(?:20\d\d年度?(?:第[一二三四五六]批)?)?(?:[两三四五六七八九十\d]+(?:轮次|轮|次|场))?((?![和及与、的])(?:[\u4e00-\u9fff、]|\d{1,3}(?=周年)){2,26}?)("
    + "|".join(sorted(BARE_HEADS, key=lambda head: (-len(head), head)))
    + r")(?![\u4e00-\u9fff]{0,12}(?:室|组)|[\u4e00-\u9fff]{1,6}制(?!度)|化|员|学校|和治理能力|场所|阵地|中心|场地|经费|氛围|方案|成果|平台|载体|生育|建设|文化|施工|改革|(?:(?<=整治)|(?<=治理)|(?<=战略))行动|(?<=专项整治)活动|专项(?:行动|整治|治理)|主题[\u4e00-\u9fff]{0,4}(?:竞赛|活动|大赛)|集中[\u4e00-\u9fff]{2,3}(?:行动|活动)|(?:共|近|约|达)?\d+余?多?[场次期批])"
)
_PUSHED: Final = re.compile(
    r"(?:推动|推进|保障|确保)((?:(?!重点|重大|各项|一批|项目)[\u4e00-\u9fff]){2,10}?)(工程|行动|计划)(?=(?:建设)?(?:顺利|全面|深入|扎实|有序|有效|加快)(?:实施|开展|推进|落地|进行))"
)
"""推动库区移民工程顺利实施."""
_OF_A_DAY: Final = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[届次个]((?:全国|世界|国际|中国)[\u4e00-\u9fff]{2,10}?日)((?:系列|主题|宣传){0,2}活动)"
)
"""第三十个全国助残日系列活动."""
_FESTIVAL: Final = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[届个]((?:(?![国省市县区]第)[\u4e00-\u9fff·—]){2,14}?)((?:文化旅游|旅游文化|文化艺术|旅游|文化|艺术|采摘|美食|电影|科技|读书|赏花|桃花|丰收)节|(?:活动|宣传|推广|服务|阅读)(?:周|月)(?![期年末份中底初]))"
)
"""第三届山茶文化旅游节, 第十五届科技活动周."""
_PERIODS: Final = ("月", "周", "日", "中心", "场所", "办公室", "办等", "办、", "办主", "办副", "局")
_BOTH: Final = re.compile(r"([\u4e00-\u9fff]{3,14})[和与及]([\u4e00-\u9fff]{4,16})")
_LISTED: Final = re.compile(r"、[\u4e00-\u9fff]{2,6}(?:体系|机制|制度|平台)(?:[、，。和]|建设)")
_CHANCES: Final = ("机遇", "的机遇", "战略机遇", "政策", "等政策")
_AFTER_QUOTE: Final = re.compile(r"”(?:活动|工程|行动)?[和、]([\u4e00-\u9fff]{4,20}?)(活动|工程|行动)")


_AND_ANOTHER: Final = re.compile(r"(?:和|、|以及)((?:(?![和与及])[\u4e00-\u9fff]){4,14}?)(工程|行动|计划|活动)(?=[，。；、和]|$)")
"""Behind a program that something is said to be run, another: 实施甲行动|和乙行动."""


_WHOSE: Final = re.compile(
    "(?:集团(?:公司)?|公司|学[校院]|[全我本][省市县区州盟旗镇乡校院局厂]|[\u4e00-\u9fff]{2,10}(?:组织|企业|机关|系统|高校|学校|农村|社区)|[\u4e00-\u9fff]{2,6}[省市州县区旗])"
)
"""Before a nation-wide campaign: who carries it on, no part of its name."""
_RUN_TWICE: Final = re.compile("(?:组织)?(?:实施|开展|推进|推行|启动)(?=[\u4e00-\u9fff]{4})")
"""At the head of the words: 启动|实施|…运动."""
_OF_ALL: Final = re.compile("[全我本](?:[省市州县区旗镇乡村校院局]|系(?!统))(?=[\u4e00-\u9fff]{4})")
"""At the head of the words: whose it is, no part of the name (推进|全市|…活动)."""
_NUMERALS: Final = "双两二三四五六七八九十百千万"
_OURS: Final = re.compile("[全我本各]")
_NEAR: Final = 8
_LONGEST_LIST, _SHORT = 16, 2
"""Characters of words with 、 in them that still may be a name, and of a word that is the last of a list."""
_COUNTED: Final = re.compile(rf"[{_NUMERALS}]{{1,3}}[\u4e00-\u9fff]{{1,2}}?工程")
"""三洁工程, 百千万工程: what a program has so many of."""
_PLATFORM, _BUILDING = "平台", ("搭", "建", "筑", "供", "开")
"""开展助学服务搭|平台: what is built for something, no name."""
_HUNDREDS: Final = re.compile("[百千万][名家村户企]")
"""So many as take part in campaigns, not 百项 or 千余次."""
_MEASURES: Final = frozenset("期项大亩次号座处批条类级段层栋种套所家位名轮道口标步年月日度方等分部里米吨重多余几来")
"""Behind a numeral these count works: 两项工程, 二期工程."""


PART: Final = "part of a nation-wide campaign"
"""The rule of 希望工程圆梦行动."""
_HELPING: Final = ("工程", "计划")
_PART: Final = re.compile("((?:(?!工程|行动|计划)[\u4e00-\u9fff]){2,10}?)(?:行动|活动|项目)(?![部办室组])")
"""Behind a campaign of projects: one of them (希望工程|圆梦行动)."""
_PUN: Final = re.compile(
    "(?:开展|启动|实施|举办|推出|组织)了?(“[\u4e00-\u9fff]”[\u4e00-\u9fff]{1,8}?)"
    "(主题活动|志愿服务活动|主题党日活动|实践活动|宣传活动|活动|行动|工程|计划)"
)
_AIMS: Final = re.compile(
    r"(?:(?!促进|强化|创[新建造]|保[证护障]|建[设立]|树立|聚集|兴[起办]|富裕)[强惠促创保建树聚兴富][\u4e00-\u9fff]{2}){1,3}活动"
)
"""Behind the words of a campaign, what a local one adds: 创先争优|强基础惠民生活动."""


@cache
def _campaign_scanner() -> Scanner:
    variants = (name + noun for name in ARRANGED for noun in ("", "活动"))
    return Scanner([*(name for name in CAMPAIGNS if len(name) >= 4 or name.endswith("制")), *variants])


def campaigns(page: Page, text: str) -> list[ProgramMention]:
    """Nation-wide campaigns by name; 教育实践活动 stands for the last of that kind that was named in full."""
    found = []
    for hit in _campaign_scanner().scan(text):
        if page.mined(hit.start):
            if text.startswith((*_PERIODS, *_CHANCES), hit.end):  # 学雷锋活动月
                continue
            own = _AIMS.match(text, hit.end) if hit.text == ROOT else None
            if own is not None:
                found.append(named(hit.start, own.end(), hit.text + own[0], hit.text + own[0][:-2], "nation-wide campaign and aims", 0.8))
                continue
            part = _PART.match(text, hit.end) if hit.text.endswith(_HELPING) else None
            if part is not None and _is_part(page, part):
                words = hit.text + part[0]
                found.append(named(hit.start, part.end(), words, words, PART, 0.8)._replace(parent=canonical(hit.text)))
                continue
            end = hit.end + 2 * (not hit.text.endswith("活动") and text.startswith("活动", hit.end))
            found.append(named(hit.start, end, hit.text, hit.text, "nation-wide campaign", 0.95))
    return found


def _is_part(page: Page, part: re.Match[str]) -> bool:
    """Whether what stands between a campaign and a head is what a part of it is called: 希望工程|助学圆梦|行动."""
    words = page.tokens(*part.span(1))
    return NOT_IN_NAMES.search(part[1]) is None and not any(w.tag[0] in "pcdur" or w.text in VERBS for w in words)


def punned(page: Page, text: str) -> list[ProgramMention]:
    """Programs with a pun in their names, whose one character alone stands in quotation marks: 开展“青”春护岸活动."""
    return [
        named(match.start(1), match.end(), match[1] + match[2], match[1] + match[2], "pun and head", 0.7)
        for match in _PUN.finditer(text)
        if page.mined(match.start()) and NOT_IN_NAMES.search(match[1]) is None
    ]


def called_for_short(page: Page, text: str) -> list[ProgramMention]:
    """学习实践活动 in a page that names the subject of that campaign, or the one that came next, behind no word that tells of another (向雷锋同志|学习实践活动)."""
    return [
        named(match.start(), match.end(), name, short, "nation-wide campaign", 0.9)
        for subject, short, name in CAMPAIGNS_SHORT
        if subject in text or ROOT in text
        for match in re.finditer(re.escape(short), text)
        if page.mined(match.start()) and page.breaks(match.start()) and not _tells_of_another(page, match.start())
    ]


def _tells_of_another(page: Page, start: int) -> bool:
    """Whether a noun stands before ``start`` that is not all of ours (全县, 各级)."""
    before = page.tokens(max(0, start - _NEAR), start)
    return bool(before) and before[-1].tag[0] in ("n", "i") and _OURS.match(before[-1].text) is None


def _counts_things(words: tuple[Token, ...]) -> bool:
    """Whether ``words`` are a number and what there is so many of."""
    number, *things = words
    name = "".join(token.text for token in things)
    whole = number.text + name
    if not name or whole.endswith("个一") or not set(number.text) <= set(_NUMERALS):
        return whole.endswith("个一") or whole == "百千万"
    return name[0] != "个" and not _MEASURES & set(name) and not any(token.tag == "ns" or token.text in VERBS for token in things)


def counted(page: Page, text: str) -> list[ProgramMention]:
    """Programs that are named after a number of things, whatever stands before them: 三洁工程, not 三峡工程, 十项工程 or 百万亩工程."""
    return [
        named(match.start(), match.end(), match[0], match[0][:-2], "number of things and head", 0.7)
        for match in _COUNTED.finditer(text)
        if page.mined(match.start()) and page.breaks(match.start()) and _counts_things(page.tokens(match.start(), match.end() - 2))
    ]


def bare(page: Page, text: str) -> list[ProgramMention]:
    """What a verb of running and a head noun enclose, and the second of two that share a verb."""
    found = []
    for match in (
        *_BARE.finditer(text),
        *_AFTER_QUOTE.finditer(text),
        *_PUSHED.finditer(text),
        *_FESTIVAL.finditer(text),
        *_OF_A_DAY.finditer(text),
    ):
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
        or (len(words) < 3 and len(head) < 3)
        or (head == _PLATFORM and words.endswith(_BUILDING))
    ):
        return False
    return not any(
        token.tag in ("p", "d", "u", "uj", "ul", "r", "m")
        and token.text not in ("我", "大", "为民", "更新")
        and not token.text.isdigit()
        and not (token.tag == "m" and _HUNDREDS.match(page.text, token.start))  # 帮扶|百家|企业行动
        for token in page.tokens(start, match.end(1))
    )
