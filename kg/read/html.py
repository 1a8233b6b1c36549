"""HTML pages: all visible text in document order, with the page chrome marked and the page's own metadata.

One walker makes the raw text, so that nothing visible is lost; an extractor of main text (resiliparse) only votes on
which blocks are chrome. Nesting is counted before parsing, as no parser at hand survives 100,000 nested tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import html as lxml_html
from lxml.etree import ParserError, _Comment, _Element, _ProcessingInstruction

from kg.aligned import Span
from kg.errors import ReadError
from kg.read.decode import decode, raw_text, speakable
from kg.read.fields import metadata_of
from kg.read.raw import Metadata, Raw

DEEPEST: Final = 500
"""Pages nested deeper than this are flattened: tags dropped, text kept."""

_SNIFF: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|meta)[\s>]", re.IGNORECASE)
_ELEMENT: Final = re.compile(r"<(?:p|br|div|span|strong|table|img|a|h[1-6]|ul|ol|section)\b[^<>]*>|</p>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_UNSEEN: Final = re.compile(r"<(script\b|style\b|!--)", re.IGNORECASE)
_UNSEEN_END: Final = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "!--": re.compile("-->"),
}
_HIDDEN: Final = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "select", "textarea"})
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MAY_STAY_OPEN: Final = frozenset("p li dt dd tr td th option colgroup thead tbody tfoot rt rp".split())
"""Elements that the next one closes: however many are left open, they do not nest."""
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i img input ins kbd label mark q ruby s samp small span strike strong "
    "sub sup tt u var wbr".split()
)
_CHROME_TAGS: Final = frozenset({"nav", "footer", "aside", "button", "form"})
_CHROME_NAMES: Final = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|footer|copyright|related|recommend|sidebar|share|comment|links?|toolbar|login)\b", re.IGNORECASE
)
_LINK_SHARE: Final = 0.6
"""Blocks with more of their characters inside links than this are lists of links."""

_META_NAMES: Final = {
    "title": ("articletitle", "og:title", "title"),
    "date": ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "date", "dc.date"),
    "publisher": ("contentsource", "source", "og:site_name", "sitename", "publisher"),
    "author": ("author", "article:author"),
    "url": ("og:url",),
}


def sniff(data: bytes, _name: str) -> bool:
    """Whether the first bytes look like HTML."""
    return bool(_SNIFF.search(data[:4096].replace(b"\0", b"")))


def is_markup(text: str) -> bool:
    """Whether the field of a record is HTML: it has an element that only markup has."""
    return bool(_ELEMENT.search(text[:4096]))


def read(data: bytes, charset: str = "") -> Raw:
    """The visible text of a page. Raises :class:`~kg.errors.ReadError` where there is none."""
    decoded = decode(data, charset)
    return read_text(decoded.text, decoded.lost)


def read_text(characters: str, lost: int = 0) -> Raw:
    """The visible text of markup, of whose characters ``lost`` could not be decoded. Raises as :func:`read`."""
    source = raw_text(characters)
    if _depth(source) > DEEPEST:
        return Raw(raw_text(_flattened(source)), lost=lost)
    root = _parsed(source)
    walker = _Walker(_main_text(source))
    walker.walk(root)
    text = "".join(walker.pieces)
    if not text.strip():
        raise ReadError("holds no visible text; open it in a browser to see whether it was saved whole")
    return Raw(speakable(text), chrome=tuple(walker.chrome), lost=lost).described(_metadata(root))


def _parsed(source: str) -> _Element:
    try:
        return lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (ParserError, ValueError) as error:
        raise ReadError("holds no HTML that can be parsed; open it in a browser and save it again") from error


def _depth(source: str) -> int:
    """The deepest nesting of tags, counted on the text (never closed void and inline tags do not nest)."""
    depth = deepest = 0
    for closing, name, self_closing in _TAG.findall(source):
        if self_closing or name.lower() in _VOID or name.lower() in _MAY_STAY_OPEN:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _flattened(source: str) -> str:
    """The text of a page without its tags; scripts, styles and comments dropped."""
    element = lxml_html.fromstring("<pre>" + _TAG.sub("\n", _without_scripts(source)).replace("<", "&lt;") + "</pre>")
    return _all_text(element)


def _without_scripts(source: str) -> str:
    """``source`` without what is closed of scripts, styles and comments; one search a kind for an end that is not there."""
    pieces = []
    at = 0
    endless: set[str] = set()
    for opening in _UNSEEN.finditer(source):
        name = opening[1].lower()
        if opening.start() < at or name in endless:
            continue
        end = _UNSEEN_END[name].search(source, opening.end())
        if end is None:
            endless.add(name)
            continue
        pieces.append(source[at : opening.start()])
        at = end.end()
    return "".join([*pieces, source[at:]])


def _main_text(source: str) -> frozenset[str]:
    """The lines that the extractor holds to be the main text, without white space."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - only pages need it

    lines = extract_plain_text(source, main_content=True, alt_texts=False, noscript=False).splitlines()
    return frozenset(re.sub(r"\s+|^[•\-*]\s", "", line) for line in lines)


class _Walker:
    """Collects the visible text of a tree, a line a block, and notes which lines are chrome."""

    def __init__(self, main: frozenset[str]) -> None:
        self.pieces: list[str] = []
        self.chrome: list[Span] = []
        self._main = main
        self._length = 0
        self._line: list[str] = []
        self._linked = 0
        self._in_chrome = 0

    def walk(self, root: _Element) -> None:
        """Depth-first over the tree without recursion; a block's end is a line's end."""
        for kind, element in _events(root):
            chrome = element.tag in _CHROME_TAGS or bool(_CHROME_NAMES.search(_names(element)))
            block = element.tag not in _INLINE
            if kind == "start":
                if block:
                    self._end_line()
                self._in_chrome += chrome
                self._add(element.text, element)
            else:
                if block:
                    self._end_line()
                self._in_chrome -= chrome
                self._add(element.tail, element.getparent())
        self._end_line()

    def _add(self, text: str | None, inside: _Element | None) -> None:
        if text and (joined := re.sub(r"[ \t\r\n\f]+", " ", text)) and (joined != " " or self._line):
            self._line.append(joined)
            if inside is not None and any(parent.tag == "a" for parent in (inside, *inside.iterancestors())):
                self._linked += len(joined.strip())

    def _end_line(self) -> None:
        line = "".join(self._line).strip(" ")
        if line:
            start = self._length
            self.pieces.append(line + "\n")
            self._length += len(line) + 1
            bare = re.sub(r"\s+", "", line)
            linked = self._linked > _LINK_SHARE * len(bare)
            if self._in_chrome or (linked and bare not in self._main):
                self.chrome.append(Span(start, self._length))
        self._line, self._linked = [], 0


def _events(root: _Element) -> Iterator[tuple[str, _Element]]:
    """("start", element) and ("end", element) in document order, hidden elements left out."""
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, entered = stack.pop()
        if entered:
            yield "end", element
            continue
        if isinstance(element, _Comment | _ProcessingInstruction) or element.tag in _HIDDEN:
            if element.tail and element.getparent() is not None:
                yield "end", _tail_of(element)
            continue
        yield "start", element
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _tail_of(element: _Element) -> _Element:
    """A stand-in for a hidden element that carries only the text behind it."""
    stand_in: _Element = lxml_html.Element("span")
    stand_in.tail = element.tail
    return stand_in


def _all_text(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".replace("-", " ").replace("_", " ")


def _metadata(root: _Element) -> Metadata:
    metas = {(meta.get("name") or meta.get("property") or "").lower(): (meta.get("content") or "").strip() for meta in root.iter("meta")}
    found = {field: next((metas[name] for name in names if metas.get(name)), "") for field, names in _META_NAMES.items()}
    if not found["title"]:
        heading = next(root.iter("h1"), None)
        title = heading if heading is not None else next(root.iter("title"), None)
        found["title"] = "" if title is None else " ".join(_all_text(title).split())
    return metadata_of(found)
