"""Terms of Turtle: what goes in comes out of two parsers, or is cleaned as documented."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from kg.export.rdf import turtle
from kg.export.rdf.parts import header
from kg.vocab import PREFIXES

BASE = "https://w3id.org/zhengmai/id/"
HOSTILE = [
    'quote " and """', "back\\slash \\n \\u0041", "line\nfeed\r\nreturn\ttab", "\u200fright\u202eleft\u2066", "<script>alert(1)</script>",
    "四字节𠮷𪚥😀", "\u2028\u2029\x85\ufeff\xad", "'''", "@zh-Hans", "", " ", "\\", '"', "{{slot}} %s",
]  # fmt: skip


def _read(document: str) -> tuple[ox.Literal | ox.NamedNode, object]:
    """The one object in ``document``, as pyoxigraph and as rdflib read it."""
    (triple,) = ox.parse(document.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    (other,) = Graph().parse(data=document.encode("utf-8"), format="turtle").objects()
    assert isinstance(triple.object, ox.Literal | ox.NamedNode)
    return triple.object, other


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_come_through(text: str) -> None:
    """Both parsers give back exactly the text."""
    one, other = _read(f"<a:s> <a:p> {turtle.string(text)} .")
    assert one.value == str(other) == text
    one, other = _read(f"<a:s> <a:p> {turtle.chinese(text)} .")
    assert one.value == str(other) == text


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters()))
def test_any_string_comes_through_or_is_cleaned(text: str) -> None:
    """What is read back is the text with what no reader takes replaced one for one by U+FFFD."""
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef]", "\ufffd", text)
    clean = "".join("\ufffd" if ord(char) & 0xFFFE == 0xFFFE else char for char in clean)
    one, other = _read(f"<a:s> <a:p> {turtle.string(text)} .")
    assert one.value == str(other) == clean
    assert len(one.value) == len(text)


def test_the_quick_test_of_escaping_misses_nothing() -> None:
    """No printable character other than the quotation mark and the backslash is one that must be escaped."""
    printable = filter(str.isprintable, map(chr, range(0x110000)))
    special = [char for char in printable if turtle.SPECIAL.sub(turtle._escape_one, char) != char]
    assert special == ['"', "\\"]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), min_size=1))
def test_any_id_gives_one_legal_iri_below_the_base(identifier: str) -> None:
    """Whatever an id holds, it stays one IRI below the base."""
    one, other = _read(f"@base <{BASE}> . <a:s> <a:p> {turtle.relative(identifier)} .")
    assert one.value == str(other)
    assert one.value.startswith(BASE)
    assert one.value.isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010-04-09", '"2010-04-09"^^xsd:date'),
        ("2010-04", '"2010-04"^^xsd:gYearMonth'),
        ("2010", '"2010"^^xsd:gYear'),
        ("--02-27", '"--02-27"^^xsd:gMonthDay'),
        ("--02-29", '"--02-29"^^xsd:gMonthDay'),
        ("--02", '"--02"^^xsd:gMonth'),
        *(
            (bad, "")
            for bad in (
                "",
                "2010-13",
                "2010-02-30",
                "2011-02-29",
                "--04-31",
                "0000",
                "10-1-1",
                "2010年",
                "２０１０",
                "2010-04-09T00:00",
            )
        ),
    ],
)
def test_dates_are_typed_by_their_form(text: str, expected: str) -> None:
    """A date has the type of its precision; what is no date is nothing."""
    assert turtle.date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70", "70"),
        ("-3.5", "-3.5"),
        ("3000000", "3000000"),
        ("7.", "7"),
        (".5", ".5"),
        ("1e6", ""),
        ("七", ""),
        ("", ""),
        ("NaN", ""),
        ("1 ; a:b", ""),
    ],
)
def test_numbers_are_integers_or_decimals(text: str, expected: str) -> None:
    """Anything that is neither is nothing."""
    assert turtle.number(text) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0.0"), (1, "1.0"), (0.94, "0.94"), (1e-9, "0.0"), (0.30000000000000004, "0.3"), (2.0, "1.0"), (-1.0, "0.0")],
)
def test_confidence_is_a_decimal_from_0_to_1(value: float, text: str) -> None:
    """Always with a decimal point, never with an exponent."""
    assert turtle.confidence(value) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://www.example.cn/a?b=c#d", "<http://www.example.cn/a?b=c#d>"),
        ("HTTPS://example.cn/德州 市/<b>", "<https://example.cn/%E5%BE%B7%E5%B7%9E%20%E5%B8%82/%3Cb%3E>"),
        ("http://例子.cn/%zz#f#g", "<http://xn--fsqu00a.cn/%25zz#f%23g>"),
        ("http://example.cn:8080/", "<http://example.cn:8080/>"),
        *(
            (bad, "")
            for bad in (
                "",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "//x/y",
                "http://",
                "http://a b/",
                "http://user@/",
                "www.x.cn",
                "C:\\x",
            )
        ),
    ],
)
def test_addresses_are_made_legal_or_left_out(text: str, expected: str) -> None:
    """Only http(s), with everything encoded that an IRI may not hold."""
    assert turtle.url(text) == expected
    if expected:
        one, other = _read(f"<a:s> <a:p> {expected} .")
        assert one.value == str(other)


def _typed(kind: str, text: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + kind))


TEXTS = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cn"])) | st.sampled_from(HOSTILE)
IDS = st.sampled_from(["person/zhou-yu-gang-0262e66a2d98", "source/0123456789abcdef"])
TERMS = st.one_of(
    TEXTS.map(lambda text: (turtle.string(text), ox.Literal(text))),
    st.builds(
        lambda text, tag: (turtle.chinese(text, tag), ox.Literal(text, language=tag)),
        TEXTS,
        st.sampled_from(["zh-Hans", "zh-Hant", "zh-Latn-pinyin"]),
    ),
    st.dates().map(lambda day: (turtle.date(str(day)), _typed("date", str(day)))),
    st.dates().map(lambda day: (turtle.date(str(day)[:7]), _typed("gYearMonth", str(day)[:7]))),
    st.dates().map(lambda day: (turtle.date(str(day)[:4]), _typed("gYear", str(day)[:4]))),
    st.integers().map(lambda number: (turtle.number(str(number)), _typed("integer", str(number)))),
    st.integers(0, 999).map(lambda number: (turtle.number(f"{number}.5"), _typed("decimal", f"{number}.5"))),
    st.integers(1, 99).map(lambda number: (turtle.confidence(number / 100), _typed("decimal", f"{number / 100}"))),
    IDS.map(lambda identifier: (turtle.relative(identifier), ox.NamedNode(BASE + identifier))),
    st.just((turtle.url("http://x.cn/a b"), ox.NamedNode("http://x.cn/a%20b"))),
)
PROPERTIES = st.sampled_from(["skos:prefLabel", "rdf:value", "zm:post", "schema:value", "org:holds"])


@settings(max_examples=300, deadline=None)
@given(IDS, st.lists(st.tuples(PROPERTIES, st.lists(TERMS, min_size=1, max_size=3)), min_size=1, max_size=3))
def test_a_block_says_what_pyoxigraph_would(subject: str, pairs: list[tuple[str, list[tuple[str, ox.Literal | ox.NamedNode]]]]) -> None:
    """Terms of every kind, written as text: they are read back as the triples that pyoxigraph makes of the same values."""
    written = turtle.block(turtle.relative(subject), [(name, [text for text, _ in terms]) for name, terms in pairs])
    made = {
        ox.Triple(ox.NamedNode(BASE + subject), ox.NamedNode(PREFIXES[name.partition(":")[0]] + name.partition(":")[2]), term)
        for name, terms in pairs
        for _, term in terms
    }
    assert {quad.triple for quad in ox.parse(header(BASE) + written.encode(), format=ox.RdfFormat.TURTLE)} == made


@given(st.lists(st.text(st.characters()), min_size=1, max_size=5))
def test_objects_of_one_predicate_are_given_once(texts: list[str]) -> None:
    """Readers find each object of a list, whatever it holds, and no object twice."""
    terms = [turtle.string(text) for text in texts]
    block = turtle.block("<a:s>", [("<a:p>", terms), ("<a:q>", ["1"])])
    found = [t.object.value for t in ox.parse(block.encode(), format=ox.RdfFormat.TURTLE) if t.predicate.value == "a:p"]
    once = dict.fromkeys(terms)
    assert found == [t.object.value for term in once for t in ox.parse(f"<a:s> <a:p> {term} .".encode(), format=ox.RdfFormat.TURTLE)]
