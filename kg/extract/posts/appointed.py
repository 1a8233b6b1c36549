"""Names before a chain of titles, with words that say that its posts were given, held or taken: X任Y, 任命X为Y, 免去X的Y职务."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.page import words_of
from kg.extract.posts.elided import elided
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register
from kg.extract.posts.serving import GETTING, GIVING_UP, HOLDING, ONCE
from kg.extract.scan import within
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES
from kg.lexicon.words import PERSON_NOUNS

_OF_THE_NAME: Final = r"(?:等?[一二两三四五六七八九十百\d]{1,4}[位名])?(?:同志|代表|教授|副教授|研究员|博士|老师)?"
"""Behind the name: 等3名同志, 教授."""
_APPROVED: Final = r"(?:已?经[\u4e00-\u9fff]{2,8}(?:批准|同意)，?)?"
_VOTED: Final = r"(?:(?:以(?:\d{1,5}票的?)?)?(?:全票|高票|满票|绝对多数票|多数票)|以\d{1,5}票(?:赞成)?)"
_HOW: Final = f"(?:分别|此前|此次|亲自|继续|同时|共同|曾?先后|曾|{_VOTED})?"
"""How somebody comes to a post: 分别, 以190票的高票."""
_SENT: Final = r"(?:，?(?:被?(?:选派|下派|派驻|委派|派|安排|调)[到赴往]?|[到赴在去])(?:(?!的)[\u4e00-\u9fff]){1,14}?(?=担?任|当))?"
"""被选派到某村|任, 在某校|当过."""
_INSTEAD: Final = r"(?:接替(?![已原离退调转因])[\u4e00-\u9fff]{2,4}?(?=担任|出任|任)|在(?=担任))?"
"""接替乙|任, 在|担任…期间."""
_BECAUSE: Final = r"(?:因[\u4e00-\u9fff]{1,6}(?:原因|变动|调动|调整|需要|龄|病)，?)?"
_SINCE: Final = r"(?:[是自从于]?(?:(?:19|20)\d\d|今|去|当|同|次)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[至到—-](?:19|20)\d\d年(?:\d{1,2}月)?)?(?:起|至今|以来|开始)?)?"
_TOOK: Final = rf"(?:{GETTING}|{HOLDING}|晋升为?|任职?|当)[过了]?(?:[\d一二两三四五六七八九十]{{1,3}}多?年多?的)?"
_AT_WORK: Final = "(?:(?:到村|参加)?(?:工作|任职)[^，。；]{1,8}?[即就便后])?"
"""工作三个月即|被选拔为."""
_GOT: Final = f"拟?提名为|拟任|现任|现为|生前(?:系|为|是|任)|{ONCE}|时任|当选为|当选|被(?:任命|聘任|选举|推选|增补|增选|补选|选拔|提拔|选聘|选任|聘)为|获任|履新"
_IS: Final = "为|，?(?:原来|原|曾经?|以前)?是|的|作为"
_LEFT: Final = f"(?:关于)?(?:提出|申请|请求)?(?:{GIVING_UP})"
_BEFORE_A_TITLE: Final = re.compile(
    f"{_OF_THE_NAME}{_APPROVED}{_HOW}{_INSTEAD}{_AT_WORK}{_SENT}{_BECAUSE}(?:同志(?=$)|{_SINCE}{_TOOK}|{_GOT}|{_IS}|{_LEFT}|（)(?:中共|原|挂职|兼职|专职|驻村|首任|党组织)?$"
)
"""What stands between a name and the titles that follow it: 张三同志任, 李四、王五两位同志辞去, 免去赵六的, 钱七（."""
_BEFORE_A_TITLE_ENDS: Final = frozenset("志任为系选是的作去（共原职新当过村身织")
"""Its last characters: what rules most titles out at little cost."""
_DECIDED: Final = re.compile(r"(?:免去|任命|选举|推选|补选|增补|聘任|聘请|提名|决定|接受|同意)")
"""Verbs before a name without which 为 and 的 behind it say nothing of its posts."""
_TAKEN: Final = re.compile("(?:免去|免除|撤销)([\u4e00-\u9fff]{2,4})$")
_TAKEN_AGAIN: Final = re.compile("[，；、](?:同时|并|提名|建议|决定){0,2}(?:免去|免除|撤销)$")
"""What takes a further post from who lost one just before: 免去甲某局局长职务，提名免去|副县长职务."""
_LONGEST_TAKEN_AGAIN: Final = 7
_LONGEST_TAKEN: Final = 2
_NAMED_IN_DECISION: Final = re.compile("(?:免去|任命|聘任|推选)([\u4e00-\u9fff]{2,3})$")
"""What between a verb of decision and 为 or 的 can only be a name: 任命王家胜|为…."""
_ELECTED: Final = ("当选", "被选举为", "被推选为", "被任命为", "被增补为")
_MEMBER: Final = re.compile("[\u4e00-\u9fff]{2,5}|(?=[^·]*·)[\u4e00-\u9fff·]{4,12}")
_WORD: Final = re.compile("[\u4e00-\u9fff·]{2,12}")
_ROW: Final = re.compile(f"(?:^|[，。；：！\n])((?:{_WORD.pattern}、){{2,}}{_WORD.pattern})$")
_LONGEST_ROW: Final = 400
"""Characters of a row of three names or more."""
_BEHIND_A_RARE_NAME: Final = ("担任", "出任", "升任", "调任", *_ELECTED)
"""Verbs before which all of a clause is a name, however rare."""
_NAMELESS: Final = frozenset({"主任", "时任", "先后", "曾经"})
_CALLED: Final = ("名叫", "叫作", "叫做")
_LONGEST_TOLD: Final = 8
_LONGEST_NAME: Final = 3
_REMARK: Final = re.compile("（[^（）]{1,8}(?<![长记任席员])）$")
"""No post: 邱玉洁（女）, not 甲（县财政局局长）."""
_OF_SEVERAL: Final = frozenset({"副组长", "副总指挥", "副指挥长", "副主任", "成员", "委员"})
"""Titles of a group that several have."""
_TAKING_OTHERS: Final = ("选派", "下派", "派驻", "委派", "派", "安排", "接替")
"""How it begins that somebody is sent (whom, or where to), or takes the place of another."""
_TRIED: Final = 4
"""So many readings of such words are tried: 选派…任, 派…任, 任."""
DECISION_REACH: Final = 200
"""Characters of the sentence before a name in which the verb of a decision may stand: 任命甲为…，乙为…，丙为…."""
_REACH: Final = 28
"""Characters before a chain in which the end of the name before it is looked for."""


def appointed(register: Register, chain: list[Title]) -> list[PersonMention]:
    """X任Y, X同志任Y, 任命X为Y, 免去X的Y职务, X（Y）: the name stands before the chain."""
    page, text, start = register.around.page, register.text, register.around.before_places(chain[0].body_start)
    start -= text[start - 1 : start] == "“"  # 任|“第一书记”
    sentence = page.sentence_at(start)
    low = sentence.start if sentence else max(0, start - 30)
    if text[start - 1 : start] == "其":
        return named_last(register, start, low)
    if text[start - 1 : start] not in _BEFORE_A_TITLE_ENDS:
        return _removed(register, start)
    reach = max(low, start - _REACH)
    match = _verb_before(register, reach, start, low)
    if match is None:
        return named_last(register, start, low) if _TAKEN_AGAIN.search(text, max(low, start - _LONGEST_TAKEN_AGAIN), start) else []
    end = _without_remark(text, reach + match.start(), low)
    if (known := register.ending(end) or register.holder_until(end)) is not None:  # 部长徐海荣|调任, 甲由县长|升任
        several = chain[0].title in _OF_SEVERAL  # 市纪委书记甲、|乙同志任副组长
        return _with_posts_before(register, listed_before(register, known, low) if several else [known], chain, low)
    name = names.before(page, register.title_starts.get(end, end), low)  # 由邱明局长|任组长
    if match[0].startswith(_ELECTED) and (row := _row(register, end)):
        return row
    if name is None and (told := _named_in_decision(register, end, low)) is not None:
        name = told
    if name is None:
        return _meant_by(register, start, end, low) or elided(register, end, low, chain[-1].end)
    leads = text[name.start - 1 : name.start] == "以" and text.startswith("的", chain[-1].end)  # 以甲为组长的巡视组
    decided = leads or _is_decided(register, name.start, low)
    if (
        match[0].endswith(("的", "为", "同志"))
        and not (match[0].endswith("当选为") or "被" in match[0] or "年的" in match[0])
        and not decided
    ):
        return []
    if match[0].endswith(("是", "作为")) and not _is_subject(register, name):  # 章三是…书记, not 以李四是…
        return []
    people = listed_before(register, PersonMention(name.start, name.end, text[name.start : name.end], "appointed", 0.93), low)
    return _with_posts_before(register, people, chain, low)


def _with_posts_before(register: Register, people: list[PersonMention], chain: list[Title], low: int) -> list[PersonMention]:
    """县长甲、副书记|乙|任副组长: ``people`` and those who are listed before them with posts of their own, as a group has several deputies."""
    if chain[0].title not in _OF_SEVERAL:
        return people
    text, found, at = register.text, list(people), people[0].start
    for title in reversed(within(register.titles, max(low, at - DECISION_REACH), at)):
        if title.end not in (at, at - 1):
            continue
        at = title.body_start
        before = _ending(register, at - 1, low) if text[at - 1 : at] in ("、", "和") else None
        if before is not None:
            found.insert(0, before)
            at = before.start
    return found


def _ending(register: Register, end: int, low: int) -> PersonMention | None:
    """Who is named, or already known, where ``end`` is the end of the name."""
    if (known := register.ending(end)) is not None:
        return known
    name = names.before(register.around.page, end, low)
    return PersonMention(name.start, name.end, register.text[name.start : name.end], "appointed", 0.9) if name is not None else None


def _verb_before(register: Register, reach: int, start: int, low: int) -> re.Match[str] | None:
    """What says that a post is held up to ``start``: the longest, unless somebody is named inside of it alone (选派某局干部|李江|任)."""
    words = register.text[reach:start]
    longest = match = _BEFORE_A_TITLE.search(words)
    for _ in range(_TRIED):
        if match is None:
            break
        if names.before(register.around.page, reach + match.start(), low) is not None:
            return match
        match = _BEFORE_A_TITLE.search(words, match.start() + 1) if match[0].startswith(_TAKING_OTHERS) else None
    return longest


def _row(register: Register, end: int) -> list[PersonMention]:
    """甲、乙、丙|当选为…: all of the clause, where most of its members read as names and the others as nothing else (阿古拉、额尔登图)."""
    text = register.text
    row = _ROW.search(text, max(0, end - _LONGEST_ROW), end)
    members = [*_WORD.finditer(text, row.start(1), end)] if row is not None else []
    if not members or not all(_MEMBER.fullmatch(member[0]) and not _is_of_words(member[0]) for member in members):
        return []
    if 2 * sum(names.is_whole(member[0], listed=True) for member in members) <= len(members):
        return []
    return [PersonMention(*member.span(), member[0], "appointed", 0.9) for member in members]


def _is_of_words(member: str) -> bool:
    """Whether a member of a row is made of words of the language: 经济发展, not 额尔登图."""
    return names.is_word(member) or (all(len(word) > 1 for word in words_of(member)) and not names.is_whole(member, listed=True))


def _removed(register: Register, start: int) -> list[PersonMention]:
    """免去： / 甲|某局局长职务, 免去甲|某局局长的职务: who stands before the post alone, behind the verb or where an item begins that takes posts away."""
    text, item = register.text, register.decisions.removal_start(start)
    if not 1 < start - item <= _LONGEST_NAME + 1:
        verb = _TAKEN.search(text, max(0, start - _LONGEST_NAME - _LONGEST_TAKEN), start)
        item = verb.start(1) if verb is not None else start
    if item == start or names.is_word(text[item:start]) or not names.is_whole(text[item:start], listed=True):  # 免去|全体|县委委员
        return []
    return [PersonMention(item, start, text[item:start], "appointed", 0.9)]


def _is_decided(register: Register, at: int, low: int) -> bool:
    """Whether the sentence from ``low`` on is a decision on the post of who is named ``at`` that place."""
    return register.decisions.decided(at) or _DECIDED.search(register.text, max(low, at - DECISION_REACH), at) is not None


def _named_in_decision(register: Register, end: int, low: int) -> names.Name | None:
    """What before 为 or 的 can only be a name, however rare: right behind the verb of a decision, or all of a clause: 任命甲为…，|沙海林|为…."""
    text, clause = register.text, register.around.page.clause(end)[0]
    told = _NAMED_IN_DECISION.search(text, max(low, end - _LONGEST_TOLD), end)
    start = told.start(1) if told is not None else clause
    alone = 2 <= end - start <= _LONGEST_NAME and text[start:end] not in _NAMELESS
    decided = alone and text.startswith("为", end) and _is_decided(register, start, low)
    served = (
        alone and text.startswith((*_BEHIND_A_RARE_NAME, "（"), end) and names.is_made_of_characters(text[start:end])
    )  # ，|李沁幽|担任了
    elected = alone and end - start == _LONGEST_NAME and text.startswith("当选", end) and text[start] in COMMON_SURNAMES  # ；|黎纲要|当选为
    whole = told is not None or decided or served or (elected and not names.is_word(text[start:end]))
    return names.Name(start, end, 0.9) if whole and text[start] in SURNAMES else None


def _is_subject(register: Register, name: names.Name) -> bool:
    """Whether ``name`` begins its clause, but for a noun for people before it: 下派干部|乌兰其，是…."""
    low = register.around.page.clause(name.start)[0]
    return low == name.start or register.text.endswith((*PERSON_NOUNS, *_CALLED), low, name.start)


def _meant_by(register: Register, start: int, end: int, low: int) -> list[PersonMention]:
    """其 is who was named last in the sentence; 他 and 她 at the head of a clause, in the paragraph, where one was named last, not several."""
    text, page = register.text, register.around.page
    if text[end - 1 : end] == "其":
        return named_last(register, start, low)
    sentence = page.sentence_at(start)
    if sentence is None or text[end - 1 : end] not in ("他", "她") or end - 1 != page.clause(end - 1)[0]:
        return []
    meant = named_last(register, start, page.segments.paragraphs[sentence.paragraph].start)
    said = page.sentence_at(meant[0].start) if meant else None
    first_named = max(said.start, start - DECISION_REACH) if said is not None else start
    named = {register.people[at].name for at in range(first_named, start) if at in register.people}
    return meant if len(named) == 1 else []  # 甲同乙谈话。他曾任…


def listed_before(register: Register, person: PersonMention, low: int) -> list[PersonMention]:
    """``person`` and those of the list that ends there: 张三、李四为副主任, 张三、李四和王五为副主任."""
    people, text = [person], register.text
    while (mark := text[people[0].start - 1 : people[0].start]) == "、" or (mark in ("和", "与", "及") and len(people) == 1):
        end = _without_remark(text, people[0].start - 1, low)
        other = names.before(register.around.page, end, low) or _named_in_decision(register, end, low)  # 任命|杜家毫、孙尧为
        if other is None or (mark != "、" and not _is_listed(text, other.start, low)):
            break
        people.insert(0, PersonMention(other.start, other.end, text[other.start : other.end], person.rule, 0.9))
    return people


def _is_listed(text: str, start: int, low: int) -> bool:
    """Whether a name that 和 joins to the next one begins a clause or is itself a member of a list."""
    return start == low or text[start - 1] in "、，；：。\n"


def _without_remark(text: str, end: int, low: int) -> int:
    """``end`` of a name without the remark in parentheses behind it: 邱玉洁（女）."""
    remark = _REMARK.search(text, max(low, end - 10), end)
    return remark.start() if remark else end


def named_last(register: Register, start: int, low: int) -> list[PersonMention]:
    """免去其X职务: the person named last in the sentence."""
    positions = range(start - 1, max(low, start - DECISION_REACH) - 1, -1)
    return next(([register.people[position]] for position in positions if position in register.people), [])
