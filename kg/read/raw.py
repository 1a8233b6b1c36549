"""What readers take and give: a document before it is read, and the raw text that positions refer to."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from kg.aligned import Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a container says about a document: of a record its fields, of a page its meta elements; empty where it says nothing.

    ``date`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. All are text of the document, and as hostile.
    """

    title: str = ""
    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One document before it is read: a file, a member of an archive, a record of a table.

    ``data`` are its own bytes, by whose SHA-256 it is known (of a record: the record in UTF-8). ``text`` is set where
    the container holds characters rather than a file: the field of a record. ``charset`` is what HTTP declares.
    ``file`` is set instead of ``data`` where bytes are read as they come and not all held.
    """

    name: str
    data: bytes
    text: str | None = None
    charset: str = ""
    metadata: Metadata = Metadata()
    file: BinaryIO | None = field(default=None, compare=False)

    def opened(self) -> BinaryIO:
        """The bytes, to be read one after the other."""
        return self.file or io.BytesIO(self.data)


@dataclass(frozen=True, slots=True)
class Raw:
    """The text of one document as it was read, before any repair.

    ``chrome`` are the stretches that the container marks as navigation, links and the like, ``tables`` the rows or cells of
    tables, each in order; ``lost`` counts characters
    that could not be decoded; ``notes`` say what else is missing, for the report. The other fields are metadata of the
    container, empty where it has none.
    """

    text: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    chrome: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()
    lost: int = 0
    notes: tuple[str, ...] = ()

    def described(self, given: Metadata) -> Raw:
        """The same text with the metadata of ``given``, where that says anything."""
        return replace(
            self,
            title=given.title or self.title,
            date=given.date or self.date,
            publisher=given.publisher or self.publisher,
            author=given.author or self.author,
            url=given.url or self.url,
        )
