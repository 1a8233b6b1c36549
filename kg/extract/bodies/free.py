"""Readings of a suffix without an owner before it: names of their own, and what was named before."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import CENTRES
from kg.extract.bodies.canonical import FREE_KINDS, LEVELS, canonical, is_compound, level_beginning, line, unquoted
from kg.extract.bodies.free_starts import free_start, level_of_group
from kg.extract.bodies.groups import group_of_article, of_campaign, without_owner
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.no_names import GRADE, is_no_name
from kg.extract.bodies.own import OWN_HEADS, SELF_WORDS
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import FACULTY, FARMS, FOUNDED, LONGEST_NAME, OF_ANY, OF_STATE_THEN, ORGANISATIONS, OWN_LEADERS, SENT
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC
from kg.lexicon.words import DEPARTMENT_HEADS, GENERIC_BEFORE, NAMED_AGAIN, NAMED_BEFORE_POSTS, NATIONAL_BODIES, SUFFIXES
from kg.model import Basis

_NAMED_FREELY: Final = ("总局", "管委会", "领导小组", "监事会", "董事会", "干部学院")
"""Suffixes that name bodies of their own though their kind does not."""
_LIKE_FIRMS: Final = frozenset({"林业局", "农垦局", *FARMS})
"""Bureaus and farms that have names of their own, as firms have."""
_SORT_OF_FARM: Final = re.compile("家庭|国[营有]|集体|生态|大型|休闲|观光|养殖|种植|[个家座]$")
"""Before the last word of a farm's name: a sort of farms."""
_BEGINNING: Final = 3000
_UNIT: Final = re.compile(
    "[系院部处室科所站班队厂司心关](?:第[一二三四五六七八九十]{1,2})?$|^(?:学生|教工|离退休|机关)第?[一二三四五六七八九十]{0,2}$"
)
"""What of an organisation has a branch of its own."""
_SHORT_HEADS: Final = ("办", "局", "委", "院", "站", "所")
"""Weak suffixes before which one character is enough of a name: 市文联 is none, 县农办 is."""
_HEADS: Final = re.compile("(?:(?![的了在到对]|参加|出席)[\u4e00-\u9fff、，]){2,}[、，及]")
_PIECE: Final = re.compile("[\u4e00-\u9fff]{2,16}?[、，及]")
"""One of the heads that are listed: 副局长乙，."""
_LONGEST_LIST: Final = 100
_OF_BUREAUS: Final = ("科", "股")
"""What bureaus have more often than schools."""
_SECTIONS: Final = ("科", "股", "室")
"""Last characters of what has no sections of its own."""
_INFECTIONS: Final = "院感"
"""What a ward of hospitals is there for whose name begins as the word for a hospital does: 院感科."""
_WITH_ROOMS: Final = (*ORGANISATIONS, "government-department", "court", "procuratorate")
"""Kinds of bodies with sections of their own."""
_OF_ALL: Final = "基层"
"""乡|基层|人民政府 are those of all townships."""
_SCHOOL: Final = "学校"
_OF_SCHOOLS: Final = frozenset({"学院", "处", "部", "中心", "图书馆", "研究院", "研究所"})
"""What a school has, behind the word by which its paper calls it: 学校|科研处."""
_SIDES: Final = frozenset("东西南北")
"""What between a level word and a suffix makes a name with that word: 市东|医院, 市北|中学."""
_STILL_OF_LEVEL: Final = ("直机关", "中医", "中西医", "中心", "民族", "民营", "民间", "市政", "市场", "县域", "村级", "乡镇")
"""What begins with such a character and is a word by itself: 市|中医医院, 市|市政公司, 县|县域…."""
_NOT_OF_LEVEL: Final = frozenset("内外里级直属长中场政民容省市县区旗镇乡村干")
"""Characters that make another word of a level word: 市内, 县级, 区属."""
_NATIONAL_SITE: Final = re.compile("中国(?:[\u4e00-\u9fff]{2,4})?(?<![联电管路道输信邮动])$")
_LONGEST_SITE: Final = 6
_ROOMS: Final = ("处", "科", "室")
"""Last characters of departments that are named by what they do alone: 党政办公室, 纪委监察室."""
_SHORT_DEPARTMENT: Final = 3
_ORGANS_OF_PLACES: Final = ("congress", "cppcc", "government", "party-committee", "discipline")
_TELLING: Final = 4
"""Characters of a name that is made of general words and still one: 区|金融工作|局."""
_TOWNS, _STREETS = ("镇", "乡"), "街"
"""镇街党委 are those of all towns and streets."""
_LOW: Final = frozenset({"村", "镇", "乡", "社区"})
_GOING: Final = frozenset("驻进入下包联到赴在")
_HOLDING: Final = ("召开", "召开了", "举行", "举行了", "举办", "举办了")
_LONGEST_STEM: Final = 4
_SCHOOL_OF_TOWN: Final = re.compile(f"[、，；：。\n][\u4e00-\u9fff]{{2,{_LONGEST_STEM - 1}}}$")
"""Before a weak word for schools: the short name of the town, at the head of a clause or in a list (、大石|一中)."""
_WHOLE_GROUP: Final = 7
"""Characters of a suffix that says by itself what a group is there for."""
_COUNTED: Final = re.compile("(?:\\d{1,5}[多余]?|[两二三四五六七八九十]{1,3})[个家所支](?![\u4e00-\u9fff])")
"""Behind what there are so many of: 肉牛养殖合作社|5个，, not 宏达公司|3个车间."""
_FIELDS: Final = frozenset("管理 教育 金融 体育 文化 商业 工业 农业 新闻 法律 国际 商 法 医 理 工 文 农 药".split())
"""Words that name no other body by themselves, and faculties."""
_UNIVERSITY: Final = "大学"
_THAT_SCHOOL: Final = ("该校", "该大学")
_INSTITUTES: Final = re.compile("大学|职业|师范|行政|干部|^(?:中国|中央|国家|国际关系|外交|独立)")
"""In names of institutes that are no faculties of a university."""
_OF_TRADES: Final = ("school", "association")
"""Kinds of bodies that are called after trades, which are titles."""
_NTH: Final = re.compile("(?:第[一二三四五六七八九十]{1,3}届[\u4e00-\u9fff]{2,10}?)?第[一二三四五六七八九十]{1,3}[次届]$")
_LONGEST_NTH: Final = 20
_CONGRESSES: Final = tuple(
    "党代会 党员代表大会 党代表大会 教代会 职代会 工代会 团代会 妇代会 职工代表大会 员工代表大会 运动会 会议筹备 人口普查 经济普查 农业普查".split()
)
_BRANCH, _LONGEST_BRANCH = "party-branch", 11
_FIRM: Final = "公司"
_SHORTEST_FIRM, _FAR_FIRMS = 2, 200
"""Characters of a firm's short name; bodies before it among which the longer one is looked for."""
_LEVEL_BEGINS: Final = re.compile(f"[{''.join(sorted({level[0] for level in LEVELS}))}]")


def free(reader: Reader, hit: Hit) -> BodyMention | None:
    """A name of its own, read leftwards word by word: 宏达公司, 中国…集团."""
    least = _shortest_name(reader, hit)
    titled = reader.words.opens_post(hit) or (hit.text == FACULTY and reader.words.opens_organ(hit))  # 化工学院|党委书记
    nearby = _LEVEL_BEGINS.search(reader.text, max(0, hit.start - LONGEST_NAME), hit.start)
    like_firm = hit.text in _LIKE_FIRMS
    if hit.text in CENTRES or hit.text in NATIONAL_BODIES or not (least or titled or nearby or like_firm):
        return None
    start = free_start(reader, hit)
    if start is None:
        return None
    group = SUFFIXES[hit.text].kind == "leading-group"
    start -= len(level_of_group(reader, start)) if group else 0
    start -= _nth(reader.text, start) if group else 0
    name = unquoted(reader.text[start : hit.start])
    if hit.text == _FIRM and (in_full := _in_full(reader, hit, start, name)) is not None:
        return in_full
    if group and (led := of_campaign(reader, hit, start, name)) is not None:
        return led
    if like_firm and _is_called_so(reader, name, hit):
        return _named(reader, hit, start, name)
    found = _level_and_modifier(reader, hit, start, name) or (_own_department(reader, hit, start, name) if titled else None)
    whole = group and len(hit.text) >= _WHOLE_GROUP and reader.text.endswith(FOUNDED, 0, start)  # 成立|防汛抗旱指挥部
    if found is not None or not least or (len(name) < least and not whole):
        return found
    return group_of_article(reader, hit, start, name) if group else _named(reader, hit, start, name)


def _nth(text: str, start: int) -> int:
    """The length of what says the number of the congress that a group prepares: 、|第四次|党代会筹备工作领导小组."""
    nth = _NTH.search(text, max(0, start - _LONGEST_NTH), start)
    return len(nth[0]) if nth is not None and text.startswith(_CONGRESSES, start) else 0


def _in_full(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """The one firm of the page whose longer name has that in it: 溪源|公司 after 溪源茶业有限责任公司."""
    if len(name) < _SHORTEST_FIRM or name in GENERIC:
        return None
    longer = {
        mention.body
        for mention in reader.found[-_FAR_FIRMS:]
        if mention.body.kind == "enterprise" and name in mention.body.name and not mention.body.name.endswith(name + hit.text)
    }
    body = next(iter(longer)) if len(longer) == 1 else None
    whole = body is not None and body.name.endswith(hit.text)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "named before", 0.85) if whole and body is not None else None


def _shortest_name(reader: Reader, hit: Hit) -> int:
    """How many characters a name of its own before that suffix has at least; 0 where there are no such names."""
    suffix = SUFFIXES[hit.text]
    if hit.text in NAMED_BEFORE_POSTS and (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):
        return 2
    if hit.text == "网" and _NATIONAL_SITE.search(reader.text, max(0, hit.start - _LONGEST_SITE), hit.start):
        return 2
    if suffix.weak and suffix.kind == "school":
        return 2 if _SCHOOL_OF_TOWN.search(reader.text, max(0, hit.start - _LONGEST_STEM - 1), hit.start) else 0
    if suffix.weak:
        return 6 if hit.text.endswith("中心") and suffix.kind in FREE_KINDS else 0
    if suffix.kind == "leading-group":
        return 2
    return 1 if suffix.kind in FREE_KINDS or hit.text.endswith(_NAMED_FREELY) else 0


def _is_called_so(reader: Reader, name: str, hit: Hit) -> bool:
    """Whether the page calls a bureau or farm that is run like a firm so at its beginning, more than once: 五岔沟|林业局."""
    return (
        len(name) > 1
        and not level_beginning(name)
        and _SORT_OF_FARM.search(name) is None
        and reader.text.count(name + hit.text, 0, _BEGINNING) > 1
    )


def _named(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """The body of that name, unless it is made of general words: 各级公司, 乡镇企业."""
    if _COUNTED.match(reader.text, hit.end):
        return None
    if not (hit.text == FACULTY and name in _FIELDS) and is_no_name(reader, hit, start, name):
        return None
    if reader.text.startswith("”", hit.end) and reader.text[start - 1 : start] not in ("“", "‘"):  # “希望工程·|爱心圆梦|大学”
        return None
    if hit.text.endswith("会") and reader.text.endswith(_HOLDING, 0, start):  # 召开|民主协商会
        return None
    if (school := _of_school(reader, hit, start, name)) is not None:
        body = school.part(name.removeprefix(_SCHOOL) + hit.text, SUFFIXES[hit.text].kind)
        return BodyMention(start, hit.end, body, Basis.CONTEXT, "own department", 0.8)
    named = reader.named_longer(name + hit.text)
    if named is not None and reader.page.article_at(named.start) == reader.page.article_at(start):
        return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.85)
    place = reader.places.between(start, hit.start)
    if place is None and hit.text == FACULTY and (university := _university(reader, hit, start, name)) is not None:
        return BodyMention(start, hit.end, university.part(name + hit.text, SUFFIXES[hit.text].kind), Basis.CONTEXT, "own department", 0.8)
    town = reader.places.town_called(name) if place is None and SUFFIXES[hit.text].kind not in _OF_TRADES else None
    body = BodyRef(name + hit.text, SUFFIXES[hit.text].kind, place or town)
    return BodyMention(start, hit.end, body, Basis.STATED, "free name", 0.8)


def _university(reader: Reader, hit: Hit, start: int, name: str) -> BodyRef | None:
    """The university of which a faculty is part: the one named last (该校化学化工|学院), or the document's own."""
    if _INSTITUTES.search(name):
        return None
    last = (reader.last_named(_UNIVERSITY) or _institute(reader)) if reader.text.endswith(_THAT_SCHOOL, 0, start) else None
    own = last.body if last is not None else reader.context(hit).self_bodies.get("校") or _listed_school(reader, start)
    return own if own is not None and (last is not None or own.name.endswith((_UNIVERSITY, FACULTY))) else None


def _listed_school(reader: Reader, start: int) -> BodyRef | None:
    """The university or institute whose heads alone are listed before: 理工大学副校长甲、教务处处长乙、|化工学院|院长丙."""
    of = _among_holders(reader, start)
    whole = line(of)[-1] if of is not None else None
    return whole if whole is not None and whole.kind == "school" else None


def _institute(reader: Reader) -> BodyMention | None:
    """The institute named last that is no part of a school, for which 该校 stands."""
    last = reader.last_named(FACULTY)
    return last if last is not None and last.body.parent is None else None


def _of_school(reader: Reader, hit: Hit, start: int, name: str) -> BodyRef | None:
    """The school whose part is called so: the page's own (学校|化学化工学院), or that of the faculty that is listed before (、|护理学院)."""
    if hit.text not in _OF_SCHOOLS:
        return None
    if name.startswith(_SCHOOL) and len(name) > len(_SCHOOL):
        return reader.context(hit).self_bodies.get(SELF_WORDS[_SCHOOL])
    last = reader.found[-1] if reader.found else None
    if hit.text != FACULTY or last is None or not last.body.name.endswith(FACULTY) or reader.text[last.end : start] != "、":
        return None
    return last.body.parent if last.body.parent is not None and last.body.parent.kind == "school" else None


def _own_department(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A department of the document's own body where a title of its follows: 国际交流处处长 in a university's paper, 集团公司|检修部部长."""
    last = reader.found[-1] if reader.found else None
    if last is not None and start < last.end < hit.start - 1:  # 兵团党委深化改革办公室|督察处|副处长
        between = range(last.end, hit.start)
        between_them = reader.text[last.end : hit.start]
        if OF_ANY.search(between_them) or SENT.search(between_them) or any(position in reader.words.titles for position in between):
            return None  # 市政府|有关部委办局, 某公司|副总裁兼党组|纪检组
        inside = last.body.part(reader.text[last.end : hit.start] + hit.text, SUFFIXES[hit.text].kind)
        return BodyMention(last.start, hit.end, inside, last.basis, "joined", 0.85)
    bodies = reader.context(hit).self_bodies
    head = next((head for head in OWN_HEADS if name.startswith(head) and SELF_WORDS[head] in bodies and name != _INFECTIONS), "")
    listed = _among_holders(reader, start) if not head and hit.text in _OF_BUREAUS else None
    own = bodies[SELF_WORDS[head]] if head else listed or next(iter(bodies.values()), None) or _listed_organisation(reader, start)
    if own is not None and hit.text == FACULTY and own.name.endswith(FACULTY):
        return None
    name = name.removeprefix(head)
    by_itself = not name and len(hit.text) > 2 and hit.text != "办公室"  # 研究生院|副院长, 执行局|局长
    of_state = own is not None and own.kind in ORGANISATIONS and OF_STATE_THEN.match(name)
    if of_state or level_beginning(name) or OF_ANY.search(name) or reader.places.between(start, hit.start):
        return None
    if own is None and len(name + hit.text) > _SHORT_DEPARTMENT and hit.text.endswith(_ROOMS):
        return without_owner(reader, hit, start, name + hit.text)
    branch = SUFFIXES[hit.text].kind == "party-branch" and _UNIT.search(name) is not None  # 中文系|党总支|书记
    ward = own is not None and own.kind == "hospital"  # 骨|科|主任
    if own is None or (len(name) < 2 and not (by_itself or ward) and name != "党") or not (branch or hit.text in DEPARTMENT_HEADS):
        return None
    body = BodyRef(own.name + name + hit.text, SUFFIXES[hit.text].kind, own.jurisdiction, own)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "own department", 0.8)


def _among_holders(reader: Reader, start: int) -> BodyRef | None:
    """The bureau, court or organisation whose heads alone stand between its name and ``start``: 教育局局长甲，副局长乙，|综合科|科长丙."""
    last = reader.found[-1] if reader.found else None
    if last is None or not last.end < start <= last.end + _LONGEST_LIST or not _HEADS.fullmatch(reader.text, last.end, start):
        return None
    at = last.end
    while at < start:
        end = _PIECE.match(reader.text, at, start)
        if end is None or not any(position in reader.words.titles for position in range(at, end.end())):
            return None
        at = end.end()
    of = next((body for body in line(last.body) if body.kind in _WITH_ROOMS and not body.name.endswith(_SECTIONS)), None)
    return of if of is not None and of.resolved else None


def _listed_organisation(reader: Reader, start: int) -> BodyRef | None:
    """The organisation whose people the sentence lists before: 林业局局长甲，副局长乙，|组织科|科长丙."""
    sentence, last = reader.page.sentence_at(start), reader.found[-1] if reader.found else None
    if sentence is None or last is None or last.start < sentence.start or reader.text[start - 1] not in "，、":
        return None
    of: BodyRef | None = last.body
    while of is not None and not (of.kind in (*ORGANISATIONS, "court") or of.name.endswith(tuple(_LIKE_FIRMS))):
        of = of.parent
    return of if of is not None and of.resolved else None


def _level_and_modifier(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """市老龄办, 县水政监察大队: a level word, a modifier and a suffix; the context says which place."""
    level = level_beginning(name)
    rest = name[len(level) :]
    if level and (
        is_compound(reader.text, start) or reader.in_levels(start) or (level in _LOW and reader.text[start - 1 : start] in _GOING)
    ):  # 驻|村工作队
        return None
    if (
        not level
        or not rest
        or SENT.search(rest)
        or OF_ANY.search(rest)
        or rest in GENERIC_BEFORE["body"]
        or rest in _SIDES
        or rest == _OF_ALL
        or GRADE.search(rest)
        or (rest[0] in _NOT_OF_LEVEL and not rest.startswith(_STILL_OF_LEVEL))
        or (level == "地" and not rest.startswith("委"))
        or (level == "区" and rest.startswith("域"))
        or (level in _TOWNS and rest.startswith(_STREETS))
    ):
        return None
    trained = hit.start if SUFFIXES[hit.text].kind in _OF_TRADES else -1  # 市|技师|学院, 县|教师|进修学校, 市|律师|协会
    if any(reader.words.titles.get(position, trained) != trained for position in range(start, hit.start)):  # 市|委书记甲率队
        return None
    if hit.text == "组" and (within := reader.places.before(hit.start)) is not None and within.start > start and within.place.slot == "村":
        return None  # 渡镇|横溪村上龙江组
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
        unsure = suffix.weak and not (len(rest) >= _TELLING and reader.words.opens_post(hit))  # 省|扶贫和移民|办副主任
        return None if unsure else BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    body = BodyRef(canonical(place, rest + hit.text), suffix.kind, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "level and modifier", 0.85)


def again(reader: Reader, hit: Hit) -> BodyMention | None:
    """公司, 附属医院 by itself: the last body of that name that was named in full in the same article."""
    kind = SUFFIXES[hit.text].kind
    if kind == _BRANCH and (named := _branch_again(reader, hit)) is not None:
        return named
    by_head = hit.text in NAMED_AGAIN
    group = reader.last_named("领导小组") if hit.text == "领导小组办公室" and reader.words.left_boundary(hit.start) else None
    if group is not None:
        return BodyMention(hit.start, hit.end, group.body.part("办公室", kind), Basis.CONTEXT, "named before", 0.8)
    if (not by_head and (kind not in FREE_KINDS or len(hit.text) <= 3)) or not reader.words.left_boundary(hit.start):
        return None
    named = reader.last_named(hit.text)
    if named is None or reader.page.article_at(named.start) != reader.page.article_at(hit.start):
        return None
    if hit.text == _FIRM and _speaks_for_itself(reader, named):
        return None
    if len(hit.text) > 3:
        return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.8)
    return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.75) if named.body.kind == kind else None


def _speaks_for_itself(reader: Reader, named: BodyMention) -> bool:
    """Whether the article tells of its own firm's leaders before it names that one: 公司|总经理 met 乙公司|董事长, which 公司 then is not."""
    article = reader.page.segments.articles[reader.page.article_at(named.start)]
    return OWN_LEADERS.search(reader.text, article.start, min(named.start, article.start + _BEGINNING)) is not None


def _branch_again(reader: Reader, hit: Hit) -> BodyMention | None:
    """The branch that was named in full with the same words before its last one: 由|机关一|党支部|书记甲主持."""
    for start in range(max(0, hit.end - _LONGEST_BRANCH), hit.start - 1):
        named = reader.named_longer(reader.text[start : hit.end])
        if named is not None and named.body.kind == _BRANCH and reader.words.left_boundary(start):
            return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.8)
    return None
