"""How well so many characters do for a Chinese name, by what they are and by what stands behind them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.extract.names.parts import BEYOND_DOUBT, given_likelihood, is_other, is_word, surname_length
from kg.extract.names.words import FOLLOWING_WORDS, HAN, NOT_HAN, ends_before_word
from kg.extract.page import Page, tag_of, words_of
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, FUNCTION_SURNAMES, GIVEN_NAMES, NAME_FOLLOWERS, WORD_SURNAMES, WORDS_LIKE_NAMES
from kg.lexicon.stops import VERBS

_REACH: Final = 12
"""Characters from a surname on that are looked at."""
_SIGNED: Final = re.compile("(?:摄|报道)(?![\u4e00-\u9fff])")
"""Behind a name under a picture or a report: a name that ends like a follower of names all the same (卢民一|摄)."""
_LONG: Final = 2
"""Characters of the longer given names."""
_TITLES: Final = ("书记", "主任", "局长", "市长", "县长", "部长")
_WHEN: Final = "时，(?!副|[^，。、]{1,8}(?:书记|主任|主席|[县市区省州旗镇乡局厅部院校]长))"
"""见到王芳|时，他…; not where the next of a list follows: 县长王明时，县委书记甲."""
_SAYINGS: Final = (
    _WHEN,
    r"(?:如是|如此|这样|这么)?说[，：。“]|问[，：“道]|报道(?![\u4e00-\u9fff])",  # 如是说：, 问道
    r"家[中里的]|作为[\u4e00-\u9fff]{0,8}代表|一行(?![业政动为])",  # 家中, 作为村民代表
    r"等(?:\d|[两三四五六七八九十]{1,3}[名位户人]|领导|同志|人|出席|参加|陪同|到会|[省市县区州旗镇乡](?:(?:四大家?|四套|四家|几套|党政)(?:领导)?班子)?(?:领导|成员))",  # 等三人, 等县领导
    "原是|现任|现为|现年|今年|同志|先生|女士",
    "介绍|告诉|表示|指出|强调|坦言",
)
_SAYING: Final = re.compile("|".join(_SAYINGS))
"""Words behind a name that leave no doubt where it ends, even where the segmenter joins them to it (明|说)."""
_VERB_LAST: Final = re.compile(f"{_WHEN}|等\\d|说(?:[，：。“]|$)|摄(?![\u4e00-\u9fff])|报道(?![\u4e00-\u9fff])")
"""The last of a name and what is behind it, where it goes on the sentence: 欧阳翔|说。, 卢民|摄）, 梁捷|报道：, 见到王芳|时，, 顾问|等30余人."""
_CUTTING: Final = re.compile("来|带队|任|作|和|与|强调|介绍|率|到|同志|获|参加|主持|出席|在|对|将|为(?!民)")
"""What behind a likely name ends it even where the segmenter joins its first character to the name's last (喻斌|林任)."""
_FORMAL: Final = re.compile("主持|出席|强调|指出|要求|表示|宣读|致辞|讲话|作了|作的|代表")
"""Verbs that in reports no adverb like 才 or 正 and no 于 stands before."""
_PRESIDES: Final = re.compile("主持|出席|参加|陪同|强调|指出|列席|[ \u3000]+(?:通讯员|记者)")
"""Behind a name whose surname is more often another word: 向顶天|出席, 全正|通讯员, not 向大会|作了."""
_VERB_BEHIND: Final = re.compile("介绍|告诉|表示|指出|强调|要求|主持|出席|作|任|说，|说：|同志|代表|带领|陪同|调研|$")
_GOES_ON: Final = frozenset({"r", "d", "p", "c", "t", "uj"})
"""Parts of speech that go on a sentence behind a name: 保洁员王生彪|每天."""
_BEFORE_OTHERS: Final = frozenset("为会从向在到对把被由将以让给任作做是说")
"""Verbs and prepositions, which need something behind them,"""
_ASPECT: Final = re.compile("着(?!手|力|眼|重|装|实|便|迷|急)|了(?!解|然|不起|却|断)")
"""Behind the last character: that it is a verb."""
_COMES: Final = re.compile("来(?:我|该|[\u4e00-\u9fff]{2,8}(?:调研|考察|视察|检查|指导|督导|慰问|走访)(?!电|信|函))")
"""Behind a name that ends in 发: 李学发|来我市, not 李学|发来贺信."""
_ALONE: Final = 1.2
"""A given name of one character that is likelier is one behind a surname that is a word, where a verb of saying follows: 村民|范勇|说."""
_BEFORE_TITLES: Final = frozenset("副原前")
"""What with the word behind makes a title: 司徒文|副教授."""
_JOINED: Final = frozenset("为将都要向")
"""Words behind a name that make another with its last character: 勇为, 强将, 华都."""
_BEFORE_DATES: Final = frozenset("于在至自从到")
_DEPUTY: Final = "副"
"""In no given name: 由某办主任任副|组长, 任副主任."""
_LISTED: Final = ("等", "以及", "、")
"""so that before these they are the last of a name."""
_NEED_MORE: Final = frozenset("为从向对把被由将以让给与和及")
"""Prepositions and conjunctions, before which a sentence does not pause: 芮满对|，."""
_PAUSES: Final = ("，", "。", "；", "、", "）")
_PLAIN: Final = 0.95
"""A given name that is likelier than this, behind a noun for people and a surname that is hardly a word, is one where a word begins behind it."""
_LIKELY: Final = 1.6
"""A given name that is likelier than this is one even where a word that is no follower of names stands behind it."""
_BESIDE: Final = re.compile(
    "[及和与](?=[省市县区州盟旗乡镇](?:直|级|委|政府|人大|政协|法院|检察院|纪委|[\u4e00-\u9fff]{2,5}[局办])|各|有关|相关|全体|部分)"
)
"""Between a name and those beside its bearer, whatever word it makes with the name: 王家波|及县法院, 张平|和省委."""


class Stretch(NamedTuple):
    """The characters from a surname on: how many of them it is, how many are Chinese before anything else stands there, and their words."""

    text: str
    surname: int
    han: int
    words: list[str]


def stretch_at(page: Page, start: int) -> Stretch | None:
    """The characters from ``start`` on, where a surname and more of a name may stand there."""
    surname = surname_length(page.text, start)
    text = page.text[start : start + _REACH]
    other = NOT_HAN.search(text)
    beside = _BESIDE.search(text, surname + 1)
    han = min(match.start() for match in (other, beside) if match is not None) if other or beside else len(text)
    return Stretch(text, surname, han, words_of(text)) if surname and han > surname else None


def score_of(stretch: Stretch, length: int, *, strict: bool) -> float:
    """How well the first ``length`` characters of ``stretch`` do for a name; 0 or less: not one."""
    text, surname = stretch.text, stretch.text[: stretch.surname]
    given = text[stretch.surname : length]
    said = _SAYING.match(text, length) is not None or _says_somehow(stretch, length)
    said = said or (surname in FUNCTION_SURNAMES and surname != "和" and _PRESIDES.match(text, length) is not None)
    at_end = length >= stretch.han
    word = text[:length] in WORDS_LIKE_NAMES and (strict or not at_end)  # 职工|辛勤|管理, but 主任|花蕾（右）
    place = text[:_LONG] in _provinces() and not said and not at_end  # 江西|新明珠公司; but 主席|吉林，
    if word or place or _impossible(surname, given, strict=strict, said=said) or _VERB_LAST.match(text, length - 1):
        return 0
    ends = 2.0 if at_end else _ends(stretch, length, strict=strict, said=said)
    if ends is None:
        return 0
    score = given_likelihood(given) + ends
    if len(given) == _LONG and follows(text, length) and not _SIGNED.match(text, length):
        behind = text[length : length + 1]
        dated = text[length - 1] in _BEFORE_DATES and behind.isdigit()  # 李强|于3月5日
        score -= 0.8 if at_end and behind != "“" and not dated else 2.2  # 阎立|为“…”揭牌
    if text[0] in WORD_SURNAMES:
        score -= 0.7
    if len(surname) == 1 and surname not in COMMON_SURNAMES:
        score -= 0.3
    return score


def _says_somehow(stretch: Stretch, length: int) -> bool:
    """Whether a word behind the name tells how something is said: 刘玉兰|感激|地说."""
    how = _word_at(stretch.words, length)
    return how is not None and stretch.text.startswith("地说", length + len(how))


def _ends(stretch: Stretch, length: int, *, strict: bool, said: bool) -> float | None:
    """What speaks for it that a name ends in the middle of ``stretch``; None where it does not, or ``strict`` asks for more."""
    rest = stretch.text[length:]
    following = _word_at(stretch.words, length)
    given = stretch.text[stretch.surname : length]
    likely = len(given) == _LONG and given_likelihood(given) >= _LIKELY
    cut = said or (likely and _CUTTING.match(rest) is not None) or (not strict and _goes_on(stretch.text, length, given))
    if following is None and not cut:
        return None
    if FOLLOWING_WORDS.match(rest) or rest.startswith(_TITLES):
        return 1.5
    goes_on = likely and following is not None and tag_of(following) in _GOES_ON
    return 0.0 if said or goes_on or not strict or _is_plain(stretch, length, following) else None


def _goes_on(text: str, length: int, given: str) -> bool:
    """Whether the sentence goes on behind a name, though its next character makes a word with the name's last: 马志翔|实地, 李强|将到."""
    if ends_before_word(text, length):
        return text[length - 1] not in _BEFORE_TITLES
    serves = text[length] == "为" and FOLLOWING_WORDS.match(text, length + 1) is not None  # 王大为|正在
    return len(given) < _LONG and text[length] in _JOINED and HAN.match(text, length + 1) is not None and not serves


def _is_plain(stretch: Stretch, length: int, following: str | None) -> bool:
    """Whether surname and given name are what they look like, and another word stands behind them: 村民|王海|拿出, 党员|高宝华|主动."""
    surname, given = stretch.text[: stretch.surname], stretch.text[stretch.surname : length]
    if following is None or surname not in COMMON_SURNAMES:
        return False
    if len(given) == _LONG and is_word(given) and given_likelihood(given) <= BEYOND_DOUBT:  # not of 技术员|韦建军|带动
        return False
    return given_likelihood(given) > (BEYOND_DOUBT if surname in WORD_SURNAMES else _PLAIN)


def _impossible(surname: str, given: str, *, strict: bool, said: bool) -> bool:
    """Whether the words say that this is no name: kin, titles, bodies, 和|党员, or (strict) a rare surname and one character.

    ``said``: a verb of saying follows, so that even 向大军 is one.
    """
    if is_other(surname, given) or _DEPUTY in given:
        return True
    if surname == "和" and not said and (strict or len(given) == 1 or given_likelihood(given) < _LIKELY):  # 书记|和新|提拔的
        return True
    word = len(given) == _LONG and is_word(given)
    if not said and surname in FUNCTION_SURNAMES and (given[0] in NAME_FOLLOWERS or word or given in VERBS):  # 村官|暨下派
        return True
    rare = surname in WORD_SURNAMES and surname not in COMMON_SURNAMES
    if word and not said and rare and given_likelihood(given) < _LIKELY:  # 书记|年报酬
        return True
    if not strict:
        return False
    if len(given) == 1:
        doubtful = surname in WORD_SURNAMES or (len(surname) == 1 and surname not in COMMON_SURNAMES)
        return doubtful and not (said and surname in COMMON_SURNAMES and given_likelihood(given) >= _ALONE)
    return word and not said and surname in WORD_SURNAMES and given_likelihood(given) <= BEYOND_DOUBT


@cache
def _provinces() -> frozenset[str]:
    """The short names of the provinces."""
    return frozenset(short for short, named in divisions.load().by_short.items() if any(one.level == "province" for one in named))


def _word_at(words: list[str], position: int) -> str | None:
    """The word that starts at ``position`` of the text that ``words`` are, if one does."""
    for word in words:
        if position <= 0:
            return None if position else word
        position -= len(word)
    return None


def follows(window: str, length: int) -> bool:
    """Whether the last of the first ``length`` characters goes on the sentence rather than ends a name."""
    char, rest = window[length - 1], window[length:]
    known = window[length - 2 : length] in GIVEN_NAMES and FOLLOWING_WORDS.match(rest) is not None  # 李才让|出席
    if known or (char in _BEFORE_OTHERS and rest.startswith(_LISTED)):  # 裴子会|以及, 徐可为|等
        return False
    if char in _NEED_MORE and rest.startswith(_PAUSES):
        return False
    if char == "以" and rest.startswith("及"):  # 刘向|以及
        return True
    if char == "发" and _COMES.match(rest):
        return False
    if char == "前" and rest.startswith("家"):  # 书记张广前|家
        return False
    if (char in "才正来于同" and _FORMAL.match(rest)) or (char in "能一" and _PRESIDES.match(rest)):  # 李广才|出席, 钟健能|参加
        return False
    if _ASPECT.match(rest):  # 李强拿|着奖状, 王伟笑|了, not 李强|着手推进, 王伟|了解
        return True
    if char in "和与及":
        return not _VERB_BEHIND.match(rest)  # 叶玉和|介绍
    then = NAME_FOLLOWERS.get(char)
    return then is not None and (not then or not rest or rest[0] in then)
