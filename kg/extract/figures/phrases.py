"""What a figure counts, in words of the text: the nouns behind the unit, the phrase before the number, or what was done."""

from __future__ import annotations

import re
from itertools import dropwhile, zip_longest
from typing import Final, NamedTuple

from kg.extract.figures.names import Names
from kg.extract.page import Page, Token
from kg.lexicon.stops import INSIDE_NAMES
from kg.lexicon.words import FIGURE_ACTS, FIGURE_CHANGES, FIGURE_JOINTS, FIGURE_LED, FIGURE_LIGHT, FIGURE_NOUNS, FIGURE_STOPS, FIGURE_WHOSE

_LONGEST: Final = 16
_REACH: Final = 28
_SHORT: Final = 2
"""Nouns of so few characters (意见, 对子) take the verb before them along."""
_NO_MARKS: Final = str.maketrans("", "", "“”《》")
_VERBS: Final = 2
_PASSED: Final = frozenset({"同比", "环比", "共同"})
_NOUN_TAGS: Final = re.compile(r"^(?:n|vn|a(?!d)|b|j|l|s|f|g|t|z|k|eng)")
_NO_PHRASE_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "r", "m", "mq", "x", "w", "y", "e", "o"})
_DIVISIONS: Final = re.compile(
    r"(?:省|市|县|区|镇|乡|嘎查村?|苏木|村|地|州|盟|旗)(?![直级属管内处域])(?:[省市县区镇乡村地州盟旗]|、(?=[省市县区镇乡村地州盟旗](?:[、（）]|$|[^\u4e00-\u9fff])|直辖市)|直辖市|（[省市县区镇乡村旗州盟地、]{1,7}）)*"
)
"""Kinds of places that are counted: 县（市）, 区、县, 省、直辖市."""
_LONG_WORD: Final = 4
"""Shorter words that the dictionary takes for places mostly are places, or begin with a verb (新建)."""
_OF: Final = re.compile(r"[\u4e00-\u9fff]{0,12}?的(?=[\u4e00-\u9fff]{2})")
_OPENING: Final = frozenset("“首第新12")
"""The first characters of what :data:`_OPENED` finds: a quotation, a batch, a year."""
_WORTH: Final = re.compile(r"[\d.]*[百千万亿]{1,2}元以上的?(?=[\u4e00-\u9fff])")
"""How much they cost at least, before the nouns behind a unit: 87个|亿元以上|重大项目."""
_COSTING: Final = re.compile(r"(?:投资|产值|收入|纳税)?[过超破][\d.]*[百千万亿]{1,2}元(?:以上)?的?$")
"""Before the nouns that a number stands behind: 投资过百亿元|项目2个."""
_SIZES: Final = re.compile(r"(?:[长宽高深约][约达]?[\d.,]+(?:公里|千米|米|厘米)[、，]?){1,6}的")
"""Between a unit and its nouns: 3条长1400米、宽4米的生产路."""
_OPENED: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?|首批|第[一二三四五六七八九十]{1,3}批|新一批)*(“[^“”\n]{2,14}”)?(?=[\u4e00-\u9fff，。、；（]|$)"
)
"""Before the nouns behind a unit."""
_THINGS: Final = ("设备", "设施", "系统", "装置", "工具", "机械", "器材", "仪器", "基地", "车间", "材料", "用品", "终端")
"""Behind a verb in a compound noun: 卫星接收设备."""
_OBJECTS: Final = ("对象", "人选", "人员")
"""Behind a verb in a compound noun: 差额考察对象."""
_MANNER: Final = re.compile(r"[\u4e00-\u9fff]{4}的(?=[\u4e00-\u9fff]{2})")
_MANNERS: Final = frozenset({"i", "l", "z"})
"""How the dictionary tags 丰富多彩, which with 的 is no thing that is counted."""
_COMPLEMENTS: Final = frozenset("出到完好给成入")
"""Behind a verb they are part of it, and stand before nouns only by themselves: 送出化肥37吨 counts 化肥."""
_MATTER: Final = re.compile(r"[^，。；：！？\n]{2,40}的([\u4e00-\u9fff]{2,8})(?=[，。；：！？\n]|$)")
_GRADED: Final = re.compile(r"[\u4e00-\u9fff]{0,4}[很较最极][\u4e00-\u9fff]{1,3}的")
_LED: Final = re.compile("(?:" + "|".join(sorted(FIGURE_LED, key=lambda word: (-len(word), word))) + ")+")
_JOINTS_ALONE: Final = {"才": "(?<![人英])才", "均": "(?<![人年亩户平月日头])均"}
"""Joints that end other words: 人才, 人均."""
_JOINED: Final = re.compile("(?:" + "|".join(_JOINTS_ALONE.get(word, word) for word in FIGURE_JOINTS) + ")+$")
_LABEL: Final = re.compile(r"([\u4e00-\u9fff（）]{2,12})[：:]$")
_QUOTATION: Final = re.compile(r"“([^“”]{1,6})”$")
_QUOTED: Final = re.compile(r"“([^“”]{2,14})”$")
_UNKNOWN: Final = ("嘎查", "苏木")
"""Words that the dictionary lacks."""
_RAW: Final = 4
_PARTICLES: Final = frozenset("了着过的")
_CJK: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
_COMPARED: Final = re.compile(rf"(?:[比较](?:上年|去年|前年|年初|上月|上季度|同期)+末?|同比|环比)({'|'.join(sorted(FIGURE_CHANGES))})$")
_NO_OPENERS: Final = frozenset({"t", "d", "r", "c", "p", "f", "ad"})
"""目前已整改 is 整改."""
_CHANGE_LAST: Final = frozenset(word[-1] for word in FIGURE_CHANGES)
_ASIDE: Final = re.compile(r"（[^（）]{1,10}）$")
_PRESENT: Final = re.compile(r"(?:应|实)[到有](?:[\u4e00-\u9fff]{2,8}、[\u4e00-\u9fff、]{2,16})?$")
_PRESENT_REACH: Final = 28


class Phrase(NamedTuple):
    """Words before a number; ``sure`` where nouns are among them, and no verb alone."""

    text: str
    sure: bool


def behind(page: Page, at: int) -> str:
    """The nouns that begin at ``at``; of a phrase with 的 (受表彰的村, 质量很高的报告) those behind it.

    A year or a batch before them is passed over (首批25个, 300名第二批…), a quotation is part of them (100个“…”示范党组织).
    """
    text = page.text
    opened = _OPENED.match(text, at) if text[at : at + 1] in _OPENING else None
    if opened is not None and opened.end() > at:
        quoted = (opened[1] or "").translate(_NO_MARKS)
        return (quoted + _plain_behind(page, opened.end()))[-_LONGEST:]
    sizes = _SIZES.match(text, at) if text[at : at + 1] in "长宽高深约" else None
    worth = _WORTH.match(text, at)
    if worth is not None and (nouns := _plain_behind(page, worth.end())):
        return (worth[0] + nouns)[:_LONGEST]
    return _plain_behind(page, sizes.end() if sizes is not None else at)


def _plain_behind(page: Page, at: int) -> str:
    text = page.text
    if not "\u4e00" <= text[at : at + 1] <= "\u9fff":
        return ""
    kinds = _DIVISIONS.match(text, at)
    head = kinds[0] if kinds else ""
    at = kinds.end() if kinds else at
    _, end = page.clause(at)
    led = _LED.match(text, at, end)
    if led:
        head, at = head + led[0], led.end()
    if end <= at or not "\u4e00" <= text[at] <= "\u9fff":
        return head
    graded = _GRADED.match(text, at, end)
    nouns = _nouns(page, graded.end() if graded else at, end)
    manner = _MANNER.match(text, at, end) if len(nouns) == _RAW and page.tokens(at, at + _RAW)[0].tag in _MANNERS else None
    nouns = (_nouns(page, manner.end(), end) or nouns) if manner else nouns
    if not nouns and not head:
        phrase = _OF.match(text, at, end)
        if phrase is not None:
            kinds = _DIVISIONS.match(text, phrase.end())
            head = kinds[0] if kinds else ""
            nouns = _nouns(page, phrase.end() + len(head), end)
    return (head + nouns)[:_LONGEST]


def matter(page: Page, at: int) -> str:
    """What is counted as a case or a point and told at length (3起违规公款吃请等违反规定的问题): the nouns behind the last 的."""
    told = _MATTER.match(page.text, at)
    nouns = _nouns(page, told.start(1), told.end(1)) if told is not None else ""
    return nouns if told is not None and nouns == told[1] else ""


def _nouns(page: Page, at: int, end: int) -> str:
    words: list[str] = []
    tokens = page.tokens(at, min(end, at + _REACH))
    for token, following in zip_longest(tokens, tokens[1:]):
        if words and words[-1] in ("以上", "以下") and token.text == "的":  # 科级以上的干部
            continue
        if words and token.text in FIGURE_ACTS and token.end < end and not (following is not None and following.text in _OBJECTS):
            break
        inside = (bool(words) and token.tag == "v" and token.text in INSIDE_NAMES) or (
            token.text in FIGURE_LED
            or (not words and token.tag == "i" and token.end < end)
            or (words and token.tag == "zg")
            or (words and token.text == "和" and token.end < end)
            or (words and token.tag == "v" and following is not None and following.text.startswith((*_THINGS, *_OBJECTS)))
        )
        joins = (
            words and len(words[-1]) == len(token.text) == 1 and token.tag[0] in "qn" and len(words) == 1
        )  # 牧户, which no dictionary has
        if (
            not inside
            and not joins
            and (token.text in FIGURE_STOPS or not _NOUN_TAGS.match(token.tag) or not "\u4e00" <= token.text[0] <= "\u9fff")
        ):
            break
        words.append(token.text)
    while words and words[-1] == "和":
        words.pop()
    return "".join(words)


def deed(page: Page, at: int) -> str:
    """What those who are counted did (…取得大专以上学历), or a name that begins with a verb: the words to the end of the clause."""
    if not "\u4e00" <= page.text[at : at + 1] <= "\u9fff":
        return ""
    _, end = page.clause(at)
    words: list[Token] = []
    for token in page.tokens(at, min(end, at + _LONGEST)):
        if (not words and token.tag[0] not in "va") or token.tag in ("uz", "uj") or (words and token.tag in ("p", "c", "x")):
            break
        if token.tag != "ul":
            words.append(token)
    acted = any(token.tag[0] == "v" for token in words[:2])
    told = acted and (len(words) > 1 or words[0].end == end)
    return "".join(token.text for token in words) if told else ""


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
    if stop <= low:
        return Phrase("", sure=False)
    compared = _COMPARED.search(text, max(low, stop - 14), stop) if text[stop - 1] in _CHANGE_LAST else None
    if compared is not None and compared.start() > low:  # 产量比上年增长
        return Phrase(phrase(page, names, max(low, page.clause(stop - 1)[0]), compared.start()).text + compared[1], sure=True)
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
    return phrase(page, names, max(low, page.clause(stop - 1)[0]), stop)


def clause_before(page: Page, names: Names, low: int, at: int) -> str:
    """…任免建议，共计9人次: the phrase at the end of the clause before, where nothing but joints stands in the number's own."""
    start = max(low, page.clause(at - 1)[0]) if at else low
    joined = _JOINED.search(page.text, max(start, at - 10), at)
    if start <= low + 1 or page.text[start - 1] != "，" or (joined.start() if joined else at) > start:
        return ""
    return phrase(page, names, max(low, page.clause(start - 2)[0]), start - 1).text


def phrase(page: Page, names: Names, low: int, stop: int) -> Phrase:
    """The last noun phrase of ``text[low:stop]``; very short nouns with their verb; where it ends in a verb this, with a change's noun."""
    counted = names.thing_before(stop)
    if counted >= 0:  # what is counted may look like a body: 农村党支部10个
        return Phrase(page.text[max(counted, stop - _LONGEST) : stop].translate(_NO_MARKS), sure=True)
    if page.text.endswith(_UNKNOWN, low, stop):  # 牧区嘎查578个
        kind = page.word_before(stop - 2)
        start = kind.start if kind is not None and kind.start >= low and kind.tag[0] in "ns" else stop - 2
        return Phrase(page.text[start:stop], sure=True)
    words = _last_words(page, names, max(low, stop - _REACH), stop)
    while len(words) > 1 and (words[0].text in FIGURE_LIGHT or words[0].text in FIGURE_WHOSE or words[0].tag in ("d", "r")):
        words.pop(0)
    verbs = [number for number, token in enumerate(words) if token.tag == "v" and token.text not in FIGURE_NOUNS]
    nouns = _joined(words[verbs[-1] + 1 :] if verbs else words)
    if len(nouns) > _SHORT or (nouns and len(nouns) > 1 and not verbs):
        return Phrase(_led_by(page, words, stop) + nouns, sure=True)
    if nouns and verbs and words[verbs[-1]].text in _COMPLEMENTS:
        return Phrase(nouns, sure=True)
    if nouns and verbs:
        return Phrase(_joined(words[verbs[-1] :]), sure=True)
    if verbs:  # 信访总量下降 is sure, 党组织书记培训 is not
        sure = bool(verbs[-1]) and words[verbs[-1]].text in FIGURE_CHANGES
        told = "" if sure or len(words[-1].text) == 1 else _told(page, names, low, stop)
        return Phrase(told or _joined(words), sure=sure)
    return Phrase(nouns if nouns and words[0].start == low else _raw(page, names, low, stop), sure=False)


def _led_by(page: Page, words: list[Token], stop: int) -> str:
    """What stands right before the nouns and belongs to them: a short quotation (“五星”支部), the other half of a pair (意见和建议)."""
    at = words[0].start
    costing = _COSTING.search(page.text, max(0, at - _LONGEST), at) if page.text[at - 1 : at] in "元上的" else None
    if costing is not None:
        return costing[0]
    before = _QUOTATION.search(page.text, max(0, at - 8), at) if page.text[at - 1 : at] == "”" else None
    if before is not None:
        return before[1]
    pair = page.word_before(at - 1) if stop - at <= _SHORT and page.text[at - 1 : at] in ("和", "与") else None
    return page.text[pair.start : at] if pair is not None and pair.tag in ("n", "vn") else ""


def _told(page: Page, names: Names, low: int, stop: int) -> str:
    """选派机关干部到村任职118名: all of a short clause whose last word is a verb, as what is counted stands before that."""
    while low < stop and names.hold(low):
        low += 1
    words = page.text[low:stop]
    whole = stop - low <= _LONGEST and _CJK.fullmatch(words) is not None and not any(names.hold(at) for at in range(low, stop))
    tokens = page.tokens(low, stop) if whole else ()
    told = dropwhile(lambda token: token.tag in _NO_OPENERS or token.text in FIGURE_STOPS or token.text in FIGURE_WHOSE, tokens)
    return "".join(token.text for token in told)


def _raw(page: Page, names: Names, low: int, stop: int) -> str:
    """The last characters before ``stop``, where the dictionary knows no word there."""
    for start in range(max(low, stop - _RAW), stop - 1):
        words = page.text[start:stop]
        if page.breaks(start) and _CJK.fullmatch(words) and words[0] not in _PARTICLES and not any(map(names.hold, range(start, stop))):
            return "" if words in FIGURE_STOPS else words
    return ""


def _joined(words: list[Token]) -> str:
    return "".join(token.text for token in words)[-_LONGEST:]


def _last_words(page: Page, names: Names, low: int, stop: int) -> list[Token]:
    words: list[Token] = []
    verbs = 0
    for token in reversed(page.tokens(low, stop) if low < stop else ()):
        if token.text in _PASSED or (not words and token.tag in ("d", "ad") and token.text not in FIGURE_STOPS):
            continue
        verbs += token.tag == "v" and len(token.text) > 1 and token.text not in FIGURE_NOUNS
        if (
            names.hold(token.start)
            or token.text in FIGURE_STOPS
            or (token.tag in _NO_PHRASE_TAGS and token.text != "之")  # 职工之家
            or (token.tag == "ns" and len(token.text) < _LONG_WORD and token.text not in FIGURE_NOUNS)
            or verbs > _VERBS
            or not "\u4e00" <= token.text[0] <= "\u9fff"
        ):
            break
        words.append(token)
    words.reverse()
    return words
