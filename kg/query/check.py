"""What a query may not do."""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError
from kg.query.quiet import quiet

_KEYWORD: Final = re.compile(r"(?<![\w?$:@.-])([A-Za-z]+)(?![\w:-])")
_UPDATES: Final = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
_FORMS: Final = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())


def check(sparql: str) -> None:
    """Refuse updates, SERVICE and FROM: :class:`~kg.errors.QueryError` says where the word stands."""
    at = _service(sparql)
    if at is not None:
        raise _refused(sparql, at, "SERVICE is refused: queries are answered from this build alone")
    form = False
    for match in _KEYWORD.finditer(quiet(sparql)):
        keyword = match[1].upper()
        if keyword == "FROM":
            raise _refused(sparql, match.start(), "FROM is refused: the build is one graph")
        if keyword in _UPDATES and not form:
            raise _refused(sparql, match.start(), f"{keyword} is refused: a build is read-only")
        form = form or keyword in _FORMS


def _service(sparql: str) -> int | None:
    """Where the query asks another server; one without the word does not."""
    if "service" not in sparql.lower():
        return None
    from kg.query.elsewhere import service  # noqa: PLC0415 - few queries need it, and it is slow to load

    return service(sparql)


def _refused(sparql: str, position: int, message: str) -> QueryError:
    from kg.query.faults import refused  # noqa: PLC0415 - only a bad query needs it

    return refused(sparql, position, message)
