"""The sentences around quotations, from the texts in ``facts.sqlite``."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.export.database import NAME, sentence_bounds, stretch
from kg.ids import DATA


class Sentences:
    """What ``facts.sqlite`` of a build knows of sentences; nothing where there is no such file, or one that cannot be read."""

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) if path.is_file() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._database:
            self._database.close()

    def around(self, source: str, start: int, words: str) -> tuple[str, str] | None:
        """What stands before and behind ``words`` in the sentences that they are part of.

        ``source`` is the IRI of the document, ``start`` the code point of its text at which the words begin.
        """
        try:
            return self._around(source.removeprefix(DATA), start, words)
        except sqlite3.DatabaseError:
            return None

    def _around(self, source: str, start: int, words: str) -> tuple[str, str] | None:
        if self._database is None:
            return None
        end = start + len(words)
        bounds = sentence_bounds(self._database, source, start, end)
        if bounds is None:
            return None
        low, high = bounds
        text = stretch(self._database, source, low, high)
        before, found, after = text[: start - low], text[start - low : end - low], text[end - low :]
        return (before, after) if found == words else None
