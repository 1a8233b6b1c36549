"""Names right before a title: 张三局长, 农业局赵英烈局长."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.bodies import canonical
from kg.extract.posts.appointed import listed_before
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.offices.article import from_context
from kg.extract.posts.offices.of import PARTY, government_of, government_word, led, of_village
from kg.extract.posts.register import Register
from kg.extract.posts.titles import leads_to_a_name
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import PERSON_NOUNS
from kg.model import Basis

_RULE: Final = "title behind the name"
_LONGEST_NAME: Final = 31
"""Characters of a transliterated name of four parts."""
_LED: Final = ("由", "在", "和", "与")
_COUNTED: Final = re.compile("[两二三四五六七八九十]{1,2}[名位]$")
_LONGEST_COUNT: Final = 3
"""两名: behind the names of several who hold one post."""
_LONGEST_LIST: Final = 40
_WHOLE_NAME: Final = 2
_BOTH: Final = ("任双", "为双")
"""Before a post that two hold at once."""
_SECRETARY: Final = "书记"
_AND: Final = frozenset("、和与及")
"""Between two who are named before their titles."""
_WITH_SECRETARIES: Final = frozenset(
    {"government-department", "school", "hospital", "enterprise", "public-institution", "court", "procuratorate"}
)
"""Kinds of bodies that have a secretary beside their head."""
_CONFERENCE, _MEMBER = "政协", "委员"
_WITH_COMMITTEES: Final = ("province", "prefecture", "county")
_WITH_COMMITTEE: Final = ("大学", "学院", "医院", "集团")
"""Last words of organisations that have a Party committee."""
_NO_LAST: Final = frozenset("会社团队组委院校司体任为是")
"""Characters before a title that end a body or are a verb, not the last of a name: 连管会|委员, 全媒体|记者, 2008年任|书记."""
_OF_ANOTHER: Final = re.compile("(?![由请经和与及对向给让跟同据被听])[\u4e00-\u9fff]")
"""A character before a name that may be the last of a body's that was not read: 鄂城区院|周明院长."""


def put_between(register: Register, chain: list[Title]) -> bool:
    """农业局赵英烈局长: add the person whose name stands between a body and the first title of ``chain``, if one does."""
    title, around = chain[0], register.around
    if title.body_start < title.start:
        return False
    page, start = around.page, title.start
    body = around.body_before(start)
    if body is None or not 1 < start - body.end <= _LONGEST_NAME:
        return False
    name = names.before(page, start, page.clause(start)[0])
    if name is None or body.end != name.start or page.text[start - 1] in _NO_LAST:  # 国家民委|祝贺团|团长
        return False
    if len(chain) == 1 and names.may_begin(page, title.end) and names.at(page, title.end, strict=True) is not None:
        return False  # 教育局|高中部|主任王磊
    person = register.add(PersonMention(name.start, name.end, register.text[name.start : name.end], "before a title", name.confidence))
    of = _told_of(register, person, title.title) or _of_committee(led(body.body, title.title), title.title)  # 大学督导组|芮新生|副校长
    held = title._replace(body=of, body_start=body.start, basis=body.basis, rule=_RULE, confidence=0.85)
    register.hold(person, [*_before_the_body(register, body.start), held])
    return True


def _before_the_body(register: Register, start: int) -> list[Title]:
    """市委常委、|县委甲书记: the title that nobody holds before the body that begins at ``start``, which who is named behind that holds, too."""
    before = register.around.before_places(start)
    if register.text[before - 1 : before] != "、":
        return []
    return [title for title in register.titles if title.end == before - 1 and title.start not in register.held and title.body is not None]


def _told_of(register: Register, person: PersonMention, title: str) -> BodyRef | None:
    """The committee of whom the article said before that ``person`` is its secretary."""
    if title.removeprefix("副") != _SECRETARY:
        return None
    told = (held.title.body for held in register.holdings if held.person.name == person.name and held.title.title == title)
    return next((body for body in told if body is not None and body.kind in PARTY), None)


def _of_committee(body: BodyRef | None, title: str) -> BodyRef | None:
    """``body``, or its Party committee where a university, hospital or group has such a secretary: 大学|甲|副书记."""
    led_by_party = body is not None and body.parent is None and body.name.endswith(_WITH_COMMITTEE)
    if body is None or not led_by_party or title.removeprefix("副") != _SECRETARY:
        return body
    return body.part("党委", "party-committee")


def put_first(register: Register, chain: list[Title]) -> bool:
    """总队领导陈祥政委、|政治部主任黄明: add who stands before the first title of ``chain``, which is not that of who stands behind it."""
    title, page = chain[0], register.around.page
    if len(chain) == 1 or title.body_start < title.start or not page.breaks(title.start):
        return False
    behind = chain[1]
    if behind.body_start == behind.start and behind.end - behind.start == len(behind.title):  # 甲局长、书记 may be one
        return False
    low = page.clause(title.start)[0]
    name = names.before(page, title.start, low)
    if name is None or register.text[name.start] not in COMMON_SURNAMES or register.text[title.start - 1] in _NO_LAST:
        return False
    behind_title = name.start in register.title_starts  # 督导组成员|甲|副院长和组织部长乙
    if not (name.start == low or behind_title or register.text.endswith((*PERSON_NOUNS, *_LED), low, name.start)):
        return False
    person = register.add(PersonMention(name.start, name.end, register.text[name.start : name.end], "before a title", name.confidence))
    if title.body is not None and title.body.resolved:
        register.hold(person, [title._replace(rule=_RULE, confidence=0.85)])
    return True


def put_addressed(register: Register) -> None:
    """张三局长, 李四、王五副局长: add the people named before a title that nobody holds yet, with the post where the article tells the body."""
    text = register.text
    said = {holding.title.end: holding.title for holding in register.holdings if holding.title.rule == _RULE}
    told = {(holding.person.name, holding.title.title): holding.title for holding in reversed(register.holdings)}
    for title in register.titles:
        page, start = register.around.page, title.start
        if (
            start in register.held
            or text.endswith(_BOTH, 0, start)  # 由党政主要领导|任双|组长
            or text[title.end : title.end + 1] == "们"
            or title.body_start != start
            or not leads_to_a_name(title.title)
            or not page.breaks(start)
        ):
            continue
        low, _ = page.clause(start)
        if (counted := _COUNTED.search(text, max(0, start - _LONGEST_COUNT), start)) is not None:
            _put_counted(register, title, counted.start())
            continue
        name = names.before(page, start, low)
        if name is None or text[start - 1] in _NO_LAST or register.around.in_body(name.start, name.end):
            continue
        last = PersonMention(name.start, name.end, text[name.start : name.end], "before a title", name.confidence)
        if (head := said.get(name.start - 1)) is not None and text[name.start - 1] in _AND and _is_beside(title, head):
            said[title.end] = head  # of whom the next one is a deputy, too
            held = title._replace(body=head.body, body_start=head.body_start, basis=head.basis, rule=_RULE, confidence=0.85)
            register.hold(register.add(last), [held])
            continue
        if (of_place := _of_place_before(register, last, title.title)) is not None:  # 平江县|王大伟|县长
            held = title._replace(
                body=of_place, body_start=register.around.before_places(last.start), basis=Basis.STATED, rule=_RULE, confidence=0.85
            )
            register.hold(register.add(last), [held])
            continue
        once = told.get((last.name, title.title))  # 甲大学校长乙…，乙校长
        body, basis = (once.body, Basis.CONTEXT) if once is not None else (title.body, title.basis)
        people = listed_before(register, last, low)
        if body is None:
            body, basis = _as_before(register, title, people[0].start), Basis.CONTEXT
        for person in map(register.add, people):
            if body is not None and body.resolved and not _OF_ANOTHER.match(text[person.start - 1 : person.start]):
                register.hold(person, [title._replace(body=body, basis=basis, rule=_RULE, confidence=0.85)])


def _as_before(register: Register, title: Title, at: int) -> BodyRef | None:
    """The body that ``title`` would have before the names that stand ``at`` that place: 仪式由|甲副检察长 as 仪式由|副检察长甲.

    Where the article speaks of members of the consultative conference (政协委员), 甲委员 is one of the conference that it named last.
    """
    if title.title == _MEMBER:
        article = register.around.page.segments.articles[register.around.page.article_at(at)]
        speaks = register.text.find(_CONFERENCE + _MEMBER, article.start, article.end) >= 0
        return register.around.last_with(_CONFERENCE, at) if speaks else None
    return from_context(register.around, register.titles, Hit(at, at + len(title.title), title.title))


def _of_place_before(register: Register, person: PersonMention, title: str) -> BodyRef | None:
    """The government or committee of the place right before the name of ``person`` that has such a ``title``."""
    place = register.around.places.ending(person.start)
    if place is None or len(person.name) < _WHOLE_NAME:
        return None
    if (word := government_word(title)) and word == place.place.slot:
        return government_of(place.place)
    if title == _SECRETARY and place.place.level in _WITH_COMMITTEES:
        return BodyRef(canonical(place.place, "委"), "party-committee", place.place)
    return of_village(place.place, title)


def _put_counted(register: Register, title: Title, end: int) -> None:
    """县委组织部|梁启舟、蔡良斌|两名|副部长: those who are listed before how many they are, behind the body that has them."""
    page, text = register.around.page, register.text
    sentence = page.sentence_at(end)
    low = max(sentence.start if sentence is not None else end, end - _LONGEST_LIST)
    name = names.before(page, end, low)
    if name is None:
        return
    last = PersonMention(name.start, name.end, text[name.start : name.end], "before a title", name.confidence)
    people = listed_before(register, last, low)
    body = register.around.body_before(people[0].start)
    if len(people) > 1 and body is not None and body.end == people[0].start:
        held = title._replace(body=body.body, body_start=body.start, basis=body.basis, rule=_RULE, confidence=0.85)
        for person in map(register.add, people):
            register.hold(person, [held])


def _is_beside(title: Title, head: Title) -> bool:
    """Whether ``title`` is that of a deputy of ``head``, or of another one, or of a bureau's secretary: 董宇|院长、叶昌杰|副院长、林海|副书记."""
    if title.title.removeprefix("副") == _SECRETARY and head.body is not None and head.body.kind in _WITH_SECRETARIES:
        return True
    return title.title.startswith("副") and title.title.removeprefix("副") == head.title.removeprefix("副")
