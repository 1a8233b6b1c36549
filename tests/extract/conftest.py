"""Golden sentences: what a short text says and does not say, as data in ``tests/cases``.

A test that asks for ``golden`` runs once for each case of ``tests/cases/<kind>.txt``, where its module is
``test_<kind>.py``; a case that lists a known failure is a strict xfail with that reason. The format stands at the top
of each file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from kg import analyse
from kg.model import Analysis, Claim, Kind, Relation, Thing

CASES = Path(__file__).resolve().parents[1] / "cases"
KINDS = {*(str(kind) for kind in Kind), "holding", "link"}

Row = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A text, what it says (sign +) or must not be read to say (sign -), and why it is not read so yet."""

    label: str
    text: str
    expected: tuple[tuple[str, str, Row], ...]
    known_failure: str


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file; ``ValueError`` names the line of one that is malformed."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("== "):
            blocks.append((number, [line[3:]]))
        elif blocks and not line.startswith("#"):
            blocks[-1][1].append(line)
    for number, (label, *lines) in blocks:
        marked = [line for line in lines if line[:2] in ("+ ", "- ", "! ")]
        expected = tuple(_expectation(path, number, line) for line in marked if line[0] != "!")
        text = "\n".join(line for line in lines if line not in marked).strip("\n")
        if not text or not expected:
            raise ValueError(f"{path}: line {number}: a case without text or without an expectation")
        yield Case(label, text, expected, next((line[2:] for line in marked if line[0] == "!"), ""))


def _expectation(path: Path, number: int, line: str) -> tuple[str, str, Row]:
    kind, _, rest = line[2:].partition(" ")
    if kind not in KINDS or not rest:
        raise ValueError(f"{path}: line {number}: no expectation: {line}")
    return line[0], kind, tuple(field.strip() for field in rest.split("|"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test a case."""
    if "golden" in metafunc.fixturenames:
        kind = metafunc.module.__name__.removeprefix("test_")
        marked = [
            pytest.param(case, id=case.label, marks=[pytest.mark.xfail(reason=case.known_failure, strict=True)] * bool(case.known_failure))
            for case in cases(CASES / f"{kind}.txt")
        ]
        metafunc.parametrize("golden", marked)


def rows(analysis: Analysis) -> dict[str, set[Row]]:
    """What an analysis says, as rows of labels, by kind. Things count where the text names them, not where they are only inferred."""
    things = {thing.id: thing for thing in analysis.things}
    named = {claim.subject for claim in analysis.claims if claim.relation is Relation.TYPE}
    found: dict[str, set[Row]] = {kind: set() for kind in KINDS}
    for thing in analysis.things:
        if thing.id in named:
            found[str(thing.kind)].add(_row(thing, things))
    for claim in analysis.claims:
        if claim.relation in (Relation.HOLDS, Relation.PROPOSED):
            post = things[claim.object]
            body = things[post.get("body")].label if post.get("body") else "?"
            status = dict(claim.qualifiers)["status"]
            found["holding"].add((things[claim.subject].label, body, post.get("role"), status, *_term(analysis, claim)))
        elif claim.relation is not Relation.TYPE and claim.subject in things:
            other = things[claim.object].label if claim.object in things else claim.object
            found["link"].add((things[claim.subject].label, claim.relation.split(":")[1], other))
    return found


def _term(analysis: Analysis, holding: Claim) -> Row:
    """Since when, until when and when the text says that a post was held, and with what rank."""
    told = {
        claim.relation: claim.object
        for claim in analysis.claims
        if claim.subject == holding.subject and ("post", holding.object) in claim.qualifiers
    }
    return tuple(told.get(relation, "?") for relation in (Relation.START, Relation.END, Relation.ATTESTED, Relation.RANK))


def _row(thing: Thing, things: dict[str, Thing]) -> Row:
    if thing.kind is Kind.PLACE:
        return (thing.label, " ".join(thing.all("code")) or "?", "undecided" if thing.get("candidate") else "decided")
    names = {
        Kind.PERSON: ("role",),
        Kind.BODY: ("kind",),
        Kind.EVENT: ("date",),
        Kind.PROGRAM: ("start",),
        Kind.DOCUMENT: ("number", "date"),
        Kind.POST: (),
    }
    if thing.kind is Kind.FIGURE:
        return tuple(thing.get(name) for name in ("value", "unit", "measure", "qualifier"))
    return (thing.label, *(thing.get(name) for name in names[thing.kind]))


def fits(row: Row, wanted: Row) -> bool:
    """Whether ``row`` begins with ``wanted``, where ``*`` is anything."""
    return len(row) >= len(wanted) and all(want in ("*", have) for have, want in zip(row, wanted, strict=False))


@pytest.fixture(scope="session")
def said() -> Callable[[str], dict[str, set[Row]]]:
    """A short text to what it says."""
    return lambda text: rows(analyse(text.encode("utf-8"), "case"))


@pytest.fixture(scope="session")
def hold(said: Callable[[str], dict[str, set[Row]]]) -> Callable[[Case], None]:
    """Assert that a case holds: everything that it expects is said, and nothing that it rules out."""

    def check(case: Case) -> None:
        found = said(case.text)
        for sign, kind, wanted in case.expected:
            fitting = [row for row in found[kind] if fits(row, wanted)]
            assert bool(fitting) == (sign == "+"), f"{sign} {kind} {' | '.join(wanted)}: found {sorted(found[kind])}"

    return check


@pytest.fixture(scope="session")
def lines_run() -> Callable[[Callable[[], object]], int]:
    """How many lines of extraction a call runs, each turn of a loop in one line anew: work that is counted, not timed."""
    return _lines_run


def _lines_run(run: Callable[[], object]) -> int:
    lines = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        nonlocal lines
        lines += event == "line"
        return trace if "extract" in frame.f_code.co_filename else None

    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(None)
    return lines
