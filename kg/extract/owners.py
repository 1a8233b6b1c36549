"""Whose a figure is: the place or body that its sentence is about, else the one that its paragraph or its article is about."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.subjects import FAR, Subject, Subjects
from kg.model import Basis

_OURS: Final = re.compile(r"[全我本]([省市州盟县区旗镇乡村])(?![委政])|([镇乡村])里(?=[先共还为的统])|[全我本]([局校院厂矿场])|(集团)公司")
"""全县, 我镇: the own place at that level; 全局, 集团公司: the own body."""
_GOVERNING: Final = frozenset({"party-committee", "party-branch", "party-department", "government", "village"})
"""A committee, its departments and a government speak for their place, those of a body for the body."""
_DEPARTMENTS: Final = frozenset({"government-department", "leading-group", "office"})
_ASSEMBLY: Final = "congress"
_OFFICIAL: Final = _GOVERNING | _DEPARTMENTS | {"court", "procuratorate", "discipline", "school"}
_COUNTED: Final = re.compile(r"等[^，。；：]{0,2}")
"""河口镇等6个乡镇: what is named right before the number is among what it counts."""


def owner(page: Page, subjects: Subjects, contexts: list[Context], position: int) -> Subject | None:
    """Who or what the figure at ``position`` is of, at last whoever its article names; nothing where that is nobody."""
    sentence = page.sentence_at(position)
    if sentence is None:
        return None
    context, low = contexts[sentence.article], max(sentence.start, position - FAR)
    named = next((one for one in reversed(subjects.doing(low, position)) if _may_own(page, one, position)), None)
    ours = _ours(page, subjects, context, (named.end if named else low, position))
    if ours is not None:
        return ours
    named = named or _topic(page, subjects, position)
    if named is not None:
        return _governed(named)
    article = page.segments.articles[sentence.article]
    stretches = ((article.start, sentence.start), (sentence.start, position), (position, article.end))
    last = (subjects.named_last(*stretch) for stretch in stretches)
    return _of_article(context, position) or next((one for one in last if one is not None and _may_be_its(one)), None)


def _may_be_its(subject: Subject) -> bool:
    """Whether an article that has no place may be about a body that it only names: not about a ministry, nor about 市委 of nobody knows where."""
    ref = subject.ref
    if not isinstance(ref, BodyRef) or ref.kind == _ASSEMBLY:  # what a page tells of an assembly are its decisions
        return True
    return ref.resolved and (ref.jurisdiction is not None or ref.kind not in _OFFICIAL)


def _may_own(page: Page, subject: Subject, position: int) -> bool:
    """Not what is counted itself, nor a body of which the context does not say whose it is (村党支部)."""
    known = not isinstance(subject.ref, BodyRef) or subject.ref.resolved
    return known and _COUNTED.fullmatch(page.text, subject.end, position) is None


def _topic(page: Page, subjects: Subjects, position: int) -> Subject | None:
    """Who the paragraph is about; where it goes through the departments of a place one by one, and the sentence names none, the place."""
    named = [one for one in subjects.topics(position) if _may_own(page, one, position)]
    last = named[-1] if named else None
    if last is None or not isinstance(last.ref, BodyRef) or last.ref.kind not in _DEPARTMENTS or last.ref.jurisdiction is None:
        return last
    round_up = any(isinstance(one.ref, BodyRef) and one.ref != last.ref for one in named)
    return last._replace(ref=last.ref.jurisdiction, basis=Basis.CONTEXT) if round_up else last


def _ours(page: Page, subjects: Subjects, context: Context, within: tuple[int, int]) -> Subject | None:
    """The own place or body where the sentence names it by its level (全县, 全局): what the paragraph is about, else the article's."""
    found = None
    for match in _OURS.finditer(page.text, *within):
        level, word = match[1] or match[2] or "", match[3] or match[4] or ""
        topic = (_place(one) for one in subjects.topic(match.start()))
        near = next((place for place in topic if place is not None and place.slot == level), None)
        own = near or context.own.get(level) or context.self_bodies.get(word)
        found = Subject(own, match.start(), match.end(), Basis.CONTEXT) if own is not None else found
    return found


def _place(subject: Subject) -> PlaceRef | None:
    return subject.ref.jurisdiction if isinstance(subject.ref, BodyRef) else subject.ref


def _governed(subject: Subject) -> Subject:
    """市委 and 市政府 stand for the city, the party committee of a body for the body."""
    ref = subject.ref
    while isinstance(ref, BodyRef) and ref.kind in _GOVERNING:
        above = ref.parent or ref.jurisdiction
        if above is None:
            break
        ref = above
    return subject._replace(ref=ref)


def _of_article(context: Context, position: int) -> Subject | None:
    own = next(iter(context.self_bodies.values()), None) or context.anchor
    return Subject(own, position, position, Basis.CONTEXT) if own is not None else None
