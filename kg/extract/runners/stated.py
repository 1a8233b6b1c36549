"""Who runs a program by the words before it and behind it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.runners import bystanders
from kg.extract.runners.runner import LEAD, OFFICES
from kg.extract.subjects import Subject, Subjects
from kg.lexicon.words import PROGRAM_LEADS
from kg.model import Basis

_RUN: Final = re.compile("(?:" + "|".join(PROGRAM_LEADS) + ")(?![部员]|学校|单位|方案|意见|办法|细则|主体)")
_PASSIVE: Final = re.compile(
    r"”?[^，。；“”]{0,4}(?:，是)?由([^。；]{2,120}?)(?:等[^，。；]{0,12})?(?:联合|共同|牵头|统一|具体|负责)*(?:开展|主办|举办|组织|发起|承办|实施|启动|牵头)"
)
_THEIR_MOVE: Final = re.compile(
    r"”?[^，。；“”]{0,4}是([^，。；“”]{2,30}?)(?:[作做]出|提出|部署|实施|推出|开展|启动|组织|发起|采取)的[^，。；“”]{0,16}(?:举措|部署|决策|工程|活动|行动|载体)"
)
_LED_BY: Final = re.compile(
    r"由([^。；]{2,100}?)(?:[（(][^（）()]{1,12}[）)])?(?:联合|共同)?(?:主办|举办|发起|开展|组织|牵头)(?=[^。；“”]{0,60}的|[^。；“”]{0,6}[“‘]?$)[^。；“”]{0,80}[“‘]?$"
)
"""由A、B主办，C承办的…“X”活动."""
_GOING: Final = re.compile("带队|带领|率队|率领|[赴到往]|在(?!职)")
"""Behind those who lead it: where they go (由某局局长甲带队，赴某县|开展…)."""
_GROUP: Final = "党组"
_LED_BY_LENGTH: Final = 180
_ITS: Final = re.compile(r"的?(?:20\d\d年度?|第[一二三四五六七八九十\d]{1,3}[届次期轮])*[“‘]?")
"""Between a name and the program that is its own: 参加岳阳市第二届“…”大赛."""
_WHICH_THEY_RUN: Final = re.compile(
    r"(?:正在|已经|近年来|深入|积极|大力|全面|联合|共同)*(?:开展|实施|推行|推出|启动|举办|主办|组织|创立|首创|打造|发起|提出|部署|倡导)(?:开展|实施)?的(?:(?:20\d\d年度?)?(?:首|第[一二三四五六七八九十\d]{1,3})[届次期轮季批])?[“‘]?"
)
"""得益于平江县|开展的“…”活动: they run it, whatever the sentence says of them."""
_TO_WHICH: Final = ("在", "到", "赴", "往", "向", "为", "以", "对")
"""Before those at whose place, or for whom, others run it."""
_ON: Final = re.compile(r"关于(?:开展|实施|举办)?[^，。；“”]{0,12}(?:“[^”\n]{1,24}”[及和、与][^，。；“”]{0,10})*[“‘]?")
_ORDER: Final = re.compile(
    r"”?(?:[及和、与][^，。；“”]{0,10}“[^”\n]{1,24}”)*(?:活动|工程|行动)?的?(?:有关|相关|总体|统一|工作)?(?:安排|部署|决策|决定|要求|精神|通知|方案|号召|倡议)"
)
"""州委关于“…”的安排部署."""
_ASKED: Final = re.compile("(?:落实|按照|根据|响应|贯彻|对照|执行)(?:好)?$")
_ASKED_LENGTH: Final = 4
"""Before those whose program others carry out: 落实|省委组织部“…”行动要求."""
_PARTAKES: Final = re.compile(r"[^，。；“”]{0,8}(?:参与|参加|响应|配合|融入|对接)(?:了|到)?[^，。；“”]{0,8}[“‘]?")
_FRAMES: Final = re.compile("[”’]?(?:活动|工程|行动)?(?:开展|实施|启动|推进|过程)?(?:中|以来|期间)，")
_FOR: Final = re.compile("为(?:了|切实|深入|扎实|进一步)*(?:推动|推进|确保|保证|保障|搞好|做好|抓好|深化|开展)(?:好|全县|全市|全区)?[“‘]?$")
_FOR_WHICH: Final = re.compile("[”’]?(?:活动|工程|行动)?[\u4e00-\u9fff]{0,10}，")
_LONGEST_FOR: Final = 14
"""Around a program that fills a clause, before who acts in it."""
_URGED: Final = re.compile(
    "(?:督促|督导|监督|检查|督办)(?:各?[\u4e00-\u9fff]{0,6})(?:落实|实施|开展|推进)(?:[“‘][^”’\n]{1,24}[”’](?:工程|活动|行动)?[、和及与])*[“‘]?$"
)
"""督促落实“…”工程: others run it than those who urge them."""
_AWARDED: Final = re.compile(r"(?:获|获得|评为|授予|入选|当选)[^，。；“”]{0,24}[“‘]?$")
"""获省“…”竞赛优胜单位: others run it."""
_AWARDED_LENGTH: Final = 30
_OURS: Final = re.compile(r"(?:全|我)([省市县区旗州盟镇乡村])(?:20\d\d年)?[\u4e00-\u9fff]{0,10}[“‘]?$")
_OUR_BODY: Final = re.compile(
    r"(?:我|本)([校院局厂行站处所]|公司|集团|单位)(?:20\d\d年)?(?:[\u4e00-\u9fff]{0,6}(?:开展|实施|推行|启动|举办|组织|打造)了?)?[\u4e00-\u9fff]{0,6}[“‘]?$"
)
_OURS_LENGTH: Final = 20
_OF_OURS: Final = re.compile("(?<![在到来对向为])[我本]")
"""我镇提出的“…”活动 is ours, whoever else the sentence names before; 全省 and 在我市 only say where."""
_FOR_ALL: Final = "为全"
"""为全市“…”行动提供经验: whose it is, not where the one acts that does so."""
_LEADING: Final = re.compile("[\u4e00-\u9fff、 ]{0,40}(?:带领|带队|率领|率队|率)")
"""Behind an official of a body: that people of it come along (某妇联主席甲带领…开展)."""
_OBJECT: Final = re.compile("(?:开展|举办|举行|组织|启动)了?$")
_OBJECT_LENGTH: Final = 3
_LEADERS: Final = ("委", "政府")
"""Ends of the bodies whose chiefs stand for their place."""
_NOTICE: Final = re.compile("(?:近日|日前|联合|专门)*(?:印发|下发|发出)[^，。；“”《》]{0,6}(?:通知|通报|方案|意见)")
_SIGHTS: Final = ("现场", "示范点", "观摩点", "联系点", "展板", "展厅", "专栏", "阵地")
"""What people come to see of a campaign that a whole county carries on."""


class _Ours(NamedTuple):
    """Whose program it is by the words 全县, 我镇 or 我校 that stand at ``start``."""

    start: int
    subject: Subject


def again(page: Page, subjects: Subjects, program: ProgramMention) -> Subject | None:
    """该县…开展: who was named before and is said to run it."""
    sentence = page.sentence_at(program.start)
    again = subjects.told_again(max(sentence.start, program.start - _LED_BY_LENGTH), program.start) if sentence is not None else None
    return again if again is not None and runs(page, again, program) else None


def is_of_ours(text: str, at: int) -> bool:
    """Whether 我镇 or 全市 there says whose a program is: 我镇提出的…, 为全市…提供经验."""
    return _OF_OURS.match(text, at) is not None or text.startswith(_FOR_ALL, at - 1)


def is_urged(page: Page, program: ProgramMention) -> bool:
    """Whether the words before a program say that others are urged to run it."""
    return _URGED.search(page.text, max(0, program.start - _AWARDED_LENGTH), program.start) is not None


def runs(page: Page, last: Subject, program: ProgramMention) -> bool:
    """Whether what stands between the last of the doers and a program says that they run it, and not that they take part."""
    if last.end == program.start:
        return True
    run = _RUN.search(page.text, last.end, program.start)
    return run is not None and _PARTAKES.fullmatch(page.text, last.end, program.start) is None


def doing(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """The doers of a sentence before a program, not a place that only begins what it is called: 市委举办|岳阳市庆祝建党“…”竞赛."""
    doing = [] if is_urged(page, program) else subjects.doers(program.start)
    if doing and isinstance(doing[0].ref, PlaceRef) and _OBJECT.search(page.text, max(0, doing[0].start - _OBJECT_LENGTH), doing[0].start):
        doing = subjects.doers(doing[0].start) or doing
    return [
        subject
        for subject in doing
        if not bystanders.is_medium(subject) and not bystanders.is_any(subject) and not bystanders.is_in_marks(page, subject, program.start)
    ]


def led(page: Page, subjects: Subjects, doing: list[Subject], program: ProgramMention) -> list[Subject]:
    """``doing``, with the body itself for the place of one whose chief leads its people to do it: 某妇联主席甲带领…开展.

    What an office has sent round is run by the committee whose office it is.
    """
    last = doing[-1]
    above = last.ref.parent if isinstance(last.ref, BodyRef) else None
    if above is not None and isinstance(last.ref, BodyRef) and _for_another(page.text, last, program):
        return [*doing[:-1], last._replace(ref=above, basis=Basis.CONTEXT)]
    if last.basis is not Basis.CONTEXT or last.start == last.end or _LEADING.match(page.text, last.end, program.start) is None:
        return doing
    bodies = [one for one in subjects.between(last.start, last.end) if isinstance(one.ref, BodyRef) and not one.ref.name.endswith(_LEADERS)]
    return [*doing[:-1], *bodies[:1]] if bodies else doing


def _for_another(text: str, last: Subject, program: ProgramMention) -> bool:
    """Whether a body is an office that sends a notice round."""
    return last.ref.name.endswith(OFFICES) and _NOTICE.match(text, last.end, program.start) is not None


def framed(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """在“…”活动中，平江县…; 为推动“…”活动深入开展，平江县…: who acts behind the clause that a local program fills."""
    if program.national:
        return []
    frame = _FRAMES.match(page.text, program.end)
    if frame is None and _FOR.search(page.text, max(0, program.start - _LONGEST_FOR), program.start):
        frame = _FOR_WHICH.match(page.text, program.end)
    if frame is None:
        return []
    return [one for one in subjects.between(frame.end(), frame.end() + LEAD) if one.start == frame.end() and not bystanders.is_medium(one)][
        :1
    ]


def its(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """Those whose program it is called: named by whom it is run, before or behind it, or right before its name."""
    by = _LED_BY.search(page.text, max(0, program.start - _LED_BY_LENGTH), program.start)
    if by is not None:
        going = _GOING.search(page.text, by.start(1), by.end(1))
        led = subjects.between(by.start(1), going.start() if going is not None else by.end(1))
        if led:
            return [_of_group(one) for one in led] if going is not None else led
    before = subjects.row_before(program.start)
    if (
        before
        and not is_sight(page, program)
        and isinstance(before[-1].ref, PlaceRef)
        and _ITS.fullmatch(page.text, before[-1].end, program.start)
        and not _is_held_there(page, subjects, before[-1])
    ):
        return before[-1:]
    if (
        before
        and _WHICH_THEY_RUN.fullmatch(page.text, before[-1].end, program.start)
        and not page.text.endswith(_TO_WHICH, 0, before[0].start)
    ):
        return before
    if before and before[-1].end == program.start and _ASKED.search(page.text, max(0, before[0].start - _ASKED_LENGTH), before[0].start):
        return before
    ordered = before and _ON.fullmatch(page.text, before[-1].end, program.start) and _ORDER.match(page.text, program.end)
    return before if ordered else _by(page, subjects, program)


def _is_held_there(page: Page, subjects: Subjects, place: Subject) -> bool:
    """Whether bodies before the place hold what is only called after it: 区文明办在某地举办了|和平区|“…”活动."""
    if _OBJECT.search(page.text, max(0, place.start - _OBJECT_LENGTH), place.start) is None:
        return False
    doing = subjects.doers(place.start)
    return bool(doing) and all(isinstance(doer.ref, BodyRef) and not bystanders.is_medium(doer) for doer in doing)


def _of_group(subject: Subject) -> Subject:
    """The bureau for the Party group in it, whose secretary leads people of the bureau."""
    ref = subject.ref
    whole = ref.parent if isinstance(ref, BodyRef) and ref.name.endswith(_GROUP) else None
    return subject._replace(ref=whole, basis=Basis.CONTEXT) if whole is not None else subject


def _by(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """…活动由A、B联合开展, …活动是A作出的重要举措: those named behind the program and 由 or 是, before the verb."""
    by = _PASSIVE.match(page.text, program.end) or _THEIR_MOVE.match(page.text, program.end)
    return subjects.between(by.start(1), by.end(1)) if by is not None else []


def ours(page: Page, context: Context, program: ProgramMention) -> _Ours | None:
    """全县“…”行动, 我镇…活动: the article's own place at that level; 我校实施的“…”: its own body."""
    low = max(0, program.start - _OURS_LENGTH)
    own = _OURS.search(page.text, low, program.start)
    ref: BodyRef | PlaceRef | None = context.own.get(own[1]) if own is not None else None
    if ref is None and (own := _OUR_BODY.search(page.text, low, program.start)) is not None:
        ref = context.self_bodies.get(own[1])
    return _Ours(own.start(), Subject(ref, program.start, program.start, Basis.CONTEXT)) if own is not None and ref is not None else None


def is_sight(page: Page, program: ProgramMention) -> bool:
    """Whether what is told of is something to be seen of a nation-wide campaign, not the campaign: 参观某社区的某活动|现场."""
    return program.national and page.text.startswith(_SIGHTS, program.end)


def is_awarded(page: Page, program: ProgramMention) -> bool:
    """Whether somebody got a prize in a program that others run."""
    return _AWARDED.search(page.text, max(0, program.start - _AWARDED_LENGTH), program.start) is not None
