"""Plain text, and the choice of a reader."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.read import LARGEST, READERS, SUFFIXES, Options, parts, read


def test_text_is_kept_as_it_is() -> None:
    """Blanks, line ends and marks stay; a BOM goes."""
    assert read("\ufeff  甲，乙\r\n\r\n\u3000丙。 ".encode()).text == "  甲，乙\r\n\r\n\u3000丙。 "


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", "\u3000\u3000".encode()])
def test_nothing_is_no_document(data: bytes) -> None:
    """An empty file, and one of blanks, is an error that says so."""
    with pytest.raises(ReadError, match=r"is empty|holds no text"):
        read(data)


def test_what_could_not_be_decoded_is_counted() -> None:
    """The reader hands on how much was lost."""
    assert read(("岳阳市召开会议。" * 40).encode() + b"\xff").lost == 1


def test_a_huge_document_is_refused() -> None:
    """A document larger than the limit is refused before it is decoded, with what to do."""
    with pytest.raises(ReadError, match=r"larger than 1 MB; split it"):
        list(parts(b" " * ((1 << 20) + 1), options=Options(max_bytes=1 << 20)))
    assert Options().max_bytes == LARGEST


def test_every_reader_says_what_it_reads() -> None:
    """Readers carry a name, a line for --help and their suffixes; no suffix is read in two ways, and the last takes anything."""
    assert all(reader.name and reader.title and reader.suffixes for reader in READERS)
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert READERS[-1].sniff(b"anything", "")


def test_html_is_read_as_html_whatever_it_is_called() -> None:
    """The content decides, as read is not told a name."""
    assert read("<html><body><p>岳阳市</p></body></html>".encode()).text == "岳阳市\n"
