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

_RUN: Final = re.compile("|".join(PROGRAM_LEADS))
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
    context = contexts[page.article_at(program.start)]
    if program.national and program.name[:4] not in page.segments.articles[page.article_at(program.start)].headline:
        return _OWN, []
    topic = [] if program.national else [subject for subject in subjects.topic(program.start) if not _is_medium(subject)]
    return (_ABOUT, topic) if topic else (_OWN, _own(page, subjects, context, program))


def _is_medium(subject: Subject) -> bool:
    return isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium"


def _own(page: Page, subjects: Subjects, context: Context, program: ProgramMention) -> list[Subject]:
    """The body whose article it is (集团, or the one with which its first sentence begins), else the place."""
    article = page.segments.articles[page.article_at(program.start)]
    first = page.sentence_at(article.start)
    lead = subjects.leads(first.start, min(first.end, first.start + _LEAD)) if first is not None else None
    own = next(iter(context.self_bodies.values()), None) or (lead.ref if lead else None) or context.anchor
    return [Subject(own, program.start, program.start, Basis.CONTEXT)] if own is not None else []
