"""Meetings, ceremonies, festivals and classes: a word for one, and the words before it that make it a certain one."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date, day_before
from kg.extract.events.calling import BARE, KIND, called, clean
from kg.extract.events.hosts import hosts as hosts_of
from kg.extract.events.hosts import place as place_of
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.names import Name, behind_holding, read_back
from kg.extract.events.telling import are_several, date_of, date_on, habitual, is_enough, is_held, only_day
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit, within
from kg.extract.subjects import Subject
from kg.lexicon.words import EVENT_WORDS
from kg.segment import SentenceAt

_ATTENDED: Final = re.compile("(?:参加|出席|列席|亲临|莅临)$")
"""Before a word for a meeting: who came there, and not how it is called."""
_BREAKS: Final = frozenset({"", "，", "。", "；", "、", "：", "！", "？", "\n", " ", "\u3000"})
_NOT_A_MEETING: Final = re.compile(
    r"[员室场堂厅馆战费]|(?<![会式])现场(?!会)|代表|人选|召集人(?!会议)|(?:关于)?提请|主席团|秘书|记录|纪要|中心|管理|制(?![定约止造作发])|年会制|筹备|准备|议[事程案题]|办公室|出来|览|成员|组成人员|总结(?=[，。；])"
)
_GOES_ON: Final = re.compile("议(?![程案题事员定])")
"""工作会|议, not 大会|议程."""
_ONE_OF_MEANS: Final = re.compile(
    "[”]?[一二三四五六七八九十]{1,2}[项种个](?:制度|机制|载体|平台|活动)|(?:[、和][\u4e00-\u9fff“”]{2,8}){0,5}等(?:多种|一系列|各项)?(?:制度|机制|形式|方式|途径|渠道|载体|平台|办法|程序|环节)"
)
"""Behind a kind of meeting that is one of the means by which something is done."""
_OF_MANY: Final = ("乡镇", "各", "上级", "历次", "历届", "基层", "县乡", "村两委", "村“两委”")
"""What begins the name of meetings that are held in many places."""
_ASSEMBLIES: Final = ("congress", "cppcc", "party-committee")
_HOLDS: Final = re.compile("(?:依法|隆重)?(?:举行|召开)了?")
_NTH: Final = re.compile(r"(?:(?:19|20)\d\d年)?第|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次")
_SESSION_HOLDS: Final = re.compile(
    r"((?:[省市州盟县区旗镇乡]|[\u4e00-\u9fff]{1,8}[省市州盟县区旗镇乡])第?[一二三四五六七八九十]{1,3}届(?:人大|政协|人民代表大会|委员会)第?[一二三四五六七八九十]{1,3}次会议(?:主席团)?)(?:举行|召开)了?$"
)
_EDGE: Final = re.compile(r"[上后在于，。；、！”》）\s精暨召举期要]|$|传达|强调|指出")
_WAS_HELD: Final = re.compile("(?:召开|举行|举办)了[“《]?$")
_SESSION_OF: Final = re.compile(r"((?:(?![在于日])[\u4e00-\u9fff]){2,12}第[一二三四五六七八九十]{1,3}届(?:人民代表大会|委员会)?)\n+$")
_LINE: Final = 30
_DAY_AFTER: Final = re.compile("[”》]?的?(?:第二天|次日|翌日)")
"""Behind a meeting: the date of the sentence is that of the day after."""
_A_DAY: Final = re.compile(r"(?<![\d月\u4e00-\u9fff])(?:\d{1,2}日(?!起)|日前|近日|昨[日天]|今[日天])(?:[上下]午)?，")
_HELD_ON: Final = re.compile(
    r"(?<![\d月])(?:\d{1,2}日|日前|近日|昨[日天])(?:[上下]午|晚)?(?:在[\u4e00-\u9fff]{2,12})?(?:召开|举行|举办)的$"
)
"""26日举行的…论坛."""
_TO_COME: Final = re.compile("将(?!军)|拟|准备|计划|决定")
_IN_MARKS: Final = re.compile(r"(?:召开|举行|举办)了?[“《](?=[^“”《》，。；\n]{4,44}$)")
_CLOSING: Final = ("”", "》")
_QUOTATION: Final = 50
_DECLARED: Final = re.compile("开幕|闭幕|开始|结束|正式")
_ITS_COMMITTEE: Final = re.compile(r"(?!第)[\u4e00-\u9fff]{2,14}?委员会")
"""Behind the name of the conference: it names a body of it."""
_NEAR: Final = 40
_FAR: Final = 90
_NEXT: Final = re.compile(
    r"(?:[^，。；\n]{0,10}首先|最后|随后|之后|其后|接着|期间|会[前后上]"
    r"|[^，。；\n]{0,8}(?:结束|完毕|完)后|[^，。；\n]{0,8}后，"  # 升旗仪式结束后, 看完展板后，
    "|当[天日晚](?:[上下]午|晚上?)?|[上下]午|晚上?"  # 当天下午
    r"|[^，。；\n]{0,4}(?:走访|考察|调研|参观|检查|查看|慰问|视察)(?:完|结束)[^，。；\n]{0,12})"  # 实地考察结束回到县城
    r"，?[^，。；\n]{0,40}?(?:召开|举行|举办)了?各?"  # ，考察组召开了
)
"""The head of a sentence that goes on with the day told before, up to a meeting: 实地考察结束后，考察组召开了|座谈会."""
_ON_VISIT: Final = re.compile(
    "(?:考察|调研|检查|视察|督查|督导|督察|参观|走访|慰问|看望)[^。；\n]{0,60}(?:[，并]|随后|之后)[^，。；\n]{0,6}(?:召开|举行|举办)了?(?:一[次场个])?$"
)
"""Before a meeting of those who visit with those whom they visit: …考察，并召开|座谈会."""
_WITH_VISITORS: Final = frozenset({"座谈会", "汇报会", "交流会", "反馈会", "座谈交流会", "交流座谈会"})
_THAT_DAY: Final = re.compile(
    r"(?:随后|之后|当[天日晚](?:[上下]午|晚上?)?|[上下]午|晚上?)(?:\d{1,2}时(?:许|\d{1,2}分)?|\d{1,2}[:：]\d\d|\d{1,2}点(?:许|半)?)?，?(?:[我本][省市县区旗镇乡校])?"
)
_THEN_HELD: Final = re.compile("(?:在[^，。；]{2,20}?)?(?:隆重|正式|庄严|热烈)*(?:召开|举行|举办|启动|拉开帷幕)")
"""Behind a meeting that a sentence begins with, after the hour at most: 上午11时，欢送大会|在体育馆举行."""
_TOOK_PART: Final = re.compile("(?:参加|出席|召开|举行|举办|开起|进行)了(?:一[场次个](?:[^，。；]{1,8}的)?)?[“]?$")
_ANOTHER_DAY: Final = re.compile(
    "今年|去年|近年|年来|以来|先后|普遍|陆续|分别|各|曾|此前|之前|多次|每|定期|将|拟|前不久|上半年|下半年|上[个月周]"
)
"""What the sentence tells was not on the day of which the article tells."""
_SENTENCE_ENDS: Final = frozenset("。！；")
"""A line that ends with none is a heading, of what stands behind it."""
_SHORT: Final = 16
_DELIVERED: Final = re.compile(r"上(?:的[\u4e00-\u9fff]{0,6}(?:讲话|报告|发言|致辞|主持词|总结|提纲))?[^。；，]{0,40}?（\s?(?=\d{4}年)")
_SUCH_AS: Final = re.compile("(?:、[\u4e00-\u9fff“”]{2,14}){0,4}等(?:系列|各种|各类)?(?:活动|形式)?(?=[，。；！])")
"""Behind meetings of a kind, on no day: 举办科普报告会|、产业研讨会等."""
_OF_ANY: Final = frozenset({"大会", "会议", "全会"})
"""大会|闭幕式: that of a meeting named elsewhere."""
_AT_ONCE: Final = re.compile("(?:也|还)?(?:同步|同时|同日|同期)(?:举行|举办|召开|进行)")
_MONTH: Final = len("YYYY-MM")


def meeting(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The event whose name ends in ``hit``, or None where the words name no certain one."""
    text = around.page.text
    end = hit.end + (hit.text.endswith("会") and _GOES_ON.match(text, hit.end) is not None)
    needs = EVENT_WORDS[hit.text].needs
    if _is_other(around, hit, end, needs):
        return None
    quoted = _quoted(around, sentence, hit, end)
    name = (
        _own(around, sentence, hit)
        if needs == "own"
        else quoted or behind_holding(around, sentence.start, read_back(around, sentence.start, hit.start), hit.start, end)
    )
    if (
        text[name.start : hit.start] in _OF_ANY
        or are_several(text, sentence, name.start, hit)
        or _ATTENDED.search(text, name.start, hit.start)
    ):
        return None
    held = quoted is not None or is_held(around, sentence, name.start, end)
    name, date = _over_lines(around, name, date_of(around, sentence, name.start, end) if held else date_on(around, sentence, name.start))
    dated = (
        quoted is not None
        or (date is not None and (len(date.value) >= _MONTH or date.value[0] == "-"))
        or _is_told_of_a_day(text, sentence, name.start)
    )
    then = (None if dated or not held else _then(around, sentence, name.start, end)) or (_delivered(around, end) if date is None else None)
    date, dated = then or date, dated or then is not None
    if not is_enough(around, sentence, name, hit, dated=dated) or (not dated and not name.numbered and _SUCH_AS.match(text, end)):
        return None
    visited = hit.text in _WITH_VISITORS and _ON_VISIT.search(text, max(sentence.start, name.start - _FAR), name.start) is not None
    hosts = hosts_of(around, sentence, name.start) if held and not visited else ()
    place = place_of(around, sentence, end) if held else None
    if place is not None and _WAS_HELD.search(text, max(0, name.start - 5), name.start):
        date = date or around.date_near(sentence, name.start)
        dated = True
    naming = called(around, sentence, name, hit, end, hosts[-1] if hosts else None, told=held and dated, held=held)
    if not naming.words:
        return None
    if naming.words.startswith(_OF_MANY) and not date:
        return None
    naming = naming._replace(words=_of_its_assembly(text, naming.start, naming.words, hosts))
    day = date.value if date is not None else ""
    day = day_before(day) if _DAY_AFTER.match(text, end) else day
    confidence = 0.6 if naming.rule in (KIND, BARE) else 0.8 if held and dated else 0.7
    return EventMention(naming.start, end, clean(naming.words), naming.rule, confidence, held, day, (), hosts, place)


def _delivered(around: Around, end: int) -> Date | None:
    """The day in brackets below a title that says at what meeting it was spoken: …会议上的讲话 某某（2012年3月5日）."""
    text = around.page.text
    said = _DELIVERED.match(text, end)
    days = within(around.dates, said.end(), said.end() + 2) if said is not None else []
    return days[0] if days and has_day(days[0]) else None


def _then(around: Around, sentence: SentenceAt, start: int, end: int) -> Date | None:
    """The day told before, where the sentence goes on with what was done on it: 考察结束后召开了…; 下午召开…; …同步举行."""
    text = around.page.text
    that_day = _THAT_DAY.fullmatch(text, sentence.start, start) is not None and _THEN_HELD.match(text, end) is not None
    goes_on = that_day or _NEXT.fullmatch(text, sentence.start, start) or _AT_ONCE.match(text, end)
    near = around.date_near(sentence, start) if goes_on else None
    return near if near is not None and has_day(near) else _day_told(around, sentence, start, end)


def _day_told(around: Around, sentence: SentenceAt, start: int, end: int) -> Date | None:
    """The only day that the article has told before, where the sentence says that a meeting took place then: …参加了|座谈会."""
    text = around.page.text
    if not (_TOOK_PART.search(text, max(sentence.start, start - _SHORT), start) or _THEN_HELD.match(text, end)):
        return None
    if text[sentence.end - 1] not in _SENTENCE_ENDS or _ANOTHER_DAY.search(text, max(sentence.start, start - _FAR), start):
        return None
    return only_day(around, sentence) if not within(around.dates, sentence.start, start) else None


def _of_its_assembly(text: str, start: int, words: str, hosts: tuple[Subject, ...]) -> str:
    """第十次会议 that an assembly or committee holds is named after it: 市十六届人大常委会|举行|第十次会议.

    So is what belongs to a session: 区十九届人大五次会议|举行|主席团第三次会议.
    """
    if words.startswith(("第", "主席团第")) and (session := _SESSION_HOLDS.search(text, max(0, start - _NEAR), start)):
        return session[1] + words
    host = hosts[-1] if hosts and _NTH.match(words) else None
    if host is None or not isinstance(host.ref, BodyRef) or host.ref.kind not in _ASSEMBLIES or not _HOLDS.fullmatch(text, host.end, start):
        return words
    said = text[host.start : host.end]
    return (said if "届" in said else host.ref.name) + words


def _is_told_of_a_day(text: str, sentence: SentenceAt, start: int) -> bool:
    """Whether a clause begins with a day whose month or year nobody knows: 20日，…召开干部大会; 日前，….

    What the sentence tells took place then, as it does on a day with a date.
    """
    low = max(sentence.start, start - _NEAR)
    day = _A_DAY.search(text, low, start)
    if day is not None:
        return _TO_COME.search(text, day.end(), start) is None
    held_on = _HELD_ON.search(text, low, start)
    return held_on is not None and _TO_COME.search(text, low, held_on.start()) is None


def _is_other(around: Around, hit: Hit, end: int, needs: str) -> bool:
    """会议室 and 工作会商 are no meetings; neither is 会议 in 会议指出, with nothing before it and no date behind it."""
    text = around.page.text
    if _ITS_COMMITTEE.match(text, end) and text.endswith("政治协商会议", 0, end):
        return True
    if hit.text.startswith("宣布") and _DECLARED.match(text, end):  # 执行主席|宣布大会开幕
        return True
    if text[hit.start - 1 : hit.start] in _BREAKS and needs != "own" and not within(around.dates, end, end + 3):
        return True
    if text.endswith(("有关", "相关", "性"), 0, hit.start):  # 贯彻省委和市委有关|会议精神
        return True
    if _ONE_OF_MEANS.match(text, end):  # 事务协调会|、民主评议等制度
        return True
    return _NOT_A_MEETING.match(text, end) is not None or (needs == "edge" and not _EDGE.match(text, end))


def _over_lines(around: Around, name: Name, date: Date | None) -> tuple[Name, Date | None]:
    """…县第十八届 at the end of a line, 人民代表大会第三次会议 on the next: one name, and the date before it, as titles of reports stand."""
    text = around.page.text
    head = _SESSION_OF.search(text, max(0, name.start - _LINE), name.start) if text[name.start - 1 : name.start] == "\n" else None
    if head is None:
        return name, date
    before = within(around.dates, max(0, head.start() - _LINE), head.start() + 1)
    return Name(head.start(1), name.numbered, name.named), date or (before[-1] if before else None)


def _quoted(around: Around, sentence: SentenceAt, hit: Hit, end: int) -> Name | None:
    """What stands in marks behind a verb of holding and ends in ``hit``: 召开了“…见面会”; not what is held again and again."""
    text = around.page.text
    marks = _IN_MARKS.search(text, max(0, hit.start - _QUOTATION), hit.start) if text[end : end + 1] in _CLOSING else None
    if marks is None or habitual(around, sentence, marks.start()):
        return None
    return Name(marks.end(), numbered=False, named=True)


def _own(around: Around, sentence: SentenceAt, hit: Hit) -> Name:
    """世博会 is a name by itself, with the place right before it if one stands there."""
    before = [subject for subject in around.subjects.between(max(sentence.start, hit.start - 10), hit.start) if subject.end == hit.start]
    return Name(before[0].start if before else hit.start, numbered=False, named=True)
