"""Web archives (WARC): every page that a crawler was given, with its address and what HTTP said of its encoding."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from kg.model import Problem
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Metadata, Part

_OK: Final = range(200, 300)
_TEXTUAL: Final = ("text/", "application/xhtml", "application/pdf", "application/msword", "application/rtf", "application/vnd.openxml")
_NO_TEXT: Final = ("text/css", "text/javascript", "text/ecmascript")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data is an uncompressed web archive; a compressed one is unpacked first."""
    return data.startswith(b"WARC/")


def parts(part: Part, _options: Options, budget: Budget) -> Iterator[Part | Problem]:
    """The pages of an archive by their bytes as the browser got them; redirects, errors, images and requests are passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType  # noqa: PLC0415 - only archives need it

    def page(record: WarcRecord, number: int) -> Part | Problem | None:
        name = f"{part.name}#{number}"
        if record.is_http and (record.http_headers.status_code not in _OK or not _is_text(record.http_content_type or "")):
            return None
        data, error = budget.read(record.reader.read)
        if error is not None or _breaks_off(part.data, record.stream_pos, record.headers.get("Content-Length") or ""):
            return Problem(name, "is damaged inside its archive; fetch the archive again")
        url = record.headers.get("WARC-Target-URI") or ""
        return Part(name, data, charset=record.http_charset or "", metadata=Metadata(url=url.strip("<>"))) if data else None

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for record in ArchiveIterator(io.BytesIO(part.data), record_types=kinds, auto_decode="all", stream_detect=False, fsspec_args=False):
            number += 1
            if (found := page(record, number)) is not None:
                yield found
    except (OSError, ValueError) as error:
        yield Problem(part.name, f"is damaged behind record {number} ({error}); fetch it again")


def _breaks_off(data: bytes, start: int, length: str) -> bool:
    """Whether the archive ends before the record at ``start`` does: what there is of it would pass for the whole."""
    head = data.find(b"\r\n\r\n", start)
    return not length.isascii() or not length.isdigit() or head < 0 or head + 4 + int(length) > len(data)


def _is_text(content_type: str) -> bool:
    kind = content_type.lower()
    return not kind or (kind.startswith(_TEXTUAL) and not kind.startswith(_NO_TEXT))
