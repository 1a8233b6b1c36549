"""The one walker over a parsed page: its visible text in document order, a line a block, and which lines are chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import html as lxml_html
from lxml.etree import _Comment, _Element, _ProcessingInstruction

from kg.aligned import Span

_HIDDEN: Final = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "select", "textarea"})
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i img input ins kbd label mark q ruby s samp small span strike strong "
    "sub sup tt u var wbr".split()
)
_CHROME_TAGS: Final = frozenset({"nav", "footer", "aside", "button"})
_CHROME_NAMES: Final = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|footer|copyright|related|recommend|sidebar|share|comment|links?|toolbar|login)\b", re.IGNORECASE
)
_PRINTED_EDGE: Final = re.compile(r"mso-element:\s*(?:header|footer)", re.IGNORECASE)
"""How Word and WPS mark the headers and footers of a page that they export."""
_PRINTED_NEVER: Final = re.compile(r"mso-hide:\s*all", re.IGNORECASE)
_LARGEST_FORM: Final = 200
"""Code points; a form with more text is no search field but a whole page, as some servers wrap them."""
_LINK_SHARE: Final = 0.6
"""Blocks with more of their characters inside links than this are lists of links."""
_LIST_OF_LINKS: Final = 3
"""So many lines of links on end are a list of them, whatever the extractor makes of it."""
_LONGEST_CELL: Final = 120
"""Code points; what has longer cells is a page laid out by a table."""
_PROSE: Final = 40
"""Code points; a sentence this long that the extractor holds to be main text is no chrome, whatever the block around it is called."""

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
        self._links = 0  # open elements: links, chrome by their tag and by their name, and tables
        self._tagged = 0
        self._named = 0
        self._tabled = 0

    def walk(self, root: _Element) -> None:
        """Depth-first over the tree without recursion; a block's end is a line's end."""
        for kind, element in _events(root):
            tag = str(element.tag)
            step = 1 if kind == "start" else -1
            if tag not in _INLINE and ":" not in tag:  # o:p and its like, which Word puts into paragraphs
                self._end_line()
            self._links += step * (tag == "a")
            self._tagged += step * _is_chrome(element)
            self._tabled += step * (tag == "table" and _is_data(element))
            self._named += step * bool(_CHROME_NAMES.search(_names(element)))
            self._add(element.text if kind == "start" else element.tail)
        self._end_line()
        self._end_run()

    def _add(self, text: str | None) -> None:
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
        by_name = self._named and not (bare in self._main and "。" in bare and len(bare) >= _PROSE)
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
        if isinstance(element, _Comment | _ProcessingInstruction) or element.tag in _HIDDEN or _is_hidden(element):
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


def _is_hidden(element: _Element) -> bool:
    return bool(_PRINTED_NEVER.search(element.get("style") or ""))


def _is_chrome(element: _Element) -> bool:
    """Whether an element is chrome by its tag, or by how a word processor marks it."""
    if element.tag == "form":
        return len("".join(str(text) for text in element.itertext())) <= _LARGEST_FORM
    return element.tag in _CHROME_TAGS or bool(_PRINTED_EDGE.search(element.get("style") or ""))


def _is_data(table: _Element) -> bool:
    """Whether a table holds data rather than the layout of a page: rows of several short cells, and no table inside."""
    if table.find(".//table") is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    longest = max((sum(map(len, cell.itertext())) for row in rows for cell in row), default=0)
    return sum(len(row) > 1 for row in rows) > 1 and longest <= _LONGEST_CELL


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".replace("-", " ").replace("_", " ")
