"""How sure a claim is."""

from __future__ import annotations

from kg.lexicon.confidences import BINS, bin_of, calibration, confidence
from kg.lexicon.tables import read_table


def test_a_measured_rule_has_the_confidence_of_the_table() -> None:
    """What a rule's author supposes counts for nothing once the gold has judged it."""
    for row in read_table("confidences"):
        if row["rule"] != "*":
            assert confidence(row["kind"], row["relation"], row["rule"], 0.01) == float(row["confidence"])


def test_an_unmeasured_rule_is_no_surer_than_the_others() -> None:
    """A rule that the gold never met keeps what it gives, up to what all rules of its kind have; what no gold speaks of is never sure."""
    (pooled,) = (float(row["confidence"]) for row in read_table("confidences") if row["kind"] == "place" and row["rule"] == "*")
    assert confidence("place", "rdf:type", "a new rule", 1.0) == pooled
    assert confidence("place", "rdf:type", "a new rule", 0.3) == 0.3
    assert confidence("", "dcterms:publisher", "publisher", 1.0) < BINS[0]


def test_the_end_of_a_post_is_read_off_the_words_of_the_post() -> None:
    """What says that a post has ended is as sure as what says that it was held."""
    assert confidence("person", "zm:endedBy", "place", 0.01) == confidence("person", "org:holds", "place", 0.01) > 0.5


def test_every_bin_is_measured() -> None:
    """The bins part all confidences, and the calibration has a row for each."""
    assert [row.least for row in calibration()] == list(BINS)
    assert [bin_of(sure) for sure in (1.0, 0.9, 0.89, 0.7, 0.3, 0.0)] == [0.9, 0.9, 0.8, 0.6, 0.0, 0.0]
