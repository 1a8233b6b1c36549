"""What a build misses and what it has wrong, each with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.aligned import Span
from kg.model import Claim, Knowledge
from kg.score.links import PROGRAM_LINKS, compared
from kg.score.match import GoldFact
from kg.score.names import forms
from kg.score.pairs import Pairs

_NAMES = ("name", "aliases", "title")
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A gold fact that was ``missed``, or a found one that is ``wrong``; of a link of a program ``kind`` is the gold's field.

    ``span`` is where the text says it and ``sentence``, from ``sentence_start``, what stands around (code points of the raw
    text); both are empty where the gold quotes nothing that the text holds. ``rule`` and ``confidence`` are those of the surest claim.
    """

    document: str
    kind: str
    how: str
    fact: Mapping[str, Any]
    span: Span = _NOWHERE
    sentence_start: int = 0
    sentence: str = ""
    rule: str = ""
    confidence: float = 0.0


def differences(document: str, knowledge: Knowledge, pairs: dict[str, Pairs], programs: Pairs) -> list[Difference]:
    """The differences between the gold and the build of one document, by kind, then the links of the ``programs`` that were found."""
    places = _Places(knowledge)
    found = []
    for kind, of_kind in pairs.items():
        found += [_missed(document, kind, fact, places) for fact in of_kind.missed]
        found += [_wrong(document, kind, row.fields, row.claims, places) for row in of_kind.wrong]
    for name in PROGRAM_LINKS:
        for fact, row in programs.hits:
            links, of = compared(fact, row, name), {"program": row.fields["name"]}
            found += [_missed(document, name, of | {"name": one}, places) for one in links.missed]
            found += [_wrong(document, name, of | {"name": one}, claims, places) for one, claims in links.wrong.items()]
    return found


class _Places:
    """Finds stretches and sentences in the texts of a build."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.texts = knowledge.texts
        self.sentences = knowledge.sentences

    def of_words(self, words: list[str]) -> tuple[Span, int, str]:
        """The first place where one of ``words`` stands, and its sentence with where that begins."""
        for source, text in self.texts.items():
            for quoted in words:
                if quoted and (at := text.find(quoted)) >= 0:
                    span = Span(at, at + len(quoted))
                    return span, *self.sentence(source, span)
        return _NOWHERE, 0, ""

    def sentence(self, source: str, span: Span) -> tuple[int, str]:
        """The sentences that ``span`` touches, and where the first begins."""
        document = source.partition("/article/")[0]
        touched = [one.span for one in self.sentences[document] if one.span.start < span.end and span.start < one.span.end]
        start, end = min((span, *touched)).start, max(one.end for one in (span, *touched))
        return start, self.texts[document][start:end]


def _missed(document: str, kind: str, fact: GoldFact, places: _Places) -> Difference:
    names = [form for key in _NAMES for value in _listed(fact.get(key)) for form in forms(value)]
    return Difference(document, kind, "missed", fact, *places.of_words([*forms(fact.get("evidence")), *names]))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _wrong(document: str, kind: str, said: dict[str, str], claims: list[Claim], places: _Places) -> Difference:
    fields = {name: value for name, value in said.items() if value}
    surest = max(claims, key=_surest, default=None)
    if surest is None or not surest.spans:
        return Difference(document, kind, "wrong", fields)
    span = Span(surest.spans[0].start, surest.spans[-1].end)
    at, sentence = places.sentence(surest.source, span)
    return Difference(document, kind, "wrong", fields, span, at, sentence, f"{surest.extractor}/{surest.rule}", surest.confidence)


def _surest(claim: Claim) -> tuple[float, str]:
    return claim.confidence, claim.id
