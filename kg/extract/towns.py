"""Towns, streets, villages and communities: a name of a few characters before 镇, 乡, 街道, 村, 社区, 苏木, 嘎查."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES, TRANSLITERATION
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES

_HAN_ONLY: Final = re.compile("[\u4e00-\u9fff]+")
_TOWN_WORD: Final = re.compile("自然村|镇|乡|苏木|街道|村|社区|嘎查")
_NOT_TOWN_AFTER: Final = re.compile(
    r"（(?:街道|乡|镇|村|社区)|民(?![族政生营])|[级域容官里上头中庄落干情貌规风土亲贤音愁下]|办(?!事处)|建设|管理|服务|治理|发展|振兴|道路|公路|经济|企业|教育|文化|环境|卫生|居民|工作(?![队组])|党建|改造|整治|特色|旅游|品牌|[户组屯]"
)
_TOWN_ORGANS: Final = re.compile(
    r"党委|党支部|党总支|(?:人民)?政府|人大|纪委|委员会|村委会|居委会|委会|村?(?:支书|主任)|卫生院|派出所|办事处|中学|小学|、|，|等|副?[镇乡]长|[\u4e00-\u9fff]{2,3}(?:社区|村)"
)
_TOWN_STEMS_NOT: Final = re.compile(
    r"(?:^|.*)(?:[全各每该本我两几多数某一二三四五六七八九十百千万个等名座的了和与及在到向把对从进驻联包帮下为是有又]|城|农|集|小|大|新|老|古|名|强|示范|重点|中心|试点|模范|"
    r"兄弟|共有|现有|设有|辖有|下辖|建有|拥有|涉及|覆盖|行政|自然|贫困|先进|文明|特色|卫星|周边|附近|乡|镇|村|街道|社区|嘎查|所在|所辖|所属|县|区|市|省|外|本|沿海|边远|民族|小康|生态|美丽|智慧|和谐|星级|标准化|城市|农村|单位|联系|帮扶|扶贫|挂点|驻点|"
    r"专业|空心|回|还|离|返|入|走|振兴|城中|城郊|难点|亿元|优秀|最美|改造|新修|改扩建|[住修建富穷弱]|弃管|老旧|旅游|工业|农业|文化|商贸|卫生|水乡|革命|贸易|生活|经济|产业|亮点|后进|薄弱|软弱涣散|党员|干部|群众|居民|职工|支部|总支)$"
)
_LEVEL_OF_TOWN: Final = {
    "镇": "township",
    "乡": "township",
    "苏木": "township",
    "街道": "township",
    "街道办事处": "township",
    "村": "village",
    "自然村": "village",
    "社区": "village",
    "嘎查": "village",
}
_BEFORE_TOWN: Final = frozenset("驻原现从由在到对向为与和及任")
_PEOPLES_TOWN: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:回|藏|蒙古|苗|彝|壮|布依|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|土|仫佬|羌|撒拉|毛南|仡佬|锡伯|朝鲜|维吾尔|达斡尔|鄂温克|俄罗斯|各)(?:族|民族)$|[\u4e00-\u9fff]{2,6}民族$"
)
_FUNCTION_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "r", "d"})
"""What cannot stand in a town's name right behind the name of its county; 底, 三 and the like can."""

_NO_STEM_BEHIND_A_PLACE: Final = re.compile(
    "(?:.*(?:[各该本个等名的了和与及在到向把对从]|[住驻副]|亿元|所有|部分|所辖|所属|示范|重点|中心|行政|自然|贫困|先进|文明|农|全|新|老|[村镇部会委]|(?<=[镇乡])[原现]|(?:^|[各全县市区城])乡))$|[\u4e00-\u9fff]?[\u5168\u5404].*"
)
"""What before 镇, 乡, 村 is no name even right behind a place: 长沙县各镇, 彰武县农村."""
_NAME_TAGS: Final = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "x"})
_PARTICLES: Final = frozenset({"p", "c", "u", "uj", "ul", "r"})
_TOWARDS: Final = frozenset({"到", "往", "在"})
_AREAS: Final = re.compile(r"(?:园区|开发区|新区|景区|库区|灌区|牧区|林区|湖区|镇区|城区|农场|团场|[零〇一二三四五六七八九十]团)$")
"""What ends a token that a village's name does not go on to the left of: 城北园区|王庄村, 一〇二团|梧桐镇."""
_OWN_TOWN: Final = re.compile("(?<![\u4e00-\u9fff])(镇|乡)(?:党委|政府|长|人大|领导|纪委)|[我全本](镇|乡)")
"""Where a page speaks of its own town: one whose name is a word (长征镇) is likelier in it."""
_HOMES: Final = frozenset("故家水他侨思异")
"""Characters before 乡 that speak of homes and waters, not of towns."""
_ONE_CHARACTER: Final = re.compile("(?<![\u4e00-\u9fff])([\u4e00-\u9fff])村(?![民里上庄落干子口头中外企级集镇务委])")
"""A village of one character at the head of a clause."""
_PARTY_BRANCH: Final = re.compile("党[委支总]")
_LONGEST: Final = 4
"""Characters of a town's name without its last word, but for transliterated ones."""
_LONGEST_TRANSLITERATED: Final = 8


def _is_market(stem: str, word: str) -> bool:
    """Whether ``stem`` is a surname and 集 or 村 before 镇, or ends with 镇 before 乡: 胡集|镇, 张村|镇, 盐镇|乡."""
    if len(stem) != 2:
        return False
    return (word == "镇" and stem[1] in "集村" and stem[0] in COMMON_SURNAMES) or (
        word == "乡" and stem[1] == "镇" and stem[0] not in "各全城集乡"
    )


def _holder(before: PlaceRef | None, word: str) -> PlaceRef | None:
    """Of the place right before a town or village and what that lies in, the nearest in which one that ends with ``word`` may lie.

    No town lies in a town (岳阳县王庄镇李庄镇 are two of a county), no village in a village but a hamlet in its 行政村.
    """
    below = ("township", "village") if _LEVEL_OF_TOWN[word] == "township" else ("village",)
    for place in before.chain() if before is not None else ():
        villages = place.slot == "村" and not place.name.endswith("自然村")
        if place.level not in below or (villages and word == "自然村"):
            return place
    return None


def find(page: Page, places: list[PlaceMention], shorts: list[Hit]) -> list[PlaceMention]:
    """The towns and villages of ``page``; ``shorts`` are short names of counties that a town behind them would confirm."""
    return _Finder(page, places, shorts).find()


class _Finder:
    """Finds the towns and villages of one page, each perhaps right behind the place that it lies in."""

    def __init__(self, page: Page, places: list[PlaceMention], shorts: list[Hit]) -> None:
        self._page = page
        self._text = page.text
        self._ends = {mention.end: mention.place for mention in places}
        self._shorts = {hit.end for hit in shorts}
        self._taken = {position for mention in places for position in range(mention.start, mention.end)}
        self._seen: dict[str, PlaceRef] = {}
        self._own = {match[1] or match[2] for match in _OWN_TOWN.finditer(self._text)}
        heads = Counter(_ONE_CHARACTER.findall(self._text))
        self._of_one = {stem for stem, count in heads.items() if count > 1 and stem in SURNAMES and not _TOWN_STEMS_NOT.match(stem)}

    def find(self) -> list[PlaceMention]:
        """The mentions, in order."""
        found: list[PlaceMention] = []
        for match in _TOWN_WORD.finditer(self._text):
            if (match.start() in self._taken and match[0] != "乡") or not self._page.mined(match.start()):
                continue
            if not self._is_other_word(match):
                start = self._start(match.start(), match[0])
            else:
                start = (
                    self._of_place(match.start()) if match[0] == "镇" and self._text[match.end()] in "中村" else None
                )  # 沂水县许家湖镇|中和园艺
            if start is not None:
                found.append(self._mention(start, match))
        return [self._as_known(mention) for mention in found]

    def _as_known(self, mention: PlaceMention) -> PlaceMention:
        """``mention`` with what the page tells of its place; without the words before a name that stands by itself elsewhere: 以前|王嘴村."""
        name, start = mention.place.name, mention.start
        for cut in range(1, len(name) - 2):
            if name[cut:] in self._seen and (cut > 1 or name[0] in "村镇乡") and self._page.breaks(start + cut):
                return PlaceMention(start + cut, mention.end, self._seen[name[cut:]], mention.short)
        return PlaceMention(start, mention.end, self._seen[name], mention.short)

    def _is_other_word(self, match: re.Match[str]) -> bool:
        """Whether what follows makes another word of it: 镇|级, 村|民, 乡|村振兴."""
        if match[0] in ("镇", "乡") and self._text.startswith("村", match.end()):
            return True
        if match[0] in ("乡", "村") and self._text.startswith("镇", match.end()):  # 虞乡|镇, 张村|镇
            return True
        return _NOT_TOWN_AFTER.match(self._text, match.end()) is not None

    def _mention(self, start: int, match: re.Match[str]) -> PlaceMention:
        name = self._text[start : match.end()]
        parent = _holder(self._ends.get(start), match[0])
        place = self._seen.get(name)
        if place is None or (parent is not None and place.parent is None):
            place = PlaceRef(name, _LEVEL_OF_TOWN[match[0]], match[0].removeprefix("自然"), parent=parent, scope=self._page.source)
            self._seen[name] = place
        self._ends[match.end()] = place
        return PlaceMention(start, match.end(), place)

    def _start(self, end: int, word: str) -> int | None:
        """Where the name of the town that ends with ``word`` at ``end`` starts, if it is a name."""
        text = self._text
        low = self._page.clause_start(end, 2 * _LONGEST_TRANSLITERATED)
        of_peoples = _PEOPLES_TOWN.search(text, low, end) if word == "乡" else None
        if of_peoples is not None:
            return of_peoples.start()
        transliterated = self._transliterated(low, end)
        if transliterated is not None:
            return transliterated
        if (start := self._of_place(end)) is not None:
            return start
        low += 2 * text.startswith("中共", low)
        if word == "村" and low == end - 1 and text[low] in self._of_one:
            return low
        return self._by_words(low, end, word)

    def _of_place(self, end: int) -> int | None:
        """The start of a name of one to four characters right behind the place that the town lies in."""
        for length in (2, 3, 1, 4):
            start = end - length
            known = start in self._ends or (start in self._shorts and length > 1)
            if (
                known
                and _HAN_ONLY.fullmatch(self._text, start, end)
                and self._text[start:end] not in _BEFORE_TOWN
                and self._may_follow_place(start, end)
            ):
                return start + (self._text[start] in _BEFORE_TOWN and length > 2)  # 原杨斜镇
        return None

    def _may_follow_place(self, start: int, end: int) -> bool:
        """Whether the words of ``text[start:end]`` may name a town right behind the place that it lies in."""
        if _NO_STEM_BEHIND_A_PLACE.match(self._text[start:end]):
            return _is_market(self._text[start:end], self._text[end])
        if end - start > 2 and TRANSLITERATION.issuperset(self._text[start:end]):
            return True
        tokens = self._page.tokens(start + (self._text[start] in _BEFORE_TOWN), end)
        return bool(tokens) and not any(
            token.tag in _PARTICLES or token.text in _TOWARDS or (len(token.text) > 1 and token.text in VERBS) or _AREAS.search(token.text)
            for token in tokens
        )

    def _transliterated(self, low: int, end: int) -> int | None:
        """The start of a longer name in the characters of transliterations: 浩勒图高勒镇."""
        start = end
        while start > max(low, end - _LONGEST_TRANSLITERATED) and start not in self._ends and self._text[start - 1] in TRANSLITERATION:
            start -= 1
        longer = end - start >= _LONGEST
        return (
            start if longer and self._page.breaks(start) and all(len(token.text) <= 3 for token in self._page.tokens(start, end)) else None
        )

    def _by_words(self, low: int, end: int, word: str) -> int | None:
        """The start of a name of two to four characters, word by word to the left."""
        start = end
        organ = _PARTY_BRANCH.match(self._text, end + len(word)) is not None and end - low < _LONGEST
        for token in reversed(self._page.tokens(low, end)):
            single = organ and len(token.text) == 1 and token.tag not in _FUNCTION_TAGS  # 东|下|庄|村党支部
            if (self._stops(token) and not single) or token.end in self._ends or end - token.start > _LONGEST:
                break
            start = token.start
        stem = self._text[start:end]
        if (stem[:1] in _BEFORE_TOWN or stem[:1] in "镇乡") and len(stem) > 2:
            start, stem = start + 1, stem[1:]
        if word == "乡" and stem[-1:] in _HOMES:
            return None
        if not 2 <= len(stem) <= _LONGEST or (_TOWN_STEMS_NOT.match(stem) and not _is_market(stem, word)) or not _HAN_ONLY.fullmatch(stem):
            return None
        if any(division.level == "province" for division in divisions.load().by_short.get(stem, ())):  # 西藏|村居
            return None
        words = self._page.tokens(start, end)
        behind = end + len(word)
        listed = self._text[start - 1 : start] == "、" and start - 1 in self._ends
        told = listed or (word in self._own and len(stem) == 2 and words[0].tag == "n") or _TOWN_ORGANS.match(self._text, behind)
        if len(words) == 1 and words[0].tag not in _NAME_TAGS and not told:
            return None
        return start if len(stem) <= 3 or len(words) > 2 else None

    def _stops(self, token: Token) -> bool:
        """Whether no town's name goes on to the left of ``token``'s end."""
        verb = token.tag == "v" and len(token.text) > 1
        return verb or token.tag in _FUNCTION_TAGS or token.text in VERBS or token.text in OFFICES or _AREAS.search(token.text) is not None
