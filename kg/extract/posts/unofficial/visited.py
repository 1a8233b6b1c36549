"""People who are visited at home, behind their village or place of work."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon.people import COMMON_SURNAMES

_VISITING: Final = re.compile("看望慰问|走访慰问|看望|慰问|走访|探望")
_VISITED: Final = re.compile(
    "(?:村|社区|组|屯|嘎查|场|厂|矿|公司|小区)([\u4e00-\u9fff]{2,3}?)(?=[、，]|[和及与](?=[\u4e00-\u9fff]{2,20}(?:村|社区|组|屯|嘎查|场|厂|矿|公司|小区))|等(?![级])|家(?:[庭中里，。、]|$))"
)
_IN_NEED: Final = re.compile("困难|贫困|低保|特困|家庭|群众|党员|老人|孤儿|遗属|家属|职工|[户家](?=[，。])")
"""Who is visited at home, where those are named whom the text names so."""
_VISITED_REACH: Final = 120
"""Characters behind the verb in which those are named who are visited."""

_AT_HOME: Final = re.compile("家(?:门口|中|里|院|门前|附近)(?!庭|学|户)")
"""Whose home something is at, behind the village."""


def put_at_home(register: Register) -> None:
    """大坳村芮月华家门口: whose home it is, right behind the village."""
    around, text = register.around, register.text
    for match in _AT_HOME.finditer(text):
        end = match.start() - (text[match.start() - 1] == "的")
        start = next((at for at in (end - 3, end - 2) if at >= 0 and text[at] in COMMON_SURNAMES and around.places.ending(at)), None)
        place = around.places.ending(start) if start is not None else None
        if start is None or place is None or place.place.level != "village" or start in register.people:
            continue
        if names.is_whole(text[start:end]) and not around.in_body(start, end):
            register.add_name(start, end, "visited", 0.85)


def put_visited(register: Register) -> None:
    """看望了甲村王海、乙厂李江等困难家庭: who is visited, behind the village or place of work."""
    page, text = register.around.page, register.text
    for verb in _VISITING.finditer(text):
        sentence = page.sentence_at(verb.start())
        high = min(sentence.end, verb.end() + _VISITED_REACH) if sentence is not None else verb.end()
        if _IN_NEED.search(text, verb.end(), high) is None:
            continue
        for match in _VISITED.finditer(text, verb.end(), high):
            start, name = match.start(1), match[1]
            at_home = names.is_whole(name) and name[0] in COMMON_SURNAMES and start not in register.people and page.mined(start)
            if at_home and not register.around.in_body(start, match.end(1)):
                register.add_name(start, match.end(1), "visited", 0.85)
