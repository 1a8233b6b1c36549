"""Documents that the text cites: what stands in 《》, and notices and rules that are named in full without it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.documents import bracketed, unbracketed
from kg.extract.documents.mention import DocumentMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.extract.subjects import Subject, Subjects

__all__ = ["DocumentMention", "find"]

_FAR: Final = 60
"""How far before a document the date of its issue is looked for."""
_LONGEST: Final = 30
"""Characters of a body's name before a title."""
_SHORT_TITLE: Final = 6
_EDITION: Final = re.compile(r"[（(][^（）()]{1,16}[）)]$")
"""（试行）, （2010—2020年） behind a title."""
_OPENING: Final = re.compile(r"《?(?:(?:19|20)\d\d年度?)?")
"""Before the body at the head of a title: 《2019年…."""
_JOINT: Final = ("", "、", " ", "和", "\u3000")
"""Between bodies that issue something together."""
_ITS_OWN: Final = re.compile(
    r"[ \u3000]?(?:等(?:\d{1,2}|[一二三四五六七八九十]{1,2})?个?(?:部门|单位))?(?:关于|印发)|(?:(?:19|20)\d\d年度?)?(?:政府)?工作(?:报告|要点|计划|总结)|(?:公告|通告|通报)$"
)
"""Behind it: the title is that of its notice or report."""
_GOING_BY: Final = ("根据", "按照", "依照", "依据", "遵照", "对照", "贯彻", "落实", "执行", "学习")
"""Before whose document it is, where somebody goes by it."""
_HEREBY_ISSUED: Final = re.compile(r"[^。\n]{0,30}(?:印发|转发)给你们[^。\n]{0,30}。?\s*(?=\n)")
_NOTHING: Final = re.compile(r"(?:中共)?[ \u3000、]*(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?[ \u3000]*")
"""What may stand on a line besides the names of bodies that have signed."""
_LONGEST_LINE: Final = 60
_ISSUED_BY_THEM: Final = re.compile("(?:联合)?(?:印发|下发|制发|转发|发布|颁布|出台|制定|制订|公布)(?:实施)?的")
_SENT_TO: Final = ("报送", "呈报", "上报", "提交", "递交", "送交", "向", "致")
"""Before who is sent a document, and has not issued it: 报送|县政府|《关于…的报告》."""
_YEAR: Final = re.compile(r"[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]")
_ISSUING: Final = re.compile(
    r"(?:联合)?(?:印发|下发|制发|转发|发布|颁布|出台|制定|制订|签发|发出|公布|拟定|起草|审议通过|通过|制定下发|制定出台|研究制定|修订|编印|编发|编写|编制|编纂|作出|推出|签署|签订)(?:实施)?(?:了|过|的)?$"
)


_AND_OTHERS: Final = re.compile(r"等(?:\d{1,2}|[一二三四五六七八九十]{1,2})?个?(?:部门|单位)(?:近日|日前)?$")
"""国家发展改革委、教育部|等七部门|联合印发."""
_BY: Final = "由"
_ISSUED_BEHIND: Final = re.compile("(?:联合|共同)?(?:印发|下发|制发|发布|颁布|出台|制定|制订|编印|编写|编制|起草)")
"""《…》由某局|印发."""


def find(page: Page, subjects: Subjects, dates: list[Date]) -> list[DocumentMention]:
    """The documents that the mined zones of ``page`` cite, in order."""
    brackets = list(bracketed.BRACKETED.finditer(page.text))
    found = [*bracketed.find(page, brackets), *unbracketed.find(page, [match.span() for match in brackets])]
    issued = [_with_issuer(page, mention, subjects, dates) for mention in found]
    return _in_full(page, sorted(issued, key=lambda mention: mention.start))


def _in_full(page: Page, found: list[DocumentMention]) -> list[DocumentMention]:
    """《规划纲要》 is the document in whose title these words stand last, if it was named before in its article."""
    full: dict[tuple[int, str], str] = {}
    out = []
    for mention in found:
        article = page.article_at(mention.start)
        title = full.get((article, mention.title), mention.title) if len(mention.title) <= _SHORT_TITLE else mention.title
        out.append(mention._replace(title=title))
        bare = _EDITION.sub("", mention.title)
        full.update({(article, bare[-length:]): mention.title for length in range(2, min(len(bare), _SHORT_TITLE + 1))})
    return out


def _with_issuer(page: Page, mention: DocumentMention, subjects: Subjects, dates: list[Date]) -> DocumentMention:
    """``mention`` with the bodies before 印发, 出台 … in its sentence, and the day or month before them; or the body right before its title."""
    if mention.number and (year := _YEAR.search(mention.number)):  # a number holds the year of issue
        mention = mention._replace(date=year[1])
    sentence = page.sentence_at(mention.start)
    if sentence is None:
        return mention
    named = _named_in_title(page, mention, subjects)
    if named:
        return mention._replace(issuers=named)
    if signed := _signed(page, mention, subjects) or _issued_by(page, mention, subjects):
        return mention._replace(issuers=signed)
    issuing = _ISSUING.search(page.text, max(0, mention.start - 10), mention.start) is not None
    if not issuing and not any(one.end == mention.start for one in subjects.between(mention.start - _LONGEST, mention.start)):
        return mention
    doing = (_with_others(page, mention, subjects) if issuing else []) or subjects.doers(mention.start)
    doing = doing or (_by_whom(page, mention, subjects) if issuing else [])
    if not issuing and not (doing and doing[-1].end == mention.start):  # 县双联办《关于…的安排意见》
        return mention._replace(issuers=_followed(page, mention, subjects))
    if not issuing and page.text.endswith(_SENT_TO, 0, doing[-1].start):
        return mention
    issuers = tuple(subject for subject in doing if isinstance(subject.ref, BodyRef))
    if not issuing:
        return mention._replace(issuers=issuers)
    before = [d for d in within(dates, max(sentence.start, mention.start - _FAR), mention.start) if len(d.value) >= len("YYYY-MM")]
    date = before[-1].value if before and before[-1].value[0] != "-" and not page.text.startswith("以来", before[-1].end) else ""
    return mention._replace(issuers=issuers, date=date or mention.date)


def _signed(page: Page, mention: DocumentMention, subjects: Subjects) -> tuple[Subject, ...]:
    """Who stands on the line above a title, or has signed below what is hereby issued: 现将《…》印发给你们，请执行。|平江县人民政府."""
    text = page.text
    if text[mention.start - 1 : mention.start] == "\n":
        return _on_line(page, text.rfind("\n", 0, mention.start - 1) + 1, mention.start - 1, subjects)
    hereby = _HEREBY_ISSUED.match(text, mention.end)
    line = hereby.end() + 1 if hereby is not None else 0
    return _on_line(page, line, end if (end := text.find("\n", line)) >= 0 else len(text), subjects) if line else ()


def _issued_by(page: Page, mention: DocumentMention, subjects: Subjects) -> tuple[Subject, ...]:
    """The bodies behind a title that issued it: 《…》由|某局、某局|联合印发."""
    if not page.text.startswith(_BY, mention.end):
        return ()
    named: list[Subject] = []
    for subject in subjects.between(mention.end, mention.end + _FAR):
        gap = page.text[named[-1].end if named else mention.end : subject.start]
        if not isinstance(subject.ref, BodyRef) or gap not in (_JOINT if named else (_BY,)):
            break
        named.append(subject)
    return tuple(named) if named and _ISSUED_BEHIND.match(page.text, named[-1].end) else ()


def _with_others(page: Page, mention: DocumentMention, subjects: Subjects) -> list[Subject]:
    """The first of several who issued a document together, of whom the text names no more: 甲委、乙局|等七部门联合印发."""
    verb = _ISSUING.search(page.text, max(0, mention.start - 10), mention.start)
    others = _AND_OTHERS.search(page.text, max(0, verb.start() - 10), verb.start()) if verb is not None else None
    row = subjects.row_before(others.start()) if others is not None else []
    return row if others is not None and row and row[-1].end == others.start() else []


def _on_line(page: Page, start: int, end: int, subjects: Subjects) -> tuple[Subject, ...]:
    """The bodies of which a line consists, with a date behind them or not; none if something else stands there."""
    if end - start > _LONGEST_LINE:
        return ()
    named = [one for one in subjects.between(start, end) if isinstance(one.ref, BodyRef)]
    rest = page.text[start:end]
    for one in named:
        rest = rest.replace(page.text[one.start : one.end], "", 1)
    return tuple(named) if named and _NOTHING.fullmatch(rest) else ()


def _by_whom(page: Page, mention: DocumentMention, subjects: Subjects) -> list[Subject]:
    """The bodies that others go by what they have issued: 根据|县委办公室、县政府办公室|联合印发的《…》."""
    row = subjects.row_before(mention.start)
    issued = _ISSUED_BY_THEM.fullmatch(page.text, row[-1].end, mention.start) is not None if row else False
    return row if issued and page.text.endswith(_GOING_BY, 0, row[0].start) else []


def _followed(page: Page, mention: DocumentMention, subjects: Subjects) -> tuple[Subject, ...]:
    """The bodies right before a title that others go by: 根据|县委办公室|《关于…的意见》."""
    row = subjects.row_before(mention.start)
    goes_by = bool(row) and row[-1].end == mention.start and page.text.endswith(_GOING_BY, 0, row[0].start)
    return tuple(one for one in row if isinstance(one.ref, BodyRef)) if goes_by else ()


def _named_in_title(page: Page, mention: DocumentMention, subjects: Subjects) -> tuple[Subject, ...]:
    """The bodies with whose names a title begins, where what follows makes them those who speak: 《平江县人民政府关于…的通知》."""
    opening = _OPENING.match(page.text, mention.start)
    start = opening.end() if opening is not None else mention.start
    named: list[Subject] = []
    for subject in subjects.between(start, mention.end):
        joined = named and page.text[named[-1].end : subject.start] in _JOINT
        if not isinstance(subject.ref, BodyRef) or not (joined or subject.start == start):
            break
        named.append(subject)
    return tuple(named) if named and _ITS_OWN.match(page.text, named[-1].end, mention.end) else ()
