"""Posts and who holds them: titles, the bodies before them, the names behind or before them.

A chain of titles (市委组织部副部长、市委编办主任) is read item by item; each item is a body, perhaps named only by its place
in the chain, and one or more bare titles. People are found where titles lead to them, and posts are what the chain says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract import names
from kg.extract.bodies import BodyMention, canonical, title_scanner
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.places import PlaceMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit, Scanner
from kg.lexicon.words import FUSED, OFFICES, SUFFIXES
from kg.model import Basis, Status


@dataclass(frozen=True, slots=True)
class Title:
    """``text[start:end]`` is a title, with the body before it from ``body_start`` where the text names one."""

    start: int
    end: int
    title: str
    body: BodyRef | None
    body_start: int
    basis: Basis
    rule: str
    confidence: float
    status: Status = Status.CURRENT


@dataclass(frozen=True, slots=True)
class PersonMention:
    """``text[start:end]`` is a personal name; ``rule`` says what told so."""

    start: int
    end: int
    name: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Holding:
    """A person holds (held, is proposed for) a title in a body; ``body`` is None where the text leaves it open."""

    person: PersonMention
    title: Title


@dataclass(frozen=True, slots=True)
class Found:
    """People and posts of one page, in order of position."""

    people: list[PersonMention]
    holdings: list[Holding]
    titles: list[Title]


_GOVERNMENT_SLOT: Final = {
    "省长": "省",
    "市长": "市",
    "县长": "县",
    "区长": "区",
    "州长": "州",
    "盟长": "盟",
    "旗长": "旗",
    "镇长": "镇",
    "乡长": "乡",
    "专员": "地",
}
_SEPARATOR: Final = re.compile(r"[、，\s兼和及]{0,3}(?:兼|并兼任|兼任)?$")
_STATUS: Final = re.compile(r"(原任|原|前|曾任|曾|时任|拟任|拟提名|拟|代理|现任|新任)$")
_STATUSES: Final = {
    "原": Status.FORMER,
    "原任": Status.FORMER,
    "前": Status.FORMER,
    "曾任": Status.FORMER,
    "曾": Status.FORMER,
    "时任": Status.THEN,
    "拟任": Status.PROPOSED,
    "拟提名": Status.PROPOSED,
    "拟": Status.PROPOSED,
}
_NOT_TITLE_AFTER: Final = {
    "书记": "员处抓",
    "主任": "医科",
    "主席": "台团令",
    "代表": "性了作大团全着我本们们广处",
    "委员": "会",
    "成员": "单国",
    "专家": "组学论库评",
    "编辑": "部出",
    "教师": "节队",
    "学生": "会",
    "顾问": "团",
    "经理": "人层部",
    "队员": "们",
    "秘书": "长处",
    "常委": "会班",
    "理事": "会",
    "干事": "创",
    "主编": "的",
    "研究员": "级",
    "教授": "了",
    "站长": "",
    "组长": "单",
    "作者": "简",
}
_GENERIC_BEFORE: Final = re.compile(
    r"(?:各|全体|历任|历届|每位|广大|有关|部分|多名|几名|一名|两名|三名|一位|几位|名|位|主要|分管|相关|下级|基层|党支部|所有|其他|原有)$"
)
_PERSON_NOUNS: Final = (
    "果农", "茶农", "菜农", "粮农", "店主", "老板", "村民", "居民", "群众", "市民", "党员", "老党员", "职工", "工人", "员工", "农民", "学生", "大学生", "同学", "老人", "子女", "民警", "交警", "干警", "战士", "士兵", "农户", "贫困户", "业主", "司机", "医生", "护士", "教师",
    "老师", "烈士", "劳模", "全国劳模", "省劳模", "劳动模范", "英雄", "模范", "标兵", "种粮大户", "养殖户", "个体户", "商户", "创业者", "企业家", "负责人", "主要负责人", "领导", "集团领导", "市领导", "县领导", "省领导", "区领导", "校领导", "公司领导",
    "同志", "干部", "选手", "运动员", "作家", "画家", "诗人", "演员", "导演", "网友", "网民", "青年", "志愿者", "社工", "儿子", "女儿", "丈夫", "妻子", "父亲", "母亲", "牧民", "渔民", "移民", "游客", "顾客", "患者", "病人", "家长", "女工", "技师", "技术员", "工程师", "台胞", "侨胞", "台商", "港商",
)  # fmt: skip
_STAFF: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<!人)(?<!党)(?<!成)(?<!官)(?<!动)(?<!全)(?<!会)(?<!团)(?<!委)员(?=[\u4e00-\u9fff]{2})"
)
"""员 at the end of a trade (统计员, 护林员)."""
_AFTER_NAME: Final = re.compile(r"(同志|总书记|总理|主席|书记|部长|省长|市长|县长|区长|局长|主任|老师|教授|院士|先生|女士|烈士|将军)(?!们)")
_AFTER_AS_POST: Final = {
    "老师": "老师",
    "教授": "教授",
    "书记": "书记",
    "部长": "部长",
    "省长": "省长",
    "市长": "市长",
    "县长": "县长",
    "区长": "区长",
    "局长": "局长",
    "主任": "主任",
}
_SAYING: Final = re.compile(r"(?:指出|强调|表示|介绍|告诉|认为|要求|说|主持|出席|在讲话中|作动员|作了|致辞|代表)")
_LIST_OF_NAMES: Final = re.compile(
    r"((?:[\u4e00-\u9fff·]{2,8}、)+[\u4e00-\u9fff·]{2,8}?)等([\u4e00-\u9fff]{0,8}?)(?:同志|领导|干部|人|党员|模范|英雄|代表|专家|学者|劳模|先进)"
)
_ADMIRED: Final = re.compile(
    r"(?:学习(?:弘扬|宣传|践行)?|向|弘扬|争做|像|以)((?:[\u4e00-\u9fff·]{2,4}、)*[\u4e00-\u9fff·]{2,4}?)(?:等(?:[\u4e00-\u9fff]{0,6})|的)?(?:精神|先进事迹|事迹|同志|学习|那样|为榜样)"
)
_CREDIT: Final = re.compile(
    r"((?:本报|本网|本台|本刊)?(?:特约|实习|见习|首席)?(?:记者|通讯员|评论员)|责任编辑|责编|编辑|作者|撰稿|供稿|摄影|审核|校对|文/图|图/文|文|图)\s?[：:/]?\s*([\u4e00-\u9fff·]{2,4}(?:[ 、，,]+[\u4e00-\u9fff·]{2,4})*)"
)
_CREDITED_ANYWHERE: Final = ("记者", "通讯员", "评论员", "编辑", "责编")
"""Ends of the labels that credit journalists in any zone; 作者, 摄影 … are common words outside of bylines."""
_INTRODUCED: Final = re.compile(r"([\u4e00-\u9fff·]{2,12})，(?:男|女)，")
_GROUP_TITLES: Final = frozenset(
    "组长 副组长 常务副组长 第一副组长 第一组长 成员 召集人 总指挥 副总指挥 常务副总指挥 指挥长 副指挥长 常务副指挥长 政委 会长 副会长 理事长 副理事长".split()
)
_SEATS: Final = frozenset({"主任", "副主任", "主席", "副主席", "秘书长", "副秘书长"})
"""Titles that behind a comma are those of the committee named before: 成立…委员会，主任X."""
_HEAD_OF: Final = {
    "董事长": "集团",
    "总经理": "集团",
    "总裁": "集团",
    "校长": "校",
    "局长": "局",
    "厅长": "厅",
    "院长": "院",
    "厂长": "厂",
    "矿长": "矿",
    "行长": "行",
}
"""The word for the document's own body of which a title that stands alone is the head."""

_HOLDS_TITLE: Final = re.compile("书记|主任|委员|局长|部长|主席|[任兼由，]")
_DEPARTMENT: Final = re.compile(r"[\u4e00-\u9fff]*(?<![和及与的了在是有对为由副]) ?$")
LABEL_RULE: Final = "label"
"""The rule of posts that a label above or before a name gives: no words of the title stand beside the name."""
_LABEL: Final = re.compile(
    r"\s*((?:常务)?(?:第一)?副?\s*组\s*长|成\s*员|副?\s*主\s*任|秘\s*书\s*长|召集人|(?:常务)?副?总\s*指\s*挥|(?:常务)?副?指挥长|政\s*委|顾\s*问|副?主席|副?会长|副?理事长)\s*[：:]\s*"
)
_MEMBER_LINE: Final = re.compile(r"\s*[\u4e00-\u9fff·]{2,12}(?:\s{1,8}|（)[\u4e00-\u9fff]{2,}")


def find(page: Page, places: list[PlaceMention], bodies: list[BodyMention], contexts: list[Context]) -> Found:
    """The people and posts of ``page``."""
    return _Finder(page, places, bodies, contexts).find()


@cache
def _noun_scanner() -> Scanner:
    return Scanner(_PERSON_NOUNS)


def _leads_to_a_name(title: str) -> bool:
    """Whether a name is expected behind ``title``: behind 局长 or 记者, not behind 职工 or 公务员."""
    office = OFFICES.get(title)
    return office is not None and (office.official or office.sphere in ("media", "academic", "military"))


class _Finder:
    """Finds the people and posts of one page."""

    def __init__(self, page: Page, places: list[PlaceMention], bodies: list[BodyMention], contexts: list[Context]) -> None:
        self._page = page
        self._text = page.text
        self._contexts = contexts
        self._bodies = bodies
        self._body_ends = [mention.end for mention in bodies]
        self._places = {mention.end: mention for mention in places}
        self._people: dict[int, PersonMention] = {}
        self._holdings: list[Holding] = []
        self._titles: list[Title] = []

    def find(self) -> Found:
        self._read_titles()
        for chain in self._chains():
            self._people_of_chain(chain)
        self._after_nouns()
        self._before_words()
        self._lists()
        self._credits()
        self._labels()
        self._speakers()
        self._again()
        people = [self._people[start] for start in sorted(self._people)]
        return Found(people, sorted(self._holdings, key=lambda h: (h.person.start, h.title.start)), self._titles)

    # ------------------------------------------------------------------ titles

    def _read_titles(self) -> None:
        for hit in title_scanner().scan(self._text):
            if self._page.mined(hit.start) and self._text[hit.end : hit.end + 1] not in tuple(_NOT_TITLE_AFTER.get(hit.text, "")):
                self._titles.append(self._title(hit))

    def _title(self, hit: Hit) -> Title:
        """``hit`` with its body: the one that ends where the title starts, shares its first character, or is fused with it."""
        before = self._titles[-1] if self._titles else None
        chained = before is not None and self._linked(before.end, hit)
        fused = FUSED.get(hit.text)
        office = OFFICES.get(fused.title if fused else hit.text)
        title = fused.title if fused else hit.text
        body, start, basis, rule, confidence = self._body_before(hit, office.unit if office else "", fused.body if fused else "")
        if body is None and chained and before is not None:
            body, basis, rule = self._from_chain(before, hit, fused.body if fused else ""), Basis.CONTEXT, "chain"
            confidence = 0.9
        if body is None and not chained:
            body, basis, rule = self._from_context(hit, fused.body if fused else ""), Basis.CONTEXT, "own body"
            confidence = 0.75
        status = self._status(start)
        if status is Status.CURRENT and start < hit.start:
            status = self._status(hit.start)
        if status is Status.CURRENT and before is not None and chained:
            status = before.status if before.status is not Status.CURRENT and not self._text[before.end : start].strip("、") else status
        return Title(hit.start, hit.end, title, body, start, basis, rule, confidence, status)

    def _linked(self, end: int, hit: Hit) -> bool:
        """Whether the title at ``hit`` goes on the chain of the one that ends at ``end``: only its own body between them."""
        gap_end = hit.start
        body = self._body_ending(hit)
        if body is not None:
            gap_end = min(gap_end, body.start)
        return end <= gap_end and gap_end - end <= 4 and bool(_SEPARATOR.match(self._text[end:gap_end]))

    def _body_ending(self, hit: Hit) -> BodyMention | None:
        """The body that ends at the title, or one character into it (组织部|长)."""
        number = bisect_right(self._body_ends, hit.start + 1) - 1
        if number < 0 or self._bodies[number].start >= hit.start:
            return None
        former = self._text[hit.start - 1] in "原前"  # 畜牧局原局长
        return self._bodies[number] if self._body_ends[number] >= hit.start - former else None

    def _body_inside(self, hit: Hit) -> BodyMention | None:
        """The body that ends inside a fused title: 镇党委 in 镇|党委书记."""
        number = bisect_left(self._body_ends, hit.end) - 1
        if number >= 0 and self._bodies[number].start < hit.start and self._body_ends[number] > hit.start + 1:
            return self._bodies[number]
        return None

    def _body_before(self, hit: Hit, unit: str, fused: str) -> tuple[BodyRef | None, int, Basis, str, float]:
        mention = self._body_inside(hit) if fused else None
        if mention is not None:
            return mention.body, mention.start, mention.basis, mention.rule, mention.confidence
        mention = self._body_ending(hit)
        if mention is not None and (mention.end <= hit.start or self._text[hit.start] == unit[:1]):
            body = mention.body
            if fused:
                body = BodyRef(
                    body.name + fused,
                    SUFFIXES[fused].kind if fused in SUFFIXES else "other",
                    body.jurisdiction,
                    body,
                    body.resolved,
                    body.scope,
                )
            return body, mention.start, mention.basis, mention.rule, mention.confidence
        if unit == "government":
            return self._government(hit)
        if unit:
            return self._by_unit(hit, unit)
        place = self._places.get(hit.start)
        if place is not None and place.place.level in ("village", "township") and not fused:
            return self._of_village(place, hit)
        if place is not None and fused:
            body = BodyRef(canonical(place.place, fused), SUFFIXES[fused].kind if fused in SUFFIXES else "other", place.place)
            return body, place.start, Basis.STATED, "place and fused title", 0.9
        return None, hit.start, Basis.STATED, "", 0.9

    def _of_village(self, place: PlaceMention, hit: Hit) -> tuple[BodyRef | None, int, Basis, str, float]:
        """苍湾村第一书记, 前川村主任: of the village's party branch or committee (a town's party committee)."""
        if hit.text.endswith("书记"):
            village = place.place.level == "village"
            core, kind = ("党支部", "party-branch") if village else ("党委", "party-committee")
        elif hit.text.endswith("主任") and place.place.level == "village":
            core, kind = "居委会" if place.place.slot == "社区" else "委会", "village"
        else:
            return None, hit.start, Basis.STATED, "", 0.8
        return BodyRef(place.place.name + core, kind, place.place), place.start, Basis.STATED, "village and title", 0.85

    def _government(self, hit: Hit) -> tuple[BodyRef | None, int, Basis, str, float]:
        """市长, 副县长: of the government of the place before, or of the article's own place at that level."""
        slot = next((slot for title, slot in _GOVERNMENT_SLOT.items() if hit.text.endswith(title)), "")
        mention = self._places.get(hit.start) or (self._places.get(hit.start + 1) if hit.text[0] == slot else None)
        if mention is not None:
            return self._government_of(mention.place), mention.start, Basis.STATED, "place and title", 0.95
        context = self._contexts[self._page.article_at(hit.start)]
        place = context.own.get(slot)
        if place is not None:
            return self._government_of(place), hit.start, Basis.CONTEXT, "own place", 0.85
        return None, hit.start, Basis.STATED, "", 0.7

    @staticmethod
    def _government_of(place: PlaceRef) -> BodyRef:
        return BodyRef(canonical(place, "政府"), "government", place)

    def _by_unit(self, hit: Hit, unit: str) -> tuple[BodyRef | None, int, Basis, str, float]:
        """民政局长 where 民政局 was not seen as a body: a place and a department that only the title closes (武汉市教育局长)."""
        number = bisect_right(self._body_ends, hit.start) - 1
        if number >= 0:
            before = self._bodies[number]
            gap = self._text[before.end : hit.start]
            if 0 < len(gap) <= 8 and _DEPARTMENT.match(gap) and not _HOLDS_TITLE.search(gap):  # 田庄选煤厂|洗煤二|班长
                body = BodyRef(
                    before.body.name + gap.removesuffix(unit) + unit,
                    "other",
                    before.body.jurisdiction,
                    before.body,
                    before.body.resolved,
                    before.body.scope,
                )
                return body, before.start, before.basis, "department by its title", 0.85
        return None, hit.start, Basis.STATED, "", 0.8

    def _from_chain(self, before: Title, hit: Hit, fused: str) -> BodyRef | None:
        """The body of a title that the chain names only once: 县委副书记、县长; 党委书记、董事长; 局党组书记、局长."""
        body = before.body
        if body is None:
            return None
        office = OFFICES.get(hit.text)
        if fused:
            base = body.parent if body.parent is not None and body.kind in ("party-committee", "party-branch") else body
            if base.kind in ("party-committee", "government") and base.jurisdiction is not None and base.parent is None:
                place = base.jurisdiction
                return BodyRef(canonical(place, fused), SUFFIXES[fused].kind if fused in SUFFIXES else "other", place)
            return BodyRef(
                base.name + fused,
                SUFFIXES[fused].kind if fused in SUFFIXES else "other",
                base.jurisdiction,
                base,
                base.resolved,
                base.scope,
            )
        if office is not None and office.unit == "government":
            level = next((slot for title, slot in _GOVERNMENT_SLOT.items() if hit.text.endswith(title)), "")
            if body.jurisdiction is not None and body.jurisdiction.slot in (level, {"地": "地区"}.get(level)):
                return self._government_of(body.jurisdiction)
            return BodyRef(level + "政府", "government", None, None, resolved=False, scope=self._page.source) if not body.resolved else None
        if office is not None and office.sphere == "party":
            return body
        if body.kind in ("party-committee", "party-branch") and body.parent is not None:
            return body.parent
        return body

    def _from_context(self, hit: Hit, fused: str) -> BodyRef | None:
        """The article's own body for 党委书记, 董事长, 局长 that stand alone; the leading group named before for 组长."""
        if _GENERIC_BEFORE.search(self._text, max(0, hit.start - 6), hit.start):
            return None
        deputy = self._deputy_of(hit)
        if deputy is not None:
            return deputy
        if hit.text in _GROUP_TITLES or (hit.text in _SEATS and self._text[hit.start - 1 : hit.start] in ("，", "；", "：")):
            return self._group_before(hit.start)
        if fused == "办公室":
            group = self._group_before(hit.start)
            return BodyRef(group.name + fused, "office", group.jurisdiction, group, group.resolved, group.scope) if group else None
        own = self._contexts[self._page.article_at(hit.start)].self_bodies
        if not own:
            return None
        if fused and fused.startswith(("党", "纪", "工会", "团委", "董事会", "监事会")):
            body = next(iter(own.values()))
            return BodyRef(body.name + fused, SUFFIXES[fused].kind if fused in SUFFIXES else "other", body.jurisdiction, body)
        word = next((word for title, word in _HEAD_OF.items() if hit.text.endswith(title)), "")
        return own.get(word)

    def _deputy_of(self, hit: Hit) -> BodyRef | None:
        """X任主任，Y任副主任: a deputy without a body is one of the last head of that title in the sentence."""
        head = re.sub(r"^(?:常务|第一)?副", "", hit.text)
        sentence = self._page.sentence_at(hit.start)
        if head == hit.text or sentence is None or not self._titles:
            return None
        last = next((title for title in reversed(self._titles) if title.start >= sentence.start and title.title == head), None)
        return last.body if last else None

    def _group_before(self, at: int) -> BodyRef | None:
        """The last leading group, office or association named in the paragraph before ``at``."""
        sentence = self._page.sentence_at(at)
        if sentence is None:
            return None
        low = self._page.segments.paragraphs[sentence.paragraph].start
        number = bisect_right(self._body_ends, at) - 1
        while number >= 0 and self._bodies[number].start >= low:
            if self._bodies[number].body.kind in ("leading-group", "association") or self._bodies[number].body.name.endswith(
                ("指挥部", "委员会", "理事会")
            ):
                return self._bodies[number].body
            number -= 1
        return None

    def _status(self, start: int) -> Status:
        found = _STATUS.search(self._text, max(0, start - 3), start)
        return _STATUSES.get(found[1], Status.CURRENT) if found else Status.CURRENT

    # ------------------------------------------------------------------ chains and the people behind them

    def _chains(self) -> list[list[Title]]:
        """Runs of titles with nothing but their bodies and separators between them."""
        chains: list[list[Title]] = []
        for title in self._titles:
            last = chains[-1][-1] if chains else None
            if (
                last is not None
                and last.end <= title.body_start
                and title.body_start - last.end <= 4
                and _SEPARATOR.match(self._text[last.end : title.body_start])
                and not (
                    self._text[last.end] == "，" and self._text[chains[-1][0].body_start - 1 : chains[-1][0].body_start] in ("任", "为")
                )
            ):
                chains[-1].append(title)
            else:
                chains.append([title])
        return chains

    def _people_of_chain(self, chain: list[Title]) -> None:
        """The names behind a chain (and a list of names that share it), or before it in a clause like X任Y."""
        at = chain[-1].end
        at += len(self._text[at : at + 4]) - len(self._text[at : at + 4].lstrip(" "))
        if self._text[at : at + 1] == "：" and self._text[at - 1 : at] in ("长", "员", "人", "委"):
            return
        strict = not any(_leads_to_a_name(title.title) for title in chain)
        people = self._appointed(chain) if self._text[chain[0].body_start - 1 : chain[0].body_start] in ("任", "为") else []
        people = people or self._names_from(at, "behind a title", strict=strict)
        if not people and self._text[at : at + 1] == "的":
            people = self._names_from(at + 1, "behind a title", 0.9)
        if not people:
            people = self._appointed(chain) or self._introduced(chain)
        for person in people:
            self._people.setdefault(person.start, person)
            self._holdings += [Holding(person, title) for title in chain]

    def _names_from(self, at: int, rule: str, confidence: float = 1.0, *, strict: bool = False) -> list[PersonMention]:
        """The name at ``at`` and those that follow it after 、 (张三、李四)."""
        people: list[PersonMention] = []
        while True:
            name = names.at(self._page, at, strict=strict and not self._in_list(at))
            if name is None:
                break
            people.append(PersonMention(name.start, name.end, self._text[name.start : name.end], rule, name.confidence * confidence))
            following = re.compile(r"(?:（[^）\n]{1,12}）)?(?:、|和| )\s?").match(self._text, name.end)
            if following is None or any(title.body_start == following.end() for title in self._titles):
                break
            nearby = names.at(self._page, following.end(), strict=following[0].strip() != "、")
            if nearby is None:
                break
            at = following.end()
        return people

    def _in_list(self, at: int) -> bool:
        """Whether a name that begins at ``at`` stands in a list of names: 莫绍基、聂文远."""
        members = re.compile(r"[\u4e00-\u9fff·]{2,12}(?:、[\u4e00-\u9fff·]{2,12})+").match(self._text, at)
        if members is None:
            return self._text[at - 1 : at] == "、"
        first, second = members[0].split("、")[:2]
        return names.is_whole(first) and (names.is_whole(second) or names.is_whole(second[:3]) or names.is_whole(second[:2]))

    def _appointed(self, chain: list[Title]) -> list[PersonMention]:
        """X任Y, X同志任Y, 任命X为Y, 免去X的Y职务, X（Y）: the name stands before the chain."""
        start = chain[0].body_start
        sentence = self._page.sentence_at(start)
        low = sentence.start if sentence else max(0, start - 30)
        match = re.search(
            r"(?:同志|教授|副教授|研究员|博士)?(?:同志(?=$)|拟任|担任|兼任|出任|就任|现任|曾任|历任|时任|当选为|当选|任|为|的|辞去|不再担任|（)(?:中共|原)?$",
            self._text[max(low, start - 12) : start],
        )
        if match is None:
            return []
        end = max(low, start - 12) + match.start()
        name = names.before(self._page, end, low)
        if name is None:
            return self._his(start, low) if self._text[end - 1 : end] == "其" else []
        if match[0].endswith(("的", "为", "同志")) and not re.search(
            r"(?:免去|任命|选举|推选|聘任|聘请|提名|决定|接受|同意)", self._text[max(low, name.start - 10) : name.start]
        ):
            return []
        people = [PersonMention(name.start, name.end, self._text[name.start : name.end], "appointed", 0.93)]
        while self._text[people[0].start - 1 : people[0].start] == "、":  # 张三、李四为副主任
            other = names.before(self._page, people[0].start - 1, low)
            if other is None:
                break
            people.insert(0, PersonMention(other.start, other.end, self._text[other.start : other.end], "appointed", 0.9))
        return people

    def _his(self, start: int, low: int) -> list[PersonMention]:
        """免去其X职务: the person named last in the sentence."""
        before = [person for person in self._people.values() if low <= person.start < start]
        return [max(before, key=lambda person: person.start)] if before else []

    def _introduced(self, chain: list[Title]) -> list[PersonMention]:
        """X，男，1968年生，现任Y，拟任Z: a paragraph that begins with a name tells that person's posts."""
        sentence = self._page.sentence_at(chain[0].start)
        if sentence is None:
            return []
        low = self._page.segments.paragraphs[sentence.paragraph].start
        intro = _INTRODUCED.match(self._text, low)
        if (
            intro is None
            or not names.is_whole(intro[1])
            or not re.search(
                "(?:现任|历任|曾任|拟任|提名为|任)$",
                self._text[max(low, chain[0].body_start - 4) : chain[0].body_start].removesuffix("中共"),
            )
        ):
            return []
        return [PersonMention(intro.start(1), intro.end(1), intro[1], "introduced", 0.95)]

    # ------------------------------------------------------------------ people without a post

    def _add(self, start: int, end: int, rule: str, confidence: float) -> None:
        if self._page.mined(start):
            self._people.setdefault(start, PersonMention(start, end, self._text[start:end], rule, confidence))

    def _after_nouns(self) -> None:
        """村民X, 集团领导X, 统计员X: a noun for a person, then a name."""
        staff = (Hit(match.start(), match.end(), match[0]) for match in _STAFF.finditer(self._text))
        for hit in (*_noun_scanner().scan(self._text), *staff):
            at = hit.end + (self._text[hit.end : hit.end + 1] == " ")
            if self._page.mined(hit.start) and at not in self._people:
                for person in self._names_from(at, "behind a noun for people", 0.95, strict=True):
                    self._people.setdefault(person.start, person)

    def _before_words(self) -> None:
        """X同志, X总书记, X老师: a name before such a word; a post where the word is one and a body stands before."""
        starts = {title.start for title in self._titles}
        for match in _AFTER_NAME.finditer(self._text):
            if not self._page.mined(match.start()) or (match[1] in OFFICES and match.start() not in starts):
                continue
            low, _ = self._page.clause(match.start())
            name = names.before(self._page, match.start(), low)
            if name is None or name.start in self._people or self._in_body(name.start, name.end):
                continue
            self._add(name.start, name.end, f"before {match[1]}", 0.9)
            body = next((mention for mention in self._bodies if mention.end == name.start), None)
            if body is not None and match[1] in _AFTER_AS_POST:
                title = Title(
                    match.start(), match.end(), _AFTER_AS_POST[match[1]], body.body, body.start, body.basis, "title behind the name", 0.85
                )
                self._holdings.append(Holding(self._people[name.start], title))

    def _in_body(self, start: int, end: int) -> bool:
        """Whether a body's name overlaps ``text[start:end]``."""
        number = bisect_right(self._body_ends, start)
        return number < len(self._bodies) and self._bodies[number].start < end

    def _lists(self) -> None:
        """X、Y、Z等领导; 学习X、Y等…事迹: every member must read as a name."""
        for pattern, rule in ((_LIST_OF_NAMES, "list of names"), (_ADMIRED, "admired")):
            for match in pattern.finditer(self._text):
                at = match.start(1)
                members = match[1].split("、")
                first = names.before(self._page, at + len(members[0]), self._page.clause(at)[0]) if members else None
                if first is None or not all(names.is_whole(member) for member in members[1:]):
                    continue
                self._add(first.start, first.end, rule, 0.88)
                at = first.end + 1
                for member in members[1:]:
                    self._add(at, at + len(member), rule, 0.88)
                    at += len(member) + 1

    def _credits(self) -> None:
        """责任编辑：X; 本报记者 X 通讯员 Y: the journalists of the page, whatever the zone."""
        for match in _CREDIT.finditer(self._text):
            sentence = self._page.sentence_at(match.start())
            if sentence is None or not (match[1].endswith(_CREDITED_ANYWHERE) or sentence.zone in {"byline", "credits"}):
                continue
            labelled = "：" in match[0] or sentence.zone in {"byline", "credits"} or match[1].startswith("本")
            at = match.start(2)
            for member in re.split(r"([ 、，,]+)", match[2]):
                if labelled and names.is_whole(member, listed=True):
                    person = PersonMention(at, at + len(member), member, "credit", 0.9)
                    self._people.setdefault(at, person)
                elif member.strip(" 、，,") and not names.is_whole(member, listed=True):
                    break
                at += len(member)

    def _labels(self) -> None:
        """组长：X  县委副书记 / Y  副县长 / 成员：Z …: the members of the group that the lines before name."""
        label, body = "", None
        for paragraph in self._page.segments.paragraphs:
            match = _LABEL.match(self._text, paragraph.start, paragraph.end)
            if match:
                body = body if label else self._group_above(paragraph.start)
                label = re.sub(r"\s", "", match[1])
                at = match.end()
            elif label and _MEMBER_LINE.match(self._text, paragraph.start, paragraph.end):
                at = paragraph.start
            else:
                label = ""
                continue
            self._members(label, body, at, paragraph.end)

    def _group_above(self, at: int) -> BodyRef | None:
        """The last leading group or association named before ``at``; offices are only where they are named last."""
        for mention in reversed(self._bodies[: bisect_right(self._body_ends, at)]):
            if mention.body.kind == "leading-group" or mention.body.name.endswith(("委员会", "指挥部", "小组办公室", "协会", "学会")):
                return mention.body
        return None

    def _members(self, label: str, body: BodyRef | None, at: int, end: int) -> None:
        """The names of one line of a list of members, each with the posts that stand behind it."""
        people = self._names_from(at, "behind a label", 0.95)
        for number, person in enumerate(people):
            self._people.setdefault(person.start, person)
            if body is not None and label in OFFICES:
                title = Title(person.start, person.end, label, body, person.start, Basis.CONTEXT, LABEL_RULE, 0.85)
                self._holdings.append(Holding(person, title))
            limit = people[number + 1].start if number + 1 < len(people) else end
            for chain in self._chains_from(person.end, limit):
                self._holdings.append(Holding(person, chain))

    def _chains_from(self, start: int, end: int) -> list[Title]:
        """The titles of the chain that begins right behind a name and blanks."""
        own = [title for title in self._titles if start <= title.body_start and title.end <= end]
        blank = re.compile(r"[ （(，]{1,6}").match(self._text, start)
        if not own or blank is None or own[0].body_start > blank.end():
            return []
        taken = {holding.title.start for holding in self._holdings}
        chain = [own[0]]
        for title in own[1:]:
            if not _SEPARATOR.match(self._text[chain[-1].end : title.body_start]):
                break
            chain.append(title)
        return [title for title in chain if title.start not in taken]

    def _speakers(self) -> None:
        """X指出, X强调 at the head of a clause."""
        for match in _SAYING.finditer(self._text):
            if not self._page.mined(match.start()):
                continue
            low, _ = self._page.clause(match.start())
            length = match.start() - low
            if 2 <= length <= 4 and low not in self._people and names.is_whole(self._text[low : match.start()]):
                self._add(low, match.start(), "speaker", 0.85)

    def _again(self) -> None:
        """Every other place where a name that was found stands."""
        known = {person.name for person in self._people.values()}
        if not known:
            return
        spans = sorted((person.start, person.end) for person in self._people.values())
        starts = [start for start, _ in spans]
        for hit in Scanner(known).scan(self._text):
            number = bisect_left(starts, hit.end) - 1
            overlaps = number >= 0 and spans[number][1] > hit.start
            if not overlaps and self._page.mined(hit.start):
                self._people.setdefault(hit.start, PersonMention(hit.start, hit.end, hit.text, "again", 0.9))
