"""Lists of members: 组长：X  县委副书记 / Y  副县长 / 成员：Z …, of the group that the lines above name."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.posts.mentions import LABEL_RULE, Title
from kg.extract.posts.register import Register
from kg.extract.posts.titles import SEPARATOR
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.lexicon.words import OFFICES
from kg.model import Basis

_LABEL: Final = re.compile(
    r"\s*((?:常务)?(?:第一)?副?\s*组\s*长|成\s*员|副?\s*主\s*任|秘\s*书\s*长|召集人|(?:常务)?副?总\s*指\s*挥|(?:常务)?副?指挥长|政\s*委|顾\s*问|副?主席|副?会长|副?理事长)\s*[：:]\s*"
)
_MEMBER_LINE: Final = re.compile(r"\s*[\u4e00-\u9fff·]{2,12}(?:\s{1,8}|（)[\u4e00-\u9fff]{2,}")
_BLANK: Final = re.compile(r"[ （(，]{1,6}")


def put_members(register: Register) -> None:
    """Add the people of every labelled list of members, with the posts that the label and the words behind a name give."""
    text, label, group = register.text, "", None
    for paragraph in register.around.page.segments.paragraphs:
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match:
            group = group if label else register.around.group_above(paragraph.start)
            label = re.sub(r"\s", "", match[1])
            _put_line(register, label, group, match.end(), paragraph.end)
        elif label and _MEMBER_LINE.match(text, paragraph.start, paragraph.end):
            _put_line(register, label, group, paragraph.start, paragraph.end)
        else:
            label = ""


def _put_line(register: Register, label: str, group: BodyRef | None, at: int, end: int) -> None:
    """The names of one line of a list of members, each with the posts that stand behind it."""
    people = register.names_from(at, "behind a label", 0.95)
    for number, found in enumerate(people):
        person = register.add(found)
        if group is not None and label in OFFICES:
            seat = Title(person.start, person.end, label, group, person.start, Basis.CONTEXT, LABEL_RULE, 0.85)
            register.hold(person, [seat])
        limit = people[number + 1].start if number + 1 < len(people) else end
        register.hold(person, _chain_from(register, person.end, limit))


def _chain_from(register: Register, start: int, end: int) -> list[Title]:
    """The titles of the chain that begins right behind a name and blanks, but for those that someone holds already."""
    own = [title for title in within(register.titles, start, end) if start <= title.body_start and title.end <= end]
    blank = _BLANK.match(register.text, start)
    if not own or blank is None or own[0].body_start > blank.end():
        return []
    chain = [own[0]]
    for title in own[1:]:
        if not SEPARATOR.match(register.text[chain[-1].end : title.body_start]):
            break
        chain.append(title)
    return [title for title in chain if title.start not in register.held]
