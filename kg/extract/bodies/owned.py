"""Readings of a suffix behind its owner: another body (市委 + 组织部), a place (德州市 + 委), or a level word (县 + 政府)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import LEVELS, PARTY_KINDS, STATE_KINDS, canonical, level_of, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import LONGEST_NAME, Reader
from kg.extract.places import PlaceMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_ZONES: Final = re.compile("新区|高新|经济|开发区|工业园|园区|经开|保税|自贸|循环")
"""What makes a short place name part of the name of a zone: 苏州工业园区, not 苏州市工业园区."""
_NO_NAMES: Final = frozenset("部 局 处 会 所 站 队 办 组 院 社 网 中心 公司 厂 企业 机关 学校 市场 委员会 大会".split())
"""Heads that behind a place alone name no body."""
_COLLECTIVE: Final = ("公司", "企业", "集团")
_GROUPS: Final = ("领导小组", "工作领导小组", "指挥部", "督导组")


def joined(reader: Reader, hit: Hit) -> BodyMention | None:
    """Another body before the suffix, with at most a modifier between: 市委 + 组织员 + 办公室."""
    before = reader.found[-1] if reader.found else None
    if before is None or before.end > hit.start:
        return None
    gap = reader.text[before.end : hit.start]
    if len(gap) > 2 * LONGEST_NAME or not reader.is_modifier(gap, before.end, hit):
        return None
    if (hit.text == "公司" and not gap) or (hit.text in ("政府", "人民政府") and gap):
        return None
    if gap:
        return _below(before, gap, hit)
    if before.body.name.endswith(hit.text) and len(hit.text) > 1:
        return replace(before, end=hit.end)
    if hit.text in ("政府", "人民政府") and before.body.kind in PARTY_KINDS:
        return _sibling(before, hit)
    return None if hit.text[:1] in LEVELS and hit.text[1:] in ("委", "政府") else _below(before, "", hit)


def _below(before: BodyMention, gap: str, hit: Hit) -> BodyMention:
    of = before.body
    name = "中央" if of.name == "中共中央" else of.name
    body = BodyRef(name + unquoted(gap) + hit.text, SUFFIXES[hit.text].kind, of.jurisdiction, of, of.resolved, of.scope)
    return BodyMention(before.start, hit.end, body, before.basis, "joined", before.confidence * 0.99)


def _sibling(before: BodyMention, hit: Hit) -> BodyMention | None:
    """县委、县政府 without the second 县: the government of the committee's place."""
    place = before.body.jurisdiction
    if place is None:
        return None
    return BodyMention(hit.start, hit.end, BodyRef(place.name + "政府", "government", place), Basis.CONTEXT, "sibling", 0.9)


def placed(reader: Reader, hit: Hit) -> BodyMention | None:
    """A place before the suffix, or sharing its level word with it: 德州市 + 委, 宁波市 + 总工会."""
    level = level_of(hit.text)
    shared = reader.place_ending(hit.start + len(level)) if level else None
    if shared is not None and (level := shared.place.slot) and hit.text.startswith(level):
        return _of_place(reader, shared, hit, hit.text[len(level) :], "place")
    mention = reader.place_ending(hit.start)
    if mention is not None:
        core = hit.text[len(mention.place.slot) :] if mention.short and hit.text.startswith(mention.place.slot) else hit.text
        return _of_place(reader, mention, hit, core, "place")
    mention = reader.place_before(hit.start)
    if mention is None or hit.start - mention.end > LONGEST_NAME:
        return None
    gap = reader.text[mention.end : hit.start]
    if not reader.is_modifier(gap, mention.end, hit) and not reader.is_trade_name(gap, mention.end, hit):
        return None
    return _of_place(reader, mention, hit, unquoted(gap) + hit.text, "place and modifier", 0.9)


def _of_place(reader: Reader, mention: PlaceMention, hit: Hit, core: str, rule: str, confidence: float = 0.97) -> BodyMention | None:
    kind, place, start = SUFFIXES[hit.text].kind, mention.place, mention.start
    before = reader.text[max(0, start - 4) : start]
    if before.endswith("中共"):
        start -= 2
    surface = reader.text[mention.start : mention.end]
    if mention.short and _ZONES.match(core):
        return BodyMention(start, hit.end, BodyRef(surface + core, kind, place), Basis.STATED, rule, confidence)
    if before.endswith("共青团") and core == "委":
        league = BodyRef(f"共青团{place.name}委", "mass-organisation", place)
        return BodyMention(start - 3, hit.end, league, Basis.STATED, rule, confidence)
    if kind in STATE_KINDS or not mention.short:
        if ("街道" in core and hit.text != core) or not core:
            return None
        if core in _NO_NAMES:
            if core != "委员会" or kind == "village" or before[-2:] not in ("中共", "产党"):
                return None
            core = "委"
        name = canonical(place, core)
    else:
        name = surface + core
        if name[len(place.name) :] == "" or core in _COLLECTIVE:
            return None
    parent = _committee_of(place, core) if kind in PARTY_KINDS else None
    return BodyMention(start, hit.end, BodyRef(name, kind, place, parent), Basis.STATED, rule, confidence)


def _committee_of(place: PlaceRef, core: str) -> BodyRef | None:
    """The committee of which a department is: of 委组织部 the 委."""
    if core.startswith("委") and core != "委":
        return BodyRef(canonical(place, "委"), "party-committee", place)
    return None


def levelled(reader: Reader, hit: Hit) -> BodyMention | None:
    """A level word before or at the head of the suffix, resolved by context: 市委, 县政府, 省 + 交通厅."""
    text, level, start, core = reader.text, level_of(hit.text), hit.start, hit.text
    if level:
        core = hit.text[len(level) :]
    else:
        level = next((word for word in LEVELS if text.endswith(word, 0, hit.start)), "")
        start = hit.start - len(level)
        if not level or (not SUFFIXES[hit.text].bare and hit.text not in _GROUPS):
            return None
        if start and "\u4e00" <= text[start - 1] <= "\u9fff" and not reader.page.breaks(start):  # 由|市民政局, not 城|市民政局
            return None
    place = reader.place_of_level(level, hit)
    kind = SUFFIXES[hit.text].kind
    if place is None:
        body = BodyRef(level + core, kind, resolved=False, scope=reader.page.source)
        return BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    start -= text[max(0, start - 1) : start] in ("我", "本", "全")
    if core == "委" and text[max(0, start - 2) : start].endswith("团") and not text.endswith("集团", 0, start):
        league = BodyRef(f"共青团{place.name}委", "mass-organisation", place)
        return BodyMention(start - 1, hit.end, league, Basis.CONTEXT, "level", 0.9)
    return BodyMention(start, hit.end, BodyRef(canonical(place, core), kind, place), Basis.CONTEXT, "level", 0.93)


def bare(reader: Reader, hit: Hit) -> BodyMention | None:
    """A party department without its superior: of the committee named before it in the chain of titles."""
    suffix = SUFFIXES[hit.text]
    if not suffix.bare or suffix.departments_of != "party" or not reader.left_boundary(hit.start):
        return None
    before = reader.near(hit)
    if before is None:
        return None
    base = before.body if before.body.kind == "party-committee" else before.body.parent
    if base is None or base.kind != "party-committee":
        return None
    body = BodyRef(base.name + hit.text, suffix.kind, base.jurisdiction, base, base.resolved, base.scope)
    return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, "department of the chain", 0.9)
