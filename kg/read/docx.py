"""Word documents (DOCX), as Word, WPS and LibreOffice write them: paragraphs, tables a row a line, notes; headers and footers as chrome."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from kg.aligned import Span
from kg.errors import ReadError
from kg.read.decode import raw_text
from kg.read.limits import LARGEST, megabytes
from kg.read.raw import Raw

if TYPE_CHECKING:
    from docx.document import Document

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED: Final = (
    f"{_WORD}moveFrom",  # where a moved passage stood before
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same text box once more, for old programs
)
_CHARACTERS: Final = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_ENDS: Final = {f"{_WORD}p": "\n", f"{_WORD}tc": "\t", f"{_WORD}tr": "\n"}


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data is a ZIP that holds a document of Word's."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        return "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read(data: bytes, _charset: str = "") -> Raw:
    """The text of a document, a line a paragraph, cells of a table parted by tabs; deleted text is left out.

    Raises :class:`~kg.errors.ReadError` where it is damaged, empty or a bomb.
    """
    document = _document(data)
    body = "".join(_text(document.element.body))
    others = list(_others(document))
    text = body + "".join(text for kind, text in others if kind in ("footnotes", "endnotes"))
    chrome = []
    for edge in dict.fromkeys(text for wanted in ("header", "footer") for kind, text in others if kind == wanted and text.strip()):
        chrome.append(Span(len(text), len(text) + len(edge)))
        text += edge
    if not text.strip():
        raise ReadError("holds no text; if it shows pictures of text, have it recognised (OCR)")
    title = " ".join(document.core_properties.title.split())
    return Raw(raw_text(text), title=raw_text(title) if title and title in text else "", chrome=tuple(chrome))


def _document(data: bytes) -> Document:
    """The document, once it is known how large it is."""
    import docx  # noqa: PLC0415 - only these documents need it

    if _unpacked(data) > LARGEST:
        raise ReadError(f"unpacks to more than {megabytes(LARGEST)}; it is damaged or a bomb")
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets errors of zipfile, zlib, lxml and its own through, and KeyError for missing parts
        raise ReadError("is a damaged Word document; open it and save it again") from error


def _unpacked(data: bytes) -> int:
    """The size of all parts as they are declared; no more than that is ever unpacked."""
    return sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(data)).infolist())


def _others(document: Document) -> Iterator[tuple[str, str]]:
    """The kind and the text of each part beside the body."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    for _, relation in sorted(document.part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("header", "footer", "footnotes", "endnotes") and not relation.is_external:
            try:
                yield kind, "".join(_text(parse_xml(relation.target_part.blob)))
            except etree.XMLSyntaxError:
                continue


def _text(root: etree._Element) -> Iterator[str]:
    """The pieces of the text below ``root``, each paragraph and row with its line end."""
    between = ""
    begun = False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            between = _ENDS.get(str(element.tag), between)
            continue
        if element.tag in _SKIPPED:
            walk.skip_subtree()
            continue
        piece = (element.text or "") if element.tag == f"{_WORD}t" else _CHARACTERS.get(str(element.tag), "")
        if piece and element.getparent().tag != f"{_WORD}tabs":
            if begun and between:
                yield between
            yield piece
            between, begun = "", True
    if begun:
        yield "\n"
