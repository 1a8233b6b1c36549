"""Whether a found row is a gold fact. Strictly: the fact as it should stand; leniently: its core.

===================== ============================================= =====================================
kind                  strict                                        lenient
===================== ============================================= =====================================
persons               name or other spelling                        the same
holdings              person, title, body (any where gold has none) person and title
places                full official name                            or another name that the gold lists
orgs                  canonical name                                or another name, or one near it (0.8)
programs              name without its head noun                    or another name, or one near it (0.7)
observations          value, unit, what is counted nearly (0.4)     value
events                date where there is one, name nearly (0.5)    the same with 0.3
documents             title nearly (0.9)                            title nearly (0.6)
===================== ============================================= =====================================
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal

from kg.score.found import Row
from kg.score.names import body, equal, forms, near, plain, program

GoldFact = dict[str, Any]
"""One entry of a list of a gold file."""

Mode = Literal["strict", "lenient"]
STRICT: Final = "strict"
LENIENT: Final = "lenient"

_SAME_VALUE: Final = 1e-6


def matches(kind: str, gold: GoldFact, row: Row, mode: Mode) -> bool:
    """Whether ``row`` is the fact ``gold``, both of ``kind``."""
    return _MATCHERS[kind](gold, row.fields, mode)


def all_names(gold: GoldFact) -> list[str]:
    """The names of a gold fact with its other spellings."""
    return forms(gold["name"]) + [form for alias in gold.get("aliases", []) for form in forms(alias)]


def _person(gold: GoldFact, found: dict[str, str], _mode: Mode) -> bool:
    return equal(all_names(gold), found["name"], plain)


def _holding(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    if not (equal(forms(gold["person"]), found["person"], plain) and equal(forms(gold["title"]), found["title"], plain)):
        return False
    return mode == LENIENT or gold.get("org") is None or equal(forms(gold["org"]), found["org"], body)


def _place(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    return equal(forms(gold["name"]) if mode == STRICT else all_names(gold), found["name"], plain)


def _body(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    name = found["name"]
    if mode == STRICT or equal(forms(gold["name"]), name, body):
        return equal(forms(gold["name"]), name, body)
    return equal(all_names(gold), name, body) or near(forms(gold["name"]), name, body, 0.8)


def _program(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    name = found["name"]
    return equal(forms(gold["name"]), name, program) or (mode == LENIENT and near(all_names(gold), name, program, 0.7))


def _figure(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    wanted = [float(value) for value in forms(gold["value"])]
    if not found["value"] or all(abs(value - float(found["value"])) > _SAME_VALUE * max(1.0, abs(value)) for value in wanted):
        return False
    if mode == LENIENT:
        return True
    return equal(forms(gold.get("unit")), found["unit"], plain) and near(forms(gold.get("measure")), found["measure"], plain, 0.4)


def _event(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    said = found["date"]
    dates = forms(gold.get("date"))  # an empty one among them leaves it open
    on_date = "" in dates or any(said.startswith(date) or date.startswith(said or "?") for date in dates)
    return on_date and near(forms(gold["name"]), found["name"], plain, 0.5 if mode == STRICT else 0.3)


def _document(gold: GoldFact, found: dict[str, str], mode: Mode) -> bool:
    return near(forms(gold["title"]), found["name"], plain, 0.9 if mode == STRICT else 0.6)


_MATCHERS: Final[dict[str, Callable[[GoldFact, dict[str, str], Mode], bool]]] = {
    "persons": _person,
    "holdings": _holding,
    "places": _place,
    "orgs": _body,
    "programs": _program,
    "observations": _figure,
    "events": _event,
    "documents": _document,
}
