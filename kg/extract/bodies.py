"""Bodies: party committees, governments, departments, leading groups, enterprises, schools, media … by their names.

A name is read around its last word (a suffix of the table): what stands before it is another body (市委 + 组织部), a
place (德州市 + 委), a level word that the context resolves (市委, 县政府, 省交通厅), a word for the document's own body
(集团党委, 我局), or a free name that is read leftwards word by word until something that no name contains.
Canonical names are place + body, without 中共.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page, Token
from kg.extract.places import PlaceMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit, Scanner
from kg.lexicon.stops import GENERIC, INSIDE_NAMES, NOT_STOPS, STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES, SUFFIXES
from kg.model import Basis
from kg.segment import Zone


@dataclass(frozen=True, slots=True)
class BodyMention:
    """``text[start:end]`` names ``body``; ``basis`` is CONTEXT where the context said whose it is."""

    start: int
    end: int
    body: BodyRef
    basis: Basis
    rule: str
    confidence: float


LEVELS: Final = (
    "自治区",
    "自治县",
    "自治州",
    "自治旗",
    "地区",
    "街道",
    "社区",
    "省",
    "市",
    "州",
    "盟",
    "地",
    "县",
    "区",
    "旗",
    "镇",
    "乡",
    "村",
)
_OWN_WORD: Final = {"自治县": "县", "自治州": "州", "自治旗": "旗", "地区": "地"}
"""The word of :attr:`Context.own` for a longer level word."""

SELF_WORDS: Final = {
    "集团": "集团", "公司": "集团", "局": "局", "厅": "厅", "厂": "厂", "矿": "矿", "校": "校", "学校": "校", "大学": "校", "学院": "校", "院": "院", "医院": "院",
    "银行": "行", "行": "行", "中心": "中心", "站": "站", "所": "所", "委": "委", "处": "处", "社": "社", "团": "团",
}  # fmt: skip
"""Heads by which a document refers to its own body, and the word under which the context keeps it (学校, 我校, 大学 are one)."""
_OWN_DEPARTMENT: Final = r"(?:党委|党组|党总支|党支部|党工委|纪委|纪检组|工会|团委|机关|领导班子|领导小组|办公室|组织部|宣传部|统战部|党校|人事处|教务处|董事会|监事会)"
"""What makes a head in front of it the document's own body: 局党组, 校纪委."""
_PARTY_KINDS: Final = frozenset({"party-committee", "party-department", "discipline", "party-branch", "party-school"})
_STATE_KINDS: Final = frozenset(
    {"government", "government-department", "congress", "cppcc", "court", "procuratorate", "mass-organisation", "leading-group", "office"}
    | _PARTY_KINDS
)
"""Kinds whose canonical names carry the full name of their place."""

_FREE_KINDS: Final = frozenset(
    {"enterprise", "school", "hospital", "medium", "association", "public-institution", "mass-organisation", "military"}
)
_WEAK_SUFFIXES: Final = frozenset(
    "部 局 厅 处 科 股 室 司 署 所 站 队 院 社 会 组 委 办 系 师 旅 团 营 连 军 网 报 矿 中心 学校 高中 初中 小组 机构 机关 大会 总会 分会 支会 委员会 常委会 市场 商店 超市 商场 酒店 "
    "宾馆 公园 水库 机场 工厂 车间 班组 企业 在线 网站 频道 杂志 客户端 馆 联盟 大队 支队 中队 总队 分队 小分队 服务队 工作队 生产队 部队 "
    "服务站 工作站 服务中心 诊所 卫生室 教学点 村民小组 居民小组 理事会 灌区 景区 农场 营业厅 项目部 编辑部 工会 事务所 合作社 联社 电台 一中 二中 三中 四中 支部 总支 志愿服务队 "
    "团场 机动车 课堂 党小组 工区 期刊 周刊 导报 周报 信用社 分社 基金会".split()
)
"""Suffixes that as often end ordinary phrases: a name only behind a place, a level word or another body."""

_NEVER: Final = frozenset(
    "会 大会 总会 社 军 系 司 署 室 股 师 旅 团 营 连 企业 机关 机构 市场 商店 超市 部队 工厂 学校 小组 课堂 课程 大队部 党小组 集团党委 公司党委 学校党委 集团纪委 公司纪委 职代会 频道 杂志 理事会 水库 公园 机场 灌区 景区 联盟".split()
)
"""Suffixes of the table that far more often end ordinary words; names with them are not looked for."""

# What follows a suffix when it is the beginning of another word: 组织部|门, 处|理, 网|络, 中心|工作.
_OTHER_WORD: Final = {
    "部": "门分位长署队委件级落", "局": "部面长势限促", "处": "理于在置分级长罚境所以", "科": "学技研员级长目教普", "室": "内外友", "所": "有以在需属辖长谓得做说提",
    "站": "位在点稳长起上", "队": "伍员长友列", "会": "议上员长场见面后前计同商", "组": "织长员成建合", "委": "员派托书会常", "办": "理事公法好实学案成",
    "院": "士校长落子", "厂": "家长房矿", "网": "络上友站民格点", "报": "告道名送表刊销到答", "社": "会区长员", "厅": "级长局", "师": "生资范傅", "团": "结队员长体",
    "军": "人事队民营", "连": "续接", "营": "造业销", "系": "统列", "馆": "长", "矿": "产山长区工", "集团": "军", "政府": "性", "中心": "工任组学城区镇环内点",
    "学校": "长", "公司": "制", "人大": "代", "政协": "委", "纪委": "书", "小学": "生", "中学": "生", "大学": "生", "商会": "", "协会": "", "党委": "政", "党组": "织", "支部": "书",
    "工会": "会", "法院": "", "总部": "", "司": "机法令", "署": "名", "股": "份东权票", "农场": "", "小组": "", "市场": "化经", "基地": "",
}  # fmt: skip
_CENTRES: Final = frozenset({"中央", "中共中央", "党中央", "国务院"})
_CENTRAL: Final = {"中组部": "中央组织部", "中宣部": "中央宣传部", "中纪委": "中央纪委", "中编办": "中央编办"}
"""What departments of the Central Committee are called for short."""
_ACTS: Final = re.compile(
    "和|、|，|提出|要求|精神|部署|决定|关于|召开|印发|指出|强调|批准|同意|政治局|组织部|宣传部|统战部|办公厅|纪委|文明办|政法委|党校|决策|号召"
)
"""What behind 中央 says that it is the Central Committee, not an adjective (中央领导, 中央财政, 中央大街)."""
_DEPARTMENT_HEADS: Final = frozenset("部 处 科 室 院 系 中心 所 办 学院 研究生院 分厂 车间 站 队 大队 支队 办公室".split())
"""Heads of departments that belong to the document's own body where a title of theirs follows."""
_MODIFIER: Final = re.compile(r"[\u4e00-\u9fff“”、·0-9]{0,24}$")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,2}$")


def find(page: Page, places: list[PlaceMention], contexts: list[Context]) -> list[BodyMention]:
    """The bodies named in the mined zones of ``page``, in order; contexts learn what 集团 and 我局 stand for."""
    titles = _bare_titles(page.text)
    hits = [
        hit
        for hit in _scanner().scan(page.text)
        if page.mined(hit.start)
        and titles.get(hit.start, 0) < hit.end
        and (_is_word(page, hit) or hit.text in _CENTRES)
        and not _is_other_word(page.text, hit)
    ]
    first = _Parser(page, places, contexts, titles).parse(hits)
    learnt = [_learn_self(page, number, context, first) for number, context in enumerate(contexts)]
    return _Parser(page, places, contexts, titles).parse(hits) if any(learnt) else first


@cache
def _scanner() -> Scanner:
    return Scanner([*(suffix for suffix in SUFFIXES if suffix not in _NEVER), "中央", *_CENTRAL])


@cache
def title_scanner() -> Scanner:
    """The automaton over bare and fused titles."""
    return Scanner([*OFFICES, *FUSED])


def _bare_titles(text: str) -> dict[int, int]:
    """For each position inside a bare title (of a fused one, its last part) the title's end."""
    inside = {}
    for hit in title_scanner().scan(text):
        fused = FUSED.get(hit.text)
        start = hit.end - len(fused.title) if fused and hit.text.endswith(fused.title) else hit.start
        inside.update(dict.fromkeys(range(start, hit.end), hit.end))
    return inside


_OTHER_NOUNS: Final = frozenset(
    "干部 全部 内部 外部 局部 大部 各部 到处 好处 用处 何处 之处 处处 难处 益处 害处 文科 理科 百科 教科 场所 厕所 住所 车站 网站 球队 团队 乐队 庭院 大院 剧院 影院 旅社 全局 大局 布局 结局".split()
)
"""Words that end as names of bodies do."""


def _is_word(page: Page, hit: Hit) -> bool:
    """Whether no word of the text reaches over the end of the suffix (集|中学|习), but for a fused title (组织部|长)."""
    if page.text[hit.start - 1 : hit.end] in _OTHER_NOUNS:
        return False
    if _opens_title(page.text, hit.end):
        return True
    start, end = page.clause(hit.start)
    return not any(token.start < hit.end < token.end for token in page.tokens(start, max(end, hit.end)))


def _is_other_word(text: str, hit: Hit) -> bool:
    after = text[hit.end : hit.end + 1]
    if not after:
        return False
    for length in (1, 2):
        followers = _OTHER_WORD.get(hit.text[-length:])
        if followers and after in followers and not _opens_title(text, hit.end):
            return True
    return False


def _opens_title(text: str, at: int) -> bool:
    """Whether what stands at ``at`` is a title by itself (党组|成员, 政协|委员) or fused with the suffix (组织部|长)."""
    return text[at : at + 1] == "长" or any(text[at : at + length] in OFFICES for length in (2, 3, 4))


_REGIMENT: Final = re.compile(
    r"(?:(?:新疆生产建设)?兵团)?(?:第?[一二三四五六七八九十]{1,3}师)?第?[一二三四五六七八九十百零〇]{2,5}团(?![员队结体伙聚购])"
)


def _regiments(page: Page) -> list[BodyMention]:
    """Regiments of the Production and Construction Corps, which are named by number: 第十师一八四团."""
    found = []
    for match in _REGIMENT.finditer(page.text):
        if page.mined(match.start()):
            body = BodyRef(match[0], "military", scope=page.source)
            found.append(BodyMention(match.start(), match.end(), body, Basis.STATED, "regiment", 0.85))
    return found


class _Parser:
    """Reads the bodies of one page from left to right; each may build on the one before it."""

    def __init__(self, page: Page, places: list[PlaceMention], contexts: list[Context], titles: dict[int, int]) -> None:
        self._page = page
        self._text = page.text
        self._contexts = contexts
        self._titles = titles
        self._place_by_end = {mention.end: mention for mention in places}
        self._found: list[BodyMention] = []

    def parse(self, hits: list[Hit]) -> list[BodyMention]:
        """The mentions; one that goes on another stands in its place."""
        regiments = _regiments(self._page)
        for hit in hits:
            while regiments and regiments[0].end <= hit.start:
                self._found.append(regiments.pop(0))
            mention = self._centre(hit) or (self._read(hit) if hit.text in SUFFIXES else None)
            if mention is not None:
                while self._found and self._found[-1].end > mention.start:
                    self._found.pop()
                self._found.append(mention)
        return self._found + regiments

    def _read(self, hit: Hit) -> BodyMention | None:
        """The body that ends with ``hit``, by the first reading that fits."""
        return (
            self._joined(hit)
            or self._placed(hit)
            or self._levelled(hit)
            or self._own(hit)
            or self._bare(hit)
            or self._free(hit)
            or self._again(hit)
        )

    def _centre(self, hit: Hit) -> BodyMention | None:
        """中共中央 (党中央, and 中央 where it acts) and 国务院."""
        if hit.text in _CENTRAL:
            body = BodyRef(_CENTRAL[hit.text], "discipline" if hit.text == "中纪委" else "party-department")
            return BodyMention(hit.start, hit.end, body, Basis.STATED, "centre", 0.95)
        if hit.text == "国务院":
            return BodyMention(hit.start, hit.end, BodyRef("国务院", "government"), Basis.STATED, "centre", 0.95)
        if hit.text in ("中共中央", "党中央") or (
            hit.text == "中央" and _ACTS.match(self._text, hit.end) and self._left_boundary(hit.start)
        ):
            return BodyMention(hit.start, hit.end, BodyRef("中共中央", "party-committee"), Basis.STATED, "centre", 0.9)
        return None

    def _context(self, hit: Hit) -> Context:
        return self._contexts[self._page.article_at(hit.start)]

    def _joined(self, hit: Hit) -> BodyMention | None:
        """Another body before the suffix, with at most a modifier between: 市委 + 组织员 + 办公室."""
        if not self._found:
            return None
        before = self._found[-1]
        gap = self._text[before.end : hit.start]
        if before.end > hit.start or not self._is_modifier(gap, before.end, hit):
            return None
        if (hit.text == "公司" and not gap) or (hit.text in ("政府", "人民政府") and gap):
            return None
        if not gap and before.body.name.endswith(hit.text) and len(hit.text) > 1:
            return replace(before, end=hit.end)
        if gap == "" and hit.text in ("政府", "人民政府") and before.body.kind in _PARTY_KINDS:
            return self._sibling(before, hit)
        if gap == "" and hit.text[:1] in LEVELS and hit.text in SUFFIXES and hit.text[1:] in ("委", "政府"):
            return None
        name = "中央" if before.body.name == "中共中央" else before.body.name
        body = BodyRef(
            name + _unquoted(gap) + hit.text,
            SUFFIXES[hit.text].kind,
            before.body.jurisdiction,
            before.body,
            before.body.resolved,
            before.body.scope,
        )
        return BodyMention(before.start, hit.end, body, before.basis, "joined", before.confidence * 0.99)

    def _sibling(self, before: BodyMention, hit: Hit) -> BodyMention | None:
        place = before.body.jurisdiction
        if place is None:
            return None
        return BodyMention(hit.start, hit.end, BodyRef(place.name + "政府", "government", place), Basis.CONTEXT, "sibling", 0.9)

    def _placed(self, hit: Hit) -> BodyMention | None:
        """A place before the suffix, or sharing its level word with it: 德州市 + 委, 宁波市 + 总工会."""
        level = _level_of(hit.text)
        shared = self._place_by_end.get(hit.start + len(level)) if level else None
        if shared is not None and (level := shared.place.slot) and hit.text.startswith(level):
            return self._of_place(shared, hit, hit.text[len(level) :], "place")
        mention = self._place_by_end.get(hit.start)
        if mention is not None:
            core = hit.text[len(mention.place.slot) :] if mention.short and hit.text.startswith(mention.place.slot) else hit.text
            return self._of_place(mention, hit, core, "place")
        for length in range(1, 17):
            mention = self._place_by_end.get(hit.start - length)
            if mention is not None:
                gap = self._text[mention.end : hit.start]
                if not self._is_modifier(gap, mention.end, hit) and not self._is_trade_name(gap, mention.end, hit):
                    return None
                return self._of_place(mention, hit, _unquoted(gap) + hit.text, "place and modifier", 0.9)
        return None

    def _of_place(self, mention: PlaceMention, hit: Hit, core: str, rule: str, confidence: float = 0.97) -> BodyMention | None:
        kind = SUFFIXES[hit.text].kind
        start = mention.start
        before = self._text[max(0, start - 4) : start]
        if before.endswith("中共"):
            start -= 2
        if mention.short and re.match("新区|高新|经济|开发区|工业园|园区|经开|保税|自贸|循环", core):
            return BodyMention(
                start, hit.end, BodyRef(self._text[mention.start : mention.end] + core, kind, mention.place), Basis.STATED, rule, confidence
            )
        if before.endswith("共青团") and core == "委":
            return BodyMention(
                start - 3,
                hit.end,
                BodyRef(f"共青团{mention.place.name}委", "mass-organisation", mention.place),
                Basis.STATED,
                rule,
                confidence,
            )
        if kind in _STATE_KINDS or not mention.short:
            if "街道" in core and hit.text != core:
                return None
            if not core or core in (
                "部",
                "局",
                "处",
                "会",
                "所",
                "站",
                "队",
                "办",
                "组",
                "院",
                "社",
                "网",
                "中心",
                "公司",
                "厂",
                "企业",
                "机关",
                "学校",
                "市场",
                "委员会",
                "大会",
            ):
                if core != "委员会" or kind == "village" or before[-2:] not in ("中共", "产党"):
                    return None
                core = "委"
            name = canonical(mention.place, core)
        else:
            name = self._text[mention.start : mention.end] + core
            if name[len(mention.place.name) :] == "" or core in ("公司", "企业", "集团"):
                return None
        parent = self._committee_of(mention.place, core) if kind in _PARTY_KINDS else None
        return BodyMention(start, hit.end, BodyRef(name, kind, mention.place, parent), Basis.STATED, rule, confidence)

    def _committee_of(self, place: PlaceRef, core: str) -> BodyRef | None:
        if core.startswith("委") and core != "委":
            return BodyRef(canonical(place, "委"), "party-committee", place)
        return None

    def _levelled(self, hit: Hit) -> BodyMention | None:
        """A level word before or at the head of the suffix, resolved by context: 市委, 县政府, 省 + 交通厅."""
        level, start, core = _level_of(hit.text), hit.start, ""
        if level and len(hit.text) > len(level):
            core = hit.text[len(level) :]
        else:
            level = next((word for word in LEVELS if self._text.endswith(word, 0, hit.start)), "")
            start, core = hit.start - len(level), hit.text
            if not level or (not SUFFIXES[hit.text].bare and hit.text not in ("领导小组", "工作领导小组", "指挥部", "督导组")):
                return None
            if start and "\u4e00" <= self._text[start - 1] <= "\u9fff" and not self._word_ends(start):
                return None
        context = self._context(hit)
        place = self._place_of_level(level, hit, context)
        kind = SUFFIXES[hit.text].kind
        if self._text[max(0, start - 1) : start] in ("我", "本", "全") and place is not None:
            start -= 1
        if (
            core == "委"
            and self._text[max(0, start - 2) : start].endswith("团")
            and place is not None
            and not self._text.endswith("集团", 0, start)
        ):
            return BodyMention(
                start - 1, hit.end, BodyRef(f"共青团{place.name}委", "mass-organisation", place), Basis.CONTEXT, "level", 0.9
            )
        if place is None:
            body = BodyRef(level + core, kind, None, None, resolved=False, scope=self._page.source)
            return BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
        body = BodyRef(canonical(place, core), kind, place)
        return BodyMention(start, hit.end, body, Basis.CONTEXT, "level", 0.93)

    def _word_ends(self, at: int) -> bool:
        """Whether a word of the segmenter ends at ``at``: 由|市民政局, not 城|市民政局."""
        start, _ = self._page.clause(at - 1)
        return any(token.end == at for token in self._page.tokens(start, min(at + 4, len(self._text))))

    def _place_of_level(self, level: str, hit: Hit, context: Context) -> PlaceRef | None:
        """The place that a level word refers to: the title chain's, the article's own, the sentence's or paragraph's last."""
        level = _OWN_WORD.get(level, level)
        slots = {"地": ("地区",), "乡": ("乡", "苏木")}.get(level, (level,))
        sentence = self._page.sentence_at(hit.start)
        if self._found and sentence is not None:
            before = self._found[-1]
            if before.start >= sentence.start and hit.start - before.end <= 12 and before.body.jurisdiction is not None:  # 副部长、…
                for place in before.body.jurisdiction.chain():
                    if place.slot in slots:
                        return place
        if level in context.own:
            return context.own[level]
        if sentence is None:
            return None
        low = self._page.segments.paragraphs[sentence.paragraph].start
        for mention in reversed([m for m in self._place_by_end.values() if low <= m.end <= hit.start]):
            if mention.place.slot in slots and not mention.place.candidates:
                return mention.place
        return None

    def _own(self, hit: Hit) -> BodyMention | None:
        """The document's own body: 集团 + 党委, 局 + 党组, 我局, 校党委."""
        context = self._context(hit)
        if not context.self_bodies:
            return None
        body = context.self_bodies.get(SELF_WORDS.get(hit.text, ""))
        if body is not None and self._stands_alone(hit):
            start = hit.start - (self._text[hit.start - 1 : hit.start] in ("我", "本") and hit.start > 0)
            return BodyMention(start, hit.end, body, Basis.CONTEXT, "own body", 0.9)
        if not SUFFIXES[hit.text].bare:
            return None
        for head, word in SELF_WORDS.items():
            body = context.self_bodies.get(word)
            at = hit.start - len(head)
            if body is not None and at >= 0 and self._text.startswith(head, at) and self._left_boundary(at):
                start = at - (self._text[at - 1 : at] in ("我", "本") and at > 0)
                whole = BodyRef(body.name + hit.text, SUFFIXES[hit.text].kind, body.jurisdiction, body)
                return BodyMention(start, hit.end, whole, Basis.CONTEXT, "own body's", 0.88)
        return None

    def _stands_alone(self, hit: Hit) -> bool:
        before = self._text[hit.start - 1 : hit.start] if hit.start else ""
        if hit.text not in ("集团", "学校"):
            return before in ("我", "本")
        start = self._name_start(hit)
        named = self._text[start : hit.start]
        return not named or not (self._is_proper_start(start, hit) or (len(named) >= 4 and not self._has_verb(start, hit.start)))

    def _is_proper_start(self, start: int, hit: Hit) -> bool:
        named = self._text[start : hit.start]
        return named.startswith(("中国", "中央", "国家", "全国")) or any(start < end <= hit.start for end in self._place_by_end)

    def _has_verb(self, start: int, end: int) -> bool:
        return any(token.tag == "v" and token.text not in INSIDE_NAMES for token in self._page.tokens(start, end))

    def _again(self, hit: Hit) -> BodyMention | None:
        """公司, 附属医院 by itself: the last body of that name or kind that was named in full in the same paragraph."""
        if SUFFIXES[hit.text].kind not in _FREE_KINDS or not self._left_boundary(hit.start):
            return None
        full = next(
            (m for m in reversed(self._found) if len(hit.text) > 3 and m.body.name.endswith(hit.text) and m.body.name != hit.text), None
        )
        if full is not None and self._page.article_at(full.start) == self._page.article_at(hit.start):
            return BodyMention(hit.start, hit.end, full.body, Basis.CONTEXT, "named before", 0.8)
        if hit.text not in ("公司", "医院", "学校", "合作社", "银行"):
            return None
        sentence = self._page.sentence_at(hit.start)
        if sentence is None:
            return None
        low = self._page.segments.articles[sentence.article].start
        kind = SUFFIXES[hit.text].kind
        named = next((m for m in reversed(self._found) if m.start >= low and m.body.kind == kind and m.body.name.endswith(hit.text)), None)
        return BodyMention(hit.start, hit.end, named.body, Basis.CONTEXT, "named before", 0.75) if named else None

    def _left_boundary(self, at: int) -> bool:
        """Whether no word of a name goes on to the left of ``at``."""
        before = self._text[at - 1 : at] if at else ""
        if not ("\u4e00" <= before <= "\u9fff"):
            return True
        start, end = self._page.clause(at)
        tokens = [token for token in self._page.tokens(start, end) if token.end <= at]
        return bool(tokens) and tokens[-1].end == at and _ends_name(tokens[-1])

    def _bare(self, hit: Hit) -> BodyMention | None:
        """A department without its superior: of the committee named before it in the chain of titles, or the article's own."""
        suffix = SUFFIXES[hit.text]
        if not suffix.bare or suffix.departments_of not in ("party", "government") or not self._left_boundary(hit.start):
            return None
        sentence = self._page.sentence_at(hit.start)
        before = self._found[-1] if self._found else None
        near = before is not None and sentence is not None and before.start >= sentence.start and hit.start - before.end <= 12
        if near and before is not None and suffix.departments_of == "party":
            base = before.body if before.body.kind == "party-committee" else before.body.parent
            if base is None or base.kind != "party-committee":
                return None
            body = BodyRef(base.name + hit.text, suffix.kind, base.jurisdiction, base, base.resolved, base.scope)
            return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, "department of the chain", 0.9)
        return None

    def _free(self, hit: Hit) -> BodyMention | None:
        """A name of its own, read leftwards word by word: 金业公司, 中国…集团."""
        suffix = SUFFIXES[hit.text]
        if hit.text in ("中央", "党中央", "中共中央", "国务院"):
            return None
        start = self._name_start(hit)
        name = _unquoted(self._text[start : hit.start])
        levelled = self._level_and_modifier(hit, start, name)
        if levelled is not None:
            return levelled
        if self._context(hit).self_bodies and self._opens_post(hit) and len(name) > 1 and hit.text in _DEPARTMENT_HEADS:
            own = next(iter(self._context(hit).self_bodies.values()))
            return BodyMention(
                start,
                hit.end,
                BodyRef(own.name + name + hit.text, suffix.kind, own.jurisdiction, own),
                Basis.CONTEXT,
                "own department",
                0.8,
            )
        if (
            suffix.kind not in _FREE_KINDS
            and hit.text not in ("总局", "管委会", "领导小组", "监事会", "董事会")
            and suffix.kind != "leading-group"
        ):
            return None
        if not name or (hit.text in _WEAK_SUFFIXES and not (hit.text.endswith(("中心",)) and len(name) >= 6)):
            return None
        tokens = self._page.tokens(start, hit.start)
        if suffix.kind == "leading-group":
            return self._group_of_article(hit, start, name) if len(name) > 1 else None
        if all(token.text in GENERIC or _ends_name(token) for token in tokens) or (len(name) < 2 and not _NUMBERED.match(name)):
            return None
        place = next((m.place for end, m in self._place_by_end.items() if start < end <= hit.start), None)
        return BodyMention(start, hit.end, BodyRef(name + hit.text, suffix.kind, place), Basis.STATED, "free name", 0.8)

    def _actor_before(self, at: int) -> BodyRef | None:
        """The body that the sentence names last before ``at``: who sets up the group."""
        sentence = self._page.sentence_at(at)
        last = self._found[-1] if self._found else None
        if sentence is None or last is None or last.start < sentence.start or last.body.kind == "medium":
            return None
        return last.body

    def _opens_post(self, hit: Hit) -> bool:
        """Whether a title follows, perhaps fused with the suffix: 国际交流处|处长."""
        return _opens_title(self._text, hit.end)

    def _level_and_modifier(self, hit: Hit, start: int, name: str) -> BodyMention | None:
        """市老龄办, 县水政监察大队: a level word, a modifier and a suffix; the context says which place."""
        level = next((word for word in LEVELS if name.startswith(word)), "")
        rest = name[len(level) :]
        if not level or not rest or rest[0] in "内外里区级直属长中场政民容" or (level == "地" and not rest.startswith("委")):
            return None
        if hit.text in _WEAK_SUFFIXES and len(rest) < 2 and hit.text not in ("办", "局", "委", "院", "站", "所"):
            return None
        if all(token.text in GENERIC for token in self._page.tokens(start + len(level), hit.start)) and hit.text in _WEAK_SUFFIXES:
            return None
        place = self._place_of_level(level, hit, self._context(hit))
        kind = SUFFIXES[hit.text].kind
        if place is None:
            return None
        return BodyMention(
            start, hit.end, BodyRef(canonical(place, rest + hit.text), kind, place), Basis.CONTEXT, "level and modifier", 0.85
        )

    def _group_of_article(self, hit: Hit, start: int, name: str) -> BodyMention | None:
        """A leading group without an owner before it is one of the article's own place or body; 中央 and 全国 own theirs."""
        kind = SUFFIXES[hit.text].kind
        context = self._context(hit)
        verbs = re.match("(?:深入|扎实|认真|开展|推进|实施)+", name)
        if verbs and len(verbs[0]) < len(name):
            start, name = start + len(verbs[0]), name[len(verbs[0]) :]
        if name.startswith(("中央", "全国", "国家")):
            return BodyMention(start, hit.end, BodyRef(name + hit.text, kind), Basis.STATED, "free name", 0.9)
        actor = self._actor_before(start)
        if actor is not None and not set(_line(actor)) & set(context.self_bodies.values()):
            place = actor.jurisdiction if actor.kind in ("party-committee", "government") else None
            owner = place.name if place else actor.name
            body = BodyRef(owner + name + hit.text, kind, actor.jurisdiction, None if place else actor, actor.resolved, actor.scope)
            return BodyMention(start, hit.end, body, Basis.CONTEXT, "group of the actor", 0.75)
        if context.self_bodies:
            own = next(iter(context.self_bodies.values()))
            return BodyMention(
                start, hit.end, BodyRef(own.name + name + hit.text, kind, own.jurisdiction, own), Basis.CONTEXT, "own group", 0.75
            )
        if context.anchor is not None:
            place = context.anchor
            return BodyMention(start, hit.end, BodyRef(place.name + name + hit.text, kind, place), Basis.CONTEXT, "own group", 0.75)
        return None

    def _name_start(self, hit: Hit) -> int:
        """Where the name that ends with the suffix starts."""
        low, _ = self._page.clause(hit.start)
        start = hit.start
        tokens = [token for token in self._page.tokens(low, hit.end) if token.start < hit.start]
        if tokens and tokens[-1].end > hit.start and tokens[-1].start < hit.start:
            start = tokens.pop().start
        for token in reversed(tokens):
            if hit.start - token.start > 16 or (
                not self._is_of_the_party(token) and _ends_name(token) and token.text not in INSIDE_NAMES and token.text not in LEVELS
            ):
                break
            start = token.start
            if token.text in LEVELS and token.text not in ("社区", "街道", "地区"):
                break
        names = [token for token in tokens if token.start >= start]
        while names and (names[0].text in INSIDE_NAMES or names[0].tag in ("v", "ad", "d", "vd")):
            start = names[0].end
            names.pop(0)
        apposed = [token.end for token in names if token.text in ("单位", "企业", "部门", "机构") and token.end < hit.start]
        return max([start, *apposed])

    def _is_trade_name(self, gap: str, start: int, hit: Hit) -> bool:
        """Whether ``gap`` between a place and an enterprise, school or hospital is its trade name: 山西|同晟煤电|集团公司."""
        if SUFFIXES[hit.text].kind not in ("enterprise", "school", "hospital") or not re.fullmatch("[\u4e00-\u9fff]{2,8}", gap):
            return False
        words = [token for token in self._page.tokens(start, hit.start) if len(token.text) > 1]
        return bool(words) and not any(_ends_name(token) or token.tag == "v" for token in words)

    def _is_of_the_party(self, token: Token) -> bool:
        """Whether ``token`` is the 的 of 党的, which names of campaigns contain."""
        return token.text == "的" and self._text[token.start - 1] == "党"

    def _is_modifier(self, gap: str, start: int, hit: Hit) -> bool:
        """Whether ``gap`` can stand inside a name between its owner and its suffix."""
        if not gap:
            return True
        if not _MODIFIER.match(gap) or gap.startswith(("、", "”")) or gap.endswith(("、", "“")) or gap.count("“") != gap.count("”"):
            return False
        if "、" in gap and "“" not in gap:
            return False
        counted = SUFFIXES[hit.text].kind in ("leading-group", "office", "military")
        end = start + len(gap)
        if any(position in self._titles for position in range(start, end)):
            return False
        for token in self._page.tokens(start, hit.end):
            if token.start >= end:
                break
            if hit.text in _WEAK_SUFFIXES and (token.end > end or token.tag == "v"):
                return False
            if token.text in OFFICES or (
                not self._is_of_the_party(token)
                and _ends_name(token)
                and token.text not in INSIDE_NAMES
                and not (counted and token.tag in ("m", "q", "mq", "t"))
            ):
                return False
        return len(gap) <= 12 or "“" in gap or SUFFIXES[hit.text].kind in ("leading-group", "office")


def canonical(place: PlaceRef, core: str) -> str:
    """The canonical name of a body of ``place``: X市委, X镇党委, X市政府, X市委组织部."""
    core = re.sub(r"^第[一二三四五六七八九十]{1,3}届", "", core)
    core = re.sub(r"^人民代表大会(?:常务委员会)?", lambda match: "人大" + "常委会" * match[0].endswith("委员会"), core)
    core = re.sub(r"^(?:中国人民)?政治协商会议(?:委员会)?", "政协", core)
    core = re.sub(r"^(?:人民政府|政府)", "政府", core)
    core = re.sub(r"^委员会", "委", core)
    if place.slot in ("镇", "乡", "街道", "村", "社区", "苏木", "自治区") and re.match(r"委(?!员)", core) and place.slot != "村":
        core = "党" + core
    if place.slot == "地区" and re.match(r"(?:地)?委(?!员)", core):
        return place.name.removesuffix("地区") + "地" + core.removeprefix("地")
    if place.slot == "村" and core == "委":
        core = "党委"
    return place.name + core.replace("纪律检查委员会", "纪委")


@cache
def _level_of(suffix: str) -> str:
    """The level word at the head of a suffix (市委, 县政府), or nothing."""
    level = next((level for level in LEVELS if suffix.startswith(level) and len(suffix) > len(level)), "")
    rest = suffix[len(level) :]
    return level if rest in SUFFIXES or rest.startswith(("委", "直", "政府")) else ""


def _ends_name(token: Token) -> bool:
    """Whether ``token`` cannot be part of a name."""
    if token.text in NOT_STOPS or token.text in INSIDE_NAMES:
        return token.text in VERBS
    return token.tag in STOP_TAGS or token.text in VERBS or token.text in OFFICES or token.text in FUSED


def _unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


def _learn_self(page: Page, number: int, context: Context, mentions: list[BodyMention]) -> bool:
    """Learn what 集团, 我局, 校 … stand for in an article; says whether anything was learnt."""
    article = page.segments.articles[number]
    text = page.text[article.start : article.end]
    own = [m for m in mentions if article.start <= m.start < article.end and m.body.resolved]
    heads = {head for match in _ITSELF.finditer(text) for head in match.groups() if head}
    for head, word in SELF_WORDS.items():
        if head not in heads or word in context.self_bodies:
            continue
        body = _most_named(page, own, word) or _of_system(context, text, head)
        if body is not None:
            context.self_bodies[word] = body
    return bool(context.self_bodies)


_HEADS: Final = "|".join(sorted(SELF_WORDS, key=lambda head: (-len(head), head)))
_ITSELF: Final = re.compile(f"(?:我|本)({_HEADS})|(?<![\u4e00-\u9fff])(?:({_HEADS}){_OWN_DEPARTMENT}|(集团|学校))")
"""Where a document says 我局, 本校, 局党组, or 集团 and 学校 without a name."""


def _most_named(page: Page, own: list[BodyMention], word: str) -> BodyRef | None:
    """The body whose name ends with the head and that the article is about: not one that is visited or merely heard of."""
    heads = tuple(head for head, other in SELF_WORDS.items() if other == word)
    named = Counter[BodyRef]()
    for mention in [m if body is m.body else replace(m, body=body) for m in own for body in _line(m.body)]:
        name = mention.body.name
        if (
            not name.endswith((*heads, "集团有限公司", "集团有限责任公司"))
            or len(name) <= 4
            or re.search("[赴到往访]$", page.text[max(0, mention.start - 2) : mention.start])
        ):
            continue
        if word in ("局", "厅", "委", "处", "所", "站") and mention.body.jurisdiction is None:
            continue
        sentence = page.sentence_at(mention.start)
        prominent = sentence is not None and sentence.zone in (Zone.HEADLINE, Zone.BYLINE, Zone.CREDITS)
        named[mention.body] += (3 if word == "集团" and _is_proper(mention.body) else 1) * (3 if prominent else 1)
    if not named:
        return None
    best = min(named, key=lambda body: (-named[body], body.name))
    tied = [body for body in named if named[body] == named[best]]
    return best if len(tied) == 1 else None


def _line(body: BodyRef) -> list[BodyRef]:
    """A body and its superiors."""
    return [body, *(_line(body.parent) if body.parent else [])]


def _is_proper(body: BodyRef) -> bool:
    """Whether the name of a group begins as names of groups do: with a place or 中国."""
    return body.jurisdiction is not None or body.name.startswith(("中国", "中央", "国家"))


_SYSTEM: Final = re.compile(r"全(省|市|州|盟|县|区|旗)([\u4e00-\u9fff]{2,14}?)系统")


def _of_system(context: Context, text: str, head: str) -> BodyRef | None:
    """我局 in a paper that speaks of 全市…系统 is the bureau of that field in that city."""
    if head not in ("局", "厅"):
        return None
    found = Counter((match[1], match[2]) for match in _SYSTEM.finditer(text))
    if not found:
        return None
    level, field_of_work = max(found, key=lambda key: (found[key], len(key[1]), key))
    place = context.own.get(level)
    if place is None:
        return None
    return BodyRef(place.name + field_of_work + head, "government-department", place)
