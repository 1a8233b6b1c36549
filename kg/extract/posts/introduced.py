"""People whom a paragraph or a line is about, with the posts that it tells of them: X，男，1968年生，现任Y; X  Y; a step of a résumé."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.appointed import DECISION_REACH, named_last
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register
from kg.extract.posts.serving import GETTING, HOLDING, ONCE
from kg.lexicon.people import TRANSLITERATION

_AS_KNOWN: Final = r"[\u4e00-\u9fff]{0,6}(?:资料|简历|履历|信息)(?:显示|表明|介绍)，|据(?:介绍|悉|了解|报道)，"
_INTRODUCED: Final = re.compile(
    rf"(?:[\u4e00-\u9fff ]{{2,8}}：|{_AS_KNOWN}|[他她我]叫)?"  # 人物名片：, 据介绍，
    # with sex, birth or age behind a comma: 王海（女），1968年3月出生，
    r"(?:([\u4e00-\u9fff·]{2,12})(?:（女[^（）\n]{0,8}）)?，"
    r"(?:男|女|(?:19|20)\d\d年?(?:\d{1,2}月)?(?:出生|生)|(?:今年|现年)\d\d岁)[，。于]?"
    # with age before the name, or with birth, home or schooling right behind it:
    r"|(?:(?:今年|现年)?\d\d岁的)?([\u4e00-\u9fff]{2,3}?)"
    r"(?:(?<=岁的[\u4e00-\u9fff]{2})，|(?<=岁的[\u4e00-\u9fff]{3})，"  # 今年45岁的王海，
    r"|生于(?:19|20)\d\d年"
    r"|(?:是|，)[\u4e00-\u9fff]{2,8}(?<![个的工商客])人，"  # 王海是某县人，
    r"|(?:(?:19|20)\d\d年)?(?:从)?[\u4e00-\u9fff]{0,8}毕业后，))"  # 王海2004年大学毕业后，
)
"""Somebody's name at the head of a paragraph about them, with what people are introduced by."""
_NEXT_POST: Final = re.compile(
    r"(?:[，；]|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|至今)?)"
    f"(?:后|先后|曾|又|再|去年|今年|后来|随后|之后|不久|同年|次年)?(?:{GETTING}|{ONCE}|{HOLDING}|现任|任)(?:中共)?$"
)
"""What says that who was named last got the post: 吴政不再兼任，改任…; 2008年4月任…."""
_BORN: Final = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:出)?生的([\u4e00-\u9fff]{2,4}?)(?:为例)?，$")
"""Before 现任: 1966年12月生的X，."""
_APPOSED: Final = re.compile(
    r"\s*([\u4e00-\u9fff·]{2,12})，((?:男|女|[\u4e00-\u9fff]{1,5}族|中共党员|党员|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出)?生|(?:今年|现年)?\d\d岁|大专|本科|研究生)(?:学历|文化)?[，、]\s?)*"
)
"""Somebody's name, perhaps with sex and birth, before posts: 王海，男，|某局局长."""
_AS_FOLLOWS: Final = re.compile("(?:分别|依次)(?:是|为)|(?:如下|名单|人选|拟任|任命)：")
"""Before the first of a list of people, each with posts: 推荐对象分别是|王海，某县委书记；李静，…."""
_LONGEST_ITEM: Final = 100
"""Characters of an item before its posts: a name, sex, birth and schooling."""
_OF_A_PEOPLE: Final = re.compile("(?!汉)[\u4e00-\u9fff]{1,6}族")
_LONGEST_STRANGE: Final = 7
_NEAR: Final = 30
_LISTED: Final = re.compile(
    r"(?:\d{1,3}[.．、] ?|[\u4e00-\u9fff ]{2,8}：[ ]{0,4})?([\u4e00-\u9fff·]{2,8})(?:（[^（）\n]{1,10}）)?[ \t]+(?:(?:男|女|[\u4e00-\u9fff]{1,4}族)[ \t]+){0,2}"
)
"""The head of a line: perhaps a number or a label, then a name, perhaps with sex and people, before posts: 2、王海  女  |某局局长."""
_WITHIN: Final = ("里", "中", "上", "下")
_NOW_OR_THEN: Final = re.compile(f"(?:现任|现为|现系|{ONCE}|拟任|提名为|改任|任)(?:中共)?$")


def _is_strange(name: str, text: str, end: int) -> bool:
    """Whether ``name``, before 男 or 女 that ends at ``end``, is no word, and of sounds or of somebody of another people: 才让太，男，藏族."""
    if not 1 < len(name) <= _LONGEST_STRANGE or names.is_word(name):
        return False
    return TRANSLITERATION.issuperset(name) or _OF_A_PEOPLE.match(text, end) is not None


def _apposed(text: str, low: int, start: int, end: int) -> PersonMention | None:
    """王海，|某局局长。: who begins a sentence that is nothing but the posts of ``text[start:end]``, or whose sex or birth stands before them."""
    apposed = _APPOSED.fullmatch(text, low, start)
    if apposed is None or not (apposed[2] or text[end : end + 1] in ("。", "；", "、", "\n", "")):
        return None
    if not names.is_whole(apposed[1], listed=bool(apposed[2])) and not (
        apposed[2] and _is_strange(apposed[1], text, apposed.end(1) + len("，男，"))
    ):
        return None
    return PersonMention(*apposed.span(1), apposed[1], "introduced", 0.9)


def _item(text: str, low: int, start: int) -> int:
    """Where the item of a list begins that holds ``start``: behind a semicolon, or what announces the list; else ``low``."""
    near = max(low, start - _LONGEST_ITEM)  # a sentence of nothing but posts asks for each of them
    item = max(low, text.rfind("；", near, start) + 1)
    announced = _AS_FOLLOWS.search(text, max(item, near), start)
    return announced.end() if announced is not None else item


def _heads_line(listed: re.Match[str]) -> bool:
    """Whether a name heads the line; behind a number or a label it must be no word: 说明：|单位|负责人."""
    if listed[1].endswith(_WITHIN) and names.is_word(listed[1][:-1]):  # 秋日|里
        return False
    return names.is_whole(listed[1], listed=True) and (listed.start() == listed.start(1) or not names.is_word(listed[1]))


def introduced(register: Register, chain: list[Title]) -> list[PersonMention]:
    """X，男，1968年生，现任Y，拟任Z: a paragraph that begins with a name tells that person's posts; so does a line X  Y."""
    page, text = register.around.page, register.text
    sentence = page.sentence_at(chain[0].start)
    if sentence is None:
        return []
    low, start = page.segments.paragraphs[sentence.paragraph].start, register.around.before_places(chain[0].body_start)
    item = _item(text, sentence.start, start)
    listed = _LISTED.match(text, low, start) or _LISTED.match(text, item, start)
    labels = text.startswith("：", chain[-1].end)  # 签发：甲  责任编辑|：乙
    if listed is not None and listed.end() == start and _heads_line(listed) and not labels:
        return [PersonMention(listed.start(1), listed.end(1), listed[1], "head of the line", 0.9)]
    if (about := register.resumes.about(start)) is not None:
        return [PersonMention(*about, text[slice(*about)], "résumé", 0.95)]
    if (apposed := _apposed(text, item, start, chain[-1].end)) is not None:
        return [apposed]
    verb = _NOW_OR_THEN.search(text, max(low, start - 6), start)
    if verb is None and text[start - 2 : start] != "生，":  # 某某，1962年生，|沭阳县委书记
        return []
    born = _BORN.search(text, max(sentence.start, start - _NEAR), verb.start()) if verb is not None else None
    if born is not None and names.is_whole(born[1], listed=True):
        return [PersonMention(*born.span(1), born[1], "introduced", 0.95)]
    intro = _INTRODUCED.match(text, sentence.start) or _INTRODUCED.match(text, low)
    name = (intro[1] or intro[2]) if intro is not None else ""
    if intro is not None and (names.is_whole(name, listed=True) or _is_strange(name, text, intro.end())):
        at = intro.start(1 if intro[1] else 2)
        return [PersonMention(at, at + len(name), name, "introduced", 0.95)]
    elided = _NEXT_POST.search(text, max(sentence.start, start - DECISION_REACH), start)
    return named_last(register, start, sentence.start) if elided is not None else []
