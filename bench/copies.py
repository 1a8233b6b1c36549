"""A build many times over: copies of everything it knows, under ids of their own, as if as many regions had written alike."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from kg.ids import HASH_DIGITS
from kg.model import Knowledge, Properties


def copies(knowledge: Knowledge, number: int) -> Knowledge:
    """``number`` copies of ``knowledge``, the first of which is itself. Only the table of divisions is shared."""
    whole = Knowledge()
    for turn in range(number):
        _add(whole, knowledge, _Renamed(knowledge, turn))
    whole.things, whole.claims = dict(sorted(whole.things.items())), dict(sorted(whole.claims.items()))
    whole.facts.sort(key=lambda fact: (fact.subject, fact.relation, fact.object))
    return whole


class _Renamed(dict[str, str]):
    """Ids of a build and what they are called in one copy; what is no id stays as it is."""

    def __init__(self, knowledge: Knowledge, turn: int) -> None:
        super().__init__()
        known = (*knowledge.things, *knowledge.claims, *(id_ for id_, source in knowledge.sources.items() if not source.part_of))
        if turn:
            self.update((name, _renamed(name, turn)) for name in known)
            articles = {id_: source.part_of for id_, source in knowledge.sources.items() if source.part_of}
            self.update((name, self[document] + name.removeprefix(document)) for name, document in articles.items())

    def __missing__(self, name: str) -> str:
        return name

    def properties(self, pairs: Properties) -> Properties:
        """Properties with ids of the copy."""
        return tuple(sorted((name, self[value]) for name, value in pairs))


def _renamed(name: str, turn: int) -> str:
    """``name`` with other digits at its end."""
    digits = 16 if name.startswith(("source/", "claim/")) else HASH_DIGITS
    return name[:-digits] + sha256(f"{name} {turn}".encode()).hexdigest()[:digits]


def _add(whole: Knowledge, knowledge: Knowledge, new: _Renamed) -> None:
    for source in knowledge.sources.values():
        names = {name: new[getattr(source, name)] for name in ("id", "publisher", "author", "part_of")}
        whole.sources[new[source.id]] = replace(source, **names)
    for thing in knowledge.things.values():
        whole.things[new[thing.id]] = thing._replace(id=new[thing.id], properties=new.properties(thing.properties))
    for claim in knowledge.claims.values():
        said = {name: new[getattr(claim, name)] for name in ("id", "source", "subject", "object")}
        whole.claims[new[claim.id]] = claim._replace(**said, qualifiers=new.properties(claim.qualifiers))
    for fact in knowledge.facts:
        claims = tuple(new[claim] for claim in fact.claims)
        whole.facts.append(fact._replace(subject=new[fact.subject], object=new[fact.object], claims=claims))
    whole.mentions += [mention._replace(source=new[mention.source], thing=new[mention.thing]) for mention in knowledge.mentions]
    whole.texts |= {new[source]: text for source, text in knowledge.texts.items()}
    whole.sentences |= {new[source]: sentences for source, sentences in knowledge.sentences.items()}
    whole.same_as |= {new[other]: new[one] for other, one in knowledge.same_as.items()}
