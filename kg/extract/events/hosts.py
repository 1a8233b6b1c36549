"""Who held a meeting, and where."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.refs import BodyRef, PlaceMention
from kg.extract.scan import within
from kg.extract.subjects import Subject
from kg.model import Basis
from kg.segment import SentenceAt

_HOLDING: Final = re.compile(r"(?:主持|组织)?(?:召开|举行|举办|召集)|组织(?![部员者处科委人机生结])")
_HAD_HELD: Final = "组织"
_OURS: Final = re.compile("[我本]([省市州盟县区旗镇乡村])(?:成功|隆重|组织|集中)*$")
"""我市召开…."""
_SHORT: Final = 8
_FAR: Final = 80
_HELD: Final = re.compile(r"[^，。；：\n在]{0,14}?(?:隆重|胜利|成功|顺利|正式|如期)?(?:召开|举行|举办|开幕|启动)")
_TITLE: Final = re.compile(r"[\u4e00-\u9fff、（）]{1,40}$")


def hosts(around: Around, sentence: SentenceAt, start: int) -> tuple[Subject, ...]:
    """The bodies or places that held what is named at ``start``: who acts before the last verb of holding before it, in order.

    市委 in 按照市委的部署 does not act, nor does 在Y; a body in the title of somebody who acts stands for its place.
    """
    text = around.page.text
    low = max(sentence.start, start - _FAR)
    verb = _last_verb(text, low, start)
    if verb is None:
        return ()
    ours = _OURS.search(text, max(low, verb.start() - _SHORT), verb.start())
    own = around.contexts[sentence.article].own.get(ours[1]) if ours is not None else None
    if own is not None:
        return (Subject(own, verb.start(), verb.start(), Basis.CONTEXT),)
    near = around.subjects.between(low, verb.start())
    at = near and near[-1].end == verb.start() and isinstance(near[-1].ref, BodyRef)
    if at and (text.startswith("的", verb.end()) or text[near[-1].start - 1] != "在"):  # 在省国资委召开的…会, too
        return tuple(around.subjects.joined(near))
    doing = around.subjects.joined(around.subjects.doing(low, verb.start()))
    last = _of_person(around, doing[-1], verb.start()) if doing else None
    if last is None or last.ref != doing[-1].ref:
        return (last,) if last is not None else ()
    return tuple(doing)


def _last_verb(text: str, low: int, start: int) -> re.Match[str] | None:
    """The last verb of holding before ``start``; where somebody had others hold it (甲组织乙、丙等部门召开…) that of the first."""
    verbs = list(_HOLDING.finditer(text, low, start))
    if len(verbs) > 1 and verbs[-2][0] == _HAD_HELD and "，" not in text[verbs[-2].end() : verbs[-1].start()]:
        return verbs[-2]
    return verbs[-1] if verbs else None


def _of_person(around: Around, subject: Subject, verb: int) -> Subject | None:
    """``subject``, or its place where it is only in the title of the person who acts (中央军委主席X主持召开), or None."""
    people = within(around.people, subject.end, verb)
    if not people or not isinstance(subject.ref, BodyRef) or not _TITLE.fullmatch(around.page.text, subject.end, people[0].start):
        return subject
    return subject._replace(ref=subject.ref.jurisdiction) if subject.ref.jurisdiction is not None else None


def place(around: Around, sentence: SentenceAt, at: int) -> PlaceMention | None:
    """在Y召开, 在Y的一座会堂举行: where what is named before ``at`` was held."""
    text = around.page.text
    for found in within(around.places, max(sentence.start, at - 60), min(sentence.end, at + 60)):
        if text[found.start - 1 : found.start] == "在" and _HELD.match(text, found.end, sentence.end):
            return found
    return None
