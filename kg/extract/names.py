"""Personal names: whether one starts or ends at a place in a text, and how long it is.

A name is a surname of the table and one or two characters that occur in given names, and it ends where a word ends and
something else begins. The segmenter (by dictionary alone) says what is a word: 主任|高度|重视 has no 高度重.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.page import Page, tag_of, words_of
from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, GIVEN, SURNAMES, TRANSLITERATION, WORD_SURNAMES
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES, PERSON_NOUNS, SUFFIXES

# Function words and verbs of one character that follow names; as the third character of a name they are unlikely.
FOLLOWERS: Final = frozenset(
    "也在对说到等就还又将向与和及以从是任为作率带表被把让使并都均曾已总共同要会能可应则便即才仅只正再先去来做于给由因虽但而且或介告指强认提要主出参宣透称代深前亲一致讲谈问答率赴赶走陪慰看接当兼获受担负调检视考听了的着过等同先女所发"
)
_VERBS_FROM: Final = {
    pair[0]: pair[1:]
    for pair in (
        "正在是式值处当 强调 指出 提出 介绍 告诉 宣布读传 透露 认为真 参加观与 深入 亲自临切 代表 主持动任管 要求 检查 视察 慰问 陪同伴 担任 获得奖悉 调研任离往查整动入出 所作做提讲述说写著 发去来出给送布言".split()
    )
}
"""What makes a verb of some of them; before anything else they end a name as often as any other character."""
_FOLLOWING_WORDS: Final = re.compile(
    r"同志|来[到自]|先生|女士|老师|教授|等|家(?=[，。中里走探])|介绍|告诉|表示|指出|强调|要求|认为|主持|出席|参加|讲话|代表|深入|前往|一行|率|带领|作|在|到|对|说|就|也|还|又|将|向|与|和|及|以|从|是|担任|兼任|为|任|宣布|透露|称|"
    r"亲自|亲临|先后|分别|首先|最后|专程|陪同|参观|考察|调研|视察|检查|慰问|走访|听取|充分|高度|同时|接受|接过|回忆|感慨|感动|高兴|激动|兴奋|坦言|笑|总|常|正|刚|已|曾|把|被|让|使|给|由|并|则|做|希望|勉励|"
    r"当选|接任|不再|获|受|负责|主管|分管|联系|组织|邀请|致辞|发言|通报|部署|提出|签署|签订|宣读|汇报|回答|解释|精神|事迹|摄(?![\u4e00-\u9fff])|[一二两三四五六七八九十]+[位名]|报道(?![\u4e00-\u9fff])|妻子|丈夫|父亲|母亲|儿子|女儿|夫妇|夫妻|一家|家庭"
)
_MINORITY: Final = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
_STRETCH: Final = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?=[，。、；（ \n]|家|说|等|出席|主持|参加|讲话|指出|强调|介绍|表示|要求|带队|同志|率|作|为|任|$)"
)
_MINORITY_ENDS: Final = re.compile(_MINORITY.pattern + "$")
_LONGEST_DOTTED: Final = 31
"""Characters of a name of four parts."""
_FORMAL: Final = re.compile("主持|出席|强调|指出|要求|表示|宣读|致辞|讲话|作了|作的|代表")
"""Verbs that in reports no adverb like 才 or 正 stands before."""
_NOT_HAN: Final = re.compile(r"[^\u4e00-\u9fff]")
_SAYING: Final = re.compile(r"说[，：。“]|原是|现任|现为|现年|今年|同志|介绍|告诉|表示|指出|强调|坦言")
"""Words behind a name that leave no doubt where it ends, even where the segmenter joins them to it (明|说)."""
_ACTING: Final = re.compile("主持|出席|强调|指出|要求|表示|介绍|讲话|率|带领|陪同|调研|代表")
"""Verbs that officials do: behind a title, even a word before them is a name (主任|高原|主持)."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_VERB_BEHIND: Final = re.compile("介绍|告诉|表示|指出|强调|要求|主持|出席|作|任|说，|说：|同志|代表|带领|陪同|调研|$")
_CUTTING: Final = re.compile("来|带队|任|作|和|与|强调|介绍|率|到|同志|获|参加|主持|出席|在|对")
"""What behind a likely name ends it even where the segmenter joins its first character to the name's last (喻斌|林任)."""
_KIN: Final = frozenset(
    {"奶奶", "爷爷", "大伯", "大妈", "大爷", "大娘", "阿姨", "叔叔", "大叔", "大姐", "师傅", "老汉", "女士", "先生", "某某", "某"}
)


_FUNCTION_SURNAMES: Final = frozenset("干边区和于任时从向同应都能全经常成由来要会可别还着为是有")
"""Surnames that stand before other words far more often than before given names."""
_LEADING: Final = frozenset("向和于从同由任对与")
"""Surnames that before a whole name are prepositions, conjunctions or 任."""
_TOWARDS: Final = re.compile("[\u4e00-\u9fff]{3,4}副?(?:书记|主任|部长|校长|市长|县长|区长|局长|同志|主席|院长)")
"""Behind 向 and the like: a whole name and its title."""
_AND: Final = frozenset("和与及")
_INITIALS: Final = SURNAMES | {surname[0] for surname in COMPOUND_SURNAMES} | TRANSLITERATION
"""Characters with which a name may begin."""
_SOUND_TAGS: Final = frozenset({"nr", "nrfg", "nrt", "ns", "nz", "x", "zg"})
"""Tags of words that stand for their sounds."""
_NOT_LAST: Final = frozenset("的了着向往")
"""Particles and prepositions that stand behind names, not in them."""
_BODY_ENDS: Final = frozenset("办部局委处院所厅站室厂组区市县镇乡村")
"""Last characters of bodies and places: 文明办, 宣传部 are no names."""


class Name(NamedTuple):
    """``text[start:end]`` reads as a personal name; ``confidence`` by the name alone."""

    start: int
    end: int
    confidence: float


def may_begin(page: Page, start: int) -> bool:
    """Whether a name may begin at ``start`` by its first characters: what rules most positions out at little cost."""
    text = page.text
    if text[start : start + 1] in _LEADING and _TOWARDS.match(text, start):  # 部长|向|杨慧林副校长
        return False
    return text[start : start + 1] in _INITIALS or "·" in text[start : start + 8]


def at(page: Page, start: int, *, strict: bool = False) -> Name | None:
    """The name that starts at ``start``, if one does; ``strict`` where nothing but the name speaks for it."""
    if not may_begin(page, start):
        return None
    text = page.text
    end = len(text)
    transliterated = text[start] in TRANSLITERATION
    minority = _dotted(page, start, end) if "·" in text[start : start + 8] else None
    minority = minority or (_by_syllables(page, start, end) if transliterated else None)
    if minority is not None:
        return minority
    surname = _surname_length(text, start)
    if not surname:
        return _undotted(page, start, end) if transliterated and not strict else None
    window = text[start : min(start + 12, end)]
    han = len(window) if (other := _NOT_HAN.search(window)) is None else other.start()
    if han <= surname:
        return None
    words = words_of(window)
    if _begins_word(words[0], surname) and not _still_name(window, surname, han, words, strict=strict):
        return None if strict else _undotted(page, start, end)
    options = [
        (score, length)
        for length in (surname + 2, surname + 1)
        if length <= han and (score := _score(window, surname, length, han, words, strict=strict)) > 0
    ]
    if not options:
        return None if strict else _undotted(page, start, end)
    score, length = max(options)
    fuller = next((option for option in options if option[1] == surname + 2), None)
    if fuller is not None and not _follows(window, fuller[1]):
        score, length = fuller
    longer = None if strict else _undotted(page, start, end)
    if longer is not None and longer.end > start + length:
        unsure = score <= _CERTAIN or page.of_minorities
        if unsure or longer.end - start > _LONGEST_CHINESE:
            return longer
    return Name(start, start + length, min(0.97, 0.8 + score / 20))


def _begins_word(first: str, surname: int) -> bool:
    """Whether ``first``, a dictionary word that is no name, begins with the surname."""
    return len(first) > surname and not _is_name_token(first, tag_of(first), surname)


def _still_name(window: str, surname: int, han: int, words: list[str], *, strict: bool) -> bool:
    """Whether a name may be read all the same: it fills the stretch up to a mark (程文贵、), or a verb of officials follows."""
    first = words[0]
    if han <= surname + 2:
        whole = len(first) == han
        if whole and not strict:  # only of a surname that is hardly a word: 书记高原, not 书记项目, 组长召集
            return window[0] not in WORD_SURNAMES and (window[:surname] in COMMON_SURNAMES or tag_of(first) != "v")
        return not strict or (not whole and _likelihood(window[surname:han]) > _BEYOND_DOUBT)
    if strict:
        return False
    one_more = len(first) == surname + 1 and len(words) > 1 and len(words[1]) == 1
    acting = first not in PERSON_NOUNS and _ACTING.match(window, len(first)) is not None  # 学生|党员|代表
    return acting or (one_more and tag_of(first) not in ("ad", "d", "v", "vn"))


def _word_at(words: list[str], position: int) -> str | None:
    """The word that starts at ``position`` of the text that ``words`` are, if one does."""
    for word in words:
        if position <= 0:
            return None if position else word
        position -= len(word)
    return None


_GOES_ON: Final = frozenset({"r", "d", "p", "c", "t", "uj"})
"""Parts of speech that go on a sentence behind a name: 保洁员王生彪|每天."""
_LIKELY: Final = 1.6
"""A given name that is likelier than this is one even where a word that is no follower of names stands behind it."""
_BEYOND_DOUBT: Final = 2.3
"""A given name that is likelier than this outweighs a dictionary word that begins with the surname: 程文|贵, not 班子|好."""
_LONGEST_CHINESE: Final = 4
_CERTAIN: Final = 4.2
"""A score above this leaves no doubt that a name is Chinese and ends where it was found to end."""


def _dotted(page: Page, start: int, end: int) -> Name | None:
    """A name with · in it: each part as far as its characters are those of transliterations."""
    text = page.text
    first = _MINORITY.match(text, start, end)
    if first is None or not _may_be_sounds(first[0].partition("·")[0]):
        return None
    at = text.rindex("·", start, first.end()) + 1
    length = _sounds(text, at, end)
    return Name(start, at + length, 0.9) if length else None


def _may_be_sounds(part: str) -> bool:
    """Whether ``part`` may be transliterated: 古丽米热, not 会主席古丽米热."""
    strange = sum(char not in TRANSLITERATION for char in part)
    return strange == 0 or part in SURNAMES or (strange == 1 and part[0] in _INITIALS)


def _by_syllables(page: Page, start: int, end: int) -> Name | None:
    """A name of four to six characters that is the whole stretch up to a mark or a verb, made of syllables, not of words: 阿木时布."""
    stretch = _STRETCH.match(page.text, start, end)
    if (
        stretch is None or len(stretch[0]) < _LONGEST_CHINESE or stretch[0][0] in _LEADING or stretch[0][0] in _FUNCTION_SURNAMES
    ):  # 边听边记
        return None
    if sum(char in TRANSLITERATION for char in stretch[0]) * 2 < len(stretch[0]):
        return None
    if any(char in FOLLOWERS for char in stretch[0][2:]):  # 卓力|到会
        return None
    sounds = all(len(word) == 1 or tag_of(word) in _SOUND_TAGS or TRANSLITERATION.issuperset(word) for word in words_of(stretch[0]))
    return Name(start, stretch.end(), 0.8) if sounds else None


def _undotted(page: Page, start: int, end: int) -> Name | None:
    """A transliterated name without · (three to seven characters) that a boundary ends: 格日勒图."""
    length = _sounds(page.text, start, end)
    if not 3 <= length <= 7:  # as long as such names are
        return None
    if length <= _LONGEST_CHINESE and any(
        len(word) > 1 and tag_of(word) not in _SOUND_TAGS for word in words_of(page.text[start : start + length])
    ):
        return None
    return Name(start, start + length, 0.8)


def _sounds(text: str, start: int, end: int) -> int:
    """How many characters from ``start`` are those of transliterated names, up to a word that goes on the sentence."""
    length = 0
    while start + length < min(end, start + 8) and (text[start + length] in TRANSLITERATION or text.startswith("阿不", start + length - 1)):
        if length >= 2 and _FOLLOWING_WORDS.match(text, start + length):  # the shortest part
            break
        length += 1
    rest = text[start + length : start + length + 2]
    if length and (not rest or not _HAN.match(rest[0]) or _FOLLOWING_WORDS.match(text, start + length)):
        return length
    end = 0
    for word in words_of(text[start : start + length + 6]):
        if end + len(word) > length:
            return end if end and tag_of(word)[0] in "vdpcuailt" else 0
        end += len(word)
    return 0


def _surname_length(text: str, start: int) -> int:
    if text[start : start + 2] in COMPOUND_SURNAMES:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


def _is_name_token(text: str, tag: str, surname: int) -> bool:
    """Whether a dictionary word that begins with the surname may be a name or part of one (韦启明, 杨德)."""
    return tag in ("nr", "nrfg", "nrt") and len(text) <= surname + 2


def _impossible(window: str, surname: int, given: str, *, strict: bool, said: bool) -> bool:
    """Whether the words say that this is no name: kin, titles, bodies, 和|党员, or (strict) a rare surname and one character.

    ``said``: a verb of saying follows, so that even 向大军 is one.
    """
    if (
        given in _KIN
        or given[-1] == window[:surname]
        or window[: surname + len(given)] in OFFICES
        or given in OFFICES
        or given[-1] in _BODY_ENDS
    ):
        return True
    if not said and window[0] in _FUNCTION_SURNAMES and (given[0] in FOLLOWERS or (len(given) == 2 and _is_word(given))):
        return True
    doubtful = window[0] in WORD_SURNAMES and not said and _likelihood(given) <= _BEYOND_DOUBT
    if strict and len(given) == 2 and doubtful and _is_word(given):
        return True
    return strict and len(given) == 1 and (window[0] in WORD_SURNAMES or window[:surname] not in COMMON_SURNAMES)


def _score(window: str, surname: int, length: int, han: int, words: list[str], *, strict: bool) -> float:
    """How well the first ``length`` characters of ``window`` do for a name; 0 or less: not one."""
    given = window[surname:length]
    rest = window[length:]
    said = _SAYING.match(rest) is not None
    if _impossible(window, surname, given, strict=strict, said=said):
        return 0
    score = _likelihood(given)
    at_end = length >= han
    following = _word_at(words, length)
    if not at_end and following is None and not said and not (len(given) == 2 and score > _LIKELY and _CUTTING.match(rest)):
        return 0
    if at_end:
        score += 2.0
    elif _FOLLOWING_WORDS.match(rest) or any(rest.startswith(title) for title in ("书记", "主任", "局长", "市长", "县长", "部长")):
        score += 1.5
    elif strict and not said and (following is None or tag_of(following) not in _GOES_ON or score < _LIKELY or len(given) == 1):
        return 0
    if len(given) == 2 and _follows(window, length):  # a given name of two characters
        score -= 2.2 if not at_end else 0.8
    if window[0] in WORD_SURNAMES:
        score -= 0.7
    if window[:surname] not in COMMON_SURNAMES and surname == 1:
        score -= 0.3
    return score


def _follows(window: str, length: int) -> bool:
    """Whether the last of the first ``length`` characters goes on the sentence rather than ends a name."""
    char, rest = window[length - 1], window[length:]
    if char in "才正来" and _FORMAL.match(rest):  # 李广才|出席
        return False
    if char in "和与及":
        return not _VERB_BEHIND.match(rest)  # 叶玉和|介绍
    return char in FOLLOWERS and (char not in _VERBS_FROM or rest[:1] in _VERBS_FROM[char] or not rest)


def _is_word(text: str) -> bool:
    """Whether ``text`` is one word of the dictionary, and not one that is listed as a name."""
    return len(words_of(text)) == 1 and tag_of(text) not in ("nr", "nrfg", "nrt", "nz", "ns", "x")


def _likelihood(given: str) -> float:
    """0 to about 3, by how often the characters stand in given names."""
    if len(given) == 1:
        count = GIVEN[given].single + GIVEN[given].last * 0.3 + GIVEN[given].second * 0.1 if given in GIVEN else 0.4
        return 0.6 if count < 1 else min(1.8, 0.8 + count / 20)
    first, last = GIVEN.get(given[0]), GIVEN.get(given[1])
    second_count = first.second if first else 0.5
    last_count = last.last if last else 0.5
    return min(1.2, 0.3 + second_count / 30) + min(1.2, 0.3 + last_count / 30)


def is_whole(text: str, *, listed: bool = False) -> bool:
    """Whether ``text`` as a whole reads as a name of two to four characters.

    ``listed`` where it stands in a list of names or behind a label, so that it may be a word as well (高原, 刘洋).
    """
    if _MINORITY.fullmatch(text):
        return True
    surname = _surname_length(text, 0)
    if (
        not surname
        or not surname < len(text) <= surname + 2
        or text[surname:] in _KIN
        or text in OFFICES
        or text in SUFFIXES
        or text[-1] in _BODY_ENDS
    ):
        return False
    if text[0] in FOLLOWERS and text[0] in WORD_SURNAMES and len(text) == 3 and _is_word(text[1:]):
        return False
    given = text[surname:]
    if (
        given == text[:surname]
        or given in OFFICES
        or (given in VERBS and text[:surname] not in COMMON_SURNAMES)
        or text[-1] in _NOT_LAST
        or not all("\u4e00" <= char <= "\u9fff" for char in text)
    ):
        return False
    if not listed and _begins_word(words_of(text)[0], surname):
        return False
    return _likelihood(text[surname:]) > 0.9  # both characters known, or one that is frequent


def before(page: Page, end: int, low: int) -> Name | None:
    """The name that ends at ``end`` and starts no earlier than ``low``: at a boundary, the longest that reads as one."""
    text = page.text
    minority = (
        _MINORITY_ENDS.search(text, max(low, end - _LONGEST_DOTTED), end) if "·" in text[max(low, end - _LONGEST_DOTTED) : end] else None
    )
    if minority:
        return Name(minority.start(), end, 0.9)
    for length in (3, 2, 4):
        start = end - length
        listed = length == 3 and (start == low or text[start - 1] == "、")  # all that there is: 柯文|忠
        if start < low or not is_whole(text[start:end], listed=listed):
            continue
        if length == 3 and text[start] in _LEADING and is_whole(text[start + 1 : end]):  # 向|雷锋
            continue
        if length == 2 and text[start] in _AND:  # 精神和|习总书记
            continue
        if start == low or not _HAN.match(text[start - 1]) or _ends_word(page, low, start, end):
            return Name(start, end, 0.9)
    return None


def _ends_word(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a word ends at ``start`` and the name is not swallowed by a longer word."""
    return any(token.end == start for token in page.tokens(max(low, start - 8), end))
