"""Which fields of a record are its text, title, date, link, publisher and author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kg.errors import InputError
from kg.read.decode import speakable
from kg.read.raw import Metadata, Part

USUAL: Final[dict[str, tuple[str, ...]]] = {
    "text": ("text", "content", "contents", "body", "fulltext", "article", "正文", "内容", "全文", "文本"),
    "title": ("title", "headline", "subject", "标题", "题目", "题名"),
    "date": ("date", "pubdate", "publishdate", "published", "publishtime", "pubtime", "time", "日期", "发布日期", "发布时间", "时间"),
    "url": ("url", "link", "uri", "href", "网址", "链接", "原文链接"),
    "publisher": ("publisher", "source", "site", "media", "来源", "媒体", "发布单位", "发布机构", "发文机关"),
    "author": ("author", "reporter", "byline", "作者", "记者"),
}
"""Names by which databases and crawlers commonly call each field, likeliest first; case, blanks, - and _ do not count."""

_DATE: Final = re.compile(r"((?:19|20)\d\d)(?:\s?[-/.年]\s?(1[0-2]|0?[1-9])(?!\d)(?:\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d))?)?")
_COMPACT_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))")
_LONGEST: Final = 500


def chosen(given: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The choice of fields as a user writes it: ``text=正文``. Raises :class:`~kg.errors.InputError` for anything else."""
    pairs = [tuple(part.strip() for part in one.partition("=")[::2]) for one in given]
    for field, name in pairs:
        if field not in USUAL or not name:
            raise InputError(f"--field {field}: write it as FIELD=NAME, with FIELD one of {', '.join(USUAL)}")
    return tuple((field, name) for field, name in pairs)


def columns(names: Iterable[str], choice: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Which of ``names`` holds each field: those of ``choice``, and the usual ones for fields that it leaves open."""
    present = {_plain(name): name for name in reversed(list(names))}
    found = {field: name for field, name in choice if name in present.values()}
    for field, usual in USUAL.items():
        named = next((present[name] for name in usual if name in present and present[name] not in found.values()), "")
        if named and field not in dict(choice):
            found[field] = named
    return found


def part_of(name: str, data: bytes, record: Mapping[str, str], fields: Mapping[str, str]) -> Part:
    """The document that a record holds."""
    metadata = {field: record.get(fields.get(field, ""), "") for field in USUAL if field != "text"}
    return Part(name, data, text=record.get(fields["text"], ""), metadata=metadata_of(metadata))


def metadata_of(found: Mapping[str, str]) -> Metadata:
    """Metadata with its blanks made single, its date in one form, and nothing longer than a headline can be."""
    tidy = {field: speakable(" ".join(value[: 2 * _LONGEST].split())[:_LONGEST]) for field, value in found.items()}
    return Metadata(**tidy | {"date": stated_date(tidy.get("date", ""))})


def stated_date(text: str) -> str:
    """The first date in ``text``, as precise as stated: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty where there is none."""
    found = _COMPACT_DATE.search(text) or _DATE.search(text)
    if found is None:
        return ""
    return "-".join(f"{int(part):02}" for part in found.groups() if part)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).lower()
