"""Who holds the titles of a chain: the names behind it, or before it in a clause like X任Y."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register
from kg.lexicon.people import SURNAMES
from kg.lexicon.words import OFFICES
from kg.model import Status

_BEFORE_A_TITLE: Final = re.compile(
    r"(?:等?[一二两三四五六七八九十百\d]{1,4}[位名])?(?:同志|教授|副教授|研究员|博士)?(?:分别|此前|此次|亲自|继续|同时|共同)?(?:因[\u4e00-\u9fff]{1,6}(?:原因|变动|调动|调整|需要|龄|病)，?)?(?:同志(?=$)|(?:[自从于]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|至今|以来)?)?(?:升任|调任|转任|改任|接任|继任|晋升为?|担任|出任|就任|兼任|任)|拟任|担任|兼任|出任|就任|现任|曾任|历任|时任|当选为|当选|任|为|是|的"
    r"|作为|(?:关于)?(?:提出|申请|请求)?辞去|卸任|不再担任|不再兼任|不再任|（)(?:中共|原|挂职|兼职|专职)?$"
)
"""What stands between a name and the titles that follow it: 张三同志任, 李四、王五两位同志辞去, 免去赵六的, 钱七（."""
_BEFORE_A_TITLE_ENDS: Final = frozenset("志任为选是的作去（共原职")
"""Its last characters: what rules most titles out at little cost."""
_DECIDED: Final = re.compile(r"(?:免去|任命|选举|推选|聘任|聘请|提名|决定|接受|同意)")
"""Verbs before a name without which 为 and 的 behind it say nothing of its posts."""
_NAMED_IN_DECISION: Final = re.compile("(?:免去|任命|聘任|推选)([\u4e00-\u9fff]{2,3})$")
"""What between a verb of decision and 为 or 的 can only be a name: 任命王家胜|为…."""
_REMOVED: Final = re.compile("(?:免去|免除|撤销)[^，。]{0,80}的?$")
"""免去李四的 before a chain: what follows was held."""
_REMARK: Final = re.compile("（[^（）]{1,8}）$")
_INTRODUCED: Final = re.compile(
    r"(?:[\u4e00-\u9fff ]{2,8}：)?([\u4e00-\u9fff·]{2,12})，(?:男|女|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出生|生))[，。于]?|([\u4e00-\u9fff]{2,3}?)生于(?:19|20)\d\d年"
)
_ELIDED: Final = re.compile(
    r"(?:[，；]|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|至今)?)(?:后|先后|曾|又|再)?(?:改任|转任|调任|升任|接任|历任|现任|曾任|任)(?:中共)?$"
)
"""What says that who was named last got the post: 吴政不再兼任，改任…; 2008年4月任…."""
_LISTED: Final = re.compile(r"([\u4e00-\u9fff·]{2,8})[ \t]+")
_NOW_OR_THEN: Final = re.compile("(?:现任|历任|曾任|拟任|提名为|改任|任)(?:中共)?$")
_LONGEST_NAME: Final = 31
"""Characters of a transliterated name of four parts."""
_DECISION_REACH: Final = 200
"""Characters of the sentence before a name in which the verb of a decision may stand: 任命甲为…，乙为…，丙为…."""
_BESIDES: Final = re.compile(
    "(?:（(?:兼|兼职|挂职|主持[\u4e00-\u9fff]{0,4}工作|[\u4e00-\u9fff]{1,5}级)）|(?:候选|提名)?人选?|候选人)[ \u3000]*"
)
"""What may stand between a title and the name behind it: 国资委党委书记（兼）X, 副局长（主持工作）X, 县长（副厅级）X."""
_BLANK: Final = re.compile("[ \u3000]+")
_COLUMN: Final = 16
"""Blanks at most between a title and a name in another column."""
_NO_LAST: Final = frozenset("会社团队组委院校司任为是")
"""Characters before a title that end a body or are a verb, not the last of a name: 连管会|委员, 2008年任|书记."""
_OF_ANOTHER: Final = re.compile("(?![由请经和与及])[\u4e00-\u9fff]")
"""A character before a name that may be the last of a body's that was not read: 鄂城区院|周明院长."""
_REACH: Final = 28
"""Characters before a chain in which the end of the name before it is looked for."""


def put_holders(register: Register, chain: list[Title]) -> None:
    """Add the people who hold the titles of ``chain``, and that they do."""
    if _holds_before(register, chain):
        chain = chain[1:]
        if not chain:
            return
    people = _holders(register, chain)
    if people and _is_removed(register, people, chain):
        chain = [title._replace(status=Status.FORMER) for title in chain]
    for person in people:
        register.hold(register.add(person), chain)


def _holds_before(register: Register, chain: list[Title]) -> bool:
    """农业局赵英烈局长: add the person whose name stands between a body and the first title of ``chain``, if one does."""
    title, around = chain[0], register.around
    if title.body_start < title.start:
        return False
    page, start = around.page, title.start
    body = around.body_before(start)
    if body is None or not 1 < start - body.end <= _LONGEST_NAME:
        return False
    name = names.before(page, start, page.clause(start)[0])
    if name is None or body.end != name.start:
        return False
    if len(chain) == 1 and names.may_begin(page, title.end) and names.at(page, title.end, strict=True) is not None:
        return False  # 教育局|高中部|主任王磊
    person = register.add(PersonMention(name.start, name.end, register.text[name.start : name.end], "before a title", name.confidence))
    register.hold(
        person, [title._replace(body=body.body, body_start=body.start, basis=body.basis, rule="title behind the name", confidence=0.85)]
    )
    return True


def _is_removed(register: Register, people: list[PersonMention], chain: list[Title]) -> bool:
    """Whether the text says that the posts were taken from those people: 免去李四的, 免去其."""
    start = chain[0].body_start
    if people[0].start >= start:
        return False
    return register.decisions.removes(start) or _REMOVED.search(register.text, max(0, start - 100), start) is not None


def _holders(register: Register, chain: list[Title]) -> list[PersonMention]:
    text, at = register.text, chain[-1].end
    at += len(text[at : at + _COLUMN]) - len(text[at : at + _COLUMN].lstrip(" "))
    if text[at : at + 1] == "：" and (labelled := _labelled(register, chain, at)) is not None:
        return labelled
    start = register.around.before_places(chain[0].body_start)
    if text[start - 1 : start] in ("任", "为") and (people := _appointed(register, chain)):
        return people
    if (remark := _BESIDES.match(text, at)) is not None:
        at = remark.end()
    strict = not any(_leads_to_a_name(title.title) for title in chain)
    people = register.names_from(at, "behind a title", strict=strict)
    if not people and text[at : at + 1] == "的":
        people = register.names_from(at + 1, "behind a title", 0.9)
    return people or _appointed(register, chain) or _introduced(register, chain)


def _labelled(register: Register, chain: list[Title], colon: int) -> list[PersonMention] | None:
    """The names behind a line's label of titles and bodies (村党支部书记：X、Y); none behind labels like 组长：, read in labels.py."""
    sentence = register.around.page.sentence_at(chain[0].start)
    paragraph = register.around.page.segments.paragraphs[sentence.paragraph] if sentence else None
    named = all(title.body is not None and title.rule != "own body" for title in chain)
    if paragraph is None or not named or chain[0].body_start != paragraph.start:
        return [] if register.text[colon - 1 : colon] in ("长", "员", "人", "委") else None
    blank = _BLANK.match(register.text, colon + 1)
    return register.names_from(blank.end() if blank else colon + 1, "behind a label", 0.95)


def _leads_to_a_name(title: str) -> bool:
    """Whether a name is expected behind ``title``: behind 局长 or 记者, not behind 职工 or 公务员."""
    office = OFFICES.get(title)
    return office is not None and (office.official or office.sphere in ("media", "academic", "military"))


def _appointed(register: Register, chain: list[Title]) -> list[PersonMention]:
    """X任Y, X同志任Y, 任命X为Y, 免去X的Y职务, X（Y）: the name stands before the chain."""
    page, text, start = register.around.page, register.text, register.around.before_places(chain[0].body_start)
    sentence = page.sentence_at(start)
    low = sentence.start if sentence else max(0, start - 30)
    if text[start - 1 : start] == "其":
        return _named_last(register, start, low)
    if text[start - 1 : start] not in _BEFORE_A_TITLE_ENDS:
        return []
    reach = max(low, start - _REACH)
    match = _BEFORE_A_TITLE.search(text[reach:start])
    if match is None:
        return []
    end = _without_remark(text, reach + match.start(), low)
    if (known := register.ending(end)) is not None:  # 部长徐海荣|调任
        return [known]
    name = names.before(page, register.title_starts.get(end, end), low)  # 由邱明局长|任组长
    if name is None and (told := _NAMED_IN_DECISION.search(text, max(low, end - 8), end)) is not None and told[1][0] in SURNAMES:
        name = names.Name(told.start(1), end, 0.9)
    if name is None:
        return _named_last(register, start, low) if text[end - 1 : end] == "其" else []
    decided = register.decisions.decided(start) or _DECIDED.search(text, max(low, name.start - _DECISION_REACH), name.start)
    if match[0].endswith(("的", "为", "同志")) and not match[0].endswith("当选为") and not decided:
        return []
    if match[0].endswith(("是", "作为")) and name.start != page.clause(name.start)[0]:  # 章三是…书记, not 以李四是…
        return []
    return _listed_before(register, PersonMention(name.start, name.end, text[name.start : name.end], "appointed", 0.93), low)


def _listed_before(register: Register, person: PersonMention, low: int) -> list[PersonMention]:
    """``person`` and those of the list that ends there: 张三、李四为副主任."""
    people, text = [person], register.text
    while text[people[0].start - 1 : people[0].start] == "、":
        other = names.before(register.around.page, _without_remark(text, people[0].start - 1, low), low)
        if other is None:
            break
        people.insert(0, PersonMention(other.start, other.end, text[other.start : other.end], person.rule, 0.9))
    return people


def put_addressed(register: Register) -> None:
    """张三局长, 李四、王五副局长: add the people named before a title that nobody holds yet, with the post where the article tells the body."""
    text = register.text
    for title in register.titles:
        page, start = register.around.page, title.start
        if (
            start in register.held
            or text[title.end : title.end + 1] == "们"
            or title.body_start != start
            or not _leads_to_a_name(title.title)
            or not page.breaks(start)
        ):
            continue
        low, _ = page.clause(start)
        name = names.before(page, start, low)
        if name is None or text[start - 1] in _NO_LAST or name.start in register.people or register.around.in_body(name.start, name.end):
            continue
        last = PersonMention(name.start, name.end, text[name.start : name.end], "before a title", name.confidence)
        for person in map(register.add, _listed_before(register, last, low)):
            if title.body is not None and title.body.resolved and not _OF_ANOTHER.match(text[person.start - 1 : person.start]):
                register.hold(person, [title._replace(rule="title behind the name", confidence=0.85)])


def _without_remark(text: str, end: int, low: int) -> int:
    """``end`` of a name without the remark in parentheses behind it: 邱玉洁（女）."""
    remark = _REMARK.search(text, max(low, end - 10), end)
    return remark.start() if remark else end


def _named_last(register: Register, start: int, low: int) -> list[PersonMention]:
    """免去其X职务: the person named last in the sentence."""
    positions = range(start - 1, max(low, start - _DECISION_REACH) - 1, -1)
    return next(([register.people[position]] for position in positions if position in register.people), [])


def _introduced(register: Register, chain: list[Title]) -> list[PersonMention]:
    """X，男，1968年生，现任Y，拟任Z: a paragraph that begins with a name tells that person's posts; so does a line X  Y."""
    page, text = register.around.page, register.text
    sentence = page.sentence_at(chain[0].start)
    if sentence is None:
        return []
    low, start = page.segments.paragraphs[sentence.paragraph].start, register.around.before_places(chain[0].body_start)
    listed = _LISTED.match(text, low, start)
    if listed is not None and listed.end() == start and names.is_whole(listed[1], listed=True):
        return [PersonMention(listed.start(1), listed.end(1), listed[1], "head of the line", 0.9)]
    if (about := register.resumes.about(start)) is not None:
        return [PersonMention(*about, text[slice(*about)], "résumé", 0.95)]
    if not _NOW_OR_THEN.search(text[max(low, start - 6) : start].removesuffix("中共")):
        return []
    intro = _INTRODUCED.match(text, low)
    name = (intro[1] or intro[2]) if intro is not None else ""
    if intro is not None and names.is_whole(name, listed=True):
        at = intro.start(1 if intro[1] else 2)
        return [PersonMention(at, at + len(name), name, "introduced", 0.95)]
    elided = _ELIDED.search(text, max(sentence.start, start - _DECISION_REACH), start)
    return _named_last(register, start, sentence.start) if elided is not None else []
