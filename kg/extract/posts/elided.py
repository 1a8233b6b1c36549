"""Whose post it is where a clause begins with the verb: 甲早年在外地工作，曾任…县委书记。同年8月调任…，任…市委副书记."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import PersonMention
from kg.extract.posts.register import Register
from kg.extract.posts.serving import GETTING, GIVING_UP, HOLDING, ONCE
from kg.segment import SentenceAt

TOLD_OF: Final = "subject of a post"
"""The rule for who is told of before a clause that begins with a verb of serving."""
_SERVING: Final = re.compile(
    f"(?:曾经?)?(?:历|现|后|拟)?任职?|现为|{HOLDING}|{GETTING}|{GIVING_UP}|当选|被(?:选聘|聘任|聘|任命|选派|推选|选举|提拔|选拔)(?=[为到])"
)
"""How what stands between the beginning of a clause and a title begins, where who holds it was named before."""
_LEAD: Final = re.compile(
    r"(?:[后先又再并仍还]{1,2}|同时|随后|之后|此后|其后|其间|同年|当年|今年|去年|次年|翌年|年底|年初|(?:19|20)\d\d年(?:[至到—-](?:19|20)\d\d年)?|\d{1,2}月份?|\d{1,2}日|起|至今|开始){0,4}"
)
"""What may stand before the verb: when it was."""
_THERE: Final = re.compile("在[\u4e00-\u9fff]{2,10}?[省市县区旗州盟乡镇](?:先后|期间)?")
"""What may stand before 历任: where that was."""
_ONE_BY_ONE: Final = "历任"
_BEHIND: Final = re.compile("[^\u4e00-\u9fff]|等职?(?!工)|职务|一职|至今|期间|$")
_PRONOUNS: Final = ("他", "她")
_BORN: Final = "生于"
_OF: Final = "的"
_CAREER: Final = re.compile("的(?:仕途|履历|简历|经历|从政|职业生涯|工作经历)")
_ANOTHER: Final = re.compile("其|(?:父亲|母亲|妻子|丈夫|爱人|儿子|女儿|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|前任|公司|企业|学校|集团)(?![长董])")
"""Who or what a clause is about that goes on from somebody: 父亲毕业于…, 公司成立于…."""
_LIFE: Final = re.compile(f"{ONCE}|现任|早年|出生|生于|月生，|毕业|参加工作|入党|履历|简历|履新|仕途|调任|跻身")
"""What tells that a paragraph is about somebody's life, of whom the next sentence need not speak by name."""
_TIME: Final = re.compile(
    r"\s*(?:[自从于]?(?:19|20)\d\d(?:年|[.．])|(?:土地革命|抗日|解放)战争|新中国|建国|解放|同年|次年|此后|其后|随后|后来|离休|退休)"
)
"""How the paragraphs of a life begin, one step after the other."""
_BORN_THEN: Final = re.compile(
    r"(?:同志)?(?:（[^（）\n]{1,16}）)?，"  # 甲同志（女），
    r"(?:[男女]，|[\u4e00-\u9fff]{1,5}族，|原名[\u4e00-\u9fff]{2,4}，|[\u4e00-\u9fff]{2,12}人，){0,4}"  # 女，藏族，某县人，
    r"(?:生于)?(?:19|20)\d\d年(?:元月|\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|[，。])"  # 1968年3月生
)
"""Behind the name with which a life begins: when that was."""
_STEPS: Final = 24
"""Paragraphs of a life."""
_WHEN: Final = re.compile(r"[于自从在](?:19|20)\d\d年")
_TAKEN_FROM: Final = re.compile("(?:决定|提名|建议|同意)?(?:免去|免除|撤销)")
"""What stands before who has lost a post, at the head of a clause: 免去|甲同志某局局长职务，任某厅副厅长."""
_AGED: Final = re.compile(r"(?:年仅|现年|今年)?\d{2}岁的")
_LONGEST_ALONE: Final = 4
"""Characters of a name that is all of a clause."""
_FAR: Final = 2000
"""Characters before a surname in which the one is named whom it stands for."""
_REACH: Final = 400
"""Characters before a post in which the one is named of whom a paragraph tells."""


def elided(register: Register, verb: int, low: int, end: int) -> list[PersonMention]:
    """Who is meant where the clause begins with the verb that stands at ``verb``.

    ``low`` is where its sentence starts, ``end`` where the posts end: behind them is no other word, let alone a name.
    """
    page, text = register.around.page, register.text
    verb += text.startswith("，", verb)
    there = _THERE.match(text, verb) or _LEAD.match(text, verb)
    verb = there.end() if there is not None else verb
    clause = page.clause(verb)[0]
    clause += text.startswith(_PRONOUNS, clause)
    begins = _LEAD.fullmatch(text, clause, verb) or (text.startswith(_ONE_BY_ONE, verb) and _THERE.fullmatch(text, clause, verb))
    if not begins or not _BEHIND.match(text, end) or not _SERVING.match(text, verb):
        return []
    found = _subject(register, max(low, verb - _REACH), verb)
    if found is not None:
        return [found]
    sentence = page.sentence_at(verb)
    if sentence is None:
        return []
    return _of_paragraph(register, sentence, low, verb) or _of_life(register, sentence)


def _of_paragraph(register: Register, sentence: SentenceAt, low: int, verb: int) -> list[PersonMention]:
    """Who is named last in the sentences of a life that come before ``sentence`` in its paragraph."""
    page = register.around.page
    paragraph = max(page.segments.paragraphs[sentence.paragraph].start, verb - _REACH)
    if not _LIFE.search(register.text, paragraph, verb):
        return []
    at, known = low, None
    while known is None and at > paragraph:
        before = page.sentence_at(at - 1)
        if before is None or before.start >= at:
            break
        at = before.start
        known = _subject(register, at, before.end)
    return [known] if known is not None else []


def _of_life(register: Register, sentence: SentenceAt) -> list[PersonMention]:
    """Whose life goes on in a paragraph that begins with a time: of whom a paragraph before says when they were born, each between beginning so, too."""
    page, text = register.around.page, register.text
    paragraphs = page.segments.paragraphs
    for number in range(sentence.paragraph, max(-1, sentence.paragraph - _STEPS), -1):
        start = paragraphs[number].start
        if page.article_at(start) != page.article_at(sentence.start):
            return []
        if _TIME.match(text, start) is not None:
            continue
        named = _named_at(register, start)
        return [named] if named is not None and _BORN_THEN.match(text, named.end) is not None else []
    return []


def _subject(register: Register, start: int, end: int) -> PersonMention | None:
    """Who is named at the beginning of a clause of ``text[start:end]``, the last of those; nobody where a clause is about kin or a firm of theirs."""
    page, text = register.around.page, register.text
    low, high = page.clause(start)
    at = start if low == start else high + 1
    found: PersonMention | None = None
    while at < end:
        if (named := _named_at(register, at)) is not None:
            found = None if text.startswith(_OF, named.end) and not _CAREER.match(text, named.end) else named  # 甲的|父亲早年…
        elif text.startswith(_PRONOUNS, at) or _ANOTHER.match(text, at):
            found = None
        at = page.clause(at)[1] + 1
    return found


def _named_at(register: Register, at: int) -> PersonMention | None:
    """Who is named where a clause begins, if somebody is."""
    page, text = register.around.page, register.text
    taken = _TAKEN_FROM.match(text, at)
    at = taken.end() if taken is not None else at
    at = aged.end() if (aged := _AGED.match(text, at)) is not None else at
    if at in register.people:
        return register.people[at]
    name = names.at(page, at, strict=True) if names.may_begin(page, at) else None
    alone = page.clause(at)[1]
    if name is None and alone - at <= _LONGEST_ALONE and names.is_whole(text[at:alone]):  # 杨丽丽，2008年毕业于…
        name = names.Name(at, alone, 0.9)
    if name is not None and text.startswith(_BORN, name.end - 1):  # 燕平|生于1958年
        name = name._replace(end=name.end - 1)
    if name is not None and not _WHEN.match(text, name.end - 1):
        return PersonMention(name.start, name.end, text[name.start : name.end], TOLD_OF, 0.85)
    return _by_surname(register, at)


def _by_surname(register: Register, at: int) -> PersonMention | None:
    """吴于2002年12月被派往…: the one person named before who has that surname."""
    if not _WHEN.match(register.text, at + 1):
        return None
    before = (register.people[start] for start in range(max(0, at - _FAR), at) if start in register.people)
    named = {person.name: person for person in before if person.name[0] == register.text[at]}
    return next(iter(named.values())) if len(named) == 1 else None
