"""Conditions that mean the same wherever the variables in them have the same values: no EXISTS, no RAND, nothing within them in braces."""

from __future__ import annotations

from typing import Final

from kg.query.words import NAME, STRING, VARIABLE

_TEXT: Final = rf"(?:{STRING}|STR \( {NAME} \))"
_CALL: Final = (
    rf"(?:IS(?:IRI|URI|LITERAL|BLANK) \( {VARIABLE} \)|LANGMATCHES \( LANG \( {VARIABLE} \) , {STRING} \)"
    rf"|(?:STRSTARTS|STRENDS|CONTAINS|REGEX) \( STR \( {VARIABLE} \) , {_TEXT}(?: , {STRING})? \))"
)
_COMPARED: Final = rf"(?:{VARIABLE} !?= {NAME}|{VARIABLE} (?:[<>!]?=|[<>]) [0-9]+(?:\.[0-9]+)?|LANG \( {VARIABLE} \) !?= {STRING})"
_TEST: Final = rf"(?:(?:! )?{_CALL}|{_COMPARED}|{VARIABLE} (?:NOT )?IN \( {NAME}(?: , {NAME})* \))"
FILTER: Final = rf"FILTER (?:{_CALL}|\( {_TEST}(?: (?:&&|\|\|) {_TEST})* \))"
"""A pattern of the words of such a condition."""
