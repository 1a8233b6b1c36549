"""The body of a title that stands alone, where the title before it tells: 县委书记甲、县长乙."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.chain import from_chain
from kg.extract.posts.offices.of import (
    FIRST_SECRETARY,
    INSIDE,
    OF_TOWNS,
    ORGANS,
    PARTY,
    Of,
    government_of,
    government_word,
    of_place,
    of_village,
    some_government,
    village_of_branch,
)
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import FUSED, OFFICES
from kg.model import Basis

_BUREAUS: Final = frozenset("局厅院校司厂矿行社")
"""Last characters of bodies with such organs of their own."""
_OF_COMMITTEES: Final = frozenset({"纪委", "政法委"})
"""What each party committee of a place has beside it or in it, and titles are fused with."""
_COMMITTEE: Final = "党委"
_SECRETARY: Final = "书记"
_HEADS_ANOTHER: Final = re.compile(r"、(?:副|总)?(?:[校院局厂站所]长|总?经理|董事长|总裁)")
"""A title next to that of a committee which no town has: 党委副书记|、校长 is of a school."""
_RESIDENTS: Final = "居委会"
_BESIDE_WORKING_COMMITTEES: Final = ("办事处", "管委会", _RESIDENTS)
"""Bodies whose heads follow the secretary: 街道党工委书记甲、|办事处主任乙."""
_BY_RANK: Final = re.compile("(?:[一二三四]级)?副?(?:巡视员|调研员)|总(?:工程师|经济师|会计师|农艺师|规划师|畜牧师)")
"""Posts that tell a rank or a profession, and no department that they head."""
_ROOMS: Final = ("办公室", "办", "处", "科", "室", "股")
_HOLDER: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}、")
_LISTED_HOLDER: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}[、，]")
_HOLDER_THEN_GOVERNMENT: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}[、，](?:政府)?")


def beside_last(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """乡党委书记甲命|纪委书记|乙: an organ of the committee, of the place whose committee or government the sentence named last."""
    fused, last = FUSED.get(hit.text), titles[-1].body if titles else None
    if fused is None or fused.body not in _OF_COMMITTEES or last is None or last.jurisdiction is None or last.kind not in ORGANS:
        return None
    if around.text[hit.start - 1 : hit.start] in _BUREAUS:  # 市卫计委党委书记甲，原卫生局|纪委书记乙
        return None
    sentence = around.page.sentence_at(hit.start)
    return of_place(last.jurisdiction, fused.body) if sentence is not None and titles[-1].start >= sentence.start else None


def of_town_beside(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """镇长甲、|党委委员乙: the committee of the town of which the holder right before is; not 镇长甲、|党委委员|、校长乙."""
    fused, last = FUSED.get(hit.text), titles[-1] if titles else None
    if fused is None or fused.body != _COMMITTEE or last is None or last.body is None or last.body.kind not in (*PARTY, "government"):
        return None
    town = last.body.jurisdiction
    if town is None or town.level != "township" or last.title == hit.text.removeprefix(_COMMITTEE) == _SECRETARY:
        return None
    if not _LISTED_HOLDER.fullmatch(around.text, last.end, hit.start) or _HEADS_ANOTHER.match(around.text, hit.end):
        return None
    return of_place(town, _COMMITTEE)


def of_own_place(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """市长, 副县长 that stand alone: of the place that the title before them is of (县委书记甲、县长乙), or that the word refers to there."""
    office = OFFICES.get(hit.text)
    if office is None or office.unit != "government":
        return None
    body = titles[-1].body if titles and _HOLDER.fullmatch(around.text, titles[-1].end, hit.start) else None
    word = government_word(hit.text)
    place = around.places.of_word(word, hit.start, body.jurisdiction if body is not None else None)
    if place is not None:
        return Of(government_of(place), hit.start, Basis.CONTEXT, "own place", 0.85)
    beside = titles[-1].body if titles and _HOLDER_THEN_GOVERNMENT.fullmatch(around.text, titles[-1].end, hit.start) else None
    if beside is None or beside.resolved or not beside.name.startswith(word):
        return None
    return Of(some_government(word, around.page.source), hit.start, Basis.CONTEXT, "own place", 0.7)  # 县委书记甲，副县长乙


def of_last_holder(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """The body whose committee the holder before serves in, where it ends as the title does: 二二四大队党委书记甲、|副队长乙."""
    office, last = OFFICES.get(hit.text), titles[-1] if titles else None
    if last is None or not _LISTED_HOLDER.fullmatch(around.text, last.end, hit.start):
        return None
    if (
        hit.text == FIRST_SECRETARY and last.body is not None and village_of_branch(last.body) is not None
    ):  # 金沈村党总支书记甲、|第一书记乙
        return Of(last.body, hit.start, Basis.CONTEXT, "beside the holder", 0.8)
    if last.body is not None and (fused := FUSED.get(hit.text)) is not None and fused.body in _BESIDE_WORKING_COMMITTEES:
        village = last.body.jurisdiction if fused.body == _RESIDENTS else None
        if village is not None and village.level == "village":  # 社区党总支书记甲、|居委会主任乙
            return Of(of_place(village, fused.body), hit.start, Basis.CONTEXT, "beside the holder", 0.8)
        beside = from_chain(around, last, hit)
        return Of(beside, hit.start, Basis.CONTEXT, "beside the holder", 0.8) if beside is not None and beside.parent is None else None
    town = last.body.jurisdiction if last.body is not None and last.body.kind in (*PARTY, "government") else None
    if hit.text in OF_TOWNS and town is not None and town.level == "township":  # 梅仙镇党委书记甲，|组织委员乙
        return Of(of_village(town, hit.text), hit.start, Basis.CONTEXT, "beside the holder", 0.8)
    if _BY_RANK.fullmatch(hit.text) and last.body is not None:  # 县总工会党组成员、副主席甲，|四级调研员|乙
        inside = last.body.kind in (*INSIDE, "mass-organisation") or last.body.name.endswith(_ROOMS)
        whole = last.body.parent if inside and last.body.parent is not None else last.body
        return Of(whole, hit.start, Basis.CONTEXT, "beside the holder", 0.75)
    if office is None or not office.unit or office.unit == "government":
        return None
    owner = last.body.parent if last.body is not None and last.body.kind in PARTY else last.body
    if owner is None or not owner.name.endswith(office.unit):
        return None
    return Of(owner, hit.start, Basis.CONTEXT, "beside the holder", 0.8)
