"""What a query may not do, and where a bad one goes wrong."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import east_asian_width

from kg.errors import QueryError
from kg.vocab import PREFIXES

_QUIET: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|'
    r"'(?:[^'\\\n\r]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*',
    re.DOTALL,
)
"""Strings, IRIs and comments: words in them are no keywords."""

_KEYWORD: Final = re.compile(r"(?<![\w?$:@.-])([A-Za-z]+)(?![\w:-])")
_UPDATES: Final = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
_FORMS: Final = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())
_DECLARED: Final = re.compile(r"\bPREFIX\s+([A-Za-z][\w.-]*|)\s*:", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(?<![\w?$:@.-])([^\W\d][\w.-]*):(?!\s)")
_PAIRS: Final = {"(": ")", "{": "}", "[": "]"}
_POSITION: Final = re.compile(r"\bat (\d+):(\d+)\b")


def check(sparql: str) -> None:
    """Refuse updates, SERVICE and FROM: :class:`~kg.errors.QueryError` says where the word stands."""
    quiet = _quiet(sparql)
    form = False
    for match in _KEYWORD.finditer(quiet):
        keyword = match[1].upper()
        if keyword == "SERVICE":
            raise _refused(sparql, match.start(), "SERVICE is refused: queries are answered from this build alone")
        if keyword == "FROM":
            raise _refused(sparql, match.start(), "FROM is refused: the build is one graph")
        if keyword in _UPDATES and not form:
            raise _refused(sparql, match.start(), f"{keyword} is refused: a build is read-only")
        form = form or keyword in _FORMS


def _quiet(sparql: str) -> str:
    """``sparql`` with its strings, IRIs and comments blanked out."""
    return _QUIET.sub(lambda match: " " * len(match[0]), sparql)


def _refused(sparql: str, position: int, message: str) -> QueryError:
    line = sparql.count("\n", 0, position) + 1
    column = position - (sparql.rfind("\n", 0, position) + 1) + 1
    return QueryError(pointed(sparql, line, column, message))


def syntax_error(sparql: str, error: SyntaxError) -> QueryError:
    """The error with the line that it means and a caret under the column.

    The parser often notices a stray bracket or an unknown prefix far behind it, so these are looked for first.
    """
    quiet = _quiet(sparql)
    if fault := _unknown_prefix(quiet) or _stray_bracket(quiet):
        return _refused(sparql, *fault)
    message = error.msg or str(error)
    found = _POSITION.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (error.lineno or 1, error.offset or 1)
    return QueryError(pointed(sparql, line, column, _readable(message)))


def _readable(message: str) -> str:
    """The parser's message without its position and its lists of characters."""
    said = _POSITION.sub("", message).removeprefix("error ").strip(": ")
    if plain := re.search(r"\bThe [A-Z]+ [^,]+", said):
        return plain[0]
    expected = said.removeprefix("expected one of ").removeprefix("expected ")
    words = [word for word in expected.split(", ") if not word.startswith("[") and "\n" not in word]
    return f"not SPARQL here; possible: {', '.join(words[:8])}" if words else "not SPARQL here"


def _unknown_prefix(quiet: str) -> tuple[int, str] | None:
    declared = {match[1] for match in _DECLARED.finditer(quiet)} | set(PREFIXES) | {"_"}
    for match in _PREFIXED.finditer(quiet):
        if match[1] not in declared:
            return match.start(), f"the prefix {match[1]}: is not declared"
    return None


def _stray_bracket(quiet: str) -> tuple[int, str] | None:
    """The first closing bracket without its opening one, or the last opening one that is not closed."""
    open_ones: list[tuple[int, str]] = []
    for position, char in enumerate(quiet):
        if char in _PAIRS:
            open_ones.append((position, char))
        elif char in _PAIRS.values():
            if not open_ones or _PAIRS[open_ones[-1][1]] != char:
                return position, f"{char} closes nothing"
            open_ones.pop()
    return (open_ones[-1][0], f"{open_ones[-1][1]} is not closed") if open_ones else None


def pointed(sparql: str, line: int, column: int, message: str) -> str:
    """``line L, column C: message``, the line of the query, and a caret (wide characters take two columns)."""
    lines = sparql.split("\n")
    text = lines[min(line, len(lines)) - 1].rstrip("\r") if lines else ""
    before = text[: column - 1]
    caret = "".join("\t" if char == "\t" else " " * (2 if _wide(char) else 1) for char in before) + "^"
    return f"line {line}, column {column}: {message}\n{text}\n{caret}"


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
