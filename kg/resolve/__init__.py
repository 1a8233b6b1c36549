"""What many documents say, joined: one thing an id, one fact for all claims that say the same.

Bodies, places, posts and nation-wide programs of several documents have one id by construction (it hangs on the
canonical name and the place). People are joined only where something beyond the name speaks for it; see
:mod:`kg.resolve.people`. Every step groups by key and merges associatively.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon.romanise import romanise_name, romanise_person
from kg.model import Analysis, Kind, Knowledge, Mention, Problem, Thing
from kg.resolve.facts import facts_of
from kg.resolve.people import same_people


def resolve(analyses: Iterable[Analysis], problems: Iterable[Problem] = ()) -> Knowledge:
    """The knowledge of ``analyses``, whatever their order; a document given twice counts once."""
    ordered = _once(analyses)
    knowledge = Knowledge(problems=[*problems, *(problem for analysis in ordered for problem in analysis.problems)])
    for analysis in ordered:
        document = analysis.sources[0].id
        knowledge.sources.update((source.id, source) for source in analysis.sources)
        knowledge.texts[document] = analysis.text
        knowledge.sentences[document] = analysis.sentences
        for thing in analysis.things:
            known = knowledge.things.get(thing.id)
            knowledge.things[thing.id] = thing if known is None else merge(known, thing)
        knowledge.mentions += analysis.mentions
    knowledge.claims = dict(sorted((claim.id, claim) for analysis in ordered for claim in analysis.claims))
    _merge_people(knowledge)
    knowledge.things = {key: romanised(knowledge.things[key]) for key in sorted(knowledge.things)}
    knowledge.facts = facts_of(knowledge)
    knowledge.problems.sort(key=lambda problem: (problem.name, problem.message))
    return knowledge


def merge(one: Thing, other: Thing) -> Thing:
    """One thing with the aliases and properties of both; the label is that of ``one``."""
    if one is other:
        return one
    aliases = sorted({*one.aliases, *other.aliases, *([other.label] if other.label != one.label else [])})
    return one._replace(aliases=tuple(aliases), properties=tuple(sorted({*one.properties, *other.properties})))


def romanised(thing: Thing) -> Thing:
    """``thing`` with the romanisation of its name among its aliases, if it is a person, place or body."""
    if thing.kind not in (Kind.PERSON, Kind.PLACE, Kind.BODY):
        return thing
    name = (
        romanise_person(thing.label)
        if thing.kind is Kind.PERSON
        else romanise_name(thing.label, "place" if thing.kind is Kind.PLACE else None)
    )
    return thing._replace(aliases=(*thing.aliases, f"zh-Latn-pinyin:{name}"))


def _once(analyses: Iterable[Analysis]) -> list[Analysis]:
    """In the order of their ids, each document once (under the first of its names)."""
    by_id: dict[str, Analysis] = {}
    for analysis in sorted(analyses, key=lambda analysis: (analysis.sources[0].id, analysis.sources[0].name)):
        by_id.setdefault(analysis.sources[0].id, analysis)
    return list(by_id.values())


def _merge_people(knowledge: Knowledge) -> None:
    """Join the people that are the same; the others of a group remain as names for the one that stands for it."""
    knowledge.same_as = dict(sorted(same_people(knowledge).items()))
    for old, new in knowledge.same_as.items():
        merged = merge(knowledge.things[new], knowledge.things.pop(old))
        roles = {value for name, value in merged.properties if name == "role"}
        role = next((role for role in ("official", "journalist", "other") if role in roles), "other")
        properties = tuple(pair for pair in merged.properties if pair[0] != "role")
        knowledge.things[new] = merged._replace(properties=tuple(sorted({*properties, ("role", role)})))
    if knowledge.same_as:
        knowledge.mentions = [Mention(m.source, knowledge.same_as.get(m.thing, m.thing), m.span, m.surface) for m in knowledge.mentions]
