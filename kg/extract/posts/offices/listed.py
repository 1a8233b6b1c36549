"""The body of a title that is listed behind others with their holders: of the same body, or of the same head."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies import ORGANISATIONS, PARTIES
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.of import HEAD_OF, INSIDE, ORGANS, PARTY, POLITICAL, kind, of_place
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import FUSED
from kg.segment import SentenceAt

_SECRETARIES: Final = frozenset({"秘书长", "副秘书长"})
_PROCURATORS: Final = frozenset({"检察长", "副检察长", "代检察长"})
"""Titles that just one body of a place has."""
_COMMANDERS: Final = frozenset({"司令员", "副司令员", "政委", "副政委", "政治委员", "副政治委员", "参谋长", "副参谋长", "教导员", "指导员"})
_UNDER_ARMS: Final = ("公安局", "分局", "总队", "支队", "大队", "中队", "监狱", "派出所")
"""What has a commissar beside its head: 公安局局长甲、|政委乙."""
_HEADED: Final = {"enterprise": ("集团", "厂", "矿", "行"), "school": ("校", "院"), "hospital": ("院",)}
"""By kind: the words for organisations whose heads a title that stands alone may be."""
_INSPECTORS: Final = ("纪检组", "纪检监察组")
"""Groups that have no others beside them: 纪检组|组长甲|任|副组长 tells of another one."""
_CHAIRED: Final = frozenset({"mass-organisation", "association", "federation"})
"""Kinds of bodies that have a chairman and a secretary-general."""
_CHAIRS: Final = frozenset({"主席", "副主席", "会长", "副会长", "理事长", "副理事长", *_SECRETARIES})
_HOLDERS: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}(?:、[\u4e00-\u9fff· ]{2,8})*(?:[，、；和及]|带领|率领|率|会同)")
_LIST_OF_HOLDERS: Final = 60
"""Characters from a title to one of the same body behind its holders."""
_WITH_STAFF: Final = (*ORGANISATIONS, "public-institution", "government-department")
_ORGANS_OF_ORGANISATIONS: Final = ("纪委", "纪检", "工会", "团委", "党委", "党总支", "党支部", "董事会", "监事会")
_OF_PLACES: Final = ("party-committee", "government", "congress", "cppcc")
_CHIEFS: Final = frozenset({"总工程师", "总会计师", "总经济师", "总农艺师", "总畜牧师", "总审计师", "总法律顾问", "总设计师"})
_ROOMS: Final = ("科", "处", "室")
"""Last characters of what an organisation is divided into."""
_ZONE_COMMITTEE: Final = re.compile("(?:党工委|管委会)$")
_BESIDE_A_ZONE: Final = frozenset({"党工委", "纪工委", "管委会"})
"""What a zone has beside its committee: 新区管委会主任甲，纪工委书记乙."""
_DEPUTY: Final = re.compile("(?:常务|第一)?副|[名荣]誉(?=[主会])")
"""What a title begins with that goes with that of a chief: 主席甲、|名誉主席|乙."""
_FIRST_DEPUTY: Final = re.compile("^(?:常务|第一)副")
"""Before the title of a deputy who is the first of several: 管委会常务副主任甲、|副主任乙."""


def same_body(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """人大常委会副主任甲、乙，党组成员丙，秘书长丁: the body of the title before, where nothing but names stands between."""
    last = titles[-1] if titles else None
    if (
        last is None
        or last.body is None
        or hit.start - last.end > _LIST_OF_HOLDERS
        or not _HOLDERS.fullmatch(around.text, last.end, hit.start)
    ):
        return None
    if last.body.kind in INSIDE and last.body.parent is not None and last.body.parent.kind in _CHAIRED and hit.text in _CHAIRS:
        return last.body.parent  # 省工商联党组副书记甲，副主席乙、丙
    if hit.text in _COMMANDERS and (last.body.kind == "military" or last.body.name.endswith(_UNDER_ARMS)):  # 军分区司令员甲、政委乙
        return last.body
    if hit.text in _PROCURATORS:
        return of_place(seat, "检察院") if last.body.kind in (*ORGANS, "court") and (seat := last.body.jurisdiction) is not None else None
    if hit.text in _SECRETARIES:
        return last.body if last.body.kind in (*ORGANS, *_CHAIRED) or last.body.name.startswith(tuple(PARTIES)) else None
    fused = FUSED.get(hit.text)
    if fused is None and last.body.kind in INSIDE and last.body.parent is not None and hit.text.removeprefix("副") in HEAD_OF:
        return last.body.parent  # 县医院党委书记甲、院长乙
    if fused is not None and fused.body in _BESIDE_A_ZONE and (zone := _ZONE_COMMITTEE.search(last.body.name)) is not None:
        of = last.body
        return BodyRef(of.name[: zone.start()] + fused.body, kind(fused.body), of.jurisdiction, None, of.resolved, of.scope)
    if fused is not None and fused.body == "办公室" and last.body.kind in PARTY and last.body.parent is not None:
        return last.body.parent.part("办公室", kind("办公室"))  # 铁矿党委书记甲率办公室副主任乙
    if fused is None or not fused.body.startswith("党组"):
        return None if fused is not None and _is_of_a_place(around, titles, hit) else _of_organisation(last.body, hit)
    return _party_group(last.body, fused.body)


def _party_group(body: BodyRef, core: str) -> BodyRef | None:
    """政治部主任甲和|党组成员|乙: the party group of the body before; a leading group has none (局长甲任组长，|党组成员乙任副组长)."""
    if body.kind == "leading-group":
        return None
    whole = body.parent if body.name.endswith(POLITICAL) and body.parent is not None else body
    return whole if whole.name.endswith(core) else whole.part(core, kind(core))


def _is_of_a_place(around: Surroundings, titles: list[Title], hit: Hit) -> bool:
    """Whether the sentence lists the heads of a place before: 镇长甲、镇卫生院院长乙，纪委书记丙, who is not the hospital's."""
    sentence = around.page.sentence_at(hit.start)
    for title in reversed(titles):
        if sentence is None or title.start < sentence.start:
            return False
        if title.body is not None and title.body.kind in _OF_PLACES and title.body.parent is None:
            return True
    return False


def _of_organisation(body: BodyRef, hit: Hit) -> BodyRef | None:
    """校长甲，纪委书记乙，工会主席丙; 局长甲，总工程师乙，局长助理丙: of the organisation that ``body`` is or is part of."""
    of: BodyRef | None = body
    while of is not None and (of.kind not in _WITH_STAFF or (of.parent is not None and of.name.endswith(_ROOMS))):
        of = of.parent
    if of is None:
        return None
    fused = FUSED.get(hit.text)
    if fused is not None:
        return of.part(fused.body, kind(fused.body)) if fused.body.startswith(_ORGANS_OF_ORGANISATIONS) else None
    if HEAD_OF.get(hit.text.removeprefix("副")) in _HEADED.get(of.kind, ()):  # 某集团党委书记、董事长甲，总经理乙
        return of
    chief = hit.text.removeprefix("副") in _CHIEFS or (hit.text.endswith("长助理") and of.name.endswith(hit.text[0]))
    return of if chief else None


def head_of_deputy(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """X任主任，Y任副主任: a deputy without a body is one of the last head of that title in the sentence."""
    deputy = _DEPUTY.match(hit.text)
    sentence = around.page.sentence_at(hit.start) if deputy else None
    if deputy is None or sentence is None:
        return None
    head = hit.text[deputy.end() :]
    low = _with_the_one_before(around, sentence, hit)
    for title in reversed(titles):
        if title.start < low:
            return None
        if title.title in (head, hit.text) and not (title.body is not None and title.body.name.endswith(_INSPECTORS)):
            return title.body
        if title.body is not None and title.body.kind != "party-school" and _FIRST_DEPUTY.sub("副", title.title) == hit.text:
            return title.body
    return None


def _with_the_one_before(around: Surroundings, sentence: SentenceAt, hit: Hit) -> int:
    """Where the sentence starts, or that before it in the paragraph where this one begins with the title: 主任甲主持会议。|副主任|乙参加."""
    before = around.page.sentence_at(sentence.start - 1) if sentence.start == hit.start and hit.start else None
    return before.start if before is not None and before.paragraph == sentence.paragraph else sentence.start
