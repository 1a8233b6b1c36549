"""PDF with text, by PDFium; the library is an extra, as it brings megabytes of machine code that not every user needs."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.errors import ReadError
from kg.read.decode import raw_text
from kg.read.pages import Box, text_of
from kg.read.raw import Raw

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES: Final = 5_000
MOST_CHARACTERS: Final = 20_000_000
"""More text than this is no document; a page of a few bytes can repeat itself without end."""
_WIDEST_GAP: Final = 1.5
"""In heights of a line: what stands further apart is not one stretch of text."""


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data is a PDF; a little rubbish may stand before it."""
    return b"%PDF-" in data[:1024]


def opens(data: bytes, _name: str) -> bool:
    """Whether the data begins as a PDF."""
    return data.startswith(b"%PDF-")


def read(data: bytes, _charset: str = "") -> Raw:
    """The text of a PDF, columns one behind the other, page headers and footers as chrome at the end; scanned pages are noted.

    Raises :class:`~kg.errors.ReadError` where it is encrypted, damaged, or holds no text at all.
    """
    document = _document(data)
    try:
        if len(document) > MOST_PAGES:
            raise ReadError(f"has more than {MOST_PAGES} pages; split it")
        pages = _pages(document)
    finally:
        document.close()
    blank = [number for number, page in enumerate(pages, start=1) if not page]
    if len(blank) == len(pages):
        raise ReadError("holds no text, only pictures of it; have the text recognised (OCR) and read that")
    text, chrome = text_of(pages)
    return Raw(raw_text(text), chrome=chrome, notes=tuple(_notes(data, blank)))


def _document(data: bytes) -> PdfDocument:
    try:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReadError("is a PDF, for which pypdfium2 is needed; install it with: pip install 'zhengmai[pdf]'") from error
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is encrypted; save it without a password") from error
        raise ReadError("is a damaged PDF; fetch it again") from error


def _pages(document: PdfDocument) -> list[list[Box]]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - an extra

    pages: list[list[Box]] = []
    left = MOST_CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except PdfiumError:
            pages.append([])
            continue
        left -= text.count_chars()
        if left < 0:
            raise ReadError(f"holds more than {MOST_CHARACTERS} characters; split it")
        pages.append(list(_boxes(text)))
        text.close()
        page.close()
    return pages


def _boxes(page: PdfTextPage) -> Iterator[Box]:
    """The stretches of a page's text, each in one line and without a gap."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode  # noqa: PLC0415 - an extra

    where = FS_RECTF()
    box: Box | None = None
    blank = ""
    for number in range(page.count_chars()):
        char = chr(FPDFText_GetUnicode(page.raw, number))
        if char in "\r\n" or not FPDFText_GetLooseCharBox(page.raw, number, ctypes.byref(where)):
            if box:
                yield box
            box, blank = None, ""
        elif char.isspace() or char == "\0":
            blank = " "
        elif box and _goes_on(box, where):
            right, top, bottom = max(box.right, where.right), max(box.top, where.top), min(box.bottom, where.bottom)
            box, blank = Box(box.left, bottom, right, top, box.text + blank + char), ""
        else:
            if box:
                yield box
            box, blank = Box(where.left, where.bottom, where.right, where.top, char), ""
    if box:
        yield box


def _goes_on(box: Box, where: ctypes.Structure) -> bool:
    """Whether a character at ``where`` stands in the line of ``box`` and right behind it."""
    height = box.top - box.bottom
    level = abs((where.bottom + where.top) / 2 - box.middle) < height / 2
    return bool(level and -height < where.left - box.right < _WIDEST_GAP * height)


def _notes(data: bytes, blank: list[int]) -> Iterator[str]:
    if blank:
        listed = ", ".join(map(str, blank[:10])) + (" …" if len(blank) > 10 else "")  # as many as are listed
        yield f"shows no text on page {listed}; if it is a scan, have the text recognised (OCR)"
    if b"%%EOF" not in data[-2048:]:
        yield "breaks off before its end, and was read as far as it goes; fetch it again"
