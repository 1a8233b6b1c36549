"""Programs: campaigns, activities, projects, schemes and brands that a body runs.

A program is named by the words inside quotation marks and the head noun behind them (“四比四看”活动), by a nation-wide
campaign's name, or, without quotation marks, by what stands between a verb of running it and a head noun.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.scan import Scanner, Stretches, within
from kg.lexicon.stops import VERBS
from kg.lexicon.words import (
    BARE_HEADS,
    CAMPAIGNS,
    PROGRAM_ENDS,
    PROGRAM_NEVER,
    PROGRAM_PLAIN,
    PROGRAM_RUNS,
    PROGRAM_STARTS,
    QUOTED_HEADS,
)


@dataclass(frozen=True, slots=True)
class ProgramMention:
    """``text[start:end]`` names the program ``name``; ``parent`` is the campaign that it is part of, where one is near."""

    start: int
    end: int
    name: str
    surface: str
    rule: str
    confidence: float
    national: bool = False
    parent: str = ""


_QUOTE: Final = re.compile(r"[“‘]([^“”‘’\n]{2,60})[”’]")
_RUNNING: Final = "|".join(PROGRAM_RUNS)
_BEFORE_QUOTE: Final = re.compile(
    rf"(?:{_RUNNING})(?:了|好|的|为|以|全国|全省|全市|全县|全区|全镇|创|争创|的是|党建)?(?:[“‘][^”’\n]{{1,40}}[”’][、和及与]?)*$"
)
_STRONG_BEFORE: Final = re.compile(rf"(?:{'|'.join(PROGRAM_STARTS)})(?:了|好)?(?:[“‘][^”’\n]{{1,40}}[”’][、和及与]?)*$")
_NAMELIKE_END: Final = re.compile(rf"(?:{'|'.join(PROGRAM_ENDS)})$")
_COUNTED: Final = re.compile(
    r"^[一二两三四五六七八九十百千万双0-9]{1,3}[\u4e00-\u9fff]{1,3}(?:[一二两三四五六七八九十百千万双0-9]{1,3}[\u4e00-\u9fff]{1,3}){1,4}$"
)
_SUFFIXED: Final = re.compile(r"(?:为主题|为载体|载体|为主要内容|系列)")
_BARE: Final = re.compile(
    r"(?:开展|启动|实施|推行|举办|深化|试行|推进|实行)(?:了|好)?(?:[两三四五六七八九十\d]+(?:轮次|轮|次|场))?((?:[\u4e00-\u9fff、]){2,26}?)("
    + "|".join(sorted(BARE_HEADS, key=lambda head: (-len(head), head)))
    + r")(?![\u4e00-\u9fff]*(?:室|组|会议室))"
)
_AFTER_QUOTE: Final = re.compile(r"”(?:活动|工程|行动)?[和、]([\u4e00-\u9fff]{4,20}?)(活动|工程|行动)")
_NOT_IN_NAMES: Final = re.compile(rf"的(?!主题|服务)|{'|'.join(PROGRAM_NEVER)}")
_ABOUT: Final = r".{0,12}(?:综述|情况|简报|纪实|总结|汇报|巡礼|侧记|掠影)"
"""Behind a campaign in a headline: the article tells how it is run, so that what is run in it is part of it."""
_INSIDE: Final = re.compile(
    r"(?:活动)?(?:过程)?(?:中|以来|期间)|(?:活动)?的(?:重要内容|重要载体|载体|抓手|自选动作)|(?:活动)?为(?:重要)?(?:载体|抓手|契机|主线)"
)
_ROOT: Final = "创先争优"
_ARRANGED: Final = tuple(one + first + other + second for one, other in ("创争", "争创") for first, second in ("先优", "优先"))
"""Its words in every order, as documents mix them up."""
_VARIANTS: Final = re.compile(f"^(?:{'|'.join(_ARRANGED)})(?:活动)?$")


def find(page: Page, closed: list[tuple[int, int]]) -> list[ProgramMention]:
    """The programs named in the mined zones of ``page``, in order; ``closed`` are titles of documents, which name none."""
    text = page.text
    found = _quoted(page, text)
    quotes = [match.span() for match in _QUOTE.finditer(text)] + closed
    quoted = Stretches(quotes)
    for others in (_bare(page, text), _campaigns(page, text)):
        taken = Stretches((mention.start, mention.end) for mention in found)
        found += [
            mention
            for mention in others
            if not taken.hold(mention.start)
            and not taken.hold(mention.end - 1)
            and (_is_quoted(text, mention) or not quoted.hold(mention.start))
        ]
    titles = Stretches((start + 1, end) for start, end in closed)
    found = [mention for mention in found if not titles.hold(mention.start)]
    return _with_parents(page, _full_names(sorted(_longest(found), key=lambda mention: mention.start)))


def _is_quoted(text: str, mention: ProgramMention) -> bool:
    """Whether a campaign is all that stands between two quotation marks."""
    return mention.national and text[mention.start - 1 : mention.start] in ("“", "‘") and text[mention.end : mention.end + 1] in ("”", "’")


def _full_names(found: list[ProgramMention]) -> list[ProgramMention]:
    """教育实践活动 is the campaign that the page names in full and that ends so."""
    national = {mention.name for mention in found if mention.national}
    out = []
    for mention in found:
        full = [name for name in sorted(national) if name != mention.name and name.endswith(mention.name) and len(mention.name) > 4]
        out.append(replace(mention, name=full[0], national=True) if len(full) == 1 and not mention.national else mention)
    return out


def canonical(name: str) -> str:
    """The name under which variants meet: that of the nation-wide campaign, if it is one."""
    if _VARIANTS.match(name):
        return "创先争优活动"
    campaign = CAMPAIGNS.get(name)
    return campaign.name if campaign else name


def _longest(found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` without those that lie inside another."""
    kept: list[ProgramMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


# ---------------------------------------------------------------- in quotation marks


def _quoted(page: Page, text: str) -> list[ProgramMention]:
    found = []
    matches = [match for match in _QUOTE.finditer(text) if page.mined(match.start())]
    heads = [_head_after(page, text, match.end()) for match in matches]
    listed = False
    for number in range(len(matches) - 1, -1, -1):
        match, following = matches[number], matches[number + 1] if number + 1 < len(matches) else None
        between = text[match.end() : following.start()] if following else ""
        if following and not heads[number] and heads[number + 1] and between in ("和", "、", "及", "与"):  # A shares the head of B
            heads[number] = "" if _NAMELIKE_END.search(match[1]) else "*" + heads[number + 1].removeprefix("*")
        listed = _LISTED_END.match(text, match.end()) is not None or (listed and _LISTED.fullmatch(between) is not None)
        mention = _of_quote(text, match, heads[number])
        if mention is None and listed and len(match[1]) <= _SHORT_BRAND:
            mention = _mention(match.start(), match.end(), match[1], match[1], "one of a list of brands", 0.7)
        if mention is not None:
            found.append(mention)
    return found[::-1]


_LISTED: Final = re.compile(r"、[^，。；“”\n]{0,14}")
_LISTED_END: Final = re.compile(r"等(?:[\d一二两三四五六七八九十]{1,3}[个项])?[^，。；“”\n的]{0,12}?(?:品牌|项目|工作法)")
"""A“…”、B“…”等8个…品牌: what stands between the quotations of a list, and behind the last."""
_SHORT_BRAND: Final = 12


_NO_HEAD: Final = re.compile(r"室|中心|的要求|的通知|场所|阵地|站|基地|小组|办公室|领导小组")
"""Behind a head: it is not the head, but part of the name of a house or a body."""
_SEVERAL: Final = re.compile(
    r"(?:(?:等|这)?(?:[两三四五六七八九十]|\d{1,2})[项个大]|等(?:一系列|系列|具体|主题|特色))(活动|工程|行动|制度)"
)
_NEWLY: Final = re.compile(r"新(模式|机制)")
_MODIFIED: Final = re.compile(r"(的?[\u4e00-\u9fff]{2,8}?)(主题实践活动|主题活动|活动|工程|行动|计划|模式|机制|制度|竞赛|大赛)")


def _of_quote(text: str, match: re.Match[str], head: str) -> ProgramMention | None:
    words = match[1].strip("，。、；： ")
    shared = head.startswith("*")
    head = head.lstrip("*")
    end = match.end() if shared else match.end() + len(head)
    if head:
        name = words + head.removeprefix("的").replace("主题的", "")
        return _mention(match.start(), end, name, words, "quotation and head", 0.9)
    before = text[max(0, match.start() - 60) : match.start()]
    if re.search(r"[，。！？；]", words):
        return None
    if len(words) <= 12 and re.search("(?:工程|计划|行动)$", words):  # “三基工程”
        return _mention(match.start(), match.end(), words, words, "quotation that ends in a head", 0.75)
    if _NAMELIKE_END.search(words) and not words.endswith("周年") and _BEFORE_QUOTE.search(before) and len(words) <= 24:
        return _mention(match.start(), match.end(), words, words, "quotation that ends in a head", 0.8)
    follows = text[match.end() : match.end() + 4]
    if _COUNTED.match(words) and (_STRONG_BEFORE.search(before) or _SUFFIXED.match(follows)):
        return _mention(match.start(), match.end(), words, words, "counted slogan that is run", 0.7)
    return None


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """The heads by their first character, longest first."""
    ordered = sorted(QUOTED_HEADS, key=lambda head: (-len(head), head))
    return {first: tuple(head for head in ordered if head[0] == first) for first in {head[0] for head in ordered}}


def _head_after(page: Page, text: str, at: int) -> str:
    """The head noun behind a quotation, with a short modifier before it (“三比三看”党性锻炼活动)."""
    if not "\u4e00" <= text[at : at + 1] <= "\u9fff":
        return ""
    skip = "的" if text.startswith("的", at) else ""
    start = at + len(skip)
    head = next((head for head in _heads().get(text[start : start + 1], ()) if text.startswith(head, start)), "")
    if head and not _NO_HEAD.match(text, start + len(head)) and (not skip or head.endswith("活动")):
        return skip + head
    several = _SEVERAL.match(text, at)
    if several:
        return "*" + several[1]
    newly = _NEWLY.match(text, at)
    if newly:
        return "*" + newly[1]
    match = _MODIFIED.match(text, at)
    if match is None or _NOT_IN_NAMES.search(match[1].removeprefix("的")) or _NO_HEAD.match(text, match.end()):
        return ""
    tokens = page.tokens(at + match[1].startswith("的"), match.end(1))
    return "" if any(_no_modifier(token) for token in tokens) else match[0].removeprefix("具体")


def _no_modifier(token: Token) -> bool:
    """Whether a word between a quotation and its head says that the head is another's (“…”为载体开展活动)."""
    return token.tag in ("p", "c", "d", "u", "uj", "r") or (token.tag == "v" and (len(token.text) == 1 or token.text in VERBS))


def _mention(start: int, end: int, name: str, surface: str, rule: str, confidence: float) -> ProgramMention:
    name = name.replace("“", "").replace("”", "").replace(" ", "")
    whole = canonical(name)
    national = whole in CAMPAIGNS and CAMPAIGNS[whole].name == whole
    return ProgramMention(start, end, whole, surface, rule, confidence, national)


# ---------------------------------------------------------------- without quotation marks


@cache
def _campaign_scanner() -> Scanner:
    variants = (name + noun for name in _ARRANGED for noun in ("", "活动"))
    return Scanner([*(name for name in CAMPAIGNS if len(name) >= 4 or name.endswith("制")), *variants])


def _campaigns(page: Page, text: str) -> list[ProgramMention]:
    """Nation-wide campaigns by name; 教育实践活动 stands for the last of that kind that was named in full."""
    found = []
    for hit in _campaign_scanner().scan(text):
        if page.mined(hit.start):
            end = hit.end + 2 * (not hit.text.endswith("活动") and text.startswith("活动", hit.end))
            found.append(_mention(hit.start, end, hit.text, hit.text, "nation-wide campaign", 0.95))
    return found


def _bare(page: Page, text: str) -> list[ProgramMention]:
    found = []
    for match in (*_BARE.finditer(text), *_AFTER_QUOTE.finditer(text)):
        words, head = match[1], match[2]
        if not page.mined(match.start()) or words in PROGRAM_PLAIN or _NOT_IN_NAMES.search(words):
            continue
        if (len(words) < 3 and len(head) < 3) or any(
            token.tag in ("p", "d", "u", "uj", "ul", "r", "m") and token.text not in ("我", "大", "为民")
            for token in page.tokens(match.start(1), match.end(1))
        ):
            continue
        if "、" in words and len(words) > 16:  # a list of things that are done
            continue
        found.append(_mention(match.start(1), match.end(2), words + head, words, "verb, words and head", 0.65))
    return found


# ---------------------------------------------------------------- what a program is part of


def _with_parents(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """Each local program with the campaign that its article's headline names, that its sentence says it is in, or that its name holds."""
    about = {number: _headlined(page, found, number) for number in range(len(page.segments.articles))}
    out: list[ProgramMention] = []
    campaign: ProgramMention | None = None
    for mention in found:
        parent = ""
        if not mention.national:
            parent = canonical(_ROOT) if _ROOT in mention.name else ""
            parent = parent or _around(page, (campaign, *out[-1:]), mention) or about[page.article_at(mention.start)]
        out.append(replace(mention, parent="" if parent == mention.name else parent))
        campaign = mention if mention.national else campaign
    return out


def _headlined(page: Page, found: list[ProgramMention], number: int) -> str:
    """The campaign that the headline of an article names, in full or by its root."""
    article = page.segments.articles[number]
    named = Counter(mention.name for mention in within(found, article.start, article.end) if mention.national)
    ordered = sorted(named, key=lambda name: (-named[name], name))
    return next((name for name in ordered if re.search(re.escape(name[:4]) + _ABOUT, article.headline)), "")


def _around(page: Page, before: tuple[ProgramMention | None, ...], mention: ProgramMention) -> str:
    """在…活动中开展…, 以…活动为载体: the program ``before`` a mention in its sentence, where the words say that the mention is inside."""
    sentence = page.sentence_at(mention.start)
    low = sentence.start if sentence else mention.start
    near = [other for other in before if other is not None and low <= other.start and other.end <= mention.start]
    return next((other.name for other in near if _INSIDE.match(page.text, other.end, mention.start)), "")
