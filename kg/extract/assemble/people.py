"""People and the posts that they hold."""

from __future__ import annotations

from typing import Final

from kg import ids
from kg.extract.assemble.bodies import add_body, name_body
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.posts import LABEL_RULE, Holding
from kg.extract.refs import BodyRef, post_thing
from kg.lexicon.words import OFFICES
from kg.model import Basis, Kind, Properties, Relation, Status, Thing

_OFFICIAL_KINDS: Final = frozenset(
    {"party-committee", "party-department", "party-branch", "party-school", "discipline", "government", "government-department", "congress", "cppcc",
     "court", "procuratorate", "leading-group", "office", "mass-organisation", "enterprise", "public-institution", "school", "hospital", "military"}
)  # fmt: skip


def put_people(found: Findings, draft: Draft) -> None:
    """Every person that the page names, and the posts that it gives them."""
    holders: dict[str, list[Holding]] = {}
    for holding in found.holdings:
        holders.setdefault(holding.person.name, []).append(holding)
    journalists = {person.name for person in found.people if person.rule == "credit"}
    roles = {
        name: _role(holders.get(name, []), journalist=name in journalists) for name in dict.fromkeys(person.name for person in found.people)
    }
    for person in found.people:
        role = roles[person.name]
        thing = Thing(person_id(draft, person.name), Kind.PERSON, person.name, (), (("role", role),))
        draft.add(thing)
        draft.mention(thing.id, person.start, person.end, Basis.STATED, person.confidence, "people", person.rule)
    for holding in found.holdings:
        _hold(found, draft, holding)


def person_id(draft: Draft, name: str) -> str:
    """The id of the person of that name: one a page; people of several pages are joined in :mod:`kg.resolve`."""
    return ids.thing_id("person", name, draft.page.sha256, name, 0)


def _role(holdings: list[Holding], *, journalist: bool) -> str:
    """official, journalist or other, by the posts that the page gives a person."""
    titles = [(holding.title.title, holding.title.body) for holding in holdings]
    if any(title in OFFICES and OFFICES[title].official and (body is None or body.kind in _OFFICIAL_KINDS) for title, body in titles):
        return "official"
    return "journalist" if journalist or any(_in_media(title) for title, _ in titles) else "other"


def _in_media(title: str) -> bool:
    return title in OFFICES and OFFICES[title].sphere == "media"


def _hold(found: Findings, draft: Draft, holding: Holding) -> None:
    title, person = holding.title, holding.person
    office = OFFICES.get(title.title)
    body = title.body
    context = found.contexts[found.page.article_at(person.start)]
    if _in_media(title.title) and body is None:
        body = context.medium
    if office is None or (body is None and not office.official):
        return
    holder = person_id(draft, person.name)
    if body is not None:
        add_body(draft, body)
        if title.rule != LABEL_RULE and (draft.source_at(title.start), body.id) not in {(m.source, m.thing) for m in draft.mentions[-4:]}:
            _mention_titled(draft, title.body, title.body_start, title.end, title.basis, title.confidence)
    post = post_thing(body, title.title, draft.page.sha256, person.name)
    draft.add(post)
    where: tuple[tuple[int, int], ...] = ((min(title.body_start, title.start), title.end), (person.start, person.end))
    where += tuple(told.where for told in (holding.term, holding.rank) if told is not None)
    confidence = round(title.confidence * person.confidence * (1 if body else 0.7), 2)
    relation = Relation.PROPOSED if title.status is Status.PROPOSED else Relation.HOLDS
    rule = (title.rule or "title and name") if body else "body left open"
    over = title.status is Status.CURRENT and holding.term is not None and _is_past(holding.term.end, context.date)
    status = Status.FORMER if over else title.status
    draft.claim(holder, relation, post.id, where, title.basis, confidence, "posts", rule, _qualifiers(status, title.title))
    if status is Status.FORMER and context.date:
        draft.claim(holder, Relation.ENDED, context.date, where, title.basis, confidence, "posts", rule, (("post", post.id),))
    for told, value in _told(holding):
        draft.claim(holder, told, value, where, title.basis, confidence, "posts", "term", (("post", post.id),))


def _is_past(end: str, date: str) -> bool:
    """Whether a term that ends then was over at ``date``, which may be unknown."""
    return bool(end) and not (date and end[: len(date)] > date[: len(end)])


def _told(holding: Holding) -> list[tuple[Relation, str]]:
    """What the text says of a holding: its dates and its rank."""
    term, rank = holding.term, holding.rank
    told = ((Relation.START, term.start), (Relation.END, term.end), (Relation.ATTESTED, term.when)) if term is not None else ()
    return [(relation, date) for relation, date in told if date] + ([(Relation.RANK, rank.name)] if rank is not None else [])


def _mention_titled(draft: Draft, body: BodyRef | None, start: int, end: int, basis: Basis, confidence: float) -> None:
    """A body that only the title names (市长: the city's government) is mentioned by the title."""
    if body is not None:
        name_body(draft, body, start, end, basis, round(confidence * 0.9, 2), "title")


def _qualifiers(status: Status, title: str) -> Properties:
    if status is Status.CURRENT and title.startswith("代") and title != "代表":
        status = Status.ACTING
    return (("status", str(status)),)
