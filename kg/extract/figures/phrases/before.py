"""What a figure counts, by what stands before its number, over joints such as 共有 and 达到."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.names import Names
from kg.extract.figures.phrases.last import Phrase, phrase
from kg.extract.page import Page
from kg.lexicon.words import FIGURE_CHANGES, FIGURE_HEADS, FIGURE_JOINTS

_JOINTS_ALONE: Final = {"才": "(?<![人英])才", "均": "(?<![人年亩户平月日头])均", "为": "(?<![行作])为", "长达": "(?<!时)长达"}
"""Joints that end other words, or begin in one: 人才, 人均, 行为, 时长."""
_JOINED: Final = re.compile("(?:" + "|".join(_JOINTS_ALONE.get(word, word) for word in FIGURE_JOINTS) + ")+$")
_LATIN: Final = re.compile("[A-Za-z]{2,8}$")
"""GDP and the like."""
_LONGEST_LATIN: Final = 8
_LABEL: Final = re.compile(r"([\u4e00-\u9fff（）]{2,12})[：:]$")
_QUOTED: Final = re.compile(r"“([^“”]{1,14})”$")
_COMPARED: Final = re.compile(
    rf"(?:[比较](?:上年|去年|前年|往年|历年|年初|上月|上季度|同期)+末?|同比|环比)({'|'.join(sorted(FIGURE_CHANGES))}|[多少高低快慢增减])$"
)
_CHANGE_LAST: Final = frozenset("多少高低快慢增减") | frozenset(word[-1] for word in FIGURE_CHANGES)
_HEADS: Final = {
    last: tuple(sorted((word for word in FIGURE_HEADS if word[-1] == last), key=lambda word: (-len(word), word)))
    for last in {word[-1] for word in FIGURE_HEADS}
}
"""Words at the head of what is counted, by their last character."""
_ASIDE: Final = re.compile(r"（[^（）]{1,10}）$")
_RUNNING: Final = re.compile(
    r"(?:(?:已|已经)?连续[\d一二两三四五六七八九十]{1,3}个?(?:年|月|季度|届)|(?:平均|人均|户均)?(?:每(?:[人户村亩年月天]|平方公里|平方千米|[百千万]人|公顷))+)$"
)
"""Between the counted thing and a joint or number: 就业率|连续六年|保持在95%, 奖励|每人|500元."""
_RUNNING_LAST: Final = frozenset("年月度届人户村亩天里米顷")
_LONGEST_RUNNING: Final = 10
_PARTS: Final = frozenset({"比例", "比重", "人数", "总数", "数量", "总量", "总额", "金额", "面积", "总值"})
"""What says nothing without whose it is: 党员的|比例."""
_PRESENT: Final = re.compile(r"(?:应|实)[到有](?:[\u4e00-\u9fff]{2,8}、[\u4e00-\u9fff、]{2,16})?$")
_PRESENT_REACH: Final = 28
_AGED: Final = re.compile(r"(\d{1,3}周?岁(?:及)?以[上下])的?$")
_LONGEST_AGED: Final = 10
"""35岁以下287人, 60岁以上的12名: of what age they are."""
_SEXES, _BESIDE = "男女", ("其中", "（", "、", "，")
"""劳动模范30名（其中|女|6名）."""
_RESPECT: Final = re.compile("在([\u4e00-\u9fff]{2,10})方面，[^，。；：]{0,12}$")
_RESPECT_REACH: Final = 28
"""在门诊量方面，前5个月由…: of what is told in the next clause."""
_LARGEST: Final = re.compile("(?:世界|中国|全球|民营)?[1-9]00$")
_LONGEST_LARGEST: Final = 6
"""世界500|强企业投资项目: how large firms are."""
_PERIOD: Final = re.compile("个?(?:月|年|季度|小时)份?(?:[来内里由从比]|期间)?")
"""What is left of a stretch of time whose number stands before it: 前5|个月|由…增加到."""


def before(page: Page, names: Names, low: int, at: int) -> Phrase:
    """The phrase that ends before ``at`` and begins behind ``low`` in its clause, over joints such as 共有 and 达到.

    ``names`` are the people, bodies and places of the page, at which it begins at the latest.
    """
    text = page.text
    present = _PRESENT.search(text, max(low, at - _PRESENT_REACH), at)
    if present:
        return Phrase(present[0], sure=True)
    joined = _JOINED.search(text, max(low, at - 10), at)
    stop = joined.start() if joined else at
    stop -= text[stop - 1 : stop] == " "  # 党员示范岗 4个
    stop = _before_running(text, low, stop)
    if stop <= low:
        return Phrase("", sure=False)
    compared = _COMPARED.search(text, max(low, stop - 14), stop) if text[stop - 1] in _CHANGE_LAST else None
    if compared is not None and compared.start() > low:  # 产量比上年增长
        return Phrase(phrase(page, names, max(low, page.clause(stop - 1)[0]), compared.start()).text + compared[1], sure=True)
    if (described := _described(text, low, stop)) is not None:
        return described
    if text[stop - 1] in "：:":
        label = _LABEL.search(text, max(low, stop - 14), stop)
        return Phrase(label[1] if label else "", sure=True)
    if text[stop - 1] == "（":
        stop -= 1
    elif text[stop - 1] == "）":  # 基层党组织（支部）13个
        aside = _ASIDE.search(text, max(low, stop - 12), stop)
        stop = aside.start() if aside else stop
    if stop <= low:
        return Phrase("", sure=False)
    if text[stop - 1] == "”":
        quoted = _QUOTED.search(text, max(low, stop - 16), stop)
        return Phrase(quoted[1] if quoted else "", sure=not text.startswith("等", stop))
    low = max(low, page.clause(stop - 1)[0])
    said = phrase(page, names, low, stop)
    return Phrase("", sure=False) if _PERIOD.fullmatch(said.text) else _completed(page, names, low, stop, said)


def _before_running(text: str, low: int, stop: int) -> int:
    """``stop``, or where what ran so long or was so much for each begins, with the joint before it: 密度|为每平方公里|226人."""
    running = _RUNNING.search(text, max(low, stop - _LONGEST_RUNNING), stop) if text[stop - 1] in _RUNNING_LAST else None
    if running is None:
        return stop
    joined = _JOINED.search(text, max(low, running.start() - 10), running.start())
    return joined.start() if joined is not None else running.start()


def _completed(page: Page, names: Names, low: int, stop: int, said: Phrase) -> Phrase:
    """``said`` with whose part it is (党员|的|比例), with what stands beside one character, or with the word at its head."""
    of = stop - len(said.text) - 1
    if said.text in _PARTS and of > low and page.text[of] == "的":
        return Phrase(phrase(page, names, low, of).text + said.text, sure=True)
    if said.text.startswith("强") and (largest := _LARGEST.search(page.text, max(0, of - _LONGEST_LARGEST), of + 1)):
        return Phrase(largest[0] + said.text, sure=True)
    pair = page.word_before(of) if len(said.text) == 1 and page.text[of] == "、" else None
    if pair is not None and not page.text[pair.start - 1].isdigit():  # 钱、物, not 大米12袋、油
        return Phrase(pair.text + page.text[of:stop], sure=True)
    return _with_head(page, low, stop, said)


def _with_head(page: Page, low: int, stop: int, said: Phrase) -> Phrase:
    """``said`` with the word at its head that is no noun, though the dictionary cuts through it: 下派|干部, 非公|企业党组织, 包村|干部."""
    start = stop - len(said.text)
    if not said.text or start <= low or page.text[start:stop] != said.text:
        return said
    for end in (start, start + 1):
        led = next((word for word in _HEADS.get(page.text[end - 1 : end], ()) if page.text.endswith(word, low, end)), "")
        if led and end < stop and page.breaks(end - len(led)):
            return Phrase(page.text[end - len(led) : stop], said.sure)
    return said


def _described(text: str, low: int, stop: int) -> Phrase | None:
    """What no noun says: GDP and the like, and so many years of age (60岁以上的12名)."""
    if text[stop - 1].isascii():
        latin = _LATIN.search(text, max(low, stop - _LONGEST_LATIN), stop)
        return Phrase(latin[0], sure=True) if latin is not None else None
    if text[stop - 1] in _SEXES and text.endswith(_BESIDE, low, stop - 1):
        return Phrase(text[stop - 1], sure=True)
    aged = _AGED.search(text, max(0, stop - _LONGEST_AGED), stop) if text[stop - 1] in "上下的" else None
    return Phrase(aged[1], sure=True) if aged is not None else None


def clause_before(page: Page, names: Names, low: int, at: int) -> str:
    """…任免建议，共计9人次: the phrase at the end of the clause before, where nothing but joints stands in the number's own."""
    respect = _RESPECT.search(page.text, max(low, at - _RESPECT_REACH), at)
    if respect is not None:
        return respect[1]
    start = max(low, page.clause(at - 1)[0]) if at else low
    joined = _JOINED.search(page.text, max(start, at - 10), at)
    if start <= low + 1 or page.text[start - 1] != "，" or (joined.start() if joined else at) > start:
        return ""
    return phrase(page, names, max(low, page.clause(start - 2)[0]), start - 1).text
