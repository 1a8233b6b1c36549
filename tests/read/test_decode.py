"""Bytes to characters, in whatever encoding a Chinese document comes."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read.decode import decode, raw_text

SIMPLIFIED = (
    "岳阳市召开全市基层党建工作推进会，市委组织部副部长韦启明出席会议并讲话。会议要求，各级党组织要把责任扛在肩上，把工作落到实处，"
    "让群众看得见变化、得到实惠。全年办理实事30项，满意率99.18%。\n"
)
TRADITIONAL = (
    "岳陽市召開全市基層黨建工作推進會，市委組織部副部長韋啟明出席會議並講話。會議要求，各級黨組織要把責任扛在肩上，把工作落到實處，"
    "讓群眾看得見變化、得到實惠。全年辦理實事30項，滿意率99.18%。\n"
)

SENTENCES = tuple(part for part in SIMPLIFIED.replace("\n", "").split("，"))
PIECES = (*SENTENCES, "龘靐", "2012年4月18日", "（kg）", "\r\n", "\t")
CHINESE = st.lists(st.sampled_from(PIECES), min_size=4, max_size=30).map("，".join)
"""Chinese texts of everyday words with a few rare characters, figures and line ends among them."""


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(bom: bytes, encoding: str) -> None:
    """A BOM names the encoding and is no part of the text."""
    assert decode(bom + SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "gb18030"])
def test_simplified_text_is_read_without_a_declaration(encoding: str) -> None:
    """Every encoding of simplified text is told from the bytes alone."""
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_byte_order_mark_may_hold_everyday_characters_that_end_in_a_nul(encoding: str) -> None:
    """UTF-16 without a BOM is told from the bytes alone, 一 and 开 or not."""
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le", "utf-16-be"])
def test_traditional_text_is_read_without_a_declaration(encoding: str) -> None:
    """Every encoding of traditional text is told from the bytes alone."""
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@given(CHINESE, st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-8-sig"]))
def test_any_chinese_text_comes_back_the_same(text: str, encoding: str) -> None:
    """What is encoded is read, character for character."""
    found = decode(text.encode(encoding))
    assert (found.text, found.lost) == (text, 0)


def test_a_page_that_declares_gb2312_may_hold_gbk() -> None:
    """Most pages that say GB2312 hold characters that only GBK has."""
    page = f'<html><meta charset="gb2312"><body>{SIMPLIFIED}朱镕基、喆、堃</body></html>'
    assert decode(page.encode("gbk")) == (page, "gb18030", 0)


def test_a_page_that_declares_big5_is_read_as_such() -> None:
    """The declaration decides where the bytes fit several encodings."""
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"></head><body>{TRADITIONAL}</body></html>'
    found = decode(page.encode("big5"))
    assert (found.text, found.encoding) == (page, "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [TRADITIONAL.replace("\n", "") * 3, f"<script>{'var a = 1; ' * 300}</script><p>{SIMPLIFIED}</p>", SENTENCES[0]],
    ids=["no line end", "hardly any Chinese", "one sentence"],
)
def test_utf16_is_told_by_what_it_says(text: str, encoding: str) -> None:
    """Text in UTF-16 without a BOM may have no NUL at all, or a NUL in nearly every character."""
    assert decode(text.encode(encoding)) == (text, encoding, 0)


FOOTER = "<div>主办：岳阳市委组织部　版权所有</div>"


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "big5"), ("big5", "utf-8")])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", ""])
def test_a_page_in_two_encodings_is_read_whole(first: str, second: str, declared: str) -> None:
    """A footer that a site puts in from a file of its own may be in another encoding than the page, whatever is declared."""
    text, footer = (TRADITIONAL, FOOTER.replace("办", "辦").replace("阳", "陽").replace("组织", "組織").replace("权", "權"))
    if "big5" not in (first, second):
        text, footer = SIMPLIFIED, FOOTER
    data = f"<p>{text}</p>".encode(first) + footer.encode(second)
    assert decode(data, declared)[::2] == (f"<p>{text}</p>{footer}", 0)


@given(CHINESE, CHINESE, st.sampled_from(["gb18030", "utf-8"]))
def test_text_in_one_encoding_is_never_taken_for_two(text: str, more: str, encoding: str) -> None:
    """Pieces of a page in one encoding are all read in it."""
    page = f"<p>{text}</p>\n<p>{more}</p>"
    assert decode(page.encode(encoding)).text == page


def test_damaged_utf8_is_never_read_as_something_else() -> None:
    """Text in UTF-8 of which too much is lost is refused, though its bytes are nearly all characters in GB18030."""
    with pytest.raises(ReadError, match="UTF-8"):
        decode(SENTENCES[0].encode() + b"\xed\xa0\xbd" * 2 + SENTENCES[1].encode())


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_short_text_that_breaks_off_is_read(encoding: str) -> None:
    """Half a character at the end is lost, however short the text before it."""
    found = decode(SENTENCES[0].encode(encoding) + "会".encode(encoding)[:1])
    assert (found.text, found.lost) == (SENTENCES[0] + "\ufffd", 1)


def test_a_mark_of_utf8_before_a_page_in_gbk_is_no_hindrance() -> None:
    """Templates saved by an editor that marks UTF-8 are filled in with what a database gives."""
    assert decode(codecs.BOM_UTF8 + SIMPLIFIED.encode("gbk"))[::2] == (SIMPLIFIED, 0)


@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "iso-8859-1"])
def test_a_wrong_declaration_of_a_page_in_big5_is_seen_through(charset: str) -> None:
    """All bytes of Big5 are characters in GB18030, but not those that texts are made of."""
    assert decode(TRADITIONAL.encode("big5"), charset).text == TRADITIONAL


@pytest.mark.parametrize("charset", ["x-no-such-encoding", "hex", "utf-8", "big5", "latin-1", "iso-8859-1", "windows-1252", "koi8-r"])
def test_a_wrong_declaration_is_seen_through(charset: str) -> None:
    """Whatever a page says of itself, its bytes have the last word."""
    page = f"<html><meta charset={charset}><body>{SIMPLIFIED * 3}"
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize("charset", ["idna", "undefined"])
def test_a_declared_codec_that_cannot_decode_is_no_reason_to_stop(charset: str) -> None:
    """A page that declares a codec of Python's that no page is in is read by trial."""
    page = f"<html><meta charset={charset}><body>{SIMPLIFIED * 3}"
    assert decode(page.encode("gb18030")).text == page


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f" * 20,
        bytes(range(256)) * 40,
        b"\0" * 5000,
        b"PK\3\4\x14\0\0\0\x08\0" + bytes(range(255, -1, -1)) * 20,
    ],
    ids=["PNG", "every byte", "NULs", "ZIP"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    """A file that is no document is refused with what to do about it, never decoded to rubbish."""
    with pytest.raises(ReadError, match=r"binary file|cannot be decoded"):
        decode(data)


@pytest.mark.parametrize("text", ["岳阳市召开会议，要求抓好落实。\0", SIMPLIFIED + "\0"], ids=["at the end", "behind ASCII"])
def test_a_stray_nul_does_not_change_the_encoding(text: str) -> None:
    """A control in sound UTF-8 text stands as U+FFFD, and the text is read as it is."""
    try:
        found = raw_text(decode(text.encode()).text)
    except ReadError as error:
        pytest.fail(str(error))
    assert found == text.replace("\0", "\ufffd")


def test_up_to_one_percent_may_be_lost() -> None:
    """A few broken bytes cost the characters that they were, which are counted and stand as U+FFFD."""
    broken = (SIMPLIFIED * 10).encode()[:-1] + b"\xff\n"
    found = decode(broken)
    assert (found.encoding, found.lost, found.text.count("\ufffd")) == ("utf-8", 1, 1)
    assert found.text.replace("\ufffd", "") == SIMPLIFIED * 10


def test_more_than_one_percent_is_refused() -> None:
    """Text of which much is lost is refused: facts from it could not be trusted."""
    half = b"".join(bytes([byte, 0xFF]) for byte in SIMPLIFIED.encode())
    with pytest.raises(ReadError, match="UTF-8"):
        decode(half)


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_raw_text_holds_nothing_that_a_format_cannot_carry(text: str) -> None:
    """No control but tab, CR and LF, no surrogate, no noncharacter; and but for a BOM the length stays."""
    made = raw_text(text)
    assert len(made) == len(text.removeprefix("\ufeff"))
    for char in made:
        assert char in "\t\r\n" or unicodedata.category(char) not in ("Cc", "Cs")
        assert not 0xFDD0 <= ord(char) <= 0xFDEF
        assert ord(char) & 0xFFFE != 0xFFFE


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=60))
def test_raw_text_keeps_everything_else(text: str) -> None:
    """Sound characters, private ones and those of the upper planes included, stay as they are."""
    assert raw_text("x" + text) == "x" + text


def test_line_ends_and_tabs_stay() -> None:
    """Positions count CR and LF as they stand in the file."""
    assert raw_text("甲\r\n乙\r丙\n丁\t。\x00\x85\ufffe") == "甲\r\n乙\r丙\n丁\t。\ufffd\ufffd\ufffd"
