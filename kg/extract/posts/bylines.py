"""The journalists of a page whom no label tells: names at the head or end of a report, photographers (X 摄), behind a body or alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract import names
from kg.extract.bodies import BodyMention
from kg.extract.posts.credits import LABELS, LONGEST_LABEL, NAME
from kg.extract.posts.mentions import PersonMention
from kg.extract.posts.register import Register
from kg.extract.scan import Stretches
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES
from kg.segment import Article

_BYLINE_IN_TEXT: Final = re.compile(
    # 讯（甲 乙）, at the head, but not （周三）, （本报记者 …）
    r"(?:讯|电|日|网|在线|报道)\s{0,3}（(?!周|[\u4e00-\u9fff]{0,4}(?:记者|通讯员))"
    r"([\u4e00-\u9fff·]{2,4}?(?:[ 、]+[\u4e00-\u9fff·]{2,4}?){0,4})(?:报道)?）"
    # （甲 乙）, at the end of a line or before 责任编辑：
    r"|（ ?([\u4e00-\u9fff·]{2,4}(?:[ 、]+[\u4e00-\u9fff·]{2,4}){0,4})[ \u3000]*）"
    r"(?:\s*[|｜]?\s*$|(?=\s*(?:责任编辑|责编|编辑)[：:]))",
    re.MULTILINE,
)
"""本报讯（甲 乙）, 讯（甲报道） at the head of a report, （甲 乙） at its end."""
_HEADING: Final = re.compile(
    r"(?:^[ \u3000]*（|：[ \u3000]*（|\A[ \u3000]*)([\u4e00-\u9fff]{2,3}(?:[ \u3000]+[\u4e00-\u9fff]{2,3}){1,3})）(?=[\u4e00-\u9fff\d])",
    re.MULTILINE,
)
"""（甲 乙） before the first word of a report, of which the bracket may be lost where a page begins."""
_PHOTOGRAPHED: Final = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3})[ /]?摄(?=[ （）)。\n]|$)", re.MULTILINE)
"""芮小满 摄, below a picture."""
_FIRST_OF_TWO: Final = re.compile(
    r"(?:讯|电)\s{0,3}([\u4e00-\u9fff]{2,3})、(?:本报)?(?:特约|实习|见习)?(?:记者|通讯员)[\u4e00-\u9fff]{2,3}(?:报道|摄影报道)："
)
"""本报讯 甲、特约记者乙报道：, where 甲 has no label."""
_BEFORE_ANOTHER: Final = re.compile(
    r"[（(](?:[\u4e00-\u9fff]{4,16}[ 　]+)?([\u4e00-\u9fff]{2,3})[ 　]+(?:本报)?(?:记者|通讯员)[ 　：:]*[\u4e00-\u9fff]{2,3}"
)
"""（甲 通讯员 乙）, （某厂工会 甲 通讯员 乙）, where 甲 has no label."""
_LINE_WITH_ANOTHER: Final = re.compile(r"([\u4e00-\u9fff]{2,3})[ 　]+(?:本报)?(?:记者|通讯员)[ 　：:]+[\u4e00-\u9fff]{2,3}")
"""甲 本报记者 乙: all of a paragraph, where 甲 has no label."""
_BEFORE_THE_REPORTER: Final = re.compile(r"(?:讯|电)\s{0,3}（([\u4e00-\u9fff]{2,3})(?:记者|通讯员)[\u4e00-\u9fff]{2,3}）")
"""本报讯（甲记者乙）, where 甲 has no label."""
_ALONE: Final = re.compile(r"[ \u3000]*([\u4e00-\u9fff]{2,3}(?:[ \u3000]+[\u4e00-\u9fff]{2,3}){1,7})[ \u3000]*$", re.MULTILINE)
"""A line of nothing but names: who wrote, where it is the first or the last of an article."""
_WRITER_ALONE: Final = re.compile(r"[ \u3000]*([\u4e00-\u9fff]{3})[ \u3000]*\n")
"""A first line of nothing but one name."""
_SPEAKER: Final = re.compile(
    r"^[ \u3000]*([\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])[ \u3000]*\n(?:[ \u3000]*（[^）\n]{4,24}）[ \u3000]*\n)?"
    r"[ \u3000]*(?:同志们|各位[\u4e00-\u9fff、]{1,16}|尊敬的[\u4e00-\u9fff、]{1,24})[：！，]",
    re.MULTILINE,
)
"""A line of nothing but a name, before those who are addressed: who speaks."""
_ADDRESSED: Final = ("同志们", "各位", "尊敬的")
_BELOW_HEADLINE: Final = re.compile(
    r"\s*[^\n]*[^。\n]\n\s*([\u4e00-\u9fff]{2,3}(?:(?:、|[ \u3000]+)[\u4e00-\u9fff]{2,3}){1,3})[ \u3000]*$", re.MULTILINE
)
"""甲、乙 or 甲 乙 alone on the second line of an article, below its headline."""
_BULLETED: Final = re.compile(
    r"[□■◆●○◎]\s?([\u4e00-\u9fff]{2,3}(?:[、 ][\u4e00-\u9fff]{2,3}){0,3})\s*(?:文[/、]?图|图[/、]?文|/文|文|摄影报道)?\s*$", re.MULTILINE
)
"""□甲、乙, alone at the end of a line, or with what they did (文/图)."""
_ITEM: Final = re.compile(r"^[ \u3000]*[□■◆●○◎].*\n*", re.MULTILINE)
_DATED: Final = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}(?:[ 　]+\d{1,2}:\d\d(?::\d\d)?)?[ 　]+([\u4e00-\u9fff]{2,3})"  # 2012-03-05 16:56 甲
    r"|^([\u4e00-\u9fff]{2,3}) ?·? ?\d{4}-\d{1,2}-\d{1,2} ?·?"  # 甲 · 2011-03-21 ·
    r"|^[ 　]*([\u4e00-\u9fff]{2,3})[ 　]+发布时间[：:][^\n]{8,24}?)"  # 甲 发布时间：2012-03-05
    r"(?=[ 　]*来源[：:])",
    re.MULTILINE,
)
"""2012-03-05 16:56 甲 来源：, 甲 · 2011-03-21 · 来源：, at the head of a page."""
_PHOTOGRAPHERS: Final = re.compile(r"（([\u4e00-\u9fff]{2,3}(?: [\u4e00-\u9fff]{2,3}){1,3})[ /]?摄）")
_HEAD_OF_LINE: Final = re.compile(rf"(?:^|\n)[ \u3000]*（?(?:(?:{LABELS})[：:])?$")
_BEHIND_A_BODY: Final = re.compile(r"[ \u3000]+([\u4e00-\u9fff]{2,3}(?:[ \u3000]+[\u4e00-\u9fff]{2,3}){0,3})[ \u3000]*）?(?=\n|$)")
"""供稿：县委组织部 甲: a line with nothing but a body and names."""
_IN_BRACKETS: Final = re.compile(r"([\u4e00-\u9fff]{2,3}(?:[ 、][\u4e00-\u9fff]{2,3}){0,3})）[ \u3000]*(?=\n|$)")
"""（体育学院|甲）, at the end of a line."""
_WRITES_FOR: Final = re.compile("(?:记者|通讯员|供稿|作者)[ \u3000：:]{1,2}$")
_BEHIND_ANOTHER: Final = re.compile(
    "（[\u4e00-\u9fff]{0,4}(?:记者|通讯员)[ \u3000：:]{1,2}[\u4e00-\u9fff]{2,3}(?:[ \u3000、]+[\u4e00-\u9fff]{2,3}){0,3}[ \u3000]+$"
)
"""（记者 甲|县委报道组 乙）: who has a label, before the body of who has none."""
_LONGEST_WRITER, _LONGEST_WRITERS = 6, 28
_WRITER: Final = re.compile(r"[ \u3000]+([\u4e00-\u9fff]{2,3}(?:[ \u3000、]+[\u4e00-\u9fff]{2,3}){0,3})[ \u3000]*(?=）|\n|$)")
"""（通讯员 五里镇人民政府| 甲）: behind the body of who is labelled."""
_OF_SOMEWHERE: Final = re.compile(
    r"([（：:|｜])\s*([\u4e00-\u9fff]{3,12}|[\u4e00-\u9fff]{1,2}[部室局处科办院])[ \u3000]+([\u4e00-\u9fff]{2,3}(?:[ \u3000、]+[\u4e00-\u9fff]{2,3}){0,3}?)"
    r"\s*）?(?=$|[ \u3000]*(?:责任编辑|责编|编辑|发布|时间|日期|来源|点击|浏览|阅读)[\u4e00-\u9fff]{0,4}[：:])",
    re.MULTILINE,
)
"""（常德电大 甲）, 图片 | 区新闻中心 乙: names behind a body that nothing else tells."""
_ENDS_LABEL: Final = re.compile(rf"(?:{LABELS})\s?$")
_RUN_TOGETHER: Final = re.compile(
    r"(?:（[\u4e00-\u9fff]{0,6}?(?:记者|通讯员)|(?:讯|电)\s{0,3}（(?=[\u4e00-\u9fff]{4}))([\u4e00-\u9fff]{3,9}?)(?:综合报道|摄影报道|报道|摄影|摄|文)?）"
)
"""Names whose blanks were lost: （记者|甲甲乙乙乙）, 本报讯（甲甲甲乙乙）."""
_TOGETHER_AT_THE_END: Final = re.compile(r"（([\u4e00-\u9fff]{5,6})）[ \u3000]*$", re.MULTILINE)
"""Likewise at the end of a line, behind a sentence or alone: …。（甲甲甲乙乙乙）."""
_SENTENCE_ENDS: Final = ("", "。", "！", "”", "\n")
_OFFICES: Final = frozenset("员者台网报体字图社部办室间")
_LENGTHS: Final = (3, 2)


def put_bylines(register: Register) -> None:
    """Add the journalists whom no label tells: at the head or the end of a report, below a picture, in brackets."""
    _placed(register)
    _behind_bodies(register)
    for article in register.around.page.segments.articles:
        _first_or_last(register, article)
    _run_together(register)


def _placed(register: Register) -> None:
    """本报讯（X Y）, 本报讯 X、记者Y, □X and （X Y） at the end of a line, （X Y摄）, X 摄: what stands where names of journalists do."""
    text = register.text
    shot = (*_PHOTOGRAPHERS.finditer(text), *_PHOTOGRAPHED.finditer(text)) if "摄" in text else ()
    dated = _DATED.finditer(text) if "来源" in text else ()
    for match in (
        *_BYLINE_IN_TEXT.finditer(text),
        *_HEADING.finditer(text),
        *_FIRST_OF_TWO.finditer(text),
        *_BEFORE_THE_REPORTER.finditer(text),
        *_bulleted(text),
        *shot,
    ):
        _put_whole(register, match.span(match.lastindex or 0))
    for match in _SPEAKER.finditer(text) if any(word in text for word in _ADDRESSED) else ():
        name = re.sub("[ \u3000]", "", match[1])
        if names.is_whole(name, listed=True) and not names.is_word(name):
            register.add(PersonMention(*match.span(1), name, "speaker", 0.85))
    paragraphs = (_LINE_WITH_ANOTHER.fullmatch(text, line.start, line.end) for line in register.around.page.segments.paragraphs)
    for match in (*_BEFORE_ANOTHER.finditer(text), *dated, *filter(None, paragraphs)):
        span = match.span(match.lastindex or 0)
        if not _is_office(text[slice(*span)]):
            _put_whole(register, span)


def _is_office(word: str) -> bool:
    """Whether ``word`` is a role, a place or a medium where the name of who wrote may stand: 管理员, 常德, 岳阳台."""
    return names.is_word(word) or word in divisions.load().by_short or word[-1] in _OFFICES


def _behind_bodies(register: Register) -> None:
    """The names of a line that has nothing else but the body for which they write; several such lines are a list of others."""
    lines = [found for body in register.around.bodies if (found := _alone_with_names(register.text, body)) is not None]
    if len(lines) == 1:
        _put_whole(register, lines[0].span(1))
    for body in register.around.bodies:
        if (writer := _behind_label(register.text, body)) is not None:
            _put_whole(register, writer.span(1))
    for match in _OF_SOMEWHERE.finditer(register.text):
        labelled = match[1] == "（" or _ENDS_LABEL.search(register.text, max(0, match.start() - LONGEST_LABEL), match.start())
        if labelled and (match[2][-1] in _OFFICES or not names.is_whole(match[2], listed=True)):
            _put_whole(register, match.span(3))


def _first_or_last(register: Register, article: Article) -> None:
    """甲 乙 丙 as the first or the last line of an article, 甲、乙 or 甲 乙 as the second."""
    words = register.text[article.start : article.end]
    first, last = len(words) - len(words.lstrip()), words.rstrip().rfind("\n") + 1
    below = _BELOW_HEADLINE.match(register.text, article.start, article.end)
    if below is not None:
        _put_whole(register, below.span(1))
    writer = _WRITER_ALONE.match(register.text, article.start, article.end)
    if writer is not None and names.is_whole(writer[1]) and writer[1][0] in COMMON_SURNAMES:
        _put_whole(register, writer.span(1))
    for at in sorted({first, last}):
        line = _ALONE.match(register.text, article.start + at, article.end)
        if line is not None:
            _put_whole(register, line.span(1))


def _put_whole(register: Register, where: tuple[int, int]) -> None:
    """The names of a stretch, if all of it is names; one among several may be a strange one (甲、乙、扬某)."""
    members = list(NAME.finditer(register.text, *where))
    strange = [member[0] for member in members if not names.is_whole(member[0], listed=True)]
    if not strange or (len(strange) < len(members) - 1 and not any(_is_office(word) for word in strange)):
        for member in members:
            register.add(PersonMention(*member.span(), member[0], "credit", 0.85))


def _alone_with_names(text: str, body: BodyMention) -> re.Match[str] | None:
    line = _BEHIND_A_BODY.match(text, body.end)
    return line if line is not None and _HEAD_OF_LINE.search(text, max(0, body.start - LONGEST_LABEL), body.start) else None


def _behind_label(text: str, body: BodyMention) -> re.Match[str] | None:
    """The names behind a body that has a label before it (（通讯员 五里镇人民政府| 甲）, （记者 甲 县委报道组| 乙）), or closes a line (（体育学院|甲）)."""
    before = text[body.start - 1 : body.start]
    if before == "（":
        return _IN_BRACKETS.match(text, body.end)
    labelled = before in (" ", "：", "\u3000") and (
        _WRITES_FOR.search(text, max(0, body.start - _LONGEST_WRITER), body.start)
        or _BEHIND_ANOTHER.search(text, max(0, body.start - _LONGEST_WRITERS), body.start)
    )
    return _WRITER.match(text, body.end) if labelled else None


def _bulleted(text: str) -> Iterator[re.Match[str]]:
    """□甲、乙, where neither the line before nor the one behind begins with such a sign: those are the items of a list."""
    lines = [match.span() for match in _ITEM.finditer(text)]
    beside = {start for start, _ in lines} & {end for _, end in lines}
    items = Stretches(span for span in lines if not beside.isdisjoint(span))
    return (match for match in _BULLETED.finditer(text) if not items.hold(match.start()))


def _run_together(register: Register) -> None:
    """Names without blanks between them in the brackets of a byline: the likeliest way to cut them up into whole names."""
    text = register.text
    ending = (
        match for match in _TOGETHER_AT_THE_END.finditer(text) if text[match.start() - 1 : match.start()].strip(" \u3000") in _SENTENCE_ENDS
    )
    for match in (*_RUN_TOGETHER.finditer(text), *ending):
        at = match.start(1)
        for name in _cut(match[1]):
            register.people[at] = PersonMention(at, at + len(name), name, "credit", 0.8)
            at += len(name)


def _cut(words: str) -> list[str]:
    """``words`` as names of two or three characters, the likeliest way; none where they are not names throughout."""
    ways: list[tuple[float, list[str]] | None] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        found = [
            (way[0] + names.likelihood(words[end - length : end]), [*way[1], words[end - length : end]])
            for length in _LENGTHS
            if end >= length and (way := ways[end - length]) is not None and names.is_whole(words[end - length : end], listed=True)
        ]
        ways.append(max(found) if found else None)
    last = ways[-1]
    return last[1] if last is not None else []
