"""Who runs a program: the doers of the sentence that says so, else who the paragraph is about, else whose article it is."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef
from kg.extract.subjects import Subject, Subjects
from kg.lexicon.words import PROGRAM_LEADS
from kg.model import Basis

_RUN: Final = re.compile("(?:" + "|".join(PROGRAM_LEADS) + ")(?![部员])")
_PASSIVE: Final = re.compile(
    r"[^，。；“”]{0,4}由([^。；]{2,120}?)(?:等[^，。；]{0,12})?(?:联合|共同|牵头|统一|具体|负责)*(?:开展|主办|举办|组织|发起|承办|实施|启动|牵头)"
)
_OURS: Final = re.compile(r"(?:全|我)([省市县区旗州盟镇乡村])(?:20\d\d年)?[\u4e00-\u9fff]{0,10}[“‘]?$")
_OURS_LENGTH: Final = 20
_SAYS, _ABOUT, _OWN = 2, 1, 0
"""How the doers are known, best first: the sentence says it, the paragraph is about them, the article is theirs."""

_LEAD: Final = 60
"""The head of a first sentence, in which who acts is named."""


def find(page: Page, programs: list[ProgramMention], subjects: Subjects, contexts: list[Context]) -> list[list[Subject]]:
    """For each of ``programs`` those who run it there. Of a local program only its best first mention tells."""
    known = [_known(page, program, subjects, contexts) for program in programs]
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True)):
        key = (page.article_at(program.start), program.name)
        if doers and (key not in best or rank > best[key][0]):
            best[key] = (rank, number)
    chosen = {number for _, number in best.values()}
    return [
        doers if number in chosen or (program.national and rank == _SAYS) else []
        for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True))
    ]


def _known(page: Page, program: ProgramMention, subjects: Subjects, contexts: list[Context]) -> tuple[int, list[Subject]]:
    """Those who run the program, as far as this mention tells, and how that is known."""
    doing = [subject for subject in subjects.doers(program.start) if not _is_medium(subject)]
    if doing and (doing[-1].end == program.start or _RUN.search(page.text, doing[-1].end, program.start)):
        return _SAYS, doing
    by = [subject for subject in _by(page, subjects, program) if not _is_medium(subject)]
    if by:
        return _SAYS, by
    context = contexts[page.article_at(program.start)]
    ours = _ours(page, context, program)
    if ours:
        return _SAYS, ours
    if program.national and program.name[:4] not in page.segments.articles[page.article_at(program.start)].headline:
        return _OWN, _carried_out(context, program)
    topic = [] if program.national else [subject for subject in subjects.topic(program.start) if not _is_medium(subject)]
    return (_ABOUT, topic) if topic else (_OWN, _own(page, subjects, context, program))


def _by(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """…活动由A、B联合开展: those named behind the program and 由, before the verb."""
    by = _PASSIVE.match(page.text, program.end)
    return subjects.between(by.start(1), by.end(1)) if by is not None else []


def _ours(page: Page, context: Context, program: ProgramMention) -> list[Subject]:
    """全县“…”行动, 我镇…活动: the article's own place at that level."""
    own = _OURS.search(page.text, max(0, program.start - _OURS_LENGTH), program.start)
    place = context.own.get(own[1]) if own is not None else None
    return [Subject(place, program.start, program.start, Basis.CONTEXT)] if place is not None else []


def _is_medium(subject: Subject) -> bool:
    return isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium"


def _carried_out(context: Context, program: ProgramMention) -> list[Subject]:
    """Where a campaign is carried out of which an article says no more: at the article's own place."""
    return [Subject(context.anchor, program.start, program.start, Basis.CONTEXT)] if context.anchor is not None else []


def _own(page: Page, subjects: Subjects, context: Context, program: ProgramMention) -> list[Subject]:
    """The body whose article it is (集团, or the one with which its first sentence begins), else the place."""
    article = page.segments.articles[page.article_at(program.start)]
    first = page.sentence_at(article.start)
    lead = subjects.leads(first.start, min(first.end, first.start + _LEAD)) if first is not None else None
    own = next(iter(context.self_bodies.values()), None) or (lead.ref if lead else None) or context.anchor
    return [Subject(own, program.start, program.start, Basis.CONTEXT)] if own is not None else []
