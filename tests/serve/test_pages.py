"""The pages: for queries, for answers, and for things; what documents say is text in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from serving import Client, serving

from kg.query.library import library
from kg.serve.pages import page, query_page

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note."""
        self.found.append((tag, dict(attrs)))

    def names(self) -> set[str]:
        """The names of the elements."""
        return {tag for tag, _ in self.found}

    def links(self) -> list[str]:
        """Where the page leads."""
        return [str(attributes["href"]) for tag, attributes in self.found if tag == "a"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server of a build whose every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    text = json.dumps(EVIL)
    (folder / "graph.ttl").write_text(
        f"""@base <https://w3id.org/zhengmai/id/> . @prefix zm: <https://w3id.org/zhengmai/ontology#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .
        <person/a> a zm:Person ; skos:prefLabel {text}@zh-Hans ; skos:altLabel {text} ; dcterms:source <person/'%3Cb%3E?x=1&y> .
        <claim/a> a zm:Claim ; rdf:subject <person/a> ; rdf:predicate rdf:type ; rdf:object zm:Person ; oa:hasTarget <source/a#char=1,2> .
        <source/a#char=1,2> oa:hasSource <source/a> ; oa:hasSelector <source/a#char=1,2/quote> .
        <source/a#char=1,2/quote> oa:exact {text} ; oa:prefix {text} ; oa:suffix {text} .
        <source/a> skos:prefLabel {text}@zh-Hans .""",
        "utf-8",
    )
    with serving(folder) as client:
        yield client


def test_the_plain_page_lists_the_library(client: Client) -> None:
    """Each query is a link that fills the form; the form asks the endpoint, which answers a browser with a page."""
    answer = client("/?name=holders-in-place")
    assert (answer.status, answer.media) == (200, "text/html")
    assert "VALUES ?place" in answer.text
    assert {f"/?name={name}" for name in library()} <= set(Elements(answer.text).links())
    ((_, form),) = [element for element in Elements(answer.text).found if element[0] == "form"]
    assert (form["action"], form["method"]) == ("/sparql", "get")


def test_without_yasgui_the_page_has_no_script() -> None:
    """As in a checkout where npm has put nothing."""
    assert "script" not in Elements(query_page("ASK {}", yasgui=False)).names()
    assert "script" in Elements(query_page("ASK {}", yasgui=True)).names()


def test_a_browser_gets_an_answer_as_a_page(client: Client) -> None:
    """Things are links to their pages, which are there."""
    answer = client.ask("SELECT ?p ?l { ?p a zm:Program ; skos:prefLabel ?l } ORDER BY ?l LIMIT 3", "text/html,*/*;q=0.8")
    links = [link for link in Elements(answer.text).links() if link.startswith("/id/")]
    assert len(links) == 3
    assert all(client(link, Accept="text/html").status == 200 for link in links)


def test_a_thing_without_a_label_is_shown_by_its_address(client: Client) -> None:
    """By the part of it that tells it from others."""
    answer = client.ask("SELECT ?m { ?m a org:Membership } LIMIT 1", "text/html")
    assert re.search(r'<a href="/id/(membership/\w+)">\1</a>', answer.text)


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_things_have_addresses(client: Client, media: str) -> None:
    """A thing is a page with its facts and words for a browser, RDF about the thing for a program."""
    rows = json.loads(client.ask("SELECT ?p { ?p a zm:Person ; skos:prefLabel '文立诚'@zh-Hans }").text)
    iri = rows["results"]["bindings"][0]["p"]["value"]
    path = "/id/" + iri.partition("/id/")[2]
    seen = client(path, Accept="text/html,*/*;q=0.8")
    assert (seen.status, seen.media, seen.headers["vary"]) == (200, "text/html", "Accept")
    assert "<h1>文立诚</h1>" in seen.text
    assert "<mark>" in seen.text
    assert "文立誠" in seen.text
    assert "script" not in Elements(seen.text).names()
    answer = client(path, Accept=media)
    assert (answer.status, answer.media) == (200, media)
    quads = list(ox.parse(answer.text.encode(), format=ox.RdfFormat.from_media_type(media)))
    own = [quad.subject.value == iri for quad in quads]  # type: ignore[union-attr]
    assert own[0]
    assert own == sorted(own, reverse=True)  # first what it says of itself
    assert client(path + "?format=turtle", Accept="text/html").media == "text/turtle"


def test_what_a_page_leads_to_is_there(client: Client) -> None:
    """Sources, claims, targets with a fragment, concepts and places alike."""
    claim = client.ask("SELECT ?c { ?c rdf:predicate org:holds } LIMIT 1", "text/csv").text.split()[1]
    todo = ["/id/" + claim.partition("/id/")[2]]
    seen: set[str] = set()
    while todo and len(seen) < 40:
        link = todo.pop(0)
        if link not in seen:
            seen.add(link)
            answer = client(link, Accept="text/html")
            assert answer.status == 200, link
            todo += [found for found in Elements(answer.text).links() if found.startswith("/id/")]
    assert any("%23char=" in link for link in seen)


@pytest.mark.parametrize("path", ["/id/person/nobody", "/id/%3E%20x", "/id/", "/id/a%00b", "/nowhere"])
def test_what_is_unknown_is_not_found(client: Client, path: str) -> None:
    """404, whatever the address holds."""
    assert client(path).status == 404


def test_the_explorer_is_reachable(client: Client, exported: Path, hostile: Client) -> None:
    """From every page, if the build has one."""
    assert "/graph.html" in Elements(client("/").text).links()
    assert client("/graph.html").text == (exported / "graph.html").read_text("utf-8")
    answer = hostile("/graph.html")
    assert (answer.status, "no graph.html" in answer.text) == (404, True)


@pytest.mark.parametrize("path", ["/id/person/a", "/sparql?query=" + quote("SELECT * { ?s ?p ?o }"), "/id/source/a%23char=1,2/quote"])
def test_hostile_text_is_text(hostile: Client, path: str) -> None:
    """Nothing that a document says becomes an element or an attribute of one, and no script may run."""
    answer = hostile(path, Accept="text/html")
    assert answer.status == 200
    assert "alert(1)" in answer.text
    elements = Elements(answer.text)
    assert elements.names() <= set("html meta title link body nav strong a h1 h2 p table tr td th mark".split())
    assert not [attributes for _, attributes in elements.found if any(name.startswith("on") for name in attributes)]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_title_is_text() -> None:
    """In the title of the window and in the heading."""
    assert "script" not in Elements(page(EVIL, "")).names()
