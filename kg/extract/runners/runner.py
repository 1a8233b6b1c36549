"""A runner, how runners are known, and what both those that stand in a sentence and those at the head of an article are asked."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.extract.subjects import Subject

TOLD, SAYS, NAMED, ABOUT, OWN = 4, 3, 2, 1, 0
"""How the doers are known, best first: a sentence of its own tells who hosts it, its sentence says it, the program bears their name, the
paragraph is about them, the article is theirs."""
OFFICES: Final = ("办公室", "办公厅")
"""Ends of the names of offices, which send round what others run."""
LEAD: Final = 60
"""The head of a first sentence, in which who acts is named."""


class Runner(NamedTuple):
    """Who runs a program; where not ``runs``, the place at which a nation-wide campaign is carried out, nobody says by whom."""

    subject: Subject
    runs: bool
