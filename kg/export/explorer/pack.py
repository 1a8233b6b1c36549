"""Knowledge as the compact data of the page: columns of integers, each string and each quoted sentence once.

What the columns mean is said in :class:`Page`; ``page/data.js`` reads them.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from math import isqrt
from typing import Final, TypedDict

from kg.aligned import Span
from kg.export.explorer.layout import WHOLE, Size, arrange, best_connected
from kg.graph import MENTIONS, Graph, to_networkx
from kg.lexicon.romanise import Use, syllables
from kg.model import LITERAL_RELATIONS, Claim, Kind, Knowledge, Relation, Sentence, Source

MAJOR: Final = (Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PROGRAM)
"""The kinds that the opening view of a large graph draws from."""
LONG: Final = 320
"""A sentence longer than this is cut to the neighbourhood of the quoted words."""
AROUND: Final = 40
"""Characters kept on each side of a quotation that lies in no sentence, or in a long one."""
LINE: Final = 9
"""Characters in a line of a label; the page breaks labels the same way."""

_DATES: Final = ("start", "end", "attested", "ended", "proposed")
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")

Row = list[int]


class Nodes(TypedDict):
    """One entry a node. ``kind`` indexes ``Page.kinds``; ``pinyin`` is syllables joined by blanks."""

    id: list[str]
    kind: Row
    label: list[str]
    aliases: list[list[str]]
    pinyin: list[str]
    properties: list[list[str]]
    part_of: Row


class Edges(TypedDict):
    """One entry a fact between two nodes; ``more`` indexes ``Page.strings``: title, status, then :data:`_DATES`."""

    a: Row
    b: Row
    relation: Row
    basis: Row
    confidence: Row
    claims: list[Row]
    more: list[Row]


class Literals(TypedDict):
    """One entry a fact whose object is a literal (the start of a program)."""

    node: Row
    relation: Row
    value: list[str]
    basis: Row
    confidence: Row
    claims: list[Row]


class Claims(TypedDict):
    """One entry a claim. ``marks``: for each quoted sentence its number, then starts and ends in UTF-16 units."""

    source: Row
    rule: Row
    basis: Row
    confidence: Row
    marks: list[list[Row]]


class Opening(TypedDict):
    """The nodes of the opening view and their places."""

    node: Row
    x: Row
    y: Row


class Page(TypedDict):
    """All data of the page. Confidences are in hundredths; every other number is an index."""

    kinds: list[str]
    strings: list[str]
    nodes: Nodes
    edges: Edges
    literals: Literals
    claims: Claims
    named: list[Row]
    mentions: list[Row]
    sentences: list[str]
    private: Row
    opening: Opening
    whole: bool


class Strings:
    """A table that holds each string once; the empty string is number 0."""

    def __init__(self) -> None:
        self.all: list[str] = [""]
        self._numbers: dict[str, int] = {"": 0}

    def number(self, text: str) -> int:
        """The number of ``text``, which is added when new."""
        found = self._numbers.setdefault(text, len(self.all))
        if found == len(self.all):
            self.all.append(text)
        return found


class Quotes:
    """The quoted sentences of a build, each once, and where the quoted words stand in them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.all: list[str] = []
        self._knowledge = knowledge
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._starts: dict[str, list[int]] = {}

    def marks(self, claim: Claim) -> list[Row]:
        """For each sentence that ``claim`` quotes: its number, then the start and end of each quotation in it."""
        source = self._knowledge.sources.get(claim.source)
        document = (source.part_of or source.id) if source else claim.source
        text = self._knowledge.texts.get(document)
        rows: dict[int, Row] = {}
        for span in claim.spans if text else ():
            number, start = self._sentence(document, text or "", span)
            sentence = self.all[number]
            row = rows.setdefault(number, [number])
            row += [_units(sentence, span.start - start), _units(sentence, span.end - start)]
        return list(rows.values())

    def _sentence(self, document: str, text: str, span: Span) -> tuple[int, int]:
        """The number of the sentence of ``span``, and where it starts in ``text``."""
        start, end = self._bounds(document, text, span)
        key = (document, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self.all)
            self.all.append(text[start:end])
        return self._numbers[key], start

    def _bounds(self, document: str, text: str, span: Span) -> tuple[int, int]:
        sentences = self._knowledge.sentences.get(document, ())
        start, end = self._hull(document, sentences, span)
        if end - start > LONG or not start <= span.start <= span.end <= end:
            return max(0, span.start - AROUND), min(len(text), span.end + AROUND)
        while start < span.start and text[start].isspace():
            start += 1
        while end > span.end and text[end - 1].isspace():
            end -= 1
        return start, end

    def _hull(self, document: str, sentences: Sequence[Sentence], span: Span) -> tuple[int, int]:
        """The stretch of all sentences that ``span`` touches; one that does not hold ``span`` where there is none."""
        if document not in self._starts:
            self._starts[document] = [sentence.span.start for sentence in sentences]
        starts = self._starts[document]
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, max(span.start, span.end - 1)) - 1
        return (sentences[first].span.start, sentences[last].span.end) if first >= 0 else (-1, -1)


def _units(text: str, position: int) -> int:
    """A position in code points as one in the UTF-16 units of JavaScript."""
    before = text[:position]
    return len(before.encode("utf-16-le")) // 2


def pack(knowledge: Knowledge, graph: Graph | None = None) -> Page:
    """The data of the page for ``knowledge``; equal knowledge gives equal data."""
    graph = graph or to_networkx(knowledge)
    numbers = {node: number for number, node in enumerate(graph)}
    strings, quotes, claims = Strings(), Quotes(knowledge), _ClaimRows(knowledge, numbers)
    kinds = [*(str(kind) for kind in Kind), "source"]
    nodes = _nodes(graph, numbers, knowledge, kinds)
    edges = _edges(graph, numbers, strings, claims)
    literals = _literals(knowledge, numbers, strings, claims)
    named = _named(knowledge, numbers, claims)
    private = _private(nodes, edges, kinds, strings.all)
    opening, whole = _opening(nodes, edges, set(private), kinds, strings.all)
    return Page(
        kinds=kinds,
        nodes=nodes,
        edges=edges,
        literals=literals,
        named=named,
        mentions=_mentions(graph, numbers),
        claims=claims.columns(strings, quotes),
        strings=strings.all,
        sentences=quotes.all,
        private=private,
        opening=opening,
        whole=whole,
    )


def to_json(data: object) -> str:
    """``data`` as JSON that can stand in a ``script`` element: nothing in it can end the element or be markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class _ClaimRows:
    """Numbers for the claims that the page shows, in the order in which they are first asked for."""

    def __init__(self, knowledge: Knowledge, nodes: dict[str, int]) -> None:
        self._knowledge = knowledge
        self._nodes = nodes
        self._numbers: dict[str, int] = {}

    def rows(self, ids: Iterable[str]) -> Row:
        known = self._knowledge.claims
        return [self._numbers.setdefault(claim, len(self._numbers)) for claim in ids if claim in known]

    def columns(self, strings: Strings, quotes: Quotes) -> Claims:
        claims = [self._knowledge.claims[claim] for claim in self._numbers]
        return Claims(
            source=[self._nodes.get(claim.source, -1) for claim in claims],
            rule=[strings.number(f"{claim.extractor}/{claim.rule}") for claim in claims],
            basis=[strings.number(str(claim.basis)) for claim in claims],
            confidence=[_hundredths(claim.confidence) for claim in claims],
            marks=[quotes.marks(claim) for claim in claims],
        )


def _hundredths(confidence: float) -> int:
    return round(confidence * 100)


def _nodes(graph: Graph, numbers: dict[str, int], knowledge: Knowledge, kinds: Sequence[str]) -> Nodes:
    labels = [str(label) for _, label in graph.nodes(data="label")]
    names = [str(kind) for _, kind in graph.nodes(data="kind")]
    sources = [knowledge.sources.get(node) for node in graph]
    things = [knowledge.things.get(node) for node in graph]
    return Nodes(
        id=list(graph),
        kind=[kinds.index(name) for name in names],
        label=labels,
        aliases=[list(thing.spellings()) if thing else [] for thing in things],
        pinyin=[_pinyin(label, name) for label, name in zip(labels, names, strict=True)],
        properties=[
            [text for pair in (thing.properties if thing else _about(source, knowledge)) for text in pair]
            for thing, source in zip(things, sources, strict=True)
        ],
        part_of=[numbers.get(source.part_of, -1) if source else -1 for source in sources],
    )


def _about(source: Source | None, knowledge: Knowledge) -> list[tuple[str, str]]:
    """What the panel shows of a source; the name of its file stands in only for a missing title."""
    if source is None:
        return []
    publisher = knowledge.things.get(source.publisher)
    pairs = [
        ("date", source.date),
        ("publisher", publisher.label if publisher else source.publisher),
        ("author", source.author),
        ("url", source.url),
    ]
    return [(name, value) for name, value in pairs if value]


def _edges(graph: Graph, numbers: dict[str, int], strings: Strings, claims: _ClaimRows) -> Edges:
    edges = Edges(a=[], b=[], relation=[], basis=[], confidence=[], claims=[], more=[])
    for a, b, attributes in graph.edges(data=True):
        if attributes["relation"] == MENTIONS:
            continue
        edges["a"].append(numbers[a])
        edges["b"].append(numbers[b])
        edges["relation"].append(strings.number(attributes["relation"]))
        edges["basis"].append(strings.number(attributes["basis"]))
        edges["confidence"].append(_hundredths(attributes["confidence"]))
        edges["claims"].append(claims.rows(attributes["claims"]))
        more = [strings.number(attributes.get(name, "")) for name in ("title", "status", *_DATES)]
        while more and not more[-1]:
            more.pop()
        edges["more"].append(more)
    return edges


def _literals(knowledge: Knowledge, numbers: dict[str, int], strings: Strings, claims: _ClaimRows) -> Literals:
    rows = Literals(node=[], relation=[], value=[], basis=[], confidence=[], claims=[])
    for fact in knowledge.facts:
        if fact.relation in LITERAL_RELATIONS and fact.subject in numbers and fact.object not in knowledge.things:
            rows["node"].append(numbers[fact.subject])
            rows["relation"].append(strings.number(str(fact.relation)))
            rows["value"].append(fact.object)
            rows["basis"].append(strings.number(str(fact.basis)))
            rows["confidence"].append(_hundredths(fact.confidence))
            rows["claims"].append(claims.rows(fact.claims))
    return rows


def _named(knowledge: Knowledge, numbers: dict[str, int], claims: _ClaimRows) -> list[Row]:
    """For each node the claims that say what it is: where each source first names it."""
    named: list[Row] = [[] for _ in numbers]
    for claim in knowledge.claims.values():
        subject = knowledge.same_as.get(claim.subject, claim.subject)
        if claim.relation is Relation.TYPE and subject in numbers:
            named[numbers[subject]] += claims.rows([claim.id])
    return named


def _mentions(graph: Graph, numbers: dict[str, int]) -> list[Row]:
    """For each node the sources that name it."""
    rows: list[Row] = [[] for _ in numbers]
    for source, thing, attributes in graph.edges(data=True):
        if attributes["relation"] == MENTIONS:
            rows[numbers[thing]].append(numbers[source])
    return rows


def _private(nodes: Nodes, edges: Edges, kinds: Sequence[str], strings: Sequence[str]) -> Row:
    """The persons without any office: hidden until asked for."""
    posts = {str(Relation.HOLDS), str(Relation.PROPOSED)}
    officials = {a for a, relation in zip(edges["a"], edges["relation"], strict=True) if strings[relation] in posts}
    person = kinds.index(str(Kind.PERSON))
    return [node for node, kind in enumerate(nodes["kind"]) if kind == person and node not in officials]


def _opening(nodes: Nodes, edges: Edges, private: set[int], kinds: Sequence[str], strings: Sequence[str]) -> tuple[Opening, bool]:
    """The opening view, laid out, and whether it is the whole graph (sources and private persons aside)."""
    names = [kinds[kind] for kind in nodes["kind"]]
    drawable = [node for node, name in enumerate(names) if name != "source" and node not in private]
    links = list(zip(edges["a"], edges["b"], strict=True))
    whole = len(drawable) <= WHOLE
    if not whole:
        hierarchy = str(Relation.CONTAINED_IN)
        links = [k for k, r in zip(links, edges["relation"], strict=True) if strings[r] != hierarchy]
        drawable = best_connected([node for node in drawable if names[node] in MAJOR], links)
    place = {node: at for at, node in enumerate(drawable)}
    inner = [(place[a], place[b]) for a, b in links if a in place and b in place]
    degree = Counter([*edges["a"], *edges["b"]])
    points = arrange([_size(nodes["label"][node], degree[node]) for node in drawable], inner)
    return Opening(node=drawable, x=[x for x, _ in points], y=[y for _, y in points]), whole


def _size(label: str, degree: int) -> Size:
    """The room that a node and the (broken) label below it take up; the letters of a well connected one are larger."""
    font = 14 + min(9, isqrt(degree))
    radius = 8 + min(12, isqrt(degree) * 7 // 5)
    halves = sum(2 if char > "\u2e7f" else 1 for char in label[: LINE * 2])
    lines = 1 if halves <= LINE * 2 else 2
    return 12 + max(40, font * min(halves, LINE * 2) // 2), 6 + 2 * radius + (font + 2) * lines


def _pinyin(label: str, kind: str) -> str:
    """The syllables of a label, of a person with the readings of surnames. Sources are found by their titles."""
    use: Use | None = "surname" if kind == Kind.PERSON else None
    return "" if kind == "source" else " ".join(syllables(label, use))
