"""graph.ttl as pyoxigraph writes it and people read it: dressed, and not changed."""

from __future__ import annotations

import re

import pyoxigraph as ox
import rdf_knowledge as made
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.rdf import readable, turtle_blocks
from kg.export.rdf.parts import header
from kg.export.rdf.turtle import SPECIAL

TURTLE = ox.RdfFormat.TURTLE
PIECES = ['"@zh-hans', '"', "\\", " .\n", "\n", "<person/x>", "@zh-Hans", " ;\n\t", "字", "\u202e", "\xad", "@prefix a: <b> .\n", "\u200b"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES)).map("".join), min_size=1))
def test_dressing_changes_no_triple(texts: list[str]) -> None:
    """Whatever stands in literals, what is read back is what pyoxigraph was given, ends and tags in them as well."""
    said = [
        ox.Triple(ox.NamedNode(f"http://base.invalid/{kind}/{number}"), ox.NamedNode("a:p"), literal)
        for number, text in enumerate(texts)
        for kind, literal in (("person", ox.Literal(text, language="zh-Hans")), ("membership", ox.Literal(text)))
    ]
    written = readable._dressed(
        ox.serialize(said, format=TURTLE, prefixes={"zm": "a:"}, base_iri="http://base.invalid/") or b"", unseen=True
    )
    again = list(ox.parse(header("http://base.invalid/") + b"@prefix zm: <a:> .\n" + written, TURTLE))
    assert [ox.Triple(quad.subject, quad.predicate, quad.object) for quad in again] == said


def test_nothing_unseen_is_written_as_itself() -> None:
    """Every character that strings escape is escaped by pyoxigraph, or here; no other one is."""
    plane = [char for char in map(chr, range(0x80, 0xFFFE)) if not 0xD800 <= ord(char) < 0xE000]
    escaped = {char for char in plane if readable._INVISIBLE.fullmatch(char.encode())}
    cleaned = {char for char in plane if 0xFDD0 <= ord(char) <= 0xFDEF}
    assert escaped == {char for char in plane if SPECIAL.fullmatch(char)} - cleaned


def test_prefixes_stand_once_and_in_order() -> None:
    """One header, the same each time, and a heading for each section, of things as of documents."""
    text = b"".join(turtle_blocks(made.knowledge())).decode()
    assert re.findall("^@.*\n", text, re.MULTILINE) == header("https://w3id.org/zhengmai/id/").decode().splitlines(keepends=True)
    sections = re.findall("^# ---- (.*)\n\n(?=[<a-z])", text, re.MULTILINE)
    assert len(sections) == len(set(sections)) == text.count("# ----")
    assert {"person", "body", "post", "role", "source"} <= set(sections)


def test_addresses_of_the_host_of_the_base_are_whole() -> None:
    """Only what lies below the base is relative to it: a page of the same host has its whole address."""
    text = b"".join(turtle_blocks(made.knowledge(), "http://xn--fsqu00a.cn/kg/")).decode()
    assert "@base <http://xn--fsqu00a.cn/kg/> ." in text
    assert "<http://xn--fsqu00a.cn/a%20b?q=" in text
    assert "<//" not in text
    assert "base://inner" not in text
