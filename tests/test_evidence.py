"""Every stated fact leads to the characters that say it: the positions and quotations of the Turtle against the raw text."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import Build, Knowledge, analyse, read, resolve
from kg.export.rdf import write_turtle
from kg.ids import DATA
from kg.model import LITERAL_RELATIONS, Basis, Relation
from kg.vocab import PREFIXES

LONGEST = 120

TARGETS = """
SELECT ?claim ?source ?start ?end ?exact ?prefix ?suffix WHERE {
  ?claim a zm:Claim ; oa:hasTarget ?target .
  ?target oa:hasSource ?source ; oa:hasSelector ?position, ?quote .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  OPTIONAL { ?quote oa:prefix ?prefix }
  OPTIONAL { ?quote oa:suffix ?suffix }
}"""

PEOPLE = st.sampled_from(["韦启明", "易思齐", "罗守信", "韋啟明"])
PLACES = st.sampled_from(["岳阳市", "德州市", "宁波市江北区", "鼓楼区", "岳阳县", "哈爾濱市"])
TITLES = st.sampled_from(["委组织部副部长", "委常委、组织部长", "民政局局长", "委副书记、市长", "委書記"])
ACTS = st.sampled_from(
    [
        *("出席会议。", "开展“四比四看”活动，培训党员80余万名。", "介绍，满意率99.18%。", "拟任岳阳市政府副市长。"),
        *("印发了《关于加强工作的意见》（岳发〔2012〕8号）。", "说：\n", "说\u200b，办理实事30项\ufeff。", "到村里走访。𠮷\n"),
        *("動(dòng)員(yuán)大會(huì)上強(qiáng)調(diào)，為瞭群眾。",),
    ]
)
SENTENCES = st.builds("{}{}{}{}".format, PLACES, TITLES, PEOPLE, ACTS)
LINES = st.sampled_from(["\n", "\r\n", "2012-04-18\n", "标题\n", "-1-\n", "  ", "第一篇：甲\n", "第二篇：乙\n", "相关链接\n", "图为会议\n"])
PAGES = st.lists(SENTENCES | LINES, min_size=1, max_size=12).map("".join)


def stored(path: Path) -> ox.Store:
    """A store of a Turtle file."""
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


def document(knowledge: Knowledge, source: str) -> str:
    """The text of a source, which for an article is that of its document."""
    return knowledge.texts[knowledge.sources[source].part_of or source]


def check(knowledge: Knowledge, store: ox.Store) -> None:
    """Assert that the targets in ``store`` are those of the claims, and quote the raw text."""
    exported = set()
    for row in store.query(TARGETS, prefixes=dict(PREFIXES)):
        claim = row["claim"].value.removeprefix(DATA)
        start, end = int(row["start"].value), int(row["end"].value)
        text = document(knowledge, knowledge.claims[claim].source)
        assert document(knowledge, row["source"].value.removeprefix(DATA)) == text
        assert 0 <= start < end <= len(text)
        assert text[start:end] == row["exact"].value
        assert end - start <= LONGEST
        assert text[:start].endswith(row["prefix"].value if row["prefix"] else "")
        assert text[end:].startswith(row["suffix"].value if row["suffix"] else "")
        exported.add((claim, start, end))
    assert exported == {(claim.id, *span) for claim in knowledge.claims.values() for span in claim.spans}


def test_every_claim_quotes_the_raw_text(any_build: Build) -> None:
    """On the samples and the real pages text[start:end] is what oa:exact says, for every target of every claim."""
    assert any_build.knowledge.claims
    check(any_build.knowledge, stored(any_build.folder / "graph.ttl"))


def test_the_text_is_what_kg_text_prints(any_build: Build, seeds: Path) -> None:
    """Positions refer to the text that reading gives, and its hash is in the Turtle."""
    store = stored(any_build.folder / "graph.ttl")
    for source, text in any_build.knowledge.texts.items():
        (stated,) = store.quads_for_pattern(ox.NamedNode(DATA + source), ox.NamedNode(PREFIXES["zm"] + "textSHA256"), None)
        assert stated.object.value == sha256(text.encode()).hexdigest()
    by_hash = {s.sha256: any_build.knowledge.texts[s.id] for s in any_build.knowledge.sources.values() if not s.part_of}
    for path in seeds.glob("*.txt"):
        data = path.read_bytes()
        if sha256(data).hexdigest() in by_hash:
            assert by_hash[sha256(data).hexdigest()] == read(data).text


def test_no_target_is_a_whole_paragraph(any_build: Build) -> None:
    """No claim rests on a paragraph of more than 120 characters as a whole, be it in one target or in several."""
    knowledge = any_build.knowledge
    paragraphs = set()
    for source, text in knowledge.texts.items():
        at = 0
        for line in text.split("\n"):
            if len(line.strip()) > LONGEST:
                paragraphs.add((source, at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
            at += len(line) + 1
    assert paragraphs
    for claim in filter(lambda claim: claim.spans, knowledge.claims.values()):
        source = knowledge.sources[claim.source].part_of or claim.source
        covered = sum(end - start for start, end in claim.spans)
        bounds = (source, claim.spans[0].start, max(span.end for span in claim.spans))
        assert bounds not in paragraphs or covered < bounds[2] - bounds[1]


def test_every_stated_claim_has_a_target(any_build: Build) -> None:
    """A claim that is stated or read from the context has a target; only derived ones have none."""
    for claim in any_build.knowledge.claims.values():
        assert bool(claim.spans) == (claim.basis is not Basis.DERIVED)


def test_every_mention_stands_in_the_text(any_build: Build) -> None:
    """A mention's span lies in its document and inside its article."""
    for mention in any_build.knowledge.mentions:
        source = any_build.knowledge.sources[mention.source]
        assert 0 <= mention.span.start < mention.span.end <= len(document(any_build.knowledge, mention.source))
        assert not source.part_of or source.start <= mention.span.start <= mention.span.end <= source.end


@settings(max_examples=60)
@given(PAGES)
def test_every_claim_of_any_page_quotes_its_raw_text(tmp_path_factory: pytest.TempPathFactory, page: str) -> None:
    """The same holds for pages that are put together at random, glossed, traditional and badly set ones among them."""
    data = (page + "。").encode()
    knowledge = resolve([analyse(data, "page.txt")])
    path = tmp_path_factory.mktemp("page") / "graph.ttl"
    write_turtle(knowledge, path)
    check(knowledge, stored(path))


CAPTION = "图为" + "参加观摩的各乡镇、各部门负责人在村里察看蔬菜大棚的情形" * 5
BREAKS = {
    "a caption inside a body's name": f"{'会议要求把工作落到实处，' * 6}岳阳市委组\n{CAPTION}\n织部副部长韦启明出席会议。",
    "a caption inside a program's name": f"{'会议要求把工作落到实处，' * 6}大力开展“四比\n{CAPTION}\n四看”活动。",
    "a glossed title": (
        "会议要求各地认真执行《关于在全市各级党组织和广大党员中深入開(kāi)展教育活動(dòng)進(jìn)一步轉(zhuǎn)变作風(fēng)密切联系群众"
        "解决實(shí)际问题的意見(jiàn)和開(kāi)展志愿服務(wù)活動(dòng)進(jìn)一步服務(wù)基层群众改進(jìn)工作作風(fēng)的實(shí)施方案》，"
        "並对活動(dòng)提出要求。"
    ),
}


@pytest.mark.parametrize("page", BREAKS.values(), ids=BREAKS)
def test_words_that_stand_far_apart_have_two_targets(page: str) -> None:
    """Over 120 code points a fact has a target for each of its ends, mentions of things as well."""
    claims = analyse(page.encode()).claims
    assert claims
    assert max(end - start for claim in claims for start, end in claim.spans) <= LONGEST


@settings(deadline=None, max_examples=50)
@given(PAGES.filter(str.strip))
def test_every_claim_is_about_things_that_are_there(text: str) -> None:
    """The subject and the object of a claim are things, sources or dates of the same page; nothing dangles."""
    analysis = analyse(text.encode())
    there = {thing.id for thing in analysis.things} | {source.id for source in analysis.sources}
    for claim in analysis.claims:
        assert claim.subject in there
        assert claim.relation in LITERAL_RELATIONS or claim.relation is Relation.TYPE or claim.object in there
