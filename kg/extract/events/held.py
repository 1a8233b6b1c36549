"""What was held and has no name of a known kind: 面试工作在…举行, 评选结果揭晓; and what a headline says was held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.presence import wrote
from kg.extract.events.telling import are_several, habitual, is_stamp, is_to_come, only_day, was_on
from kg.extract.scan import Hit, within
from kg.lexicon.words import CAMPAIGNS, EVENT_WORDS
from kg.segment import SentenceAt, Zone

_REACH: Final = 70
_BOUND: Final = re.compile(r"[，。；：！？\n）]")
_NAME: Final = re.compile(
    r"(?:[近日][日前]|昨[日天]|今[日天]|当[日天]|[上下]午|，|\d{1,2}[月日时]|20\d\d年)*"  # when: 昨日上午，
    "(?:[^，。；：的]{2,40}(?:主办|承办|协办|举办)的)?"  # by whom: 县妇联主办的
    "([^，。；：]{6,44}?)"  # what: 家庭教育知识竞答
    "(?:正式|隆重|顺利|成功|胜利|圆满|如期|同步|全部|盛大|将)*"  # how
    r"(?:(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?)?"  # when, behind it: 3月5日上午
    "(?:于[^，。；]{2,16}|在[^，。；]{1,30})?$"  # where: 在县文化馆
)
"""The clause before 举行, 揭晓 …: what was held, and around it when, by whom, how and where."""
_NOT_HELD: Final = (
    "工作", "情况汇报", "情况报告", "工作总结", "工作汇报", "的通知", "的意见", "的决定", "的通报", "的公告", "的公示", "的报告", "的批复", "方案",
)  # fmt: skip
"""Ends of headlines that tell of work, or are titles of documents: 关于开展“…行动”|的通知."""
_NO_NAME: Final = re.compile(
    r"^标志|^(?:去年|今年|同年|当年)?(?:\d{1,2}月)?\d{1,2}[日号]$|^[由将要应须每在于]|召开|举办|举行|定期|经常|每[年月周季]|各级|应当|必须|陆续|相继|[了着过的并]$|都已|均已|各[乡镇村县市级地单]|宣布$|一次|多次|准备|计划|拟|决定"
)
_NAMED_ELSEWHERE: Final = tuple(word for word, row in EVENT_WORDS.items() if row.kind != "activity")
"""What these end is read by the function of their kind."""
_ITS_DAY: Final = re.compile(r"于(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日")
_NEXT: Final = re.compile("[^，。；\n]{2,12}(?:结束|完毕)后，")
"""升旗仪式结束后，|警营开放日活动拉开帷幕: on the day told before."""
_IN_PLACE: Final = re.compile("(?:会|会议|仪式|典礼)[在于][^，。；]{1,20}$")
"""A kind of meeting with where it was (表彰大会|在某地) is no name."""
_ADVERBS: Final = ("隆重", "胜利", "正式", "成功", "顺利", "圆满")
_SHORTEST: Final = 6
_HOLDING: Final = frozenset({"举行", "举办"})
_ONCE: Final = re.compile("以[“《]?[^，。；]{2,26}?为主题的|一[场次个](?:[\u4e00-\u9fff]{2,8}的)?|该[省市州盟县区旗镇乡村校局院厂]")
"""What begins no name: 一场别具特色的|制作活动, 该乡|庆祝活动."""
_WHEN: Final = re.compile(
    r"(?:已|将|定)*于(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?(?:在[^，。；]{1,20})?(?:正式|隆重|顺利|成功)*"
)
_OBJECT: Final = re.compile(
    r"了?(?:隆重|简短|简单|盛大|热烈|简朴)?的?((?:“[^“”，。；\n]{2,20}”|[\u4e00-\u9fff（）0-9]){4,36})(?=[，。；！\n]|$)"
)
_NO_OBJECTS: Final = (
    "^（|^[一两二三四五六七八九十几数多各0-9]+[次场个期系项届届]",  # 多场
    "^(?:以|由|在|于|为|至|到|期间|地|权|方|时|前|后|之|过程|单位|者|人)",  # 举办|地, 举办|期间
    "[的了等着过]|活动|一系列|[0-9][余多]?[期场次个轮]|各[种类项]|有关|相关",
    "会[议场]?$|[仪典]式$",  # what the functions of those kinds read
    "情况$|工作$|服务$",
)
_NO_OBJECT: Final = re.compile("|".join(_NO_OBJECTS))
"""In what stands behind 举行 or 举办: it names nothing that was held."""
_FAR: Final = 90
_ACTIVITY: Final = re.compile(
    "(?<![对就为于求议])(?:(?:开展|举行|举办|召开)了?|参加了?(?=[^，。；“]{0,16}“|义务))"  # 举办了, 参加|义务植树
    r"(?:(?:一次|一场)(?:[\u4e00-\u9fff]{2,6}的)?"  # 一场生动的
    "|(?:大型|大规模|大型规模|隆重|盛大|别开生面|别具特色|独具特色|有意义)的)?"  # 别开生面的
    "(?:(?:以|主题为)(?=“))?"  # 以|“清洁家园”为主题的
    r"((?:[\u4e00-\u9fff]{0,16}“[^”\n]{2,30}”(?:为主题)?的?)?[\u4e00-\u9fff“”‘’·、0-9]{2,24})$"  # “清洁家园”为主题的志愿服务
)
"""A verb, what is no part of a name, and the name up to 活动."""
_NO_ACTIVITY: Final = re.compile(r"^一批|[的了]|各[种类项]|一系列|丰富|多种|有关|相关|教育$|等")
LATELY: Final = re.compile("近日|日前|昨[日天]|今[日天]")
_ABOUT: Final = re.compile(r"对[^，。；：对]{2,30}$")
_INSPECTION: Final = re.compile(r"(?:专项|集中|实地|专题|联合|现场)?(?:执法|工作)?(?:视察|检查|督查|督导|调研|督办|评议|整治)活动")
"""What does not say by itself what was looked at: 对全县项目建设情况|开展|专项视察活动."""
_ANY_ACTIVITY: Final = frozenset({"主题系列活动", "主题宣传活动", "系列宣传活动", "志愿服务活动"})
_NOT_BEHIND: Final = (
    "中",
    "室",
    "场所",
    "中心",
    "阵地",
    "经费",
    "方案",
    "情况",
    "启动",
    "以来",
    "动员",
    "总结",
    "推进",
    "座谈",
    "领导",
    "办公室",
)
_RUNS_ON: Final = re.compile("(?:工程|行动|计划|项目|机制|模式|制度|建设|教育|整治|治理|创建|创新|帮扶|扶贫|服务)$")
"""What is carried on for years, unlike what is done at one time (开展|义务植树)."""
_HEADED: Final = re.compile(r"(?:举行|举办|开展)([\u4e00-\u9fff“”0-9]{5,30})$")
_HEADLINE: Final = re.compile(
    r"([\u4e00-\u9fff]{2,20}?)(?:隆重|成功|顺利|联合|组织)?(举行|举办|召开|启动|开展)(?:了)?([\u4e00-\u9fff“”‘’0-9·、（）]{4,40})"
)


def held(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """What stands before 举行, 揭晓 … at the end of a clause, where the sentence names the day."""
    text = around.page.text
    if text[hit.end : hit.end + 1] not in ("，", "。", "；", "！", "", "\n"):
        return _object(around, sentence, hit)
    low = max(sentence.start, hit.start - _REACH)
    bound = max((mark.end() for mark in _BOUND.finditer(text, low, hit.start)), default=low)
    if _WHEN.fullmatch(text, bound, hit.start) and text[bound - 1] == "，":  # …活动，|于4月24日在柞水县|举行
        end, bound = bound - 1, max((mark.end() for mark in _BOUND.finditer(text, low, bound - 1)), default=low)
    else:
        end = hit.start
    name = _NAME.fullmatch(text, bound, end)
    date = around.date_before(sentence, hit.start)
    if date is None and _NEXT.match(text, sentence.start, hit.start):
        date = only_day(around, sentence)
    if (
        name is None
        or date is None
        or not has_day(date)
        or not was_on(text, date, name.start(1))
        or _NO_NAME.search(name[1])
        or name[1].endswith(_ADVERBS)
        or name[1].endswith(_NAMED_ELSEWHERE)
    ):
        return None
    if _ITS_DAY.search(name[1]) or _IN_PLACE.search(name[1]):  # …会议于2021年7月25日至26日|举行
        return None
    start = max([name.start(1), *(d.end for d in within(around.dates, bound, name.end(1)) if d.end < name.end(1) - _SHORTEST)])
    once = _ONCE.match(text, start)
    start = once.end() if once is not None else start
    end = hit.end if hit.text == "揭晓" else name.end(1)
    return EventMention(start, end, clean(text[start:end]), "held", 0.6, date=date.value)


def _object(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """What stands behind 举行 and 举办 up to a mark and ends in no word of the table: 10月24日，某局举行业务知识考试."""
    text = around.page.text
    what = _OBJECT.match(text, hit.end, sentence.end) if hit.text in _HOLDING else None
    if what is None or _NO_OBJECT.search(what[1]) or what[1].endswith(_NAMED_ELSEWHERE):
        return None
    date = around.date_before(sentence, hit.start)
    on = date is not None and has_day(date) and hit.start - date.end <= _FAR and was_on(text, date, hit.start)
    if date is None or not on or are_several(text, sentence, what.start(1), hit) or habitual(around, sentence, hit.start):
        return None
    return EventMention(what.start(1), what.end(1), clean(what[1]), "held", 0.6, date=date.value)


def activity(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """开展义务植树活动, on a day that the sentence names; 举办“…”活动 the other day."""
    text = around.page.text
    if text.startswith(_NOT_BEHIND, hit.end) or is_visit(around, sentence, hit.start):
        return None
    words = _ACTIVITY.search(text, max(sentence.start, hit.start - _REACH), hit.start)
    day = _day_of(around, sentence, hit, words) if words is not None else None
    if words is None or day is None or is_to_come(text, words.start()):
        return None
    said = text[words.start(1) : hit.end].replace("”为主题的", "”").replace("”的", "”")
    if _NO_ACTIVITY.search(said):
        return None
    name = clean(said)
    if any(campaign in name for campaign in CAMPAIGNS):  # that runs for years
        return None
    about = _ABOUT.search(text, max(sentence.start, words.start() - _REACH), words.start()) if _INSPECTION.fullmatch(name) else None
    name = about[0] + "开展" + name if about is not None else _in_headline(around, sentence, name)
    return EventMention(words.start(1), hit.end, clean(name), "activity of a day", 0.6, date=day)


def _in_headline(around: Around, sentence: SentenceAt, name: str) -> str:
    """``name``, or where it is short or only says of what kind the activity was, what the headline calls it: 举办|国际志愿者日主题活动."""
    if len(name) > _SHORTEST and name not in _ANY_ACTIVITY:
        return name
    page = around.page
    for paragraph in page.segments.paragraphs:
        if paragraph.article == sentence.article and paragraph.zone is Zone.HEADLINE:
            match = _HEADED.search(page.text, paragraph.start, paragraph.end)
            return match[1] if match is not None and match[1].endswith(name) else name
    return name


def _day_of(around: Around, sentence: SentenceAt, hit: Hit, words: re.Match[str]) -> str | None:
    """The day on which the sentence says that somebody held what ``words`` name; empty for 近日, and None where it was not held on one."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    if date is not None and has_day(date):
        return date.value if hit.start - date.end <= _FAR and was_on(text, date, words.start()) else None
    once = words[0].startswith(("举行", "举办")) and text[words.start(1)] == "“"
    return "" if once and LATELY.search(text, max(sentence.start, hit.start - _FAR), words.start()) else None


def is_visit(around: Around, sentence: SentenceAt, at: int) -> bool:
    """Whether it is the visit of somebody whom the sentence names: 赴某县开展视察活动."""
    word = EVENT_WORDS.get(around.page.text[max(0, at - 2) : at])
    return word is not None and word.kind == "visit" and not all(wrote(around, one) for one in around.people_before(sentence, at, _FAR))


def headlined(around: Around, found: list[EventMention]) -> Iterator[EventMention]:
    """What the headline of an article says was held, where the article tells of no other event."""
    page = around.page
    told = {page.article_at(mention.start) for mention in found if mention.held}
    for paragraph in page.segments.paragraphs:
        if paragraph.zone is not Zone.HEADLINE or paragraph.article in told:
            continue
        match = _HEADLINE.fullmatch(page.text, paragraph.start, paragraph.end)
        if (
            match is None
            or match[3].endswith(_NOT_HELD)
            or (match[2] == "开展" and (match[1].endswith("活动") or _RUNS_ON.search(match[3])))
            or _NO_NAME.search(match[3])
            or (match[2] == "开展" and clean(match[3]).endswith(tuple(CAMPAIGNS)))
        ):
            continue  # 各地开展|创先争优活动: that runs for years
        told.add(paragraph.article)
        days = [date for date in within(around.dates, paragraph.end, paragraph.end + 2 * _REACH) if has_day(date)]
        date = next((day for day in days if not is_stamp(page, day)), days[0] if days else None)
        words = match[3] + ("启动" if match[2] == "启动" else "")
        yield EventMention(match.start(3), match.end(3), clean(words), "headline", 0.6, date=date.value if date else "")
