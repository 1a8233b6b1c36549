"""Programs, and who runs them where."""

from __future__ import annotations

import re
from typing import Final

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.assemble.places import add_place
from kg.extract.bodies.canonical import line
from kg.extract.dates import Date
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.runners.runner import Runner
from kg.extract.scan import within
from kg.extract.subjects import Subject
from kg.extract.venues import find as find_venues
from kg.lexicon.words import CAMPAIGNS
from kg.model import Basis, Kind, Relation, Thing

_OF_THEIR_OWN: Final = frozenset({"enterprise", "hospital", "medium", "school"})
_STARTED: Final = re.compile(r"启动|开展|实施|推行|推出")
_OPENED: Final = re.compile(r"[”’]?(?:[^，。；“”]{0,4}启动仪式|(?:[^，。；“”]{0,16}在[^，。；“”]{2,20})?(?:正式|全面)(?:启动|拉开))")
"""Behind a program: that it was opened on the day at the head of the sentence."""
_HEAD: Final = 6
"""Characters before the day at the head of a sentence."""
_BEGUN_IN: Final = re.compile(
    "[”’]?[^，。；“”]{0,6}?，?(?:最早|正式)?(?:自|从|于|(始于|开展于|启动于|创办于|实施于|发起于|创立于))|[”’]?[^，。；“”]{0,12}，(?:自|从|(始于))"
)
_SINCE: Final = re.compile("(?:起|开始)?，?(?:正式|全面|在全[市县区省])?(?:实施|启动|开展|推行|实行|创办)")
"""Behind a program and a date: that it began then (…工程自2021年起实施, …行动开展于2006年)."""
_CLOSED: Final = ("）", ")")
"""Behind a date that says of when something else is: 第三届县委（1996.4—2001.3）实施…."""
_TO: Final = ("至", "到", "—", "－", "-", "～", "~")
_SINCE_THEN: Final = ("后，", "之后，")
"""Behind a date: that something is done again later (继2005年后，又一次实施)."""
_OTHER_DEED: Final = re.compile(
    r"仪式|继续|持续|再次|又一次|(?:启动|开展|实施|推行|推出)，|(?:成立|获得?|荣获|获评|评为|确定为|列为|建成|注册|当选|担任|上任|出台|毕业)[^，]{0,20}，"
)
"""Behind a date: what happened then, before another clause says what is run: 2011年成立服务中心，开展…."""
_NEAR: Final = 30
"""Characters between a date and the program that began then."""
_LONGEST_DATE: Final = 30
"""Characters of a date as written."""


def put_programs(found: Findings, draft: Draft) -> None:
    """Every program that the page names, who runs it and where, since when, and what it is part of."""
    home, subjects = homes(found), found.subjects()
    for mention, runners in zip(found.programs, found.runners, strict=True):
        program = add_program(draft, mention.name, home[article_key(found, mention)])
        draft.add(draft.things[program], mention.surface)
        draft.mention(program, mention.start, mention.end, Basis.STATED, mention.confidence, "programs", mention.rule)
        at = (mention.start, mention.end)
        context = found.contexts[found.page.article_at(mention.start)]
        venues = [] if mention.national else find_venues(found.page, mention, subjects, context)
        for runner in runners:
            _run_by(draft, program, runner, at, mention, located=not venues)
        for venue in venues:
            _carried_out_at(draft, program, venue, at)
        if mention.parent and mention.parent != mention.name:
            parent = add_program(draft, mention.parent, home.get((article_key(found, mention)[0], mention.parent)))
            draft.claim(program, Relation.PART_OF, parent, (at,), Basis.CONTEXT, 0.6, "programs", "campaign of the article")
        _started(found, draft, program, mention)


def article_key(found: Findings, mention: ProgramMention) -> tuple[int, str]:
    """What makes two mentions of a program one within a page: the article and the name."""
    return found.page.article_at(mention.start), mention.name


def homes(found: Findings) -> dict[tuple[int, str], PlaceRef | None]:
    """The place on which each local program's identity hangs: that of its first organiser in the article."""
    found_so_far: dict[tuple[int, str], PlaceRef | None] = {}
    for mention, runners in zip(found.programs, found.runners, strict=True):
        key = article_key(found, mention)
        if found_so_far.get(key) is None:
            found_so_far[key] = place_of(runners[0].subject.ref) if runners else None
    return found_so_far


def add_program(draft: Draft, name: str, place: PlaceRef | None) -> str:
    """The thing of a program; ``place`` is the one on which a local program's identity hangs."""
    campaign = CAMPAIGNS.get(name)
    scope = "" if campaign else place.id if place else draft.page.source
    properties = [("start", campaign.start)] if campaign and campaign.start else []
    return draft.add(Thing(ids.thing_id("program", name, name, scope), Kind.PROGRAM, name, (), tuple(properties)))


def place_of(ref: BodyRef | PlaceRef) -> PlaceRef | None:
    """The place that a subject is or is of."""
    return ref if isinstance(ref, PlaceRef) else ref.jurisdiction


def _is_named_after(ref: BodyRef | PlaceRef) -> bool:
    """A university or a company that bears the name of a province works in some place of it, not all over it; so does its committee."""
    if not isinstance(ref, BodyRef) or ref.jurisdiction is None or ref.jurisdiction.parent is not None:
        return False
    return any(body.kind in _OF_THEIR_OWN for body in line(ref))


def _run_by(draft: Draft, program: str, runner: Runner, at: tuple[int, int], mention: ProgramMention, *, located: bool) -> None:
    """Who runs a program, and, if it is ``located`` there, the place that they are or are of."""
    subject = runner.subject
    where = ((subject.start, subject.end), at)
    basis = subject.basis if subject.start < subject.end else Basis.CONTEXT
    sure = mention.confidence * (0.85 if subject.start < subject.end else 0.7)
    place = None if _is_named_after(subject.ref) else place_of(subject.ref)
    if runner.runs:
        named = add_body(draft, subject.ref) if isinstance(subject.ref, BodyRef) else add_place(draft, subject.ref)
        draft.claim(program, Relation.ORGANIZER, named, where, basis, sure, "programs", "subject")
    if place is not None and located:
        draft.claim(program, Relation.LOCATION, add_place(draft, place), where, basis, sure, "programs", "subject's place")


def _carried_out_at(draft: Draft, program: str, venue: Subject, at: tuple[int, int]) -> None:
    if isinstance(venue.ref, PlaceRef):
        where = ((venue.start, venue.end), at)
        draft.claim(program, Relation.LOCATION, add_place(draft, venue.ref), where, venue.basis, 0.7, "programs", "place of the sentence")


def _opened(found: Findings, mention: ProgramMention, start: int) -> Date | None:
    """The day at the head of the sentence that begins at ``start``, if it tells of the ceremony by which a program was opened."""
    if _OPENED.match(found.page.text, mention.end) is None:
        return None
    days = [date for date in within(found.dates, start, start + _HEAD) if date.value[0] != "-" and date.end <= mention.start]
    return days[0] if days and days[-1] is days[0] else None


def _started(found: Findings, draft: Draft, program: str, mention: ProgramMention) -> None:
    """When the program began there, where its sentence says so."""
    sentence = found.page.sentence_at(mention.start)
    if sentence is None:
        return
    date = (
        _begun_behind(found, mention, sentence.end)
        or _opened(found, mention, sentence.start)
        or _begun_before(found, mention, sentence.start)
    )
    if date is not None:
        where = ((min(date.start, mention.start), max(date.end, mention.end)),)
        draft.claim(program, Relation.START, date.value, where, Basis.STATED, 0.6, "programs", "date of the sentence")


def _begun_behind(found: Findings, mention: ProgramMention, end: int) -> Date | None:
    """The date behind a program since when it has been run."""
    text = found.page.text
    for date in within(found.dates, mention.end, min(end, mention.end + _NEAR)):
        began = _BEGUN_IN.fullmatch(text, mention.end, date.start) if date.value[0] != "-" else None
        if began is not None and (began[1] or began[2] or _SINCE.match(text, date.end)):
            return date
    return None


def _begun_before(found: Findings, mention: ProgramMention, start: int) -> Date | None:
    """A date before 启动 or 开展 in the sentence that begins at ``start``; of two with 至 between them the first."""
    text = found.page.text
    near = within(found.dates, max(start, mention.start - _LONGEST_DATE - _NEAR), mention.start)
    dates = [date for date in near if date.end <= mention.start and date.value[0] != "-"]
    if not dates or mention.start - dates[-1].end > _NEAR or text.startswith((*_SINCE_THEN, *_CLOSED), dates[-1].end):
        return None
    end = dates[-1].end
    if _OTHER_DEED.search(text, end, mention.start) or not _STARTED.search(text, end, mention.start):
        return None
    return dates[-2] if len(dates) > 1 and text[dates[-2].end : dates[-1].start] in _TO else dates[-1]
