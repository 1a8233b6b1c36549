"""One document against its gold, by our own scorer and by the one that stands beside the checkout."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import rdflib

import kg
from kg.errors import InputError
from kg.export.rdf import write_turtle
from kg.score.calibration import bins, by_rule, said
from kg.score.document import compare
from kg.score.found import KINDS
from kg.score.gold import Gold, read_gold
from kg.score.match import LENIENT, STRICT
from kg.score.scores import Scores
from kg.score.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
OWN = [*read_gold(ROOT / "seeds", ROOT / "seeds" / "gold"), *read_gold(ROOT / "tests" / "gold", ROOT / "tests" / "gold")]
REAL = read_gold(SHARED / "seeds", SHARED / "gold" / "seeds") if (SHARED / "gold" / "seeds").is_dir() else []

TEXT = "岳阳市委组织部副部长韦启明介绍，全市开展“四比四看”活动。华容县县长尚进到会。\n"
FACTS = {
    "persons": [{"name": "韦启明", "evidence": "副部长韦启明"}, {"name": "陆远", "evidence": "县长尚进"}],
    "holdings": [{"person": "韦启明", "org": "岳阳市委组织部", "title": "副部长"}],
    "places": [{"name": "岳阳市", "code": "430600"}, {"name": "华容县", "code": "430699"}],
    "orgs": [{"name": "岳阳市委组织部", "parent": "岳阳市委", "place": "岳阳市"}],
    "programs": [{"name": "四比四看活动", "organizers": [["岳阳市", "岳阳市委"]], "places": ["岳阳市"], "parent": None}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    """A document with gold, some of it wrong."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return Gold("page", {kind: FACTS.get(kind, []) for kind in KINDS}, path)


@pytest.fixture(scope="module")
def other() -> ModuleType:
    """The scorer that stands beside the checkout."""
    path = SHARED / "score" / "score.py"
    if not path.is_file():
        pytest.skip(f"the other scorer is not here ({path})")
    spec = importlib.util.spec_from_file_location("other_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counts(pairs: tuple[list, list, list]) -> Tally:
    """The counts of a pairing of the other scorer."""
    hits, missed, wrong = map(len, pairs)
    return Tally(hits, hits + wrong, hits + missed)


@pytest.mark.parametrize("document", [*OWN, *REAL], ids=lambda document: document.name)
def test_figures_are_those_of_the_other_scorer(other: ModuleType, document: Gold, tmp_path: Path) -> None:
    """Reading the Turtle with rdflib, as anybody could, gives the same counts, codes and links as our scorer."""
    knowledge = kg.build(document.text).knowledge
    write_turtle(knowledge, tmp_path / "graph.ttl", evidence=False)
    found = other.facts_of(rdflib.Graph().parse(tmp_path / "graph.ttl"))
    ours = compare(document, knowledge)
    for kind in KINDS:
        for mode in (STRICT, LENIENT):
            assert ours.tallies[kind][mode] == counts(other.pair(kind, document.facts[kind], found[kind], mode == STRICT)), (kind, mode)
    hits, _, _ = other.pair("places", document.facts["places"], found["places"], strict=True)
    coded = [(fact, place) for fact, place in hits if fact.get("code")]
    right = sum(bool({code[:6] for code in place["code"]} & {code[:6] for code in other.forms(fact["code"])}) for fact, place in coded)
    assert ours.codes == Tally(right, len(coded), len(coded))
    in_order = sorted(found["programs"], key=lambda row: (row["name"], row["x"]))  # of namesakes the first is paired first
    programs, _, _ = other.pair("programs", document.facts["programs"], in_order, strict=False)
    links = [other.links(fact, program) for fact, program in programs]
    assert ours.links == {name: sum((Tally(*one[name]) for one in links), Tally()) for name in (links[0] if links else ())}


def test_a_document_is_scored(gold: Gold) -> None:
    """What is right, wrong and missing is counted, and codes and links are compared where the thing itself is right."""
    score = compare(gold, kg.build(gold.text).knowledge)
    assert score.tallies["persons"][STRICT] == Tally(1, 2, 2)
    assert score.tallies["places"][STRICT] == Tally(2, 2, 2)
    assert score.codes == Tally(1, 2, 2)
    assert score.tallies["programs"][STRICT] == Tally(1, 1, 1)
    assert (score.links["organizers"].right, score.links["organizers"].gold) == (1, 1)


def test_differences_have_their_place(gold: Gold) -> None:
    """A miss leads to the words that the gold quotes, an error to those that the rule read, each in its sentence."""
    differences = [one for one in compare(gold, kg.build(gold.text).knowledge).differences if one.kind == "persons"]
    missed, wrong = differences
    assert (missed.how, TEXT[missed.span.start : missed.span.end], missed.rule) == ("missed", "县长尚进", "")
    assert (wrong.how, TEXT[wrong.span.start : wrong.span.end], wrong.rule) == ("wrong", "尚进", "people/behind a title")
    for one in differences:
        assert one.sentence == "华容县县长尚进到会。"
        assert TEXT[one.sentence_start :].startswith(one.sentence)


def test_links_that_are_missed_or_wrong_are_listed(gold: Gold) -> None:
    """Of a program that was found: who the gold says runs it and the build does not, and the other way round, with the words for it."""
    gold.facts["programs"] = [fact | {"organizers": ["华容县委"]} for fact in gold.facts["programs"]]
    missed, wrong = [one for one in compare(gold, kg.build(gold.text).knowledge).differences if one.kind == "organizers"]
    assert (missed.how, missed.fact) == ("missed", {"program": "四比四看活动", "name": "华容县委"})
    assert (wrong.how, wrong.fact) == ("wrong", {"program": "四比四看活动", "name": "岳阳市"})
    assert wrong.sentence == "岳阳市委组织部副部长韦启明介绍，全市开展“四比四看”活动。"
    assert wrong.rule


def test_claims_are_judged_by_the_facts_that_they_say(gold: Gold) -> None:
    """A person whom the gold has not is wrong, and so is the post; a link is judged by the entry of its subject."""
    judged = compare(gold, kg.build(gold.text).knowledge).judged
    verdicts = {(one.claim.relation.value, TEXT[one.claim.spans[0].start : one.claim.spans[-1].end]): one.right for one in judged}
    assert verdicts["rdf:type", "韦启明"]
    assert not verdicts["rdf:type", "尚进"]
    assert verdicts["org:holds", "岳阳市委组织部副部长韦启明"]
    assert verdicts["zm:jurisdiction", "岳阳市委组织部"]
    assert sum(one.claims for one in by_rule(judged).values()) == len(judged)
    assert sum(one.right for one in bins(said(judged))) == sum(one.right for one in judged)


def test_optional_facts_judge_nothing(gold: Gold) -> None:
    """What an optional fact is like is neither right nor wrong."""
    gold.facts["persons"] = [fact | {"optional": True} for fact in [{"name": "韦启明"}, {"name": "尚进"}]]
    score = compare(gold, kg.build(gold.text).knowledge)
    assert score.tallies["persons"][STRICT] == Tally(0, 0, 0)
    assert not any(one.kind == "person" and one.claim.relation == "rdf:type" for one in score.judged)


def test_intervals_hold_the_score(gold: Gold) -> None:
    """The interval of several documents is the same each time and spans their score; one document has none."""
    right, wrong = (compare(gold, kg.build(gold.text).knowledge) for _ in range(2))
    wrong.tallies["persons"][STRICT] = Tally(0, 2, 2)
    several = Scores((right, wrong, right))
    low, high = several.interval("persons", STRICT)
    assert low <= several.kind("persons", STRICT).f1 <= high
    assert several.interval("persons", STRICT) == Scores((right, wrong, right)).interval("persons", STRICT)
    assert Scores((right,)).interval("persons", STRICT) is None


def test_gold_must_be_there_and_well_formed(tmp_path: Path) -> None:
    """No gold, gold without its text, and a file that is none are each said in a line that names the place."""
    with pytest.raises(InputError, match="no gold"):
        read_gold(tmp_path, tmp_path)
    (tmp_path / "page.json").write_text("[1]", "utf-8")
    with pytest.raises(InputError, match=r"no text for page.*--missing-ok"):
        read_gold(tmp_path, tmp_path)
    (tmp_path / "page_1.txt").write_text(TEXT, "utf-8")
    with pytest.raises(InputError, match=r"page\.json: is not a gold file"):
        read_gold(tmp_path, tmp_path)
    (tmp_path / "page.json").write_text('{"observations": [{"value": "many", "unit": "名"}]}', "utf-8")
    with pytest.raises(InputError, match=r"page\.json: is not a gold file .*many"):
        read_gold(tmp_path, tmp_path)
