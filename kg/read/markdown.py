"""Markdown: read as the page that it describes, with what a block of fields at its head says about it."""

from __future__ import annotations

import re
from typing import Final

from kg.read import html
from kg.read.decode import decode
from kg.read.fields import USUAL, columns, metadata_of
from kg.read.raw import Metadata, Raw

SUFFIXES: Final = (".md", ".markdown")
_LOOKS: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*#{1,6} \S[^\n]*\n(?=[\s\S]{0,4000}?(?:^#{1,6} \S|^```|\]\(https?://))", re.MULTILINE)
_FRONT: Final = re.compile(r"---\r?\n(.{0,4000}?)\r?\n---\r?\n", re.DOTALL)
_FIELD: Final = re.compile(r"^([\w\u4e00-\u9fff-]{1,30})\s*[:：]\s*(.*?)\s*$", re.MULTILINE)


def sniff(data: bytes, name: str) -> bool:
    """Whether the file is called Markdown, or opens with a heading and has another, a fence or a link behind it."""
    return name.lower().endswith(SUFFIXES) or bool(_LOOKS.match(data[:8192]))


def read(data: bytes, charset: str = "") -> Raw:
    """The text of a document, a line a paragraph or row. Raises :class:`~kg.errors.ReadError` where there is none."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only these documents need it

    decoded = decode(data, charset)
    text = decoded.text.removeprefix("\ufeff")
    front = _FRONT.match(text)
    markup = MarkdownIt("commonmark", {"breaks": True}).enable("table").render(text[front.end() :] if front else text)
    return html.read_text(f"<body>{markup}</body>", decoded.lost).described(_metadata(front[1]) if front else Metadata())


def _metadata(front: str) -> Metadata:
    values = {name: value.strip("\"'") for name, value in _FIELD.findall(front)}
    fields = columns(values)
    return metadata_of({field: values[fields[field]] for field in USUAL if field in fields and field != "text"})
