"""What a figure counts, by the nouns behind its unit, and by what may stand before these: a year, a batch, kinds of places."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.phrases.nouns import ASPECTS, EACH, LONGEST, NO_MARKS, RAW, REACH, read_nouns
from kg.extract.page import Page
from kg.lexicon import divisions
from kg.lexicon.words import FIGURE_ACTS, FIGURE_LED, FIGURE_STOPS

_DIVISIONS: Final = re.compile(
    "(?:省|市|县|区|镇|乡|街(?=、[镇乡])|嘎查村?|苏木|村|地|州|盟|旗)(?![直级属管内处域定道])"
    "(?:[省市县区镇乡村地州盟旗]"  # 省|市
    r"|、(?=[省市县区镇乡村地州盟旗](?:[、（）]|$|[^\u4e00-\u9fff])|直辖市)|直辖市"  # 区|、县, 省|、直辖市
    "|（(?:[省市县区镇乡村旗州盟地、居]|社区|街道){1,7}）"  # 县|（市、区）
    ")*+(?![级直属])"
)
"""Kinds of places that are counted: 县（市）, 区、县, 省、直辖市."""
_HAS: Final = re.compile(
    r"(?:年|的)?(?:集体)?(?:经济|经营性?)?(?:总?收入|资产|积累)(?:均|都|已)?(?:达到?|超过?|突破|不足|不到|在|为)?[约近]?[\d一二两三四五六七八九十百]"
)
"""What each of the places has, told by the next figure: 23个村|集体收入不足1万元."""
_OF: Final = re.compile(r"[\u4e00-\u9fff]{0,12}?的(?=[\u4e00-\u9fff]{2})")
_WORK: Final = ("工作", "情况", "建设")
"""Ends of what is looked at in places that are counted."""
_SUCH: Final = re.compile("“[^“”，。；\n]{2,10}”")
_LEVEL: Final = frozenset("省市县区镇乡村")
_OF_SUCH: Final = re.compile(r"“([\u4e00-\u9fff\d]{2,4})”(?=班子|组织|委员|成员|干部|党员|人员|队员|代表|企业|家庭|妇女|老人)")
"""Said in marks within what is counted: 680名村|“两委”|委员."""
_ASIDE: Final = re.compile(r"（[\u4e00-\u9fff]{1,4}）(?=[\u4e00-\u9fff])")
"""Another word for part of a name: 街道（乡镇）干部."""
_GROUND: Final = "的基础上"
_PEOPLE: Final = re.compile(
    "(?:贫困|困难|搬迁|农村|机关|在职|[省市县区镇乡村]直?)?(?:党员|干部|农户|牧户|住户|居民|村民|农民|牧民|职工|群众|户)(?!小组|代表|委员)(?=[\u4e00-\u9fff])"
)
"""Who is counted, before what the next figure tells of them."""
_TITLE: Final = re.compile(r"《([^《》\n]{2,16})》")
"""10000张《…卡》."""
_PLACED: Final = re.compile(r"[\u4e00-\u9fff]{2,7}[省市县区旗州镇乡村](?=“[^“”\n]{2,14}”)")
"""Whose they are, before a quotation that says what they are: 5名|临湘市|“首席法律咨询专家”."""
_OPENING: Final = frozenset("“首第新12")
"""The first characters of what :data:`_OPENED` finds: a quotation, a batch, a year."""
_KIND: Final = re.compile(
    r"(?:([省市县区州旗镇乡](?:直属?|派|属|辖|定))|[我本该][省市县区州旗镇乡]|[省市县区乡镇]、[市县区乡镇村])(?=[“\u4e00-\u9fff])(?![的了])"
)
"""Whose they are, before the nouns behind a unit: 4个|县直|单位, 8个|我区|党组织."""
_ITS_OWN: Final = re.compile(r"[各共约近达]{0,2}[\d一二两三四五六七八九十百千]")
"""Behind nouns with a number of their own: 5个示范点、合作社|3家."""
_KINDS_OF: Final = re.compile(
    "(?:不同|各[种类级])[\u4e00-\u9fff]{2,4}(?:[、和](?:不同|各[种类级])?[\u4e00-\u9fff]{2,4}){0,3}的(?=[\u4e00-\u9fff]{2})"
)
"""Of what kinds they are, before the nouns behind a unit: 22个|不同类型、不同层次的|示范点."""
_BATCH: Final = re.compile("第[一二三四五六七八九十]{1,3}批|首批")
_AGED: Final = re.compile(r"\d\d周?岁以[上下](?:的|\s)?")
"""How old those are who are counted: 3000多名|35岁以下|年轻干部."""
_WORTH: Final = re.compile(r"[\d.]*[百千万亿]{1,2}元以上的?(?=[\u4e00-\u9fff])")
"""How much they cost at least, before the nouns behind a unit: 87个|亿元以上|重大项目."""
_NOT: Final = "非"
_SIZED: Final = re.compile("小（[一二12]）型")
_SIZES: Final = re.compile(r"(?:[长宽高深约][约达]?[\d.,]+(?:公里|千米|米|厘米)[、，]?){1,6}的")
"""Between a unit and its nouns: 3条长1400米、宽4米的生产路."""
_OPENED: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?|首批|第[一二三四五六七八九十]{1,3}批|新一批)*(“[^“”\n]{2,14}”)?(?=[\u4e00-\u9fff，。、；（]|$)"
)
"""Before the nouns behind a unit."""
_ONES: Final = frozenset("名位户")
"""Units of people, behind which a verb is none: 86名|退休|教师."""
_WHO: Final = re.compile(
    "(?:干部|党员|群众|职工|员工|教师|学生|学员|人员|老人|军人|战士|官兵|民警|选手|委员|代表|队员|工人|农民|妇女|青年|专家|医生|护士|家庭|对象|[农牧住用困低保难]户)$"
)
_BECAME: Final = frozenset({"成为", "当选", "获得", "荣获", "获评", "任职", "来自", "接受", "服务", "属于"})
"""Verbs before people that say what those who are counted became or did: 12名|成为|党员."""
_MANNER: Final = re.compile(r"[\u4e00-\u9fff]{4}的(?=[\u4e00-\u9fff]{2})")
_MANNERS: Final = frozenset({"i", "l", "z"})
"""How the dictionary tags 丰富多彩, which with 的 is no thing that is counted."""
_REACHED: Final = re.compile("(?<=[村镇乡户组])通(?:公路|水泥|油路|沥青|硬化路|客车|班车|宽带|网络|电)")
_BUILT: Final = re.compile("(?<=..)(?:建设|发展|实施|投入|安装|发放|种植|养殖|落实)$")
_GRADED: Final = re.compile(r"[\u4e00-\u9fff]{0,4}[很较最极][\u4e00-\u9fff]{1,3}的")
_LED_WORDS: Final = "|".join(sorted(FIGURE_LED, key=lambda word: (-len(word), word)))
_LED: Final = re.compile(f"(?:{_LED_WORDS})(?:[和、与]?(?:{_LED_WORDS}))*")
"""驻村|干部, 驻村和帮扶|干部."""
_LEVELS: Final = re.compile("(?:[省市县区州镇乡村]级?、){1,4}[省市县区州镇乡村]级?")
"""93名|省、市、县|驻村工作队员."""


def behind(page: Page, at: int) -> str:
    """The nouns that begin at ``at``; of a phrase with 的 (受表彰的村, 质量很高的报告) those behind it.

    A year or a batch before them is passed over (首批25个, 300名第二批…), a quotation is part of them (100个“…”示范党组织).
    """
    placed = _PLACED.match(page.text, at)
    if placed is not None and placed[0] in divisions.load().by_name:
        return _behind(page, placed.end())
    such = _OF_SUCH.match(page.text, at + 1) if page.text[at : at + 1] in _LEVEL else None
    if such is not None:
        return (page.text[at] + _with_such(page, such))[:LONGEST]
    kind = _KIND.match(page.text, at)
    if kind is not None and (nouns := _behind(page, kind.end())):
        return ((kind[1] or "") + nouns)[:LONGEST]
    return _behind(page, at)


def _behind(page: Page, at: int) -> str:
    text = page.text
    title = _TITLE.match(text, at)
    if title is not None:
        return title[1]
    opened = _OPENED.match(text, at) if text[at : at + 1] in _OPENING else None
    if opened is not None and opened.end() > at:
        quoted = (opened[1] or "").translate(NO_MARKS)
        group = "组织" if quoted and text.startswith("组织", opened.end()) else ""  # a verb to the dictionary: “两新”组织
        rest = _plain_behind(page, opened.end() + len(group))
        if quoted and not text.startswith(rest, opened.end() + len(group)):  # 20名“…劳动者”|表示热烈的祝贺
            rest = ""
        return (quoted + group + rest)[-LONGEST:]
    sizes = _SIZES.match(text, at) if text[at : at + 1] in "长宽高深约" else None
    aged = _AGED.match(text, at) if text[at : at + 1].isdecimal() else None
    if aged is not None:
        return _plain_behind(page, aged.end())
    kinds = _KINDS_OF.match(text, at) if text[at : at + 1] in "不各" else None
    if kinds is not None:
        return _plain_behind(page, kinds.end())
    levels = _LEVELS.match(text, at)
    if levels is not None and (nouns := _plain_behind(page, levels.end())):
        return (levels[0] + nouns)[:LONGEST]
    worth = _WORTH.match(text, at)
    if worth is not None and (nouns := _plain_behind(page, worth.end())):
        return (worth[0] + nouns)[:LONGEST]
    sized = _SIZED.match(text, at) if text[at : at + 1] == "小" else None
    if sized is not None:  # 23座|小（二）型病险水库
        return (sized[0] + _plain_behind(page, sized.end()))[:LONGEST]
    if text[at : at + 1] == _NOT and page.breaks(at + 1) and (nouns := _plain_behind(page, at + 1)):  # 28个|非|贫困村
        return (_NOT + nouns)[:LONGEST]
    return _plain_behind(page, sizes.end() if sizes is not None else at)


def _plain_behind(page: Page, at: int) -> str:
    text = page.text
    if text.startswith((_GROUND, *EACH), at) or not "\u4e00" <= text[at : at + 1] <= "\u9fff":
        return ""
    head = _kinds(page, at)
    at += len(head)
    if len(head) == 1 and text.startswith("、", at):  # 39名|乡、镇长
        beside = _beside(page, at + 1)
        return head + (beside[: beside.startswith("、") + 1] if beside.endswith(_WORK) else beside)
    end = at if head and _HAS.match(text, at) else _end(page, at, after_kinds=bool(head))
    led = _leading(page, at, end)
    head, at = head + led, at + len(led)
    if end <= at or not "\u4e00" <= text[at] <= "\u9fff":
        return (head + _beside(page, at + 1))[:LONGEST] if led and text.startswith("、", at) else head
    graded = _GRADED.match(text, at, end)
    first = graded.end() if graded else at
    nouns = _counted(text, first, read_nouns(page, first, end))
    if len(nouns) == 1 and page.tokens(at, at + 1)[0].tag == "a":  # 高配的干部
        nouns = ""
    if nouns and (further := _further(page, first, nouns, end)):
        return further[:LONGEST]
    aside = _ASIDE.match(text, first + len(nouns)) if nouns else None
    if aside is not None and (rest := read_nouns(page, aside.end(), page.clause(aside.end())[1])):
        nouns += aside[0] + rest
    if nouns and aside is None and text.startswith("、", first + len(nouns)):
        nouns += _beside(page, first + len(nouns) + 1)
    manner = _MANNER.match(text, at, end) if len(nouns) == RAW and page.tokens(at, at + RAW)[0].tag in _MANNERS else None
    nouns = (read_nouns(page, manner.end(), end) or nouns) if manner else nouns
    if not nouns and not head:
        phrase = _OF.match(text, at, end)
        if phrase is not None:
            head = _kinds(page, phrase.end())
            nouns = read_nouns(page, phrase.end() + len(head), end)
    return _joined(head, nouns)


def _joined(head: str, nouns: str) -> str:
    """Kinds of places with the nouns behind, but for what is looked at there: 18个街、镇|消防工作."""
    return head if head and nouns.endswith(_WORK) else (head + nouns)[:LONGEST]


def _further(page: Page, first: int, nouns: str, end: int) -> str:
    """What is counted where a batch, or what is said in marks, stands behind ``nouns``: …县第五批|驻村干部, 贫困|“两癌”患病妇女; else nothing."""
    at = first + len(nouns)
    batch = _BATCH.match(page.text, at)
    if batch is not None and (rest := _led_nouns(page, batch.end(), end)):
        return rest
    of_such = _OF_SUCH.match(page.text, at)
    if of_such is not None:
        return nouns + _with_such(page, of_such)
    such = _SUCH.match(page.text, at) if page.tokens(first, at)[-1].tag[0] == "a" else None
    rest = read_nouns(page, such.end(), page.clause(such.end())[1]) if such is not None else ""
    return nouns + such[0].translate(NO_MARKS) + rest if such is not None and rest else ""


def _with_such(page: Page, such: re.Match[str]) -> str:
    """What is said in marks, and the nouns behind it: “两委”|班子成员."""
    group = "组织" if page.text.startswith("组织", such.end()) else ""  # a verb to the dictionary
    at = such.end() + len(group)
    return such[1] + group + read_nouns(page, at, page.clause(at)[1])


def _leading(page: Page, at: int, end: int) -> str:
    """The word at the head of the nouns at ``at`` that is none: 驻村|干部, not 非公|有制企业."""
    led = _LED.match(page.text, at, end)
    if led and (page.breaks(led.end()) or read_nouns(page, led.end(), end)):
        return led[0]
    return _retired(page, at, end) if page.text[at - 1 : at] in _ONES else ""


def _retired(page: Page, at: int, end: int) -> str:
    """The verb that says what people they are, where it stands right before these: 86名|退休|教师."""
    first, who = (*page.tokens(at, min(end, at + REACH))[:2], None, None)[:2]
    verb = first is not None and first.tag == "v" and len(first.text) > 1 and first.text not in (FIGURE_ACTS | FIGURE_STOPS | _BECAME)
    return first.text if first is not None and who is not None and verb and _WHO.search(who.text) else ""


def _kinds(page: Page, at: int) -> str:
    """The kinds of places that are counted at ``at``: 县（市、区）, but no 市 of 36个市场."""
    kinds = _DIVISIONS.match(page.text, at)
    if kinds is None:
        return ""
    if page.breaks(kinds.end()):
        return kinds[0]
    shorter = kinds[0][:-1]  # 县（市、区）|地税部门
    return shorter if shorter.endswith("）") and page.breaks(kinds.end() - 1) else ""


def _end(page: Page, at: int, *, after_kinds: bool) -> int:
    """Where the clause ends at most in which the nouns at ``at`` stand; there, where kinds of places before it did something.

    650个嘎查村|圆满完成换届, 1200个乡镇|启动了换届.
    """
    end = page.clause(at)[1]
    first = page.tokens(at, end)[:2] if after_kinds else ()
    return at if first and (first[0].text in FIGURE_ACTS or first[-1].text in ASPECTS) else end


def _counted(text: str, at: int, nouns: str) -> str:
    """``nouns`` without what the next figure tells of them: 56户|农户|养殖规模35万只."""
    reached = _REACHED.search(nouns)
    if reached is not None:  # 330个建制村|通水泥路
        return nouns[: reached.start()]
    if not text[at + len(nouns) : at + len(nouns) + 1].isdecimal():
        return nouns
    built = _BUILT.search(nouns)
    if built is not None:  # 1600个贫困村|建设470兆瓦光伏项目
        return nouns[: built.start()]
    people = _PEOPLE.match(nouns)
    return people[0] if people is not None else nouns


def _led_nouns(page: Page, at: int, end: int) -> str:
    """Nouns with the word at their head that is none (驻村|干部)."""
    led = _LED.match(page.text, at, end)
    return led[0] + read_nouns(page, led.end(), end) if led is not None else read_nouns(page, at, end)


def _beside(page: Page, at: int) -> str:
    """What is counted together with the nouns before (机关|、企事业单位), with its mark; nothing where none are."""
    if (first := page.tokens(at, page.clause(at)[1])[:1]) and first[0].tag == "ns":  # 15个社区、|广东狮子会
        return ""
    also = read_nouns(page, at, page.clause(at)[1])
    return "、" + also if len(also) > 1 and not _ITS_OWN.match(page.text, at + len(also)) else ""
