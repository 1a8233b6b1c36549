"""What an article tells of its event outside of the sentence that names it: who was there, and when it was."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.calling import KIND
from kg.extract.events.mention import REACH, Around, EventMention
from kg.extract.posts import PersonMention
from kg.extract.scan import Stretches, within
from kg.segment import SentenceAt, Zone

_MEETING: Final = (
    r"(?:会议?|座谈会|仪式|典礼|活动|动员会|推进会|开[幕班]式|[闭揭]幕式|结业式|培训班?|大会|报告会|签约|此次|这次|本次|今天|了)"
)
_HERE: Final = re.compile(
    rf"(?:出席|参加|主持|列席|参会)(?:[^，。；]{{0,12}}?{_MEETING}|[。，]|并)|出席会议|会上|到会|与会|陪同|应邀(?:出席|参加)"
    r"|(?:会议?|仪式|典礼|活动|培训班|[幕班业牌动]式)(?:开始前)?[由，]|会议认为|作了?[^，。；《》]{0,12}(?:报告|讲话|发言|点评|致辞|总结)"
)
_WITH: Final = re.compile(
    r"陪同|同行|随行|随同|一同|一道|参加(?:了|此次|这次|本次)?(?:上述)?(?:活动|调研|考察|慰问|检查|视察|走访|督导|督查|座谈|会见)"
)
"""Who was there on a visit."""
_VISITS: Final = ("visit", "visit of a party", "said on a visit", "reception")
_QUOTED: Final = re.compile(r"(?:传达|学习|观看|播放|收看|宣读)[^，。；]{0,60}?(?:讲话|精神|批示|指示|报告|事迹|贺信)")
"""传达了X的讲话精神: X need not be there."""
_REPORT: Final = re.compile(r"((?:19|20)\d\d)年(?:度|上半年)?[^\n，。]{0,14}(?:总结|汇报|情况报告|述职报告)")
_MEETINGS: Final = ("named meeting", "ceremony", KIND)
_REPORTER: Final = re.compile(r"(?:(?:记者|通讯员|摄影|作者|特约|编辑)[：:\s]?|[讯电]\s?（[^（）。]{0,20})$")
"""Before a name: 记者王磊, 本报讯（王磊 李明."""
_BYLINE: Final = 24
_REACH: Final = 12
"""Sentences behind the one that names the event, in which 会上 and 出席会议 still mean it."""


def complete(around: Around, found: list[EventMention]) -> list[EventMention]:
    """``found`` with those present, in the sentence of the mention and, for meetings that are told of, in those that follow."""
    present = _Present(around)
    out = []
    for number, mention in enumerate(found):
        if mention.rule in _VISITS:
            out.append(mention._replace(people=tuple(dict.fromkeys((*mention.people, *_companions(present, found, number))))))
            continue
        if not mention.held or mention.people:
            out.append(mention)
            continue
        sentence = around.page.sentence_at(mention.start)
        people = _in_sentence(around, sentence, mention) if sentence else ()
        later = () if mention.rule in ("launch of a program", "opening") else _later(present, found, number, _HERE)
        out.append(mention._replace(people=tuple(dict.fromkeys((*people, *later)))))
    return _dated(around, out)


def _in_sentence(around: Around, sentence: SentenceAt, mention: EventMention) -> tuple[PersonMention, ...]:
    low, high = max(sentence.start, mention.start - REACH), min(sentence.end, mention.end + REACH)
    quoted = Stretches(match.span() for match in _QUOTED.finditer(around.page.text, mention.end, high))
    return tuple(
        person
        for person in within(around.people, low, high)
        if (person.end <= mention.start or mention.end <= person.start) and not quoted.hold(person.start) and not wrote(around, person)
    )


def wrote(around: Around, person: PersonMention) -> bool:
    """Whether somebody only reports (记者X, X摄) or has sent another (受X委托)."""
    text = around.page.text
    return (
        text.startswith(("摄", "委托", "书记委托", "同志委托"), person.end)
        or _REPORTER.search(text, max(0, person.start - _BYLINE), person.start) is not None
    )


class _Present:
    """The people of sentences that say, by a pattern, that they were there; each sentence is read once, however many events it follows."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self._known: dict[tuple[int, re.Pattern[str]], list[PersonMention]] = {}

    def in_sentence(self, sentence: SentenceAt, here: re.Pattern[str]) -> list[PersonMention]:
        """Those of ``sentence``, where the pattern ``here`` fits in it."""
        key = (sentence.start, here)
        if key not in self._known:
            self._known[key] = self._read(sentence, here)
        return self._known[key]

    def _read(self, sentence: SentenceAt, here: re.Pattern[str]) -> list[PersonMention]:
        text = self.around.page.text
        if not here.search(text, sentence.start, sentence.end):
            return []
        quoted = Stretches(match.span() for match in _QUOTED.finditer(text, sentence.start, sentence.end))
        near = within(self.around.people, sentence.start, min(sentence.end, sentence.start + REACH))
        return [person for person in near if not quoted.hold(person.start) and not wrote(self.around, person)]


def _companions(present: _Present, found: list[EventMention], number: int) -> tuple[PersonMention, ...]:
    """Those behind a visit of whom its sentence, or one of those that follow, says that they came along."""
    around, mention = present.around, found[number]
    sentence = around.page.sentence_at(mention.start)
    end = min(sentence.end, mention.end + REACH) if sentence else mention.end
    here = within(around.people, mention.end, end) if _WITH.search(around.page.text, mention.end, end) else ()
    return (*here, *_later(present, found, number, _WITH))


def _later(present: _Present, found: list[EventMention], number: int, here: re.Pattern[str]) -> tuple[PersonMention, ...]:
    """People in the sentences behind the mention that say (by the pattern ``here``) that they were there, until the next event that is told of."""
    mention = found[number]
    page = present.around.page
    low = mention.end
    others = found[number + 1 : number + 1 + _REACH]
    other = next((later for later in others if later.held and later.number != mention.number), None)
    people: list[PersonMention] = []
    position = low
    for _ in range(_REACH):
        sentence = page.sentence_at(position)
        if sentence is None:
            position += 1
            continue
        if sentence.start >= low:
            if sentence.article != page.article_at(mention.start) or (other is not None and sentence.end > other.start):
                break
            people += present.in_sentence(sentence, here)
        position = sentence.end
    return tuple(people)


def _reported(around: Around) -> dict[int, str]:
    """The years on which articles report, by their headlines: 2012年工作总结."""
    page = around.page
    found: dict[int, str] = {}
    for paragraph in page.segments.paragraphs:
        if paragraph.zone is Zone.HEADLINE and (report := _REPORT.search(page.text, paragraph.start, paragraph.end)):
            found.setdefault(paragraph.article, report[1])
    return found


def _dated(around: Around, found: list[EventMention]) -> list[EventMention]:
    """A speech is dated by its document: 在…会上的讲话 in the headline, held on the document's day.

    What a report on a year tells of took place in that year.
    """
    days: dict[int, str] = {}
    years = _reported(around)
    for mention in found:
        sentence = around.page.sentence_at(mention.start)
        context = around.contexts[around.page.article_at(mention.start)]
        year = years.get(around.page.article_at(mention.start), "")
        if year and mention.held and mention.rule in _MEETINGS and not mention.date and sentence is not None and sentence.zone is Zone.BODY:
            days[mention.number] = year
        if sentence is None or not context.date.startswith(mention.date) or sentence.zone is not Zone.HEADLINE or not context.date:
            continue
        if around.page.text.startswith(("上的讲话", "上的发言", "上的报告", "上的致辞", "上的主持词"), mention.end):
            days[mention.number] = context.date
    return [mention._replace(date=days[mention.number]) if mention.number in days else mention for mention in found]
