"""The library of named queries."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg import Build
from kg.errors import InputError, TableError
from kg.export.rdf import write_turtle
from kg.query.library import library, named, parse
from kg.query.run import query
from kg.vocab import PREFIXES, ZM, vocabulary

ROWS = {
    "bodies-below": 1,
    "documents-by-citing-bodies": 1,
    "evidence-for-holding": 2,
    "figures-of-place": 2,
    "least-sure": 8,
    "moved-from-to": 1,
    "posts-of-body": 1,
    "program-over-time": 2,
    "proposed": 1,
    "served-together": 1,
    "single-seat-conflicts": 1,
    "sources": 2,
    "undecided-places": 2,
    "bodies-without-parent": 4,
    "colleagues": 1,
    "documents-cited": 1,
    "events": 2,
    "evidence": 3,
    "figures-of-program": 2,
    "holder-on-date": 2,
    "holders-in-place": 5,
    "holders-of-post": 3,
    "moved-between-places": 2,
    "person": 23,
    "places-with-codes": 2,
    "programs-in-several-places": 2,
    "several-posts": 6,
    "successors": 1,
}
SAID = {
    "bodies-below": "德州市委党校 党校",
    "documents-by-citing-bodies": "关于“双百”活动的通知 1",
    "evidence-for-holding": "周玉刚，原德州市委书记 27 38 0.94 滨州 新闻 2012-02-27",
    "figures-of-place": "选派干部 more than 10000 名",
    "least-sure": "周玉刚 德州市委书记 0.94 德州市委书记周玉刚",
    "moved-from-to": "孙二 德州市政府市长 滨州市委组织部部长",
    "posts-of-body": "德州市委书记 周玉刚 former",
    "program-over-time": "2012-02-27 滨州市 滨州市委组织部",
    "proposed": "王𠮷 德州市政府副市长 2010-04-09",
    "served-together": "德州市政府 2012-02-27 李明 孙二",
    "single-seat-conflicts": "德州市政府市长 2012-02-27 李明 孙二",
    "sources": "滨州新闻 2012-02-27 6",
    "undecided-places": "鼓楼区 鼓楼区 320106",
    "bodies-without-parent": "德州市政府 政府 德州市",
    "colleagues": "孙二 德州市政府 市长",
    "documents-cited": "关于“双百”活动的通知 德组发〔2010〕3号 德州市委 1",
    "events": "双百活动启动仪式 2010-04-09 德州市 周玉刚",
    "evidence": "0.94 德州市委 32 2012-02-27",
    "figures-of-program": "德州市 增长 12.5 % 2010",
    "holder-on-date": "周玉刚 attested 2010-04-09",
    "holders-in-place": "李明 德州市政府 代市长 acting",
    "holders-of-post": "周玉刚 former attested 2010-04-09",
    "moved-between-places": "孙二 滨州市 滨州市委组织部部长",
    "person": "周玉刚",
    "places-with-codes": "滨州市 371600 地级 1",
    "programs-in-several-places": "双百活动 德州市 德州市委",
    "several-posts": "孙二 滨州市委组织部部长",
    "successors": "德州市政府市长 李明 seen 2009 孙二 2012-02-27",
}
"""Of the answer to each query the literals of one row, in the order of its columns."""
ASKED = {
    "bodies-below": {"body": "德州市委"},
    "least-sure": {"below": "1"},
    "evidence-for-holding": {"person": "周玉刚", "post": "德州市委书记"},
    "figures-of-place": {"place": "德州市"},
    "moved-from-to": {"from": "德州市", "to": "滨州市"},
    "posts-of-body": {"body": "德州市委"},
    "program-over-time": {"program": "双百活动"},
    "colleagues": {"person": "李明"},
    "evidence": {"thing": "德州市委"},
    "figures-of-program": {"program": "双百活动"},
    "holder-on-date": {"post": "德州市委书记", "day": "2010-04-09"},
    "holders-in-place": {"place": "德州市"},
    "holders-of-post": {"post": "德州市委书记"},
    "person": {"person": "周玉刚"},
}
"""What the queries ask of the hand-made knowledge of these tests; their defaults name things of seeds/."""
HOSTILE = ['" } DELETE', "\\", '\\" }', "} UNION { ?s ?p ?o }", "\n#", "{ }", "𠮷", "$&\\1", "\t", '"@en']


@pytest.fixture(scope="module")
def graph(build: Path) -> Graph:
    """The build as rdflib reads it."""
    return Graph().parse(build / "graph.ttl")


def _plain(term: object) -> str | None:
    return None if term is None else str(getattr(term, "value", term)) if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


@pytest.mark.parametrize("name", list(library()))
def test_two_engines_give_the_same_rows(name: str, build: Path, graph: Graph) -> None:
    """Every query gives the expected number of rows, one of them as expected, the same on pyoxigraph and on rdflib."""
    text = named(name).bind(ASKED.get(name))
    ours = Counter(tuple(_plain(term) for term in row) for row in query(build, text).rows)
    theirs = Counter(tuple(None if term is None else str(term) for term in row) for row in graph.query(text))  # type: ignore[union-attr]
    assert ours == theirs
    assert ours.total() == ROWS[name]
    assert SAID[name] in {" ".join(cell for cell in row if cell and "://" not in cell) for row in ours}


SEVERAL = """
<a:program> a zm:Program ; skos:prefLabel "双百活动"@zh-Hans ; schema:location <a:x> , <a:y> ; schema:organizer <a:xb> , <a:yb> , <a:zb> .
<a:x> a zm:Place ; skos:prefLabel "甲市"@zh-Hans . <a:y> a zm:Place ; skos:prefLabel "乙市"@zh-Hans .
<a:z> a zm:Place ; skos:prefLabel "丙市"@zh-Hans .
<a:xb> zm:jurisdiction <a:x> ; skos:prefLabel "甲市委"@zh-Hans . <a:yb> zm:jurisdiction <a:y> ; skos:prefLabel "乙市委"@zh-Hans .
<a:zb> zm:jurisdiction <a:z> ; skos:prefLabel "丙市委"@zh-Hans .
<a:one> dcterms:identifier "1" ; dcterms:issued "2010"^^xsd:gYear ; schema:mentions <a:program> , <a:x> , <a:xb> , <a:zb> .
<a:two> dcterms:identifier "2" ; dcterms:issued "2012"^^xsd:gYear ; schema:mentions <a:program> , <a:y> .
<a:post> a org:Post ; skos:prefLabel "甲市委书记"@zh-Hans ; org:role [ zm:singleSeat true ] .
<a:p> org:holds <a:post> ; skos:prefLabel "李一"@zh-Hans . <a:q> org:holds <a:post> ; skos:prefLabel "王二"@zh-Hans .
<a:m> zm:post <a:post> ; org:member <a:p> ; schema:startDate "2005-03"^^xsd:gYearMonth ; zm:attestedOn "2006"^^xsd:gYear ;
  schema:endDate "2007-05"^^xsd:gYearMonth ; zm:endedBy "2012-01-01"^^xsd:date .
<a:n> zm:post <a:post> ; org:member <a:q> ; schema:startDate "2007-06"^^xsd:gYearMonth ; zm:attestedOn "2011"^^xsd:gYear ;
  zm:endedBy "2013"^^xsd:gYear .
<a:m> org:organization <a:xb> . <a:n> org:organization <a:xb> . <a:xb> skos:prefLabel "甲市委"@zh-Hans .
<a:r> skos:prefLabel "张三"@zh-Hans . <a:o> org:member <a:r> ; org:organization <a:xb> ; schema:startDate "2006-09"^^xsd:gYearMonth .
<a:s> skos:prefLabel "赵四"@zh-Hans . <a:t> org:member <a:s> ; org:organization <a:xb> ;
  zm:attestedOn "2007-05"^^xsd:gYearMonth , "2005-07-01"^^xsd:date .
<a:seat> a org:Post ; skos:prefLabel "乙市长"@zh-Hans ; org:role [ zm:singleSeat true ] .
<a:1> org:member <a:p> ; zm:post <a:seat> ; schema:startDate "2001"^^xsd:gYear ; schema:endDate "2005"^^xsd:gYear .
<a:2> org:member <a:q> ; zm:post <a:seat> ; zm:attestedOn "2003-02"^^xsd:gYearMonth , "2005-06-01"^^xsd:date .
<a:3> org:member <a:r> ; zm:post <a:seat> ; zm:attestedOn "2008"^^xsd:gYear .
<a:third> a org:Post ; skos:prefLabel "丙县长"@zh-Hans ; org:role [ zm:singleSeat true ] .
<a:4> org:member <a:p> ; zm:post <a:third> ; zm:endedBy "2010"^^xsd:gYear , "2012"^^xsd:gYear .
<a:5> org:member <a:q> ; zm:post <a:third> ; schema:endDate "2009-05"^^xsd:gYearMonth .
<a:6> org:member <a:r> ; zm:post <a:third> ; zm:attestedOn "2010"^^xsd:gYear .
<a:7> org:member <a:s> ; zm:post <a:third> ; zm:attestedOn "2011"^^xsd:gYear .
<a:8> org:member <a:q> ; zm:post <a:third> ; zm:endedBy "2013"^^xsd:gYear .
"""


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program in several places and sources, and a post that two persons held."""
    folder = tmp_path_factory.mktemp("several")
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    (folder / "graph.ttl").write_text(prefixes + SEVERAL, "utf-8")
    return folder


def said(folder: Path, name: str, *columns: str, **values: str) -> list[str]:
    """The rows of a query of the library, of each these columns."""
    answer = query(folder, named(name).bind(values))
    picked = [answer.columns.index(column) for column in columns]
    return [" ".join(_plain(row[number]) or "-" for number in picked) for row in answer.rows]


def test_an_organiser_is_named_for_its_own_place(several: Path) -> None:
    """Not for each of the places, of which others run it elsewhere."""
    rows = said(several, "programs-in-several-places", "place", "organiser")
    assert sorted(rows) == ["丙市 丙市委", "乙市 乙市委", "甲市 甲市委"]


def test_a_source_tells_of_the_places_that_it_names(several: Path) -> None:
    """And of the organisers that it names, at its own date."""
    rows = said(several, "program-over-time", "date", "place", "organiser", program="双百活动")
    assert sorted(rows) == ["2010 丙市 丙市委", "2010 甲市 甲市委", "2012 乙市 -"]


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2005-01-01", []),
        ("2006-07-01", ["李一 attested", "李一 started"]),
        ("2007-05-31", ["李一 started"]),
        ("2009-01-01", ["王二 started"]),
        ("2011-05-01", ["王二 attested", "王二 started"]),
        ("2013-01-01", []),
        ("2005", ["李一 started"]),
        ("2006-03", ["李一 attested", "李一 started"]),
        ("2007", ["李一 started", "王二 started"]),
        ("2013", []),
    ],
)
def test_nobody_holds_a_post_that_has_ended(several: Path, day: str, holders: list[str]) -> None:
    """Though a later source still calls them a former holder; who has begun holds it until another source ends it. A year is its days."""
    assert sorted(said(several, "holder-on-date", "name", "evidence", post="甲市委书记", day=day)) == holders


def test_terms_that_overlap_are_time_together(several: Path) -> None:
    """Who took up a post before another's stated term was over served with them from then on; who came later did not."""
    rows = said(several, "served-together", "body", "date", "one", "other")
    assert rows == ["甲市委 2005-07-01 李一 赵四", "甲市委 2006-09 李一 张三"]


def test_whoever_is_in_a_seat_within_the_term_of_another_conflicts(several: Path) -> None:
    """As far as both dates go: the year in which a term ends is no longer surely in it."""
    assert said(several, "single-seat-conflicts", "post", "date", "one", "other") == ["乙市长 2003-02 李一 王二"]


def test_a_successor_is_named_once(several: Path) -> None:
    """By the first date at which each of the two is seen in the post, and by nobody else between them."""
    rows = said(several, "successors", "earlier", "earlier_date", "later", "later_date", within="乙市")
    assert rows == ["李一 2001 王二 2003-02", "王二 2003-02 张三 2008"]


def test_who_had_left_a_post_goes_before_whoever_is_next_seen_in_it(several: Path) -> None:
    """Of those who are never seen in it: by the first date at which they are known to have left, that date included."""
    rows = said(several, "successors", "earlier", "evidence", "earlier_date", "later", "later_date", within="丙县")
    assert rows == ["王二 former by 2009-05 张三 2010", "李一 former by 2010 张三 2010", "张三 seen 2010 赵四 2011"]


@pytest.mark.parametrize(("within", "posts"), [("甲市", ["甲市委书记"]), ("长", ["乙市长"] * 2 + ["丙县长"] * 3), ("丁", [])])
def test_successors_are_asked_of_the_posts_that_one_names(several: Path, within: str, posts: list[str]) -> None:
    """By any stretch of their names; without one, of every post."""
    assert sorted(said(several, "successors", "post", within=within)) == sorted(posts)


@pytest.fixture(scope="module")
def facts(seeds_build: Build, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Graph]:
    """The export of ``seeds/`` without evidence, as a folder and as rdflib reads it."""
    folder = tmp_path_factory.mktemp("facts")
    write_turtle(seeds_build.knowledge, folder / "graph.ttl", evidence=False)
    return folder, Graph().parse(data=(folder / "graph.ttl").read_bytes(), format="turtle")


@pytest.mark.parametrize("name", list(library()))
def test_two_engines_give_the_same_rows_of_the_seeds(name: str, facts: tuple[Path, Graph]) -> None:
    """Every query as it stands, over the facts of the sample corpus."""
    folder, graph = facts
    ours = Counter(tuple(_plain(term) for term in row) for row in query(folder, named(name).text).rows)
    theirs = Counter(tuple(None if term is None else str(term) for term in row) for row in graph.query(named(name).text))  # type: ignore[union-attr]
    assert ours == theirs


@pytest.mark.parametrize(
    "condition",
    ["langMatches(LANG(?l), 'zh-Hans')", "langMatches(LANG(?l), 'zh-hans')", "LCASE(LANG(?l)) = 'zh-hans'", "?l = '德州市'@ZH-hans"],
)
def test_tags_of_languages_are_the_same_to_both_engines(condition: str, build: Path, graph: Graph) -> None:
    """Whatever their case in the query, where they are compared as docs/sparql.md says."""
    text = f"SELECT (COUNT(*) AS ?n) {{ ?s skos:prefLabel ?l FILTER ({condition}) }}"
    ((ours,),) = query(build, text).rows
    ((theirs,),) = graph.query(text, initNs=dict(PREFIXES))  # type: ignore[misc]
    assert _plain(ours) == str(theirs) != "0"


def test_no_query_compares_tags_of_languages_as_strings(root: Path) -> None:
    """Engines differ in the case that they give."""
    files = [file for file in (root / "ontology").rglob("*") if file.suffix in (".rq", ".ttl")]
    assert files
    assert [file.name for file in files if re.search(r"\blang\s*\([^()]*\)\s*(=|in\b)", file.read_text("utf-8"), re.IGNORECASE)] == []


def test_there_are_queries_enough() -> None:
    """At least twenty-four, no two with the same title or question."""
    asked = library().values()
    assert len(asked) >= 24
    assert len({query.title_zh for query in asked}) == len({query.question_en for query in asked}) == len(asked)


@pytest.mark.parametrize("name", [name for name, asked in library().items() if asked.parameters])
def test_a_default_finds_something_in_the_seeds(name: str, seeds_build: Build) -> None:
    """Who tries a query on exports/ as it stands gets an answer, not an empty table."""
    assert query(seeds_build.folder, named(name).text).rows


@pytest.mark.parametrize("name", list(library()))
def test_defaults_are_what_the_file_says(name: str) -> None:
    """Binding nothing gives the text of the file, so the file runs in any engine as it stands."""
    assert named(name).bind() == named(name).text


@pytest.mark.parametrize("name", list(library()))
def test_no_own_term_is_undefined(name: str) -> None:
    """Every zm: term of a query is defined, and every prefix is one of ours."""
    text = named(name).text
    assert set(re.findall(r"\bzm:(\w+)", text)) <= vocabulary().terms
    assert dict(re.findall(r"^PREFIX (\S+): <(\S+)>", text, re.MULTILINE)).items() <= PREFIXES.items()
    assert PREFIXES["zm"] == ZM


def test_a_parameter_changes_the_answer(build: Path) -> None:
    """Another place gives its own holders."""
    rows = query(build, named("holders-in-place").bind({"place": "滨州市"})).rows
    assert [str(row[1]) for row in rows] == ['"孙二"@zh-hans']


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_a_literal_whatever_it_holds(value: str, build: Path) -> None:
    """No value can end the literal: the query finds nothing and stays one query; the bound text holds the value."""
    text = named("holders-of-post").bind({"post": value})
    assert query(build, text).rows == ()
    (row,) = query(build, f"SELECT ?post {{ {text[text.index('VALUES') :].splitlines()[0]} }}").rows
    assert isinstance(row[0], ox.Literal)
    assert row[0].value == value


@pytest.mark.parametrize("value", ["0.95", "1", "+0.5"])
def test_a_number_may_have_decimals(value: str, build: Path) -> None:
    """As a confidence has."""
    rows = query(build, named("least-sure").bind({"below": value})).rows
    assert all(float(str(row[3].value)) < float(value) for row in rows if isinstance(row[3], ox.Literal))
    assert len(rows) == (0 if value == "+0.5" else ROWS["least-sure"])


@pytest.mark.parametrize("value", ["", "1e3", ".5", "1.", "１", "1 } UNION { ?s ?p ?o"])
def test_what_is_no_number_is_refused(value: str) -> None:
    """With an example of one."""
    with pytest.raises(InputError, match=r"0\.5"):
        named("least-sure").bind({"below": value})


def test_an_unknown_parameter_or_name_is_refused() -> None:
    """Both errors list what there is."""
    with pytest.raises(InputError, match="place"):
        named("holders-in-place").bind({"city": "德州市"})
    with pytest.raises(InputError, match="several-posts"):
        named("nothing")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "# title@zh: x\n# what is this\n",
        "# title@zh: a\n# title@en: a\n# question@zh: a\n# question@en: a\n# param p label = x | a | b\nASK {}",
    ],
)
def test_a_malformed_file_is_a_table_error(text: str) -> None:
    """A head that lacks something, or a parameter without a slot."""
    with pytest.raises(TableError):
        parse("bad", text)
