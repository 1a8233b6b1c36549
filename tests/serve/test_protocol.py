"""The endpoint as the SPARQL 1.1 Protocol wants it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from serving import JSON, Client

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }"
MADE = "CONSTRUCT { ?p skos:prefLabel ?l } WHERE { ?p a zm:Person ; skos:prefLabel ?l }"
PLACE = "https://w3id.org/zhengmai/id/place/430600-yue-yang-shi"
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
USUAL = {"application/json": "application/ld+json", "application/xml": "application/rdf+xml", "text/plain": "application/n-triples"}
"""Common names, for triples, and the form that is meant."""


def counted(client: Client) -> str:
    """How many people there are."""
    value: str = json.loads(client.ask(COUNT).text)["results"]["bindings"][0]["n"]["value"]
    return value


@pytest.mark.parametrize("media", [*ROWS, "text/csv", "text/html"])
def test_rows_come_in_every_form(client: Client, media: str) -> None:
    """The form is what the client accepts, and holds the answer; pyoxigraph reads those that say what is what."""
    answer = client.ask(COUNT, f"application/x-unknown, {media};q=0.5")
    assert (answer.status, answer.media, answer.headers["vary"]) == (200, media, "Accept")
    if media in ROWS:
        (row,) = ox.parse_query_results(answer.text.encode(), format=ROWS[media])  # type: ignore[misc]
        assert row["n"].value == counted(client)
    elif media == "text/csv":
        assert answer.text == f"n\r\n{counted(client)}\r\n"
    else:
        assert f"<td>{counted(client)}</td>" in answer.text


@pytest.mark.parametrize("media", [*ROWS, "text/csv", "text/html"])
def test_a_boolean_comes_in_every_form(client: Client, media: str) -> None:
    """ASK is answered with yes or no, as the form says it."""
    answer = client.ask("ASK { ?p a zm:Person }", media)
    assert (answer.status, answer.media) == (200, media)
    assert "true" in answer.text or "yes" in answer.text


@pytest.mark.parametrize("media", [*TRIPLES, *USUAL])
@pytest.mark.parametrize("query", [MADE, f"DESCRIBE <{PLACE}>"], ids=["construct", "describe"])
def test_triples_come_in_every_form(client: Client, media: str, query: str) -> None:
    """Each is read back to the same triples."""
    answer = client.ask(query, media)
    assert (answer.status, answer.media) == (200, media)
    form = ox.RdfFormat.from_media_type(USUAL.get(media, media))
    assert form is not None
    triples = {str(quad.triple) for quad in ox.parse(answer.text.encode(), format=form)}
    plain = client.ask(query, "application/n-triples").text.encode()
    assert triples == {str(quad.triple) for quad in ox.parse(plain, format=ox.RdfFormat.N_TRIPLES)}
    assert triples


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", JSON),
        ("", JSON),
        ("text/turtle", JSON),
        ("text/*", "text/csv"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/sparql-results+json;q=0, text/turtle", "application/sparql-results+xml"),
        ("text/csv;q=0, */*;q=0.5", JSON),
        ("text/*;q=0.5, text/csv;q=0.1", "text/tab-separated-values"),
        ("application/sparql-results+json; charset=utf-8; q=0.2, text/csv; header=present; q=0.9", "text/csv"),
        ("text/csv;q=nonsense, TEXT/Tab-Separated-Values", "text/tab-separated-values"),
    ],
)
def test_the_header_accept_is_weighed(client: Client, accept: str, media: str) -> None:
    """The best liked form is given, the usual one where none is liked."""
    assert client.ask(COUNT, accept).media == media


def test_the_same_question_has_the_same_bytes(client: Client) -> None:
    """Whatever process answers."""
    for media in TRIPLES:
        with ThreadPoolExecutor(8) as pool:
            assert len({answer.text for answer in pool.map(lambda _, media=media: client.ask(MADE, media), range(8))}) == 1


def test_the_three_ways_of_the_protocol_give_the_same(client: Client) -> None:
    """GET, a form, and the query as it stands."""
    form = urlencode({"query": COUNT}).encode()
    answers = {
        client.ask(COUNT).text,
        client("/sparql", form, Accept=JSON).text,
        client("/sparql", COUNT.encode(), Content_Type="application/sparql-query; charset=UTF-8", Accept=JSON).text,
    }
    assert len(answers) == 1
    assert client(f"/sparql?query={quote(COUNT)}", method="HEAD")[:3] == (200, JSON, "")


@pytest.mark.parametrize(
    ("path", "data", "kind", "said"),
    [
        ("/sparql", b"INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-update", "no updates"),
        ("/sparql", b"update=CLEAR+ALL", "application/x-www-form-urlencoded", "read-only"),
        ("/sparql?query=" + quote("INSERT DATA { <a:a> <a:b> <a:c> }"), None, "", "read-only"),
        ("/sparql?query=" + quote("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), None, "", "SERVICE is refused"),
        ("/sparql?query=" + quote("SELECT *\nFROM <http://127.0.0.1:1/> { ?s ?p ?o }"), None, "", "line 2, column 1: FROM is refused"),
        ("/sparql?query=" + quote("LOAD <http://127.0.0.1:1/>"), None, "", "LOAD is refused"),
        ("/sparql?default-graph-uri=http%3A%2F%2Fx%2F&query=" + quote(COUNT), None, "", "default-graph-uri is refused"),
        ("/sparql?named-graph-uri=http%3A%2F%2Fx%2F&query=" + quote(COUNT), None, "", "named-graph-uri is refused"),
        (f"/sparql?query={quote(COUNT)}&query={quote(COUNT)}", None, "", "more than one query"),
        ("/sparql?query=" + quote("SELECT ?x WHERE { ?x a }"), None, "", "line 1, column 24"),
        ("/sparql", b"query=" + b"x" * (1 << 21), "application/x-www-form-urlencoded", "larger than"),
        ("/sparql", b"", "application/x-www-form-urlencoded", "no query"),
        ("/sparql", b"\xff", "application/sparql-query", "not UTF-8"),
        ("/sparql", b"{}", "application/json", "application/json is refused"),
        ("/?name=nothing", None, "", "nothing"),
        ("/labels", b"{}", "application/json", "list of IRIs"),
        ("/labels", b"[1]", "application/json", "list of IRIs"),
        ("/labels", b"[", "application/json", "list of IRIs"),
        ("/labels", b"[" * 200_000, "application/json", "list of IRIs"),
    ],
)
def test_what_is_refused_is_refused_with_a_reason(client: Client, path: str, data: bytes | None, kind: str, said: str) -> None:
    """Updates, other graphs, other servers, bad queries and large requests: 400, in words."""
    answer = client(path, data, **({"Content_Type": kind} if kind else {}))
    assert (answer.status, answer.media) == (400, "text/plain")
    assert said in answer.text


def test_nothing_can_be_changed(client: Client) -> None:
    """Methods that would change something are not there, and what was refused has changed nothing."""
    for method in ("PUT", "DELETE", "PATCH"):
        assert client("/sparql", b"<a:a> <a:b> <a:c> .", method=method).status == 405
    client("/sparql", b"update=CLEAR+ALL")
    assert int(counted(client)) > 0


def test_the_endpoint_describes_itself(client: Client) -> None:
    """Without a query it gives Turtle that names it a service, its address, and how many triples it answers from."""
    answer = client("/sparql")
    assert (answer.status, answer.media) == (200, "text/turtle")
    objects = {str(quad.object) for quad in ox.parse(answer.text.encode(), format=ox.RdfFormat.TURTLE)}
    assert "<http://www.w3.org/ns/sparql-service-description#Service>" in objects
    assert f"<{client.address}/sparql>" in objects
    triples = json.loads(client.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").text)["results"]["bindings"][0]["n"]["value"]
    assert f'"{triples}"^^<http://www.w3.org/2001/XMLSchema#integer>' in objects


@pytest.mark.parametrize("media", TRIPLES)
def test_the_description_comes_in_every_form(client: Client, media: str) -> None:
    """Each says the same, but for the names of blank nodes; a browser gets a page."""
    form = ox.RdfFormat.from_media_type(media)
    answer = client("/sparql", Accept=media)
    assert (answer.media, form is None) == (media, False)
    said = {(quad.predicate, quad.object) for quad in ox.parse(answer.text.encode(), format=form)}
    turtle = ox.parse(client("/sparql").text.encode(), format=ox.RdfFormat.TURTLE)
    assert {pair for pair in said if not isinstance(pair[1], ox.BlankNode)} == {
        (quad.predicate, quad.object) for quad in turtle if not isinstance(quad.object, ox.BlankNode)
    }
    assert client("/sparql", Accept="text/html").media == "text/html"


def test_labels_are_given_for_iris(client: Client) -> None:
    """Those of things and of terms of the vocabulary, of those that have one."""
    asked = [PLACE, "https://w3id.org/zhengmai/ontology#Person", "a:b", "no IRI"]
    answer = client("/labels", json.dumps(asked).encode())
    assert (answer.status, answer.media) == (200, "application/json")
    assert json.loads(answer.text) == {asked[0]: "岳阳市", asked[1]: "人物"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", 'x"><script>'])
def test_the_name_of_another_site_is_refused(client: Client, host: str) -> None:
    """A page elsewhere that has its name point here gets nothing."""
    connection = HTTPConnection(urlsplit(client.address).netloc, timeout=60)
    connection.request("GET", f"/sparql?query={quote(COUNT)}", headers={"Host": host})
    answer = connection.getresponse()
    assert (answer.status, b"Invalid host" in answer.read()) == (400, True)
    connection.close()
