"""Web archives (WARC): every page that a crawler was given, with its address and what HTTP said of its encoding."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Metadata, Part
from kg.read.streams import HEAD

_OK: Final = range(200, 300)
_TEXTUAL: Final = ("text/", "application/xhtml", "application/pdf", "application/msword", "application/rtf", "application/vnd.openxml")
_NO_TEXT: Final = ("text/css", "text/javascript", "text/ecmascript")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data is an uncompressed web archive; a compressed one is unpacked first."""
    return data.startswith(b"WARC/")


def parts(part: Part, _options: Options, budget: Budget) -> Iterator[Part | Problem]:
    """The pages of an archive by their bytes as the browser got them; redirects, errors, images and requests are passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType  # noqa: PLC0415 - only archives need it

    archive = _Window(part.opened())

    def page(record: WarcRecord, number: int) -> Part | Problem | None:
        name = f"{part.name}#{number}"
        if record.is_http and (record.http_headers.status_code not in _OK or not _is_text(record.http_content_type or "")):
            return None
        data, error = budget.decoded.read(record.reader.read)
        if error is not None or archive.breaks_off():
            return Problem(name, "is damaged inside its archive; fetch the archive again")
        url = record.headers.get("WARC-Target-URI") or ""
        return Part(name, data, charset=record.http_charset or "", metadata=Metadata(url=url.strip("<>"))) if data else None

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for record in ArchiveIterator(archive, auto_decode="all", stream_detect=False, fsspec_args=False):
            archive.begin(record.stream_pos, record.headers.get("Content-Length") or "")
            if not record.record_type & kinds:
                continue
            number += 1
            if (found := page(record, number)) is not None:
                yield found
        if archive.error is not None:
            raise archive.error
    except (OSError, ValueError) as error:
        yield Problem(part.name, f"is damaged behind record {number} ({error}); fetch it again")


class _Window(io.RawIOBase):
    """An archive as it is read, with what was read of it since the current record began: behind its end only what is to come.

    Nothing is raised into the archive's reader: an error ends what it reads, and stands in ``error``.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._read = bytearray()
        self._start = 0
        self._end: int | None = None
        self.error: ReadError | None = None

    def read(self, size: int = -1) -> bytes:
        """The next ``size`` bytes."""
        try:
            data = self._file.read(size)
        except ReadError as error:
            self.error, data = error, b""
        self._read += data
        self._forget(self._end or 0)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._start + len(self._read)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Read up to a place that lies ahead."""
        left = place - self.tell() if whence == io.SEEK_SET else place
        while left > 0 and (data := self.read(min(left, HEAD))):
            left -= len(data)
        return self.tell()

    def begin(self, place: int, length: str) -> None:
        """A record begins at ``place``, whose head was read and gives its ``length``: nothing before it is needed, nor its body."""
        self._forget(place)
        head = self._read.find(b"\r\n\r\n")
        sound = length.isascii() and length.isdigit() and head >= 0
        self._end = self._start + head + 4 + int(length) if sound else None

    def breaks_off(self) -> bool:
        """Whether the archive ends before the record that was read does: what there is of it would pass for the whole."""
        return self._end is None or self._end > self.tell()

    def _forget(self, place: int) -> None:
        """Forget what stands before ``place``, as far as it was read."""
        gone = min(max(place - self._start, 0), len(self._read))
        del self._read[:gone]
        self._start += gone


def _is_text(content_type: str) -> bool:
    kind = content_type.lower()
    return not kind or (kind.startswith(_TEXTUAL) and not kind.startswith(_NO_TEXT))
