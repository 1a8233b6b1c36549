"""Names as the gold and a build may spell them: brought to one form, and how alike two of them are.

Gold fields hold one right answer, or a list of them with the preferred one first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

Norm = Callable[[str], str]
"""Brings a name to the form in which it is compared."""

_DROPPED: Final = re.compile(r"[\s\"'“”‘’「」『』《》〈〉()（）·•・.,，。、:：;；\-—_/]+")
_HEADS: Final = ("主题实践活动", "主题活动", "教育实践活动", "活动", "工程", "行动", "计划", "项目", "机制", "制度", "模式")
"""Head nouns of programs, longer ones first: a program is the same with and without its own."""

_PARTY: Final = re.compile(r"^(中国共产党|中共)")
_COMMITTEE: Final = re.compile(r"(省|市|县|区|旗|州|盟|镇|乡|街道|集团)委员会")


def plain(text: str) -> str:
    """``text`` in NFKC without blanks, quotation marks, brackets and points."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def body(text: str) -> str:
    """A body's name in its shortest official form (中共南丰县委员会: 南丰县委)."""
    name = _COMMITTEE.sub(r"\1委", _PARTY.sub("", plain(text)))
    return name.replace("人民政府", "政府").replace("纪律检查委员会", "纪委")


def program(text: str) -> str:
    """A program's name without its head noun."""
    name = plain(text)
    for head in _HEADS:
        if name.endswith(head) and len(name) > len(head) + 1:
            return name[: -len(head)]
    return name


def dice(one: str, other: str) -> float:
    """How many pairs of neighbouring characters two names share: 0 to 1."""
    left, right = _pairs(one), _pairs(other)
    return 2 * len(left & right) / (len(left) + len(right))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def forms(value: object) -> list[str]:
    """The right answers that a gold field holds; for none the empty name."""
    answers = value if isinstance(value, list) else [value]
    return ["" if one is None else str(one) for one in answers]


def equal(gold: Iterable[str], found: str, norm: Norm) -> bool:
    """Whether ``found`` is one of the ``gold`` answers."""
    wanted = norm(found)
    return any(norm(form) == wanted for form in gold)


def near(gold: Iterable[str], found: str, norm: Norm, least: float) -> bool:
    """Whether ``found`` is one of the ``gold`` answers or shares at least ``least`` of the pairs of one (:func:`dice`)."""
    wanted = norm(found)
    return any(norm(form) == wanted or dice(norm(form), wanted) >= least for form in gold)
