"""People without a post: behind nouns for people, before words like 同志, in lists, as speakers, and named again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract import names
from kg.extract.posts.credits import put_credits
from kg.extract.posts.register import Register
from kg.extract.scan import Hit, Scanner
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES
from kg.lexicon.words import OFFICES, PERSON_NOUNS

_STAFF: Final = re.compile(
    r"员(?<=[\u4e00-\u9fff]{2}员)(?<!人员)(?<!党员)(?<!成员)(?<!官员)(?<!动员)(?<!全员)(?<!会员)(?<!团员)(?<!委员)(?=[\u4e00-\u9fff]{2})"
)
"""员 at the end of a trade (统计员, 护林员)."""
_OF_A_PEOPLE: Final = re.compile("族(?:老|青年|妇女|农|牧)?$")
"""Behind the name of a people (哈萨克族牧民) a name may be a transliterated one."""
_AFTER_NAME: Final = re.compile(
    r"(同志|董事长|总经理|校长|院长|先进事迹|总书记|总理|主席|书记|部长|省长|市长|县长|区长|局长|主任|老师|教授|院士|先生|女士|烈士|将军)(?<![位名]同志)(?!们)"
)
_TO_REPORTERS: Final = re.compile("[对向]记者(?:说|介绍|表示|坦言)|告诉记者")
_BEING: Final = re.compile(
    r"(?:(?<=[。！？”\n])|^)([\u4e00-\u9fff]{2,3})是(?=[^，。]{0,30}(?:党员|村民|居民|干部|职工|工人|社员|农民|教师|医生|大户|第一书记|大学生|退伍军人|带头人)[，。])"
)
"""雷家祥是该镇的一名共产党员."""
_SIGNED: Final = re.compile(r"(?:承诺|联系|主讲|代言|传承|责任|包保|帮扶)人：\s?([\u4e00-\u9fff]{2,3})(?![\u4e00-\u9fff])")
_MANNERS: Final = (3, 5)
"""Characters of how somebody speaks: 高兴地, 兴高采烈地."""
_SAYING: Final = re.compile(r"(?:指出|强调|表示|介绍|告诉|认为|要求|说|主持|出席|在讲话中|作动员|作了|致辞|代表)")
_BIOGRAPHY: Final = re.compile(
    r"(?:[\u4e00-\u9fff ]{2,8}：)?([\u4e00-\u9fff·]{2,4})，\s?(?:男，|女，|今年|现年|\d{2}岁|(?:19|20)\d\d年(?:\d{1,2}月)?(?:毕业|出生|生|入党|参加|入伍|考入|到|任))"
)
_LIST_REACH: Final = 80
"""Characters before 等领导 in which the list begins."""
_MEMBERS: Final = re.compile(r"(?:[\u4e00-\u9fff·]{2,8}、)*[\u4e00-\u9fff·]{2,8}$")
_AND_OTHERS: Final = re.compile(
    r"[等一二两三四五六七八九十百\d](?:(?<=等)(?:一大?批|[\u4e00-\u9fff]{0,8}?(?:同志|领导|干部|人|党员(?!先锋|活动|教育|责任|示范)|模范|英雄|代表|专家|学者|劳模|先进)|[一二两三四五六七八九十百\d]{1,4}[位名])"
    r"|(?<!等)[一二两三四五六七八九十百\d]{0,3}[位名])"
)
"""What ends a list of names: 等领导, 等15位同志, 等一批标兵, 两位同志."""
_ADMIRED: Final = re.compile(
    r"(?:学习(?:弘扬|宣传|践行)?|向|弘扬|争做|像|以)((?:[\u4e00-\u9fff·]{2,4}、){0,40}[\u4e00-\u9fff·]{2,4}?)(?:等(?:[\u4e00-\u9fff]{0,6})|的)?(?:精神|先进事迹|事迹|同志|学习|那样|为榜样)"
)
_ROW: Final = re.compile(
    r"(?<![\u4e00-\u9fff、])(?:以及|包括|还有|其中有?)?([\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){3,})(?![\u4e00-\u9fff、])"
)
_LONGEST_LISTED: Final = 3
_NEARLY_ALL: Final = 5
"""Of so many members of a row one may be no name by itself."""
_CHOSEN: Final = re.compile(
    r"(?:任命|补选|增补|选举|推选|聘任)((?:[\u4e00-\u9fff·]{2,3}、){0,40}[\u4e00-\u9fff·]{2,3})(?:同志)?(?:等[\d一二三四五六七八九十]*人)?为"
)
_OF_AGE: Final = re.compile(r"\d{1,3}岁的")


def put_others(register: Register) -> None:
    """Add the people whom something else than a title tells; those that are there already stay."""
    _behind_nouns(register)
    _before_words(register)
    _listed(register)
    put_credits(register)


def put_speakers(register: Register) -> None:
    """X指出, X强调 at the head of a clause; X对记者说; X，2004年毕业 at the head of a paragraph."""
    page, text = register.around.page, register.text
    for match in _SAYING.finditer(text):
        low, _ = page.clause(match.start())
        if 2 <= match.start() - low <= 4 and low not in register.people and names.is_whole(text[low : match.start()]):
            register.add_name(low, match.start(), "speaker", 0.85)
        elif (
            match[0] == "说" and (name := names.before(page, match.start(), low)) is not None and text[name.start - 1] == "的"
        ):  # 上班的孙宇|说
            register.add_name(name.start, name.end, "speaker", 0.85)
    for match in (*_BEING.finditer(text), *_SIGNED.finditer(text)):
        if names.is_whole(match[1]) and match.start(1) not in register.people:
            register.add_name(*match.span(1), "introduced", 0.85)
    for match in _TO_REPORTERS.finditer(text):
        low, _ = page.clause(match.start())
        ends = [match.start(), *(match.start() - length for length in _MANNERS if text[match.start() - 1] == "地")]
        name = next(filter(None, (names.before(page, end, low) for end in ends if end > low)), None)
        if name is not None and not register.around.in_body(name.start, name.end):
            register.add_name(name.start, name.end, "speaker", 0.85)
    for paragraph in page.segments.paragraphs:
        intro = _BIOGRAPHY.match(text, paragraph.start, paragraph.end)
        if intro and intro.start(1) not in register.people and names.is_whole(intro[1], listed=True):
            register.add_name(*intro.span(1), "introduced", 0.85)


def put_again(register: Register) -> None:
    """Every other place where a name that was found stands."""
    known = {person.name for person in register.people.values()}
    if not known:
        return
    spans = sorted((person.start, person.end) for person in register.people.values())
    starts = [start for start, _ in spans]
    for hit in Scanner(known, once=True).scan(register.text):
        number = bisect_left(starts, hit.end) - 1
        if number < 0 or spans[number][1] <= hit.start:
            register.add_name(hit.start, hit.end, "again", 0.9)


@cache
def _noun_scanner() -> Scanner:
    return Scanner(PERSON_NOUNS)


def _behind_nouns(register: Register) -> None:
    """村民X, 集团领导X, 统计员X: a noun for a person, then a name."""
    aged = (Hit(match.start(), match.end(), match[0]) for match in _OF_AGE.finditer(register.text))  # 89岁的张敏媛
    staff = (Hit(match.start(), match.end(), match[0]) for match in _STAFF.finditer(register.text))
    for hit in (*_noun_scanner().scan(register.text), *staff, *aged):
        at = hit.end + (register.text[hit.end : hit.end + 1] == " ")
        if at not in register.people and register.around.page.mined(hit.start):
            people = _OF_A_PEOPLE.search(register.text, max(0, hit.start - 4), hit.start)
            for person in register.names_from(at, "behind a noun for people", 0.95, strict=people is None and hit.text[-1] != "的"):
                if hit.text[-1] != "的" or names.is_whole(person.name):
                    register.add(person)


def _before_words(register: Register) -> None:
    """X同志, X总书记, X老师: a name before such a word."""
    page, text = register.around.page, register.text
    starts = {title.start for title in register.titles}
    for match in _AFTER_NAME.finditer(text):
        start, word = match.start(), match[1]
        if (word in OFFICES and start not in starts) or not page.mined(start):
            continue
        name = names.before(page, start, page.clause(start)[0])
        if name is None or name.start in register.people or register.around.in_body(name.start, name.end):
            continue
        register.add_name(name.start, name.end, f"before {word}", 0.9)


def _listed(register: Register) -> None:
    """X、Y、Z等领导; 学习X、Y等…事迹: every member must read as a name."""
    for start, members, rule in (*_lists_of_names(register.text), *_admired(register.text), *_rows(register.text)):
        first = names.before(register.around.page, start + len(members[0]), register.around.page.clause(start)[0])
        if rule == "row of names" and not _in_row(members):
            continue
        if rule == "row of names":
            first = names.Name(start, start + len(members[0]), 0.9)
        elif first is None or not _are_names(members[1:]):
            continue
        register.add_name(first.start, first.end, rule, 0.88)
        at = first.end + 1
        for member in members[1:]:
            register.add_name(at, at + len(member), rule, 0.88)
            at += len(member) + 1


def _lists_of_names(text: str) -> Iterator[tuple[int, list[str], str]]:
    """X、Y、Z before 等领导 and the like, looked for back from 等; 任命X、Y、Z为."""
    for match in _CHOSEN.finditer(text):
        yield match.start(1), match[1].split("、"), "row of names"
    for match in _AND_OTHERS.finditer(text):
        low = max(0, match.start() - _LIST_REACH)
        mark = max(text.rfind(mark, low, match.start()) for mark in "，。；：！？\n")
        members = _MEMBERS.search(text, max(low, mark + 1), match.start())
        if members and ("、" in members[0] or match[0].startswith("等")):
            yield members.start(), members[0].split("、"), "list of names"


def _are_names(members: list[str]) -> bool:
    """Whether all of ``members`` read as names, of three and more all but one, if that has a surname."""
    odd = [member for member in members if not names.is_whole(member)]
    return not odd or (len(odd) == 1 and len(members) > 1 and odd[0][0] in COMMON_SURNAMES and len(odd[0]) <= _LONGEST_LISTED)


def _in_row(members: list[str]) -> bool:
    """Whether ``members`` of a row read as names, nearly all of them."""
    whole = sum(names.is_whole(member, listed=True) for member in members)
    return _NEARLY_ALL * whole >= (_NEARLY_ALL - 1) * len(members) and all(member[0] in SURNAMES for member in members)


def _rows(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Rows of four and more names that nothing else tells: 以及甲、乙、丙、丁."""
    for match in _ROW.finditer(text):
        yield match.start(1), match[1].split("、"), "row of names"


def _admired(text: str) -> Iterator[tuple[int, list[str], str]]:
    for match in _ADMIRED.finditer(text):
        yield match.start(1), match[1].split("、"), "admired"
