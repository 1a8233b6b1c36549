"""Who holds the titles of a chain: the names behind it, or before it in a clause like X任Y."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.names.words import FOLLOWING_WORDS
from kg.extract.posts.addressed import put_between, put_first
from kg.extract.posts.appointed import appointed, listed_before
from kg.extract.posts.columns import in_column
from kg.extract.posts.elided import TOLD_OF
from kg.extract.posts.introduced import introduced
from kg.extract.posts.mentions import Holding, PersonMention, Title
from kg.extract.posts.register import Register
from kg.extract.posts.serving import ONCE
from kg.extract.posts.titles import leads_to_a_name
from kg.extract.posts.transferred import transferred
from kg.extract.scan import within
from kg.lexicon.people import COMMON_SURNAMES
from kg.model import Status

_REMOVED: Final = re.compile("(?:免去|免除|撤销)[^，。；\n]{0,80}的?$")
"""免去李四的 before a chain: what follows was held."""
_BESIDES: Final = re.compile(
    "(?:（(?:兼|兼职|挂职|主持[\u4e00-\u9fff]{0,4}工作|[\u4e00-\u9fff]{1,5}级)）|、(?:大会|会议)(?:执行|常务)主席|(?:候选|提名)?人选?|候选人)[ \u3000]*"
)
"""What may stand between a title and the name behind it: 国资委党委书记（兼）X, 副局长（主持工作）X, 县长（副厅级）X."""
_ALSO: Final = re.compile(
    "、[\u4e00-\u9fff]{0,12}?(?:党员|劳动模范|劳模|标兵|模范|先进个人|先进工作者|党务工作者|[族局办委部厅院]干部"
    "|(?:包村|包片|包保|包联|挂点|挂包|联系|驻村)(?:领导|干部))(?=[\u4e00-\u9fff])"
    "|[、，]享受[^，。；\n]{2,14}?(?:待遇|津贴)的?(?:[离退]休(?:老?干部|老?红军|老?同志)|老干部|老红军|专家)?(?=[\u4e00-\u9fff])"
)
"""Between a title and a name: what else somebody is, or is granted (，享受副省长级医疗待遇的离休干部|甲)."""
_CPC: Final = "中共"
_IS: Final = re.compile(r"(?:就)?是(?:：|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出)?生的|\d\d岁的)?")
"""现任县委书记是1964年出生的X; 大会执行主席是：X、Y."""
_BY: Final = re.compile("(?:一职|职务)?均?由([^，。；由\n]{2,40}?)(?:[两三四]位)?(?:同志)?(?:担任|兼任|接任|出任|继任)")
"""县委书记由市纪委常委X担任, and neither 县委书记由X、县长由Y担任 nor 分别由, which tells each a post of the chain."""
_SERVED: Final = re.compile(f"{ONCE}|曾担任|先后任|先后担任")
"""Between a name and a post: that others follow."""
_THEN: Final = re.compile("(?:（[\u4e00-\u9fff]{2,10}）)?[，；。]")
"""Between two posts of a row: 历任甲局局长（副厅级）。|乙局局长，丙局局长."""
_AND_SO_ON: Final = re.compile("等职(?!工|位|业|责|权|称|员)")
_BLANK: Final = re.compile("[ \u3000]+")
_ONE_BLANK: Final = 2
"""Characters of a colon and one blank, which make no column."""
_COLUMN: Final = 16
"""Blanks at most between a title and a name in another column."""
_AND: Final = ("和", "与", "及")
_PREPOSITIONS: Final = (*_AND, "向", "同", "为")
_OF_EACH: Final = re.compile("[各诸][^，。；、]{0,10}$")
"""Before a title that many have."""
_NEAR: Final = 12
_CHINESE: Final = 3
"""Characters of Chinese names; longer ones, in the sounds of another language, are no words."""
_LONGEST_LABEL: Final = 16
"""Characters of a label before such a column."""


def put_holders(register: Register, chain: list[Title]) -> None:
    """Add the people who hold the titles of ``chain``, and that they do."""
    if put_between(register, chain) or put_first(register, chain):
        chain = chain[1:]
        if not chain:
            return
    if (mover := transferred(register, chain)) is not None:
        people, chain = [mover], [title._replace(status=Status.FORMER) for title in chain]
    else:
        people = _holders(register, chain)
    if not people and (before := _as_before(register, chain)) is not None:
        people, chain = [before.person], [title._replace(status=before.title.status) for title in chain]
    if people and _is_removed(register, people, chain):
        chain = [title._replace(status=Status.FORMER) for title in chain]
    for person in people:
        register.hold(register.add(person), chain)


def _is_removed(register: Register, people: list[PersonMention], chain: list[Title]) -> bool:
    """Whether the text says that the posts were taken from those people: 免去李四的, 免去其."""
    start = chain[0].body_start
    if people[0].start >= start:
        return False
    return register.decisions.removes(start) or _REMOVED.search(register.text, max(0, start - 100), start) is not None


def _holders(register: Register, chain: list[Title]) -> list[PersonMention]:
    if (named := in_column(register, chain)) is not None:
        return named
    text, at = register.text, chain[-1].end
    at += text[at : at + 1] == "”" and text[chain[-1].start - 1] == "“"  # 挂职“第一书记”甲
    at += len(chain) > 1 and text.startswith("）", at) and "（" in text[chain[-2].end : chain[-1].start]  # 指挥长（领导小组组长）甲
    at += len(text[at : at + _COLUMN]) - len(text[at : at + _COLUMN].lstrip(" "))
    at += _heads_next_line(register, at)
    if text[at : at + 1] == "：" and (labelled := _labelled(register, chain, at)) is not None:
        return labelled
    start = register.around.before_places(chain[0].body_start)
    if text[start - 1 : start] in ("任", "为") and (people := appointed(register, chain)):
        return people
    if (remark := _BESIDES.match(text, at)) is not None:
        at = remark.end()
    if text[at : at + 1] in _AND and _OF_EACH.search(
        text, max(0, chain[-1].start - _NEAR), chain[-1].start
    ):  # 各乡镇党委书记|和双联单位代表
        return []
    if text[at : at + 1] in _PREPOSITIONS and _is_called_by_title(register, chain):
        return []
    strict = not any(leads_to_a_name(title.title) for title in chain) or _is_addressed(register, chain)
    people = register.names_from(at, "behind a title", strict=strict)
    if not people and text[at : at + 1] == "的":
        # 县长的|关心, 职工的|辛勤管理; 主席的|白玛旺堆
        people = [one for one in register.names_from(at + 1, "behind a title", 0.9) if names.is_whole(one.name) or len(one.name) > _CHINESE]
    return (
        people
        or _behind_noun(register, chain, at)
        or _behind_verb(register, at)
        or appointed(register, chain)
        or introduced(register, chain)
    )


def _heads_next_line(register: Register, at: int) -> bool:
    """Whether a line ends at ``at`` in the middle of a sentence, whose next one begins with a name and what its bearer does: 县委书记/芮建国强调."""
    if not register.text.startswith("\n", at) or not names.may_begin(register.around.page, at + 1):
        return False
    name = names.at(register.around.page, at + 1)
    return name is not None and not register.text.startswith(_AND, name.end) and FOLLOWING_WORDS.match(register.text, name.end) is not None


def _is_addressed(register: Register, chain: list[Title]) -> bool:
    """Whether somebody is named before the one title of ``chain``, so that little speaks for another name behind it: 何瑞书记|双月例会."""
    title, page = chain[0], register.around.page
    if len(chain) > 1 or title.body_start < title.start:
        return False
    if register.text[title.start - _CHINESE : title.start - 2] not in COMMON_SURNAMES:
        return False
    name = names.before(page, title.start, page.clause(title.start)[0])
    return name is not None and name.end - name.start == _CHINESE


def _is_called_by_title(register: Register, chain: list[Title]) -> bool:
    """Whether a clause begins with a surname and the one title of ``chain``: 樊检察长|向代表通报."""
    start = chain[0].start
    low, _ = register.around.page.clause(start)
    return len(chain) == 1 and start == low + 1 and register.text[low] in COMMON_SURNAMES


def _behind_noun(register: Register, chain: list[Title], at: int) -> list[PersonMention]:
    """Who is also called something else before the name: 主任、共产党员|甲, 队长、全国劳动模范|甲."""
    also = _ALSO.match(register.text, at) if chain[0].body is not None else None
    people = register.names_from(also.end(), "behind a title", 0.9) if also is not None else []
    return people[:1] if people and (names.is_whole(people[0].name) or len(people[0].name) > _CHINESE) else []


def _as_before(register: Register, chain: list[Title]) -> Holding | None:
    """曾任甲局局长，乙局副局长等职; 曾任甲局局长；乙局副局长；: the post before, behind a mark, whose holder and status those of ``chain`` share."""
    text, start = register.text, register.around.before_places(chain[0].body_start)
    last = register.holdings[-1] if register.holdings else None
    if last is None or not _THEN.fullmatch(text, last.title.end, start):
        return None
    in_row = last.person.rule == TOLD_OF or (
        last.person.end < last.title.body_start and _SERVED.search(text, last.person.end, last.title.body_start)
    )
    if _AND_SO_ON.match(text, chain[-1].end) or (in_row and text[chain[-1].end : chain[-1].end + 1] in ("，", "；", "。", "、", "（", "")):
        return last
    return None


def _behind_last_title(register: Register, start: int, end: int) -> names.Name | None:
    """Who stands between the last title of ``text[start:end]`` and its end: 由县扶贫办副主任|于海涛|担任."""
    last = max((title.end for title in within(register.titles, start, end) if title.end < end), default=end)
    return names.Name(last, end, 0.9) if names.is_whole(register.text[last:end], listed=True) else None


def _behind_verb(register: Register, at: int) -> list[PersonMention]:
    """…县委书记是X, …县委书记由X担任."""
    text, page = register.text, register.around.page
    if (by := _BY.match(text, at)) is not None:
        name = _behind_last_title(register, *by.span(1)) or names.before(page, by.end(1), by.start(1))
        if name is None:
            return []
        return listed_before(register, PersonMention(name.start, name.end, text[name.start : name.end], "appointed", 0.93), by.start(1))
    being = _IS.match(text, at)
    return register.names_from(being.end(), "behind a title", 0.9, strict=True) if being is not None else []


def _labelled(register: Register, chain: list[Title], colon: int) -> list[PersonMention] | None:
    """The names behind a line's label of titles and bodies (村党支部书记：X、Y), or of titles with a column of names behind it.

    None behind labels like 组长：, read in labels.py.
    """
    sentence = register.around.page.sentence_at(chain[0].start)
    if sentence is None:
        return _unread(register, colon)
    line = register.around.page.segments.paragraphs[sentence.paragraph].start
    blank = _BLANK.match(register.text, colon + 1)
    at = blank.end() if blank is not None else colon + 1
    named = all(title.body is not None and title.rule != "own body" for title in chain)
    in_column = at - colon > _ONE_BLANK and chain[0].start - line <= _LONGEST_LABEL
    if not in_column and not (named and _begins(register, chain[0], line)):
        return _unread(register, colon)
    people = register.names_from(at, "behind a label", 0.95)
    if named:
        return people
    for person in people:  # in a column behind 委员：, of what is not told
        register.add(person)
    return []


def _begins(register: Register, title: Title, line: int) -> bool:
    """Whether ``title`` with its body and the places before that is all that stands from ``line`` on: 岳阳市|平江县委书记."""
    start = register.around.before_places(title.body_start)
    return start >= line and register.text[line:start].strip() in ("", _CPC)


def _unread(register: Register, colon: int) -> list[PersonMention] | None:
    """Nobody behind a label that labels.py reads; None, as to others, behind any other colon."""
    return [] if register.text[colon - 1 : colon] in ("长", "员", "人", "委") else None
