"""Programs: campaigns, activities, projects, schemes and brands that a body runs.

A program is named by the words inside quotation marks and the head noun behind them (“四比四看”活动), by a nation-wide
campaign's name, or, without quotation marks, by what stands between a verb of running it and a head noun, or by the year that is called after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import abbreviations, batches, campaigns, numbered, parents, puns, quoted, run, several, telling, works, years
from kg.extract.programs.mention import Around, ProgramMention
from kg.extract.refs import PlaceMention
from kg.extract.scan import Stretches

_ACTIVITY: Final = "活动"
_MARKS: Final = re.compile("[，、；：·,—-]")
_TELLING: Final = re.compile(
    "(?:大(?:讨论|练兵|比武|走访|下访|接访|会战|竞赛|宣讲|赛)|(?:学习|主题|专题|集中)教育|竞赛|主题党日|[年月周日])活动$"
)
"""The end of a name that is as often without 活动."""
_ONE_HEAD: Final = ("活动", "行动")
"""Heads before which a modifier may be left out: “汨盾”统一清查行动 is the “汨盾”行动 of its article."""
_SPECIAL: Final = "专项"
"""In the names of what is called an activity and an action by turns: “春雷”专项执行活动, “春雷”专项行动."""
_UNDERTAKINGS: Final = ("工程", "行动", "计划")

READINGS: Final[tuple[Callable[[Around], list[ProgramMention]], ...]] = (
    several.find,
    run.find,
    campaigns.by_name,
    campaigns.for_short,
    batches.find,
    numbered.find,
    puns.find,
    years.find,
    works.visited,
    works.counted,
    works.placed,
    works.begun,
    works.in_rows,
    telling.find,
)
"""What finds programs beside those in quotation marks, in order: what begins or ends in one that was found before is left out.

A reading is a function of what is around, in a module of what it finds, and a member of this tuple.
"""

__all__ = ["ProgramMention", "find"]


def find(page: Page, places: Sequence[PlaceMention], closed: list[tuple[int, int]], contexts: Sequence[Context]) -> list[ProgramMention]:
    """The programs named in the mined zones of ``page``, in order; ``closed`` are titles of documents, which name none."""
    text, around = page.text, Around(page, places, contexts)
    found = quoted.find(around)
    quotes = [match.span() for match in quoted.QUOTE.finditer(text)] + closed
    inside = Stretches(quotes)
    for reading in READINGS:
        taken = Stretches((mention.start, mention.end) for mention in found)
        found += [
            mention
            for mention in reading(around)
            if not taken.hold(mention.start)
            and not taken.hold(mention.end - 1)
            and (_is_quoted(text, mention) or not inside.hold(mention.start))
        ]
    titles = Stretches((start + 1, end) for start, end in closed)
    found = [mention for mention in found if quoted.surely(mention) or not titles.hold(mention.start)]
    ordered = _by_theme(page, sorted(_longest(found), key=lambda mention: mention.start))
    return parents.with_parents(
        page, abbreviations.in_full(page, _full_names(_of_one_quotation(page, _told_in_full(page, _of_one_wording(page, ordered)))))
    )


def _by_theme(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """以“…”为主题的活动 is the program that its article names by these words; where it names none so, no program is meant."""
    if not any(mention.rule == quoted.THEME for mention in found):
        return found
    names: dict[tuple[int, str], str] = {}
    for mention in found:
        if mention.rule != quoted.THEME:
            names.setdefault((page.article_at(mention.start), _theme(mention.surface)), mention.name)
    keys = [(page.article_at(mention.start), _theme(mention.surface)) for mention in found]
    return [
        mention._replace(name=names[key]) if mention.rule == quoted.THEME else mention
        for mention, key in zip(found, keys, strict=True)
        if mention.rule != quoted.THEME or key in names
    ]


def _theme(words: str) -> str:
    """``words`` in quotation marks, however they are set apart."""
    return _MARKS.sub("", words).replace(" ", "")


def _told_in_full(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """解放思想大讨论 is what the article calls 继续解放思想大讨论活动 elsewhere, if it calls one thing so."""
    short = {(page.article_at(m.start), _wording(m.name)) for m in found if m.rule == telling.BY_HEAD}
    full: dict[tuple[int, str], dict[str, None]] = {}
    for article, name in {(page.article_at(m.start), m.name): None for m in found} if short else ():
        words = _wording(name)
        for key in ((article, words[at:]) for at in range(1, len(words))):  # names are short, so that this is linear in the page
            if key in short:
                full.setdefault(key, {})[name] = None
    told = ((m, full.get((page.article_at(m.start), _wording(m.name)), {}) if m.rule == telling.BY_HEAD else {}) for m in found)
    return [mention._replace(name=next(iter(names))) if len(names) == 1 else mention for mention, names in told]


def _of_one_wording(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """“增活力、促和谐”活动 and “增活力，促和谐”活动 of one article are one: under the first name of those that differ in marks, or in 大讨论活动, alone."""
    names: dict[tuple[int, str], str] = {}
    return [m._replace(name=names.setdefault((page.article_at(m.start), _wording(m.name)), m.name)) for m in found]


def _wording(name: str) -> str:
    """What two ways to write one name have in common."""
    return _MARKS.sub("", name.removesuffix(_ACTIVITY) if _TELLING.search(name) else name)


def _is_quoted(text: str, mention: ProgramMention) -> bool:
    """Whether a campaign is all that stands between two quotation marks."""
    return mention.national and text[mention.start - 1 : mention.start] in ("“", "‘") and text[mention.end : mention.end + 1] in ("”", "’")


def _of_one_quotation(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """“走基层”实践活动 and “走基层”活动 of one article are one: under the first of the names with a head, where they differ in nothing else."""
    names: dict[tuple[int, str], str] = {}
    bare = {(page.article_at(mention.start), mention.name) for mention in found if mention.name.endswith(_UNDERTAKINGS)}
    out = []
    for mention in found:
        words = mention.surface.replace(" ", "")
        key = (page.article_at(mention.start), words)
        one = names.get(key, "")
        if key in bare and mention.name.endswith(_ONE_HEAD) and mention.name != words:  # “头雁工程”主题活动 beside “头雁工程”
            out.append(mention._replace(name=mention.surface))
            continue
        if words != mention.name and mention.name.startswith(words) and not mention.national:
            names.setdefault(key, mention.name)
        alike = one[-2:] == mention.name[-2:] or (_SPECIAL in one and _SPECIAL in mention.name and mention.name.endswith(_ONE_HEAD))
        same = one and one.startswith(words) and one.endswith(_ONE_HEAD) and alike
        out.append(mention._replace(name=one) if same and not mention.national else mention)
    return [  # 开展“初心之行”， beside “初心之行”学习活动
        mention._replace(name=names.get((page.article_at(mention.start), mention.surface), mention.name))
        if mention.rule == quoted.RUN
        else mention
        for mention in out
    ]


def _full_names(found: list[ProgramMention]) -> list[ProgramMention]:
    """教育实践活动 is the campaign that the page names in full and that ends so."""
    national = {mention.name for mention in found if mention.national}
    out = []
    for mention in found:
        full = [name for name in sorted(national) if name != mention.name and name.endswith(mention.name) and len(mention.name) > 4]
        out.append(mention._replace(name=full[0], national=True) if len(full) == 1 and not mention.national else mention)
    return out


def _longest(found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` without those that lie inside another."""
    kept: list[ProgramMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
