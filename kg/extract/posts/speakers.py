"""People at the head of a clause who speak, are introduced, or sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import OFFICES

_TO_REPORTERS: Final = re.compile("[对向]记者(?:说|介绍|表示|坦言)|告诉记者")
_BEING: Final = re.compile(
    r"[。！？”\n ]([\u4e00-\u9fff]{2,3})是(?=[^，。]{0,30}(?:党员|村民|居民|干部|职工|工人|社员|农民|教师|医生|大户|第一书记|大学生|退伍军人|带头人|老人|贫困户|困难户)[，。])"
)
"""雷家祥是该镇的一名共产党员, and the sign before it: a pattern that begins with a look behind is tried everywhere."""
_SIGNED: Final = re.compile(r"(?:承诺|联系|主讲|代言|传承|责任|包保|帮扶)人：\s?([\u4e00-\u9fff]{2,3})(?![\u4e00-\u9fff])")
_DELIVERED: Final = re.compile(r"[会议式]上[ \n]+([\u4e00-\u9fff]{2,4})[ ]*(?=\n|各位|同志们|（(?:19|20)\d\d年|$)")
"""…第七次会议上 X, where who reads a report is named under its title."""
_PUNISHED: Final = re.compile(r"给予([\u4e00-\u9fff]{2,4}?)(?:同志)?(?=开除|党内|严重警告|警告|撤销|留党|记大?过|政务|诫勉|降级|降低|行政)")
"""给予甲|开除党籍处分: who is punished."""
_ASKED: Final = re.compile(r"^[ \u3000]*(?:记者|主持人|问|网友|嘉宾主持)[：:]", re.MULTILINE)
_ANSWERS: Final = re.compile(r"^[ \u3000]*([\u4e00-\u9fff]{2,3})[：:](?=[\u4e00-\u9fff“])", re.MULTILINE)
"""Who answers in an interview, at the head of a line."""
_MANNERS: Final = (3, 5)
"""Characters of how somebody speaks: 高兴地, 兴高采烈地."""
_LONGEST_CHINESE: Final = 4
_GROUPS: Final = "团队组层"
"""Last characters of words for several people: 祝贺团|一行, 高管层|指出."""
_LEAST_SOUNDS, _MOST_SOUNDS = 4, 16
_COUNTRIES: Final = ("斯坦", "西亚", "尼亚", "比亚", "利亚", "尔达", "朗", "其")
"""Last characters of countries in the sounds of other languages."""
_TITLES: Final = tuple(title for title in OFFICES if len(title) > 1)
_SAYING: Final = re.compile(
    r"指出|强调|表示|介绍|告诉|认为|要求|说|主持|出席|作动员|作了|致辞|代表|(?:通报|传达|宣读|汇报|部署|解读|领学|点评|讲解)了|在(?:会上|[讲发致][话言辞]中|(?:座谈|调研|总结)(?:[中时]|会上))"
    r"|就[^，。；]{2,40}(?:作了|做了|进行了?|讲了|提出了?|谈了)(?=[\u4e00-\u9fff])"  # 就下一步工作作了|安排
    r"|最后(?:指出|强调|要求)|一行(?![为业])|率队|实地(?:察看|查看|考察|走访|了解)"
)
"""What somebody does who speaks or tours."""
_SPEAKS: Final = frozenset({"说", "告诉", "表示", "介绍"})
_SO: Final = ("笑着", "哭着", "接着", "补充", "解释")
"""How somebody says it."""
_MEANWHILE: Final = re.compile("[^，。；]{2,24}时(?:说|表示|指出|强调)?[，：]")
_BIOGRAPHY: Final = re.compile(
    r"(?:[\u4e00-\u9fff ]{2,8}：)?([\u4e00-\u9fff·]{2,4})，\s?(?:男，|女，"  # 人物名片：甲，
    "|一[名位个](?=[^，。]{0,16}(?:的|女|男|大学|毕业|青年|农民|村民|党员|老人|教师|医生|工人))"  # 一名|乡村教师
    r"|今年|现年|\d{2}岁"
    r"|(?:19|20)\d\d年(?:\d{1,2}月)?(?:毕业|出生|生|入党|参加|入伍|考入|到|任))"  # 2004年毕业
)
"""Somebody at the head of a paragraph about them: 甲，2004年毕业."""


def put_speakers(register: Register) -> None:
    """X指出, X在会上强调, X一行 at the head of a clause; X对记者说; X，2004年毕业 at the head of a paragraph."""
    page, text = register.around.page, register.text
    for match in _SAYING.finditer(text):
        low, _ = page.clause(match.start())
        end = _before_manner(text, low, match.start()) if match[0] in _SPEAKS else match.start()
        if low not in register.people and (_is_chinese(text, low, end) or _is_transliterated(register, low, end)):
            register.add_name(low, end, "speaker", 0.85)
        elif (
            match[0] == "说" and (name := names.before(page, match.start(), low)) is not None and text[name.start - 1] == "的"
        ):  # 上班的孙宇|说
            register.add_name(name.start, name.end, "speaker", 0.85)
    for start, name_of_one in _introduced(text):
        if names.is_whole(name_of_one) and start not in register.people:
            register.add_name(start, start + len(name_of_one), "introduced", 0.85)
    _put_sources(register)
    for match in _ANSWERS.finditer(text) if _ASKED.search(text) is not None else ():
        if names.is_whole(match[1]) and match[1][0] in COMMON_SURNAMES:
            register.add_name(*match.span(1), "speaker", 0.85)
    for paragraph in page.segments.paragraphs:
        intro = _BIOGRAPHY.match(text, paragraph.start, paragraph.end)
        if intro and intro.start(1) not in register.people and names.is_whole(intro[1], listed=True):
            register.add_name(*intro.span(1), "introduced", 0.85)


def _before_manner(text: str, low: int, end: int) -> int:
    """Where what tells how somebody speaks begins that ends at ``end``, behind a clause of which the rest is a name: 甲|高兴地|说, 甲|笑着|说."""
    lengths = _MANNERS if text.endswith("地", low, end) else (2,) if text.endswith(_SO, low, end) else ()
    return next((end - length for length in lengths if _is_chinese(text, low, end - length)), end)


def _is_chinese(text: str, low: int, end: int) -> bool:
    """Whether all of a clause up to the verb is a name of two to four characters."""
    name = text[low:end]
    if name[-1:] == "在" and _MEANWHILE.match(text, end):  # 陈彬|在介绍…时说
        return False
    if not 2 <= len(name) <= _LONGEST_CHINESE or name[-1] in _GROUPS or name in divisions.load().by_short:
        return False
    return names.is_whole(name)


def _is_transliterated(register: Register, low: int, end: int) -> bool:
    """Whether all of a clause up to the verb is a name in the sounds of another language: 买买提·艾力|说; without · where the page is about such people."""
    page, text = register.around.page, register.text
    if not _LEAST_SOUNDS <= end - low <= _MOST_SOUNDS:
        return False
    if "·" not in text[low:end] and (not page.of_minorities or text[low : low + 2] in divisions.load().by_short):  # 阿里|巴巴
        return False
    if text[low:end] in divisions.load().by_short or text.endswith(_COUNTRIES, low, end):  # 乌鲁木齐, 哈萨克斯坦
        return False
    name = names.at(page, low)
    return name is not None and name.end == end and not text.startswith(_TITLES, low)  # 主任|吐尔逊·吐尔地


def _put_sources(register: Register) -> None:
    """X告诉记者, X高兴地对记者说."""
    page, text = register.around.page, register.text
    for match in _TO_REPORTERS.finditer(text) if "记者" in text else ():
        low, _ = page.clause(match.start())
        ends = [match.start(), *(match.start() - length for length in _MANNERS if text[match.start() - 1] == "地")]
        if any(register.ending(end) is not None for end in ends):
            continue
        name = next(filter(None, (names.before(page, end, low) for end in ends if end > low)), None)
        if name is not None and not register.around.in_body(name.start, name.end):
            register.add_name(name.start, name.end, "speaker", 0.85)


def _introduced(text: str) -> Iterator[tuple[int, str]]:
    """X是…党员 at the head of a sentence, 联系人：X: where the name starts, and the name."""
    for match in _BEING.finditer(f"\n{text}"):  # the head of the text is one, too
        yield match.start(1) - 1, match[1]
    punished = _PUNISHED.finditer(text) if "给予" in text else ()
    for match in (*(_SIGNED.finditer(text) if "人：" in text else ()), *_DELIVERED.finditer(text), *punished):
        yield match.start(1), match[1]
