"""Lists of members: 组长：X  县委副书记 / Y  副县长 / 成员：Z …, of the group that the lines above name."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import LABEL_RULE, PersonMention, Title
from kg.extract.posts.register import Register
from kg.extract.posts.titles import SEPARATOR
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.lexicon.words import OFFICES
from kg.model import Basis

_LABEL: Final = re.compile(
    r"\s*((?:常务)?(?:第一)?副?\s*组\s*长|成\s*员"  # of a group: 第一副组长, 成 员
    r"|副?\s*主\s*任(?:委员)?|委\s*员|秘\s*书\s*长|[总副]?\s*召集人"  # of a committee or a joint conference: 副主任委员, 总召集人
    r"|(?:常务)?副?总\s*指\s*挥|(?:常务)?副?\s*指\s*挥\s*长|政\s*委"  # of headquarters: 常务副总指挥
    r"|顾\s*问|副?主席|副?会长|副?理事长)"  # of an association
    r"\s*[：:]\s*(?:（按[^）\n]{2,12}）)?\s*"  # ：（按姓氏笔画排序）
)
"""A post of a group, perhaps with blanks, before those who hold it: 副 组 长：."""
_MEMBER_LINE: Final = re.compile(r"\s*[\u4e00-\u9fff·]{2,12}(?:\s{1,8}|（)[\u4e00-\u9fff]{2,}")
_RULE: Final = "behind a label"
_DUTIES: Final = re.compile(r"[：:，,]?\s?(?:负责|主持|分管|协助|联系|协管|领导)")
_LONGEST_HEAD: Final = 60
"""Characters of a line in which the posts of who is named at its beginning stand, before the duties."""
_OF_COUNCILS: Final = ("主任", "副主任", "委员")
"""Who sits on the committee of a village."""
_LONGEST, _LONGEST_SPACED = 4, 8
"""Characters of a name in a list of members, without blanks and with them."""
_BLANKS: Final = re.compile(r"\s")
_BLANK: Final = re.compile(r"[ （(，]{1,6}")


def put_members(register: Register) -> None:
    """Add the people of every labelled list of members, with the posts that the label and the words behind a name give."""
    text, label, group = register.text, "", None
    for paragraph in register.around.page.segments.paragraphs:
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match:
            group = group if label else register.around.group_above(paragraph.start)
            label = re.sub(r"\s", "", match[1])
            group = _council_above(register, paragraph.start, label) or group
            _put_line(register, label, group, match.end(), paragraph.end)
            continue
        first = _up_to_title(register, paragraph.start, paragraph.end)
        if first is not None and not text[first.end].isspace() and names.is_word(first.name):  # 单位|负责人
            first = None
        if label and (first is not None or _MEMBER_LINE.match(text, paragraph.start, paragraph.end)):
            _put_line(register, label, group, paragraph.start, paragraph.end)
        else:
            label = ""
            _put_duties(register, first, paragraph.start, paragraph.end)


def _council_above(register: Register, at: int, label: str) -> BodyRef | None:
    """The committee of a village in the lines right above, whose members are listed: 三联村村委会主任：甲 / |委员：乙、丙."""
    above = register.around.body_before(at) if label in _OF_COUNCILS else None
    near = above is not None and above.body.kind == "village" and at - above.end <= _LONGEST_HEAD
    return above.body if above is not None and near and "。" not in register.text[above.end : at] else None


def _put_line(register: Register, label: str, group: BodyRef | None, at: int, end: int) -> None:
    """The names of one line of a list of members, each with the posts that stand behind it."""
    first = _up_to_title(register, at, end)
    people = [first] if first is not None else register.names_from(at, _RULE, 0.95)
    for number, found in enumerate(people):
        person = register.add(found)
        if group is not None and label in OFFICES:
            seat = Title(person.start, person.end, label, group, person.start, Basis.CONTEXT, LABEL_RULE, 0.85)
            register.hold(person, [seat])
        limit = people[number + 1].start if number + 1 < len(people) else end
        register.hold(person, _chain_from(register, person.end, limit))


def _put_duties(register: Register, person: PersonMention | None, start: int, end: int) -> None:
    """甲 县委常委、副县长：负责…: who is named at the beginning of the line, with the posts before the duties; not 项目|负责人负责安全."""
    if person is None or not (register.text[person.end].isspace() or names.is_whole(person.name)):
        return
    chain = _chain_from(register, person.end, min(end, start + _LONGEST_HEAD))
    if chain and _DUTIES.match(register.text, chain[-1].end, end):
        register.hold(register.add(person._replace(rule="before duties")), chain)


def _up_to_title(register: Register, start: int, end: int) -> PersonMention | None:
    """The name from ``start`` to the first title of the line, blanks or not: 蔡元庭|省残联理事长, 姜 波 |市政府副秘书长."""
    title = next((title for title in within(register.titles, start, end) if title.body_start > start), None)
    if title is None or title.body_start - start > _LONGEST_SPACED:
        return None
    written = register.text[start : title.body_start]
    name = _BLANKS.sub("", written)
    if not 1 < len(name) <= _LONGEST or not names.is_whole(name, listed=True):
        return None
    begins = start + len(written) - len(written.lstrip())
    return PersonMention(begins, start + len(written.rstrip()), name, _RULE, 0.9)


def _chain_from(register: Register, start: int, end: int) -> list[Title]:
    """The titles of the chain that begins right behind a name and blanks, but for those that someone holds already."""
    own = [title for title in within(register.titles, start, end) if start <= title.body_start and title.end <= end]
    blank = _BLANK.match(register.text, start)
    if not own or own[0].body_start > (blank.end() if blank is not None else start):
        return []
    chain = [own[0]]
    for title in own[1:]:
        if not SEPARATOR.match(register.text[chain[-1].end : title.body_start]):
            break
        chain.append(title)
    return [title for title in chain if title.start not in register.held]
