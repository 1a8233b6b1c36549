"""Who runs a program: the doers of the sentence that says so, else who the paragraph is about, else whose article it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from kg.extract import hosts
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.programs.mention import ROOT
from kg.extract.programs.works import RULES as WORKS
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.subjects import FAR, Subject, Subjects
from kg.lexicon.words import PROGRAM_LEADS
from kg.model import Basis
from kg.segment import Article

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
_CARRIES_ON: Final = re.compile(
    r"(?:[^。；“”]{0,40}，)?(?!对(?!口))(?:(?!未(?!成年)|没有?|不[会能曾]|结合|围绕|按照|根据|对照|响应|指导|要求)[^，。；“”]){0,8}(?:开展|推进|深化|实施|启动|部署|组织|举办|举行|召开|总结)"
    r"(?:了|好)?(?:全[国省市县区旗州镇乡])?(?:[“‘][^”’\n]{1,40}[”’][、和及与]?)*[“‘]?"
)
"""Between a place and a nation-wide campaign: it is run there, by the place, and not only borne in mind."""
_MAKES_CARRIER: Final = re.compile(
    "(?:把|将)(?:深入|广泛|扎实)?(?:开展|实施|推进)?[“‘][^”’\n]{1,40}[”’](?:活动|工程|行动)?作为(?:推进|推动|深化|开展)?(?:全[省市县区])?"
)
"""Between a place and a nation-wide campaign: what it carries it on with (将开展“…”活动作为|某某活动的载体)."""
_CARRIED_ON_EVERYWHERE: Final = ("活动", "教育", "建设年")
"""Ends of the names of campaigns that every place and body carries on in itself."""
_TOLD, _SAYS, _NAMED, _ABOUT, _OWN = 4, 3, 2, 1, 0
"""How the doers are known, best first: a sentence of its own tells who hosts it, its sentence says it, the program bears their name, the
paragraph is about them, the article is theirs."""

_VISITORS: Final = re.compile("(?:督查|督导|工作|调研|考核|考察|检查|巡视|巡察|参观|代表|观摩|验收|评估|采访|慰问)[组团]$")

_OFFICES: Final = ("办公室", "办公厅")
_TOGETHER_WITH: Final = ("暨", "暨“")
_IN_ONE_CLAUSE: Final = re.compile("[^，。；\n]{0,16}")
_STANDING: Final = "委常委会"
_NOTICE: Final = re.compile("(?:近日|日前|联合|专门)*(?:印发|下发|发出)[^，。；“”《》]{0,6}(?:通知|通报|方案|意见)")
_ISSUES: Final = re.compile("(?:近日|日前|联合|正式)*(?:印发|下发|公布|发布|通报|命名)")
_SIGHTS: Final = ("现场", "示范点", "观摩点", "联系点", "展板", "展厅", "专栏", "阵地")
"""What people come to see of a campaign that a whole county carries on."""
_ALONE: Final = frozenset(
    {"court", "procuratorate", "cppcc", "congress", "mass-organisation", "government-department", "hospital", "school", "enterprise"}
)
"""Bodies whose reports tell of what they run themselves, not their place."""
_OF_THE_NATION: Final = frozenset({"中共中央", "中央政治局", "中央书记处", "中央军委", "国务院"})
_HEAD: Final = 80
"""Characters at the head of an article in which the body is named that speaks."""
_HEARD: Final = 4000
"""Characters of an article in which it says 我校: each program asks, so that a bound keeps the time linear."""
_LEAD: Final = 60
"""The head of a first sentence, in which who acts is named."""


class _Ours(NamedTuple):
    """Whose program it is by the words 全县, 我镇 or 我校 that stand at ``start``."""

    start: int
    subject: Subject


class Runner(NamedTuple):
    """Who runs a program; where not ``runs``, the place at which a nation-wide campaign is carried out, nobody says by whom."""

    subject: Subject
    runs: bool


def find(page: Page, programs: list[ProgramMention], subjects: Subjects, contexts: list[Context]) -> list[list[Runner]]:
    """For each of ``programs`` those who run it there. Of a local program only its best first mention tells."""
    articles = zip(page.segments.articles, contexts, strict=True) if programs else ()
    below = [_reporting(subjects, article) or _below(subjects, own, (article.start, article.end)) for article, own in articles]
    known = [_of_committees(_known(page, program, subjects, contexts, below)) for program in programs]
    for number in range(1, len(programs)):  # 由A主办的“…”行动启动仪式暨|“…”活动
        joint = page.text.endswith(_TOGETHER_WITH, 0, programs[number].start) and not programs[number].national
        known[number] = known[number - 1] if joint and _share_a_clause(page, programs, number) else known[number]
    for number, hosting in hosts.find(page, programs, subjects).items():
        known[number] = _TOLD, hosting
    known = _by_the_same(page, programs, known)
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True)):
        key = (page.article_at(program.start), program.name)
        if doers and (key not in best or rank > best[key][0] or _closer(rank, doers, best[key], known)):
            best[key] = (rank, number)
    chosen = {number for _, number in best.values()}
    told = [
        doers if number in chosen or (program.national and rank == _SAYS) else []
        for number, (program, (rank, doers)) in enumerate(zip(programs, known, strict=True))
    ]
    by_bodies = {
        (page.article_at(program.start), program.name)
        for program, doers in zip(programs, told, strict=True)
        if any(isinstance(doer.ref, BodyRef) for doer in doers)
    }
    runners = [
        [Runner(doer, _does_run(page, doer, rank, program, by_bodies)) for doer in doers]
        for program, doers, (rank, _) in zip(programs, told, known, strict=True)
    ]
    return _carried_on_by_all(page, programs, runners, contexts)


def _share_a_clause(page: Page, programs: list[ProgramMention], number: int) -> bool:
    """Whether a local program and the one before it stand in one clause."""
    before = programs[number - 1]
    return not before.national and _IN_ONE_CLAUSE.fullmatch(page.text, before.end, programs[number].start) is not None


def _of_committees(known: tuple[int, list[Subject]]) -> tuple[int, list[Subject]]:
    """``known``, with the committee for its standing committee, which has met about what is run."""
    rank, doers = known
    above = ((one, one.ref.parent if isinstance(one.ref, BodyRef) and one.ref.name.endswith(_STANDING) else None) for one in doers)
    return rank, [one if whole is None else one._replace(ref=whole, basis=Basis.CONTEXT) for one, whole in above]


def _carried_on_by_all(
    page: Page, programs: list[ProgramMention], runners: list[list[Runner]], contexts: list[Context]
) -> list[list[Runner]]:
    """``runners``, and the article's own place for a campaign of the Party that every place carries on, of which it tells more than once or in its headline."""
    keys = [(page.article_at(program.start), program.name) for program in programs]
    times = Counter(keys)
    run = {key for key, own in zip(keys, runners, strict=True) if any(one.runs for one in own)}
    out = []
    for program, key, own in zip(programs, keys, runners, strict=True):
        article = page.segments.articles[key[0]]
        told = times[key] > 1 or program.name[:4] in article.headline
        home = contexts[key[0]].anchor or contexts[key[0]].home
        if not program.national or not program.name.endswith(_CARRIED_ON_EVERYWHERE) or key in run or not told or home is None:
            out.append(own)
            continue
        run.add(key)
        out.append([Runner(Subject(home, program.start, program.start, Basis.CONTEXT), runs=True)])
    return out


def _by_the_same(page: Page, programs: list[ProgramMention], known: list[tuple[int, list[Subject]]]) -> list[tuple[int, list[Subject]]]:
    """``known``, with the one body that runs all local programs of an article of which it is said for its place, where only the page tells that."""
    bodies: dict[int, set[BodyRef | PlaceRef]] = {}
    for program, (rank, doers) in zip(programs, known, strict=True):
        if rank >= _SAYS and not program.national:
            bodies.setdefault(page.article_at(program.start), set()).update(doer.ref for doer in doers)
    out = []
    for program, (rank, doers) in zip(programs, known, strict=True):
        own = bodies.get(page.article_at(program.start), set())
        body = next(iter(own)) if len(own) == 1 and rank in (_OWN, _ABOUT) and not program.national else None
        alone = isinstance(body, BodyRef) and body.kind in _ALONE and [doer.ref for doer in doers] == [body.jurisdiction]
        out.append((rank, [doers[0]._replace(ref=body, basis=Basis.CONTEXT)] if alone and body is not None else doers))
    return out


def _does_run(page: Page, doer: Subject, rank: int, program: ProgramMention, by_bodies: set[tuple[int, str]]) -> bool:
    """Of a nation-wide campaign a place is who runs it only where no body is and it is said to carry it on, or the campaign bears its name.

    Works that nobody is said to run are run by nobody; whose page it is says where they are.
    """
    if program.rule in WORKS and rank < _SAYS:
        return False
    if not program.national or isinstance(doer.ref, BodyRef):
        return True
    if rank != _SAYS or (page.article_at(program.start), program.name) in by_bodies:
        return False
    if program.end - program.start == len(ROOT):  # what is done 创先争优 is not the campaign
        return False
    if doer.end == program.start or _CARRIES_ON.fullmatch(page.text, doer.end, program.start) is not None:
        return True
    return _MAKES_CARRIER.fullmatch(page.text, doer.end, program.start) is not None


def _again(page: Page, subjects: Subjects, program: ProgramMention) -> Subject | None:
    """该县…开展: who was named before and is said to run it."""
    sentence = page.sentence_at(program.start)
    again = subjects.told_again(max(sentence.start, program.start - _LED_BY_LENGTH), program.start) if sentence is not None else None
    return again if again is not None and _runs(page, again, program) else None


def _told_again(page: Page, subjects: Subjects, program: ProgramMention) -> Subject | None:
    """Whom the paragraph is about where it only says 该县 of them."""
    sentence = page.sentence_at(program.start)
    if sentence is None:
        return None
    return subjects.told_again(max(page.segments.paragraphs[sentence.paragraph].start, sentence.start - FAR), sentence.start)


def _is_of_ours(text: str, at: int) -> bool:
    """Whether 我镇 or 全市 there says whose a program is: 我镇提出的…, 为全市…提供经验."""
    return _OF_OURS.match(text, at) is not None or text.startswith(_FOR_ALL, at - 1)


def _body_of(place: BodyRef | PlaceRef, topic: list[Subject]) -> list[Subject]:
    """The body that the paragraph is about, if it is one of ``place`` that reports what it runs itself."""
    return [one for one in topic if isinstance(one.ref, BodyRef) and one.ref.kind in _ALONE and one.ref.jurisdiction == place]


def _closer(rank: int, doers: list[Subject], best: tuple[int, int], known: list[tuple[int, list[Subject]]]) -> bool:
    """Whether a later sentence says by which bodies of a place a program is run that an earlier one only gave to the place."""
    first = [subject.ref for subject in known[best[1]][1]]
    refs = [subject.ref for subject in doers]
    return rank == best[0] == _SAYS and all(isinstance(ref, BodyRef) and ref.jurisdiction == first[0] for ref in refs)


def _known(
    page: Page, program: ProgramMention, subjects: Subjects, contexts: list[Context], below: list[BodyRef | PlaceRef | None]
) -> tuple[int, list[Subject]]:
    """Those who run the program, as far as this mention tells, and how that is known; ``below`` has what :func:`_reporting` or :func:`_below` says of each article."""
    its = [subject for subject in _its(page, subjects, program) if not _is_medium(subject)]
    if its:
        return _SAYS, its
    context = contexts[page.article_at(program.start)]
    doing = _doing(page, subjects, program)
    ours = _ours(page, context, program)
    nearer = ours and doing and doing[-1].end <= ours.start and _is_of_ours(page.text, ours.start)
    if ours and (nearer or not doing):
        return _SAYS, [ours.subject]
    seen = program.national and page.text.startswith(_SIGHTS, program.end)
    elsewhere = program.national and doing and page.text.find("；", doing[-1].end, program.start) >= 0  # …；教育系统实施|创先争优活动
    if doing and not (seen or elsewhere) and _runs(page, doing[-1], program):
        return _SAYS, _led(page, subjects, doing, program)
    if ours:
        return _SAYS, [ours.subject]
    again = None if doing else _again(page, subjects, program)
    if again is not None:
        return _SAYS, [again]
    if program.national and program.name[:4] not in page.segments.articles[page.article_at(program.start)].headline:
        return _OWN, _carried_out(page, subjects, context, program)
    named = [] if program.national else subjects.between(program.start, program.end)[:1]
    if named and isinstance(named[0].ref, PlaceRef):
        return _NAMED, _body_of(named[0].ref, subjects.topic(program.start)) or named
    if framed := _framed(page, subjects, program):
        return _NAMED, framed
    if _AWARDED.search(page.text, max(0, program.start - _AWARDED_LENGTH), program.start):
        return _OWN, []
    topic = [] if program.national or _is_urged(page, program) else _topic(page, program, subjects, context)
    return (_ABOUT, topic) if topic else (_OWN, _own(page, subjects, context, program, below[page.article_at(program.start)]))


def _topic(page: Page, program: ProgramMention, subjects: Subjects, context: Context) -> list[Subject]:
    """Whom the paragraph is about, where that may be who runs what it tells of; by name, or by 该县 alone."""
    topic = [
        s
        for s in subjects.topic(program.start)
        if not (_is_medium(s) or _visits(s) or _is_aside(page, s, context) or _is_chief(s, context) or _is_of_the_nation(s))
        and not _issues(page, s, context)
    ]
    told = None if topic else _told_again(page, subjects, program)
    return [told] if told is not None else topic


def _is_urged(page: Page, program: ProgramMention) -> bool:
    """Whether the words before a program say that others are urged to run it."""
    return _URGED.search(page.text, max(0, program.start - _AWARDED_LENGTH), program.start) is not None


def _runs(page: Page, last: Subject, program: ProgramMention) -> bool:
    """Whether what stands between the last of the doers and a program says that they run it, and not that they take part."""
    if last.end == program.start:
        return True
    run = _RUN.search(page.text, last.end, program.start)
    return run is not None and _PARTAKES.fullmatch(page.text, last.end, program.start) is None


def _doing(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """The doers of a sentence before a program, not a place that only begins what it is called: 市委举办|岳阳市庆祝建党“…”竞赛."""
    doing = [] if _is_urged(page, program) else subjects.doers(program.start)
    if doing and isinstance(doing[0].ref, PlaceRef) and _OBJECT.search(page.text, max(0, doing[0].start - _OBJECT_LENGTH), doing[0].start):
        doing = subjects.doers(doing[0].start) or doing
    return [subject for subject in doing if not _is_medium(subject) and not _is_any(subject)]


def _led(page: Page, subjects: Subjects, doing: list[Subject], program: ProgramMention) -> list[Subject]:
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
    return last.ref.name.endswith(_OFFICES) and _NOTICE.match(text, last.end, program.start) is not None


def _framed(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """在“…”活动中，平江县…; 为推动“…”活动深入开展，平江县…: who acts behind the clause that a local program fills."""
    if program.national:
        return []
    frame = _FRAMES.match(page.text, program.end)
    if frame is None and _FOR.search(page.text, max(0, program.start - _LONGEST_FOR), program.start):
        frame = _FOR_WHICH.match(page.text, program.end)
    if frame is None:
        return []
    return [one for one in subjects.between(frame.end(), frame.end() + _LEAD) if one.start == frame.end() and not _is_medium(one)][:1]


def _is_any(subject: Subject) -> bool:
    """村党支部: a branch of which nobody knows whose it is."""
    return isinstance(subject.ref, BodyRef) and not subject.ref.resolved and subject.ref.kind in ("party-branch", "village")


def _is_aside(page: Page, subject: Subject, context: Context) -> bool:
    """，荆山村…: a place inside the article's own that only a clause begins with is not what the paragraph is about."""
    if not isinstance(subject.ref, PlaceRef) or context.anchor is None or page.text[subject.start - 1 : subject.start] != "，":
        return False
    return subject.ref != context.anchor and context.anchor in subject.ref.chain()


def _is_of_the_nation(subject: Subject) -> bool:
    """中央政治局委员甲指出…: who leads the country has said what an article quotes; local programs that it tells of next are not theirs."""
    return subject.ref.name in _OF_THE_NATION


def _issues(page: Page, subject: Subject, context: Context) -> bool:
    """某协会办公厅印发了…: an office, or a body of elsewhere, that only issues or makes known something; what comes next is of others."""
    ref = subject.ref
    if not isinstance(ref, BodyRef) or _ISSUES.match(page.text, subject.end) is None:
        return False
    elsewhere = context.anchor is not None and ref.jurisdiction != context.anchor
    return elsewhere or ref.name.endswith(_OFFICES)


def _is_chief(subject: Subject, context: Context) -> bool:
    """省委书记甲…。: who leads the place in which the article's own lies, and speaks or comes; what it tells next is of its own place."""
    if not isinstance(subject.ref, PlaceRef) or subject.basis is not Basis.CONTEXT or context.anchor is None:
        return False
    if not context.anchor.codes:  # a village that a county's secretary comes to see does not run what the county runs
        return False
    return subject.ref != context.anchor and subject.ref in context.anchor.chain()


def _its(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """Those whose program it is called: named by whom it is run, before or behind it, or right before its name."""
    by = _LED_BY.search(page.text, max(0, program.start - _LED_BY_LENGTH), program.start)
    if by is not None:
        going = _GOING.search(page.text, by.start(1), by.end(1))
        led = subjects.between(by.start(1), going.start() if going is not None else by.end(1))
        if led:
            return [_of_group(one) for one in led] if going is not None else led
    before = subjects.row_before(program.start)
    seen = program.national and page.text.startswith(_SIGHTS, program.end)  # 参观某社区的某活动|现场
    if before and not seen and isinstance(before[-1].ref, PlaceRef) and _ITS.fullmatch(page.text, before[-1].end, program.start):
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


def _of_group(subject: Subject) -> Subject:
    """The bureau for the Party group in it, whose secretary leads people of the bureau."""
    ref = subject.ref
    whole = ref.parent if isinstance(ref, BodyRef) and ref.name.endswith(_GROUP) else None
    return subject._replace(ref=whole, basis=Basis.CONTEXT) if whole is not None else subject


def _by(page: Page, subjects: Subjects, program: ProgramMention) -> list[Subject]:
    """…活动由A、B联合开展, …活动是A作出的重要举措: those named behind the program and 由 or 是, before the verb."""
    by = _PASSIVE.match(page.text, program.end) or _THEIR_MOVE.match(page.text, program.end)
    return subjects.between(by.start(1), by.end(1)) if by is not None else []


def _ours(page: Page, context: Context, program: ProgramMention) -> _Ours | None:
    """全县“…”行动, 我镇…活动: the article's own place at that level; 我校实施的“…”: its own body."""
    low = max(0, program.start - _OURS_LENGTH)
    own = _OURS.search(page.text, low, program.start)
    ref: BodyRef | PlaceRef | None = context.own.get(own[1]) if own is not None else None
    if ref is None and (own := _OUR_BODY.search(page.text, low, program.start)) is not None:
        ref = context.self_bodies.get(own[1])
    return _Ours(own.start(), Subject(ref, program.start, program.start, Basis.CONTEXT)) if own is not None and ref is not None else None


def _is_medium(subject: Subject) -> bool:
    return isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium"


def _visits(subject: Subject) -> bool:
    """Whether a body is a group that looks at what others do: an article that begins with it is about them."""
    return isinstance(subject.ref, BodyRef) and _VISITORS.search(subject.ref.name) is not None


def _carried_out(page: Page, subjects: Subjects, context: Context, program: ProgramMention) -> list[Subject]:
    """Where a campaign is carried out of which an article says no more: in the body whose article it is, else at the article's own place."""
    speaker = _speaker(page, subjects, context, page.segments.articles[page.article_at(program.start)])
    if speaker is not None:
        return [Subject(speaker, program.start, program.start, Basis.CONTEXT)]
    return [Subject(context.anchor, program.start, program.start, Basis.CONTEXT)] if context.anchor is not None else []


def _own(page: Page, subjects: Subjects, context: Context, program: ProgramMention, below: BodyRef | PlaceRef | None) -> list[Subject]:
    """The body whose article it is (集团, or the one with which its first sentence begins), else the place."""
    article = page.segments.articles[page.article_at(program.start)]
    first = page.sentence_at(article.start)
    lead = subjects.leads(first.start, min(first.end, first.start + _LEAD)) if first is not None else None
    lead = None if lead is not None and (_is_urged(page, program) or _leads_nothing(page, lead, context)) else lead
    speaker = _speaker(page, subjects, context, article)
    told = hosts.informant(page, subjects, article)
    own = speaker or (told if told is not None and told.kind in _ALONE else None) or below or (lead.ref if lead else None) or context.anchor
    return [Subject(own, program.start, program.start, Basis.CONTEXT)] if own is not None else []


def _leads_nothing(page: Page, lead: Subject, context: Context) -> bool:
    """Whether a body at the head of an article is none of which the rest tells what it runs."""
    return _is_any(lead) or _visits(lead) or _is_of_the_nation(lead) or _issues(page, lead, context)


def _reporting(subjects: Subjects, article: Article) -> BodyRef | None:
    """The one body that begins sentences of an article, if it begins several: a bureau that reports what it did."""
    ahead = subjects.bodies_ahead(article.start, min(article.end, article.start + _HEARD))
    return ahead[0] if len(ahead) > 1 and len(set(ahead)) == 1 and ahead[0].kind in _ALONE else None


def _speaker(page: Page, subjects: Subjects, context: Context, article: Article) -> BodyRef | None:
    """The body whose paper it is: one that the article speaks of as ours, or names at its head; not one that is called 院 behind its name there."""
    head, heard = min(article.end, article.start + _HEAD), min(article.end, article.start + _HEARD)
    named = {one.ref for one in subjects.between(article.start, head)}
    for word, body in context.self_bodies.items():
        if body in named or any(page.text.find(ours + word, article.start, heard) >= 0 for ours in "我本"):
            return body
    return None


def _is_alone(subjects: Subjects, place: PlaceRef, within: tuple[int, int]) -> bool:
    """Whether all that an article names is ``place``, lies in it, or holds it."""
    named = (one.ref.jurisdiction if isinstance(one.ref, BodyRef) else one.ref for one in subjects.between(*within))
    return all(other is None or other in place.chain() or place in other.chain() for other in named)


def _below(subjects: Subjects, context: Context, within: tuple[int, int]) -> PlaceRef | None:
    """The one place inside the article's own that begins sentences of it, where it is named more often: a county that carries out what 市委 decided.

    Of an article that has no place of its own, the only one that begins sentences of it, if it is named again, or no place elsewhere is.
    """
    anchor = context.anchor
    if anchor is None:
        heads = set(subjects.heads(*within))
        only = heads.pop() if len(heads) == 1 else None
        return only if only is not None and (subjects.times(only, *within) > 1 or _is_alone(subjects, only, within)) else None
    below = {place for place in subjects.heads(*within) if place != anchor and anchor in place.chain()}
    place = below.pop() if len(below) == 1 else None
    return place if place is not None and subjects.times(place, *within) > subjects.times(anchor, *within) + 1 else None
