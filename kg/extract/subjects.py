"""Who a sentence is about: the body or place that does what the words at a position say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from typing import Final, NamedTuple

from kg.extract.bodies import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Stretches, last_within, within
from kg.model import Basis

FAR: Final = 240
"""How far back a doer is looked for."""
_AND: Final = ("、", "和", "与", "及", "，", "会同", "联合", " ")
_TITLE: Final = re.compile(r"(?:常务)?副?(?:部长|书记|主任|市长|县长|区长|局长|主席|董事长|总经理|秘书长|镇长|乡长|处长|科长|组织员)|常委")
_BEFORE_POST: Final = re.compile(f"(?:{_TITLE.pattern})、$")
"""某省委常委、|某市委书记甲: the posts of one person, of whom the last says for whom he acts."""
_BEFORE_OBJECTS: Final = (
    "在全|(?<![”）])、|[在对向到从与给被把于至往赴]|(?<!作)为",  # prepositions, and a list that goes on
    "地处|坐落|隶属|来自",  # where it is
    "深入|走进|邀请|来到|(?<![年以月天日期周间后起未下])来|前往|参加",  # 深入|某村, but not 三年来|某村
    "带领|督促|帮助|指导|选派|要求|号召",  # who is led, urged or sent
    "通过|按照|根据|贯彻|落实|配合|争取|结合",
    "支援|援建|资助|慰问|看望|(?:参观|观摩|考察|视察|察看|查看)了?|引进",
    "位于|聚焦|围绕|锚定|响应|传达|推动|助力|融入|对标|践行",
)
_DONE_TO: Final = re.compile(f"(?:{'|'.join(_BEFORE_OBJECTS)})$")
"""Right before a body or place: it does nothing itself, but something is done there or to it."""
_GONE_TO: Final = re.compile(
    r"(?:[分先]别|一同|一起|先后|相继|组织[^，。；]{0,4})[到赴](?:[^，。；“”]{1,8}的)?$|[到赴](?:挂[钩点]|结对|联系|帮扶|对口)[^，。；“”]{0,6}的?$"
)
"""到…结对的…村: whom somebody goes to help."""
_HEADS: Final = frozenset({"", "\n", "。", "！", "？", "；", "，", " ", "\u3000"})
_ENDS: Final = frozenset("。！？")
_ITEM: Final = re.compile("[二三四五六七八九十]是")
_FIRST_ITEM: Final = "一是"
"""How the items of a paragraph begin: 一是…。某县…。二是…。"""
_ITEMS: Final = 2000
"""Characters before an item in which the first one is looked for."""
_SERVED: Final = frozenset({"hospital", "medium", "other"})
"""Bodies that a report names because of what was done for them: what it tells next need not be theirs."""
_BEHIND_OWNERS: Final = (
    # in|某县委|的正确领导下
    (
        "(?:及其常委会|[及和]社会各界)?的?(?:有力|依法|民主|工作|正确|坚强|大力|直接|具体|精心|共同|关心|关怀)*"
        "(?:领导|监督|支持|指导|关心|关怀|帮助|重视)(?:[和与、][^，。；]{0,10})?下"
    ),
    # 某县|“强县富民”的总要求
    r"“[^“”\n]{1,12}”[\u4e00-\u9fff]{0,6}(?:总?要求|(?:总体|工作|发展|奋斗)?(?:思路|部署|目标|布局|战略))",
    "的|等|(?:村民|群众|居民|农民)的",
    "[东西南北中]{1,2}部|腹地|境内",
    "(?:工作)?(?:座谈会|会议|讲话)精神|工作座谈会",
    "为(?:基地|试点|重点|龙头|例)",  # 以|某村|为试点
    # 按照|某县委|统一部署
    "(?:工作|决策|统一|总体|有关|相关)*(?:部署(?!开展|实施|启动|推进|在|了)|要求|安排|精神)",
    "(?:指导|领导|统一|正确|坚强|支持|关心|决定(?=[的和与及、。；]|精神|要求|事项|$))",
)
_OF: Final = re.compile(f"(?:{'|'.join(_BEHIND_OWNERS)})")
"""Right behind a body or place: it does nothing itself, but what is told of is its own."""


_SIGNED: Final = re.compile(r"\s?(?:[^，。；（）]{0,12}[讯电](?=[\s（【，]|$)|(?:北京|上海|广州|记者)[^，。；]{0,16}报道)")
"""Behind a medium at the head of what it reports: 岳阳网7月3日讯（…）."""


_NAME_LENGTH: Final = 20
"""Characters of a name in quotation marks before and behind a place in it (“聚焦目标、振兴岳阳”活动), which does nothing there."""
_TITLE_LENGTH: Final = 60
"""Characters of a title before a body or place in it."""
_APART: Final = "——"
"""Before what explains the words before it: 在全省最大的园区——岳阳某产业园，举办…."""


_AGAIN: Final = re.compile("该([省市县区旗州盟镇乡村局厅委校院厂]|公司|集团|街道|社区)(?![级内外辖])")
"""What was named before, by its kind alone."""
_ENDINGS: Final = {
    "校": ("学校", "大学", "学院", "中学", "小学"),
    "院": ("医院", "学院", "法院", "检察院", "研究院"),
    "公司": ("公司", "集团", "厂"),
}
"""How names end that a word stands for."""
_BACK: Final = 400
"""Characters back to what was named before."""


class Subject(NamedTuple):
    """A body or place, where it is named (``start`` = ``end`` where only the context says it), and on what basis."""

    ref: BodyRef | PlaceRef
    start: int
    end: int
    basis: Basis


class _Doer(NamedTuple):
    """What the text around a subject says of it: as whom it acts, and whether it is done to or only what something is of."""

    subject: Subject
    done_to: bool
    of: bool


_STATIONED: Final = "驻"
"""What bodies begin with that a place has in another one."""


class Subjects:
    """The bodies and places of a page as subjects, in order; places inside bodies' names are left out."""

    def __init__(self, page: Page, places: list[PlaceMention], bodies: list[BodyMention]) -> None:
        self._page = page
        inside = Stretches((body.start, body.end) for body in bodies)
        found = [Subject(body.body, body.start, body.end, body.basis) for body in bodies]
        found += [Subject(m.place, m.start, m.end, Basis.STATED) for m in places if not inside.hold(m.start) and not m.place.candidates]
        self._found = sorted(found, key=lambda subject: subject.start)
        self._starts = [subject.start for subject in self._found]
        self._doers: dict[int, _Doer] = {}

    def doers(self, position: int) -> list[Subject]:
        """Those named before ``position`` in its sentence who do what it says: the last one that is not done to, with its list.

        A、B联合开展 gives both; 在A、B开展 gives neither.
        """
        sentence = self._page.sentence_at(position)
        return self.joined(self.doing(max(sentence.start, position - FAR), position)) if sentence else []

    def topic(self, position: int) -> list[Subject]:
        """Who the paragraph is about at ``position``: the last one that begins a sentence before it."""
        return self.topics(position)[-1:]

    def topics(self, position: int) -> list[Subject]:
        """Those that begin a sentence or a clause of the paragraph before the sentence at ``position``, in order."""
        sentence = self._page.sentence_at(position)
        if sentence is None:
            return []
        paragraph = self._page.segments.paragraphs[sentence.paragraph]
        end = sentence.start
        if _ITEM.match(self._page.text, sentence.start):  # who did what the item before tells did that alone
            first = self._page.text.rfind(_FIRST_ITEM, max(paragraph.start, sentence.start - _ITEMS), sentence.start)
            end = first if first >= 0 else end
        doing = self.doing(max(paragraph.start, end - FAR), end)
        return [s for s in self._heading(doing) if not (isinstance(s.ref, BodyRef) and s.ref.kind in _SERVED)]

    def _heading(self, doing: list[Subject]) -> list[Subject]:
        """Those of ``doing`` that begin a sentence or a clause, places above them right before them or not: 湖南省|平江县."""
        heading: list[Subject] = []
        begin = end = -1
        above: PlaceRef | None = None
        for subject in doing:
            inside = above is not None and subject.start == end and above in _chain(subject)
            begin, end = begin if inside else subject.start, subject.end
            above = subject.ref if isinstance(subject.ref, PlaceRef) and subject.start != subject.end else None
            if not self._heads_a_sentence(begin):
                continue
            if inside:
                heading.pop()
            heading.append(subject)
        return heading

    def _heads_a_sentence(self, start: int) -> bool:
        before = self._page.text[max(0, start - 2) : start]
        return before[-1:] in _HEADS or (before[-1:] == "”" and before[:1] in _ENDS)

    def heads(self, low: int, high: int) -> list[PlaceRef]:
        """The places that begin the sentences of ``text[low:high]``, in order."""
        doing = self.doing(low, high)
        return [s.ref for s in doing if isinstance(s.ref, PlaceRef) and s.start != s.end and self._heads_a_sentence(s.start)]

    def bodies_ahead(self, low: int, high: int) -> list[BodyRef]:
        """The bodies that begin sentences or clauses of ``text[low:high]``, in order, as often as they do."""
        return [s.ref for s in self.doing(low, high) if isinstance(s.ref, BodyRef) and self._heads_a_sentence(s.start)]

    def times(self, place: PlaceRef, low: int, high: int) -> int:
        """How often ``text[low:high]`` names ``place`` by itself."""
        return sum(subject.ref == place for subject in self.between(low, high))

    def leads(self, low: int, high: int) -> Subject | None:
        """The body that acts at the head of ``text[low:high]``, if one does."""
        return next((s for s in self.doing(low, high) if isinstance(s.ref, BodyRef) and s.ref.kind != "medium"), None)

    def doing(self, low: int, high: int) -> list[Subject]:
        """Those named in ``text[low:high]`` that are not objects, nor listed with one that is; a body in a title stands for its place."""
        text, found = self._page.text, self._found
        doing: list[Subject] = []
        row: list[Subject] = []
        out = False
        previous = -1
        for number in range(bisect_left(self._starts, low), bisect_left(self._starts, high)):
            if found[number].end > high:
                continue
            doer = self._doers.get(number) or self._read(number)
            if previous < 0 or text[previous : found[number].start] not in ("", *_AND):
                doing += [] if out else row
                row, out = [], doer.done_to
            out = out or doer.of
            row.append(doer.subject)
            previous = found[number].end
        return doing + ([] if out else row)

    def _read(self, number: int) -> _Doer:
        """What the text says of a subject; it is asked for again and again, and read once."""
        text, subject = self._page.text, self._found[number]
        done_to = (
            _DONE_TO.search(text, max(0, subject.start - 4), subject.start) is not None
            or _GONE_TO.search(text, max(0, subject.start - 16), subject.start) is not None
        )
        of = _OF.match(text, subject.end) is not None or (
            isinstance(subject.ref, BodyRef) and subject.ref.kind == "medium" and _SIGNED.match(text, subject.end) is not None
        )
        done_to = done_to or self._in_title(subject) or (isinstance(subject.ref, PlaceRef) and self._is_aside(subject))
        acting = self._of_title(subject)
        if acting is not subject and text.startswith(_STATIONED, subject.start):  # 驻上海办事处主任甲: Shanghai does nothing
            done_to = True
        if acting is not subject and _BEFORE_POST.search(text, max(0, subject.start - 6), subject.start):
            done_to = False
        doer = self._doers[number] = _Doer(acting, done_to, of)
        return doer

    def _in_title(self, subject: Subject) -> bool:
        """Whether it is named in the title of a document, 《…》, where it does nothing."""
        opened = self._page.text.rfind("《", max(0, subject.start - _TITLE_LENGTH), subject.start)
        return opened >= 0 and self._page.text.find("》", opened, subject.start) < 0

    def _is_aside(self, place: Subject) -> bool:
        """Whether a place is named inside a name in quotation marks, or right behind a dash inside a sentence."""
        text, low = self._page.text, max(0, place.start - _NAME_LENGTH)
        if (
            text.startswith(_APART, place.start - len(_APART))
            and text[place.start - len(_APART) - 1 : place.start - len(_APART)] not in _HEADS
        ):
            return True
        opened = text.rfind("“", low, place.start)
        if opened < 0 or text.find("”", opened, place.start) >= 0:
            return False
        closed = text.find("”", place.end, place.end + _NAME_LENGTH)
        return closed >= 0 and not any(mark in text[opened:closed] for mark in "。！？；")

    def _of_title(self, subject: Subject) -> Subject:
        """市委组织部 in 市委组织部部长X说 is not who does it: its place is."""
        ref = subject.ref
        if not isinstance(ref, BodyRef) or ref.jurisdiction is None or not _TITLE.match(self._page.text, subject.end):
            return subject
        return subject._replace(ref=ref.jurisdiction, basis=Basis.CONTEXT)

    def joined(self, doing: list[Subject]) -> list[Subject]:
        """The last of ``doing`` with those that are listed before it; two bodies may stand side by side: 市纪委|监察局."""
        joined = doing[-1:]
        for subject in reversed(doing[:-1]):
            gap = self._page.text[subject.end : joined[0].start]
            beside = not gap and isinstance(subject.ref, BodyRef) and subject.start < joined[0].start
            if (gap not in _AND and not beside) or type(subject.ref) is not type(joined[0].ref):
                break
            joined.insert(0, subject)
        return joined

    def told_again(self, low: int, high: int) -> Subject | None:
        """The one that 该县, 该局 or 该公司 at the head of a clause of ``text[low:high]`` stands for: the last one of that kind before it."""
        again = deque(_AGAIN.finditer(self._page.text, low, high), maxlen=1)
        return self._told_before(again[0]) if again else None

    def _told_before(self, again: re.Match[str]) -> Subject | None:
        if not self._heads_a_sentence(again.start()):
            return None
        for subject in reversed(self.between(max(0, again.start() - _BACK), again.start())):
            place = subject.ref.jurisdiction if isinstance(subject.ref, BodyRef) else subject.ref
            for ref in (subject.ref, place):
                if ref is not None and ref.name.endswith(_ENDINGS.get(again[1], (again[1],))):
                    return subject._replace(ref=ref, start=again.start(), end=again.end(), basis=Basis.CONTEXT)
        return None

    def named_last(self, low: int, high: int) -> Subject | None:
        """The last one named in ``text[low:high]``, whatever it does there: only the context says that the words are about it."""
        named = last_within(self._found, low, high)
        return named._replace(basis=Basis.CONTEXT) if named is not None else None

    def row_before(self, position: int) -> list[Subject]:
        """The last one named before ``position`` with those that it is listed with (A、B), whatever they do there."""
        return self.joined(list(self.between(max(0, position - FAR), position)))

    def between(self, start: int, end: int) -> list[Subject]:
        """Those named inside ``text[start:end]``."""
        return [subject for subject in within(self._found, start, end) if subject.end <= end]


def _chain(subject: Subject) -> tuple[PlaceRef, ...]:
    """The place that ``subject`` is or is of, with those that it lies in."""
    place = subject.ref.jurisdiction if isinstance(subject.ref, BodyRef) else subject.ref
    return place.chain() if place is not None else ()
