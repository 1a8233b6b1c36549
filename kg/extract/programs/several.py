"""Programs that share the word for what they are behind their number: 固本、强基两项工程."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.numerals import numeral
from kg.extract.page import Page
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import Around, ProgramMention, named

_NUMBER: Final = re.compile("“?([两二三四五六七八九十]{1,2})[大项个](工程|行动|计划)(”)?(?![的了])")
"""What so many are, in marks where they are one program that is called so: “两个行动”."""
_RUN: Final = re.compile(
    "(?:(?:打造|实施|推进|开展|启动|抓好|推行|深化)(?:了|好)?((?:[\u4e00-\u9fff]{2,8}、){1,9}[\u4e00-\u9fff]{2,8})"
    "|(?<![可得用加予给难所])以((?:[\u4e00-\u9fff]{4,14}、){1,4}[\u4e00-\u9fff]{4,14}))$",
    re.MULTILINE,
)
"""A verb of running them, or what they serve as, and their names up to the number."""
_FARTHEST: Final = 80
_STRIVING: Final = re.compile(
    "(?:开展|组织|举办|实施)(?:了|好)?((?:争[当做创][\u4e00-\u9fff]{2,10}、){1,5}争[当做创][\u4e00-\u9fff]{2,10}?)等(?:一系列|系列)?(?:主题)?(活动)"
)
"""What people strive for in activities of their own: 开展争当先锋、争做青工等一系列|活动."""

_LAST: Final = re.compile("(?<=”、)([\u4e00-\u9fff]{4,14})(?=等(?:一?系列|特色)[^，。；“”\n的]{0,8}?活动)")


def find(around: Around) -> list[ProgramMention]:
    """The members of lists that are as many as the words behind say, each with the word that they share."""
    page, text = around.page, around.page.text
    found = []
    for number in _NUMBER.finditer(text):
        listed = _RUN.search(text, max(0, number.start() - _FARTHEST), number.start())
        members = (listed[1] or listed[2]).split("、") if listed is not None else []
        if listed is None or len(members) != numeral(number[1]) or not page.mined(number.start()):
            continue
        at = listed.start(listed.lastindex or 0)
        whole = text[number.start() + 1 : number.end() - 1] if number[3] is not None else ""
        for member in members:
            if not NOT_IN_NAMES.search(member):
                one = named(at, at + len(member), member + number[2], member, "one of so many", 0.7)
                found.append(one._replace(parent=whole))
            at += len(member) + 1
    return [*found, *_striving(page, text), *_behind_quotations(page, text)]


def _behind_quotations(page: Page, text: str) -> list[ProgramMention]:
    """The last of several activities, the only one without marks: “甲”、“乙”、|农村实用技能大比拼|等系列活动."""
    return [
        named(*last.span(1), last[1], last[1], "last of a list of brands", 0.65)
        for last in _LAST.finditer(text)
        if page.mined(last.start()) and not NOT_IN_NAMES.search(last[1])
    ]


def _striving(page: Page, text: str) -> list[ProgramMention]:
    """Each of the things that people strive for (争当…、争做…等一系列活动), with the word that they share."""
    found = []
    for listed in _STRIVING.finditer(text):
        if page.mined(listed.start()):
            at = listed.start(1)
            for member in listed[1].split("、"):
                found.append(named(at, at + len(member), member + listed[2], member, "one of what is striven for", 0.7))
                at += len(member) + 1
    return found
