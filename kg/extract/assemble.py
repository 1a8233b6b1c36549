"""Findings to things and claims: one small function a kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from kg import ids
from kg.extract.context import Context
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.places import place_ref
from kg.extract.posts import LABEL_RULE, Holding
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef, PlaceRef, post_thing
from kg.extract.scan import within
from kg.extract.subjects import Subject, Subjects
from kg.lexicon import divisions
from kg.lexicon.words import CAMPAIGNS, OFFICES
from kg.model import Basis, Kind, Properties, Relation, Status, Thing

_OFFICIAL_KINDS: Final = frozenset(
    {"party-committee", "party-department", "party-branch", "party-school", "discipline", "government", "government-department", "congress", "cppcc",
     "court", "procuratorate", "leading-group", "office", "mass-organisation", "enterprise", "public-institution", "school", "hospital", "military"}
)  # fmt: skip
_RUN: Final = re.compile(
    r"开展|启动|实施|推行|组织|举办|部署|推进|深化|推广|创新|试行|实行|推出|打造|创建|评选|建立|探索|提出|结合|坚持|要求|号召|参与|出台"
)
_STARTED: Final = re.compile(r"启动|开展|实施|推行")


def assemble(found: Findings, draft: Draft) -> None:
    """Put everything that was found on a page into ``draft``."""
    _publishers(found, draft)
    _places(found, draft)
    _bodies(found, draft)
    _people(found, draft)
    subjects = found.subjects()
    _programs(found, draft, subjects)
    _figures(found, draft, subjects)
    _events(found, draft)
    _documents(found, draft)


def publisher_id(context: Context) -> str:
    """The id of the body that published an article, if it is known."""
    return _publisher(context).id if context.publisher else ""


def _publisher(context: Context) -> BodyRef:
    return BodyRef(re.sub(r"\s+", "", context.publisher), "medium")


# ---------------------------------------------------------------- places and bodies


def add_place(draft: Draft, place: PlaceRef) -> str:
    """The thing of a place, with its properties from the table of divisions."""
    if place.id in draft.things:
        return place.id
    properties: list[tuple[str, str]] = [("level", place.level), *(("code", code) for code in place.codes)]
    if place.parent is not None and not place.candidates:
        properties.append(("parent", place.parent.id))
    if place.division:
        row = divisions.load().by_id[place.division]
        properties += [("division", row.id)]
        properties += [("validFrom", str(row.valid_from))] if row.valid_from else []
        properties += [("validUntil", str(row.valid_until))] if row.valid_until else []
    properties += [("candidate", f"place/{candidate}") for candidate in place.candidates]
    return draft.add(Thing(place.id, Kind.PLACE, place.name, (), tuple(sorted(properties))))


def _places(found: Findings, draft: Draft) -> None:
    named = {position for person in found.people for position in range(person.start, person.end)}
    for mention in found.places:
        if mention.start in named and mention.end - 1 in named:  # 费长春 names no 长春
            continue
        for place in mention.place.chain():
            add_place(draft, place)
        for candidate in mention.place.candidates:
            for place in _division_chain(candidate):
                add_place(draft, place)
        surface = found.page.text[mention.start : mention.end]
        draft.add(draft.things[mention.place.id], surface)
        confidence = 0.6 if mention.place.candidates else 0.95 if not mention.short else 0.9
        draft.mention(
            mention.place.id, mention.start, mention.end, Basis.STATED, confidence, "places", "short name" if mention.short else "name"
        )
    _anchors(found, draft)


def _division_chain(division: str) -> tuple[PlaceRef, ...]:
    return place_ref(divisions.load().by_id[division]).chain()


def _anchors(found: Findings, draft: Draft) -> None:
    """The article's own place where only the page chrome (a breadcrumb, the publisher) names it."""
    named = {mention.thing for mention in draft.mentions}
    for context, article in zip(found.contexts, found.page.segments.articles, strict=True):
        place = context.anchor
        if place is None or not place.division or place.id in named:
            continue
        for name in (place.name, *divisions.load().by_id[place.division].short):
            at = found.page.text.find(name, article.start, article.end)
            if at >= 0:
                for part in place.chain():
                    add_place(draft, part)
                draft.mention(place.id, at, at + len(name), Basis.CONTEXT, 0.7, "places", "page chrome")
                break


def add_body(draft: Draft, body: BodyRef) -> str:
    """The thing of a body and those of its superiors and place."""
    if body.id in draft.things:
        return body.id
    properties: list[tuple[str, str]] = [("kind", body.kind)]
    if body.jurisdiction is not None:
        properties.append(("jurisdiction", body.jurisdiction.id))
        for place in body.jurisdiction.chain():
            add_place(draft, place)
    if body.parent is not None:
        add_body(draft, body.parent)
    return draft.add(Thing(body.id, Kind.BODY, body.name, (), tuple(sorted(properties))))


def _bodies(found: Findings, draft: Draft) -> None:
    for mention in found.bodies:
        surface = found.page.text[mention.start : mention.end]
        _name_body(draft, mention.body, mention.start, mention.end, mention.basis, mention.confidence, mention.rule)
        draft.add(draft.things[mention.body.id], surface.replace("“", "").replace("”", ""))


def _name_body(draft: Draft, body: BodyRef, start: int, end: int, basis: Basis, confidence: float, rule: str) -> None:
    """A mention of a body; the first in a source also says what its name says of its place and superior, and names that."""
    add_body(draft, body)
    new = draft.mention(body.id, start, end, basis, confidence, "bodies", rule)
    if not new:
        return
    if body.jurisdiction is not None:
        draft.claim(body.id, Relation.JURISDICTION, body.jurisdiction.id, ((start, end),), basis, confidence, "bodies", rule)
    if body.parent is not None:
        draft.claim(body.id, Relation.PARENT_BODY, body.parent.id, ((start, end),), basis, confidence, "bodies", rule)
        _name_body(draft, body.parent, start, end, Basis.CONTEXT, round(confidence * 0.9, 2), "inside a name")


def _publishers(found: Findings, draft: Draft) -> None:
    for context, article, source in zip(found.contexts, found.page.segments.articles, draft_sources(found, draft), strict=True):
        if not context.publisher:
            continue
        body = _publisher(context)
        at = found.page.text.find(context.publisher, article.start, article.end)
        add_body(draft, body)
        if at >= 0:
            where = ((at, at + len(context.publisher)),)
            draft.mention(body.id, *where[0], Basis.STATED, 0.85, "context", "publisher")
            draft.claim(source, Relation.PUBLISHER, body.id, where, Basis.STATED, 0.85, "context", "publisher")


def draft_sources(found: Findings, draft: Draft) -> list[str]:
    """The source id of each article."""
    return [
        draft.source_at(article.start) if len(found.page.segments.articles) > 1 else found.page.source
        for article in found.page.segments.articles
    ]


# ---------------------------------------------------------------- people and posts


def _people(found: Findings, draft: Draft) -> None:
    holders: dict[str, list[Holding]] = {}
    for holding in found.holdings:
        holders.setdefault(holding.person.name, []).append(holding)
    journalists = {person.name for person in found.people if person.rule == "credit"}
    for person in found.people:
        role = _role(holders.get(person.name, []), journalist=person.name in journalists)
        thing = Thing(_person_id(draft, person.name), Kind.PERSON, person.name, (), (("role", role),))
        draft.add(thing)
        draft.mention(thing.id, person.start, person.end, Basis.STATED, person.confidence, "people", person.rule)
    for holding in found.holdings:
        _hold(found, draft, holding)


def _person_id(draft: Draft, name: str) -> str:
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
    if _in_media(title.title) and context.publisher and body is None:
        body = _publisher(context)
    if office is None or (body is None and not office.official):
        return
    person_id = _person_id(draft, person.name)
    if body is not None:
        add_body(draft, body)
        if title.rule != LABEL_RULE and (draft.source_at(title.start), body.id) not in {(m.source, m.thing) for m in draft.mentions[-4:]}:
            _mention_titled(draft, title.body, title.body_start, title.end, title.basis, title.confidence)
    post = post_thing(body, title.title, draft.page.sha256, person.name)
    draft.add(post)
    where = ((min(title.body_start, title.start), title.end), (person.start, person.end))
    confidence = round(title.confidence * person.confidence * (1 if body else 0.7), 2)
    relation = Relation.PROPOSED if title.status is Status.PROPOSED else Relation.HOLDS
    rule = title.rule or "title and name"
    draft.claim(person_id, relation, post.id, where, title.basis, confidence, "posts", rule, _qualifiers(title.status, title.title))
    if title.status is Status.FORMER and context.date:
        draft.claim(person_id, Relation.ENDED, context.date, where, title.basis, confidence, "posts", rule, (("post", post.id),))


def _mention_titled(draft: Draft, body: BodyRef | None, start: int, end: int, basis: Basis, confidence: float) -> None:
    """A body that only the title names (市长: the city's government) is mentioned by the title."""
    if body is not None:
        _name_body(draft, body, start, end, basis, round(confidence * 0.9, 2), "title")


def _qualifiers(status: Status, title: str) -> Properties:
    if status is Status.CURRENT and title.startswith("代") and title != "代表":
        status = Status.ACTING
    return (("status", str(status)),)


# ---------------------------------------------------------------- programs, figures, events, documents


def _programs(found: Findings, draft: Draft, subjects: Subjects) -> None:
    homes = _homes(found, subjects)
    for mention in found.programs:
        subject = _runner(found, mention, subjects)
        place = _place_of(subject.ref) if subject else None
        program = _program(draft, mention.name, homes[_article_key(found, mention)])
        draft.add(draft.things[program], mention.surface)
        draft.mention(program, mention.start, mention.end, Basis.STATED, mention.confidence, "programs", mention.rule)
        at = (mention.start, mention.end)
        if subject is not None:
            _run_by(draft, program, subject, place, at, mention.confidence)
        if mention.parent and mention.parent != mention.name:
            parent = _program(draft, mention.parent, None)
            draft.claim(program, Relation.PART_OF, parent, (at,), Basis.CONTEXT, 0.6, "programs", "campaign of the article")
        _started(found, draft, program, mention)


def _article_key(found: Findings, mention: ProgramMention) -> tuple[int, str]:
    return found.page.article_at(mention.start), mention.name


def _homes(found: Findings, subjects: Subjects) -> dict[tuple[int, str], PlaceRef | None]:
    """The place on which each local program's identity hangs: that of its first organiser in the article."""
    homes: dict[tuple[int, str], PlaceRef | None] = {}
    for mention in found.programs:
        key = _article_key(found, mention)
        if homes.get(key) is None:
            subject = _runner(found, mention, subjects)
            homes[key] = _place_of(subject.ref) if subject else None
    return homes


def _program(draft: Draft, name: str, place: PlaceRef | None) -> str:
    campaign = CAMPAIGNS.get(name)
    scope = "" if campaign else place.id if place else draft.page.source
    properties = [("start", campaign.start)] if campaign and campaign.start else []
    return draft.add(Thing(ids.thing_id("program", name, name, scope), Kind.PROGRAM, name, (), tuple(properties)))


def _runner(found: Findings, mention: ProgramMention, subjects: Subjects) -> Subject | None:
    """Who runs a program: the subject of its sentence, if a verb of running leads from one to the other."""
    subject = subjects.at(mention.start)
    if subject is None or (isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium"):
        return None
    if mention.national and (
        (subject.basis is Basis.CONTEXT and subject.start == subject.end) or not _RUN.search(found.page.text, subject.end, mention.start)
    ):
        return None
    return subject


def _place_of(ref: BodyRef | PlaceRef) -> PlaceRef | None:
    return ref if isinstance(ref, PlaceRef) else ref.jurisdiction


def _run_by(draft: Draft, program: str, subject: Subject, place: PlaceRef | None, at: tuple[int, int], confidence: float) -> None:
    where = ((subject.start, subject.end), at)
    basis = subject.basis if subject.start < subject.end else Basis.CONTEXT
    organizer = add_body(draft, subject.ref) if isinstance(subject.ref, BodyRef) else add_place(draft, subject.ref)
    sure = confidence * (0.85 if subject.start < subject.end else 0.7)
    draft.claim(program, Relation.ORGANIZER, organizer, where, basis, sure, "programs", "subject")
    if place is not None:
        add_place(draft, place)
        draft.claim(program, Relation.LOCATION, place.id, where, basis, sure, "programs", "subject's place")


def _started(found: Findings, draft: Draft, program: str, mention: ProgramMention) -> None:
    """A date before 启动 or 开展 in the sentence is when the program began there."""
    sentence = found.page.sentence_at(mention.start)
    if sentence is None:
        return
    dates = [date for date in within(found.dates, sentence.start, mention.start) if date.end <= mention.start and date.value[0] != "-"]
    if dates and mention.start - dates[-1].end <= 30 and _STARTED.search(found.page.text, dates[-1].end, mention.start):
        draft.claim(
            program,
            Relation.START,
            dates[-1].value,
            ((dates[-1].start, mention.end),),
            Basis.STATED,
            0.6,
            "programs",
            "date of the sentence",
        )


def _figures(found: Findings, draft: Draft, subjects: Subjects) -> None:
    homes = _homes(found, subjects)
    for index, mention in enumerate(found.figures):
        source = draft.source_at(mention.start)
        value = _plain(mention.value)
        label = f"{mention.measure}{value}{mention.unit}"
        properties = [("value", value), ("unit", mention.unit), ("measure", mention.measure), ("qualifier", mention.qualifier)]
        figure = Thing(
            ids.thing_id("figure", mention.measure, source, mention.start, mention.end, index),
            Kind.FIGURE, label, (), tuple(sorted(pair for pair in properties if pair[1])),
        )  # fmt: skip
        draft.add(figure)
        draft.mention(figure.id, mention.start, mention.end, Basis.STATED, mention.confidence, "figures", mention.rule)
        at = (mention.start, mention.end)
        subject = subjects.at(mention.start)
        if subject is not None:
            about = add_body(draft, subject.ref) if isinstance(subject.ref, BodyRef) else add_place(draft, subject.ref)
            basis = subject.basis if subject.start < subject.end else Basis.CONTEXT
            draft.claim(figure.id, Relation.ABOUT, about, ((subject.start, subject.end), at), basis, 0.7, "figures", "subject")
        program = _program_near(found, mention.start)
        if program is not None:
            target = _program(draft, program.name, homes[_article_key(found, program)])
            draft.claim(
                figure.id,
                Relation.PROGRAM,
                target,
                ((program.start, program.end), at),
                Basis.CONTEXT,
                0.6,
                "figures",
                "program of the sentence",
            )


def _program_near(found: Findings, at: int) -> ProgramMention | None:
    sentence = found.page.sentence_at(at)
    near = within(found.programs, sentence.start, sentence.end) if sentence else ()
    return near[-1] if near else None


def _plain(value: Decimal) -> str:
    """``value`` without an exponent and without zeros behind the point."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _events(found: Findings, draft: Draft) -> None:
    known: dict[tuple[str, str], str] = {}
    for index, mention in enumerate(found.events):
        source = draft.source_at(mention.start)
        key = (source, mention.name)
        if key not in known:
            known[key] = ids.thing_id("event", mention.name, source, mention.start, mention.end, index)
        properties = (("date", mention.date),) if mention.date and (mention.date[0] != "-" or len(mention.date) == len("--MM-DD")) else ()
        event = draft.add(Thing(known[key], Kind.EVENT, mention.name, (), properties))
        draft.mention(event, mention.start, mention.end, Basis.STATED, mention.confidence, "events", mention.rule)
        at = (mention.start, mention.end)
        for person in mention.people:
            draft.claim(
                event,
                Relation.ATTENDEE,
                _person_id(draft, person.name),
                ((person.start, person.end), at),
                Basis.STATED,
                0.6,
                "events",
                "same sentence",
            )
        for subject in mention.bodies:
            place = _place_of(subject.ref)
            if isinstance(subject.ref, BodyRef):
                draft.claim(
                    event,
                    Relation.ORGANIZER,
                    add_body(draft, subject.ref),
                    ((subject.start, subject.end), at),
                    subject.basis,
                    0.55,
                    "events",
                    "subject",
                )
            if place is not None:
                draft.claim(
                    event,
                    Relation.LOCATION,
                    add_place(draft, place),
                    ((subject.start, subject.end), at),
                    Basis.CONTEXT,
                    0.5,
                    "events",
                    "subject's place",
                )


def _documents(found: Findings, draft: Draft) -> None:
    known: dict[tuple[str, str], str] = {}
    for index, mention in enumerate(found.documents):
        source = draft.source_at(mention.start)
        key = (source, mention.title)
        identity = (mention.number,) if mention.number else (source, mention.start, mention.end, index)
        if key not in known:
            known[key] = ids.thing_id("document", mention.title, *identity)
        properties = (("number", mention.number),) if mention.number else ()
        document = draft.add(Thing(known[key], Kind.DOCUMENT, mention.title.replace("“", "").replace("”", ""), (), properties))
        draft.mention(document, mention.start, mention.end, Basis.STATED, mention.confidence, "documents", mention.rule)
        if mention.issuer is not None:
            where = (mention.issuer_at, (mention.start, mention.end))
            draft.claim(
                document, Relation.PUBLISHER, add_body(draft, mention.issuer), where, Basis.STATED, 0.75, "documents", "issuing verb"
            )
