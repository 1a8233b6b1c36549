"""Titles: where they stand, of which body each is, and whether it is held, was held or is proposed."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.bodies import title_scanner
from kg.extract.posts import offices
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices import Of
from kg.extract.posts.serving import GIVING_UP
from kg.extract.posts.surroundings import Surroundings, before_session
from kg.extract.scan import Hit
from kg.lexicon.words import FUSED, OFFICES, TITLE_FOLLOWERS
from kg.model import Basis, Status

SEPARATOR: Final = re.compile(r"(?:[、，\s兼和及]{0,3}(?:兼|并兼任|兼任)?|、(?:原|时任|现任?|提名|拟任|挂职))$")
"""What may stand between two titles of one chain."""

_REMARK: Final = re.compile(
    r"（(?:[\u4e00-\u9fff]{1,4}级|兼|挂职|主持[\u4e00-\u9fff]{0,4}工作|负责[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}级，?[\u4e00-\u9fff]{2,8})）"
)
"""Behind a title, of which the chain takes no notice: 副部长（正县级）、."""

_GIVEN_UP: Final = re.compile(f"(?:{GIVING_UP}|曾任)[^，。；：]{{0,10}}$")
"""What is said of all posts behind it, however they are joined."""
_STILL: Final = re.compile("还在|仍在|仍然|连任|坚守|在任")
"""Behind 老支书 and a name: who holds the post yet."""
_SOON: Final = 24
_SERIES: Final = re.compile("(?:历任|先后任|先后担任)(?:(?!现任|现为|[^历后曾担兼]任|(?:19|20)\\d\\d年)[^。；\n])*，$")
"""历任甲乡副乡长，|乙局局长，|丙县副县长: posts one after another, until the text dates one or says what is held now."""
_LONGEST_SERIES: Final = 200
_FORMER: Final = "原任 原 前 老 曾任 曾 历任 先后任 先后担任 任过 担任过 当过 做过 此前任 此前担任 不再担任 不再兼任 不再任 辞去 卸任 原来是 原是 曾是 曾经是".split()
_PROPOSED: Final = "拟任 拟提名为 拟提名 拟推荐为 拟 提名".split()
_STATUSES: Final = {
    **dict.fromkeys(_FORMER, Status.FORMER),
    "时任": Status.THEN,
    **dict.fromkeys(_PROPOSED, Status.PROPOSED),
}
_STATUS: Final = re.compile(f"({'|'.join(_STATUSES)})(?:中共)?$")
"""Words before a title that say that it is not held now."""
_CANDIDATE: Final = re.compile("(?:候选人)?(?:提名)?人选|候选人")
_LEVELS, _OURS = "省市县区州旗镇乡", ("我", "本", "该", "全")
"""What has a head, and what before it says that it has none: 我县 begins no title."""
_OF_OFFICES: Final = ("办公室", "办公会", "办公会议", "负责制", "热线", "信箱", "接待日")
"""What is called after a head, and no name: 校长办公室, 市长热线."""
_CHAIR: Final = "主席"
_OF_SESSIONS: Final = frozenset({"主席", "执行主席", "成员"})
_SESSIONS: Final = ("主席团", "主席团常务", "主席团执行", "大会执行", "大会常务", "会议执行")
"""Before those who chair the sittings of a congress, which is no post."""
_STUDENT, _SCHOOLS = "研究生", ("党校", "大学", "学院")
_STUDIED: Final = re.compile("(?:学历|毕业|文化)?[，。；\n]")
"""Behind 研究生: what somebody learned, in a life, not who he is: 省委党校研究生，现任…."""
_IN_CHARGE: Final = frozenset({"负责人", "主要负责人", "分管负责人"})
"""Titles of those whom a list of people does not name."""
_HEADS: Final = ("长", "主任", "书记", "主席")
_ORGANS_OF_STATE: Final = frozenset(
    {"discipline", "court", "procuratorate", "government-department", "government", "congress", "cppcc", "party-department"}
)
_OF_MANY: Final = re.compile("[各诸][^，。；、]{0,10}$")
_MADE: Final = re.compile("[任为是](?:[^，。；、任为是]{1,8}(?<=[组会部]))?$")
"""What somebody is made, before a comma that begins another: 甲任|组长，县委常委乙; 甲任表彰组|组长，县委常委乙."""
_MARKS: Final = ("，", "、", "。", "；", "（", "）", "\n", " ", "")
_SECRETARY, _AUTHOR = "秘书", "作者"
_SUPERVISOR: Final = "主管"
_WITH_SUPERVISORS: Final = frozenset("部科室处组店厅")
"""Last characters of departments of firms and hospitals, behind which 主管 is a title and no verb: 公关部|主管, not 由市水利局|主管."""
_NUMBERED_ROOM: Final = re.compile("[一二三四五六][处科]")
_THEN: Final = "期间"
"""Behind a title: that somebody held it at that time."""
_MEMBERS: Final = "成员"
_LONGEST_GAP: Final = 4
"""Characters of what joins two titles."""
_FAR: Final = 12
_LONGEST_STATUS: Final = 6
_TURNS_OUT: Final = "原来是"


def read(around: Surroundings) -> list[Title]:
    """The titles in the mined zones of a page, in order, each with its body."""
    titles: list[Title] = []
    for hit in around.page.hits(title_scanner()):
        if _stands(around, hit):
            titles.append(_title(around, titles, hit))
    return titles


def _stands(around: Surroundings, hit: Hit) -> bool:
    """Whether ``hit`` is a title there: not inside of words (地|处长|江) or of a body's name, nor before what makes it another word."""
    page = around.page
    named = around.text[hit.end - 1] == "长" and not page.breaks(hit.end) and _is_named(around, hit)
    if not named and not page.breaks(hit.start) and not page.breaks(hit.end):
        return False
    if not named and any(around.places.starting(at) is not None for at in range(hit.start + 1, hit.end)):  # 友谊乡|长久村
        return False
    if hit.text[0] in _LEVELS and hit.text[1:] == "长" and around.text[hit.start - 1 : hit.start] in _OURS:  # 我县|长青乡
        return False
    if around.text.startswith(_OF_OFFICES, hit.end) and hit.text.endswith("长"):  # 校长|办公室
        return False
    if _is_other_word(around.text, hit):
        return False
    listed = around.text.startswith("是：", hit.end)  # only a title tells that rare names follow
    if hit.text in _OF_SESSIONS and not listed and around.text.endswith(_SESSIONS, 0, hit.end - len(_CHAIR)):  # 大会主席团常务|主席
        return False
    return not around.inside_body(hit) and page.mined(hit.start) and around.text[hit.end : hit.end + 1] not in _followers(hit.text)


def _followers(title: str) -> tuple[str, ...]:
    """Characters that make another word of ``title``: 正县长|级 is a rank, 党总支委员|会 a body."""
    fused = FUSED.get(title)
    return ("级", *TITLE_FOLLOWERS.get(title, ()), *(TITLE_FOLLOWERS.get(fused.title, ()) if fused is not None else ()))


def _is_other_word(text: str, hit: Hit) -> bool:
    """Whether what looks like a title is part of another word or phrase: 秘书|一处处长, 工|作者, what somebody studied at a school."""
    if hit.text == _SECRETARY:
        return _NUMBERED_ROOM.match(text, hit.end) is not None
    if hit.text == _SUPERVISOR:
        return text[hit.start - 1] not in _WITH_SUPERVISORS or text.startswith("的", hit.end)
    if hit.text == _AUTHOR:
        return text.endswith("工", 0, hit.start)
    return hit.text == _STUDENT and _STUDIED.match(text, hit.end) is not None and text.endswith(_SCHOOLS, 0, hit.start)


def _is_named(around: Surroundings, hit: Hit) -> bool:
    """Whether all from ``hit`` to the next mark is a name, whatever word its first character makes with the title: 部|长|阳旭辉，, not 地处长|江之滨，."""
    name = names.at(around.page, hit.end)
    if name is None or around.text[name.end : name.end + 1] not in _MARKS:
        return False
    before, body = around.page.word_before(hit.end - 1), around.body_before(hit.start)
    of_body = (body is not None and body.end == hit.start) or around.text[hit.start - 1] == hit.text[0]  # 组织处|处|长|孙智
    return of_body or (before is not None and before.tag[0] == "n")


def leads_to_a_name(title: str) -> bool:
    """Whether a name is expected behind ``title``: behind 局长, 名誉会长 or 记者, not behind 职工 or 公务员."""
    office = OFFICES.get(title)
    if office is None:
        return False
    return office.official or office.sphere in ("media", "academic", "military") or leads_to_a_name(office.broader)


def chains(around: Surroundings, titles: list[Title]) -> list[list[Title]]:
    """Runs of titles with nothing but their bodies and separators between them."""
    found: list[list[Title]] = []
    for title in titles:
        if found and _goes_on(around, found[-1], title):
            found[-1].append(title)
        else:
            found.append([title])
    return found


def _goes_on(around: Surroundings, chain: list[Title], title: Title) -> bool:
    """Whether ``title`` goes on ``chain``; in 任甲，乙 the comma begins another."""
    text = around.text
    end, start = _behind(text, chain[-1].end), before_session(text, title.body_start)
    start = start if start <= end + _LONGEST_GAP else around.before_places(title.body_start)  # 全国人大代表、|平江县三市镇|淡江村党支部书记
    if not end <= start <= end + _LONGEST_GAP or not _joins(text, end, start, title.end):
        return False
    if chain[-1].title in _IN_CHARGE and text[end] == "、" and _is_head_of_another(chain[-1], title):
        return False  # 市监委负责人、|市检察院检察长甲
    first = chain[0].body_start
    if text[end] in "，、" and chain[-1].body is None and _OF_MANY.search(text, max(0, chain[-1].start - _FAR), chain[-1].start):
        return False  # 各有关商会秘书长，丰顺县委书记甲; 各科室负责人、县司法局局长乙
    if chain[-1].title == _MEMBERS and ((text[end] == "，" and chain[-1].body is None) or text.endswith("等", 0, first)):
        return False  # 督查组成员，|县委副书记甲; 甲等督查组成员、|县委副书记乙
    return not (text[end] == "，" and _MADE.search(text, max(0, first - _FAR), first))


def _is_head_of_another(last: Title, title: Title) -> bool:
    """Whether ``title`` is that of the head of another organ than ``last``, which who holds it does not lead as well."""
    organs = all(body is not None and body.kind in _ORGANS_OF_STATE for body in (last.body, title.body))
    return organs and title.body_start < title.start and title.title.endswith(_HEADS)


def _title(around: Surroundings, titles: list[Title], hit: Hit) -> Title:
    """``hit`` with its body: its own, that of the chain that it goes on, or the context's."""
    last = titles[-1] if titles else None
    linked = last is not None and _is_linked(around, last.end, hit)
    of = offices.of_its_party(around, offices.before(around, hit), hit)
    if of.body is None:
        of, linked = _told_before(around, titles, hit, of, linked=linked)
    fused = FUSED.get(hit.text)
    status = _status(around.text, last if linked else None, around.before_places(of.start), hit)
    end = hit.end
    if (candidate := _CANDIDATE.match(around.text, hit.end)) is not None:  # 市长|候选人
        end, status = candidate.end(), Status.PROPOSED
    return Title(hit.start, end, fused.title if fused else hit.text, *of, status)


def _told_before(around: Surroundings, titles: list[Title], hit: Hit, of: Of, *, linked: bool) -> tuple[Of, bool]:
    """The body that the chain, the place or the article gives a title that has none of its own, and whether it goes on the chain."""
    last = titles[-1] if titles else None
    if last is not None and linked:
        of = of._replace(body=offices.from_chain(around, last, hit), basis=Basis.CONTEXT, rule="chain", confidence=0.9)
    elif last is not None and of.start == hit.start and (unknown := offices.unknown(around, last, hit)) is not None:
        return unknown, True
    if of.body is not None:
        return of, linked
    placed = (
        offices.of_own_place(around, titles, hit) or offices.of_last_holder(around, titles, hit) or offices.of_room(around, titles, hit)
    )
    if placed is not None:
        return placed, linked
    return of._replace(body=offices.from_context(around, titles, hit), basis=Basis.CONTEXT, rule="own body", confidence=0.75), linked


def _is_linked(around: Surroundings, end: int, hit: Hit) -> bool:
    """Whether the title at ``hit`` goes on the chain of the one that ends at ``end``: only its own body between them."""
    body = around.body_ending(hit)
    gap_end = around.before_places(min(hit.start, body.start) if body is not None else hit.start)
    end = _behind(around.text, end)
    return end <= gap_end <= end + _LONGEST_GAP and _joins(around.text, end, gap_end, hit.end)


def _joins(text: str, end: int, start: int, title_end: int) -> bool:
    """Whether what stands between two titles joins them: a separator, or the bracket that the second one is in (指挥长（领导小组组长）)."""
    return SEPARATOR.match(text[end:start]) is not None or (text[end:start] == "（" and text.startswith("）", title_end))


def _behind(text: str, end: int) -> int:
    """Where a title ends with the remark behind it."""
    remark = _REMARK.match(text, end)
    return remark.end() if remark is not None else end


def _status(text: str, last: Title | None, start: int, hit: Hit) -> Status:
    """By a word before the body or the title (原市委书记, 市委原书记), else that of the title that it follows at once."""
    if text.startswith("老", hit.start - 1) and _STILL.search(text, hit.end, hit.end + _SOON) is not None:
        return Status.CURRENT
    if text.startswith(_THEN, hit.end):
        return Status.THEN
    status = _status_before(text, start)
    if status is Status.CURRENT and start < hit.start:
        status = _status_before(text, hit.start)
    if status is Status.CURRENT and _SERIES.search(text, max(0, start - _LONGEST_SERIES), start) is not None:
        return Status.FORMER
    if status is Status.CURRENT and last is not None and _shares_status(text, last, start):
        return last.status
    return status


def _shares_status(text: str, last: Title, start: int) -> bool:
    """Whether what is said of ``last`` holds for the title that starts at ``start``, too: 原书记、县长, 不再担任省委常委和市委书记."""
    between = text[last.end : start].strip("、")
    if between in ("和", "及", "以及"):
        return _GIVEN_UP.search(text, max(0, last.start - _FAR), last.start) is not None
    return not between


def _status_before(text: str, at: int) -> Status:
    found = _STATUS.search(text, max(0, at - _LONGEST_STATUS), at)
    if found is not None and found[1] == _TURNS_OUT and text[found.start() - 1 : found.start()] in _MARKS:  # 有人敲门，|原来是|县长甲
        return Status.CURRENT
    return _STATUSES.get(found[1], Status.CURRENT) if found else Status.CURRENT
