"""Figures that several things share out or that say how another one changed: A、B分别为X、Y, 增长9%, 占38.4%."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_AND: Final = "(?:和|(?<!普)及)"
"""Between two things: not in 普及率."""
_THING: Final = rf"(?:(?!{_AND})[\u4e00-\u9fff“”]){{2,14}}"
_SHARED: Final = re.compile(
    rf"((?:(?:[城乡男女]|{_THING})(?:、|{_AND}))+{_THING}?)"  # 城、乡居民收入
    "(?:同比|[比较](?:上年|上届|上次|去年|往年|同期|前年|年初)(?:同期)?"  # 比上年同期
    "|[比较](?![例重])[^，。；、：]{1,12}?(?:末|底|前|初|年|时)"  # 比五年前
    r"|均|都|分别)+([\u4e00-\u9fff]{0,4})$"  # 分别增长
)
"""Several things before figures that they share, and the verb: 城、乡居民收入|比上年分别|增长."""
_ALONE: Final = re.compile(
    r"((?![为给向对把将被])[\u4e00-\u9fff]{2,20}?)(?:同比)?分别(?:同比|[比较](?![例重])[^，。；、：]{1,12}?(?:末|底|前|初|年|时))?([\u4e00-\u9fff]{0,4})$"
)
_AGAIN: Final = re.compile(
    r"(?:^|[，；、])(?:同比|比上年|较上年)?(分别)?(?:同比|[比较][\u4e00-\u9fff\d]{2,6}?)?([\u4e00-\u9fff]{2}(?:[\u4e00-\u9fff]{2})?)了?$"
)
_SERIES: Final = re.compile(r"(?:\d+(?:\.\d+)?[千万亿]?(?:%|个百分点|[人个名户件项次支家所条亩吨元])[、和]?)+")
_EACH: Final = re.compile(r"%|个百分点|[人名户件项次支家所条亩吨元]|个(?!百分)")
_SINCES: Final = (
    "[一二两三四五六七八九十]年(?:来|间)?|均|都|同比|环比",  # 五年来
    "比去年同期|比上年同期|比上年|比去年|比年初",
    "较上年|较去年|较年初|较上年同期|较去年同期",
    "年均|平均|逐年|累计|净(?![增减](?![长加少]))|分别",  # 净|增长, but not 净增
    "名义|实际|扣除(?:价格|物价)(?:上涨)?因素后?，?(?:实际)?",  # 扣除价格因素，实际
)
_SINCE: Final = "|".join(_SINCES)
"""Before a verb of change: since when, or how it is reckoned."""
_MOVES: Final = "增长|增幅|增速|提高|上升|下降|增加|减少|降低|回落|下滑|缩短|提升|增收|净增|净减|多增|少增|递增|递减|增|减"
_CHANGE: Final = re.compile(rf"(?:^|[，；、（(])(?:{_SINCE})*({_MOVES})(?:达到|达|了|为|到)?(?:（(?:以)?下同）)?$")
_COMPARED: Final = re.compile(
    rf"(?:^|[，；、（(])(?:[与同][^，。；]{{2,12}}?相比|比(?![例重率赛拼])|较(?![大好为高强快多])|高于|低于|高出|超出|超过)[^，。；]{{0,16}}?(高出|高|低|多|少|快|慢|{_MOVES})?了?$"
)
_TIMES: Final = re.compile(r"(?:^|[，；、（(])(?:约|已|达到|达)?(?:是|为|相当于)[^，。；]{1,12}的$")
_MOVED: Final = re.compile(rf"(?<=..)(?:{_MOVES})$")
RULE: Final = "change of the figure before"
_STATES: Final = frozenset({"share", "noun before"})
"""Rules of shares that are no changes themselves: 女干部占21%, 党员占4%，分别提高…."""
_PART: Final = re.compile(
    r"(?:^|[，；、（(])(?:仅|只|约)?占(?:到|比)?了?(?:([\u4e00-\u9fff（）A-Z]{0,16}?)(?:的|总[数量额值人]{1,2}|比重|比例)|(全[省市州县区镇乡村局校厂院国]))?(?:的?(?:比重|比例))?(?:约|近|为|达|达到)?$"
)
_FULFILLED: Final = re.compile(
    r"(?:^|[，；、（(])(?:超额)?完成(?:了)?([\u4e00-\u9fff]{0,8}?(?:目标任务|任务|目标|计划|预算)数?)(?:[\d.]{1,9}[万亿]?[人元]?)?的?$"
)
_CONVERTED: Final = re.compile(
    r"(?:^|[，；（(])(?:按[\u4e00-\u9fff]{2,12}(?:（[^（）]{1,24}）)?)?(?:折算|折合)(?:成|为|人民币|美元){0,2}约?$"
)
"""人均生产总值51771元，折算为|8192美元."""
_LONGEST_CONVERSION: Final = 40
_SHARE: Final = re.compile(
    r"占(?!比)(?:到|了|据)?+([\u4e00-\u9fff（）A-Z]{1,14}?)(?:的|的?比重|的?比例)?(?:(?:已)?连续[\d一二两三四五六七八九十]{1,3}年)?(?:约|近|为|达|达到|高达|超过|超|保持在|稳定在)?$"
)
"""A占B的X%."""
_NEAR: Final = 20
"""Characters between 分别 and the first figure: 分别比建县时增长|53倍."""
_MANY: Final = 6
"""城乡收入分别达A、B: one phrase for so many figures at most."""
_NO_MOVE: Final = frozenset({None, "增幅", "增速"})
DIFFERENCES: Final = frozenset({"%", "个百分点", "百分点", "个千分点", "倍"})
"""Units of shares, multiples and differences."""
_SAYS: Final = {"达", "为", "是", "达到", "完成", "实现", ""}
_RATIOS: Final = ("率", "度", "面", "量", "额", "值", "数", "收入", "支出", "比重")
_RATE: Final = 3
_TAIL: Final = 2
_WHOLE: Final = re.compile("全[省市州县区旗乡镇村国]")
"""Whose all of them are: 全村|住房砖瓦化率."""
_AMONG: Final = "其中"
_SPLIT: Final = re.compile(f"、|{_AND}")


def parts(page: Page, known: Names, low: int, number: Number) -> tuple[list[str], str]:
    """The things that share the figures beginning with ``number`` (A、B分别为), and the verb of change between; else nothing.

    ``known`` are the names of the page, which are no part of what is counted.
    """
    near = page.text[max(low, number.start - _NEAR) : number.start]
    if "分别" not in near and "均" not in near and "都" not in near:
        return [], ""
    low = max(low, number.start - 60)
    while low < number.start and known.hold(low):
        low += 1
    shared = _SHARED.search(page.text, low, number.start)
    if shared is None:
        clause = max(low, page.clause(number.start - 1)[0])
        while clause < number.start and known.hold(clause):
            clause += 1
        clause = max(clause, page.text.rfind("的", clause, number.start) + 1)
        alone = _ALONE.fullmatch(page.text, clause, number.start)
        return ([alone[1]] * _MANY, "" if alone[2] in _SAYS else alone[2]) if alone else ([], "")
    start = shared.start(1)
    while start < shared.end(1) and known.hold(start):
        start += 1
    start = max(start, page.text.rfind("的", start, shared.end(1)) + 1)
    if known.hold(shared.end(1) - 1) and shared[2] not in _SAYS:  # A、B分别捐款: who did it is not what is counted
        return [shared[2]] * _MANY, ""
    start += len(_AMONG) * page.text.startswith(_AMONG, start)
    whole = _WHOLE.match(page.text, start, shared.end(1))
    start = whole.end() if whole is not None else start
    names = [part for part in _SPLIT.split(page.text[start : shared.end(1)]) if part]
    return _completed(names), "" if shared[2] in _SAYS else shared[2].removesuffix("了")


def again(page: Page, low: int, number: Number) -> str:
    """分别增长, 增长6%、11.1%: the verb by which the things of the clause before share these figures, too."""
    match = _AGAIN.search(page.text, max(low, number.start - 16), number.start)
    return match[2] if match and (match[1] or (match[2] in _MOVES.split("|") and series(page, number) > 1)) else ""


def of_places(names: list[str], low: int, found: list[FigureMention]) -> list[str]:
    """``names``, or where they only say how something moved (A县、B县分别|增长): what moved so before in the sentence."""
    if not names or len(set(names)) > 1 or names[0] not in _MOVES.split("|"):
        return names
    moved = next((one.measure for one in reversed(found) if one.start >= low and one.measure.endswith(names[0])), names[0])
    return [moved] * len(names)


def series(page: Page, number: Number) -> int:
    """How many changes follow each other from ``number`` on: 50%、42.9%."""
    match = _SERIES.match(page.text, number.digits)
    return len(_EACH.findall(match[0])) if match else 0


def of_several(page: Page, low: int, number: Number, found: list[FigureMention]) -> list[str]:
    """事故3起，死亡4人，同比分别下降50%、42.9%: the measures of as many figures before as there are changes, in order."""
    match = _AGAIN.search(page.text, max(low, number.start - 16), number.start)
    many = series(page, number) if match is not None and match[1] else 0
    before = found[-many:] if many > 1 else []
    whole = len(before) == many and all(one.start >= low and (one.unit not in DIFFERENCES or one.rule in _STATES) for one in before)
    return [one.measure + match[2] for one in before] if whole and match is not None else []


def share(page: Page, low: int, number: Number) -> tuple[int, str]:
    """Where 占 stands before a share of ``text[low:]``, and of what it is one: 少数民族占总人口的51%; -1 where it does not."""
    match = _SHARE.search(page.text, max(low, number.start - 24), number.start)
    return (match.start(), match[1]) if match else (-1, "")


def of_previous(page: Page, low: int, number: Number, previous: FigureMention | None) -> str:
    """The measure of a figure that says how the previous one of its sentence changed, or what part it is."""
    if previous is None or previous.start < low:
        return ""
    start = max(previous.end, number.start - 20)
    if number.unit == "%" and page.text[previous.end : number.start] == "的" and previous.unit != "%":  # 完成目标78亿元的|100.3%
        told = previous.start - len(previous.measure)
        return ("完成" if page.text.endswith("完成", 0, max(0, told)) else "") + previous.measure
    base = _MOVED.sub("", previous.measure) if previous.rule == RULE else previous.measure
    change = _CHANGE.search(page.text, start, number.start)
    if number.unit in DIFFERENCES and previous.unit == number.unit and page.text[previous.end : number.start] in ("和", "、"):
        return previous.measure  # 年均增长4.9%和7.2%
    if change:
        return base.removesuffix(change[1]) + change[1]
    compared = _COMPARED.search(page.text, start, number.start)
    if compared and (compared[1] or number.unit in DIFFERENCES):
        moved = compared[1] if compared[1] is not None and compared[1] not in _NO_MOVE else ""
        return previous.measure.removesuffix(moved) + moved
    if number.unit == "倍" and _TIMES.search(page.text, start, number.start):
        return base
    if _CONVERTED.search(page.text, max(previous.end, number.start - _LONGEST_CONVERSION), number.start):
        return previous.measure
    fulfilled = _FULFILLED.search(page.text, start, number.start) if number.unit == "%" else None
    if fulfilled is not None:  # 新增就业5万人，完成目标任务的127%
        return f"{base}完成{fulfilled[1]}"
    part = _PART.search(page.text, start, number.start)
    if part is None:
        return ""
    whole = part[1] or part[2]
    return f"{base}占{whole}" if whole else previous.measure


def _completed(names: list[str]) -> list[str]:
    """A公共预算收入 and 支出, 城镇 and 农村居民收入: what the parts have in common stands only with the first, or only with the last."""
    first, rest = names[0], names[1:]
    if not rest:
        return names
    if rest[-1].endswith("率") and not first.endswith(_RATIOS):  # 社会团体和企业党组织覆盖率
        return [*(name if name.endswith(_RATIOS) else name + rest[-1][-_RATE:] for name in names[:-1]), rest[-1]]
    if all(name.endswith(rest[-1][-_TAIL:]) for name in names):  # 女干部、少数民族干部
        return names
    if len(first) <= _TAIL < len(rest[-1]):
        return [*(name + rest[-1][len(name) :] for name in names[:-1]), rest[-1]]
    return [first, *(first[: -len(name)] + name if len(name) <= _TAIL < len(first) else name for name in rest)]
