"""Works that people come to see: 视察了朱林水库除险加固项目、县城防洪堤工程, 来到…防洪堤工程现场."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import ProgramMention, named
from kg.lexicon.stops import VERBS
from kg.lexicon.words import PROGRAM_PLAIN

_SEEN: Final = re.compile(r"(?:视察|考察|参观|察看|查看|踏看|观摩|来到|深入|走进|调研)(?![组团员])(?:了|到)?")
_BETWEEN: Final = re.compile("[、和与及]|以及")
_ITEM: Final = re.compile(
    r"(?:我[省市州县区旗镇乡])?((?:(?!工程|项目|[的和与及])[\u4e00-\u9fff]){4,14}(?:工程|项目))"
    r"(?:(?=[，。；、和与及\n]|(?:建设|进展|实施)情况|(?:建设|施工)?现场|时|考察|视察|调研|检查|查看|进行|实地|$))"
)
_OTHER: Final = re.compile(r"(?:(?!以及)[\u4e00-\u9fff“”]){2,24}?(?=[、和与及]|以及)")
_ITEMS: Final = 12
"""Things that are seen on one visit, at most."""
_SORTS: Final = re.compile(
    "部分|全[省市州县区镇部]|[各几某每等]|一些|多个|重[点大]|有关|相关|产业|投资|合作|招商|民生|在建|续建|新建|农业|工业|基础设施"
)
"""What tells that a sort of works is meant, not one."""


def find(page: Page, text: str) -> list[ProgramMention]:
    """The works in ``page`` that stand behind a verb of seeing, alone or in a list of what is seen."""
    found: dict[int, ProgramMention] = {}
    for verb in _SEEN.finditer(text):
        if not page.mined(verb.start()):
            continue
        at = verb.end()
        for _ in range(_ITEMS):
            item = _ITEM.match(text, at)
            if item is not None and _is_one(page, item):
                found[item.start(1)] = named(*item.span(1), item[1], item[1][:-2], "works that are visited", 0.65)
            here = item or _OTHER.match(text, at)
            mark = here and _BETWEEN.match(text, here.end())
            if not mark:
                break
            at = mark.end()
    return list(found.values())


def _is_one(page: Page, item: re.Match[str]) -> bool:
    """Whether an item names one piece of work: no sort of works, nothing that is done to them."""
    if item[1] in PROGRAM_PLAIN or NOT_IN_NAMES.search(item[1]) or _SORTS.search(item[1]):
        return False
    first, *others = page.tokens(*item.span(1))
    return first.text not in VERBS and not any(token.tag in ("p", "d", "r", "c", "m") for token in (first, *others))
