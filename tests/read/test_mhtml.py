"""Pages saved as one file give the text of the page, and the address that it had."""

from __future__ import annotations

from email.encoders import encode_base64, encode_quopri
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart

import pytest
from samples import OTHER, TEXT, TRADITIONAL, page

from kg.errors import ReadError
from kg.read import read

ADDRESS = "http://example.cn/2010/t1.htm"


def saved(html: bytes, charset: str, encode=encode_quopri, **headers: str) -> bytes:
    """A page as browsers save it: with a picture, and the page of a frame behind it."""
    mail = MIMEMultipart("related", type="text/html")
    mail["Subject"] = "=?utf-8?B?5bKz6Ziz?="
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    for data in (html, page(OTHER).encode()):
        part = MIMEBase("text", "html", charset=charset)
        part.set_payload(data)
        encode(part)
        part["Content-Location"] = ADDRESS
        mail.attach(part)
    mail.attach(MIMEImage(b"GIF89a", "gif"))
    return mail.as_bytes().replace(b"\n", b"\r\n")


@pytest.mark.parametrize("encode", [encode_quopri, encode_base64])
@pytest.mark.parametrize(("text", "charset"), [(TEXT, "utf-8"), (TEXT, "gb2312"), (TRADITIONAL, "big5"), (TEXT + "朱镕基\n", "gb2312")])
def test_the_page_is_the_text_that_was_put_in(text: str, charset: str, encode: object) -> None:
    """In any encoding, however the parts are written; frames and pictures are none of it."""
    data = page(text).encode("gbk" if charset == "gb2312" else charset)
    raw = read(saved(data, charset, encode, From="<Saved by Blink>"))
    assert (raw.text, raw.url) == (text, ADDRESS)


def test_the_address_is_that_of_the_snapshot() -> None:
    """Chrome says it for the whole; an address on somebody's disk is not told."""
    other = "https://example.cn/x"
    assert read(saved(page(TEXT).encode(), "utf-8", Snapshot_Content_Location=other)).url == other
    assert read(saved(page(TEXT).encode(), "utf-8").replace(b"http://example.cn", b"file:///C:/Users/x")).url == ""


def test_a_mail_without_a_page_says_what_to_do() -> None:
    """Neither one of pictures alone, nor one that breaks off before the page."""
    mail = MIMEMultipart("related")
    mail.attach(MIMEImage(b"GIF89a", "gif"))
    with pytest.raises(ReadError, match="holds no page; save it again"):
        read(mail.as_bytes())
    whole = saved(page(TEXT).encode(), "utf-8")
    with pytest.raises(ReadError, match="holds no page"):
        read(whole[: whole.index(b"text/html", whole.index(b"\r\n\r\n")) - 20])


def test_parts_in_parts_end() -> None:
    """Mails in mails, a hundred thousand deep, are refused in one line."""
    nested = b"".join(b'Content-Type: multipart/related; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(100_000))
    with pytest.raises(ReadError, match=r"parts in parts|holds no page"):
        read(nested)


def test_a_text_that_opens_like_a_mail_stays_a_text() -> None:
    """Lines of names and colons are no headers of several parts."""
    text = "Content: 会议纪要\nTime: 2010年5月\n\n岳阳市召开会议。\n"
    assert read(text.encode()).text == text
