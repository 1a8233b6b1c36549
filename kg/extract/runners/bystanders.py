"""Those who are named where a program is told of, and of whom the text does not tell that they run it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.runners.runner import OFFICES
from kg.extract.subjects import Subject
from kg.model import Basis

_VISITORS: Final = re.compile("(?:督查|督导|工作|调研|考核|考察|检查|巡视|巡察|参观|代表|观摩|验收|评估|采访|慰问)[组团]$")
_ISSUES: Final = re.compile("(?:近日|日前|联合|正式)*(?:印发|下发|公布|发布|通报|命名)")
_SAYING: Final = 24
"""Characters of a saying before somebody who is named in it."""
_OF_THE_NATION: Final = frozenset({"中共中央", "中央政治局", "中央书记处", "中央军委", "国务院"})


def is_any(subject: Subject) -> bool:
    """村党支部: a branch of which nobody knows whose it is."""
    return isinstance(subject.ref, BodyRef) and not subject.ref.resolved and subject.ref.kind in ("party-branch", "village")


def is_aside(page: Page, subject: Subject, context: Context) -> bool:
    """，荆山村…: a place inside the article's own that only a clause begins with is not what the paragraph is about."""
    if not isinstance(subject.ref, PlaceRef) or context.anchor is None or page.text[subject.start - 1 : subject.start] != "，":
        return False
    return subject.ref != context.anchor and context.anchor in subject.ref.chain()


def is_of_the_nation(subject: Subject) -> bool:
    """中央政治局委员甲指出…: who leads the country has said what an article quotes; local programs that it tells of next are not theirs."""
    return subject.ref.name in _OF_THE_NATION


def issues(page: Page, subject: Subject, context: Context) -> bool:
    """某协会办公厅印发了…: an office, or a body of elsewhere, that only issues or makes known something; what comes next is of others."""
    ref = subject.ref
    if not isinstance(ref, BodyRef) or _ISSUES.match(page.text, subject.end) is None:
        return False
    elsewhere = context.anchor is not None and ref.jurisdiction != context.anchor
    return elsewhere or ref.name.endswith(OFFICES)


def is_chief(subject: Subject, context: Context) -> bool:
    """省委书记甲…。: who leads the place in which the article's own lies, and speaks or comes; what it tells next is of its own place."""
    if not isinstance(subject.ref, PlaceRef) or subject.basis is not Basis.CONTEXT or context.anchor is None:
        return False
    if not context.anchor.codes:  # a village that a county's secretary comes to see does not run what the county runs
        return False
    return subject.ref != context.anchor and subject.ref in context.anchor.chain()


def is_medium(subject: Subject) -> bool:
    """Whether a body is a medium, which tells of what others run."""
    return isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium"


def visits(subject: Subject) -> bool:
    """Whether a body is a group that looks at what others do: an article that begins with it is about them."""
    return isinstance(subject.ref, BodyRef) and _VISITORS.search(subject.ref.name) is not None


def leads_nothing(page: Page, lead: Subject, context: Context) -> bool:
    """Whether a body at the head of an article is none of which the rest tells what it runs."""
    return is_any(lead) or visits(lead) or is_of_the_nation(lead) or issues(page, lead, context)


def is_in_marks(page: Page, subject: Subject, end: int) -> bool:
    """Whether a subject is named in a saying that ends before ``end``: 建立“|县委|牵头抓总、部门协作配合”的机制，推行“…”."""
    opened = page.text.rfind("“", max(0, subject.start - _SAYING), subject.start)
    closed = page.text.find("”", subject.end, end) if opened >= 0 else -1
    return closed >= 0 and "”" not in page.text[opened : subject.start] and "、" in page.text[subject.end : closed]
