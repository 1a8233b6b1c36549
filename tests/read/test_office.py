"""PDF, DOCX, RTF and Markdown, made by the libraries and programs' rules that make them, read back as the plain text that went in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from samples import OTHER, TEXT, TRADITIONAL, archive

from kg.errors import ReadError
from kg.read import read
from kg.read.pages import Box, text_of
from kg.read.raw import Raw
from kg.repair import repair

FONT = "STSong-Light"
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, locked: str = "") -> bytes:
    """A PDF whose pages are drawn one by one."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=StandardEncryption(locked) if locked else None)
    for draw in pages:
        canvas.setFont(FONT, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def column(lines: Sequence[str], left: int = 60, top: int = 740) -> Draw:
    """Lines one below the other."""

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(left, top - 20 * number, line)

    return draw


def word(*paragraphs: str, change: Callable[[docx.document.Document], None] = lambda _: None) -> bytes:
    """A Word document of paragraphs, changed before it is saved."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def marked(raw: Raw) -> list[str]:
    """The lines that a reader took for page chrome."""
    return [raw.text[start:end].strip() for start, end in raw.chrome]


# ---------------------------------------------------------------- the same text, whatever the format


def rtf(text: str, page: int = 936, charset: int = 134) -> bytes:
    """``text`` as old Word writes it: bytes of a code page in hexadecimal."""
    coded = "".join(char if ord(char) < 128 else "".join(f"\\'{byte:02x}" for byte in char.encode(f"cp{page}")) for char in text)
    head = f"{{\\rtf1\\ansi\\ansicpg{page}{{\\fonttbl{{\\f0\\fnil\\fcharset{charset} SimSun;}}}}{{\\info{{\\title x}}}}\\f0 "
    return (head + coded.replace("\n", "\\par\n") + "}").encode("ascii")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (pdf(column(TEXT.splitlines())), TEXT),
        (pdf(column(TRADITIONAL.splitlines())), TRADITIONAL),
        (word(*TEXT.splitlines()), TEXT),
        (rtf(TEXT), TEXT),
        (rtf(TRADITIONAL, 950, 136), TRADITIONAL),
        (f"# {TEXT.splitlines()[0]}\n\n{TEXT.splitlines()[1]}\n\n## 二\n".encode("gb18030"), TEXT + "二\n"),
    ],
    ids=["PDF", "PDF, traditional", "DOCX", "RTF", "RTF in Big5", "Markdown in GB18030"],
)
def test_the_text_is_that_of_the_plain_original(data: bytes, text: str) -> None:
    """A document in any format, found by its content, gives the text that was put into it."""
    raw = read(data)
    assert (raw.text.rstrip("\n"), raw.lost, raw.notes) == (text.rstrip("\n"), 0, ())


# ---------------------------------------------------------------- PDF

LEFT = [f"左栏第{number}行岳阳市召开基层党建工作" for number in "一二三四五六七八"]
RIGHT = [f"右栏第{number}行会议要求各级党组织带" for number in "一二三四五六七八"]


def test_columns_stand_one_behind_the_other() -> None:
    """Two columns below a heading that runs across both are read left, then right, though they were drawn row by row."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(150, 780, "全市基层党建工作推进会召开，市委组织部负责人出席会议")
        for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            canvas.drawString(60, 740 - 20 * number, left)
            canvas.drawString(320, 740 - 20 * number, right)

    lines = read(pdf(draw)).text.splitlines()
    assert lines == ["全市基层党建工作推进会召开，市委组织部负责人出席会议", *LEFT, *RIGHT]


def test_a_table_is_no_columns() -> None:
    """Short cells side by side are rows."""
    names = ["韦启明", "易思齐", "文立诚", "殷若川", "甄怀远"]

    def draw(canvas: Canvas) -> None:
        for number, name in enumerate(names):
            canvas.drawString(60, 740 - 20 * number, name)
            canvas.drawString(320, 740 - 20 * number, "副部长")

    assert read(pdf(draw)).text.splitlines() == [f"{name}\t副部长" for name in names]


def test_page_headers_and_footers_are_chrome_at_the_end() -> None:
    """What stands at the edge of every page, and its number, is set apart, so that a sentence runs on over the page."""

    def page(number: int, lines: list[str]) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 800, "岳阳市人民政府公报 2012年第4期")
            column(lines)(canvas)
            canvas.drawString(280, 30, f"- {number} -")

        return draw

    broken = "会议开得很好。会议指出，要把工作落到实处，让人民群众看得见变化，进一步"
    raw = read(pdf(page(1, [broken]), page(2, ["凝聚人心。", "会议强调纪律。"])))
    assert raw.text.startswith(broken + "\n凝聚人心。\n会议强调纪律。\n")
    assert marked(raw) == ["岳阳市人民政府公报 2012年第4期", "- 1 -", "岳阳市人民政府公报 2012年第4期", "- 2 -"]
    assert "进一步凝聚人心。" in repair(raw.text).text


def test_a_row_of_a_number_and_blanks_is_read_once() -> None:
    """A row that is no page number, but for its last sign, is body: it used to take minutes."""
    assert text_of([[Box(0, 0, 100, 10, "1" + "\u3000" * 100_000 + "县")]]) == ("1" + "\u3000" * 100_000 + "县\n", ())


def test_a_scanned_page_is_reported() -> None:
    """A page without text is named, and a file of nothing else refused with what to do."""

    def picture(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 600, fill=1)

    raw = read(pdf(column(TEXT.splitlines()), picture))
    assert raw.text.strip() == TEXT.strip()
    assert len(raw.notes) == 1
    assert "page 2" in raw.notes[0]
    with pytest.raises(ReadError, match="OCR"):
        read(pdf(picture, picture))


@pytest.mark.parametrize(
    ("data", "told"),
    [(pdf(column([TEXT]), locked="x"), "encrypted"), (b"%PDF-1.7\nrubbish", "damaged PDF"), (pdf(column([TEXT]))[:300], "damaged PDF")],
    ids=["encrypted", "rubbish", "truncated early"],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, told: str) -> None:
    """One line says what is wrong and what to do."""
    with pytest.raises(ReadError, match=told):
        read(data)


def test_a_truncated_pdf_is_read_as_far_as_it_goes_or_refused() -> None:
    """Wherever it breaks off, there is a note or a refusal, never a silent loss."""
    whole = pdf(*[column([f"第{number}页会议要求各级党组织带头落实。"]) for number in range(6)])
    for cut in range(len(whole) // 8, len(whole) - 8, len(whole) // 8):
        try:
            raw = read(whole[:cut])
        except ReadError as error:
            told = [str(error)]
        else:
            told = list(raw.notes)
        assert told


def test_boxes_keep_all_words() -> None:
    """However boxes lie on a page, each word is in the text once."""
    words = [chr(0x4E00 + number) * 3 for number in range(60)]
    pages = [[Box(x := (n * 37) % 500, y := (n * 61) % 700, x + 40, y + 12, word) for n, word in enumerate(words)]]
    text, chrome = text_of(pages)
    assert sorted(text.replace("\t", "\n").split()) == sorted(words)
    assert all(text[end - 1] == "\n" for _, end in chrome)
    assert text_of([[]]) == ("", ())


# ---------------------------------------------------------------- DOCX


def test_tables_are_rows_and_stand_in_their_place() -> None:
    """A table between paragraphs is read there, a row a line, cells parted by tabs."""

    def change(document: docx.document.Document) -> None:
        table = document.add_table(2, 2)
        for row, names in zip(table.rows, (("姓名", "职务"), ("韦启明", "副部长")), strict=True):
            for cell, name in zip(row.cells, names, strict=True):
                cell.text = name
        document.add_paragraph("表后一段。")

    assert read(word("表前一段。", change=change)).text == "表前一段。\n姓名\t职务\n韦启明\t副部长\n表后一段。\n"


def test_headers_and_footers_are_chrome() -> None:
    """They stand at the end, once each, however many sections repeat them."""

    def change(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "岳阳市委文件"
        document.sections[0].footer.paragraphs[0].text = "第1页"

    raw = read(word(TEXT.strip(), change=change))
    assert raw.text == TEXT + "岳阳市委文件\n第1页\n"
    assert marked(raw) == ["岳阳市委文件", "第1页"]


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    """A document with changes that were tracked shows the text as it would be accepted."""

    def change(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("甲")._p
        for kind, tag, text in (("w:ins", "w:t", "乙"), ("w:del", "w:delText", "丙"), ("w:moveFrom", "w:t", "丁")):
            outer, run, inner = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
            inner.text = text
            run.append(inner)
            outer.append(run)
            paragraph.append(outer)
        tabs = OxmlElement("w:tabs")
        tabs.append(OxmlElement("w:tab"))
        tabs[0].set(qn("w:val"), "left")
        paragraph.get_or_add_pPr().append(tabs)

    assert read(word(change=change)).text == "甲乙\n"


def member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return archive({each: change(file.read(each)) if each == name else file.read(each) for each in file.namelist()})


def test_entities_are_not_expanded() -> None:
    """A document that defines entities in its XML cannot make more of itself than it is, nor read files."""
    laughs = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY f SYSTEM "file:///etc/passwd">' + "".join(
        f'<!ENTITY {name} "{f"&{of};" * 20}">' for name, of in zip("bcdefgh", "abcdefg", strict=True)
    )
    data = member(
        word("占位"),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:document", (laughs + "]><w:document").encode(), 1).replace("占位".encode(), b"x&h;&f;y"),
    )
    try:
        text = read(data).text
    except ReadError as error:
        text = str(error)
    assert len(text) < 200
    assert "root" not in text


@pytest.mark.parametrize(
    "data",
    [
        word(TEXT)[:-400],
        member(word(TEXT), "word/document.xml", lambda xml: xml[:-50]),
        member(word(TEXT), "word/document.xml", lambda _: b"<w:p>" * 100_000),
        member(word(TEXT), "[Content_Types].xml", lambda _: b"<x/>"),
        word(),
    ],
    ids=["truncated", "broken XML", "nested", "no types", "empty"],
)
def test_damaged_word_documents_are_refused(data: bytes) -> None:
    """One line says what to do."""
    with pytest.raises(ReadError, match=r"damaged|holds no text"):
        read(data)


def test_a_word_document_that_is_a_bomb_is_refused() -> None:
    """Its declared size is looked at before anything is unpacked."""
    with pytest.raises(ReadError, match="bomb"):
        read(archive({"word/document.xml": b" " * 280_000_000}))


# ---------------------------------------------------------------- RTF and Markdown


def test_links_and_unicode_escapes_of_rtf() -> None:
    """The words of a link are text and its address is not; characters by number are read."""
    head = rtf("")[:-1]
    link = b'{\\field{\\*\\fldinst{HYPERLINK "http://x.cn"}}{\\fldrslt \\uc1\\u-27394?}}'
    assert read(head + link + b"\\par}").text.strip() == chr(65536 - 27394)


@pytest.mark.parametrize(
    "data",
    [b"{\\rtf1", b"{\\rtf1" + b"{" * 100_000, b"{\\rtf1{\\fonttbl" + b"\\f1" * 100_000, b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 30_000],
    ids=["empty", "nested", "fonts", "fields"],
)
def test_hostile_rtf_is_refused(data: bytes) -> None:
    """Neither nesting nor what the library's patterns are slow at costs more than a line."""
    with pytest.raises(ReadError):
        read(data)


def test_tables_of_rtf_are_rows() -> None:
    """Cells are parted by tabs, as in all tables; a bar in the text stays one."""
    rows = r"{\rtf1\ansi\trowd\cellx1000\cellx2000 a|b\cell c\cell\row\trowd\cellx1000\cellx2000 d\cell e\cell\row }"
    raw = read(rows.encode())
    assert raw.text.split() == ["a|b", "c", "d", "e"]
    assert [raw.text[start:end].split() for start, end in raw.tables] == [["a|b", "c", "d", "e"]]


def test_old_word_is_told_by_its_first_bytes() -> None:
    """What Office wrote before 2007 is refused by what it is, with what to do."""
    with pytest.raises(ReadError, match="old Word, WPS or Excel; save it as DOCX"):
        read(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + TEXT.encode("utf-16-le"))


def test_markdown_says_what_it_is_at_its_head() -> None:
    """Fields between lines of dashes are metadata; lists and tables are lines, marks of emphasis are no text."""
    text = "---\ntitle: 推进会召开\ndate: 2012-04-18\nsource: 岳阳日报\n---\n\n- **岳阳市**召开会议\n- 沈阳市\n\n|甲|乙|\n|-|-|\n|丙|丁|\n"
    raw = read(text.encode(), "a.md")
    assert (raw.title, raw.date, raw.publisher) == ("推进会召开", "2012-04-18", "岳阳日报")
    assert raw.text.split() == ["岳阳市召开会议", "沈阳市", "甲", "乙", "丙", "丁"]


def test_plain_text_with_a_number_sign_is_no_markdown() -> None:
    """Content decides only where it is plain."""
    for text in ("# 岳阳市\n召开会议。\n", OTHER, "#1楼 会议"):
        assert read(text.encode()).text == text
