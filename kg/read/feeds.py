"""Feeds (RSS 0.9 to 2.0, Atom): each entry is a document, with what the feed says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate
from html import escape
from typing import Final

from lxml import etree

from kg.errors import ReadError
from kg.model import Problem
from kg.read.decode import decode, raw_text
from kg.read.fields import part_of
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Part

_SNIFF: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:(?:<\?[^>]{0,500}>|<!--[^>]{0,500}-->|<!DOCTYPE[^<>\[]{0,200}(?:\[[^\]]{0,3000}\]\s*+)?>)\s*+){0,9}"
    rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.IGNORECASE,
)
_DECLARATIONS: Final = re.compile(r"\A\s*<\?xml[^>]*\?>|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*+)?>", re.IGNORECASE)
"""Of the encoding, which was decoded, and of entities, which are not wanted."""
_ENTRIES: Final = ("item", "entry")
_NAMES: Final = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "date": ("pubdate", "date", "published", "issued", "updated", "modified"),
    "url": ("link", "guid"),
    "publisher": ("source", "publisher"),
    "author": ("creator", "author"),
}
"""Elements of an entry that hold each field, without their namespaces, likeliest first."""
_FIELDS: Final = {field: field for field in _NAMES}


def sniff(data: bytes, _name: str) -> bool:
    """Whether the first element is that of a feed."""
    return bool(_SNIFF.match(data[:4096]))


def parts(part: Part, _options: Options, _budget: Budget) -> Iterator[Part | Problem]:
    """One document an entry. Entities are not expanded; a damaged feed gives what can be made out."""
    text = raw_text(decode(part.data, part.charset).text)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    root = etree.fromstring(_DECLARATIONS.sub("", text, count=2), parser)
    if root is None:
        raise ReadError("is a damaged feed; fetch it again")
    publisher = next((_words(element) for element in root.iter(etree.Element) if _name(element) == "title"), "")
    for number, entry in enumerate((element for element in root.iter(etree.Element) if _name(element) in _ENTRIES), start=1):
        name = f"{part.name}#{number}"
        record = {"publisher": publisher} | _record(entry)
        if "text" in record:
            yield part_of(name, etree.tostring(entry, encoding="utf-8", with_tail=False), record, _FIELDS)
        else:
            yield Problem(name, "has no text in the feed; fetch the page that it links to")


def _record(entry: etree._Element) -> dict[str, str]:
    """The fields of an entry that say anything."""
    children: dict[str, etree._Element] = {}
    for child in entry.iterchildren(etree.Element):
        if not _is_other_address(child):
            children.setdefault(_name(child), child)
    found = {}
    for field, names in _NAMES.items():
        said = _markup if field == "text" else _words
        if value := next(filter(None, (said(children[name]) for name in names if name in children)), ""):
            found[field] = _date(value) if field == "date" else value
    return found


def _is_other_address(element: etree._Element) -> bool:
    """Whether an element leads elsewhere than to the page of its entry (to comments, the feed itself), or nowhere."""
    return element.get("rel", "alternate") != "alternate" or element.get("isPermaLink") == "false"


def _markup(element: etree._Element) -> str:
    """What stands in an element, be it written out or as elements of its own."""
    if len(element):
        return escape(element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "").strip()


def _words(element: etree._Element) -> str:
    """The name or title in an element (of an author, of the feed that an entry is from), its text, or its address."""
    named = next((child for child in element.iterchildren(etree.Element) if _name(child) in ("name", "title")), element)
    return str(named.xpath("string()")).strip() or element.get("href", "")


def _date(text: str) -> str:
    """The date of RFC 822 (Mon, 06 May 2013) as the others are written; any other as it is."""
    day = parsedate(text)
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day and text[:1].isalpha() else text


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()
