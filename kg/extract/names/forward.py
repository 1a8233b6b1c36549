"""The name that starts at a place in a text."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names import transliterated
from kg.extract.names.name import Name
from kg.extract.names.parts import BEYOND_DOUBT, INITIALS, LONGEST_CHINESE, begins_word, given_likelihood
from kg.extract.names.scoring import Stretch, follows, score_of, stretch_at
from kg.extract.names.whole import is_whole
from kg.extract.names.words import FOLLOWING_WORDS, HAN, LEADING, ends_before_word
from kg.extract.page import Page, tag_of, words_of
from kg.lexicon import divisions
from kg.lexicon.people import (
    COMMON_SURNAMES,
    FUNCTION_SURNAMES,
    GIVEN_NAMES,
    NAME_FOLLOWERS,
    TRANSLITERATION,
    WORD_SURNAMES,
    WORDS_LIKE_NAMES,
)
from kg.lexicon.stops import VERBS
from kg.lexicon.words import PERSON_NOUNS

_ACTING: Final = re.compile("主持|出席|强调|指出|要求|表示|介绍|讲话|率|带领|陪同|调研|代表")
"""Verbs that officials do: behind a title, even a word before them is a name (主任|高原|主持)."""
_ATTENDING: Final = re.compile("参加|列席|参会|到会")
"""What officials do, and others at their wish."""
_TOWARDS: Final = re.compile(
    "[\u4e00-\u9fff]{3,4}副?(?:书记|主任|部长|校长|市长|县长|区长|局长|同志|主席|院长|[省市县区镇乡村](?:的|委|党|政|人民|群众|捐|赠|移交|颁))"
)
"""Behind 向 and the like: a whole name and its title, or a place."""
_BESIDE_PEOPLE: Final = re.compile(
    "[省市县区旗州镇乡村](?:直|级|属|委|政府|人大|政协|内)|同学|学生|家长|群众|党员|干部|职工|同志|教师|代表"
)
"""Behind 和: others, and no given name."""
_CLOSING: Final = re.compile(FOLLOWING_WORDS.pattern + "|[和与及等]")
"""What behind a rare surname and a word that begins with it closes a name."""
_ASPECT: Final = ("了", "着", "过")
"""Behind a word: that it is a verb."""
_PROPER: Final = ("ns", "nr")
_VISIT: Final = re.compile("来(?:我|本|该)?[\u4e00-\u9fff](?:省|市|县|区|州)?(?:考察|视察|调研|检查|指导|访问|督查|督导|慰问)")
"""What somebody comes for, behind the title alone."""
_COMRADE: Final = "同志"
_POLITE: Final = ("先生", "女士")
_NOT_IN_NAMES: Final = frozenset(
    "的了着过这那其各每位名等些众和与及或向由对为在给跟从把被让请将以并也都还很老新全多几两一二三四五六七八九十百"
)
"""What stands before 同志 and is in no name: 这位|同志, 等三位|同志."""
_NO_NAMES: Final = ("及其", "荣誉")
_COURT: Final = "法庭"
"""What no given name is, behind the last character of a town's name: 平江县人民法院长|寿法庭."""
_CHINESE: Final = 3
_SAYS: Final = ("说", "道", "称")
_NAMELIKE: Final = 1.6
"""How likely a given name must be that makes a verb with the surname before it."""
_CERTAIN: Final = 4.2
"""A score above this leaves no doubt that a name is Chinese and ends where it was found to end."""


def may_begin(page: Page, start: int) -> bool:
    """Whether a name may begin at ``start`` by its first characters: what rules most positions out at little cost."""
    text = page.text
    if text.startswith("来", start) and _VISIT.match(text, start):  # 总书记|来陕考察
        return False
    if text.startswith(_NO_NAMES, start) or text.startswith(_COURT, start + 1):  # 法官|及其他工作人员, 优秀政协委员|荣誉, 法院|长寿法庭
        return False
    leads = text[start : start + 1] in LEADING and not (
        text[start] == "于" and text.startswith("同志", start + _CHINESE)
    )  # 副主席|于初林|同志
    if leads and _TOWARDS.match(text, start):  # 部长|向|杨慧林副校长, 成员|向|雨樟镇
        return False
    if text[start : start + 1] == "和" and (
        _BESIDE_PEOPLE.match(text, start + 1) is not None
        or is_whole(text[start + 1 : start + 4])
        or text[start + 1 : start + 3] in divisions.load().by_short
    ):  # 主席|和|马玉凤, 负责人|和|新罗, 教职员工|和|同学, 负责人|和|县直机关
        return False
    return text[start : start + 1] in INITIALS or "·" in text[start : start + 8] or text.startswith(_COMRADE, start + _CHINESE)


def at(page: Page, start: int, *, strict: bool = False) -> Name | None:
    """The name that starts at ``start``, if one does; ``strict`` where nothing but the name speaks for it."""
    if not may_begin(page, start):
        return None
    if (certain := transliterated.certain(page.text, start)) is not None:
        return certain
    known = transliterated.known(page.text, start)
    if known is not None and not (strict and known.end - start < _CHINESE):
        return known
    longer = None if strict else transliterated.undotted(page.text, start)
    best = _best(page, start, strict=strict)
    if best is None:
        return longer or (None if strict else _two_sounds(page, start) or _comrade(page.text, start))
    score, length = best
    if longer is not None and longer.end > start + length + (page.text[longer.end - 1] in NAME_FOLLOWERS):  # 张东文|都
        unsure = score <= _CERTAIN or page.of_minorities
        if unsure or longer.end - start > LONGEST_CHINESE:
            return longer
    length += not strict and _goes_on_in_sounds(page, start, length)
    return Name(start, start + length, min(0.97, 0.8 + score / 20))


def _goes_on_in_sounds(page: Page, start: int, length: int) -> bool:
    """Whether one more character up to a mark makes a name of three sounds behind a surname that is none: 佟|格日乐、, 计|明南加，.

    In any page, where the last two are a known name: 李加|才让|出席.
    """
    text, end = page.text, start + length + 1
    if length != _CHINESE:
        return False
    known = text[end - 2 : end] in GIVEN_NAMES and text[start] in COMMON_SURNAMES
    sounds = page.of_minorities and text[start] not in TRANSLITERATION and TRANSLITERATION.issuperset(text[start + 1 : end])
    return (known or sounds) and (HAN.match(text, end) is None or FOLLOWING_WORDS.match(text, end) is not None)


def _comrade(text: str, start: int) -> Name | None:
    """A name of three characters behind a title and before 同志, however rare its surname: 副局长|油明禄|同志, not 局长|等三位|同志.

    Before 先生 or 女士 any word is a name that begins with a common surname: 副秘书长|金华|先生.
    """
    for length in (_CHINESE - 1, _CHINESE):
        word = text[start : start + length]
        if text.startswith(_POLITE, start + length) and word[0] in COMMON_SURNAMES and _NOT_IN_NAMES.isdisjoint(word):
            return Name(start, start + length, 0.85)
    end = start + _CHINESE
    words = words_of(text[start:end]) if text.startswith(_COMRADE, end) else []
    rare = len(words) == _CHINESE and _NOT_IN_NAMES.isdisjoint(words) and all(map(HAN.match, words))
    return Name(start, end, 0.8) if rare else None


def _two_sounds(page: Page, start: int) -> Name | None:
    """A name of two sounds up to a mark, in a page that is about such people: 书记|格桑、."""
    end = start + 2
    sounds = page.of_minorities and TRANSLITERATION.issuperset(page.text[start:end]) and HAN.match(page.text, end) is None
    return Name(start, end, 0.75) if sounds and tag_of(page.text[start:end])[0] == "n" else None


def _best(page: Page, start: int, *, strict: bool) -> tuple[float, int] | None:
    """The score and the length of the likeliest Chinese name at ``start``: the fuller one, unless its last character goes on the sentence."""
    stretch = stretch_at(page, start)
    if stretch is None or (begins_word(stretch.words[0], stretch.surname) and not _still_name(stretch, strict=strict)):
        return None
    options = [
        (score, length)
        for length in (stretch.surname + 2, stretch.surname + 1)
        if length <= stretch.han and (score := score_of(stretch, length, strict=strict)) > 0
    ]
    if len(options) > 1 and ends_before_word(stretch.text, stretch.surname + 1):  # 张达|针对
        return options[1]
    if options and options[0][1] == stretch.surname + 2 and not follows(stretch.text, stretch.surname + 2):
        return options[0]
    return max(options, default=None)


def _still_name(stretch: Stretch, *, strict: bool) -> bool:
    """Whether a name may be read all the same: it fills the stretch up to a mark (程文贵、), or a verb of officials follows."""
    text, surname, han, words = stretch
    first = words[0]
    if han <= surname + 2:
        if text[len(first) : han] in _ASPECT:  # 向社区工作者|强调|了“…”
            return False
        whole = len(first) == han
        if whole and not strict:  # only of a surname that is hardly a word: 书记高原, not 书记项目, 组长召集
            proper = text[0] in FUNCTION_SURNAMES and text[:surname] in COMMON_SURNAMES and tag_of(first) in _PROPER  # 副组长|于洋，
            return proper or (text[0] not in WORD_SURNAMES and (text[:surname] in COMMON_SURNAMES or tag_of(first) != "v"))
        if text[len(first) : han] in _SAYS and not _may_say(first, surname):  # 村支书|介绍说
            return False
        doubtful = strict or (text[0] in WORD_SURNAMES and text[:surname] not in COMMON_SURNAMES)  # 书记|全面抓
        return not doubtful or (not whole and given_likelihood(text[surname:han]) > BEYOND_DOUBT)
    if not strict and given_likelihood(text[surname : surname + 2]) > BEYOND_DOUBT and ends_before_word(text, surname + 2):
        return text[0] not in WORD_SURNAMES or first not in PERSON_NOUNS  # 高志平|实地
    of_word = text.startswith("的", len(first)) and text[0] in WORD_SURNAMES  # 记者|关心的问题
    one_more = len(first) == surname + 1 and len(words) > 1 and len(words[1]) == 1 and not of_word
    if strict:  # 大户|江道胜|脸上
        return one_more and tag_of(first) == "ns" and FOLLOWING_WORDS.match(text, len(first) + 1) is not None
    if first not in PERSON_NOUNS and _ACTING.match(text, len(first)):  # not 学生|党员|代表
        return True
    if len(first) == surname + 1 and _ATTENDING.match(text, len(first)):  # 付强|参加, 平凡|参加, not 安排|参加
        return tag_of(first) == "a" or given_likelihood(first[surname:]) > _NAMELIKE
    if one_more and text[0] in COMMON_SURNAMES and _ACTING.match(text, len(first) + 1):  # 主席|严加军|出席
        return True
    return one_more and tag_of(first) not in ("ad", "d", "v", "vn", "p", "c") and not _goes_on(text, surname, len(first) + 1)


def _may_say(word: str, surname: int) -> bool:
    """Whether a word that begins with a surname is rather who says something than how it is said: 县长|高扬|说, not 介绍, 连声 or 安排."""
    tag = tag_of(word)
    if word in VERBS or word in WORDS_LIKE_NAMES or FOLLOWING_WORDS.fullmatch(word) or tag in ("ad", "d", "a"):
        return False
    return not tag.startswith("v") or (word[:surname] in COMMON_SURNAMES and given_likelihood(word[surname:]) > _NAMELIKE)


def _goes_on(text: str, surname: int, length: int) -> bool:
    """Whether more of the sentence stands behind a rare surname that is a word, and so many characters: 全部住|进, not 厚德明|和."""
    rare_word = text[0] in WORD_SURNAMES and text[:surname] not in COMMON_SURNAMES
    return rare_word and HAN.match(text, length) is not None and _CLOSING.match(text, length) is None
