"""The body of a title that stands alone: what its sentence, its paragraph or its article says."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.bodies import OWN_HEADS, PARTIES, SELF_WORDS
from kg.extract.page import tag_of
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.chain import from_chain
from kg.extract.posts.offices.listed import head_of_deputy, same_body
from kg.extract.posts.offices.of import (
    HEAD_OF,
    OF_PARTIES,
    OF_TOWNS,
    ORGANS,
    PARTY,
    POLITICAL,
    Of,
    government_of,
    government_word,
    kind,
    of_place,
    of_the_nation,
    of_village,
    some_government,
    village_of_branch,
)
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import EVENT_WORDS, FUSED, GENERIC_BEFORE, OFFICES
from kg.model import Basis

_FIRM_BEFORE: Final = re.compile("[\u4e00-\u9fff](?<![我本该各])(?:集团|公司)$")
"""Before a title: a firm that was not made out, so that the title is of no other: 高速集团|总经理."""
_GROUP_TITLES: Final = frozenset(
    "组长 副组长 常务副组长 第一副组长 第一组长 成员 召集人 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 常务副指挥长 政委 会长 副会长 理事长 副理事长".split()
)
_IN_A_NAME: Final = re.compile("[\u4e00-\u9fff](?<![任由为兼和及与是的原前该副])")
"""A character before a title that belongs to the name of its body, which nothing else tells."""
_VILLAGE: Final = "村"
_BRANCH: Final = "党支部"
_OF_A_BRANCH: Final = frozenset({"支部书记", "党支部书记", "支书", "副支书"})
_NOT_OF_ANOTHER: Final = re.compile(r"(?:^|[，。；、：！？“”（）\s])老?$|[任由兼原请]$")
"""Before such a title: no word of another body's (企业|党支部书记, 外村|老支书)."""
_SEATS: Final = frozenset({"主任", "副主任", "主席", "副主席", "秘书长", "副秘书长"})
"""Titles that behind a comma are those of the committee named before: 成立…委员会，主任X."""
_OF_COMMITTEES: Final = frozenset({"纪委", "政法委"})
"""What each party committee of a place has beside it or in it, and titles are fused with."""
_SEATED: Final = ("办公室", "委员会")
"""Last words of the bodies that have such seats."""
_UNITS: Final = frozenset([*"局厅院校行厂矿场团师馆台社", "支队", "大队"])
"""Last words of bodies whose head a title that stands alone is, where the sentence names just one such body before it."""
_ENDS: Final[dict[str, tuple[str, ...]]] = {
    "校": ("校", "大学", "中学", "小学", "高中", "职高", "幼儿园"),
    "检察长": ("检察院",),
    "副检察长": ("检察院",),
    "总编辑": ("报社", "杂志社", "通讯社"),
    "副总编辑": ("报社", "杂志社", "通讯社"),
    "监事长": ("银行", "公司", "集团"),
}
"""Other last words of their bodies, by the unit or, where it has none, the title: 第五中学 has a 校长, no faculty (学院) has."""
_THIS: Final = ("该", "本", "我", "全", "此")
"""Before the last word of a body: the one that the text has named, not one that was not made out."""
_NOT_NAMED_BEFORE: Final = frozenset("，。；：\n “以由")
"""What stands before a title without any word of its body."""
_OF_A_TOWN: Final = frozenset({"党委", "党工委", "纪委", "纪工委", "办事处", "武装部", "综治办", "妇联", "人大"})
"""What each town or street has one of."""
_TOWNS: Final = ("镇", "乡", "街道")
_OF_THE_ORGANISATION: Final = ("党", "纪", "工会", "团委", "董事会", "监事会", *POLITICAL)
"""Heads of the bodies inside an organisation that have posts of their own."""
_WITH_POLITICAL: Final = ("公安局", "检察院", "法院")
_LEADS: Final = re.compile("以[^，。；]{2,8}为$")
_LONGEST_LEADER: Final = 10
_SERVES: Final = re.compile("(?:担任|任职?|当)过?(?:驻?村|挂职)?“?$")
_LONGEST_VERB: Final = 6
_THAT: Final = re.compile("该(大学|学院|中学|小学|学校|公司|集团|医院|中心|校|团|局|院|厂|矿|所|行|连)$")
_LONGEST_THAT: Final = 3
_OF_REGIMENTS: Final = frozenset({"政委", "副政委", "团长", "副团长"})
_THAT_VILLAGE: Final = ("该村", "本村")
_TO_A_BODY: Final = frozenset("在到赴去往派入")
_LONGEST_WORD: Final = 6
_FIRST: Final = "第一书记"
_STATIONED: Final = "驻村"
_RESIDENTS: Final = "居委会"
_BESIDE_WORKING_COMMITTEES: Final = ("办事处", "管委会", _RESIDENTS)
"""Bodies whose heads follow the secretary: 街道党工委书记甲、|办事处主任乙."""
_HOLDER: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}、")
_LISTED_HOLDER: Final = re.compile(r"[\u4e00-\u9fff· ]{2,8}[、，]")


def from_context(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """The article's own body for 党委书记, 董事长, 局长 that stand alone; the leading group named before for 组长."""
    text = around.text
    if text.endswith(GENERIC_BEFORE["title"], 0, hit.start) or _FIRM_BEFORE.search(text, max(0, hit.start - 3), hit.start):
        return None
    if hit.text in OF_PARTIES and (party := around.last_starting(PARTIES, hit.start)) is not None:
        return party
    told = (
        _led(around, hit)
        or _where_served(around, hit)
        or _of_that_one(around, hit)
        or _of_regiment(around, hit)
        or head_of_deputy(around, titles, hit)
        or same_body(around, titles, hit)
    )
    if told is not None:
        return told
    if (nation := of_the_nation(hit.text)) is not None and not _is_of_another(around, hit):
        return nation
    if hit.text in _GROUP_TITLES:
        return _of_group(around, hit)
    if hit.text in _SEATS and around.text[hit.start - 1 : hit.start] in ("，", "；", "："):
        return around.group_before(hit.start)
    seat = _of_seat(around, hit) or _beside_last(around, titles, hit) or _of_fused(around, hit) or _of_head(around, hit)
    return seat or _of_own_village(around, hit) or _of_own_town(around, hit)


def _led(around: Surroundings, hit: Hit) -> BodyRef | None:
    """以甲为组长的|省委第二巡视组: the body behind the title and 的."""
    leads = around.text.startswith("的", hit.end) and _LEADS.search(around.text, max(0, hit.start - _LONGEST_LEADER), hit.start)
    return around.body_starting(hit.end + 1) if leads else None


def _of_that_one(around: Surroundings, hit: Hit) -> BodyRef | None:
    """该校|校长, 该公司|董事长: of the school or company that the article named last."""
    that = _THAT.search(around.text, max(0, hit.start - _LONGEST_THAT), hit.start)
    return around.last_with(that[1], hit.start) if that is not None else None


def _of_regiment(around: Surroundings, hit: Hit) -> BodyRef | None:
    """团|政委, ，政委|甲: of the one regiment of the article."""
    alone = hit.text in _OF_REGIMENTS and around.text[hit.start - 1 : hit.start] in ("", "团", "，", "；", "。", "、", "\n")
    regiment = around.only_with(("团",), hit.start) if alone else None
    return regiment if regiment is not None and regiment.kind == "military" else None


def _beside_last(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """乡党委书记甲命|纪委书记|乙: an organ of the committee, of the place whose committee or government the sentence named last."""
    fused, last = FUSED.get(hit.text), titles[-1].body if titles else None
    if fused is None or fused.body not in _OF_COMMITTEES or last is None or last.jurisdiction is None or last.kind not in ORGANS:
        return None
    sentence = around.page.sentence_at(hit.start)
    return of_place(last.jurisdiction, fused.body) if sentence is not None and titles[-1].start >= sentence.start else None


def _where_served(around: Surroundings, hit: Hit) -> BodyRef | None:
    """在乙中学|当过|教师, 到丙村|任|第一书记: of the body or village before the verb, if in, to or at stands before that."""
    verb = _SERVES.search(around.text, max(0, hit.start - _LONGEST_VERB), hit.start)
    if verb is None:
        return None
    body, fused = around.body_before(verb.start()), FUSED.get(hit.text)
    if body is not None and body.end == verb.start() and around.text[body.start - 1 : body.start] in _TO_A_BODY:
        return body.body.part(fused.body, kind(fused.body)) if fused else body.body
    village = _served_place(around, verb.start())
    if village is None:
        return None
    return of_place(village, fused.body) if fused else of_village(village, hit.text)


def _served_place(around: Surroundings, at: int) -> PlaceRef | None:
    """The place that ends at ``at`` behind in, to or at: 到|丙村, 在|该村."""
    if around.text.endswith(_THAT_VILLAGE, 0, at):
        start, place = at - len(_THAT_VILLAGE[0]), around.places.of_word("村", at)
    else:
        mention = around.places.ending(at)
        start, place = around.before_places(at), mention.place if mention is not None else None
    return place if around.text[start - 1 : start] in _TO_A_BODY else None


def _is_of_another(around: Surroundings, hit: Hit) -> bool:
    """Whether a noun that ends no name stands before the title: the last word of a body (民主同盟|副委员长), not 甲|委员长, 陪同|委员长."""
    low = around.page.clause(hit.start)[0]
    last = next((token.text for token in around.page.tokens(max(low, hit.start - _LONGEST_WORD), hit.start) if token.end == hit.start), "")
    is_noun = bool(last) and last not in EVENT_WORDS and tag_of(last).startswith("n")  # 会见 is a noun of the segmenter
    return is_noun and names.before(around.page, hit.start, low) is None


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
        return group.part("办公室", kind("办公室")) if group else None
    if fused.body.startswith("村"):
        village = around.places.of_word("村", hit.start)
        return of_place(village, fused.body.removeprefix("村")) if village is not None else None
    if fused.body == "党组" and (named := around.named_with("党组", hit.start)) is not None:
        return named  # 水务局党组书记甲任组长，党组成员乙任副组长
    own = next(iter(_own(around, hit).values()), None)
    if own is None and fused.body in POLITICAL:  # 公安局局长甲，|政治部主任|乙
        own = next(filter(None, (around.named_with(unit, hit.start) for unit in _WITH_POLITICAL)), None)
    if own is None:
        town = _own_town(around, hit) if fused.body in _OF_A_TOWN else None
        return of_place(town, fused.body) if town is not None else None
    return own.part(fused.body, kind(fused.body)) if fused.body.startswith(_OF_THE_ORGANISATION) else None


def _of_own_town(around: Surroundings, hit: Hit) -> BodyRef | None:
    """组织委员, 宣传委员: of the committee of the town that the article is about, if it is about one."""
    town = _own_town(around, hit) if hit.text in OF_TOWNS else None
    return of_village(town, hit.text) if town is not None else None


def _own_town(around: Surroundings, hit: Hit) -> PlaceRef | None:
    """The town whose committee 党委书记 leads that stands at the head of a clause: the one that the article is about, if it is about one."""
    towns = [place for word in _TOWNS if (place := around.own_place(word, hit.start)) is not None]
    heads = around.text[hit.start - 1 : hit.start] in _NOT_NAMED_BEFORE
    return towns[0] if heads and len(towns) == 1 else None


def _of_own_village(around: Surroundings, hit: Hit) -> BodyRef | None:
    """支部书记, 副支书: of the branch of the village that the article is about, if it is about one."""
    if hit.text == _FIRST and around.text.endswith(_STATIONED, 0, hit.start):  # …村村民甲对驻村|第一书记|乙说
        stationed = around.places.of_word(_VILLAGE, hit.start)
        return of_village(stationed, hit.text) if stationed is not None else None
    alone = hit.text in _OF_A_BRANCH and _NOT_OF_ANOTHER.search(around.text, max(0, hit.start - _LONGEST_VERB), hit.start)
    if (branch := _branch_named(around, hit)) is not None:
        return branch
    village = around.own_place(_VILLAGE, hit.start) if alone else None
    return of_place(village, _BRANCH) if village is not None else None


def _branch_named(around: Surroundings, hit: Hit) -> BodyRef | None:
    """X为支部书记: of the branch that the sentence names last, if that is the body it names last."""
    if hit.text not in _OF_A_BRANCH or around.text[hit.start - 1 : hit.start] not in ("任", "为"):
        return None
    last, sentence = around.body_before(hit.start), around.page.sentence_at(hit.start)
    in_sentence = last is not None and sentence is not None and last.start >= sentence.start
    return last.body if last is not None and in_sentence and last.body.kind == "party-branch" else None


def _of_head(around: Surroundings, hit: Hit) -> BodyRef | None:
    """局长, 董事长: of the one such body that the sentence names, or the article's own."""
    office = OFFICES.get(hit.text)
    unit = office.unit if office is not None and office.unit in _UNITS else ""
    ends = _ENDS.get(unit or hit.text, (unit,) if unit else ())
    if unit and around.text.endswith(unit, 0, hit.start) and not around.text.endswith(_THIS, 0, hit.start - 1):  # 城市管理局|局长
        return None
    if unit and (named := around.named_with(unit, hit.start)) is not None:
        return named
    head = hit.text.removesuffix("助理")
    own = _own(around, hit).get(next((word for title, word in HEAD_OF.items() if head.endswith(title)), ""))
    if own is not None or not ends or around.text[hit.start - 1 : hit.start] not in _NOT_NAMED_BEFORE:
        return own
    return around.only_with(ends, hit.start)


def _own(around: Surroundings, hit: Hit) -> dict[str, BodyRef]:
    """The article's own bodies; none where a head before the title says that it is of another one: 校|党委书记 in the paper of a faculty."""
    own = around.own_bodies(hit.start)
    head = next((head for head in OWN_HEADS if around.text.endswith(head, 0, hit.start)), "") if own else ""
    return {} if head and SELF_WORDS[head] not in own else own


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
    if body is None or body.resolved or not body.name.startswith(word):
        return None
    return Of(some_government(word, around.page.source), hit.start, Basis.CONTEXT, "own place", 0.7)  # 县委书记甲、副县长乙


def of_last_holder(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """The body whose committee the holder before serves in, where it ends as the title does: 二二四大队党委书记甲、|副队长乙."""
    office, last = OFFICES.get(hit.text), titles[-1] if titles else None
    if last is None or not _LISTED_HOLDER.fullmatch(around.text, last.end, hit.start):
        return None
    if hit.text == _FIRST and last.body is not None and village_of_branch(last.body) is not None:  # 金沈村党总支书记甲、|第一书记乙
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
    if office is None or not office.unit or office.unit == "government":
        return None
    owner = last.body.parent if last.body is not None and last.body.kind in PARTY else last.body
    if owner is None or not owner.name.endswith(office.unit):
        return None
    return Of(owner, hit.start, Basis.CONTEXT, "beside the holder", 0.8)
