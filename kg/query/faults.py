"""Where a query goes wrong, with its line and a caret."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import east_asian_width

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.quiet import COMMENT, ESCAPED, IRI, STRING, quiet
from kg.vocab import PREFIXES

_DECLARED: Final = re.compile(r"\bPREFIX\s++([A-Za-z][\w.-]*|)\s*:", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(?<![\w?$:@.<-])([^\W\d][\w.-]*):(?!\s)")
_PAIRS: Final = {"(": ")", "{": "}", "[": "]"}
_POSITION: Final = re.compile(r"\bat (\d+):(\d+)\b")
_TOKEN: Final = re.compile(rf"{COMMENT}|[{{}}()\[\];,]|(?:{STRING}|{IRI}|{ESCAPED}|[^\s{{}}()\[\];,#\"'<])+|<[<=]?|\S", re.DOTALL)
_PADDING: Final = " " * 40
"""Longer than any keyword."""


def refused(sparql: str, position: int, message: str) -> QueryError:
    """The error ``message`` at ``position``, a code point of ``sparql``."""
    line = sparql.count("\n", 0, position) + 1
    column = position - (sparql.rfind("\n", 0, position) + 1) + 1
    return QueryError(pointed(sparql, line, column, message))


def syntax_error(sparql: str, error: SyntaxError) -> QueryError:
    """The error of the parser with the line that it means and a caret under the column.

    The parser often notices an open string, a stray bracket or an unknown prefix far behind it, so these are looked for first.
    """
    told = quiet(sparql)
    tokens = [match for match in _TOKEN.finditer(sparql) if not match[0].startswith("#")]
    fault = _open_string(tokens) or _unknown_prefix(told) or _stray_bracket(told) or _misfit(sparql, tokens, error.msg or str(error))
    return refused(sparql, *fault)


def _open_string(tokens: Sequence[re.Match[str]]) -> tuple[int, str] | None:
    return next(((token.start(), "the string is not closed") for token in tokens if token[0] in ("'", '"')), None)


def _unknown_prefix(told: str) -> tuple[int, str] | None:
    declared = {match[1] for match in _DECLARED.finditer(told)} | set(PREFIXES) | {"_"}
    for match in _PREFIXED.finditer(told):
        if match[1] not in declared:
            return match.start(), f"the prefix {match[1]}: is not declared"
    return None


def _stray_bracket(told: str) -> tuple[int, str] | None:
    """The first closing bracket without its opening one, or the last opening one that is not closed."""
    open_ones: list[tuple[int, str]] = []
    for position, char in enumerate(told):
        if char in _PAIRS:
            open_ones.append((position, char))
        elif char in _PAIRS.values():
            if not open_ones or _PAIRS[open_ones[-1][1]] != char:
                return position, f"{char} closes nothing"
            open_ones.pop()
    return (open_ones[-1][0], f"{open_ones[-1][1]} is not closed") if open_ones else None


def _misfit(sparql: str, tokens: Sequence[re.Match[str]], message: str) -> tuple[int, str]:
    """The token at which the parser stops.

    For a keyword that could stand somewhere it reads as many characters as the keyword has, and then says that it stopped behind them:
    up to a dozen behind the token that does not fit. With much space between all tokens that is still before the next one.
    """
    if plain := re.search(r"\bThe [A-Z]+ [^,]+", message):  # a rule about the whole query
        if ungrouped := _ungrouped(tokens):
            return ungrouped.start(), f"{ungrouped[0]} is neither grouped by nor counted"
        return next((token.start() for token in tokens if token[0].upper() == "SELECT"), 0), plain[0]
    stopped = _stop("".join(token[0] + _PADDING for token in tokens))
    if stopped is None:
        found = _POSITION.search(message)
        return _position(sparql, found) if found else 0, "not SPARQL here"
    behind = 0
    for token in tokens:
        behind += len(token[0]) + len(_PADDING)
        if stopped < behind:
            return token.start(), f"{token[0] if len(token[0]) < len(_PADDING) else 'this'} does not fit here"
    return len(sparql.rstrip()), "the query ends too early"


def _ungrouped(tokens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first variable that a query selects as it is and does not group by, where there is one SELECT and one GROUP BY."""
    words = [token[0].upper() for token in tokens]
    if words.count("SELECT") != 1 or words.count("GROUP") != 1:
        return None
    grouped = {word[1:] for word in words[words.index("GROUP") :] if word[0] in "?$"}
    depth = 0
    for token, word in zip(tokens, words, strict=True):
        depth += (word == "(") - (word == ")")
        if word in ("WHERE", "{"):
            return None
        if not depth and word[0] in "?$" and word[1:] not in grouped:
            return token
    return None


def _stop(spaced: str) -> int | None:
    """Where the parser stops in ``spaced``, or nothing if it reads it all."""
    try:
        ox.Store().query(spaced, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        if found := _POSITION.search(error.msg or ""):
            return _position(spaced, found)
    return None


def _position(text: str, found: re.Match[str]) -> int:
    """The code point of ``text`` at the line and column that the parser names."""
    return sum(len(line) + 1 for line in text.split("\n")[: int(found[1]) - 1]) + int(found[2]) - 1


def pointed(sparql: str, line: int, column: int, message: str) -> str:
    """``line L, column C: message``, the line of the query, and a caret (wide characters take two columns)."""
    lines = sparql.split("\n")
    text = lines[min(line, len(lines)) - 1].rstrip("\r") if lines else ""
    before = text[: column - 1]
    caret = "".join("\t" if char == "\t" else " " * (2 if _wide(char) else 1) for char in before) + "^"
    return f"line {line}, column {column}: {message}\n{text}\n{caret}"


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
