"""When are two people of one name one person? Only when a post says so: "false separation is safer than false identity".

Candidates are blocked by name. Two of them in different sources are the same if both hold (held, are proposed for) the
same post of the same body. Transitive: A = B and B = C make one group.
"""

from __future__ import annotations

from collections import defaultdict

from kg.model import HOLDING, Kind, Knowledge


def same_people(knowledge: Knowledge) -> dict[str, str]:
    """Ids of people that another id stands for: that of the earliest source (by date, undated last, then by id).

    The claims of ``knowledge`` are in the order of their ids.
    """
    posts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in knowledge.claims.values():
        if claim.relation in HOLDING:
            thing = knowledge.things.get(claim.subject)
            if thing is not None and thing.kind is Kind.PERSON and knowledge.things[claim.object].get("body"):
                posts[thing.label, claim.object].append(thing.id)
    groups = _Groups()
    for people in posts.values():
        for other in people[1:]:
            groups.join(people[0], other)
    same: dict[str, str] = {}
    alike = groups.all()
    first = _first_sources(knowledge, {person for group in alike for person in group})
    for group in alike:
        ordered = sorted(group, key=lambda person: _age(knowledge, first[person]))
        same.update(dict.fromkeys(ordered[1:], ordered[0]))
    return same


def _first_sources(knowledge: Knowledge, people: set[str]) -> dict[str, str]:
    """The source of the first claim about each of ``people``."""
    return {claim.subject: claim.source for claim in reversed(knowledge.claims.values()) if claim.subject in people}


def _age(knowledge: Knowledge, source: str) -> tuple[bool, str, str]:
    date = knowledge.sources[source].date
    return (not date, date, knowledge.sources[source].sha256)


class _Groups:
    """Disjoint sets of ids."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Put the groups of both together."""
        self._parent[self._root(one)] = self._root(other)

    def all(self) -> list[list[str]]:
        """The groups of more than one, in the order of ids."""
        groups: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self._parent):
            groups[self._root(member)].append(member)
        return [group for group in groups.values() if len(group) > 1]

    def _root(self, member: str) -> str:
        self._parent.setdefault(member, member)
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member
