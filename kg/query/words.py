"""The words of a query, for what is read off its text."""

from __future__ import annotations

import re
from typing import Final

from kg.query.quiet import COMMENT, IRI

STRING: Final = r"""(?:"[^"\\\s]*"|'[^'\\\s]*')"""
"""Strings that are read as one word: those without blanks and backslashes. Others are torn apart, and what is left of them fits nowhere."""
VARIABLE: Final = r"[?$]\w+"
NAME: Final = rf"(?:(?!_:)[\w.-]*:[\w.-]*|{IRI})"
COUNT: Final = rf"COUNT \( (?:\*|(?:DISTINCT )?{VARIABLE}) \)"
_WORD: Final = re.compile(rf"{COMMENT}|{STRING}|{IRI}|{VARIABLE}|[\w:-]+(?:\.+[\w:-]+)*|[!<>]=|&&|\|\||[^ \t\n\r]")
"""Blank is what is blank to SPARQL: a space of another kind is a word that stands nowhere."""


def words(sparql: str) -> str:
    """The words of a query without its comments, a space between them, keywords in capitals."""
    return " ".join(_plain(word) for word in _WORD.findall(sparql) if word[0] != "#")


def variables(text: str) -> list[str]:
    """The names of the variables in ``text``, in order, each as often as it stands there."""
    return re.findall(r"[?$](\w+)", text)


def _plain(word: str) -> str:
    """A keyword in capitals, another word as it is."""
    return word.upper() if word.isascii() and word.isalpha() and word != "a" else word
