"""Bodies that are told apart by numbers: several groups that share their last word (省委第一、第二、第五巡视组), and 二二四大队."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_ORDINAL: Final = re.compile("第[一二三四五六七八九十]{1,3}")
_ORDINALS: Final = re.compile(f"(?:{_ORDINAL.pattern}[、和及]){{1,20}}{_ORDINAL.pattern}$")
_REACH: Final = 100
"""Characters before the last word in which the first number is looked for."""
_CALLED: Final = re.compile("[〇○零一二三四五六七八九](?<![〇○零一二三四五六七八九]{2})[〇○零一二三四五六七八九]{2,3}$")
"""Digits that are a name: 二二四, not 二百二十四."""
_LONGEST_CALLED: Final = 5
_BUILDER: Final = re.compile("(?:中(?:铁|建|交|冶|水电|电建|能建|核|化)|中国(?:水电|铁建|中铁|建筑))第?[一二三四五六七八九十]{1,3}航?$")
"""The great builders are bureaus with numbers: 中铁十二|局, 中交二航|局."""
_LONGEST_BUILDER: Final = 9
_GOES_ON: Final = re.compile("[第一二三四五六七八九十]{1,4}(?:公司|分公司|工程)|集团|股份|有限|公司|[长面]")
"""Behind 局: the name of a builder's company, which is read as a whole."""
_ASCENDING: Final = "一二三四五六七八九"
"""一二三大队 are three."""
_BUREAU: Final = "局"
_BY_NUMBER: Final = frozenset({"大队", "队", "厂", "矿", "医院", "研究所", "所", "院"})
"""What is called by a number alone."""


def numbered(reader: Reader, hit: Hit) -> BodyMention | None:
    """The last of such groups; those before it are added to what ``reader`` has found."""
    owner = reader.found[-1] if reader.found and hit.text.endswith("组") else None
    listed = _ORDINALS.search(reader.text, max(0, hit.start - _REACH), hit.start) if owner is not None else None
    if owner is None or listed is None or owner.end != listed.start():
        return None
    for number in _ORDINAL.finditer(reader.text, listed.start(), listed.end()):
        body = owner.body.part(number[0] + hit.text, SUFFIXES[hit.text].kind)
        end = number.end() if number.end() < hit.start else hit.end
        mention = BodyMention(number.start(), end, body, owner.basis, "joined", owner.confidence * 0.98)
        if end < hit.end:
            reader.add(mention)
    return mention


def called_by_number(reader: Reader, hit: Hit) -> BodyMention | None:
    """A team, works or institute whose name is a number: 二二四大队, 四一二厂."""
    if hit.text == _BUREAU:
        return _builder(reader, hit)
    number = _CALLED.search(reader.text, max(0, hit.start - _LONGEST_CALLED), hit.start) if hit.text in _BY_NUMBER else None
    if number is None or number[0] in _ASCENDING:
        return None
    if len(hit.text) == 1 and not (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):  # 三四一|队的努力
        return None
    last = reader.found[-1] if reader.found else None
    if last is not None and last.end == number.start() and last.body.name.endswith((_BUREAU, "院", "公司")):  # 省地质局|三一一大队
        return BodyMention(last.start, hit.end, last.body.part(number[0] + hit.text, SUFFIXES[hit.text].kind), last.basis, "number", 0.85)
    body = BodyRef(number[0] + hit.text, SUFFIXES[hit.text].kind, scope=reader.page.source)
    return BodyMention(number.start(), hit.end, body, Basis.STATED, "number", 0.85)


def _builder(reader: Reader, hit: Hit) -> BodyMention | None:
    """One of the great builders, where its name ends with its number and 局."""
    named = _BUILDER.search(reader.text, max(0, hit.start - _LONGEST_BUILDER), hit.start)
    if named is None or _GOES_ON.match(reader.text, hit.end):
        return None
    return BodyMention(named.start(), hit.end, BodyRef(named[0] + hit.text, "enterprise"), Basis.STATED, "number", 0.9)
