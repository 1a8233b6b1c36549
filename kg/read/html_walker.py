"""The one walker over a parsed page: its visible text in document order, a line a block, and which lines are chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import html as lxml_html
from lxml.etree import _Element

from kg.aligned import Span
from kg.read.html_elements import BLOCKS, PROSE, is_called_chrome, is_chrome, is_data, is_hidden, is_preformatted

_LINK_SHARE: Final = 0.6
"""Blocks with more of their characters inside links than this are lists of links."""
_LIST_OF_LINKS: Final = 3
"""So many lines of links on end are a list of them, whatever the extractor makes of it."""

_CHINESE: Final = "[\u2e80-\u2fff\u3001-\u9fff\uff00-\uffef]"
_WRAPPED: Final = re.compile(rf"(?<={_CHINESE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_CHINESE})")
"""A line end of the source between two Chinese characters, which parts no words: editors wrap long paragraphs."""
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")


class Walker:
    """Collects ``pieces``, the lines of the visible text, and the stretches of it that are page ``chrome`` and cells of ``tables``.

    ``main`` are lines that an extractor holds to be the main text, without white space: its vote, no more.
    """

    def __init__(self, main: frozenset[str]) -> None:
        self.pieces: list[str] = []
        self.chrome: list[Span] = []
        self.tables: list[Span] = []
        self._main = main
        self._length = 0
        self._line: list[str] = []
        self._linked = 0
        self._run: list[tuple[Span, bool]] = []  # lines of links on end, and whether each is chrome by itself
        self._links = 0  # open elements: links, chrome by their tag and by their name, tables, and text in lines
        self._tagged = 0
        self._named = 0
        self._tabled = 0
        self._preformatted = 0

    def walk(self, root: _Element) -> None:
        """Depth-first over the tree without recursion; a block's end is a line's end."""
        for kind, element in _events(root):
            tag = str(element.tag)
            step = 1 if kind == "start" else -1
            if tag in BLOCKS:
                self._end_line()
            self._links += step * (tag == "a")
            self._tagged += step * is_chrome(element)
            self._tabled += step * (tag == "table" and is_data(element))
            self._named += step * is_called_chrome(element)
            self._preformatted += step * is_preformatted(element)
            self._add((element.text if kind == "start" else element.tail) or "")
        self._end_line()
        self._end_run()

    def _add(self, text: str) -> None:
        if not self._preformatted or "\n" not in text:
            self._add_inline(text)
            return
        first, *others = text.split("\n")
        self._add_inline(first)
        for line in others:
            self._end_line()
            self._add_inline(line)

    def _add_inline(self, text: str) -> None:
        if text and (joined := _BLANK.sub(" ", _WRAPPED.sub("", text) if "\n" in text else text)) and (joined != " " or self._line):
            self._line.append(joined)
            if self._links:
                self._linked += len(joined.strip())

    def _end_line(self) -> None:
        line = "".join(self._line).strip(" ")
        if line:
            start = self._length
            self.pieces.append(line + "\n")
            self._length += len(line) + 1
            self._judge(Span(start, self._length), re.sub(r"\s+", "", line))
            if self._tabled:
                self.tables.append(Span(start, self._length))
        self._line, self._linked = [], 0

    def _judge(self, span: Span, bare: str) -> None:
        """Mark a line that is chrome by its tag, by the name of its block or by its links, unless the extractor's vote is against it."""
        linked = self._linked > _LINK_SHARE * len(bare)
        by_name = self._named and not (bare in self._main and "。" in bare and len(bare) >= PROSE)
        chrome = bool(self._tagged or by_name) or (linked and not self._named and bare not in self._main)
        if not (linked and "。" not in bare):
            self._end_run()
        self._run.append((span, chrome))
        if not linked:
            self._end_run()

    def _end_run(self) -> None:
        """Mark the lines that were held back: all of a list of links, else those that are chrome by themselves."""
        self.chrome += [span for span, chrome in self._run if chrome or len(self._run) >= _LIST_OF_LINKS]
        self._run = []


def _events(root: _Element) -> Iterator[tuple[str, _Element]]:
    """("start", element) and ("end", element) in document order, hidden elements left out."""
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, entered = stack.pop()
        if entered:
            yield "end", element
            continue
        if is_hidden(element):
            if element.tail and element.getparent() is not None:
                stand_in = _tail_of(element)
                yield "start", stand_in
                yield "end", stand_in
            continue
        yield "start", element
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _tail_of(element: _Element) -> _Element:
    """A stand-in for a hidden element that carries only the text behind it."""
    stand_in: _Element = lxml_html.Element("span")
    stand_in.tail = element.tail
    return stand_in
