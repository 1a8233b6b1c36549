"""The explorer's file without a browser: same bytes, nothing that escapes its place, marks where the words are."""

from __future__ import annotations

import json
import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from explorer_visit import embedded

from bench.country import country
from kg.aligned import Span
from kg.errors import KgError
from kg.export import explorer
from kg.export.explorer.choose import best_connected
from kg.export.explorer.embed import to_json
from kg.export.explorer.layout import arrange
from kg.export.explorer.pack import pack
from kg.model import Basis, Claim, Fact, Kind, Knowledge, Mention, Relation, Sentence, Source, Status, Thing

TEXT = (
    "清河市召开𠮷祥社区建设工作会议。"
    "市委书记周玉刚、市长林晓梅出席会议。\n"
    "原市民政局局长高文𠮷介绍了“金桥行动”的进展，该行动由清河市民政局主办。"
    "截至目前，全市已建成社区服务站三百个。记者陈小舟报道。"
)
HOSTILE = '</script><img src=x onerror=alert(1)>\u2028"quoted"\' &amp;{{data}}'


def span(words: str, text: str = TEXT) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def sentences(text: str) -> tuple[Sentence, ...]:
    """``text`` cut after each full stop, in order."""
    return tuple(Sentence(Span(*match.span()), "body") for match in re.finditer("[^。]+(。|$)", text))


def claim(
    name: str,
    subject: str,
    relation: Relation,
    obj: str,
    words: str,
    basis: Basis = Basis.STATED,
    confidence: float = 0.94,
) -> Claim:
    """A claim of the town's newspaper that rests on ``words``."""
    spans = (span(words),) if words else ()
    return Claim(f"claim/{name}", "source/paper", subject, relation, obj, spans, basis, confidence, "posts", "title-name")


def holding(person: str, post: str, claims: tuple[str, ...], status: Status, basis: Basis, dates: tuple[tuple[str, str], ...]) -> Fact:
    """The fact that ``person`` fills ``post``."""
    return Fact(person, Relation.HOLDS, post, basis, 0.94, claims, str(status), dates)


def town() -> Knowledge:
    """A small town: officials, bodies, a hierarchy of places, a campaign, a figure and a hostile document."""
    things = [
        Thing("person/zhou", Kind.PERSON, "周玉刚", ("周玉剛", "Zhōu Yùgāng"), (("role", "official"),)),
        Thing("person/lin", Kind.PERSON, "林晓梅", ("林曉梅", "Lín Xiǎoméi"), (("role", "official"),)),
        Thing("person/gao", Kind.PERSON, "高文𠮷", ("Gāo Wénjí",), (("role", "official"),)),
        Thing("person/chen", Kind.PERSON, "陈小舟", ("Chén Xiǎozhōu",), (("role", "journalist"),)),
        Thing("person/bad", Kind.PERSON, HOSTILE, ("=1+1",), (("role", "official"),)),
        Thing(
            "body/committee",
            Kind.BODY,
            "清河市委",
            ("中共清河市委员会",),
            (("jurisdiction", "place/city"), ("kind", "party")),
        ),
        Thing("body/government", Kind.BODY, "清河市政府", ("清河市人民政府",), (("jurisdiction", "place/city"),)),
        Thing("body/civil", Kind.BODY, "清河市民政局", ("市民政局",), (("jurisdiction", "place/city"),)),
        Thing("place/province", Kind.PLACE, "东岭省", (), (("level", "province"),)),
        Thing("place/city", Kind.PLACE, "清河市", (), (("code", "990100"), ("level", "city"))),
        Thing("place/estate", Kind.PLACE, "𠮷祥社区", (), (("level", "community"),)),
        Thing("program/bridge", Kind.PROGRAM, "金桥行动", ("金橋行動",), ()),
        Thing("event/meeting", Kind.EVENT, "𠮷祥社区建设工作会议", (), (("date", "2013-05-02"),)),
        Thing("document/formula", Kind.DOCUMENT, "=SUM(1)号文件", (), (("number", "清政发〔2013〕1号"),)),
        Thing("figure/stations", Kind.FIGURE, "社区服务站300个", (), (("unit", "个"), ("value", "300"))),
        Thing("post/secretary", Kind.POST, "清河市委书记", (), (("body", "body/committee"), ("role", "书记"))),
        Thing("post/mayor", Kind.POST, "清河市政府市长", (), (("body", "body/government"), ("role", "市长"))),
        Thing("post/director", Kind.POST, "清河市民政局局长", (), (("body", "body/civil"), ("role", "局长"))),
        Thing("post/open", Kind.POST, "顾问", (), (("role", "顾问"),)),
    ]
    claims = [
        claim("zhou", "person/zhou", Relation.HOLDS, "post/secretary", "市委书记周玉刚", Basis.CONTEXT),
        claim("lin", "person/lin", Relation.HOLDS, "post/mayor", "市长林晓梅", Basis.CONTEXT, 0.8),
        claim("gao", "person/gao", Relation.HOLDS, "post/director", "原市民政局局长高文𠮷"),
        claim("bad", "person/bad", Relation.HOLDS, "post/open", "记者", Basis.STATED, 0.5),
        claim("run", "program/bridge", Relation.ORGANIZER, "body/civil", "该行动由清河市民政局主办"),
        claim("about", "figure/stations", Relation.ABOUT, "place/city", "全市已建成社区服务站三百个"),
        claim("came", "event/meeting", Relation.ATTENDEE, "person/zhou", "周玉刚、市长林晓梅出席会议"),
        claim("where", "event/meeting", Relation.LOCATION, "place/city", "清河市召开"),
        claim("type-zhou", "person/zhou-old", Relation.TYPE, "person", "周玉刚"),
        claim("type-bridge", "program/bridge", Relation.TYPE, "program", "金桥行动"),
    ]
    seat = Basis.DERIVED
    facts = [
        holding(
            "person/zhou",
            "post/secretary",
            ("claim/zhou",),
            Status.CURRENT,
            Basis.CONTEXT,
            (("attested", "2013-05-02"), ("start", "2011")),
        ),
        holding("person/lin", "post/mayor", ("claim/lin",), Status.ACTING, Basis.CONTEXT, (("attested", "2013-05-02"),)),
        holding("person/gao", "post/director", ("claim/gao",), Status.FORMER, Basis.STATED, (("ended", "2013-05-02"),)),
        holding("person/bad", "post/open", ("claim/bad",), Status.CURRENT, Basis.STATED, ()),
        Fact("body/committee", Relation.JURISDICTION, "place/city", seat, 1.0, ()),
        Fact("body/government", Relation.JURISDICTION, "place/city", seat, 1.0, ()),
        Fact("body/civil", Relation.JURISDICTION, "place/city", seat, 1.0, ()),
        Fact("body/civil", Relation.PARENT_BODY, "body/government", seat, 0.9, ()),
        Fact("place/city", Relation.CONTAINED_IN, "place/province", Basis.TABLE, 1.0, ()),
        Fact("place/estate", Relation.CONTAINED_IN, "place/city", Basis.TABLE, 1.0, ()),
        Fact("program/bridge", Relation.ORGANIZER, "body/civil", Basis.STATED, 0.94, ("claim/run",)),
        Fact("program/bridge", Relation.START, "2012-03", Basis.STATED, 0.9, ()),
        Fact("figure/stations", Relation.ABOUT, "place/city", Basis.STATED, 0.94, ("claim/about",)),
        Fact("event/meeting", Relation.ATTENDEE, "person/zhou", Basis.STATED, 0.94, ("claim/came",)),
        Fact("event/meeting", Relation.LOCATION, "place/city", Basis.STATED, 0.94, ("claim/where",)),
    ]
    sources = [
        Source(
            "source/paper",
            "0" * 64,
            "1" * 64,
            "paper.txt",
            "清河日报",
            "2013-05-02",
            "清河日报社",
            url="https://paper.example/a?b=1&c=2",
        ),
        Source("source/evil", "2" * 64, "3" * 64, "evil.html", HOSTILE, "2014", "", url="javascript:alert(1)"),
    ]
    named = [(thing.id, thing.label) for thing in things if thing.label in TEXT and thing.kind is not Kind.POST]
    return Knowledge(
        sources={source.id: source for source in sources},
        things={thing.id: thing for thing in sorted(things, key=lambda thing: thing.id)},
        claims={one.id: one for one in sorted(claims, key=lambda one: one.id)},
        facts=sorted(facts, key=lambda fact: (fact.subject, fact.relation, fact.object)),
        mentions=[
            *(Mention("source/paper", i, span(label), label) for i, label in named),
            Mention("source/evil", "person/bad", Span(0, 2), "x"),
        ],
        texts={"source/paper": TEXT, "source/evil": HOSTILE},
        sentences={"source/paper": sentences(TEXT)},
        same_as={"person/zhou-old": "person/zhou"},
    )


def test_same_knowledge_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two pages of equal knowledge are the same file."""
    explorer.write_html(town(), tmp_path / "a.html")
    explorer.write_html(town(), tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_page_names_no_other_server() -> None:
    """Neither the template nor the data make an element that loads anything."""
    page = explorer.render(town()).decode()
    head = page[: page.index("<style>")]
    assert "default-src 'none'" in head
    assert "unsafe" not in head
    assert not re.search(r"<(script|img|iframe|link)[^>]*\b(src|href)=[\"']?(https?:|//)", page)
    assert "sourceMappingURL" not in page
    assert "url(" not in page


def test_policy_holds_the_hash_of_each_script_and_style() -> None:
    """What stands between the tags has the hash that the policy names."""
    page = explorer.render(town()).decode()
    policy = page[: page.index("<style>")]
    blocks = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", page, re.DOTALL)
    assert len(blocks) == 4
    for block in blocks:
        assert b64encode(sha256(block.encode()).digest()).decode() in policy


def test_hostile_text_is_escaped_and_kept() -> None:
    """Markup, line separators and template slots of a document stay data, unchanged, as JSON and packed."""
    assert not set("<>&\u2028\u2029") & set(to_json(HOSTILE).decode())
    page = explorer.render(town()).decode()
    assert "<img src=x" not in page
    assert "\u2028" not in page
    data = embedded(page, "graph")
    assert isinstance(data, dict)
    assert HOSTILE in data["nodes"]["label"]
    assert json.loads(to_json("\ud800<\u2029")) == "\ud800<\u2029"


def test_spans_of_claims_are_the_words_in_the_text() -> None:
    """Starts and ends count code points of the document, whatever stands before them."""
    page = pack(town())
    text, proofs = page["texts"]["text"][0], page["proofs"]
    quoted = {text[a:b] for a, b in zip(proofs["start"], proofs["end"], strict=True)}
    assert {"原市民政局局长高文𠮷", "该行动由清河市民政局主办", "市委书记周玉刚", "清河市召开"} <= quoted


def test_each_document_is_kept_once_with_its_sentences() -> None:
    """Texts stand by document, and sentences as starts and ends in them."""
    texts = pack(town())["texts"]
    assert texts["text"] == [TEXT, HOSTILE]
    assert texts["sentences"] == [[place for sentence in sentences(TEXT) for place in sentence.span], []]


def test_an_article_names_the_document_that_holds_it() -> None:
    """An article has no text of its own: its positions are those of the document that holds it."""
    knowledge = town()
    knowledge.sources["source/paper/article/1"] = Source(
        "source/paper/article/1", "", "", "", "第一篇", part_of="source/paper", start=0, end=40
    )
    page = pack(knowledge)
    at = page["names"]["id"].index
    assert page["graph"]["nodes"]["parts"] == [at("source/paper/article/1"), at("source/paper")]
    assert page["texts"]["node"] == [at("source/paper"), at("source/evil")]


def test_names_that_repair_has_changed_are_kept_beside_the_text() -> None:
    """A mention whose words differ from the reading is listed with its place; others are not."""
    knowledge = town()
    knowledge.mentions.append(Mention("source/paper", "person/lin", span("林晓梅"), "林小梅"))
    page = pack(knowledge)
    start = TEXT.index("林晓梅")
    assert page["texts"]["respelt"][0] == [page["names"]["id"].index("person/lin"), start, start + 3, 1]
    assert page["texts"]["spellings"] == ["x", "林小梅"]


def test_facts_without_dates_of_their_own_have_the_first_date_of_their_documents() -> None:
    """The date of a document stands in for that of what it says; an edge without claims has none."""
    graph = pack(town())["graph"]
    when = [graph["strings"][at] for at in graph["edges"]["when"]]
    assert set(when) == {"", "2013-05-02"}
    assert all((date == "") == (claims == []) for date, claims in zip(when, graph["edges"]["claims"], strict=True))


def test_merged_claims_stand_with_the_thing_that_remains() -> None:
    """A type claim of a merged thing is listed under the id that stands for it."""
    page = pack(town())
    assert page["names"]["id"].index("person/zhou") in page["proofs"]["named"]


def test_small_graph_opens_whole_without_sources_and_private_persons() -> None:
    """Everything else of a small graph is in the opening view."""
    page = pack(town())
    names = {page["names"]["id"][node] for node in page["graph"]["opening"]["node"]}
    assert page["graph"]["whole"]
    assert "person/zhou" in names
    assert "place/province" in names
    assert "person/chen" not in names
    assert "source/paper" not in names
    assert [page["names"]["id"][node] for node in page["graph"]["private"]] == ["person/chen"]


def test_large_graph_opens_on_at_most_200_tied_nodes() -> None:
    """The opening view of a large graph is small and hides the hierarchy of places."""
    page = pack(country(1000))["graph"]
    assert not page["whole"]
    assert 50 < len(page["opening"]["node"]) <= 200
    assert all(isinstance(x, int) for x in (*page["opening"]["x"], *page["opening"]["y"]))


def test_layout_parts_boxes_and_repeats() -> None:
    """Boxes of a component and of its neighbours do not overlap, and the places are always the same."""
    links = [(0, leaf) for leaf in range(1, 9)] + [(9, 10)]
    sizes = [(80, 50)] * 12
    points = arrange(sizes, links)
    assert points == arrange(sizes, links)
    for i, (x, y) in enumerate(points):
        assert all(abs(x - a) >= 79 or abs(y - b) >= 49 for a, b in points[i + 1 :])


def test_layout_gives_the_places_that_it_always_gave() -> None:
    """Places depend on sizes and links alone: not on the machine, the order of the links or the hashes of a run."""
    links = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 4), (4, 5), (6, 7)]
    places = [(21, -58), (146, -12), (233, -100), (138, -152), (-142, -79), (-233, -122), (-126, 153), (-233, 78)]
    assert arrange([(80, 50)] * 8, links) == places
    assert arrange([(80, 50)] * 8, [(b, a) for a, b in reversed(links)]) == places


def test_best_connected_leaves_out_what_stands_alone() -> None:
    """A node without a tie to a chosen one is not chosen."""
    assert best_connected(range(5), [(0, 1), (1, 2)]) == [0, 1, 2]


def test_empty_knowledge_makes_a_page() -> None:
    """A build without any fact still gives a page."""
    assert pack(Knowledge())["graph"]["opening"]["node"] == []
    assert b"<main" in explorer.render(Knowledge())


def test_missing_library_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyvis the error says what to install."""
    monkeypatch.setattr("kg.export.explorer.vis.find_spec", lambda _: None)
    with pytest.raises(KgError, match="pyvis"):
        explorer.render(town())


def test_pyvis_is_not_imported() -> None:
    """Finding vis-network does not run pyvis."""
    explorer.render(town())
    assert "pyvis" not in sys.modules


def test_labels_name_every_kind_relation_and_basis() -> None:
    """The table of labels covers the model, in both languages."""
    page = explorer.render(Knowledge()).decode()
    labels = json.loads(page.partition('<script type="application/json" id="labels">')[2].partition("</script>")[0])
    assert {*map(str, Kind), "source"} <= labels["kinds"].keys()
    assert set(map(str, Relation)) <= labels["relations"].keys()
    assert set(map(str, Basis)) <= labels["basis"].keys()
    assert set(map(str, Status)) <= labels["status"].keys()
    assert {"kind/party-committee", "level/county", "role/official"} <= labels["concepts"].keys()
    assert all(len(pair) == 2 and all(pair) for group in labels.values() for pair in group.values())


def test_every_word_that_the_page_asks_for_is_in_the_table() -> None:
    """Scripts and template use no key that the table of labels lacks."""
    folder = Path(explorer.__file__).parent / "page"
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["ui"]
    asked = set(re.findall(r'data-(?:text|title|label|placeholder)="(\w+)"', (folder / "template.html").read_text(encoding="utf-8")))
    for name in explorer.SCRIPTS:
        text = (folder / name).read_text(encoding="utf-8")
        asked |= set(re.findall(r"\bt\('(\w+)'", text))
        assert "innerHTML" not in text.replace("no innerHTML", "")
        assert not re.search(r"\beval\(|new Function", text)
    assert asked <= labels.keys()
