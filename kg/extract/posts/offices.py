"""Of which body a title is: the one before it, the chain's, or the article's own.

``Of`` is what a reading gives: the body (None where the text leaves it open), where its words start, on what basis, by
which rule, and how sure.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract import names
from kg.extract.bodies import CENTRES, LEVELS, OWN_HEADS, SELF_WORDS, canonical
from kg.extract.page import Token
from kg.extract.posts.mentions import Title
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES, RANK_WORDS, SUFFIXES
from kg.model import Basis


class Of(NamedTuple):
    """The body of a title."""

    body: BodyRef | None
    start: int
    basis: Basis
    rule: str
    confidence: float


_GOVERNMENT_SLOT: Final = {
    "省长": "省", "市长": "市", "县长": "县", "区长": "区", "州长": "州", "盟长": "盟", "旗长": "旗", "镇长": "镇", "乡长": "乡", "专员": "地",
}  # fmt: skip
_SLOTS_OF_WORD: Final = {"地": ("地", "地区")}
_GENERIC_BEFORE: Final = re.compile(
    r"(?:各|全体|历任|历届|每位|广大|有关|部分|多名|几名|一名|两名|三名|一位|几位|名|位|主要|分管|相关|下级|基层|党支部|所有|其他|原有)$"
)
_GROUP_TITLES: Final = frozenset(
    "组长 副组长 常务副组长 第一副组长 第一组长 成员 召集人 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 常务副指挥长 政委 会长 副会长 理事长 副理事长".split()
)
_IN_A_NAME: Final = re.compile("[\u4e00-\u9fff](?<![任由为兼和及与是的原前该副])")
"""A character before a title that belongs to the name of its body, which nothing else tells."""
_SEATS: Final = frozenset({"主任", "副主任", "主席", "副主席", "秘书长", "副秘书长"})
"""Titles that behind a comma are those of the committee named before: 成立…委员会，主任X."""
_SEATED: Final = ("办公室", "委员会")
"""Last words of the bodies that have such seats."""
_WORKING_COMMITTEE: Final = re.compile("(?:党工委|工委)$")
_PARTY_OF_STAFF: Final = frozenset({"机关党组", "机关党委", "机关党总支", "机关党支部"})
_RANKS: Final = frozenset("首席 高级 特级 一级 二级 三级 四级".split())
"""Words before a title that say how high it is: 首席大法官."""
_BRANCHES: Final = frozenset({"党支部", "党总支"})
_HAMLET: Final = re.compile("[\u4e00-\u9fff]{2,4}")
_HEAD_OF: Final = {
    "董事长": "集团", "总经理": "集团", "总裁": "集团", "校长": "校", "局长": "局", "厅长": "厅", "院长": "院", "厂长": "厂", "矿长": "矿", "行长": "行", "团长": "团", "师长": "师",
}  # fmt: skip
"""The word for the document's own body of which a title that stands alone is the head."""
_UNITS: Final = frozenset("局厅院校行厂矿场团师")
"""Last characters of bodies whose head a title that stands alone is, where the sentence names just one such body before it."""
_NOT_NAMED_BEFORE: Final = frozenset("，。；：\n “以由")
"""What stands before a title without any word of its body."""
_OF_THE_ORGANISATION: Final = ("党", "纪", "工会", "团委", "董事会", "监事会")
"""Heads of the bodies inside an organisation that have posts of their own."""
_HOLDS_TITLE: Final = re.compile("书记|主任|委员|局长|部长|主席|[任兼由，]")
_ITEM: Final = re.compile(r"[、，兼]{1,2}([\u4e00-\u9fff]{2,10})")
_STOP_TAGS: Final = STOP_TAGS - {"zg"}  # characters that the dictionary knows by their sound alone, such as 委
_HEADS_OF_A_PLACE: Final = frozenset("委办局部院会中心")
_DEPARTMENT: Final = re.compile(r"[\u4e00-\u9fff]*(?<![和及与的了在是有对为由副]) ?$")
_ORGANS: Final = frozenset({"party-committee", "government", "discipline", "congress", "cppcc"})
"""Kinds of bodies that a place has one of, side by side."""
_SECRETARIES: Final = frozenset({"秘书长", "副秘书长"})
_HOLDERS: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}(?:、[\u4e00-\u9fff· ]{2,8})*[，、；和及]")
_HOLDER: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}、")
_LIST_OF_HOLDERS: Final = 60
"""Characters from a title to one of the same body behind its holders."""
_DEPUTY: Final = re.compile("(?:常务|第一)?副")
_PARTY: Final = ("party-committee", "party-branch")
_INSIDE: Final = (*_PARTY, "discipline")
"""Kinds of bodies beside which, not inside, an organisation has its union and other organs."""


def before(around: Surroundings, hit: Hit) -> Of:
    """The body that ends where the title starts, shares its first character, is fused with it, or that it alone names."""
    fused = FUSED.get(hit.text)
    office = OFFICES.get(fused.title if fused else hit.text)
    unit = office.unit if office else ""
    mention = around.body_inside(hit) if fused else None
    if mention is not None:
        return Of(mention.body, mention.start, mention.basis, mention.rule, mention.confidence)
    mention = around.body_ending(hit)
    if mention is not None and (mention.end <= hit.start or around.text[hit.start] == unit[:1]):
        body = mention.body.part(fused.body, _kind(fused.body)) if fused else mention.body
        return Of(body, mention.start, mention.basis, mention.rule, mention.confidence)
    if unit == "government":
        return _government(around, hit)
    if unit:
        return _by_unit(around, hit, unit)
    if fused and fused.body in _BRANCHES and (hamlet := _of_hamlet(around, hit, fused.body)) is not None:
        return hamlet
    place = around.places.ending(hit.start)
    if place is not None and place.place.level in ("village", "township") and not fused:
        return _of_village(place, hit)
    if place is not None and fused:
        return Of(_of_place(place.place, fused.body), place.start, Basis.STATED, "place and fused title", 0.9)
    return Of(None, hit.start, Basis.STATED, "", 0.9)


def _of_hamlet(around: Surroundings, hit: Hit, core: str) -> Of | None:
    """三合村法土龙|党支部书记: of a part of a village that is named behind it."""
    village = around.places.before(hit.start)
    if village is None or village.place.level != "village" or not _HAMLET.fullmatch(around.text, village.end, hit.start):
        return None
    tokens = around.page.tokens(village.end, hit.start)
    if any(len(token.text) > 1 and (token.tag == "v" or token.tag in STOP_TAGS) for token in tokens):
        return None
    body = BodyRef(village.place.name + around.text[village.end : hit.start] + core, _kind(core), village.place)
    return Of(body, village.start, Basis.STATED, "part of a village", 0.85)


def unknown(around: Surroundings, last: Title, hit: Hit) -> Of | None:
    """A body of no known kind that only its place in the chain tells: 组织部部长、社治委主任; not 、妇联池玉梅主席."""
    between = _ITEM.fullmatch(around.text, last.end, hit.start)
    if between is None:
        return None
    start, name = between.start(1), between[1]
    if (
        name in _RANKS
        or name in RANK_WORDS
        or around.in_body(start, hit.start)
        or not all(_may_be_in_name(token) for token in around.page.tokens(start, hit.start))
    ):
        return None
    if name in CENTRES:  # 中央书记处|书记
        return Of(BodyRef("中共中央", "party-committee"), start, Basis.STATED, "centre", 0.9)
    office, fused = OFFICES.get(hit.text), FUSED.get(hit.text)
    if office is not None and len(office.unit) == 1 and not name.endswith(office.unit):  # 武装|部长
        name += office.unit
    elif fused is not None:  # 招生|办公室主任
        name += fused.body
    if name in _PARTY_OF_STAFF and last.body is not None:  # 市政协党组成员、|机关党组|书记
        base = last.body.parent if last.body.kind in _INSIDE and last.body.parent is not None else last.body
        return Of(base.part(name, "party-committee"), start, Basis.CONTEXT, "chain", 0.85)
    place = last.body.jurisdiction if last.body is not None else None
    if place is not None and (fused is not None or name[-1] in _HEADS_OF_A_PLACE):
        return Of(BodyRef(place.name + name, "other", place), start, Basis.CONTEXT, "unknown body in the chain", 0.7)
    of = _organisation(last.body)
    if of is not None:
        return Of(BodyRef(of.name + name, "other", None, of), start, Basis.CONTEXT, "unknown body in the chain", 0.7)
    return Of(BodyRef(name, "other", scope=around.page.source), start, Basis.STATED, "unknown body in the chain", 0.65)


def _organisation(body: BodyRef | None) -> BodyRef | None:
    """The university, company or regiment that ``body`` is or is part of."""
    while body is not None and body.kind not in ("school", "enterprise", "hospital", "military"):
        body = body.parent
    return body


def _may_be_in_name(token: Token) -> bool:
    return token.tag not in _STOP_TAGS and not (token.tag == "v" and token.text in VERBS)


def from_chain(around: Surroundings, last: Title, hit: Hit) -> BodyRef | None:
    """The body of a title that the chain names only once: 县委副书记、县长; 党委书记、董事长; 局党组书记、局长."""
    body = last.body
    if body is None:
        return None
    fused = FUSED.get(hit.text)
    if fused and fused.body.startswith("村") and body.jurisdiction is not None and body.jurisdiction.level == "village":  # 村支书、|村主任
        return _of_place(body.jurisdiction, fused.body.removeprefix("村"))
    if fused:
        base = body.parent if body.parent is not None and body.kind in _INSIDE else body
        if fused.body == "管委会" and _WORKING_COMMITTEE.search(base.name):  # 经开区党工委委员、|管委会副主任
            return BodyRef(
                _WORKING_COMMITTEE.sub("", base.name) + fused.body, _kind(fused.body), base.jurisdiction, None, base.resolved, base.scope
            )
        beside = None if fused.body in ("党组", "办公室", "办公厅") else _beside(base, fused.body)  # 人大常委会副主任、党组副书记
        return beside or base.part(fused.body, _kind(fused.body))
    office = OFFICES.get(hit.text)
    if office is not None and office.unit == "government":
        word = _government_word(hit.text)
        if body.jurisdiction is not None and body.jurisdiction.slot in _SLOTS_OF_WORD.get(word, (word,)):
            return _government_of(body.jurisdiction)
        return None if body.resolved else BodyRef(word + "政府", "government", resolved=False, scope=around.page.source)
    if office is not None and office.sphere == "party":
        return body
    return body.parent if body.kind in _PARTY and body.parent is not None else body


def from_context(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """The article's own body for 党委书记, 董事长, 局长 that stand alone; the leading group named before for 组长."""
    if _GENERIC_BEFORE.search(around.text, max(0, hit.start - 6), hit.start):
        return None
    told = _head_of_deputy(around, titles, hit) or _same_body(around, titles, hit)
    if told is not None:
        return told
    if hit.text in _GROUP_TITLES:
        return _of_group(around, hit)
    if hit.text in _SEATS and around.text[hit.start - 1 : hit.start] in ("，", "；", "："):
        return around.group_before(hit.start)
    return _of_seat(around, hit) or _of_fused(around, hit) or _of_head(around, hit)


def _of_group(around: Surroundings, hit: Hit) -> BodyRef | None:
    """组长, 总指挥: of the group named before, or of the one behind the title and 的."""
    if around.text.startswith("的", hit.end):  # 由甲任组长的领导小组
        return around.group_behind(hit.end)
    in_a_name = _IN_A_NAME.match(around.text[hit.start - 1 : hit.start])  # 工商总会|会长
    return None if in_a_name else around.group_before(hit.start) or around.group_behind(hit.end)


def _of_seat(around: Surroundings, hit: Hit) -> BodyRef | None:
    """主任 behind 任: of the office or committee that the sentence named last."""
    # 下设办公室，由甲任主任
    if hit.text not in _SEATS or around.text[hit.start - 1 : hit.start] not in ("任", "为"):
        return None
    last, sentence = around.body_before(hit.start), around.page.sentence_at(hit.start)
    if last is None or sentence is None or last.start < sentence.start or not last.body.name.endswith(_SEATED):
        return None
    return last.body


def _of_fused(around: Surroundings, hit: Hit) -> BodyRef | None:
    """办公室主任 of the group named before, 村支书 of the village, 党委书记 of the article's own body."""
    fused = FUSED.get(hit.text)
    if fused is None:
        return None
    if fused.body == "办公室":
        group = around.group_before(hit.start)
        return group.part("办公室", _kind("办公室")) if group else None
    if fused.body.startswith("村"):
        village = around.places.of_word("村", hit.start)
        return _of_place(village, fused.body.removeprefix("村")) if village is not None else None
    if fused.body == "党组" and (named := around.named_with("党组", hit.start)) is not None:
        return named  # 水务局党组书记甲任组长，党组成员乙任副组长
    own = next(iter(_own(around, hit).values()), None)
    return own.part(fused.body, _kind(fused.body)) if own is not None and fused.body.startswith(_OF_THE_ORGANISATION) else None


def _of_head(around: Surroundings, hit: Hit) -> BodyRef | None:
    """局长, 董事长: of the one such body that the sentence names, or the article's own."""
    office = OFFICES.get(hit.text)
    unit = office.unit if office is not None and office.unit in _UNITS else ""
    if unit and (named := around.named_with(unit, hit.start)) is not None:
        return named
    head = hit.text.removesuffix("助理")
    own = _own(around, hit).get(next((word for title, word in _HEAD_OF.items() if head.endswith(title)), ""))
    if own is not None or not unit or around.text[hit.start - 1 : hit.start] not in _NOT_NAMED_BEFORE:
        return own
    return around.only_with(unit, hit.start)


def _own(around: Surroundings, hit: Hit) -> dict[str, BodyRef]:
    """The article's own bodies; none where a head before the title says that it is of another one: 校|党委书记 in the paper of a faculty."""
    own = around.own_bodies(hit.start)
    head = next((head for head in OWN_HEADS if around.text.endswith(head, 0, hit.start)), "") if own else ""
    return {} if head and SELF_WORDS[head] not in own else own


def _same_body(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """人大常委会副主任甲、乙，党组成员丙，秘书长丁: the body of the title before, where nothing but names stands between."""
    last = titles[-1] if titles else None
    if (
        last is None
        or last.body is None
        or hit.start - last.end > _LIST_OF_HOLDERS
        or not _HOLDERS.fullmatch(around.text, last.end, hit.start)
    ):
        return None
    if hit.text in _SECRETARIES:
        return last.body if last.body.kind in _ORGANS else None
    fused = FUSED.get(hit.text)
    if fused is None and last.body.kind in _INSIDE and last.body.parent is not None and hit.text.removeprefix("副") in _HEAD_OF:
        return last.body.parent  # 县医院党委书记甲、院长乙
    if fused is None or not fused.body.startswith("党组"):
        return None
    return last.body if last.body.name.endswith(fused.body) else last.body.part(fused.body, _kind(fused.body))


def _kind(core: str) -> str:
    return SUFFIXES[core].kind if core in SUFFIXES else "other"


def _beside(base: BodyRef, core: str) -> BodyRef | None:
    """Another body of the place whose committee, government, congress … ``base`` is: 市委 and 市纪委, 市纪委 and 市监委."""
    if base.kind not in _ORGANS or base.parent is not None or base.name == "中共中央":
        return None
    if base.jurisdiction is not None:
        return _of_place(base.jurisdiction, core)
    level = next((level for level in LEVELS if base.name.startswith(level)), "")
    return BodyRef(level + core, _kind(core), resolved=False, scope=base.scope) if level and not base.resolved else None


def _of_place(place: PlaceRef, core: str) -> BodyRef:
    return BodyRef(canonical(place, core), _kind(core), place)


def _government_of(place: PlaceRef) -> BodyRef:
    return BodyRef(canonical(place, "政府"), "government", place)


def _government_word(title: str) -> str:
    return next((word for ending, word in _GOVERNMENT_SLOT.items() if title.removesuffix("助理").endswith(ending)), "")


def _government(around: Surroundings, hit: Hit) -> Of:
    """市长, 副县长: of the government of the place before."""
    word = _government_word(hit.text)
    mention = around.places.ending(hit.start) or (around.places.ending(hit.start + 1) if hit.text[0] == word else None)
    if mention is not None:
        return Of(_government_of(mention.place), mention.start, Basis.STATED, "place and title", 0.95)
    return Of(None, hit.start, Basis.STATED, "", 0.7)


def of_own_place(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """市长, 副县长 that stand alone: of the place that the title before them is of (县委书记甲、县长乙), or that the word refers to there."""
    office = OFFICES.get(hit.text)
    if office is None or office.unit != "government":
        return None
    last = titles[-1] if titles and _HOLDER.fullmatch(around.text, titles[-1].end, hit.start) else None
    told = last.body.jurisdiction if last is not None and last.body is not None else None
    word = _government_word(hit.text)
    place = around.places.of_word(word, hit.start, told)
    if place is not None:
        return Of(_government_of(place), hit.start, Basis.CONTEXT, "own place", 0.85)
    beside = (
        last is not None and last.body is not None and not last.body.resolved and last.body.name.startswith(word)
    )  # 县委书记甲、副县长乙
    return (
        Of(BodyRef(word + "政府", "government", resolved=False, scope=around.page.source), hit.start, Basis.CONTEXT, "own place", 0.7)
        if beside
        else None
    )


def _by_unit(around: Surroundings, hit: Hit, unit: str) -> Of:
    """民政局长 where 民政局 was not seen as a body: a place and a department that only the title closes (岳阳市教育局长)."""
    last = around.body_before(hit.start)
    gap = around.text[last.end : hit.start] if last else ""
    if (
        last is not None and 0 < len(gap) <= 8 and _DEPARTMENT.match(gap) and not _HOLDS_TITLE.search(gap) and not names.is_whole(gap)
    ):  # 田庄选煤厂|洗煤二|班长
        body = last.body.part(gap.removesuffix(unit) + unit, "other")
        return Of(body, last.start, last.basis, "department by its title", 0.85)
    return Of(None, hit.start, Basis.STATED, "", 0.8)


def _of_village(place: PlaceMention, hit: Hit) -> Of:
    """苍湾村第一书记, 前川村主任: of the village's party branch or committee (a town's party committee)."""
    village = place.place.level == "village"
    if hit.text.endswith("书记"):
        core, kind = ("党支部", "party-branch") if village else ("党委", "party-committee")
    elif hit.text.removesuffix("助理").endswith("主任") and village:
        core, kind = "居委会" if place.place.slot == "社区" else "委会", "village"
    else:
        return Of(None, hit.start, Basis.STATED, "", 0.8)
    return Of(BodyRef(place.place.name + core, kind, place.place), place.start, Basis.STATED, "village and title", 0.85)


def _head_of_deputy(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """X任主任，Y任副主任: a deputy without a body is one of the last head of that title in the sentence."""
    deputy = _DEPUTY.match(hit.text)
    sentence = around.page.sentence_at(hit.start) if deputy else None
    if deputy is None or sentence is None:
        return None
    head = hit.text[deputy.end() :]
    for title in reversed(titles):
        if title.start < sentence.start:
            return None
        if title.title in (head, hit.text):
            return title.body
    return None
