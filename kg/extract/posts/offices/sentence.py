"""The body of a title that stands alone, where its own sentence names it: behind a verb, by 该, or last."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.words import OWN_LEADERS
from kg.extract.posts.offices.of import OF_BRANCHES, kind, of_place, of_village
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import FUSED

_FOUNDED: Final = re.compile("(?:成立|组建|建立|设立)了?(?:以|由)")
_FAR: Final = 200
"""Characters between the verb that founds a group and the title of one of its members."""
_IN_A_NAME: Final = re.compile("[\u4e00-\u9fff](?<![任由为兼和及与是的原前该副在对向请])")
"""A character before a title that belongs to the name of its body, which nothing else tells."""
SEATS: Final = frozenset({"主任", "副主任", "主席", "副主席", "秘书长", "副秘书长"})
"""Titles that behind a comma are those of the committee named before: 成立…委员会，主任X."""
_SEATED: Final = ("办公室", "委员会")
"""Last words of the bodies that have such seats."""
_LEADS: Final = re.compile("以[^，。；以]{2,24}为$")
_LONGEST_LEADER: Final = 26
_LEADERS: Final = frozenset({"组长", "队长", "团长", "总指挥", "指挥长"})
_LED_GROUP: Final = re.compile("([\u4e00-\u9fff]{1,8}?(?:组|团|队))(?=[，。、；]|一行|成员|深入|到|赴|来|对|在|的)")
"""A group that nothing else tells, behind 以甲为组长的: |复审组|一行."""
_LONGEST_GROUP: Final = 16
_SERVES: Final = re.compile("(?:工作(?:期间)?，(?:先后|历)?任|先后任|历任|担任|任职?|当)过?(?:驻?村|挂职)?(?:党组织)?“?$")
_LONGEST_VERB: Final = 12
_THAT: Final = re.compile(
    "该(大学|学院|中学|小学|学校|公司|集团|医院|中心|校|团|局|院|厂|矿|所|行|连)$|(?<=[，。；：“])(学院|学校|公司|集团|医院|中心|合作社)$"
)
"""Before a title: the body of the article that was named last with that word."""
_LONGEST_THAT: Final = 4
_FIRM: Final = "公司"
_BEGINNING: Final = 3000
"""Characters at the beginning of an article in which it tells of its own firm's leaders."""
_OF_REGIMENTS: Final = frozenset({"政委", "副政委", "团长", "副团长"})
_THAT_VILLAGE: Final = ("该村", "本村")
_TO_THE_VILLAGE: Final = ("到村", "进村", "驻村", "到村里")
_TO_A_BODY: Final = frozenset("在到赴去往派入进驻")


def of_led(around: Surroundings, hit: Hit) -> BodyRef | None:
    """以甲为组长的|省委第二巡视组: the body behind the title and 的."""
    leads = around.text.startswith("的", hit.end) and _LEADS.search(around.text, max(0, hit.start - _LONGEST_LEADER), hit.start)
    if not leads:
        return None
    named = _LED_GROUP.match(around.text, hit.end + 1) if hit.text in _LEADERS else None
    group = BodyRef(named[1], "leading-group", scope=around.page.source) if named is not None else None
    return around.body_starting(hit.end + 1) or around.group_in(hit.end, hit.end + _LONGEST_GROUP) or group


def where_served(around: Surroundings, hit: Hit) -> BodyRef | None:
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
    if around.text.endswith(_TO_THE_VILLAGE, 0, at):
        start, place = at - around.text.endswith("里", 0, at) - 1, around.places.of_word("村", at)
    elif around.text.endswith(_THAT_VILLAGE, 0, at):
        start, place = at - len(_THAT_VILLAGE[0]), around.places.of_word("村", at)
    else:
        mention = around.places.ending(at)
        start, place = around.before_places(at), mention.place if mention is not None else None
    return place if around.text[start - 1 : start] in _TO_A_BODY else None


def of_that_one(around: Surroundings, hit: Hit) -> BodyRef | None:
    """该校|校长, ，公司|董事长: of the school or company that the article named last."""
    that = _THAT.search(around.text, max(0, hit.start - _LONGEST_THAT), hit.start)
    if that is None or (that[2] == _FIRM and _speaks_for_itself(around, hit.start)):
        return None
    return around.last_with(that[1] or that[2], hit.start)


def _speaks_for_itself(around: Surroundings, at: int) -> bool:
    """Whether the article tells of its own firm's leaders before it names any firm: 公司|总经理 met 乙公司|董事长."""
    article = around.page.segments.articles[around.page.article_at(at)]
    told = OWN_LEADERS.search(around.text, article.start, min(at, article.start + _BEGINNING))
    last = around.last_with(_FIRM, told.start()) if told is not None else None
    return told is not None and last is None


def of_regiment(around: Surroundings, hit: Hit) -> BodyRef | None:
    """团|政委, ，政委|甲: of the one regiment of the article."""
    alone = hit.text in _OF_REGIMENTS and around.text[hit.start - 1 : hit.start] in ("", "团", "，", "；", "。", "、", "\n")
    regiment = around.only_with(("团",), hit.start) if alone else None
    return regiment if regiment is not None and regiment.kind == "military" else None


def of_group(around: Surroundings, hit: Hit) -> BodyRef | None:
    """组长, 总指挥: of the group named before, or of the one behind the title and 的."""
    if around.text.startswith("的", hit.end):  # 由甲任组长的领导小组
        return around.group_behind(hit.end)
    if _IN_A_NAME.match(around.text[hit.start - 1 : hit.start]):  # 工商总会|会长
        return None
    return around.group_before(hit.start) or around.group_behind(hit.end) or _founded_behind(around, hit)


def _founded_behind(around: Surroundings, hit: Hit) -> BodyRef | None:
    """成立了由甲任|组长|、乙任成员的小组: the group that the sentence sets up, behind those of whom it is made."""
    sentence = around.page.sentence_at(hit.start)
    if sentence is None or around.text[hit.start - 1 : hit.start] not in ("任", "为"):
        return None
    founded = _FOUNDED.search(around.text, max(sentence.start, hit.start - _FAR), hit.start)
    return around.group_in(hit.end, sentence.end) if founded is not None else None


def of_seat(around: Surroundings, hit: Hit) -> BodyRef | None:
    """主任 behind 任: of the office or committee that the sentence named last."""
    # 下设办公室，由甲任主任
    if hit.text not in SEATS or around.text[hit.start - 1 : hit.start] not in ("任", "为"):
        return None
    last, sentence = around.body_before(hit.start), around.page.sentence_at(hit.start)
    if last is None or sentence is None or last.start < sentence.start or not last.body.name.endswith(_SEATED):
        return None
    return last.body


def branch_named(around: Surroundings, hit: Hit) -> BodyRef | None:
    """X为支部书记: of the branch that the sentence names last, if that is the body it names last."""
    if hit.text not in OF_BRANCHES or around.text[hit.start - 1 : hit.start] not in ("任", "为"):
        return None
    last, sentence = around.body_before(hit.start), around.page.sentence_at(hit.start)
    in_sentence = last is not None and sentence is not None and last.start >= sentence.start
    return last.body if last is not None and in_sentence and last.body.kind == "party-branch" else None
