"""Pages saved as one file (MHTML), as Internet Explorer, Chrome and Edge keep them: a mail, whose first part in HTML is the page."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from typing import Final

from kg.errors import ReadError
from kg.read import html
from kg.read.raw import Metadata, Raw

_HEADERS: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:[\w-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){1,40}+\r?\n")
_OF_PAGES: Final = re.compile(rb"^content-type:\s*+multipart/(?:related|alternative|mixed)\b", re.IGNORECASE | re.MULTILINE)
_ADDRESSES: Final = ("Snapshot-Content-Location", "Content-Location")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data opens with the headers of a mail of several parts."""
    headers = _HEADERS.match(data[:16_384])
    return headers is not None and _OF_PAGES.search(headers[0]) is not None


def read(data: bytes, charset: str = "") -> Raw:
    """The visible text of the page, with the address it was saved from.

    Raises :class:`~kg.errors.ReadError` where there is no page in it, and as :func:`kg.read.html.read`.
    """
    try:
        mail = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
        page = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise ReadError("holds parts in parts without end; save the page again") from error
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes) or not body:
        raise ReadError("holds no page; save it again, as HTML")
    return html.read(body, page.get_content_charset() or charset).described(Metadata(url=_address(mail) or _address(page)))


def _address(part: Message) -> str:
    """Where the part was, on the web: of what lay on a disk there is nothing to tell."""
    said = next((str(part[name]).strip() for name in _ADDRESSES if part[name]), "")
    return said if said.startswith(("http://", "https://")) else ""
