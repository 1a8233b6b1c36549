"""What is said of people and posts: titles, names, and who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.extract.refs import BodyRef
from kg.model import Basis, Status

LABEL_RULE: Final = "label"
"""The rule of posts that a label above or before a name gives: no words of the title stand beside the name."""


class Title(NamedTuple):
    """``text[start:end]`` is a title, with the body before it from ``body_start`` where the text names one."""

    start: int
    end: int
    title: str
    body: BodyRef | None
    body_start: int
    basis: Basis
    rule: str
    confidence: float
    status: Status = Status.CURRENT


class PersonMention(NamedTuple):
    """``text[start:end]`` is a personal name; ``rule`` says what told so."""

    start: int
    end: int
    name: str
    rule: str
    confidence: float


class Term(NamedTuple):
    """When somebody took up a post, gave it up, or was in office (``when``), as ``text[where[0]:where[1]]`` says: dates with their year, or nothing."""

    where: tuple[int, int]
    start: str = ""
    end: str = ""
    when: str = ""


class Rank(NamedTuple):
    """``text[where[0]:where[1]]`` states a rank, ``name`` in the scheme of ranks."""

    where: tuple[int, int]
    name: str


class Holding(NamedTuple):
    """A person holds (held, is proposed for) a title in a body; ``body`` is None where the text leaves it open."""

    person: PersonMention
    title: Title
    term: Term | None = None
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """People and posts of one page, in order of position."""

    people: list[PersonMention]
    holdings: list[Holding]
    titles: list[Title]
