"""A query without what only looks like part of it."""

from __future__ import annotations

import re
from typing import Final

STRING: Final = (
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n\r]|\\.)*"|'
    r"'(?:[^'\\\n\r]|\\.)*'"
)
IRI: Final = r'<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>'
COMMENT: Final = r"#[^\n\r]*"
ESCAPED: Final = r"\\."
"""Patterns of what a query quotes, names and says aside, and of a mark in the name of a thing (``x:it\\'s``); for ``re.DOTALL``."""

_QUIET: Final = re.compile(f"{STRING}|{IRI}|{COMMENT}|{ESCAPED}", re.DOTALL)


def quiet(sparql: str) -> str:
    """``sparql`` with its strings, IRIs and comments blanked out: words in them are no keywords."""
    return _QUIET.sub(lambda match: " " * len(match[0]), sparql)
