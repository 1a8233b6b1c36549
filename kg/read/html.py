"""HTML pages: all visible text in document order, with the page chrome marked and the page's own metadata.

One walker makes the raw text, so that nothing visible is lost; an extractor of main text (resiliparse) only votes on
which blocks are chrome. Nesting is counted before parsing, as no parser at hand survives 100,000 nested tags.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import html as lxml_html
from lxml.etree import ParserError, _Element

from kg.errors import ReadError
from kg.read.decode import decode, raw_text, speakable
from kg.read.html_metadata import metadata
from kg.read.html_walker import Walker
from kg.read.raw import Raw

DEEPEST: Final = 500
"""Pages nested deeper than this are flattened: tags dropped, text kept."""

_SNIFF: Final = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|table|meta)[\s>]", re.IGNORECASE)
_OPENS: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:(?:<\?xml[^>]{0,500}>|<!--[^>]{0,2000}-->)\s*+){0,9}(?:<!doctype\s+html\b|<html[\s>]|<head[\s>]|<meta\s)",
    re.IGNORECASE,
)
_PROLOGUE: Final = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^<>\[]*\[[^\]]*\]\s*>)?", re.IGNORECASE)
"""What XML may open with; entities that it defines there are not looked at."""
_ELEMENT: Final = re.compile(r"<(?:p|br|div|span|strong|table|img|a|h[1-6]|ul|ol|section)\b[^<>]*>|</p>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*?(/?)>")
_UNSEEN: Final = re.compile(r"<(script\b|style\b|!--)", re.IGNORECASE)
_UNSEEN_END: Final = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "!--": re.compile("-->"),
}
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_MAY_STAY_OPEN: Final = frozenset("p li dt dd tr td th option colgroup thead tbody tfoot rt rp".split())
"""Elements that the next one closes: however many are left open, they do not nest."""


def sniff(data: bytes, _name: str) -> bool:
    """Whether the first bytes look like HTML."""
    return bool(_SNIFF.search(data[:4096].replace(b"\0", b"")))


def opens(data: bytes, _name: str) -> bool:
    """Whether the data begins as pages do; scripts and templates, which write pages, do not."""
    return bool(_OPENS.match(data))


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
    walker = Walker(_main_text(source))
    walker.walk(root)
    text = "".join(walker.pieces)
    if not text.strip() and root.find(".//frame") is not None:
        raise ReadError("only shows other pages in its frames; read those")
    if not text.strip():
        raise ReadError("holds no visible text; open it in a browser to see whether it was saved whole")
    return Raw(speakable(text), chrome=tuple(walker.chrome), tables=tuple(walker.tables), lost=lost).described(metadata(root, text))


def _parsed(source: str) -> _Element:
    try:
        # Without huge_tree the parser drops, and does not say so, what is nested deeper than 255.
        return lxml_html.document_fromstring(_PROLOGUE.sub("", source, count=1), parser=lxml_html.HTMLParser(huge_tree=True))
    except (ParserError, ValueError) as error:
        raise ReadError("holds no HTML that can be parsed; open it in a browser and save it again") from error


def _depth(source: str) -> int:
    """The deepest nesting of tags, counted on the text (void tags, and those that the next one closes, do not nest)."""
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
    return "".join(str(text) for text in element.itertext())


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
