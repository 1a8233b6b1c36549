"""Programs that need no verb of running before them: what the head tells (禁毒三年大行动), or what follows it (干部包村活动开展以来)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import Around, ProgramMention, canonical, named
from kg.lexicon.stops import VERBS
from kg.lexicon.words import CAMPAIGNS, PROGRAM_PLAIN, PROGRAM_RUNS, PROGRAM_STARTS

BY_HEAD: Final = "head that tells"
"""The rule of 禁毒三年大行动."""
_WAGED: Final = "(?:专项|攻坚|提升|突破|百日)行动(?:计划)?"
_GREAT: Final = "大(?:行动|讨论|练兵|比武|走访|下访|接访|会战|竞赛|宣讲)(?:活动)?"
_HEAD: Final = re.compile(f"{_WAGED}|{_GREAT}|行动计划|[一二三五十百]{{1,2}}[年日天](?:{_WAGED}|{_GREAT}|行动(?:计划)?|倍增计划)")
"""Heads that nothing but programs have."""
_BEGUN: Final = re.compile(
    "(?:活动|行动|工程|计划)(?=(?:正式|全面)?(?:开展|启动|实施)(?:以来|以后|后|过程中|期间)|启动仪式|启动大?会|动员(?:部署)?大?会|(?:工作)?推进会|总结(?:表彰)?大?会|表彰大?会)"
)
"""Heads of which what follows tells that they are of undertakings: 活动|开展以来, 活动|启动仪式."""
_CONTEST: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?|暨)((?:(?![的了暨])[\u4e00-\u9fff]){4,20}?(?:竞赛|大赛))(?=(?:暨[^，。；“”]{4,24})?(?:启动|开幕|开赛)(?:仪式|式))"
)
"""A contest by the ceremony that opens it, behind its year or another one: 2022年|某县劳动和技能竞赛|暨|某工程劳动竞赛|启动仪式."""
_OF_SESSIONS: Final = re.compile("(?:(?:举行|举办|召开|参加|出席)了?|[全我本该][省市州县区旗镇乡校院局]|[自从，。；：、\\s])$")
"""What stands before a whole name that is told by what follows."""
_ROUND: Final = re.compile("第[一二三四五六七八九十]{1,2}[轮届]$")
_REACH: Final = 16
"""Characters of a name before its head, at most."""
_LONG: Final = 4
"""Characters of a name before 活动, at least."""
_SHORT: Final = 2
_ENDS: Final = frozenset("pcdurfyeoqm")
"""First letters of the tags of words that stand in no such name."""
_RUN: Final = frozenset({*PROGRAM_RUNS, *PROGRAM_STARTS})
_ORGANISATION: Final = "组织"
"""To organise, and behind other words what is organised: 开展, 全面实施 and 组织 run something, 基层|组织 does not."""
_TAKEN_UP: Final = frozenset("掀起 制定 抓紧 加快 组织 做好 做 搞好 搞 迎接 抓好 抓实 抓 部署 是 有".split())
"""What is done with a program, besides running it."""
_EVERYBODY: Final = re.compile("[全我本各该][省市州盟县区旗镇乡村国校院厂局部系公集]")
"""全县, 我校: whose it is, no part of its name."""
_DEEDS: Final = frozenset({"慰问", "走访", "救助", "帮扶", "看望", "学习"})
"""What people do in an activity that is called after it: 走访慰问困难职工活动."""
_LEADING_ON: Final = frozenset({"推动", "促进"})
"""Verbs that stand inside names (解放思想推动高质量发展大讨论), and before them."""
_OF_PARTY: Final = "党的"
"""In a name: 党的基层组织建设三年行动."""
_STRENGTHEN: Final = "加强"
"""Before that, a part of the name."""
_PAIRED: Final = re.compile("[\u4e00-\u9fff]{4}、$")
"""Before the second half of a name: 联村联户、|为民富民行动."""
_MANY: Final = re.compile("(?<![一二两三四五六七八九十几数余多第\\d])[百千万]{1,2}[名家户村企]$")
"""So many as take part: 千名|干部大走访, not 三千名."""
_ANY: Final = re.compile("(?:每一?|[一两几]|[这那历])[次场轮]$")
"""Before what is none in particular: 每一次|思想解放大讨论."""


def find(around: Around) -> list[ProgramMention]:
    """The programs in the mined zones that their head or what follows it tells."""
    page, text = around.page, around.page.text
    found = []
    for match in _HEAD.finditer(text):
        start = _start(page, match.start()) if page.mined(match.start()) else match.start()
        if match.start() - start >= _SHORT and _may_be_named(text[start : match.start()], match[0]):
            rounds = _ROUND.search(text, max(0, start - _LONG), start)
            start = rounds.start() if rounds is not None else start
            found.append(_named(text, start, match, BY_HEAD))
    found += [
        named(*match.span(1), match[1], match[1], "undertaking that has begun", 0.65)
        for match in _CONTEST.finditer(text)
        if page.mined(match.start()) and NOT_IN_NAMES.search(match[1]) is None
    ]
    for match in _BEGUN.finditer(text):
        start = _start(page, match.start(), _DEEDS) if page.mined(match.start()) else match.start()
        whole = _OF_SESSIONS.search(text, max(0, start - _LONG), start) is not None
        if whole and match.start() - start >= _LONG and _may_be_named(text[start : match.start()], match[0]):
            found.append(_named(text, start, match, "undertaking that has begun"))
    return found


def _named(text: str, start: int, match: re.Match[str], rule: str) -> ProgramMention:
    return named(start, match.end(), text[start : match.end()], text[start : match.start()], rule, 0.65)


def _may_be_named(words: str, head: str) -> bool:
    """Whether ``words`` before ``head`` are a name of its own: no general ones, and no nation-wide campaign's."""
    return words not in PROGRAM_PLAIN and NOT_IN_NAMES.search(words) is None and canonical(words + head) not in CAMPAIGNS


def _start(page: Page, end: int, inside: frozenset[str] = frozenset()) -> int:
    """Where the words of a name begin that end at ``end``; verbs ``inside`` do not end it."""
    start = end
    for token in _backwards(page, end):
        of_party = token.text == "的" and page.text.startswith(_OF_PARTY, token.start - 1)
        if token.end > end or (token.text not in inside and not of_party and _stands_outside(token)):
            break
        start = start if token.text in _LEADING_ON else token.start
    many = _MANY.search(page.text, max(0, start - _LONG), start) if start < end else None
    start = many.start() if many is not None else start  # 千名|干部大走访
    start -= len(_STRENGTHEN) if page.text.startswith(_STRENGTHEN + _OF_PARTY, start - len(_STRENGTHEN)) else 0
    paired = _PAIRED.search(page.text, max(0, start - _LONG - 1), start) if end - start == _LONG else None
    start = paired.start() if paired is not None else start
    return end if _ANY.search(page.text, max(0, start - _LONG), start) is not None else start


def _backwards(page: Page, end: int) -> Iterator[Token]:
    """The words of the clause before ``end``, the last first, as many as a name has."""
    low = page.clause_start(end, _REACH)
    yield from reversed(page.tokens(low, end)) if low < end else ()


def _stands_outside(token: Token) -> bool:
    """Whether ``token`` is no part of a name: a verb of running, a word for all of us, a place, a conjunction."""
    if token.text in _LEADING_ON:
        return False
    runs = token.text[-2:] in _RUN and (token.text in _RUN or not token.text.endswith(_ORGANISATION))
    if runs or token.text in VERBS or token.text in _TAKEN_UP or _EVERYBODY.match(token.text):
        return True
    return token.tag[:1] in _ENDS or token.tag == "ns"
