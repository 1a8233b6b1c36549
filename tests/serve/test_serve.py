"""``kg serve`` as clients meet it: over HTTP, from a process of its own."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from kg import Build

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

COUNT = "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MADE = "CONSTRUCT { ?p skos:prefLabel ?l } WHERE { ?p a zm:Person ; skos:prefLabel ?l }"


class Client:
    """What answers at an address: status, media type and text."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __call__(self, path: str, data: bytes | None = None, **headers: str) -> tuple[int, str, str]:
        """A GET, or with ``data`` a POST; an underscore in the name of a header is a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.address + path, data, named)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                return answer.status, answer.headers.get_content_type(), answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers.get_content_type(), error.read().decode()

    def ask(self, sparql: str, accept: str = "application/sparql-results+json") -> tuple[int, str, str]:
        """The answer to a query."""
        return self(f"/sparql?query={quote(sparql)}", Accept=accept)


@pytest.fixture(scope="module")
def client(seeds_build: Build) -> Iterator[Client]:
    """A server of the build of ``seeds/``: two seconds a query, 3000 rows."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", seeds_build.folder, "--port", str(port), "--timeout", "2", "--max-rows", "3000"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    client = Client(f"http://127.0.0.1:{port}")
    try:
        for _ in range(600):
            assert process.poll() is None
            try:
                client("/style.css")
                break
            except OSError:
                time.sleep(0.1)
        client.ask(COUNT)
        yield client
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize(
    "media", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values", "text/html"]
)
def test_rows_come_in_every_form(client: Client, media: str) -> None:
    """The form is what the client accepts, and holds the answer."""
    status, found, text = client.ask(COUNT, f"application/x-unknown, {media};q=0.5")
    assert (status, found) == (200, media)
    expected = json.loads(client.ask(COUNT)[2])["results"]["bindings"][0]["n"]["value"]
    assert expected in text


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_triples_come_in_every_form(client: Client, media: str) -> None:
    """Each is read back to the same triples."""
    status, found, text = client.ask(MADE, media)
    assert (status, found) == (200, media)
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    triples = {str(quad.triple) for quad in ox.parse(text.encode(), format=form)}
    plain = client.ask(MADE, "application/n-triples")[2].encode()
    assert triples == {str(quad.triple) for quad in ox.parse(plain, format=ox.RdfFormat.N_TRIPLES)}
    assert triples


def test_the_three_ways_of_the_protocol_give_the_same(client: Client) -> None:
    """GET, a form, and the query as it stands."""
    form = urlencode({"query": COUNT}).encode()
    answers = {
        client.ask(COUNT),
        client("/sparql", form, Accept="application/sparql-results+json"),
        client("/sparql", COUNT.encode(), Content_Type="application/sparql-query", Accept="application/sparql-results+json"),
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("/sparql", b"INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-update"),
        ("/sparql", b"update=CLEAR+ALL", "application/x-www-form-urlencoded"),
        ("/sparql?query=" + quote("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), None, ""),
        ("/sparql?query=" + quote("SELECT *\nFROM <http://127.0.0.1:1/> { ?s ?p ?o }"), None, ""),
        ("/sparql?query=" + quote("LOAD <http://127.0.0.1:1/>"), None, ""),
        ("/sparql?default-graph-uri=http%3A%2F%2Fx%2F&query=" + quote(COUNT), None, ""),
        ("/sparql?query=" + quote("SELECT ?x WHERE { ?x a }"), None, ""),
        ("/sparql", b"query=" + b"x" * (1 << 21), "application/x-www-form-urlencoded"),
        ("/?name=nothing", None, ""),
    ],
)
def test_what_is_refused_is_refused_with_a_reason(client: Client, path: str, data: bytes | None, kind: str) -> None:
    """Updates, other graphs, other servers, bad queries and large requests: 400, in words."""
    status, media, text = client(path, data, **({"Content_Type": kind} if kind else {}))
    assert (status, media) == (400, "text/plain")
    assert text.strip()


def test_a_slow_query_is_ended_while_others_are_answered(client: Client) -> None:
    """503 with a message; a quick one that comes meanwhile does not wait, and the server goes on."""
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(client.ask, SLOW)
        assert client.ask(COUNT)[0] == 200
        assert not slow.done()
        status, media, text = slow.result()
    assert (status, media) == (503, "text/plain")
    assert "2 seconds" in text
    assert client.ask(COUNT)[0] == 200


def test_an_answer_of_too_many_rows_is_refused(client: Client) -> None:
    """It says so, and a LIMIT helps."""
    status, _, text = client.ask("SELECT * { ?s ?p ?o }")
    assert (status, "more than 3000 rows" in text) == (400, True)
    assert client.ask("SELECT * { ?s ?p ?o } LIMIT 3000")[0] == 200


def test_fifty_clients_at_once(client: Client) -> None:
    """All get the same answer."""
    with ThreadPoolExecutor(50) as pool:
        assert set(pool.map(client.ask, [COUNT] * 50)) == {client.ask(COUNT)}


def test_the_endpoint_describes_itself(client: Client) -> None:
    """Without a query it gives Turtle that names it a service."""
    status, media, text = client("/sparql")
    assert (status, media) == (200, "text/turtle")
    objects = {str(quad.object) for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    assert "<http://www.w3.org/ns/sparql-service-description#Service>" in objects


def test_things_have_addresses(client: Client) -> None:
    """A thing is a page with its facts and words for a browser, Turtle for a program, and 404 where it is unknown."""
    rows = json.loads(client.ask("SELECT ?p { ?p a zm:Person ; skos:prefLabel '文立诚'@zh-Hans }")[2])
    iri = rows["results"]["bindings"][0]["p"]["value"]
    path = "/id/" + iri.partition("/id/")[2]
    status, media, text = client(path, Accept="text/html,*/*;q=0.8")
    assert (status, media) == (200, "text/html")
    assert "文立诚" in text
    assert "<script" not in text
    assert "文立誠" in text
    status, media, turtle = client(path, Accept="text/turtle")
    assert (status, media) == (200, "text/turtle")
    assert iri in {str(quad.subject)[1:-1] for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)}
    assert client("/id/person/nobody")[0] == client("/id/%3E%20x")[0] == 404


def test_the_page_for_queries_lists_the_library(client: Client) -> None:
    """Each query is a link that fills the form, without a script."""
    status, media, text = client("/?name=holders-in-place")
    assert (status, media) == (200, "text/html")
    assert "VALUES ?place" in text
    assert "/?name=evidence" in text
    assert "<script" not in text


def test_pages_of_other_sites_may_not_ask(client: Client) -> None:
    """No header lets them, unless --cors is given."""
    with urllib.request.urlopen(f"{client.address}/sparql?query={quote(COUNT)}", timeout=60) as answer:  # noqa: S310
        assert answer.headers["Access-Control-Allow-Origin"] is None


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    """The command says so and ends."""
    run = subprocess.run([sys.executable, "-m", "kg", "serve", tmp_path], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 1
    assert "graph.ttl" in run.stderr
