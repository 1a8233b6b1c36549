"""Readings of a suffix without an owner before it: the centre, regiments, names of their own, names that were given before."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import CENTRES
from kg.extract.bodies.canonical import FREE_KINDS, LEVELS, canonical, is_compound, level_beginning, line, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import OWN_HEADS, SELF_WORDS
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import FOUNDING, LONGEST_NAME, ends_name
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC
from kg.lexicon.words import DEPARTMENT_HEADS, NAMED_AGAIN, NAMED_BEFORE_POSTS, NATIONAL_BODIES, SUFFIXES
from kg.model import Basis

_DEPARTMENTS_TOO: Final = frozenset("文化部 建设部 人事部 商务部 财政部 卫生部 信息产业部 工业部 农业部 交通部".split())
"""Names of ministries which in the paper of an organisation are as often those of its own departments."""
_STATE: Final = "国家"
_ACTS: Final = re.compile(
    "和|、|，|提出|要求|精神|部署|决定|关于|召开|印发|指出|强调|批准|同意|政治局|组织部|宣传部|统战部|办公厅|纪委|文明办|政法委|党校|决策|号召"
)
"""What behind 中央 says that it is the Central Committee, not an adjective (中央领导, 中央财政, 中央大街)."""
_NAMED_FREELY: Final = ("总局", "管委会", "领导小组", "监事会", "董事会")
"""Suffixes that name bodies of their own though their kind does not."""
_SHORT_HEADS: Final = ("办", "局", "委", "院", "站", "所")
"""Weak suffixes before which one character is enough of a name: 市文联 is none, 县农办 is."""
_NOT_OF_LEVEL: Final = frozenset("内外里级直属长中场政民容省市县区旗镇乡村干")
"""Characters that make another word of a level word: 市内, 县级, 区属."""
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,2}$")
_ROOMS: Final = ("处", "科", "室")
"""Last characters of departments that are named by what they do alone: 党政办公室, 纪委监察室."""
_SHORT_DEPARTMENT: Final = 3
_ORGANS_OF_PLACES: Final = ("congress", "cppcc", "government", "party-committee", "discipline")
_TELLING: Final = 4
"""Characters of a name that is made of general words and still one: 区|金融工作|局."""
_LOW: Final = frozenset({"村", "镇", "乡", "社区"})
_GOING: Final = frozenset("驻进入下包联到赴在")
_HOLDING: Final = ("召开", "召开了", "举行", "举行了", "举办", "举办了")
_NO_NAME: Final = frozenset("村干部 干部 群众 村民 居民 村级 乡级 镇级 县级 市级 省级".split())
"""Words that no name of a body of its own contains."""
_MAY_STAND_BEFORE: Final = frozenset("的 由 和 与 及 到 在 向 对 从 成立 设立 成立了 设立了 原 时任 现任 任 兼任 担任 出任 兼".split())
_EVERY: Final = frozenset("各每全某")
_RUNNING: Final = re.compile("(?:深入|扎实|认真|开展|推进|实施)+")

_LEVEL_BEGINS: Final = re.compile(f"[{''.join(sorted({level[0] for level in LEVELS}))}]")

_REGIMENT: Final = re.compile(
    r"[一二三四五六七八九十百零〇](?:[一二三四五六七八九十百零〇]{1,4}团(?![员队结体伙聚购])"
    r"|(?<![百零〇])[一二三四五六七八九十]{0,2}师(?![生范傅资父德])(?!第?[一二三四五六七八九十百零〇]{2,5}团))"
)
_CORPS: Final = re.compile(r"(?:(?:新疆生产建设)?兵团)?(?:第?[一二三四五六七八九十]{1,3}师)?第?$")


def centre(reader: Reader, hit: Hit) -> BodyMention | None:
    """中共中央 (党中央, and 中央 where it acts), and the other bodies of the nation: 国务院, 中组部, 海关总署."""
    if hit.text in NATIONAL_BODIES:
        return _of_the_nation(reader, hit)
    acts = hit.text == "中央" and _ACTS.match(reader.text, hit.end) and reader.words.left_boundary(hit.start)
    if acts or hit.text in ("中共中央", "党中央"):
        return BodyMention(hit.start, hit.end, BodyRef("中共中央", "party-committee"), Basis.STATED, "centre", 0.9)
    return None


def _of_the_nation(reader: Reader, hit: Hit) -> BodyMention | None:
    nation = NATIONAL_BODIES[hit.text]
    start = hit.start - len(_STATE) if reader.text.endswith(_STATE, 0, hit.start) else hit.start  # 国家|卫生部
    doubtful = start == hit.start and hit.text in _DEPARTMENTS_TOO and reader.context(hit).self_bodies
    if doubtful or not reader.words.left_boundary(start):
        return None
    return BodyMention(start, hit.end, BodyRef(nation.name, nation.kind), Basis.STATED, "centre", 0.95)


def regiments(page: Page) -> list[BodyMention]:
    """Divisions and regiments of the Production and Construction Corps, which are named by number: 第十师一八四团."""
    found: list[BodyMention] = []
    if "团" not in page.text and "兵团" not in page.text:
        return found
    for match in _REGIMENT.finditer(page.text):
        before = _CORPS.search(page.text, max(0, match.start() - 14), match.start())
        start = before.start() if before else match.start()
        if page.mined(start):
            body = BodyRef(page.text[start : match.end()], "military", scope=page.source)
            found.append(BodyMention(start, match.end(), body, Basis.STATED, "regiment", 0.85))
    return found


def free(reader: Reader, hit: Hit) -> BodyMention | None:
    """A name of its own, read leftwards word by word: 宏达公司, 中国…集团."""
    least = _shortest_name(reader, hit)
    titled = reader.words.opens_post(hit)
    nearby = _LEVEL_BEGINS.search(reader.text, max(0, hit.start - LONGEST_NAME), hit.start)
    if hit.text in CENTRES or hit.text in NATIONAL_BODIES or not (least or titled or nearby):
        return None
    start = reader.words.name_start(hit)
    start += reader.text[start] in "和与及" and reader.text[start + 1 : start + 2] in LEVELS  # 和|县水政监察大队
    name = unquoted(reader.text[start : hit.start])
    found = _level_and_modifier(reader, hit, start, name) or (_own_department(reader, hit, start, name) if titled else None)
    if found is not None or not least or len(name) < least:
        return found
    return _group_of_article(reader, hit, start, name) if SUFFIXES[hit.text].kind == "leading-group" else _named(reader, hit, start, name)


def _shortest_name(reader: Reader, hit: Hit) -> int:
    """How many characters a name of its own before that suffix has at least; 0 where there are no such names."""
    suffix = SUFFIXES[hit.text]
    if hit.text in NAMED_BEFORE_POSTS and (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):
        return 2
    if suffix.weak:
        return 6 if hit.text.endswith("中心") and suffix.kind in FREE_KINDS else 0
    if suffix.kind == "leading-group":
        return 2
    return 1 if suffix.kind in FREE_KINDS or hit.text in _NAMED_FREELY else 0


def _named(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """The body of that name, unless it is made of general words: 各级公司, 乡镇企业."""
    tokens = reader.page.tokens(start, hit.start)
    if (
        name[:1] in _EVERY
        or any(token.text in _NO_NAME for token in tokens)
        or all(token.text in GENERIC or ends_name(token) for token in tokens)
        or (len(name) < 2 and not _NUMBERED.match(name))
    ):
        return None
    if hit.text.endswith("会") and reader.text.endswith(_HOLDING, 0, start):  # 召开|民主协商会
        return None
    named = reader.named_longer(name + hit.text)
    if named is not None and reader.page.article_at(named.start) == reader.page.article_at(start):
        return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.85)
    body = BodyRef(name + hit.text, SUFFIXES[hit.text].kind, reader.places.between(start, hit.start))
    return BodyMention(start, hit.end, body, Basis.STATED, "free name", 0.8)


def _own_department(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A department of the document's own body where a title of its follows: 国际交流处处长 in a university's paper, 集团公司|检修部部长."""
    bodies = reader.context(hit).self_bodies
    head = next((head for head in OWN_HEADS if name.startswith(head) and SELF_WORDS[head] in bodies), "")
    own = bodies[SELF_WORDS[head]] if head else next(iter(bodies.values()), None)
    name = name.removeprefix(head)
    by_itself = not name and len(hit.text) > 2 and hit.text != "办公室"  # 研究生院|副院长
    if level_beginning(name) or reader.places.between(start, hit.start):
        return None
    if own is None and len(name + hit.text) > _SHORT_DEPARTMENT and hit.text.endswith(_ROOMS):
        return _without_owner(reader, hit, start, name + hit.text)
    if own is None or (len(name) < 2 and not by_itself) or hit.text not in DEPARTMENT_HEADS:
        return None
    body = BodyRef(own.name + name + hit.text, SUFFIXES[hit.text].kind, own.jurisdiction, own)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "own department", 0.8)


def _level_and_modifier(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """市老龄办, 县水政监察大队: a level word, a modifier and a suffix; the context says which place."""
    level = level_beginning(name)
    rest = name[len(level) :]
    if level and (is_compound(reader.text, start) or (level in _LOW and reader.text[start - 1 : start] in _GOING)):  # 驻|村工作队
        return None
    if not level or not rest or rest[0] in _NOT_OF_LEVEL or (level == "地" and not rest.startswith("委")):
        return None
    suffix = SUFFIXES[hit.text]
    if suffix.kind in _ORGANS_OF_PLACES and reader.words.has_verb(start + len(level), hit.start):  # 市领导看望政协
        return None
    if suffix.weak:
        if len(rest) < 2 and hit.text not in _SHORT_HEADS:
            return None
        if len(rest) < _TELLING and all(token.text in GENERIC for token in reader.page.tokens(start + len(level), hit.start)):
            return None
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(name + hit.text, suffix.kind, resolved=False, scope=reader.page.source)
        return None if suffix.weak else BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    body = BodyRef(canonical(place, rest + hit.text), suffix.kind, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "level and modifier", 0.85)


def _group_of_article(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A leading group without an owner before it is one of the article's own place or body; 中央 and 全国 own theirs."""
    verbs = _RUNNING.match(name)
    if verbs and len(verbs[0]) < len(name):
        start, name = start + len(verbs[0]), name[len(verbs[0]) :]
    kind, name = SUFFIXES[hit.text].kind, name + hit.text
    named = reader.named_longer(name)
    if named is not None and name.startswith("第") and reader.page.article_at(named.start) == reader.page.article_at(start):
        return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.85)
    if name.startswith(("中央", "全国", "国家")):
        return BodyMention(start, hit.end, BodyRef(name, kind), Basis.STATED, "free name", 0.9)
    if reader.text.endswith(("这些", "这个", "该", "各", "等"), 0, start):  # 对这些|问题工作组
        return None
    context = reader.context(hit)
    actor = reader.actor_before(start)
    own = next(iter(context.self_bodies.values()), None)
    name = _without_head(name, [*(line(actor) if actor else []), *context.self_bodies.values()])
    if actor is not None and not set(line(actor)) & set(context.self_bodies.values()):
        if actor.name.endswith(name):  # 欢送“访惠聚”工作组，欢迎“访惠聚”|工作组
            return BodyMention(start, hit.end, actor, Basis.CONTEXT, "named before", 0.8)
        place = actor.jurisdiction if actor.kind in ("party-committee", "government") else None
        owner, parent = (place.name, None) if place else (actor.name, actor)
        body, rule = BodyRef(owner + name, kind, actor.jurisdiction, parent, actor.resolved, actor.scope), "group of the actor"
    elif own is not None:
        body, rule = BodyRef(own.name + name, kind, own.jurisdiction, own), "own group"
    elif (place := _founder(reader, start) or context.anchor) is not None:
        body, rule = BodyRef(place.name + name, kind, place), "own group"
    else:
        return _without_owner(reader, hit, start, name)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, rule, 0.75)


def _without_owner(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A group or department of which the page does not say whose it is: under its own words, unless they are general ones (各县区院)."""
    before = reader.page.word_before(start) if "\u4e00" <= reader.text[max(0, start - 1)] <= "\u9fff" and start else None
    cut = before is not None and before.text not in _MAY_STAND_BEFORE  # 教育整顿|试点办公室
    tokens = reader.page.tokens(start, hit.start)
    if cut or name[0] in _EVERY or (tokens and all(token.text in GENERIC for token in tokens)):
        return None
    body = BodyRef(name, SUFFIXES[hit.text].kind, resolved=False, scope=reader.page.source)
    return BodyMention(start, hit.end, body, Basis.STATED, "owner unknown", 0.65)


def _without_head(name: str, owners: list[BodyRef]) -> str:
    """``name`` of a group without the head that stands for one of ``owners``: 信息局成立|局|创建活动领导小组."""
    head = next((head for head in OWN_HEADS if name.startswith(head)), "")
    heads = tuple(other for other in OWN_HEADS if head and SELF_WORDS[other] == SELF_WORDS[head])
    return name.removeprefix(head) if head and any(owner.name.endswith(heads) for owner in owners) else name


def _founder(reader: Reader, start: int) -> PlaceRef | None:
    """The place that the sentence names first, where 成立 and the like stand before the group."""
    sentence = reader.page.sentence_at(start)
    founded = sentence is not None and reader.text.endswith(FOUNDING, 0, start)
    return reader.places.between(sentence.start, start) if sentence is not None and founded else None


def again(reader: Reader, hit: Hit) -> BodyMention | None:
    """公司, 附属医院 by itself: the last body of that name that was named in full in the same article."""
    kind = SUFFIXES[hit.text].kind
    by_head = hit.text in NAMED_AGAIN
    group = reader.last_named("领导小组") if hit.text == "领导小组办公室" and reader.words.left_boundary(hit.start) else None
    if group is not None:
        return BodyMention(hit.start, hit.end, group.body.part("办公室", kind), Basis.CONTEXT, "named before", 0.8)
    if (not by_head and (kind not in FREE_KINDS or len(hit.text) <= 3)) or not reader.words.left_boundary(hit.start):
        return None
    named = reader.last_named(hit.text)
    if named is None or reader.page.article_at(named.start) != reader.page.article_at(hit.start):
        return None
    if len(hit.text) > 3:
        return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.8)
    return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.75) if named.body.kind == kind else None
