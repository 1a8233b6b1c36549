"""Who runs a program: the doers of the sentence that says so, else who the paragraph is about, else whose article it is.

``stated`` reads the words around a program, ``topics`` what its paragraph and its article are about, ``bystanders`` tells who of those runs nothing,
and ``campaigns`` what holds of nation-wide ones alone.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract import hosts
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.runners import bystanders, campaigns, stated, topics
from kg.extract.runners.runner import ABOUT, NAMED, OWN, SAYS, TOLD, Runner
from kg.extract.runners.topics import ALONE
from kg.extract.subjects import Subject, Subjects
from kg.model import Basis

_TOGETHER_WITH: Final = ("暨", "暨“")
_IN_ONE_CLAUSE: Final = re.compile("[^，。；\n]{0,16}")
_STANDING: Final = "委常委会"
_PARTY_GROUP: Final = "党组"
_LEADING_GROUPS: Final = ("领导小组", "指导组", "督导组")
"""Groups that lead a campaign, or look after it, for the committee or the place that has set them up."""


def find(page: Page, programs: list[ProgramMention], subjects: Subjects, contexts: list[Context]) -> list[list[Runner]]:
    """For each of ``programs`` those who run it there. Of a local program only its best first mention tells."""
    articles = zip(page.segments.articles, contexts, strict=True) if programs else ()
    below = [topics.reporting(subjects, article) or topics.below(subjects, own, (article.start, article.end)) for article, own in articles]
    known = [_of_committees(_known(page, program, subjects, contexts, below)) for program in programs]
    for number in range(1, len(programs)):  # 由A主办的“…”行动启动仪式暨|“…”活动
        joint = page.text.endswith(_TOGETHER_WITH, 0, programs[number].start) and not programs[number].national
        known[number] = known[number - 1] if joint and _share_a_clause(page, programs, number) else known[number]
    for number, hosting in hosts.find(page, programs, subjects).items():
        known[number] = TOLD, hosting
    known = _by_the_same(page, programs, known)
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True)):
        key = (page.article_at(program.start), program.name)
        if doers and (key not in best or rank > best[key][0] or _closer(rank, doers, best[key], known)):
            best[key] = (rank, number)
    chosen = {number for _, number in best.values()}
    told = [
        doers if number in chosen or (program.national and rank == SAYS) else []
        for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True))
    ]
    by_bodies = {
        (page.article_at(program.start), program.name)
        for program, doers in zip(programs, told, strict=True)
        if any(isinstance(doer.ref, BodyRef) for doer in doers)
    }
    runners = [
        [Runner(doer, campaigns.does_run(page, doer, rank, program, by_bodies)) for doer in doers]
        for program, doers, (rank, _) in zip(programs, told, known, strict=True)
    ]
    return campaigns.carried_on_by_all(page, programs, runners, contexts)


def _share_a_clause(page: Page, programs: list[ProgramMention], number: int) -> bool:
    """Whether a local program and the one before it stand in one clause."""
    before = programs[number - 1]
    return not before.national and _IN_ONE_CLAUSE.fullmatch(page.text, before.end, programs[number].start) is not None


def _of_committees(known: tuple[int, list[Subject]]) -> tuple[int, list[Subject]]:
    """``known``, with the committee for its standing committee, which has met about what is run, and whoever has a Party or leading group for that."""
    rank, doers = known
    above = ((one, _whole(one.ref)) for one in doers)
    return rank, [one if whole is None else one._replace(ref=whole, basis=Basis.CONTEXT) for one, whole in above]


def _whole(ref: BodyRef | PlaceRef) -> BodyRef | PlaceRef | None:
    """Who runs what is done by a committee of theirs that stands for them; None where the body does so by itself."""
    if not isinstance(ref, BodyRef):
        return None
    if ref.name.endswith((_STANDING, _PARTY_GROUP)):
        return ref.parent
    return ref.parent or ref.jurisdiction if ref.name.endswith(_LEADING_GROUPS) else None


def _by_the_same(page: Page, programs: list[ProgramMention], known: list[tuple[int, list[Subject]]]) -> list[tuple[int, list[Subject]]]:
    """``known``, with the one body that runs all local programs of an article of which it is said for its place, where only the page tells that."""
    bodies: dict[int, set[BodyRef | PlaceRef]] = {}
    for program, (rank, doers) in zip(programs, known, strict=True):
        if rank >= SAYS and not program.national:
            bodies.setdefault(page.article_at(program.start), set()).update(doer.ref for doer in doers)
    out = []
    for program, (rank, doers) in zip(programs, known, strict=True):
        own = bodies.get(page.article_at(program.start), set())
        body = next(iter(own)) if len(own) == 1 and rank in (OWN, ABOUT) and not program.national else None
        alone = isinstance(body, BodyRef) and body.kind in ALONE and [doer.ref for doer in doers] == [body.jurisdiction]
        out.append((rank, [doers[0]._replace(ref=body, basis=Basis.CONTEXT)] if alone and body is not None else doers))
    return out


def _closer(rank: int, doers: list[Subject], best: tuple[int, int], known: list[tuple[int, list[Subject]]]) -> bool:
    """Whether a later sentence says by which bodies of a place a program is run that an earlier one only gave to the place."""
    first = [subject.ref for subject in known[best[1]][1]]
    refs = [subject.ref for subject in doers]
    return rank == best[0] == SAYS and all(isinstance(ref, BodyRef) and ref.jurisdiction == first[0] for ref in refs)


def _known(
    page: Page, program: ProgramMention, subjects: Subjects, contexts: list[Context], below: list[BodyRef | PlaceRef | None]
) -> tuple[int, list[Subject]]:
    """Those who run the program, as far as this mention tells, and how that is known; ``below`` has what :func:`topics.reporting` or :func:`topics.below` says of each article."""
    its = [subject for subject in stated.its(page, subjects, program) if not bystanders.is_medium(subject)]
    if its:
        return SAYS, its
    context = contexts[page.article_at(program.start)]
    doing = stated.doing(page, subjects, program)
    ours = stated.ours(page, context, program)
    nearer = ours and doing and doing[-1].end <= ours.start and stated.is_of_ours(page.text, ours.start)
    if ours and (nearer or not doing):
        return SAYS, [ours.subject]
    elsewhere = program.national and doing and page.text.find("；", doing[-1].end, program.start) >= 0  # …；教育系统实施|创先争优活动
    if doing and not (stated.is_sight(page, program) or elsewhere) and stated.runs(page, doing[-1], program):
        return SAYS, stated.led(page, subjects, doing, program)
    if ours:
        return SAYS, [ours.subject]
    again = None if doing else stated.again(page, subjects, program)
    if again is not None:
        return SAYS, [again]
    if program.national and program.name[:4] not in page.segments.articles[page.article_at(program.start)].headline:
        return OWN, topics.carried_out(page, subjects, context, program)
    named = [] if program.national else subjects.between(program.start, program.end)[:1]
    if named and isinstance(named[0].ref, PlaceRef):
        return NAMED, topics.body_of(named[0].ref, subjects.topic(program.start)) or named
    if framed := stated.framed(page, subjects, program):
        return NAMED, framed
    if stated.is_awarded(page, program):
        return OWN, []
    topic = [] if program.national or stated.is_urged(page, program) else topics.topic(page, program, subjects, context)
    return (ABOUT, topic) if topic else (OWN, topics.own(page, subjects, context, program, below[page.article_at(program.start)]))
