"""Identifiers: the same for the same content, and nothing in them that an IRI would have to escape."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg import ids

ANY_TEXT = st.text(max_size=30)


@given(st.lists(ANY_TEXT, max_size=4), st.lists(ANY_TEXT, max_size=4))
def test_digests_of_different_parts_differ(one: list[str], other: list[str]) -> None:
    """("ab", "c") and ("a", "bc") are not the same content."""
    assert (ids.digest(*one) == ids.digest(*other)) == (one == other)


def test_the_boundary_between_parts_counts() -> None:
    """Moving a character from one part to the next gives another digest."""
    assert len({ids.digest("ab", "c"), ids.digest("a", "bc"), ids.digest("abc"), ids.digest("abc", "")}) == 4


def test_a_digest_is_a_published_value() -> None:
    """Ids are published: the function behind them must not change from version to version."""
    assert ids.digest() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert ids.source_id("0123456789abcdef0123") == "source/0123456789abcdef"


@given(ANY_TEXT, st.lists(ANY_TEXT | st.integers(), max_size=3))
def test_ids_of_things_are_plain_ascii(label: str, key: list[str | int]) -> None:
    """No character of a document reaches an id but as pinyin, letters and digits."""
    assert re.fullmatch(r"body/[a-z0-9-]*-[0-9a-f]{12}", ids.thing_id("body", label, *key), re.ASCII)


def test_ids_are_readable() -> None:
    """The slug of an id is the pinyin of its label."""
    assert ids.thing_id("person", "韦启明", "x").startswith("person/wei-qi-ming-")


def test_kind_and_key_make_the_id() -> None:
    """Two things of one label are told apart by kind and key."""
    made = {ids.thing_id("body", "市委", "a"), ids.thing_id("body", "市委", "b"), ids.thing_id("place", "市委", "a")}
    assert len({identifier.split("-")[-1] for identifier in made}) == 3


def test_claims_are_told_apart_by_what_they_say_and_where() -> None:
    """Every part of a claim counts for its id."""
    parts: list[tuple[str, int, int, str, str, str]] = [
        ("source/1", 0, 4, "person/a", "org:holds", "post/b"),
        ("source/2", 0, 4, "person/a", "org:holds", "post/b"),
        ("source/1", 1, 4, "person/a", "org:holds", "post/b"),
        ("source/1", 0, 5, "person/a", "org:holds", "post/b"),
        ("source/1", 0, 4, "person/c", "org:holds", "post/b"),
        ("source/1", 0, 4, "person/a", "zm:proposedOn", "post/b"),
        ("source/1", 0, 4, "person/a", "org:holds", "post/c"),
    ]
    made = [ids.claim_id(*part) for part in parts]
    assert len(set(made)) == len(parts)
    assert all(re.fullmatch("claim/[0-9a-f]{16}", identifier) for identifier in made)
