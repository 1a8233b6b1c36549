"""People without a post: behind nouns for people, before words like 同志, and wherever a name that was found stands again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.extract.posts.bylines import put_bylines
from kg.extract.posts.credits import put_credits
from kg.extract.posts.lists import put_listed
from kg.extract.posts.register import Register
from kg.extract.posts.unofficial.again import put_again, put_known
from kg.extract.posts.unofficial.behind_bodies import put_behind_bodies, put_in_rows, put_winners
from kg.extract.posts.unofficial.clauses import put_before_ages, put_before_kin, put_honoured
from kg.extract.posts.unofficial.departments import put_in_wards, put_of_departments
from kg.extract.posts.unofficial.dotted import put_dotted
from kg.extract.posts.unofficial.nouns import put_behind_nouns, put_called
from kg.extract.posts.unofficial.phrases import put_in_phrases
from kg.extract.posts.unofficial.pictured import put_pictured
from kg.extract.posts.unofficial.rosters import put_in_rosters
from kg.extract.posts.unofficial.visited import put_at_home, put_visited
from kg.extract.posts.unofficial.words import put_before_words

__all__ = ["put_again", "put_known", "put_others"]

READERS: Final[tuple[Callable[[Register], None], ...]] = (
    put_behind_nouns,
    put_called,
    put_before_words,
    put_before_kin,
    put_honoured,
    put_before_ages,
    put_visited,
    put_at_home,
    put_dotted,
    put_pictured,
    put_in_phrases,
    put_of_departments,
    put_in_wards,
    put_behind_bodies,
    put_winners,
    put_in_rows,
    put_listed,
    put_bylines,
    put_credits,
    put_in_rosters,
)
"""What tells people otherwise than a title does, the surest first."""


def put_others(register: Register) -> None:
    """Add the people whom something else than a title tells; those that are there already stay."""
    for put in READERS:
        put(register)
