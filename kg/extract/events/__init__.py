"""Events: meetings, ceremonies and festivals that have a name, visits, launches, openings and lectures.

One scan for all words for events; each kind of word is looked at by the function of its kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.extract.events import (
    deeds,
    disasters,
    encounters,
    festivals,
    foundings,
    held,
    lectures,
    meetings,
    plenums,
    presence,
    sessions,
    talked,
    visits,
)
from kg.extract.events.mention import Around, EventMention
from kg.extract.events.merge import merged
from kg.extract.events.words import scanner
from kg.extract.page import MINED
from kg.extract.scan import Hit, Stretches
from kg.lexicon.words import EVENT_WORDS
from kg.segment import SentenceAt

__all__ = ["Around", "EventMention", "find"]

_CALLS_BELOW, _VISITS = "下访", "访问"
"""A word for a visit that the scan for them finds where another one begins with its last character."""


def _visit(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A way to a place, else people who were called on (走访慰问老将军X), or a work that was accepted."""
    if hit.text == _CALLS_BELOW and around.page.text.startswith(_VISITS, hit.start + 1):  # 陪同下|访问我校
        hit = Hit(hit.start + 1, hit.start + 1 + len(_VISITS), _VISITS)
    found = visits.visit(around, sentence, hit)
    if found is None and hit.text.endswith("慰问"):
        return encounters.called_on(around, sentence, hit)
    return found or (deeds.accepted(around, sentence, hit) if hit.text.endswith("验收") else None)


def _look(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """What was done on a visit, else what two talked about with each other (P与Q座谈)."""
    return visits.look(around, sentence, hit) or (encounters.talks(around, sentence, hit) if hit.text.startswith("座谈") else None)


def _launch(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A program that begins, else what else does."""
    return deeds.launch(around, sentence, hit) or held.held(around, sentence, hit)


_KINDS: Final[dict[str, Callable[[Around, SentenceAt, Hit], EventMention | None]]] = {
    "meeting": meetings.meeting,
    "visit": _visit,
    "look": _look,
    "launch": _launch,
    "opening": deeds.opening,
    "founding": foundings.founding,
    "lecture": lectures.lecture,
    "held": held.held,
    "activity": held.activity,
    "reception": encounters.reception,
    "talks": encounters.talks,
    "signing": encounters.signing,
    "feedback": encounters.feedback,
    "delegation": encounters.delegation,
    "arrival": encounters.arrival,
}


def find(around: Around) -> list[EventMention]:
    """The events named in the mined zones of a page, in order; mentions of one event share number, name and date."""
    page = around.page
    found = [*plenums.plenums(around), *sessions.sessions(around), *sessions.of_several(around)]
    named = Stretches((mention.start, mention.end) for mention in found)
    for hit in scanner().scan(page.text):
        sentence = page.sentence_at(hit.start)
        if sentence is None or sentence.zone not in MINED or named.hold(hit.start):
            continue
        mention = _KINDS[EVENT_WORDS[hit.text].kind](around, sentence, hit)
        if mention is not None:
            found += [*sessions.shared(around, mention), *sessions.opened(mention, page.text), mention]
    found += deeds.activities(around)
    found += festivals.festivals(around)
    found += disasters.disasters(around)
    found += held.headlined(around, found)
    found += talked.talked(around, found)
    return presence.complete(around, merged(around, _outermost(found, page.text)))


def _outermost(found: list[EventMention], text: str) -> list[EventMention]:
    """``found`` in order without those that lie inside another, but for a meeting for whose spirit another is held (三次会议|精神宣讲会)."""
    kept: list[EventMention] = []
    end = -1
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if mention.end > end:
            end = mention.end
            kept.append(mention)
        elif mention.rule == sessions.OF_LIST:
            kept.append(mention)
        elif mention.end < end and text.startswith("精神", mention.end):
            kept.append(mention._replace(held=False, date=""))
    return kept
