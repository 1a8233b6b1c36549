"""Clients that others wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from serving import Client

from kg.query import query
from kg.query.library import named

NODE = Path(__file__).parents[1] / "node"
LIBRARY = ("holders-in-place", "programs-in-several-places", "figures-of-place", "documents-cited", "moved-between-places")
"""Queries of the library, with all that SPARQL has: VALUES, OPTIONAL, paths, aggregates, FILTER."""


def ours(folder: Path, name: str) -> list[dict[str, str]]:
    """Our answer to a query of the library, as variables and values."""
    answer = query(folder, named(name).text)
    return [
        {column: term.value for column, term in zip(answer.columns, row, strict=True) if term is not None}  # type: ignore[union-attr]
        for row in answer.rows
    ]


@pytest.fixture
def wrapper(client: Client, wanting: Callable[[str], None]) -> Any:
    """A SPARQLWrapper of the endpoint."""
    try:
        from SPARQLWrapper import SPARQLWrapper  # noqa: PLC0415 - where it is installed
    except ImportError:
        wanting("SPARQLWrapper is not installed")
    return SPARQLWrapper(f"{client.address}/sparql")


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", LIBRARY)
def test_sparqlwrapper_gets_our_answers(wrapper: Any, exported: Path, method: str, name: str) -> None:
    """By GET and POST, in JSON."""
    wrapper.setMethod(method)
    wrapper.setReturnFormat("json")
    wrapper.setQuery(named(name).text)
    rows = wrapper.query().convert()["results"]["bindings"]
    assert [{column: term["value"] for column, term in row.items()} for row in rows] == ours(exported, name)


@pytest.mark.parametrize("form", ["turtle", "n3", "rdf+xml", "json-ld"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib calls what it has deprecated itself
def test_sparqlwrapper_gets_graphs(wrapper: Any, form: str) -> None:
    """In every form that it asks for, as a graph of rdflib or as text of one."""
    wrapper.setQuery("CONSTRUCT { ?p a zm:Person } WHERE { ?p a zm:Person }")
    wrapper.setReturnFormat(form)
    found = wrapper.query().convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    wrapper.setReturnFormat("json")
    wrapper.setQuery("SELECT (COUNT(*) AS ?n) { ?p a zm:Person }")
    assert str(len(graph)) == wrapper.query().convert()["results"]["bindings"][0]["n"]["value"]


def test_sparqlwrapper_is_told_what_is_wrong(wrapper: Any) -> None:
    """A bad query and an update are its errors, with our words."""
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed  # noqa: PLC0415 - where it is installed

    wrapper.setQuery("SELECT ?x WHERE { ?x a ) }")
    with pytest.raises(QueryBadFormed, match="closes nothing"):
        wrapper.query()
    wrapper.setMethod("POST")
    wrapper.setQuery("INSERT DATA { <a:a> <a:b> <a:c> }")
    with pytest.raises(QueryBadFormed, match="read-only"):
        wrapper.query()


def test_comunica_gets_our_answers(client: Client, exported: Path, wanting: Callable[[str], None]) -> None:
    """The engine @comunica/query-sparql finds out by itself that it talks to an endpoint, and gets the same rows."""
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules" / "@comunica" / "query-sparql").is_dir():
        wanting("@comunica/query-sparql is not installed: npm ci --prefix tests/node")
    asked = {name: named(name).text for name in LIBRARY}
    command = [str(node), "endpoint.mjs", f"{client.address}/sparql"]
    done = subprocess.run(command, cwd=NODE, input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    for name in LIBRARY:
        expected = ours(exported, name)
        assert sorted(answers[name], key=str) == sorted(expected, key=str), name
        assert expected, name
