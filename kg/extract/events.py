"""Events: meetings, launches, ceremonies and visits that are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.posts import PersonMention
from kg.extract.scan import within
from kg.extract.subjects import Subject, Subjects


@dataclass(frozen=True, slots=True)
class EventMention:
    """``text[start:end]`` names an event; ``date`` as stated in its sentence; who was there, as far as named."""

    start: int
    end: int
    name: str
    rule: str
    confidence: float
    date: str = ""
    people: tuple[PersonMention, ...] = ()
    bodies: tuple[Subject, ...] = ()


_MEETING: Final = (
    "动员大会|表彰大会|代表大会|誓师大会|推进大会|动员部署会|工作会议|座谈会|推进会|动员会|部署会|现场会|表彰会|报告会|评价会议|视频会议|电视电话会议|专题会议|常务会议|全体会议|全体（扩大）会议|"
    "调度会|汇报会|研讨会|论证会|听证会|新闻发布会|发布会|启动仪式|揭牌仪式|开工仪式|签约仪式|捐赠仪式|颁奖仪式|竣工仪式|奠基仪式|授牌仪式|开幕式|闭幕式|交流会|培训会|联席会议|扩大会议|"
    "民主生活会|推介会|洽谈会|博览会|运动会|交易会|展览会|文化节|艺术节|大赛|大会|会议"
)
_HEAD: Final = re.compile(rf"(?:{_MEETING})(?![员室场期议精])")
_OPENING: Final = frozenset(
    "召开 举行 举办 参加 出席 主持 组织 开展 召集 贯彻 落实 传达 学习 听取 作为 迎接 筹备 随后 此次 这次 宣布 观看 参与 主办 承办 协办 减少 提升 运用 采取 通过 利用 要求 邀请 补选 选举 经 将 把 作出 做到 还".split()
)
_CLOSED: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "r", "d", "q", "x", "w", "m", "mq", "y"})
_GENERIC: Final = re.compile(
    r"^(?:集团|大型|公司|学校|这次|此次|本次|全体|专题|工作|有关|相关|各类|各种|大型|重要|一次|召开|举行|多次|电视电话|视频|党委|常委|班子|全国|全省|全市|全县|全区|局|党组|职工|群众|党员|公开|动员|表彰|专题工作|集体|座谈|现场|协调|紧急|办公|碰头|例行|定期)*(?:大会|会议|座谈会|推进会|动员会|部署会|现场会|表彰会|报告会|专题会议|交流会|培训会|大赛|汇报会|民主生活会|调度会|发布会|代表大会)$"
)
_CONGRESS: Final = re.compile(r"党的(?:十[一二三四五六七八九]|二十)(?:大|届[一二三四五六七]中全会)")
_VISIT: Final = re.compile(
    r"(?P<how>深入到?|亲临|来到|前往|赶赴|赴|到|来|在)(?P<where>[\u4e00-\u9fff“”]{2,24}?)(?P<what>(?:进行|开展)?(?:专题|实地|现场)?(?:调研指导|调研|考察|视察|检查指导|检查|督查|督导|走访慰问|慰问|指导工作|指导))"
)
_NOT_VISITED: Final = re.compile(r"一线|基层|群众|农村|现场|实地|企业$|社区$|^各|[了着过的在和]|期间|工作$")


def find(page: Page, dates: list[Date], people: list[PersonMention], subjects: Subjects) -> list[EventMention]:
    """The events named in the mined zones of ``page``, in order."""
    found: list[EventMention] = []
    for sentence in page.segments.sentences:
        if not page.mined(sentence.start):
            continue
        own_dates = within(dates, sentence.start, sentence.end)
        own_people = list(within(people, sentence.start, sentence.end))
        for mention in [
            *_meetings(page, sentence.start, sentence.end),
            *_congresses(page, sentence.start, sentence.end),
            *_visits(page, sentence.start, sentence.end, own_people),
        ]:
            date = next((date.value for date in reversed(own_dates) if date.start <= mention.start), "")
            present = mention.people or tuple(person for person in own_people if person.end <= mention.start or mention.end <= person.start)
            bodies = tuple(subjects.between(sentence.start, mention.end)[-1:])
            found.append(EventMention(mention.start, mention.end, mention.name, mention.rule, mention.confidence, date, present, bodies))
    return found


def _meetings(page: Page, start: int, end: int) -> list[EventMention]:
    """Names that end in a word for a meeting, read leftwards until something that no name contains."""
    found: list[EventMention] = []
    for match in _HEAD.finditer(page.text, start, end):
        at = _name_start(page, start, match.start())
        words = page.text[at : match.end()].lstrip("、的")
        if len(words) < 6 or _GENERIC.match(words):  # a name, not a kind of meeting
            continue
        found.append(EventMention(match.end() - len(words), match.end(), words, "named meeting", 0.7))
    return found


def _name_start(page: Page, low: int, at: int) -> int:
    """Where the name of the meeting whose head begins at ``at`` starts; quotations in it are taken whole."""
    text = page.text
    start = at
    while start > low:
        if text[start - 1] in "”》":
            opening = text.rfind({"”": "“", "》": "《"}[text[start - 1]], low, start)
            if opening < 0:
                break
            start = opening
            continue
        clause, _ = page.clause(start - 1)
        moved = start
        for token in reversed(page.tokens(max(clause, low), start)):
            numbered = token.tag == "m" and token.text.startswith("第")
            if (
                token.text in _OPENING
                or (token.tag in _CLOSED and not numbered and token.text not in ("和", "次", "届", "年", "月", "日"))
                or at - token.start > 36
            ):
                return moved
            moved = token.start
        if moved == start or text[moved - 1 : moved] not in ("”", "》", "、"):
            return moved
        start = moved - (text[moved - 1] == "、")
        if text[moved - 1] == "、" and at - start > 30:  # a list, not a name
            return moved
    return start


def _congresses(page: Page, start: int, end: int) -> list[EventMention]:
    return [
        EventMention(match.start(), match.end(), match[0], "party congress", 0.8) for match in _CONGRESS.finditer(page.text, start, end)
    ]


def _visits(page: Page, start: int, end: int, people: list[PersonMention]) -> list[EventMention]:
    """P到Y调研: a person, a word of going, where, and what for."""
    found = []
    for match in _VISIT.finditer(page.text, start, end):
        person = next((person for person in reversed(people) if person.end <= match.start() and match.start() - person.end <= 6), None)
        if person is None or _NOT_VISITED.search(match["where"]):
            continue
        name = (
            person.name
            + ("到" if match["how"] in ("亲临", "来到", "来", "在") else match["how"])
            + match["where"]
            + match["what"].removeprefix("进行").removeprefix("开展")
        )
        found.append(EventMention(match.start(), match.end(), name, "visit", 0.75, people=(person,)))
    return found
