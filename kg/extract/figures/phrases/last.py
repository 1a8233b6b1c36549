"""The last noun phrase of a stretch, or the verb that it ends in."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Final, NamedTuple

from kg.extract.figures.names import Names
from kg.extract.figures.phrases.nouns import LONGEST, NO_MARKS, RAW, REACH
from kg.extract.page import Page, Token, tag_of, words_of
from kg.lexicon.words import FIGURE_CHANGES, FIGURE_LIGHT, FIGURE_NOUNS, FIGURE_STOPS, FIGURE_WHOSE

_SHORT: Final = 2
"""Nouns of so few characters (意见, 对子) take the verb before them along."""
_VERBS: Final = 2
_ALSO: Final = frozenset({"也", "还", "仍"})
"""Right before the number's verb they end nothing: 发生率|也|同步下降到3%."""
_PASSED: Final = frozenset({"同比", "环比", "共同"})
_NO_PHRASE_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "r", "m", "mq", "x", "w", "y", "e", "o"})
_LONG_WORD: Final = 4
"""Shorter words that the dictionary takes for places mostly are places, or begin with a verb (新建)."""
_OUTPUTS: Final = frozenset({"产值", "总产值", "增加值", "收入", "税收", "利润", "营收"})
_BRINGS: Final = frozenset({"完成", "实现", "创造"})
_COSTING: Final = re.compile(r"(?:投资|产值|收入|纳税)?[过超破][\d.]*[百千万亿]{1,2}元(?:以上)?的?$")
"""Before the nouns that a number stands behind: 投资过百亿元|项目2个."""
_COMPLEMENTS: Final = frozenset("出到完好给成入")
"""Behind a verb they are part of it, and stand before nouns only by themselves: 送出化肥37吨 counts 化肥."""
_ASIDE: Final = re.compile(r"（[\u4e00-\u9fff]{1,4}）$")
"""Another word for the one before it."""
_QUOTATION: Final = re.compile(r"“([^“”]{1,6})”$")
_NOT: Final = frozenset({"未", "不", "无", "非"})
"""Before a verb or noun they say the opposite of it."""
_UNKNOWN: Final = ("嘎查", "苏木")
"""Words that the dictionary lacks."""
_THERE: Final = frozenset({"到", "下到", "深入", "赴", "走进"})
"""Verbs before where something is done."""
_PARTICLES: Final = frozenset("了着过的")
_KINDS: Final = frozenset("村户县乡镇")
"""What is counted in one character, behind 的."""
_EVERYWHERE: Final = frozenset({"全国", "全州", "全盟", "全旗"})
"""Where something is counted, by itself no part of it."""
_GRADED: Final = re.compile("[\u4e00-\u9fff]{2,4}及以[上下]的?[\u4e00-\u9fff]{2,6}$")
_CJK: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
_NO_OPENERS: Final = frozenset({"t", "d", "r", "c", "p", "f", "ad"})
"""目前已整改 is 整改."""


class Phrase(NamedTuple):
    """Words before a number; ``sure`` where nouns are among them, and no verb alone."""

    text: str
    sure: bool


def phrase(page: Page, names: Names, low: int, stop: int) -> Phrase:
    """The last noun phrase of ``text[low:stop]``; very short nouns with their verb; where it ends in a verb this, with a change's noun."""
    counted = names.thing_before(stop)
    if counted >= 0:  # what is counted may look like a body: 农村党支部10个
        return Phrase(page.text[max(counted, stop - LONGEST) : stop].translate(NO_MARKS), sure=True)
    graded = _GRADED.search(page.text, max(low, stop - LONGEST), stop) if "及以" in page.text[max(low, stop - LONGEST) : stop] else None
    if graded is not None:  # 初中及以下学历
        return Phrase(graded[0], sure=True)
    if page.text.endswith(_UNKNOWN, low, stop):  # 牧区嘎查578个
        kind = page.word_before(stop - 2)
        start = kind.start if kind is not None and kind.start >= low and kind.tag[0] in "ns" else stop - 2
        return Phrase(page.text[start:stop], sure=True)
    words = _last_words(page, names, max(low, stop - REACH), stop)
    while words and _is_no_opener(words[0], alone=len(words) == 1):
        words.pop(0)
    verbs = [number for number, token in enumerate(words) if token.tag == "v" and token.text not in FIGURE_NOUNS]
    nouns = _joined(words[verbs[-1] + 1 :] if verbs else words)
    if (village := _village(page, words, nouns, verbs)) is not None:
        return village
    if len(nouns) > _SHORT or (nouns and len(nouns) > 1 and not verbs):
        return Phrase(_led_by(page, words, stop) + nouns, sure=True)
    if nouns and verbs and words[verbs[-1]].text in _COMPLEMENTS:
        return Phrase(nouns, sure=True)
    if nouns and verbs:
        return Phrase(_with_verb(words, verbs[-1], nouns), sure=True)
    if verbs:  # 信访总量下降 is sure, 党组织书记培训 is not
        sure = bool(verbs[-1]) and words[verbs[-1]].text in FIGURE_CHANGES
        done = words if sure else _without_manner(words)
        told = "" if sure or len(words[-1].text) == 1 or len(done) < len(words) else _told(page, names, low, stop)
        return Phrase(told or _joined(done), sure=sure)
    return Phrase(nouns if nouns and words[0].start == low else _raw(page, names, low, stop), sure=False)


def _with_verb(words: list[Token], verb: int, nouns: str) -> str:
    """Short ``nouns`` with the verb before them (未|脱贫|人口), or with the trade that brought them in: 工程机械产业|完成|产值."""
    trade = _joined(words[:verb]) if nouns in _OUTPUTS and words[verb].text in _BRINGS else ""
    if trade.endswith("业") and len(trade) > _SHORT:
        return (trade + nouns)[-LONGEST:]
    return _joined(words[verb - (verb > 0 and words[verb - 1].text in _NOT) :])


def without_verbs(measure: str) -> str:
    """``measure`` without the verb that it begins with: 发放|调查问卷."""
    words = words_of(measure)
    while len(words) > 1 and tag_of(words[0]) == "v":
        words.pop(0)
    return "".join(words)


def _village(page: Page, words: list[Token], nouns: str, verbs: list[int]) -> Phrase | None:
    """Nouns that are counted although they are short, or that a verb belongs to: …5万元以上的|村, 驻|村干部."""
    if nouns in _KINDS and page.text[words[-1].start - 1] == "的":
        return Phrase(nouns, sure=True)
    sent = nouns.startswith("村") and bool(verbs) and words[verbs[-1]].text == "驻"
    return Phrase("驻" + nouns, sure=True) if sent else None


def before_names(page: Page, names: Names, low: int, at: int) -> str:
    """The nouns before the names of some of those who are counted: 优秀党员|甲、乙等|297人; nothing where no such names stand there."""
    if page.text[at - 1 : at] != "等":
        return ""
    start = at - 1
    while start > low and (names.hold(start - 1) or (page.text[start - 1] == "、" and names.hold(start - 2))):
        start -= 1
    if start <= low or start == at - 1:
        return ""
    said = phrase(page, names, max(low, page.clause(start - 1)[0]), start)
    return said.text if said.sure else ""


def _without_manner(words: list[Token]) -> list[Token]:
    """What is done, without who does it how or where: 班子成员相互|谈心, 常委下到基层|宣讲."""
    for number in range(len(words) - 2, 0, -1):
        if words[number].tag == "d" and words[number].text not in _NOT:
            return words[number + 1 :]
        if words[number].text in _THERE and number < len(words) - 2:
            return words[number + 2 :]
    return words


def _is_no_opener(word: Token, *, alone: bool) -> bool:
    """Whether what is counted is not said to begin with ``word``; 未 and the like turn it round, and stay."""
    if alone:
        return word.text in _EVERYWHERE  # 全国|共有1.2亿件
    return word.text not in _NOT and (word.text in FIGURE_LIGHT or word.text in FIGURE_WHOSE or word.tag in ("d", "r"))


def _led_by(page: Page, words: list[Token], stop: int) -> str:
    """What stands right before the nouns and belongs to them: a short quotation (“五星”支部), the other half of a pair (意见和建议)."""
    at = words[0].start
    costing = _COSTING.search(page.text, max(0, at - LONGEST), at) if page.text[at - 1 : at] in "元上的" else None
    if costing is not None:
        return costing[0]
    before = _QUOTATION.search(page.text, max(0, at - 8), at) if page.text[at - 1 : at] == "”" else None
    if before is not None:
        return before[1]
    aside = _ASIDE.search(page.text, max(0, at - 8), at) if page.text[at - 1 : at] == "）" else None
    if aside is not None:  # 社区（农村）|工作者
        led = page.word_before(aside.start())
        return page.text[led.start : at] if led is not None and led.tag[0] == "n" else ""
    pair = page.word_before(at - 1) if stop - at <= _SHORT and page.text[at - 1 : at] in ("和", "与") else None
    return page.text[pair.start : at] if pair is not None and pair.tag in ("n", "vn") else ""


def _told(page: Page, names: Names, low: int, stop: int) -> str:
    """选派机关干部到村任职118名: all of a short clause whose last word is a verb, as what is counted stands before that."""
    while low < stop and names.hold(low):
        low += 1
    words = page.text[low:stop]
    whole = stop - low <= LONGEST and _CJK.fullmatch(words) is not None and not any(names.hold(at) for at in range(low, stop))
    tokens = page.tokens(low, stop) if whole else ()
    said = [number for number, token in enumerate(tokens) if token.text in FIGURE_STOPS and token.tag in ("t", "m")]  # …平台|全年|受理举报
    told = dropwhile(
        lambda token: token.tag in _NO_OPENERS or token.text in FIGURE_STOPS or token.text in FIGURE_WHOSE,
        tokens[said[-1] + 1 :] if said else tokens,
    )
    return "".join(token.text for token in told)


def _raw(page: Page, names: Names, low: int, stop: int) -> str:
    """The last characters before ``stop``, where the dictionary knows no word there."""
    for start in range(max(low, stop - RAW), stop - 1):
        words = page.text[start:stop]
        if page.breaks(start) and _CJK.fullmatch(words) and words[0] not in _PARTICLES and not any(map(names.hold, range(start, stop))):
            return "" if words in FIGURE_STOPS or words in _EVERYWHERE else words
    return ""


def _joined(words: list[Token]) -> str:
    return "".join(token.text for token in words)[-LONGEST:]


def _last_words(page: Page, names: Names, low: int, stop: int) -> list[Token]:
    words: list[Token] = []
    verbs = 0
    for token in reversed(page.tokens(low, stop) if low < stop else ()):
        if token.text in _PASSED or (not words and token.tag in ("d", "ad") and (token.text not in FIGURE_STOPS or token.text in _ALSO)):
            continue
        verbs += token.tag == "v" and len(token.text) > 1 and token.text not in FIGURE_NOUNS
        if (
            names.hold(token.start)
            or token.text in FIGURE_STOPS
            or (token.tag in _NO_PHRASE_TAGS and token.text != "之" and token.text not in FIGURE_NOUNS)  # 职工之家
            or (token.tag == "ns" and len(token.text) < _LONG_WORD and token.text not in FIGURE_NOUNS)
            or verbs > _VERBS
            or not "\u4e00" <= token.text[0] <= "\u9fff"
        ):
            break
        words.append(token)
    words.reverse()
    return words
