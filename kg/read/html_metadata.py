"""What a page says about itself: meta elements, JSON-LD, its headings, and the line of time and source that Chinese sites print.

Publisher and author in the words of the page (来源：, 作者：) are left to extraction, which keeps the words as evidence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from kg.read.fields import metadata_of
from kg.read.raw import Metadata

_META_NAMES: Final = {
    "title": ("articletitle", "og:title", "title", "dc.title"),
    "date": (
        "pubdate", "publishdate", "article:published_time", "firstpublishedtime", "date", "dc.date", "dc.date.issued", "dcterms.issued",
        "publish_time", "pub_date", "datepublished", "og:release_date", "weibo:article:create_at",
    ),
    "publisher": ("contentsource", "source", "og:site_name", "sitename", "publisher", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator"),
    "url": ("og:url",),
}  # fmt: skip
"""Names of meta elements, those of government sites' systems first, likeliest first."""

_PRINTED_DATE: Final = re.compile(r"(?:发布|发表|更新|刊发|发文|成文)?(?:时间|日期)\s*[:：]\s*((?:19|20)\d\d\s?[-/.年][^\n]{0,20})")
_SITE: Final = re.compile(r"\s*[-_|—–]+\s*")
_LARGEST_SCRIPT: Final = 200_000
_HEAD_LINES: Final = 80


def metadata(root: _Element, text: str) -> Metadata:
    """The metadata of a page; ``text`` is its visible text."""
    said = _meta(root)
    for field, value in _linked_data(root):
        said.setdefault(field, value)
    head = text.split("\n", _HEAD_LINES)[:_HEAD_LINES]
    said.setdefault("title", _headline(root, head))
    if "date" not in said and (printed := next(filter(None, map(_PRINTED_DATE.search, head)), None)):
        said["date"] = printed[1]
    if "url" not in said:
        said["url"] = next((link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), "")
    return metadata_of(said)


def _meta(root: _Element) -> dict[str, str]:
    """Fields by the page's meta elements; the last of one name counts."""
    metas = {
        (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower(): (meta.get("content") or "").strip()
        for meta in root.iter("meta")
    }
    found = {field: next((metas[name] for name in names if metas.get(name)), "") for field, names in _META_NAMES.items()}
    return {field: value for field, value in found.items() if value}


def _linked_data(root: _Element) -> Iterator[tuple[str, str]]:
    """Fields by the first article that the page describes in JSON-LD."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not 0 < len(script.text or "") <= _LARGEST_SCRIPT:
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            match waiting.pop(0):
                case list(items):
                    waiting += items
                case {"@graph": graph}:
                    waiting.append(graph)
                case {"@type": kind, **article} if "Article" in str(kind):
                    names = {"title": "headline", "date": "datePublished", "publisher": "publisher", "author": "author", "url": "url"}
                    yield from ((field, name) for field, key in names.items() if (name := _name(article.get(key))))
                    return


def _name(value: object) -> str:
    """The name in a value of JSON-LD: a string, a thing with a name, or the first of several."""
    match value:
        case str(text):
            return text
        case {"name": str(text)}:
            return text
        case [first, *_] if not isinstance(first, list):
            return _name(first)
    return ""


def _headline(root: _Element, lines: list[str]) -> str:
    """The heading that the title element repeats, or the first heading, or the title without the site's name."""
    headings = [" ".join("".join(str(text) for text in heading.itertext()).split()) for heading in root.iter("h1")]
    element = next(root.iter("title"), None)
    title = " ".join("".join(str(text) for text in element.itertext()).split()) if element is not None else ""
    if repeated := next((heading for heading in headings if heading and heading in title), ""):
        return repeated
    if first := next(filter(None, headings), ""):
        return first
    shown = {line.strip() for line in lines}
    return next((part for part in _SITE.split(title) if part in shown and len(part) > len(title) / 3), title)
