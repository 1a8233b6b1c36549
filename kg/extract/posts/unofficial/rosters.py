"""People in rosters: lines of nothing but names, behind labels like 列席 or 一等奖, or each with what is his in brackets."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import PersonMention
from kg.extract.posts.register import Register
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, KIN

_NAME: Final = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
_REMARK: Final = r"(?:（[^（）\n]{1,24}）|《[^《》\n]{1,40}》){0,2}"
_MEMBER: Final = re.compile(f"({_NAME})({_REMARK})")
_MEMBERS: Final = rf"{_NAME}{_REMARK}(?:(?:[、，；][ \u3000]?|[ \u3000]{{1,8}}|(?<=[）》])){_NAME}{_REMARK}){{0,40}}"
_LINE: Final = re.compile(
    r"^[ \u3000]*(?:\d{1,2}[.．、])?"  # 1.
    r"(?:([\u4e00-\u9fff \u3000]{2,16})(?:（[^（）\n]{1,16}）)?[：:][ \u3000]*"  # 一等奖（3名）：
    r"(?:（按[^（）\n]{2,12}）)?)?"  # （按姓氏笔画排序）
    rf"({_MEMBERS})[。；]?[ \u3000]*$",
    re.MULTILINE,
)
"""A line of a roster: perhaps a label, then names."""
_LABELS: Final = re.compile(
    "(?:出席|列席|缺席|请假|主持|记录|参加|到会|陪同|带队|领队|名单|人员|领导|选手|委员|队员|学生|教师|教练|等奖|[金银铜]奖|优秀奖|奖|冠军|亚军|季军|个人|党员|干部|工作者|能手|标兵|模范|家庭|代表|成员)$"
)
"""Last words of labels behind which people are named."""
_FEWEST: Final = 3
_MANY: Final = 4
_CHINESE: Final = 3
_RULE: Final = "in a roster"


def put_in_rosters(register: Register) -> None:
    """列席：甲 乙; 甲（岳阳市第一中学） 乙（平江县第一中学）…; 甲 乙 丙: the names of lines that hold nothing else."""
    goes_on = -1
    for line in _LINE.finditer(register.text):
        label = re.sub("[ \u3000]", "", line[1] or "")
        members = [match for match in _MEMBER.finditer(register.text, *line.span(2)) if match[1]]
        called = [re.sub("[ \u3000]", "", member[1]) for member in members]
        labelled = (bool(label) and _LABELS.search(label) is not None) or (not label and line.start() == goes_on)
        if (label and not labelled) or not _are_people(called, labelled=labelled):
            continue
        goes_on = line.end() + 1
        for member, name in zip(members, called, strict=True):
            if register.around.page.mined(member.start()):
                register.add(PersonMention(member.start(1), member.end(1), name, _RULE, 0.86))


def _are_people(called: list[str], *, labelled: bool) -> bool:
    """Whether all of a line are names; ``labelled``: something says that people follow, so that few will do."""
    if any(not names.is_whole(name, listed=True) or names.is_word(name) or name in divisions.load().by_short for name in called):
        return False
    if any(name[1:] in KIN for name in called):
        return False
    common = sum(name[0] in COMMON_SURNAMES for name in called)
    if labelled:
        return 2 * common >= len(called)
    long = sum(len(name) == _CHINESE for name in called)
    return len(called) >= _FEWEST and _MANY * common >= _FEWEST * len(called) and 2 * long >= len(called)
