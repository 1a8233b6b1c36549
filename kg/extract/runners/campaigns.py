"""Nation-wide campaigns: who of those that are named carries one on, and in whose article each place does."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.programs.mention import ROOT
from kg.extract.programs.works import RULES as WORKS
from kg.extract.refs import BodyRef
from kg.extract.runners.runner import SAYS, Runner
from kg.extract.subjects import Subject
from kg.model import Basis

_CARRIES_ON: Final = re.compile(
    r"(?:[^。；“”]{0,40}，)?(?!对(?!口))(?:(?!未(?!成年)|没有?|不[会能曾]|结合|围绕|按照|根据|对照|响应|指导|要求)[^，。；“”]){0,8}(?:开展|推进|深化|实施|启动|部署|组织|举办|举行|召开|总结)"
    r"(?:了|好)?(?:全[国省市县区旗州镇乡])?(?:[“‘][^”’\n]{1,40}[”’][、和及与]?)*[“‘]?"
)
"""Between a place and a nation-wide campaign: it is run there, by the place, and not only borne in mind."""
_MAKES_CARRIER: Final = re.compile(
    "(?:把|将)(?:深入|广泛|扎实)?(?:开展|实施|推进)?[“‘][^”’\n]{1,40}[”’](?:活动|工程|行动)?作为(?:推进|推动|深化|开展)?(?:全[省市县区])?"
)
"""Between a place and a nation-wide campaign: what it carries it on with (将开展“…”活动作为|某某活动的载体)."""
_CARRIED_ON_EVERYWHERE: Final = ("活动", "教育", "建设年")
"""Ends of the names of campaigns that every place and body carries on in itself."""


def carried_on_by_all(
    page: Page, programs: list[ProgramMention], runners: list[list[Runner]], contexts: list[Context]
) -> list[list[Runner]]:
    """``runners``, and the article's own place for a campaign of the Party that every place carries on, of which it tells more than once or in its headline."""
    keys = [(page.article_at(program.start), program.name) for program in programs]
    times = Counter(keys)
    run = {key for key, own in zip(keys, runners, strict=True) if any(one.runs for one in own)}
    out = []
    for program, key, own in zip(programs, keys, runners, strict=True):
        article = page.segments.articles[key[0]]
        told = times[key] > 1 or program.name[:4] in article.headline
        home = contexts[key[0]].anchor or contexts[key[0]].home
        if not program.national or not program.name.endswith(_CARRIED_ON_EVERYWHERE) or key in run or not told or home is None:
            out.append(own)
            continue
        run.add(key)
        out.append([Runner(Subject(home, program.start, program.start, Basis.CONTEXT), runs=True)])
    return out


def does_run(page: Page, doer: Subject, rank: int, program: ProgramMention, by_bodies: set[tuple[int, str]]) -> bool:
    """Of a nation-wide campaign a place is who runs it only where no body is and it is said to carry it on, or the campaign bears its name.

    Works that nobody is said to run are run by nobody; whose page it is says where they are.
    """
    if program.rule in WORKS and rank < SAYS:
        return False
    if not program.national or isinstance(doer.ref, BodyRef):
        return True
    if rank != SAYS or (page.article_at(program.start), program.name) in by_bodies:
        return False
    if program.end - program.start == len(ROOT):  # what is done 创先争优 is not the campaign
        return False
    if doer.end == program.start or _CARRIES_ON.fullmatch(page.text, doer.end, program.start) is not None:
        return True
    return _MAKES_CARRIER.fullmatch(page.text, doer.end, program.start) is not None
