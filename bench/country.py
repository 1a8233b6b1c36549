"""A made-up country of any size: three facts, a sentence of 60 characters of its own, both scripts and pinyin a thing."""

from __future__ import annotations

from typing import Final

from kg.aligned import Span
from kg.lexicon.romanise import romanise_person
from kg.model import Basis, Claim, Fact, Kind, Knowledge, Relation, Sentence, Source, Thing

_SIMPLE: Final = "安白常德恩方高海江康林明宁平清荣沙田文兴阳永云中"
_TRADITIONAL: Final = "安白常德恩方高海江康林明寧平清榮沙田文興陽永雲中"
_SENTENCE: Final = "第{:06}号：县民政局局长{}在会上强调要进一步推动基层服务体系建设并听取各方面意见建议以便改进今后的工作。"
_OFFICIALS_A_SOURCE: Final = 20


def country(things: int) -> Knowledge:
    """Knowledge of about ``things`` things: a twentieth places in a hierarchy, a fifth bodies, the others officials."""
    knowledge = Knowledge()
    places, bodies = max(2, things // 20), max(4, things // 5)
    for at in range(places):
        _place(knowledge, at)
    for at in range(bodies):
        _body(knowledge, at, f"place/{at * 7 % places:06}")
    for at in range(things - places - bodies):
        _official(knowledge, at, bodies)
    return knowledge


def _name(at: int, letters: str = _SIMPLE) -> str:
    return "".join(letters[digit] for digit in (at % 24, at // 24 % 24, at // 576 % 24))


def _add(knowledge: Knowledge, number: str, kind: Kind, label: str, aliases: tuple[str, ...], *properties: tuple[str, str]) -> None:
    knowledge.things[number] = Thing(number, kind, label, aliases, properties)


def _place(knowledge: Knowledge, at: int) -> None:
    here = f"place/{at:06}"
    _add(knowledge, here, Kind.PLACE, f"{_name(at)}县", (f"zh-Hant:{_name(at, _TRADITIONAL)}縣",), ("level", "county"))
    if at:
        knowledge.facts.append(Fact(here, Relation.CONTAINED_IN, f"place/{at // 12:06}", Basis.TABLE, 1.0, ()))


def _body(knowledge: Knowledge, at: int, seat: str) -> None:
    body = f"body/{at:06}"
    _add(knowledge, body, Kind.BODY, f"{_name(at)}县{_name(at * 7)[:1]}局", (), ("jurisdiction", seat))
    _add(knowledge, f"post/{at:06}", Kind.POST, f"{_name(at)}局长", (), ("body", body), ("role", "局长"))
    knowledge.facts.append(Fact(body, Relation.JURISDICTION, seat, Basis.DERIVED, 1.0, ()))


def _official(knowledge: Knowledge, at: int, bodies: int) -> None:
    """An official who fills three posts, by claims in one sentence."""
    person, source, name = f"person/{at:06}", f"source/{at // _OFFICIALS_A_SOURCE:06}", _name(at * 5 + 11)
    aliases = (f"zh-Hant:{_name(at * 5 + 11, _TRADITIONAL)}", f"zh-Latn-pinyin:{romanise_person(name)}")
    _add(knowledge, person, Kind.PERSON, name, aliases, ("role", "official"))
    year = str(2005 + at % 15)
    number = at // _OFFICIALS_A_SOURCE
    knowledge.sources.setdefault(source, Source(source, "", "", "", f"第{number}号文献", year, "某报"))
    sentence, before = _SENTENCE.format(at, name), knowledge.texts.get(source, "")
    knowledge.texts[source] = before + sentence
    span = Span(len(before), len(before) + len(sentence))
    knowledge.sentences[source] = (*knowledge.sentences.get(source, ()), Sentence(span, "body"))
    start = span.start + sentence.index("县民政局")
    for turn in range(3):
        post, claim = f"post/{(at * (turn + 1) * 7 + turn * turn * at // 50) % bodies:06}", f"claim/{at:06}-{turn}"
        spans = (Span(start, start + 10),)
        knowledge.claims[claim] = Claim(claim, source, person, Relation.HOLDS, post, spans, Basis.STATED, 0.9, "posts", "title")
        knowledge.facts.append(Fact(person, Relation.HOLDS, post, Basis.STATED, 0.9, (claim,), "current", (("attested", year),)))
