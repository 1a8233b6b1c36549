"""No query asks another server, however it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.elsewhere import service
from kg.query.run import answer

ASKING = {
    "plain": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "silent": "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "one word": "SELECT * { SERVICESILENT<URL>{ ?s ?p ?o } }",
    "behind a stop": "SELECT * { ?s ?p ?o.SERVICE<URL>{ ?s ?p ?o } }",
    "behind a number": "SELECT * { ?s a:n 1SERVICE<URL>{ ?s ?p ?o } }",
    "behind a name": "SELECT * { ?s ?p a:.SERVICE<URL>{ ?s ?p ?o } }",
    "behind a bracket": "SELECT * { BIND(1 AS ?a)SERVICE<URL>{ ?s ?p ?o } }",
    "behind an escape and a hash": r"SELECT * { OPTIONAL { ?s <a:\u0041#frag> ?o } SERVICE <URL> { ?s ?p ?o } }",
    "behind a base with a hash": r"BASE <a:\u0041#frag> SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "in what looks like a string": "SELECT * { ?s ?p ?o FILTER(?s<'>'||true) SERVICE <URL> { ?s ?p 'x'} }",
    "between apostrophes in IRIs": "SELECT * { OPTIONAL { ?s <a:o'> ?q } SERVICE <URL> { ?s ?p <a:o'> } }",
    "in what looks like an IRI": "SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n<URL>{ ?s ?p ?o } }",
    "behind an apostrophe in a name": r"SELECT (a:o\'b AS ?a) { SERVICE <URL> { ?s ?p 'o' } }",
    "behind a hash in a name": r"SELECT (a:\#b AS ?a) { SERVICE <URL> { ?s ?p ?o } }",
    "behind a name that ends as a base": "SELECT * { FILTER(a:o.BASE<'>'||true) SERVICE <URL> { ?s ?p 'o' } }",
    "behind a variable that ends as a base": "SELECT * { FILTER(?a\u00b7BASE<'>'||true) SERVICE <URL> { ?s ?p 'o' } }",
    "before a name": "PREFIX : <URL> SELECT * { SERVICE:x{ ?s ?p ?o } }",
    "in a query within": "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } LIMIT 1 } }",
    "where nothing exists": "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
}
STAYING = [
    'SELECT ?service { ?s sd:service ?service ; ?p \'SERVICE <x>\' , """service""" ; <http://x/service> $SERVICE }',
    "# SERVICE <x> {}\nASK { ?s ?p 'Service'@en FILTER (?x < 5 && ?y > 3) }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
    "# SERVICE\nBASE <http://x/service#> prefix : <service#>\nASK { ?s a :service }",
    "ASK { ?s a:\\'a ?o FILTER (?o != 'service') }",
]
STORE = ox.Store()
STORE.extend(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode(f"a:{name}"), term) for name, term in (
    ("n", ox.Literal("1", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))), ("o", ox.NamedNode("a:")),
))  # fmt: skip


class Elsewhere(BaseHTTPRequestHandler):
    """A server that takes note of who asks it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Refuse."""
        self.asked.append(self.path)
        self.send_error(500)

    do_POST = do_GET  # noqa: N815 - the library's name for it

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Its address."""
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def run(query: str) -> None:
    """As the engine does it, unchecked."""
    with suppress(SyntaxError, OSError, ValueError, RuntimeError):
        found = STORE.query(query, prefixes={"a": "a:"})
        if not isinstance(found, ox.QueryBoolean):
            list(found)


@pytest.mark.parametrize("text", ASKING.values(), ids=ASKING)
def test_what_the_engine_would_ask_elsewhere_is_refused(text: str, url: str) -> None:
    """The engine alone asks the server; we do not, and say why."""
    query = text.replace("URL", url)
    Elsewhere.asked.clear()
    run(query)
    assert Elsewhere.asked
    Elsewhere.asked.clear()
    with pytest.raises(QueryError, match="SERVICE is refused"):
        answer(STORE, query)
    assert Elsewhere.asked == []


@pytest.mark.parametrize("text", STAYING)
def test_the_word_alone_is_not_refused(text: str) -> None:
    """In names, strings, comments and IRIs it asks nobody."""
    assert service(text) is None


PIECE = st.sampled_from(
    [
        "?s ?p ?o",
        "a:n",
        "1",
        "'",
        '"',
        "<",
        ">",
        "#",
        "\n",
        "\\u0041",
        "\\",
        "a:o",
        ".",
        "{",
        "}",
        "(",
        ")",
        "FILTER",
        "?a",
        "<a:b>",
        "''",
        "a:",
        "@en",
        " ",
        "BASE",
        "PREFIX a:",
    ]
)


@given(st.lists(PIECE, max_size=8).map("".join), st.sampled_from(["", " ", "#\n", "#>\n"]), st.sampled_from(["}", "'}", '"}', ">}", "}#'"]))
def test_whatever_stands_around_it(url: str, before: str, between: str, after: str) -> None:
    """What passes asks nobody, whatever lures the reader into another reading."""
    Elsewhere.asked.clear()
    query = f"SELECT * {{ {before}SERVICE{between}<{url}> {{ ?s ?p ?o }} {after}"
    if service(query) is None:
        run(query)
    assert Elsewhere.asked == []
