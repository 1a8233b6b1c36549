"""Reported figures: a number, its unit, and what it counts. No ordinals, dates, list numbers or numbers inside names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.extract.page import Page, Token
from kg.lexicon.words import UNITS


@dataclass(frozen=True, slots=True)
class FigureMention:
    """``text[start:end]`` reports ``value`` ``unit`` of ``measure``; ``qualifier``: more than, less than, about, or nothing."""

    start: int
    end: int
    value: Decimal
    unit: str
    measure: str
    qualifier: str
    rule: str
    confidence: float


_UNITS: Final = "|".join(
    re.escape(unit)
    for unit in sorted({*UNITS, "农户", "批次"} - {"县", "村", "镇", "市", "省"}, key=lambda unit: (-len(unit), unit))
    if unit[0] != "个" or unit in ("个", "个百分点", "个小时", "个月")
)
_FIGURE: Final = re.compile(
    r"(?P<before>近|约|大约|不少于|不低于|超过|突破|逾|高达|多达|至少|不足|不到|将近|接近)?"
    r"(?<![\d.第－])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<more>[余多来几])?(?P<times>万亿|百万|千万|十万|亿|万|千|百)?(?P<more2>[余多来])?(?P<hundred>(?<=[万亿])元)?"
    rf"(?P<unit>（人）次|个百分点|{_UNITS})?(?P<more3>[多余](?=[\u4e00-\u9fff，。、；]))?(?P<above>以上|左右|以下|以内)?"
)
_ROUND: Final = re.compile(
    r"(?<![\u4e00-\u9fff\d](?=[万千百]))(?<![一二三四五六七八九十几数两\d.成上过])(?P<times>[万千百])(?P<more>余)?(?P<unit>名|户|人|个|家|吨|亩|人次)(?=[\u4e00-\u9fff])"
)
_HUNDREDS: Final = re.compile(
    r"(?P<number>[一两二三四五六七八九])(?P<times>[百千万])(?P<more>[多余])?(?P<unit>名|户|人|个|家|吨|亩|人次|件|场|次)(?=[\u4e00-\u9fff])"
)
_SMALL: Final = re.compile(
    r"(?<=[了共有])(?P<number>[两二三四五六七八九十]{1,3})(?P<unit>幅|支|篇|场|台|辆|座|套|期|起|批|栋|幢)(?=[\u4e00-\u9fff])"
)
_TIMES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_DIGITS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_MORE: Final = frozenset({"不少于", "不低于", "超过", "突破", "逾", "至少", "高达", "多达"})
_LESS: Final = frozenset({"近", "不足", "不到", "将近", "接近"})
_DATE_UNITS: Final = frozenset({"年", "月", "日", "号", "时", "点", "届", "世纪", "周岁", "岁", "周年", "级", "度", "年代"})
_ORDINAL: Final = re.compile(r"第$|〔\d*$|\[\d*$|[-/.]$|\d[:：]$|[A-Za-z]$")
_NOUN_TAGS: Final = re.compile(r"^(?:n|vn|a|b|j|l|i|s|f|g|t)")
_DIVISIONS: Final = re.compile(
    r"(?:省|市|县|区|镇|乡|村|地|州|盟|旗)(?:[省市县区镇乡村地州盟旗]|、(?=[省市县区镇乡村地州盟旗直])|直辖市|（[市区]）)*"
)
"""Kinds of places that are counted: 县（市）, 区、县, 省、直辖市."""
_OF: Final = re.compile(r"[\u4e00-\u9fff]{2,12}?的(?=[\u4e00-\u9fff]{2})")
_MEASURE_STOP: Final = frozenset(
    "的 在 为 与 和 了 等 将 已 都 均 被 对 由 从 到 至 占 是 有 也 并 以 及 其中 全市 全县 全省 全区 全镇 全乡 我市 我县 今年 去年 目前 之际 以来 左右 各类 各种 原来".split()
)
_LIGHT: Final = frozenset("达到 实现 完成 做出 作出 进行 取得 得到 带动 组织 开展 进驻 深入 走进 覆盖 涉及 选派 安排".split())
"""Verbs at the head of a phrase that add nothing to what is counted."""
_LEFT: Final = re.compile(
    r"(?:共计|总计|累计|合计|共|达到|达|为|是|有|约|近|超过|突破|分别为|分别达|分别是|各|占|了|提高到|提升到|上升到|下降到|增加到|增加至|提高至|至|到)+$"
)
_CHANGED: Final = re.compile(r"([\u4e00-\u9fff]{2,16})由(?:原来的?|去年的?|过去的?)?$")


def find(page: Page, excluded: list[tuple[int, int]]) -> list[FigureMention]:
    """The figures in the mined zones of ``page``, in order; ``excluded`` are stretches (dates, names) without figures."""
    text = page.text
    closed = {position for start, end in excluded for position in range(start, end)}
    found: list[FigureMention] = []
    for match in _FIGURE.finditer(text):
        if match.start("number") in closed or not page.mined(match.start()):
            continue
        found += _reported(page, match, found[-1] if found else None)
    for pattern in (_ROUND, _SMALL, _HUNDREDS):
        for match in pattern.finditer(text):
            if match.start() not in closed and page.mined(match.start()):
                found += _in_words(page, match)
    return sorted(found, key=lambda mention: (mention.start, mention.measure))


def _reported(page: Page, match: re.Match[str], previous: FigureMention | None) -> list[FigureMention]:
    """The figure (or figures: A、B均为70%) of a match; ``previous`` is the one before it, whose measure it may share."""
    text = page.text
    unit = match["unit"] or ""
    after = text[match.end() : match.end() + 1]
    if (
        unit in _DATE_UNITS
        or _ORDINAL.search(text[max(0, match.start() - 4) : match.start("number")])
        or after == "年"
        or text.startswith(("号", "月"), match.end("number"))
    ):
        return []
    value = Decimal(match["number"].replace(",", "")) * _TIMES.get(match["times"] or "", 1)
    if match["hundred"] and not unit:
        unit = "元"
    if not unit:
        return _labelled(page, match, value)
    unit = "人次" if unit == "（人）次" else unit
    qualifier = _qualifier(match)
    if unit in ("%", "％"):
        return _shares(page, match, value, qualifier)
    measure, rule = _measure(page, match.start(), match.end())
    if unit == "人" and after == "民":
        measure = "人民"
    if not measure and previous is not None and match.start() - previous.end <= len("增加至"):
        measure, rule = previous.measure, "as before"
    if not measure and unit in ("农户", "户", "人", "元", "亩", "人次"):
        measure = {"户": "农户", "元": "资金"}.get(unit, unit)
        rule = "unit"
    if not measure:
        return []
    return [FigureMention(match.start(), match.end(), value, unit, measure, qualifier, rule, 0.8)]


def _qualifier(match: re.Match[str]) -> str:
    before = match["before"] or ""
    if match["more"] or match["more2"] or match["more3"] or before in _MORE or match["above"] == "以上":
        return "more than"
    if before in _LESS or match["above"] in ("以下", "以内"):
        return "less than"
    return "about" if before in ("约", "大约") or match["above"] == "左右" else ""


def _in_words(page: Page, match: re.Match[str]) -> list[FigureMention]:
    """万名…, 百余户…, 两幅…: numbers written in words."""
    groups = match.groupdict()
    value = Decimal(_TIMES.get(groups.get("times") or "", 1)) * (_small(groups["number"]) if "number" in groups else 1)
    measure = _after(page, match.end())
    if not measure:
        return []
    qualifier = "more than" if groups.get("more") else ""
    return [FigureMention(match.start(), match.end(), value, groups["unit"], measure, qualifier, "in words", 0.7)]


def _small(text: str) -> int:
    tens, ten, ones = text.partition("十")
    return (_DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)) if ten else _DIGITS[text[0]]


def _labelled(page: Page, match: re.Match[str], value: Decimal) -> list[FigureMention]:
    """金额：141094.80: a label and a bare number."""
    label = re.search(r"([\u4e00-\u9fff]{2,10})：$", page.text[max(0, match.start() - 11) : match.start()])
    if label is None or "." not in match["number"]:
        return []
    unit = "元" if label[1].endswith(("金额", "资金", "经费", "款", "收入", "支出")) else ""
    return [FigureMention(match.start(), match.end(), value, unit, label[1], _qualifier(match), "label", 0.7)]


def _shares(page: Page, match: re.Match[str], value: Decimal, qualifier: str) -> list[FigureMention]:
    """…率为99%, and A、B、C分别为100% which says it of each."""
    low, _ = page.clause(match.start())
    sentence = page.sentence_at(match.start())
    start = sentence.start if sentence else low
    left = re.split(r"[，。；：]", page.text[start : match.start()])[-1]
    shared = re.search(r"((?:[\u4e00-\u9fff]{2,12}、)+[\u4e00-\u9fff]{2,12}?)(?:均|都|分别)(?:为|达|达到|是)?$", left)
    if shared:
        return [
            FigureMention(match.start(), match.end(), value, "%", part, qualifier, "shared share", 0.75) for part in shared[1].split("、")
        ]
    measure = _before(page, match.start()) or _after(page, match.end())
    return [FigureMention(match.start(), match.end(), value, "%", measure, qualifier, "share", 0.75)] if measure else []


def _measure(page: Page, start: int, end: int) -> tuple[str, str]:
    """What is counted: the nouns behind the unit, else those before the number."""
    after = _after(page, end)
    if after:
        return after, "noun behind"
    return _before(page, start), "noun before"


def _after(page: Page, at: int) -> str:
    """The nouns that begin at ``at``; of a phrase with 的 (被投诉的单位), those behind it."""
    _, end = page.clause(at)
    text = page.text
    kinds = _DIVISIONS.match(text, at)
    head = ""
    if kinds:
        head, at = kinds[0], kinds.end()
        _, end = page.clause(at)
    if end <= at or not "\u4e00" <= text[at] <= "\u9fff":
        return head
    nouns = _nouns(page, at, end)
    if not nouns and not head:
        phrase = _OF.match(text, at, end)
        nouns = _nouns(page, phrase.end(), end) if phrase else ""
    return (head + nouns)[:16]


def _nouns(page: Page, at: int, end: int) -> str:
    words: list[Token] = []
    for token in page.tokens(at, min(end, at + 24)):
        if token.text in _MEASURE_STOP or not _NOUN_TAGS.match(token.tag) or not "\u4e00" <= token.text[0] <= "\u9fff":
            break
        words.append(token)
    return "".join(token.text for token in words)


def _before(page: Page, at: int) -> str:
    """The words that end before ``at``, over words such as 共, 达到 and 为; at most two verbs among them."""
    low, _ = page.clause(max(at - 1, 0))
    low = min(low, at)
    left = page.text[low:at]
    changed = _CHANGED.search(left)
    if changed:
        return _phrase(page, low, low + changed.end(1))
    joining = _LEFT.search(left)
    stop = at - (len(joining[0]) if joining else 0)
    label = re.search(r"([\u4e00-\u9fff]{2,10})：$", page.text[max(0, stop - 11) : stop])
    return label[1] if label else _phrase(page, low, stop)


def _phrase(page: Page, low: int, stop: int) -> str:
    words: list[Token] = []
    verbs = 0
    for token in reversed(page.tokens(low, stop)):
        verb = token.tag in ("v", "vd", "d", "ad") and len(token.text) > 1
        verbs += verb
        if token.text in _MEASURE_STOP or not (_NOUN_TAGS.match(token.tag) or verb or token.tag == "v") or verbs > 2:
            break
        if not "\u4e00" <= token.text[0] <= "\u9fff":
            break
        words.insert(0, token)
    while words and words[0].text in _LIGHT:
        words.pop(0)
    return "".join(token.text for token in words)[-16:]
