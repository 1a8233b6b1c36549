"""Reading the vocabulary."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg import vocab
from kg.errors import TableError
from kg.lexicon.words import SUFFIXES
from kg.model import Kind


def _copy(folder: Path) -> Path:
    for name in vocab.FILES:
        shutil.copy(vocab.folder() / name, folder / name)
    return folder


def test_every_kind_of_thing_can_be_shown() -> None:
    """Each kind, and sources, have labels in both languages, a colour, an icon and a place in lists."""
    kinds = vocab.vocabulary().kinds
    assert set(kinds) == {str(kind) for kind in Kind} | {"source"}
    for shown in kinds.values():
        assert shown.label_zh
        assert shown.label_en
        assert len(shown.colour) == 7
        assert len(shown.icon) == 1
    assert len({shown.order for shown in kinds.values()}) == len(kinds)
    assert len({shown.colour for shown in kinds.values()}) == len(kinds)


def test_schemes_hold_the_concepts_of_the_tables() -> None:
    """Every kind of body of the table of suffixes is a concept; levels and roles are as in the contract."""
    concepts = vocab.vocabulary().concepts
    assert {suffix.kind for suffix in SUFFIXES.values()} <= set(concepts["kind"])
    assert list(concepts["level"]) == ["province", "prefecture", "county", "township", "village", "other"]
    assert list(concepts["person-role"]) == ["official", "journalist", "other"]
    assert next(iter(concepts["rank"].values())).label_zh == "正国级"


def test_a_missing_term_is_named(tmp_path: Path) -> None:
    """A term that exports use and the ontology does not define is a TableError that names it."""
    file = _copy(tmp_path) / "zhengmai.ttl"
    file.write_text(
        file.read_text("utf-8").replace("zm:endedBy a owl:DatatypeProperty", "zm:endedByy a owl:DatatypeProperty"),
        "utf-8",
    )
    with pytest.raises(TableError, match="zm:endedBy"):
        vocab.load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"在任之日"@zh-Hans , ', "", "zm:attestedOn has not one label"),
        ('"在任之日"@zh-Hans , ', '"在任之日"@zh-Hans , "attested"@en , ', "zm:attestedOn has not one label"),
        ("What a claim stands on: words, words in their context, or other claims.", " ", "zm:Basis has not one comment"),
        ("rdfs:range zm:Program ;", "", "zm:program has no domain or no range"),
        ("owl:inverseOf zm:postOf", "owl:inverseOf zm:postIf", "zm:postIf is used and not defined"),
        ("rdfs:range zm:PartialDate", "rdfs:range xsd:date", "zm:PartialDate is a class that no export"),
    ],
)
def test_an_unsound_vocabulary_is_refused(old: str, new: str, fault: str, tmp_path: Path) -> None:
    """Terms without a text in each language, without ends, undefined or reached by nothing are found when it is loaded."""
    file = _copy(tmp_path) / "zhengmai.ttl"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(TableError, match=rf"zhengmai\.ttl: {fault}"):
        vocab.load(tmp_path)


def test_a_malformed_file_is_named_with_its_line(tmp_path: Path) -> None:
    """What is not Turtle, or not there, is a TableError that names the file."""
    file = _copy(tmp_path) / "schemes.ttl"
    file.write_text("\n\nnot turtle", "utf-8")
    with pytest.raises(TableError, match=r"schemes\.ttl: line 3"):
        vocab.load(tmp_path)
    file.unlink()
    with pytest.raises(TableError, match=r"schemes\.ttl"):
        vocab.load(tmp_path)


@pytest.mark.parametrize("name", ["zm:Person", "org:holds", "kind:court", "role:shu-ji-0123456789ab"])
def test_names_and_iris_lead_to_each_other(name: str) -> None:
    """Shortening undoes expanding."""
    assert vocab.shorten(vocab.expand(name)) == name


@pytest.mark.parametrize("iri", ["http://example.org/x", "https://w3id.org/zhengmai/id/person/a-0123456789ab"])
def test_what_has_no_prefix_stays(iri: str) -> None:
    """An IRI without a fitting namespace is itself."""
    assert vocab.shorten(iri) == iri
