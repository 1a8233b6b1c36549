"""Visits: somebody, a word of going, where, and what for (P到Y调研; P来到Y，实地了解…)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.journeys import WENT, Journey, journey, leading, leads_on, travellers
from kg.extract.events.mention import Around, EventMention
from kg.extract.events.parties import party, resolved
from kg.extract.events.telling import only_day
from kg.extract.posts import PersonMention
from kg.extract.scan import Hit, made_of
from kg.lexicon.words import EVENT_WORDS
from kg.segment import SentenceAt, Zone

_REACH: Final = 200
"""How far before what a visit is for its people are looked for: those of 陪同下 stand between."""
_ON: Final = re.compile(
    "(?:同志)?(?:一行)?"
    "(?:(?:率领?|带领|组织)(?!队)[^，。；到赴来深前]{2,30}，(?=就))?"  # 带领部分政协委员，|就…
    "(?:率[^，。；]{2,24}?(?:负责人|负责同志|人员|等))?"  # 率县直部门负责人
    "(?:(?:以及|及|和)[^，。；]{2,24}?(?:负责人|负责同志|人员|等))?"  # 及五里镇负责同志
    "(?:(?:赴|到|来|前往|深入)[^，。；就]{2,16})?"  # 赴五里镇
    "就[^，。；]{2,30}?(?:进行|开展|作|做)了?(?:专题|实地|深入|集中)*"  # 就春耕生产进行了专题
)
"""Between somebody and a visit whose subject is told: 甲|率县直部门负责人赴五里镇就春耕生产进行专题|调研."""
_LED_THERE: Final = re.compile("^(?:率领?|带领|组织)[^，。；]{2,30}，(?=就)")
"""带领部分政协委员，|就某事开展视察."""
_DIRECT: Final = re.compile(
    r"\s?(?:于?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?)?"  # 3月5日上午
    "(?:同志|书记|主任|市长|县长|区长|部长|局长)?"
    "(?:等(?:[^，。；]{0,14}(?:领导|同志|负责人|班子))?)?(?:一行)?"  # 等县领导一行
    r"(?:[\d一二三四五六七八九十]{1,3}人)?"  # 五人
    "(?:在[^，。；]{2,24}陪同下，?)?"  # 在镇负责人陪同下，
    "(?:分别|共同)?(?:率队|带队)?"
    "(?:(?:带着|代表|率领?|带领)(?:(?!来|到|赴|前往)[^，。；]){2,30}，)?"  # 代表县委、县政府，
    "(?:再次|又|深入(?:基层|农家|一线|农户|企业|社区|农村|田间地头)?|实地|现场|专题)*"  # 深入田间地头
)
"""Between somebody and what a visit is for, where no word of going stands there: 甲|等县领导一行深入田间地头|调研春耕备耕工作."""
_TARGET: Final = re.compile(
    r"(?:了)?([我本][省市县区旗州镇乡村校院局](?=[，。；！\n]|$)|[\u4e00-\u9fff]{2,10}?(?:[省市县区镇乡村矿厂校院局所站园]|公司|集团|街道|社区|企业|基地|工作(?!者|人员)|情况|建设))(?![\u4e00-\u9fff]{0,40}[工作时])"
)
_SUBJECT: Final = re.compile("了?([“”、\u4e00-\u9fff]{2,36}(?<=情况|工作|建设|活动|经验))(?=[，。；！\n]|$)")
"""What is looked into, up to a mark: 调研|党的群众路线教育实践活动开展情况."""
_GREETED: Final = re.compile(
    r"(?:了)?([\u4e00-\u9fff]{0,12}?(?:党员|群众|职工|老人|家庭|困难户|学生|教师|儿童|委员|代表|干部|官兵|民警|战士|员工|劳模|同志))"
)
_WHOM: Final = re.compile(r"([\u4e00-\u9fff]{4,30}?)(?=[，。；！、\n等]|$)")
"""Those who are greeted, behind the name of their place: 慰问|某县中心医院医护人员."""
_CALLS: Final = frozenset({"走访", "看望", "走访看望"})
_DELEGATES: Final = re.compile("了?([\u4e00-\u9fff]{0,8}?(?:人大代表|政协委员|党代表|老党员|离退休干部|老干部))")
"""On whom somebody calls on a day: 走访|省人大代表."""
_AFTERWARDS: Final = re.compile("(?:仪式|会议?|典礼|活动)(?:结束)?(?:之)?[后前]，")
_OF_PLACES: Final = ("省", "市", "县", "区", "旗", "镇", "乡", "村")
_PERSONS: Final = re.compile(r"了?([“”\u4e00-\u9fff]{1,22}?[人员工者户属师生兵军警民友队模])(?=[，。；！、\n等]|$)")
"""慰问|坚守岗位的环卫工人."""
_OBJECT: Final = re.compile(
    "(?:了(?!解))?"
    r"((?:(?!时的|并)[“”\u4e00-\u9fff]){2,10}"  # 春耕生产
    r"|[“”、\u4e00-\u9fff]{11,26}(?<=情况)"  # 农村人居环境整治和改厕进展情况
    r"|[“”、\u4e00-\u9fff]{11,26}(?<=工作|建设|经验|活动)"
    "|(?:“[^“”，。；]{2,10}”、?){1,3})"  # “一村一品”、“电商进村”
    "(?=[，。；！]|并|时(?:的|，|指出|强调)|$)"
)
"""What is looked into, behind the word for it: 调研|春耕生产|时指出."""
_SEEN: Final = re.compile(r"了?([“”\u4e00-\u9fff]{2,24}?)(?=[，。；！、]|$)")
_NOT_AN_OBJECT: Final = re.compile(r"^(?:时|中|后|期间|并|组|活动$|报告|工作$|情况$|了$|和|及|的|，|会|结束|发现|指出|座谈|强调)")
_PARTY: Final = re.compile(
    "(?:组成|带领|率领)的((?!各|多个)[\u4e00-\u9fff]{2,20}(?:考察|调研|参观|检查|督导|督查|慰问|访问|代表|学习)[组团队])"
)
"""What those who went make up: 由甲、乙等人组成的|某市教育考察组."""
_NEXT: Final = re.compile("[^，。；\n]{2,14}(?:结束|完毕)?后，")
"""Before who went on from there on the day told before."""
_CARRIED_OUT: Final = re.compile(
    "开展了?(?:[^，。；“]{0,16}“[^，。；]{1,24}|(?:异地|交叉|联合|巡回|跨省|联动))$|(?<=进行)(?:异地|交叉|联合|巡回|跨省|联动)$"
)
_BROUGHT, _GREETED_THERE = ("送去", "送上", "送来"), "慰问"
"""What says, without what was brought (送去矿泉水200箱), that people were greeted."""
_DASH: Final = "——"
"""到包联村|——|某镇."""
_SAYING: Final = re.compile(r"(?:工作)?(?:时|中|期间)(?:指出|强调|要求|说|表示|提出)")
_SPEAKING: Final = re.compile("(?:时|后|中)?(?:指出|强调|要求|说|表示|提出)$")
_SOME: Final = re.compile(r"等(?:[地处村镇]|单位|企业|部门|学校|社区|现场|地方|项目)?$")
_REPORTED: Final = re.compile("(?:传达|学习|贯彻|落实|领会)[^。；]*$")
"""Before who said something on a visit: a meeting that heard of it has another day (传达甲在乙县调研时的讲话)."""
_SPEECH: Final = re.compile("[^，。；]{0,24}时的")
_CLAUSE: Final = 40
_JOINED: Final = ("参加", "出席")
_JOINED_ELSE: Final = re.compile(
    r"工作(?=[，。；])|革命|战争|学习|高考|了?[^，。；、]{0,30}(?:会议?|仪式|典礼|[幕班业牌]式|大赛|比赛|论坛|节|培训)(?=[，。；、并上]|$)"
)
"""A meeting that was joined is the event, and the way there none of its own; a life's first work is neither."""
_THOSE: Final = re.compile("(?<=帮扶)(?:点|村|对象|单位|户)")
"""Behind 结对帮扶: not what was done, but those for whom."""
_NO_DEED: Final = re.compile("[部员所官长室]|中心")
"""指挥|部: no word for what was done."""
_OFTEN: Final = re.compile(r"了?[0-9一二两三四五六七八九十多数]+[余多]?次|[\u4e00-\u9fff]{2,10}\d{1,3}[余多]?次")
_WITH: Final = re.compile(
    r"同志|先生|女士|(率[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,12}|带队|一行|(等)[\u4e00-\u9fff]{0,4}|\d{1,3}人|再次|专程"
)
"""Between somebody and 来访, part by part."""
_FEW: Final = 2
_ARRIVED: Final = frozenset({"来访", "到访", "来校访问"})


def _called(people: Sequence[PersonMention]) -> str:
    """Those who go, in the name of a visit: of more than two the first, and others."""
    return "、".join(person.name for person in people) if len(people) <= _FEW else f"{people[0].name}等"


def visit(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The visit for which ``hit`` says what for, or None where who went or where is not certain."""
    text = around.page.text
    people = around.people_before(sentence, hit.start, _REACH)
    going, guests, apart = travellers(text, people) if people else ([], [], (0, 0))
    if not going:
        return party(around, sentence, hit)
    last = going[-1]
    if _OFTEN.match(text, hit.end):
        return None
    who, led = leading(text, going)
    guests = [*led, *guests]
    on = apart[1] if apart[1] and leads_on(text[last.end : apart[0]]) else last.end
    if _ON.fullmatch(text, on, hit.start) or (hit.text in _ARRIVED and _told_on(text, last.end, hit.start)):
        return _told(around, sentence, hit, who, guests, on)
    way = journey(text, last.end, hit.start, apart)
    if way is None:
        return (
            _accompanied(text, hit, going, guests, apart)
            or _said(around, hit, last)
            or _direct(around, sentence, hit, who, last.end)
            or party(around, sentence, hit)
        )
    return _gone(around, sentence, hit, who, guests, way)


def look(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The visit that is told by what somebody did where they went: P到Y，实地了解…."""
    text = around.page.text
    people = around.people_before(sentence, hit.start, _REACH)
    going, guests, apart = travellers(text, people) if people else ([], [], (0, 0))
    way = journey(text, going[-1].end, hit.start, apart) if going else None
    no_deed = _NO_DEED.match(text, hit.end) or _THOSE.match(text, hit.end) or (hit.text in _JOINED and _JOINED_ELSE.match(text, hit.end))
    if way is None or way.how in ("在", "对") or no_deed:
        return None
    who, led = leading(text, going)
    return _gone(around, sentence, hit, who, [*led, *guests], way)


def _gone(
    around: Around, sentence: SentenceAt, hit: Hit, people: list[PersonMention], guests: list[PersonMention], way: Journey
) -> EventMention:
    """The visit of ``people``, with ``guests`` who were there."""
    text = around.page.text
    led = _PARTY.search(text, people[0].end, way.start)
    who = led[1] if led is not None else _called(people)
    heard_of = _REPORTED.search(text, max(sentence.start, people[0].start - _CLAUSE), people[0].start)
    reported = heard_of is not None and _SPEECH.match(text, hit.end) is not None
    own = around.date_before(sentence, way.start) if sentence.zone is not Zone.CAPTION and not reported else None
    date = own or (None if reported else around.date_near(sentence, way.start))
    if date is None and _NEXT.match(text, sentence.start, people[0].start):
        date = only_day(around, sentence)
    if way.how == "对":
        words = who + text[way.start : hit.end].replace("了", "")
    else:
        match = (_SEEN if EVENT_WORDS[hit.text].kind == "look" else _OBJECT).match(text, hit.end, sentence.end)
        what = _SPEAKING.sub("", match[1]) if match and not _NOT_AN_OBJECT.match(match[1]) else ""
        where = resolved(around.contexts[sentence.article], _short(around, way))
        done = _GREETED_THERE if hit.text in _BROUGHT and not what else hit.text
        words = f"{who}{'到' if way.how in WENT else way.how}{where}{_manner(text, way.stop, hit.start)}{done}{what}"
    return EventMention(
        people[0].start,
        hit.end,
        clean(words),
        "visit",
        0.75,
        date=date.value if date else "",
        people=(*people, *guests),
        place=around.place_at(way.where, way.stop),
        dated=own is not None,
    )


def _manner(text: str, start: int, end: int) -> str:
    """What stands between where somebody went and what for, as far as it tells the visit from others: 开展异地|视察, 开展“双争双评”专项|督察."""
    manner = _CARRIED_OUT.search(text, start, end)
    return manner[0].replace("了", "") if manner is not None else ""


def _short(around: Around, way: Journey) -> str:
    """Where a visit went, and of several places of which not all are named (A镇、B村等地) only the first."""
    where = around.page.text[way.where : way.stop]
    several = _SOME.search(where)
    if several is None:
        return where.rpartition(_DASH)[2].rstrip("，")
    place = around.place_at(way.where, way.stop)
    return where[: several.start()] if place is None else around.page.text[way.where : place.end]


def _told_on(text: str, start: int, end: int) -> bool:
    """Whether nothing but who came with whom stands between somebody and 来访."""
    return made_of(text[start:end], _WITH)


def _said(around: Around, hit: Hit, who: PersonMention) -> EventMention | None:
    """P在调研时指出: a visit whose place the sentence does not name."""
    text = around.page.text
    if not _SAYING.match(text, hit.end) or not re.fullmatch(r"(?:同志|等|书记|主任|部长|院长)*在", text[who.end : hit.start]):
        return None
    return EventMention(who.start, hit.end, who.name + hit.text, "said on a visit", 0.65, people=(who,), dated=False)


def _accompanied(
    text: str, hit: Hit, people: list[PersonMention], guests: list[PersonMention], apart: tuple[int, int]
) -> EventMention | None:
    """P在Q陪同下调研: a visit whose place the sentence does not name."""
    if not apart[1] or apart[1] != hit.start or not leads_on(text[people[-1].end : apart[0]]):
        return None
    words = people[-1].name + hit.text
    return EventMention(people[-1].start, hit.end, words, "visit", 0.65, people=(people[-1], *guests), dated=False)


def _direct(around: Around, sentence: SentenceAt, hit: Hit, people: list[PersonMention], on: int) -> EventMention | None:
    """P调研Y, as headlines put it; ``on``: where those end who are named last."""
    text = around.page.text
    who = people[-1]
    if hit.text.startswith("参观") and _AFTERWARDS.search(text, max(sentence.start, people[0].start - _CLAUSE), people[0].start):
        return None  # part of what was held there
    greeted = ("慰问" in hit.text and _GREETED.match(text, hit.end, sentence.end)) or (
        hit.text in _CALLS and around.date_before(sentence, who.start) is not None and _DELEGATES.match(text, hit.end, sentence.end)
    )
    target = _TARGET.match(text, hit.end, sentence.end)
    if target is not None and (whole := _WHOM.match(text, target.start(1), sentence.end)) and whole.end() > target.end():
        target = whole if target[1].endswith(_OF_PLACES) and "慰问" in hit.text else target
    target = (
        target
        or greeted
        or ("慰问" in hit.text and _PERSONS.match(text, hit.end, sentence.end))
        or _SUBJECT.match(text, hit.end, sentence.end)
    )
    if target is None or not _DIRECT.fullmatch(text, on, hit.start):
        return None
    own = around.date_before(sentence, who.start)
    date = own or around.date_near(sentence, who.start)
    words = _called(people) + hit.text + resolved(around.contexts[sentence.article], target[1])
    day = date.value if date else ""
    return EventMention(people[0].start, target.end(), words, "visit", 0.7, date=day, people=tuple(people), dated=own is not None)


def _told(
    around: Around, sentence: SentenceAt, hit: Hit, people: list[PersonMention], guests: list[PersonMention], on: int
) -> EventMention:
    """P赴Y就…进行调研, P率团来访, named in the words of the text from ``on``, behind those who were with the first of ``people``."""
    who = people[0]
    own = around.date_before(sentence, who.start)
    date = own or around.date_near(sentence, who.start)
    words = _called(people) + _LED_THERE.sub("", around.page.text[on : hit.end]).replace("了", "").removeprefix("等")
    return EventMention(
        who.start, hit.end, clean(words), "visit", 0.75, date=date.value if date else "", people=(*people, *guests), dated=own is not None
    )
