"""A bad query: where it goes wrong, and the caret below."""

from __future__ import annotations

import re
from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.run import answer

STORE = ox.Store()
BAD = [
    ("SELECT ?x WHERE {\n ?市市市 a ?y ) }", 2, 12, ") closes nothing"),
    ("SELECT ?x WHERE { ?x xx:a ?y }", 1, 22, "the prefix xx: is not declared"),
    ('SELECT ?x {\n ?x a "市市" ; }}', 2, 15, "} closes nothing"),
    ("SELECT ?x { ?x a zm:Person", 1, 11, "{ is not closed"),
    ("SELECT ?x { ?x a 'zm:Person }", 1, 18, "the string is not closed"),
    ("SELECT ?x { ?x a }", 1, 18, "} does not fit here"),
    ("", 1, 1, "the query ends too early"),
    ("SELECT ?x\n", 1, 10, "the query ends too early"),
    ("SELECT ?x { ?x a ?y . FOO }", 1, 23, "FOO does not fit here"),
    ("SELECT ?x { ?x a ?y FILTER ?y }", 1, 28, "?y does not fit here"),
    ("# a comment } '\nSELEC ?x { ?x a ?y }", 2, 1, "SELEC does not fit here"),
    ("SELECT ?x {\r\n  ?x a ?y\r\n} ORDER ?x", 3, 9, "?x does not fit here"),
    ("SELECT ?x { ?x a ?y } LIMIT x", 1, 29, "x does not fit here"),
    ("SELECT x { ?x a ?y }", 1, 8, "x does not fit here"),
    ("SELECT (COUNT(?x) ?n) { ?x a ?y }", 1, 19, "?n does not fit here"),
    ("SELECT ?x { 市 a ?y }", 1, 13, "市 does not fit here"),
    ("SELECT ?x { ?x a ?y . OPTIONAL ?x b ?c }", 1, 32, "?x does not fit here"),
    ("SELECT ?x WHERE ?x a ?y", 1, 17, "?x does not fit here"),
    ("SELECT ?x { ?x a <http://x y> }", 1, 28, "y> does not fit here"),
    ("SELECT ?x { ?x a '''市\n''' ?y }", 2, 5, "?y does not fit here"),
    ("ASK { ?x a ?y FILTER (?x <= 5 && !) }", 1, 35, ") does not fit here"),
    ("SELECT ?x ?y { ?x a ?z } GROUP BY ?x", 1, 11, "?y is neither grouped by nor counted"),
    ("SELECT (COUNT(?z) AS ?n)\n  ?市 WHERE { ?x a ?z } GROUP BY ?x", 2, 3, "?市 is neither grouped by nor counted"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), BAD)
def test_a_bad_query_gets_a_caret(text: str, line: int, column: int, message: str) -> None:
    """Line, column and what is wrong, the line itself, and a caret below the very token; wide characters take two columns."""
    with pytest.raises(QueryError) as caught:
        answer(STORE, text)
    head, shown, caret = str(caught.value).split("\n")
    assert head == f"line {line}, column {column}: {message}"
    assert shown == text.split("\n")[line - 1].rstrip("\r")
    before = shown[: column - 1]
    assert caret == " " * (len(before) + len(re.findall("[^\x00-\x7f]", before))) + "^"


def test_open_strings_and_declarations_are_placed_at_once() -> None:
    """However many escaped marks or blanks follow: they are read once, not once for each of them."""
    for text, message in (("ASK { " + '"\\' * 100_000, "not closed"), ("PREFIX" + " " * 100_000 + "ASK", "line 1")):
        with pytest.raises(QueryError, match=message):
            answer(STORE, text)


PIECES = st.sampled_from("SELECT WHERE FILTER ?x ?市 a . ; , { } ( ) [ ] <a:b> <a b zm:x xx:y 'é' \"\" ' \" 1 <= < && # \n FROM".split(" "))


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=30))
def test_every_text_is_answered_or_placed(text: str) -> None:
    """No text makes another error, and the place is one in the text."""
    with suppress(QueryError):
        answer(STORE, text)
        return
    with pytest.raises(QueryError) as caught:
        answer(STORE, text)
    if found := re.match(r"line (\d+), column (\d+): ", str(caught.value)):
        lines = text.split("\n")
        assert int(found[2]) <= len(lines[int(found[1]) - 1]) + 1
