"""The values of the pipeline: immutable, comparable, and easy to ask for their properties."""

from __future__ import annotations

import pickle

import pytest

from kg import analyse
from kg.model import Kind, Relation, Thing

PLACE = Thing("place/x", Kind.PLACE, "定安县", (), (("code", "469021"), ("code", "469025"), ("level", "county")))


def test_a_property_is_asked_for_by_name() -> None:
    """``get`` gives the first value or the default, ``all`` every value."""
    assert (PLACE.get("level"), PLACE.get("code"), PLACE.get("absent"), PLACE.get("absent", "-")) == ("county", "469021", "", "-")
    assert (PLACE.all("code"), PLACE.all("absent")) == (("469021", "469025"), ())


def test_values_cannot_be_changed() -> None:
    """What an extractor said stays said."""
    with pytest.raises(AttributeError):
        PLACE.label = "屯昌县"  # type: ignore[misc]


def test_kinds_and_relations_are_their_own_names() -> None:
    """A kind is written as its word, a relation as the term of the export."""
    assert (f"{Kind.PERSON}", f"{Relation.HOLDS}") == ("person", "org:holds")


def test_an_analysis_can_be_sent_to_another_process() -> None:
    """The result of the function of one document survives pickling unchanged."""
    analysis = analyse("岳阳市委组织部副部长韦启明出席会议。".encode(), "a.txt")
    assert analysis.claims
    assert pickle.loads(pickle.dumps(analysis)) == analysis  # noqa: S301 - our own bytes
