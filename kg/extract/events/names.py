"""Where the name of a meeting begins: read leftwards from its last word until something that no name contains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.extract.events.mention import Around
from kg.extract.page import Token
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.lexicon.stops import INSIDE_NAMES, VERBS
from kg.lexicon.words import EVENT_INSIDE, EVENT_OPENERS, EVENT_PLAIN, EVENT_WORDS

_LONGEST: Final = 44
_ONE_WORD: Final = 2
"""A name of one word before its kind may go on behind a verb that stopped it: 物资捐赠|援助|仪式."""
_REACH: Final = 24
"""How far one step looks for words: names are short between marks."""
_CLOSED: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "r", "d", "q", "x", "w", "m", "mq", "y", "t"})
_NUMBERED: Final = re.compile(
    "(?:首届"
    "|第[一二三四五六七八九十百0-9]{1,4}[届次](?:[一二三四五六七八九十0-9]{1,3}次)?"  # 第三次, 第十二届五次
    "|[一二三四五六七八九十0-9]{1,4}届(?:[一二三四五六七八九十0-9]{1,4}次?)?"  # 十二届五次
    "|(?<=[大协])[一二三四五六七八九十]{1,3}次"  # 县人大|五次, 县政协|五次
    "|第[一二三四五六七八九十0-9]{1,4}[期批场])$"  # 第二期
)
"""The number before the last word of a name, or before other words of it: 县第十二届五次|职代会, 第二期|培训班."""
_TERM: Final = re.compile("(?<=[省市县区州盟旗团校师司])[一二三四五六七八九十]{1,3}次$")
"""省十一次|党代会: which congress it is, without 第."""
_CONGRESSES: Final = ("党代会", "人代会", "职代会", "团代会", "妇代会", "代表大会", "党员代表大会")
_ANNIVERSARY: Final = re.compile(
    r"(?:(?:庆祝|纪念|喜迎|迎接)?(?:(?:(?![了的])[\u4e00-\u9fff]){0,8}?(?:成立|诞辰|建党|建军|建国|建[团校院厂州盟县市区企司局所社站队馆]|胜利|解放))?[0-9一二三四五六七八九十百]{1,4}周年)$"
)
_PROJECTS: Final = re.compile(r"[1-9]\d{0,2}个$")
_NEAR_NUMBER: Final = 5
_WORKS: Final = ("重点项目", "重大项目", "项目", "重点工程")
"""Of a ceremony that begins so many works: 21个|重点项目集中开工仪式."""
_FEAST: Final = re.compile("(?:庆祝|纪念|喜迎|迎接)?第[一二三四五六七八九十百0-9]{1,4}个$")
"""庆祝第三十五个|教师节暨表彰大会."""
_OF_YEAR: Final = re.compile(
    r"(?:(?<=[局院校部司厂会团委县市区省镇乡村师矿）”])|(?<=召开|举行|举办)|(?<=召开了|举行了|举办了))(?:19|20)\d\d年度?$"
)
"""…委员会|2022年|组织工作会议, 举行|2018年|春季开学典礼: the year that a name holds, not that of the sentence."""
_PART: Final = re.compile(r"(?:(?:19|20)\d\d年)?(?:[上下]半年|第?[一二三四]季度)$")
"""2010年上半年工作总结大会."""
_YEARS: Final = "周年"
_VERBS_OF_HOLDING: Final = ("召开", "举行", "举办", "召开了", "举行了", "举办了")
_HONOURED: Final = ("庆祝", "纪念", "喜迎", "迎接")
_RAISED: Final = ("能力", "素质", "质量", "效能", "水平", "素养", "作风")
"""What a class raises: 能力提升培训班."""
_JOINED: Final = re.compile(r"暨(?:(?:19|20)\d\d年度?)?(?:[\u4e00-\u9fff]{2,8}、)*$")
_ASIDE: Final = re.compile(r"[省市州县区乡镇村]（[省市州盟县区旗乡镇、街道社]{1,8}）$")
"""县（市、区）委书记座谈会."""
_PLACES_ASIDE: Final = re.compile(r"[省市州县区]（[\u4e00-\u9fff·、]{2,14}）$")
"""江门市（新会·台山）|招商推介会, 某县（深圳）|恳谈会: which of its places, or where."""
_GLOSS: Final = re.compile(r"（(?:以下)?(?:简称|统称)[^（）]{2,16}）$")
"""…公司（以下简称某集团）工作会议."""
_LONGEST_WORD: Final = max(map(len, EVENT_WORDS))
_CEREMONIES: Final = (
    "仪式",
    "典礼",
    "成立大会",
    "开幕式",
    "闭幕式",
    "开班式",
    "结业式",
    *(w for w in EVENT_WORDS if w.endswith(("仪式", "典礼"))),
)
_SEASONS: Final = frozenset({"春季", "夏季", "秋季", "冬季", "暑期", "寒假", "暑假", "新春", "中秋", "春节", "国庆", "年终", "岁末"})
_SHOWN: Final = "仪式"
"""Behind a verb that alone says what was done: 发布|仪式."""
_CELEBRATED: Final = frozenset(w for w in EVENT_WORDS if w.endswith(("班", "节", "会", "赛", "论坛"))) | {"毕业", "开工", "开班", "结业"}
"""What a ceremony opens or ends."""
DEEDS: Final = (
    "成立",
    "落成",
    "启用",
    "奠基",
    "开工",
    "竣工",
    "揭牌",
    "挂牌",
    "授牌",
    "签约",
    "通车",
    "投产",
    "发布",
    "启动",
    "颁奖",
    "开幕",
)
"""What a ceremony is held for, before 暨 or its last word: 成立|暨挂牌仪式, 落成|庆典."""
_TOGETHER: Final = "暨"
_STUDY: Final = re.compile(
    "(?:深入)?(?:学习宣传贯彻|宣传贯彻|学习贯彻|贯彻落实|传达学习|学习|宣讲)(?:党的|中共|[\u4e00-\u9fff]{0,3}总书记)?$"
)
"""学习贯彻党的|十八届六中全会精神专题研讨班: what a class is held for."""
_STUDIED_TOGETHER: Final = "中心组学习"
_SPIRIT: Final = "精神"
_POINTING: Final = ("该", "我", "本")
_OWN: Final = "省市州盟县区旗镇乡村校局院厂"
_SPIRITS: Final = ("精", "大")
_SESSIONS: Final = re.compile(
    "(?:(?:党的|中共|全?[国省市县区州]委?)?第?[一二三四五六七八九十]{1,3}(?:届[一二三四五六七八九十]{1,3}[中次]全会|次(?:党代会)|大)(?:[和、及与]|$))+$"
)
"""党的十九大|精神…培训班: the sessions whose spirit a meeting is about."""
_BESIDE_SPIRIT: Final = re.compile("精神[和、及与](?![^。]*精神)")
"""党的十九大精神和|省委十一届五次全会: what is studied beside a session is no part of its name, unless a meeting is about the spirit of both."""
_MONTH: Final = "月份"
_PERIODS: Final = frozenset({"月", "周", "年", "日", "季"})
"""志愿服务主题月 names a program, although the dictionary takes 月 for a number."""
_NUMERALS: Final = frozenset("一二三四五六七八九十两几数每当本上下")
_GRADE: Final = re.compile(r"(?:19|20)\d\d$")
_YEAR: Final = 4
_PARTNERS: Final = ("与", "和", "、")
"""Between the bodies that sign something."""
_PAPER: Final = re.compile("(?:相关|有关)?(?:文件|讲话|通知|意见|决定)(?:精神)?[和及与、]")
"""…号文件和全国科技大会精神: what is studied beside a meeting."""
_SESSION_BESIDE: Final = re.compile("届第?[一二三四五六七八九十0-9]{1,3}次[、和及与](?=[^，。；、]{2,12}届)")
"""省委八届七次、|市委五届八次全会: the session of another body."""
_LEVEL_BESIDE: Final = re.compile("(?:中央|全?[国省市县区州旗]委?)[和及与](?=(?:全[省市县区州旗]|[省市县区州旗]委))")
_ARRANGED: Final = re.compile(
    "(?:等?方式)?(?:安排|部署|研究|讨论|审议|督查|督导|检查)+(?=[全我本][国省市县区州旗镇乡校系]|[省市州县区旗]委)"
)
"""安排部署全省造林会议, 等方式督查市委工作会议: what is done before the name begins."""
_HELD_SOMEHOW: Final = re.compile("(?:积极|认真|扎实|大力|精心|隆重|热烈)(?:开展|组织|举办|召开|举行)")
"""积极开展|公判大会."""
_HOLDING: Final = re.compile(
    "(?<!的)(?:召开|举行|举办)了?(?:(?:简短|隆重|热烈|简朴|盛大|庄严|简单)[\u4e00-\u9fff]{0,4}的)?((?![一二两三四五六几多数各首相有此这本该])(?:(?!召开|举行|举办|通报|部署|传达|[的了])[\u4e00-\u9fff“”0-9]){2,36})$"
)
_HELD_THEN: Final = re.compile("(?:在[^，。；]{1,16}?)?(?:隆重|胜利|圆满|顺利|正式|如期|庄严|热烈)?(?:召开|举行|开幕)(?=[，。；！（\\n]|$)")
_LEAD: Final = re.compile("(?:近日|日前|昨[日天]|今[日天]|当[日天]|[上下]午|晚上?)*")
_JOINTS: Final = re.compile("[、和与]")
_SUBJECT: Final = re.compile(
    "(?:(?!召开|举行|举办|组织|主办|获悉|开始|主持|根据|按照|介绍)[\u4e00-\u9fff“”（）0-9、])+(?<![的了由在将对把为向到从于后前时中])"
)
"""The rest of the subject before a name that a word stopped (…党委书记抓|基层党建述职会议)."""
_MARKS: Final = re.compile("[，。；：！？《》 \n]")
_ALL_HELD: Final = re.compile(
    "(?:召开|举行|举办)了?((?![一二两三四五六几多数各首相有此这本该])(?:(?!召开|举行|举办|[了])[\u4e00-\u9fff“”（）0-9]){4,60})$"
)
"""Behind a verb of holding: what was held, up to 暨."""
_FAR_JOINED: Final = 10
_LISTED: Final = re.compile(r"(?:召开|举行|举办|开展)(?:的|了)?([\u4e00-\u9fff“”（）、0-9]{2,40})$")
"""Before the last of those for whom a meeting was held: 举行的|第三批文明城市、文明村镇、|文明单位表彰会."""
_MEETINGS: Final = tuple(EVENT_WORDS)
_ORGANISED: Final = re.compile("社会|[委员协工联商学金事管]会")
"""会 that is no meeting, before the kind of one."""
_ADVERB: Final = 2
"""认真落实 is one word of the segmenter."""
_OF_SESSION: Final = re.compile("预备会议?|召集人会议|主席团会议|第[一二三四五六七八九十]{1,3}次(?:全体)?会议")
"""Behind a session: what belongs to it and is a meeting of its own."""
_PAIRS: Final = {"”": "“", "》": "《"}


class Name(NamedTuple):
    """Where a name starts, whether it is numbered, and whether its words are more than a kind of meeting."""

    start: int
    numbered: bool
    named: bool


def read_back(around: Around, low: int, at: int) -> Name:
    """The name whose last word begins at ``at``; it does not begin before ``low``. Programs and quotations in it are taken whole."""
    text = around.page.text
    start, numbered, named = at, False, False
    ceremony = text.startswith(_CEREMONIES, at)
    while start > low and at - start < _LONGEST:
        whole = _whole(around, low, start)
        number = None if whole < start else _number(text, low, start, at)
        if text[start - 1] == "“" and "”" in text[at : at + 8]:  # 第六届“…文化节”
            start -= 1
        elif ceremony and (body := _body(around, low, start)) < start:
            named, start = True, body
        elif whole < start:
            named = True
            start = _before_program(text, low, whole)
        elif text[start] in _SPIRITS and (sessions := _sessions(text, low, start)) < start:
            named, start = True, sessions
        elif _SPIRIT in text[start:at] and (study := _STUDY.search(text, max(low, start - _REACH), start)):
            named, start = True, study.start()
        elif number is not None:
            numbered, start = True, number.start()
        elif (phrase := _phrase(text, low, start)) < start:
            named, start = True, phrase
        else:
            moved, words = _words(around, low, start, ceremony=ceremony)
            named = named or any(token.text not in EVENT_PLAIN for token in words)
            if moved == start:
                break
            start = moved
    return Name(_in_body(around, low, _trimmed(text, low, start, at), at), numbered, named)


def _sessions(text: str, low: int, start: int) -> int:
    """Where the sessions begin whose spirit is told of at ``start``, or behind 大 there; ``start`` where no such stand there."""
    end = start + (text[start] == "大")
    found = _SESSIONS.search(text, max(low, start - _LONGEST), end) if text.startswith(_SPIRIT, end) else None
    return found.start() if found is not None else start


def _number(text: str, low: int, start: int, at: int) -> re.Match[str] | None:
    """The number before ``start``, by which a session or a class is told from others; of a congress without 第, too."""
    low = max(low, start - 14)
    return _NUMBERED.search(text, low, start) or (
        _TERM.search(text, low, start) if start == at and text.startswith(_CONGRESSES, at) else None
    )


def _in_body(around: Around, low: int, start: int, at: int) -> int:
    """``start``, or where the body begins inside of which it lies: a name begins with all of 市委全面深化改革委员会."""
    named = around.subjects.between(max(low, start - _LONGEST), at)
    return min((one.start for one in named if one.start < start < one.end and isinstance(one.ref, BodyRef)), default=start)


def behind_holding(around: Around, low: int, name: Name, at: int, end: int) -> Name:
    """``name`` of what ends at ``end``, or more of the words before its last one, where those belong to it.

    It is the whole subject of a clause that says that it was held (…，|抓基层党建述职会议|召开), or, where it is no more than a kind of
    meeting, all that stands between the verb of holding and the kind: 召开|视察|座谈会.
    """
    joined = _joined_to(around, low, name)
    if joined is not None:
        return joined
    listed = _LISTED.search(around.page.text, max(low, name.start - _LONGEST), name.start) if _is_listed(around, low, name, at) else None
    if listed is not None and "、" in listed[1] and not any(part.endswith(_MEETINGS) for part in listed[1].split("、")):
        return Name(listed.start(1), name.numbered, named=True)
    if name.named and (subject := _subject(around, low, name, end)) < name.start:
        return Name(subject, name.numbered, named=True)
    whole = (name.named and at - name.start > _ONE_WORD) or name.numbered
    held = None if whole else _HOLDING.search(around.page.text, max(low, at - _LONGEST), at)
    if held is None or held.start(1) >= name.start or "会" in _ORGANISED.sub("", held[1]):
        return name
    words = around.page.tokens(held.start(1), name.start)
    subjects = around.subjects.between(held.start(1), name.start)
    if all(token.text in EVENT_PLAIN for token in words) or any(subject.end == name.start for subject in subjects):
        return name
    return Name(held.start(1), numbered=False, named=True)


def _subject(around: Around, low: int, name: Name, end: int) -> int:
    """Where the clause begins of which a name is the end of the subject, behind its date; the start of ``name`` where it is not."""
    text = around.page.text
    if (
        not _HELD_THEN.match(text, end)
        or text[name.start - 2 : name.start - 1] in _POINTING
        or text[name.start - 1 : name.start] in _POINTING
    ):
        return name.start
    near = max(low, name.start - _LONGEST)
    marks = [mark.end() for mark in _MARKS.finditer(text, near, name.start)]
    begin = max([near, *marks, *(date.end for date in within(around.dates, near, name.start))])
    lead = _LEAD.match(text, begin, name.start)
    begin = lead.end() if lead is not None else begin
    whole = begin > low and begin > near and _SUBJECT.fullmatch(text, begin, name.start) is not None
    whole = whole and not any(part.endswith(_MEETINGS) for part in _JOINTS.split(text[begin : name.start])[:-1])
    led = any(one.start <= begin and one.end >= name.start for one in around.subjects.between(near, name.start))
    return name.start if not whole or led or within(around.people, begin, name.start) else begin


def _joined_to(around: Around, low: int, name: Name) -> Name | None:
    """A name before which 暨 stands, but for a word that stopped it: all that was held, or the other meeting with it."""
    text = around.page.text
    near = max(low, name.start - _LONGEST)
    at = text.rfind(_TOGETHER, near, name.start)
    if at < 0 or _MARKS.search(text, at, name.start):
        return None
    held = _ALL_HELD.search(text, near, at)
    if held is not None:
        return Name(held.start(1), name.numbered, named=True)
    begun = _before_word(text, at)
    return read_back(around, low, begun)._replace(named=True) if begun < at and name.start - at <= _FAR_JOINED else None


def _is_listed(around: Around, low: int, name: Name, at: int) -> bool:
    return name.named and name.start > low and (around.page.text[name.start - 1] == "、" or at - name.start <= _ONE_WORD)


def _body(around: Around, low: int, start: int) -> int:
    """Where the body begins that a ceremony is named after and that ends before ``start``, or the first of two that sign: 甲医院与乙镇政府|签约仪式."""
    first = _ending(around, low, start)
    joined = first < start and around.page.text[first - 1 : first] in _PARTNERS
    return min(first, _ending(around, low, first - 1)) if joined and _ending(around, low, first - 1) < first - 1 else first


def _ending(around: Around, low: int, end: int) -> int:
    """Where the body begins that ends at ``end``, with the place that it lies in; ``end`` where none does."""
    named = around.subjects.between(max(low, end - _LONGEST), end)
    start = next((one.start for one in named if one.end == end and isinstance(one.ref, BodyRef)), end)
    return start if start == end else next((one.start for one in named if one.end == start), start)


def _phrase(text: str, low: int, start: int) -> int:
    """Where the phrase before ``start`` begins that words alone would not take whole: a meeting that is joined, an aside, a period."""
    last = text[start - 1]
    if last in "暨、年度" and (joined := _JOINED.search(text, max(low, start - _REACH), start)):  # …座谈会暨…会议
        return _before_word(text, joined.start())
    if last == "）":
        aside = (
            _ASIDE.search(text, max(low, start - _REACH), start)
            or _PLACES_ASIDE.search(text, max(low, start - _REACH), start)
            or _GLOSS.search(text, max(low, start - _REACH), start)
        )
        return aside.start() if aside else start
    if last in "年度" and (
        period := _PART.search(text, max(low, start - _REACH), start) or _OF_YEAR.search(text, max(low, start - _REACH), start)
    ):
        return period.start()
    if last == "个" and (projects := _PROJECTS.search(text, max(low, start - _NEAR_NUMBER), start)) and text.startswith(_WORKS, start):
        return projects.start()
    if last == "个" and (feast := _FEAST.search(text, max(low, start - _REACH), start)):
        return feast.start()
    ended = start + len(_YEARS) if text.startswith(_YEARS, start) else start  # 88|周年纪念
    if (last == "年" or ended > start) and (anniversary := _ANNIVERSARY.search(text, max(low, start - _REACH), ended)):
        held = max(anniversary[0].rfind(verb) + len(verb) if verb in anniversary[0] else 0 for verb in _VERBS_OF_HOLDING)
        return anniversary.start() + max(held, *map(anniversary[0].rfind, _HONOURED))
    return start


def _trimmed(text: str, low: int, start: int, at: int) -> int:
    """Where the name begins once what only leads to it is left out, and the year of 2022年度 is taken in."""
    beside = max(text.rfind("》" + joint, start, at) for joint in "和与及、")
    start = beside + 2 if beside >= 0 else start  # 《…报告》和|会议精神
    while start < at and text[start] in "、的和与及暨好":
        start += 1
    start += text[start - 1 : start] == "该" and text[start] in _OWN  # 该乡|教师节庆祝活动
    spirit = _BESIDE_SPIRIT.search(text, start, at)
    start = spirit.end() if spirit is not None else start
    beside_level = _LEVEL_BESIDE.match(text, start, at)
    start = beside_level.end() if beside_level is not None else start  # 中央和|省委农村工作会议
    start = max([start, *(session.end() for session in _SESSION_BESIDE.finditer(text, start, at))])
    arranged = _ARRANGED.match(text, start, at)
    start = arranged.end() if arranged is not None else start
    start = max([start, *(held.end() for held in _HELD_SOMEHOW.finditer(text, start, at))])
    start += len(_MONTH) if text.startswith(_MONTH, start) and text[start - 1 : start].isdecimal() else 0  # 12|月份|重点项目开工仪式
    paper = _PAPER.match(text, start, at)
    start = paper.end() if paper is not None else start
    year = _GRADE.search(text, max(low, start - _YEAR), start) if text[start] == "级" else None
    start = year.start() if year is not None else start  # 2018|级新生开学典礼
    dated = text.startswith("年度", start) and start - _YEAR >= low and text[start - _YEAR : start].isdecimal()
    start = start - _YEAR if dated else start
    marked = text.rfind("“", max(low, start - _REACH), start) if dated and text[start - 1] == "”" else -1
    return marked if marked >= 0 else start  # “最美岳州人”2012年度|人物颁奖典礼


def _before_word(text: str, at: int) -> int:
    """Where the word for an event that ends at ``at`` begins; ``at`` where none does."""
    begun = next((at - length for length in range(_LONGEST_WORD, 1, -1) if text[max(0, at - length) : at] in EVENT_WORDS), at)
    if text.endswith(_STUDIED_TOGETHER, 0, begun):  # 理论学习中心组学习会议暨…
        return begun - len(_STUDIED_TOGETHER) + len("中心组")
    return at - len(DEEDS[0]) if begun == at and text.endswith(DEEDS, 0, at) else begun


def _whole(around: Around, low: int, start: int) -> int:
    """Where the program, the quotation or the title that ends before ``start`` begins; ``start`` if none does."""
    text = around.page.text
    near: Sequence[ProgramMention] = within(around.programs, max(low, start - _LONGEST), start)
    for program in reversed(near):
        if program.end == start or (program.end > start and text.startswith("活动", start)):
            return program.start
    opening = text.rfind(_PAIRS[text[start - 1]], max(low, start - _LONGEST), start) if text[start - 1] in _PAIRS else -1
    return opening if opening >= 0 else start


def _before_program(text: str, low: int, start: int) -> int:
    """A meeting may be one for carrying out a program: 深入开展 before it belongs to the name."""
    for words in ("深入开展", "深入推进", "全面开展", "推进"):
        if start - len(words) >= low and text.startswith(words, start - len(words)):
            return start - len(words)
    return start


def _words(around: Around, low: int, start: int, *, ceremony: bool) -> tuple[int, list[Token]]:
    """How far words of names reach to the left of ``start`` within its clause, and those words."""
    page = around.page
    clause = page.clause(start - 1)[0]
    left = max(low, clause, start - _REACH)
    words: list[Token] = []
    for token in reversed(page.tokens(left, start)):
        joined = token.text == "年度" and page.text.endswith(_TOGETHER, 0, token.start - _YEAR)  # 会议暨2018年度|党建工作会议
        if token.text in (_TOGETHER, "周年") or joined:  # to be joined to what stands before it
            break
        if token.text in _PERIODS and "\u4e00" <= page.text[token.start - 1] <= "\u9fff" and page.text[token.start - 1] not in _NUMERALS:
            words.append(token)
            continue
        if ceremony and token.text in _CELEBRATED:  # 培训班毕业仪式
            words.append(token)
            continue
        if EVENT_WORDS.get(token.text, EVENT_WORDS["会议"]).needs == "session" and page.text.startswith("第", token.end):
            words.append(token)
            continue
        if (
            (token.text == "提升" and page.text.endswith(_RAISED, 0, token.start))
            or token.text in _SEASONS
            or (token.tag == "t" and token.text[-1] in "季节")
        ):
            words.append(token)
            continue
        if _ends(token) and not _goes_on(page.text, token, words):
            break
        words.append(token)
    if not words:
        return start, []
    return words[-1].start, words


def _goes_on(text: str, token: Token, words: list[Token]) -> bool:
    """Whether a name that would end at ``token`` goes on: “两新”组织, 表彰动员送行大会, 一次会议预备会议."""
    if token.text == "组织":
        return text[token.start - 1] == "”" or text.startswith("建设", token.end)  # 基层|组织|建设现场会
    if not words and token.tag[0] == "v" and len(token.text) > 1 and token.text not in EVENT_OPENERS:  # 发布|仪式
        return text.startswith(_SHOWN, token.end)
    if token.text == "全面":  # 全面|从严治党工作会议
        return text.startswith(("从严治党", "依法治", "深化改革"), token.end)
    if token.text == "学习":  # 党委理论学习|中心组会议, 学习|实践活动测评会
        return text.startswith(("中心组", "实践"), token.end)
    if token.text == "第一":  # 驻村第一|书记培训班
        return text.startswith("书记", token.end)
    if token.text == "查":  # 嘎查村|党建现场会: the segmenter has no 嘎查
        return text[token.start - 1] == "嘎"
    kinds = token.text in EVENT_PLAIN and bool(words) and words[-1].text in EVENT_PLAIN | EVENT_INSIDE
    if token.text == "会议" and words and words[-1].text == _SPIRIT:  # 三次会议|精神宣讲会
        return True
    return kinds or (token.text == "会议" and _OF_SESSION.match(text, token.end) is not None)


def _ends(token: Token) -> bool:
    """Whether no name of a meeting reaches over this word."""
    if token.text in EVENT_INSIDE:
        return False
    if (
        token.text in EVENT_OPENERS
        or (token.text[_ADVERB:] in EVENT_OPENERS and token.tag[0] != "n")  # 基层组织 is a noun
        or (token.text in EVENT_WORDS and EVENT_WORDS[token.text].kind == "meeting")
    ):
        return True
    if not "\u4e00" <= token.text[0] <= "\u9fff":
        return not token.text.isascii() or not token.text.isalpha()
    if token.tag in _CLOSED:
        return True
    return (token.tag[0] == "v" and len(token.text) == 1) or (token.tag != "vn" and token.text in VERBS and token.text not in INSIDE_NAMES)
