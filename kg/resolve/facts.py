"""Claims to facts: claims that say the same of the same things are one fact, which names them all."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter

from kg.model import HOLDING, LITERAL_RELATIONS, Basis, Claim, Fact, Kind, Knowledge, Properties, Relation, Status
from kg.resolve.spells import spells

_ORDER = {Basis.STATED: 0, Basis.CONTEXT: 1, Basis.DERIVED: 2, Basis.TABLE: 3}
_STATUSES = [str(status) for status in Status]
"""In the order of the enumeration: of sources of one date, one that says that the post is held decides."""
_DATED_AS = {str(Status.FORMER): "ended", str(Status.PROPOSED): "proposed", str(Status.THEN): ""}
"""What the date of a source says of a holding that it presents so; of others it attests that they are held."""
_TOLD = {Relation.START: "start", Relation.END: "end", Relation.ATTESTED: "attested", Relation.RANK: "rank"}
"""The dates and the rank of a holding, by the relation that states them."""
_NAMING = (Relation.TYPE, Relation.ENDED)


def facts_of(knowledge: Knowledge) -> list[Fact]:
    """The facts of all claims and of the table of divisions, ordered by subject, relation and object."""
    groups: dict[tuple[str, Relation, str], list[Claim]] = defaultdict(list)
    terms: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in knowledge.claims.values():
        if claim.relation not in _NAMING:
            subject = knowledge.same_as.get(claim.subject, claim.subject)
            if claim.relation in LITERAL_RELATIONS and (post := dict(claim.qualifiers).get("post")):
                terms[subject, knowledge.same_as.get(post, post)].append(claim)
            else:
                groups[subject, claim.relation, knowledge.same_as.get(claim.object, claim.object)].append(claim)
    facts = [_fact(knowledge, key, claims, []) for key, claims in groups.items() if (key[0], key[2]) not in terms]
    facts += [fact for key, claims in groups.items() if (key[0], key[2]) in terms for fact in _in_spells(knowledge, key, claims, terms)]
    facts += _containment(knowledge)
    return sorted(facts, key=itemgetter(0, 1, 2))


def _in_spells(
    knowledge: Knowledge, key: tuple[str, Relation, str], claims: list[Claim], terms: dict[tuple[str, str], list[Claim]]
) -> list[Fact]:
    """A holding with its dates; two, where somebody held a post twice: what is claimed of the later spells names it."""
    said = terms[key[0], key[2]]
    if key[1] is not Relation.HOLDS:  # who is proposed has no term yet, and perhaps a rank
        return [_fact(knowledge, key, claims, [claim for claim in said if claim.relation is Relation.RANK])]
    found = []
    for start, holds, told in spells(claims, said):
        if start:
            renamed = {claim.id: claim._replace(qualifiers=(*claim.qualifiers, ("spell", start))) for claim in told}
            knowledge.claims.update(renamed)
        if holds:
            found.append(_fact(knowledge, key, holds, told))
    return found


def _fact(knowledge: Knowledge, key: tuple[str, Relation, str], claims: list[Claim], terms: list[Claim]) -> Fact:
    """One fact: as well founded as the best of its claims; ``terms`` say since when, until when or when a post was held."""
    if len(claims) == 1:  # nearly always
        [claim] = ordered = claims
        basis, confidence = claim.basis, claim.confidence
    else:
        ordered = sorted(claims, key=lambda claim: (claim.source, claim.spans, claim.id))
        basis = min([claim.basis for claim in claims], key=_ORDER.__getitem__)
        confidence = max([claim.confidence for claim in claims])
    status, dates = _held(knowledge, ordered) if key[1] in HOLDING else ("", ())
    if terms:
        dates = tuple(sorted({*dates, *((_TOLD[claim.relation], claim.object) for claim in terms)}))
    return Fact(*key, basis, confidence, tuple([claim.id for claim in ordered]), status, dates)


def _held(knowledge: Knowledge, claims: list[Claim]) -> tuple[str, Properties]:
    """The status by the latest source, and the dates at which sources attest, end or propose the holding."""
    seen = []
    dates: set[tuple[str, str]] = set()
    for claim in claims:
        status = dict(claim.qualifiers).get("status", str(Status.CURRENT))
        date = knowledge.sources[claim.source].date
        seen.append((date, status))
        name = _DATED_AS.get(status, "attested")
        if date and name:
            dates.add((name, date))
    latest = max(date for date, _ in seen)
    return min((status for date, status in seen if date == latest), key=_STATUSES.index), tuple(sorted(dates))


def _containment(knowledge: Knowledge) -> list[Fact]:
    """What lies in what: by the table for coded places, by the page for towns and villages."""
    facts = []
    for thing in knowledge.things.values():
        if thing.kind is Kind.PLACE and (parent := thing.get("parent")) in knowledge.things:
            basis = Basis.TABLE if thing.get("division") else Basis.CONTEXT
            facts.append(Fact(thing.id, Relation.CONTAINED_IN, parent, basis, 1.0 if basis is Basis.TABLE else 0.8, ()))
    return facts
