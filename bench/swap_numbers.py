"""Other numbers of the same shape for those that the gold figures of a document give, in its text and in the gold."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any, Final

_NUMBER: Final = re.compile(r"(?<![A-Za-z\d第.\-/:：#〔\[])\d+(?:\.\d+)?(?![\d.\-/:\]〕]|\s?[年月日号时点届])")
_MANY: Final = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_UNIT: Final = re.compile("[余多]?([十百千]?[万亿]亿?|[百千])?")


def redrawn(figures: list[dict[str, Any]], random: Random) -> dict[str, str]:
    """By the digits of each number that only gold figures give, others; one that cannot be told from the figure stays."""
    told = {id(figure): _told(figure) for figure in figures}
    frozen = {number for figure in figures if told[id(figure)] is None for number in _NUMBER.findall(figure["evidence"])}
    wanted = sorted({found[0] for found in told.values() if found} - frozen)
    return {number: _other(number, random) for number in wanted}


def replaced(numbers: dict[str, str]) -> Callable[[str], str]:
    """Puts the new numbers into a text."""
    return lambda text: _NUMBER.sub(lambda match: numbers.get(match[0], match[0]), text)


def value(figure: dict[str, Any], numbers: dict[str, str]) -> float:
    """The value of a gold figure with the new numbers."""
    found = _told(figure)
    if found is None or found[0] not in numbers:
        return float(figure["value"])
    return float(Decimal(numbers[found[0]]).scaleb(found[1]))


def _told(figure: dict[str, Any]) -> tuple[str, int] | None:
    """The digits by which the evidence gives the value, and the power of ten that its unit is."""
    evidence = figure["evidence"]
    for match in _NUMBER.finditer(evidence):
        unit = _UNIT.match(evidence, match.end())
        power = _MANY.get(unit[1] or "", 0) if unit else 0
        if abs(float(Decimal(match[0]).scaleb(power)) - figure["value"]) <= 1e-6 * abs(figure["value"]):
            return match[0], power
    return None


def _other(number: str, random: Random) -> str:
    """A number of the same shape: as many digits before and behind the point, none of them a leading or a closing nought."""
    digits = [digit if digit == "." else str(random.randint(0, 9)) for digit in number]
    digits[0] = "0" if number.startswith("0.") else str(random.randint(1, 9))
    if "." in number:
        digits[-1] = str(random.randint(1, 9))
    return "".join(digits)
