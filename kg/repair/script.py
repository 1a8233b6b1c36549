"""Traditional to simplified characters, with what conversion gets wrong put right.

OpenCC converts passages (lines) that hold a character that only traditional text has; simplified passages are left
alone, so that 乾安县, 瞭望 and the names in them are never touched. What OpenCC or an earlier converter got wrong
(乾部 for 干部, 為瞭 for 为了, 著 for 着) is mended afterwards by the tables below.

Simplified text in which such a conversion left 乾 and 瞭 behind is told by words that nobody writes (乾部, 实乾, 为瞭).

Every edit is one character for one character, so positions map one to one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from opencc import OpenCC

from kg.aligned import Edit

# Characters that t2s would change but that sound simplified text writes too: 乾隆, 瞭望, 狼藉, 徵羽, 於 and 甯 as
# surnames, 著 in 著名, 馀 and 鍾 in names, 覆 in 覆盖, 迺 夥 ...
_IN_BOTH: Final = frozenset("薹拚榘捱醣乾瞭藉徵於甯著鍾馀覆麽夥迺祇摺麴沈後")

# 乾 stays in these words, and in a personal name; everywhere else in converted text it is 干 (or was, before a wrong conversion).
_QIAN_WORDS: Final = ("乾坤", "乾隆", "乾县", "乾安", "乾陵", "乾州", "乾元", "乾清", "乾嘉", "乾卦", "乾道", "乾符", "乾封", "乾宁")
# What stands behind 干 in everyday words: a surname before one of these is no name (徐 干部, not 徐乾部).
_GAN_SECONDS: Final = frozenset("部事警群劲净燥旱洁涸枯货果粮脆活扰预涉校线流将才练吏杯冰热支与不的了出起得好工完法、，。；")
_SURNAMES_BEFORE_QIAN: Final = frozenset(
    "徐王李张刘陈杨赵黄周吴孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
_NAMED_BEFORE_QIAN: Final = re.compile(f"[任长记席员理授士志][{''.join(sorted(_SURNAMES_BEFORE_QIAN))}][\u4e00-\u9fff]$")
"""A title, a surname and the first character of a given name."""

_ZHE: Final = re.compile("(?<![显卓昭土名原论专编译巨遗拙合所共撰主])著(?![名作者述书录称说译文])")
"""著 that is not read zhù: in converted text it is 着."""

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_ZHI: Final = re.compile("祇(?=[有要是能会需见得好怕凭])")
"""祇 written for 只; else it is a deity."""

_MISTAKEN: Final = str.maketrans("陜茍徳", "陕苟德")
"""Characters that traditional pages have for others of nearly their shape (陝, 苟, 德), and OpenCC leaves alone."""
_IS_MISTAKEN: Final = re.compile("[陜茍徳]")

_HONG_KONG: Final = re.compile("[敍枱粧糭衞衹]")
"""Forms of Hong Kong that t2s leaves alone."""

_BADLY_CONVERTED: Final = re.compile(
    f"(?<![{''.join(sorted(_SURNAMES_BEFORE_QIAN))}])乾部(?![长署门])|[员老骨实]乾[警群事劲]|若乾|[骨实能]乾(?![隆坤县安])|乾(?:净|旱|涉|扰|预|劲|警|群众)|[为除]瞭(?!望)"
)
"""What no author of simplified text writes: the page was converted badly, and back by a table that knows 乾 and 瞭 as simplified."""
_KEPT_BY_TABLES: Final = re.compile("[乾瞭]")

_LIAOWANG: Final = re.compile("瞭(?![望哨])")


def find(text: str) -> list[Edit]:
    """One edit a passage that is in traditional script or holds wrong conversions; nothing for sound simplified text."""
    if not _traditional().search(text):
        return _left_over(text) if ("乾" in text or "瞭" in text) and _BADLY_CONVERTED.search(text) else []
    lines = text.splitlines(keepends=True)
    traditional = [bool(_traditional().search(line)) for line in lines]
    everywhere = 2 * sum(traditional) >= sum(bool(_HAN.search(line)) for line in lines)
    edits = []
    start = 0
    for line, new, is_traditional in zip(lines, _converted(text, lines), traditional, strict=True):
        # without a traditional character of its own a line goes with the text around it (骨乾力量)
        if (everywhere or is_traditional) and (mended := _mended(line, new)) != line:
            edits.append(Edit(start, start + len(line), mended, note="to simplified script"))
        start += len(line)
    return edits


def _left_over(text: str) -> list[Edit]:
    """The edits of simplified text in which a bad conversion left 乾 for 干 and 瞭 for 了."""
    mended = _LIAOWANG.sub("了", text)
    found = (match.start() for match in _KEPT_BY_TABLES.finditer(text))
    new = ((at, _qian(mended, at) if text[at] == "乾" else mended[at]) for at in found)
    return [Edit(at, at + 1, char, note="wrong conversion") for at, char in new if char != text[at]]


def _converted(text: str, lines: list[str]) -> list[str]:
    """The conversion of each line, all at once (a call costs as much as a hundred characters)."""
    converter = _converter("hk2s" if _HONG_KONG.search(text) else "t2s")
    converted: list[str] = converter.convert(text).splitlines(keepends=True)
    if list(map(len, converted)) == list(map(len, lines)):
        return converted
    return [_same_length(line) for line in lines]


def simplify(text: str) -> str:
    """``text`` in simplified characters, whatever it was in: for what a user types (names, queries)."""
    return _mended(text, _same_length(text))


def _same_length(line: str) -> str:
    """The conversion of ``line``; character by character where a phrase of OpenCC's would change the length."""
    converted: str = _converter().convert(line)
    if len(converted) == len(line):
        return converted
    pieces = (_converter().convert(char) for char in line)
    return "".join(piece if len(piece) == 1 else char for piece, char in zip(pieces, line, strict=True))


def _mended(line: str, converted: str) -> str:
    if "乾" in line:
        signs = list(converted)
        for match in re.finditer("乾", line):
            signs[match.start()] = _qian(converted, match.start())
        converted = "".join(signs)
    if "瞭" in converted:
        converted = _LIAOWANG.sub("了", converted)
    if "祇" in converted:
        converted = _ZHI.sub("只", converted)
    if "著" in converted:
        converted = _ZHE.sub("着", converted)
    return converted.translate(_MISTAKEN) if _IS_MISTAKEN.search(converted) else converted


def _qian(converted: str, at: int) -> str:
    """乾 or 干 for the 乾 at ``at``."""
    second = converted[at + 1 : at + 2]
    if "乾" + second in _QIAN_WORDS:
        return "乾"
    named = converted[at - 1 : at] in _SURNAMES_BEFORE_QIAN and "\u4e00" <= second <= "\u9fff" and second not in _GAN_SECONDS
    closes = not "\u4e00" <= second <= "\u9fff" and _NAMED_BEFORE_QIAN.search(converted, max(0, at - 3), at) is not None  # 主任张国乾，
    return "乾" if named or closes else "干"


@cache
def _converter(name: str = "t2s") -> OpenCC:
    return OpenCC(name)


@cache
def _traditional() -> re.Pattern[str]:
    """Finds a character that only traditional text has."""
    han = "\n".join(map(chr, range(0x4E00, 0xA000)))
    changed = (char for char, new in zip(han, _converter().convert(han), strict=True) if new != char)
    return re.compile(f"[{''.join(char for char in changed if char not in _IN_BOTH)}]")
