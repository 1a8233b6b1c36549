"""Programs that are called by less than their names: “三万”活动 for “万名干部进万村挖万塘”活动, “一村一医” for “一村一名医生”计划."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.mention import BARE, SLOGAN, ProgramMention

_CALLED: Final = re.compile("[”’]?[（(](?:以下)?(?:简称|下称|统称|又称)(?:为)?[：:]?[“‘]([^“”‘’\n]{2,16})[”’]")
_SHORT: Final = re.compile(r"([两双三四五六七八九])([\u4e00-\u9fff])([\u4e00-\u9fff]{2})")
_NUMBERS: Final = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HEAD: Final = 2
"""Characters of a head."""
_SHORTEST: Final = 4
"""Characters before a head that are enough to tell whose short form they are."""
_MANY: Final = 20
"""Of so many names that begin alike none is meant for certain; so the time is linear in the number of programs."""


def in_full(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` with the full name for a short one, where just one program of the article has the word that often and the same head."""
    full: dict[tuple[int, str, str, int], set[str]] = {}
    for mention in found:
        if not mention.national and not _SHORT.fullmatch(mention.name):
            article, head = page.article_at(mention.start), mention.name[-2:]
            for word, often in Counter(mention.name).items():
                full.setdefault((article, head, word, often), set()).add(mention.name)
    named = [_full(mention, page.article_at(mention.start), full) for mention in found]
    return _shortened(page, _slogans_in_full(page, _defined(page, named)))


def _defined(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` with the full name for the one that the page says it is called by: “…”项目（以下简称“护河”项目）."""
    short: dict[tuple[int, str], str] = {}
    for mention in found:
        called = _CALLED.match(page.text, mention.end) if not mention.national else None
        if called is not None and called[1] != mention.surface:
            short[page.article_at(mention.start), called[1]] = mention.name
    if not short:
        return found
    return [
        mention._replace(name=short.get((page.article_at(mention.start), mention.surface), mention.name))
        if not mention.national
        else mention
        for mention in found
    ]


def _shortened(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` with the full name for one without marks that leaves some of it out: 计生帮扶工程 for 计划生育帮扶工程, 巡河活动 for “汨水”巡河活动."""
    names: dict[tuple[int, str], set[str]] = {}
    for mention in found:
        if not mention.national:
            names.setdefault((page.article_at(mention.start), mention.name[-_HEAD:]), set()).add(mention.name)
    out = []
    for mention in found:
        bare = mention.rule == BARE and not mention.national and len(mention.surface) >= _SHORTEST
        like = names[page.article_at(mention.start), mention.name[-_HEAD:]] if bare else set()
        full = [name for name in like if _shortens(mention.name, name)] if len(like) <= _MANY else []
        out.append(mention._replace(name=full[0]) if len(full) == 1 else mention)
    return out


def _shortens(short: str, name: str) -> bool:
    """Whether ``short`` is the end of ``name``, or has its first and last characters and leaves some in between out."""
    if len(short) >= len(name):
        return False
    return name.endswith(short) or (short[0] == name[0] and len(short) - _HEAD >= _SHORTEST and _holds(name, short))


def _slogans_in_full(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` with the full name for a counted slogan, where just one program of the article has its characters in that order."""
    names: dict[tuple[int, str], set[str]] = {}
    for mention in found:
        if not mention.national and mention.rule != SLOGAN:
            names.setdefault((page.article_at(mention.start), mention.name[0]), set()).add(mention.name)
    out = []
    for mention in found:
        slogan = mention.rule == SLOGAN and not mention.national
        like = names.get((page.article_at(mention.start), mention.name[0]), set()) if slogan else set()
        full = [name for name in like if _holds(name, mention.name)] if len(like) <= _MANY else []
        out.append(mention._replace(name=full[0]) if len(full) == 1 else mention)
    return out


def _holds(name: str, slogan: str) -> bool:
    """Whether ``name`` has the characters of ``slogan`` in their order."""
    rest = iter(name)
    return all(character in rest for character in slogan)


def _full(mention: ProgramMention, article: int, full: dict[tuple[int, str, str, int], set[str]]) -> ProgramMention:
    short = _SHORT.fullmatch(mention.name)
    names = full.get((article, short[3], short[2], _NUMBERS[short[1]]), set()) if short is not None else set()
    return mention._replace(name=min(names)) if len(names) == 1 else mention
