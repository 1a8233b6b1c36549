"""The body of a title that stands alone: what its sentence, its paragraph or its article says."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.bodies import OWN_HEADS, PARTIES, SELF_WORDS, line, of_party
from kg.extract.page import tag_of
from kg.extract.posts.leading import is_headed
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.beside import beside_last, of_town_beside
from kg.extract.posts.offices.listed import head_of_deputy, same_body
from kg.extract.posts.offices.of import (
    FIRST_SECRETARY,
    HEAD_OF,
    INSIDE,
    OF_BRANCHES,
    OF_PARTIES,
    OF_TOWNS,
    ORGANS,
    PARTY,
    POLITICAL,
    SCHOOLS,
    Of,
    government_word,
    kind,
    of_place,
    of_the_nation,
    of_village,
    some_government,
)
from kg.extract.posts.offices.sentence import SEATS, branch_named, of_group, of_led, of_regiment, of_seat, of_that_one, where_served
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
_VILLAGE: Final = "村"
_SECRETARIES: Final = frozenset({"书记", "副书记"})
_BRANCH: Final = "党支部"
_BRANCHES: Final = ("党支部", "党总支")
_NOT_OF_ANOTHER: Final = re.compile(r"(?:^|[，。；、：！？“”（）\s])老?$|[任由兼原请]$")
"""Before such a title: no word of another body's (企业|党支部书记, 外村|老支书)."""
_UNITS: Final = frozenset([*"部局厅院校行厂矿场团师馆台社", "支队", "大队"])
"""Last words of bodies whose head a title that stands alone is, where the sentence names just one such body before it."""
_OF_COURTS: Final = ("人民陪审员", "审判员", "助理审判员")
_ENDS: Final[dict[str, tuple[str, ...]]] = {
    "校": SCHOOLS,
    "检察长": ("检察院",),
    "副检察长": ("检察院",),
    "检察员": ("检察院",),
    **dict.fromkeys(_OF_COURTS, ("法院",)),
    "总编辑": ("报社", "杂志社", "通讯社"),
    "副总编辑": ("报社", "杂志社", "通讯社"),
    **dict.fromkeys(("部务委员", "部委委员"), ("组织部", "宣传部", "统战部")),
    "监事长": ("银行", "公司", "集团"),
    **dict.fromkeys(("董事长", "副董事长", "总经理", "副总经理", "总裁", "副总裁"), ("公司", "集团")),
}
"""Other last words of their bodies, by the unit or, where it has none, the title."""
_THIS: Final = ("该", "本", "我", "全", "此")
"""Before the last word of a body: the one that the text has named, not one that was not made out."""
_NOT_NAMED_BEFORE: Final = frozenset("，。；：\n “以由了")
"""What stands before a title without any word of its body."""
_WITH_A_HEAD: Final = frozenset("省市县区州盟旗")
"""Words for places that have one government each in a page of theirs."""
_MET: Final = re.compile("[，；](?:与|同|跟)$|听取了?$|会见了?$")
"""Before whom one met at the body that one came to: 到某公司，|与|董事长."""
_DEPARTMENT: Final = "部"
"""A sentence names many of them: the head of one stands at the head of a clause."""
_OF_A_TOWN: Final = frozenset({"党委", "党工委", "纪委", "纪工委", "办事处", "武装部", "综治办", "妇联", "人大"})
"""What each town or street has one of."""
_OF_VILLAGES: Final = frozenset({"党支部", "党总支", "党委", "支部", "居委会", "村委会"})
"""What each village or community has one of."""
_GOING_TO: Final = ("在", "来到", "走进")
_TELLS: Final = re.compile(
    r"[\u4e00-\u9fff·]{2,4}?(?:同志)?(?:[向对为就][^，。；]{1,40}?)?(?:作了?|做了?|进行了?)?(?:详细|简要|重点|一一|热情地?)?地?(?:介绍|汇报|讲解|讲述)"
)
"""Behind the title: its holder tells visitors about the place."""
_OF_A_ZONE: Final = frozenset({"党工委", "工委", "管委会", "纪工委"})
_TOWNS: Final = ("镇", "乡", "街道")
_OF_THE_ORGANISATION: Final = ("党", "纪", "工会", "团委", "董事会", "监事会", *POLITICAL)
"""Heads of the bodies inside an organisation that have posts of their own."""
_MADE: Final = ("当选", "当选为", "担任", "任", "选举为", "推选为")
"""What somebody is made, before the title alone: 甲|当选|会长."""
_WITH_POLITICAL: Final = ("公安局", "检察院", "法院")
_GIVEN: Final = frozenset({"党组", "党委", "党总支", "纪检组", "纪委"})
_GIVEN_NEXT: Final = re.compile("[、，；][\u4e00-\u9fff]{2,4}(?:同志)?(?:担任|任|为|兼任)")
"""Between two posts that are given one after the other."""
_LONGEST_VERB: Final = 6
_LONGEST_WORD: Final = 6
_STATIONED: Final = "驻村"


def of_its_party(around: Surroundings, of: Of, hit: Hit) -> Of:
    """``of``, or where a 市委 has a 主委, which the Communist Party's has not, that of the other party that the article named last."""
    body = of.body
    if hit.text not in OF_PARTIES or body is None or body.kind != "party-committee" or body.jurisdiction is None:
        return of
    named = around.last_starting(PARTIES, hit.start)
    party = next((party for party in PARTIES if named is not None and named.name.startswith(party)), None)
    return of._replace(body=of_party(party, body.jurisdiction) if party is not None else None, basis=Basis.CONTEXT)


def from_context(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """The article's own body for 党委书记, 董事长, 局长 that stand alone; the leading group named before for 组长."""
    text = around.text
    if (served := where_served(around, hit)) is not None:  # 在县委办公室工作，历任|副主任
        return served
    if text.endswith(GENERIC_BEFORE["title"], 0, hit.start) or _FIRM_BEFORE.search(text, max(0, hit.start - 3), hit.start):
        return None
    if hit.text in OF_PARTIES and (party := around.last_starting(PARTIES, hit.start)) is not None:
        return party
    told = (
        of_led(around, hit)
        or of_that_one(around, hit)
        or of_regiment(around, hit)
        or head_of_deputy(around, titles, hit)
        or same_body(around, titles, hit)
    )
    if told is not None:
        return told
    if (nation := of_the_nation(hit.text)) is not None and not _is_of_another(around, hit):
        return nation
    if hit.text in _GROUP_TITLES:
        return of_group(around, hit)
    if hit.text in SEATS and around.text[hit.start - 1 : hit.start] in ("，", "；", "："):
        return around.group_before(hit.start)
    seat = of_seat(around, hit) or beside_last(around, titles, hit) or _of_fused(around, titles, hit) or _of_head(around, hit)
    leading = (
        _of_own_village(around, hit) or _of_own_town(around, titles, hit) or _of_leading(around, hit) or _of_leading_place(around, hit)
    )
    return seat or leading or _of_unnamed_place(around, hit)


def _of_unnamed_place(around: Surroundings, hit: Hit) -> BodyRef | None:
    """县长, 副市长 whose county or city nothing tells: of the government that the title is of, whichever that is."""
    word = government_word(hit.text)
    return some_government(word, around.page.source) if word in _WITH_A_HEAD and not _is_of_another(around, hit) else None


def _is_of_another(around: Surroundings, hit: Hit) -> bool:
    """Whether a noun that ends no name stands before the title: the last word of a body (民主同盟|副委员长), not 甲|委员长, 陪同|委员长."""
    low = around.page.clause(hit.start)[0]
    last = next((token.text for token in around.page.tokens(max(low, hit.start - _LONGEST_WORD), hit.start) if token.end == hit.start), "")
    is_noun = bool(last) and last not in EVENT_WORDS and tag_of(last).startswith("n")  # 会见 is a noun of the segmenter
    return is_noun and names.before(around.page, hit.start, low) is None


def _of_appointed(around: Surroundings, titles: list[Title], hit: Hit, core: str) -> BodyRef | None:
    """甲任院长、乙担任|党组书记: the organ of the body of which the post is that the one before is given."""
    last = titles[-1] if titles else None
    if last is None or last.body is None or not last.body.resolved or core not in _GIVEN:
        return None
    if _GIVEN_NEXT.fullmatch(around.text, last.end, hit.start) is None:
        return None
    base = last.body.parent if last.body.kind in INSIDE and last.body.parent is not None else last.body
    return base.part(core, kind(core)) if base.kind not in ORGANS else None


def _of_fused(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
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
    if (appointed := _of_appointed(around, titles, hit, fused.body)) is not None:
        return appointed
    own = next(iter(_own(around, hit).values()), None)
    if own is None and fused.body in POLITICAL:  # 公安局局长甲，|政治部主任|乙
        own = next(filter(None, (around.named_with(unit, hit.start) for unit in _WITH_POLITICAL)), None)
    if own is None and (there := of_town_beside(around, titles, hit) or _of_village_gone_to(around, hit, fused.body)) is not None:
        return there
    if own is None:
        town = _own_town(around, hit) if fused.body in _OF_A_TOWN else None
        return of_place(town, fused.body) if town is not None else None
    return own.part(fused.body, kind(fused.body)) if fused.body.startswith(_OF_THE_ORGANISATION) else None


def _of_village_gone_to(around: Surroundings, hit: Hit, core: str) -> BodyRef | None:
    """在永兴村，|党支部书记|甲介绍了…: the branch of the village or community where its secretary tells those who came how it stands."""
    if core not in _OF_VILLAGES or around.text[hit.start - 1 : hit.start] != "，":
        return None
    gone = around.places.ending(hit.start - 1)
    if gone is None or gone.place.level != "village" or not around.text.endswith(_GOING_TO, 0, around.before_places(gone.start)):
        return None
    if around.lead(hit.start).body is not None:  # 第一中学党委到永兴村…。在永兴村，党委书记甲介绍了学校情况
        return None
    return of_place(gone.place, core) if _TELLS.match(around.text, hit.end) is not None else None


def _of_own_town(around: Surroundings, titles: list[Title], hit: Hit) -> BodyRef | None:
    """组织委员, 宣传委员: of the committee whose secretary or other member the sentence named last, or of the town that the article is about."""
    sentence, last = around.page.sentence_at(hit.start), titles[-1] if titles else None
    if hit.text in OF_TOWNS and last is not None and sentence is not None and last.start >= sentence.start:
        beside = last.title in OF_TOWNS or last.title in _SECRETARIES
        if beside and last.body is not None and last.body.kind in PARTY:  # 甲任党支部书记、乙任|组织委员
            return last.body
    town = _own_town(around, hit) if hit.text in OF_TOWNS else None
    return of_village(town, hit.text) if town is not None else None


def _own_town(around: Surroundings, hit: Hit) -> PlaceRef | None:
    """The town whose committee 党委书记 leads that stands at the head of a clause: the one that the article is about, if it is about one."""
    towns = [place for word in _TOWNS if (place := around.own_place(word, hit.start)) is not None]
    heads = around.text[hit.start - 1 : hit.start] in _NOT_NAMED_BEFORE
    return towns[0] if heads and len(towns) == 1 else None


def _of_own_village(around: Surroundings, hit: Hit) -> BodyRef | None:
    """支部书记, 副支书: of the branch of the village that the article is about, if it is about one."""
    if hit.text == FIRST_SECRETARY and around.text.endswith(_STATIONED, 0, hit.start):  # …村村民甲对驻村|第一书记|乙说
        stationed = around.places.of_word(_VILLAGE, hit.start)
        return of_village(stationed, hit.text) if stationed is not None else None
    alone = hit.text in OF_BRANCHES and _NOT_OF_ANOTHER.search(around.text, max(0, hit.start - _LONGEST_VERB), hit.start)
    if (branch := branch_named(around, hit)) is not None:
        return branch
    if alone and (told := around.named_with(_BRANCHES, hit.start)) is not None and told.kind == "party-branch":
        return told  # 内科第二党支部组织活动，由|支部书记甲带队
    village = around.own_place(_VILLAGE, hit.start) if alone else None
    return of_place(village, _BRANCH) if village is not None else None


def _of_head(around: Surroundings, hit: Hit) -> BodyRef | None:
    """局长, 董事长: of the one such body that the sentence names, or the article's own."""
    office = OFFICES.get(hit.text)
    unit = office.unit if office is not None and office.unit in _UNITS else ""
    ends = _ENDS.get(unit or hit.text, (unit,) if unit else ())
    if unit and around.text.endswith(unit, 0, hit.start) and not around.text.endswith(_THIS, 0, hit.start - 1):  # 城市管理局|局长
        return None
    alone = (
        around.text[hit.start - 1 : hit.start] in _NOT_NAMED_BEFORE
        or _MET.search(around.text, max(0, hit.start - 4), hit.start) is not None
        or (hit.text in _OF_COURTS and around.text[hit.start - 1] == "为")  # 任命甲为|人民陪审员
    )
    if unit and (alone or unit != _DEPARTMENT) and (named := around.named_with(unit, hit.start)) is not None:
        return named
    if ends and alone and (named := around.named_with(ends, hit.start)) is not None:  # 某有限公司签约，总经理甲
        return named
    head = hit.text.removesuffix("助理")
    own = _own(around, hit).get(next((word for title, word in HEAD_OF.items() if head.endswith(title)), ""))
    if own is not None or not ends or unit == _DEPARTMENT or not alone:
        return own
    return around.only_with(ends, hit.start)


def _of_leading(around: Surroundings, hit: Hit) -> BodyRef | None:
    """党委书记, 校长 at the head of a clause: of the body with whose deed the article begins, where the sentence names no other."""
    alone = around.text[hit.start - 1 : hit.start] in _NOT_NAMED_BEFORE or around.text.endswith(_MADE, 0, hit.start)
    of = around.lead(hit.start).body if alone else None
    last, sentence = around.body_before(hit.start), around.page.sentence_at(hit.start)
    if of is None or sentence is None or (last is not None and last.start >= sentence.start and of not in line(last.body)):
        return None
    fused = FUSED.get(hit.text)
    if fused is None:
        return of if is_headed(of, hit.text) else None
    return of.part(fused.body, kind(fused.body)) if fused.body.startswith(_OF_THE_ORGANISATION) else None


def _of_leading_place(around: Surroundings, hit: Hit) -> BodyRef | None:
    """党工委书记, 管委会主任, 第一书记 at the head of a clause: of the town, village or zone with whose deed the article begins."""
    if around.text[hit.start - 1 : hit.start] not in _NOT_NAMED_BEFORE:
        return None
    fused = FUSED.get(hit.text)
    if fused is not None and fused.body in _OF_A_ZONE and (zone := around.lead(hit.start).zone) is not None:
        return BodyRef(zone.name + fused.body, kind(fused.body), zone.jurisdiction, scope=zone.scope)
    place = around.lead(hit.start).place if (fused is not None and fused.body in _OF_A_TOWN) or hit.text == FIRST_SECRETARY else None
    if place is None:
        return None
    return of_place(place, fused.body) if fused is not None and place.level == "township" else of_village(place, hit.text)


def _own(around: Surroundings, hit: Hit) -> dict[str, BodyRef]:
    """The article's own bodies; none where a head before the title says that it is of another one: 校|党委书记 in the paper of a faculty."""
    own = around.own_bodies(hit.start)
    head = next((head for head in OWN_HEADS if around.text.endswith(head, 0, hit.start)), "") if own else ""
    return {} if head and SELF_WORDS[head] not in own else own
