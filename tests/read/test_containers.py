"""Files that hold several documents: each is found, read by the same readers, and a source of its own."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zipfile
from contextlib import suppress
from hashlib import sha256
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import OTHER, TEXT, TRADITIONAL, archive, lines, page, table, web_archive

from kg.errors import InputError, ReadError
from kg.model import Problem
from kg.read import Options, Part, parts, parts_of, read, read_part
from kg.read.fields import chosen, columns, stated_date


def opened(data: bytes, name: str = "", **options: object) -> tuple[list[Part], list[Problem]]:
    """What a file holds, and what could not be had."""
    found = list(parts(data, name, Options(**options)))
    return [part for part in found if isinstance(part, Part)], [problem for problem in found if isinstance(problem, Problem)]


def texts(data: bytes, name: str = "", **options: object) -> list[str]:
    """The texts of all documents in a file of which nothing is missing."""
    found, problems = opened(data, name, **options)
    assert problems == []
    return [read_part(part).text for part in found]


WARC_PAGES = (
    ("http://example.cn/1", "200 OK", "text/html; charset=gb2312", page(TEXT + "朱镕基").encode("gbk")),
    ("http://example.cn/2", "301 Moved", "text/html", page("此页已移动").encode()),
    ("http://example.cn/3.png", "200 OK", "image/png", b"\x89PNG"),
    ("http://example.cn/4", "200 OK", "text/html; charset=big5", page(TRADITIONAL).encode("big5")),
)


@pytest.mark.parametrize(
    "data",
    [
        lines({"text": TEXT}, {"text": OTHER}),
        json.dumps([{"content": TEXT}, {"content": OTHER}], ensure_ascii=False, indent=1).encode(),
        lines({"正文": TEXT, "n": 1}, {"正文": OTHER}).decode().encode("gb18030"),
        table([["标题", "正文"], ["一", TEXT], ["二", OTHER]]),
        table([["id", "title", "content"], ["1", "a", TEXT], ["2", "b", OTHER]], "utf-8-sig"),
        table([["title", "content"], ["a", TEXT], ["b", OTHER]], "utf-16", delimiter="\t"),
        table([["题名", "正文"], ["a", TEXT], ["b", OTHER]], "gb18030", delimiter=";"),
        archive({"1.txt": TEXT.encode(), "2.html": page(OTHER).encode("gb18030"), "logo.png": b"\x89PNG"}),
        archive({"in.zip": archive({"1.txt": TEXT.encode(), "2.txt": OTHER.encode()})}),
        gzip.compress(lines({"text": TEXT}, {"text": OTHER})),
    ],
    ids=["JSONL", "JSON array", "JSONL in GB18030", "CSV", "CSV of Excel", "UTF-16 with tabs", "semicolons", "ZIP", "ZIP in ZIP", "gzip"],
)
def test_each_document_is_the_text_that_was_put_in(data: bytes) -> None:
    """Whatever the container, and without its name, the documents in it come out as they were."""
    assert texts(data) == [TEXT, OTHER] or texts(data, "x.tsv") == [TEXT, OTHER]


@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "gz"])
def test_a_web_archive_gives_the_pages_that_browsers_got(compressed: bool) -> None:  # noqa: FBT001 - a column of the table
    """Requests, redirects and images are passed over; the encoding that HTTP declares is honoured; the address is kept."""
    found, problems = opened(web_archive(*WARC_PAGES, compressed=compressed), "a.warc")
    assert problems == []
    assert [read_part(part).text for part in found] == [TEXT + "朱镕基\n", TRADITIONAL]
    assert [read_part(part).url for part in found] == ["http://example.cn/1", "http://example.cn/4"]
    assert [part.data for part in found] == [WARC_PAGES[0][3], WARC_PAGES[3][3]]


def test_a_part_is_known_by_its_own_bytes() -> None:
    """The bytes of a member are those of the file, those of a record its line; names tell where they stand."""
    record = lines({"text": TEXT})
    found, _ = opened(archive({"a/b.txt": OTHER.encode(), "c.jsonl": record + record}), "x.zip")
    assert [part.name for part in found] == ["x.zip/a/b.txt", "x.zip/c.jsonl#1", "x.zip/c.jsonl#2"]
    assert [sha256(part.data).hexdigest() for part in found] == [
        sha256(data).hexdigest() for data in (OTHER.encode(), record.strip(), record.strip())
    ]
    rows, _ = opened(table([["title", "text"], ["a", TEXT], ["b", OTHER]]), "x.csv")
    assert rows[0].data == f'a,"{TEXT}"'.encode()


def test_fields_of_a_record_are_its_metadata() -> None:
    """Title, date, link, publisher and author are taken from the fields that usually hold them."""
    said = {"Title": "推进会 召开", "Publish_Date": "2012年4月18日 09:30", "url": "http://example.cn/"}
    record = said | {"来源": "岳阳日报", "author": "易思齐"}
    raw = read(lines(record | {"body": TEXT}))
    assert (raw.title, raw.date, raw.url) == ("推进会 召开", "2012-04-18", "http://example.cn/")
    assert (raw.publisher, raw.author, raw.text) == ("岳阳日报", "易思齐", TEXT)


def test_fields_may_be_chosen() -> None:
    """What the user names is taken, though another field has a usual name."""
    data = lines({"text": "摘要", "wen": TEXT, "rq": "2012-04"})
    (part,), _ = opened(data, fields=chosen(["text=wen", "date=rq"]))
    assert (read_part(part).text, read_part(part).date) == (TEXT, "2012-04")
    assert columns(["a", "b"], chosen(["text=b"])) == {"text": "b"}
    for wrong in ("text", "colour=b", "=b"):
        with pytest.raises(InputError, match="FIELD=NAME"):
            chosen([wrong])


def test_a_field_that_holds_markup_is_read_as_a_page() -> None:
    """Databases store articles as HTML; tags are no text, and a comparison is no tag."""
    assert read(lines({"content": page(TEXT)})).text == TEXT
    assert read(lines({"content": "当a<b时，b>a。"})).text == "当a<b时，b>a。"


def test_a_record_that_cannot_be_had_is_named_and_the_others_are_read() -> None:
    """A broken line and one without text are a problem each, with what to do."""
    found, problems = opened(lines({"text": TEXT}) + b'{"text": "bro\n[1]\n{"x": 1}\n' + lines({"text": OTHER}), "a.jsonl")
    assert [part.name for part in found] == ["a.jsonl#1", "a.jsonl#5"]
    assert [problem.name for problem in problems] == ["a.jsonl#2", "a.jsonl#3", "a.jsonl#4"]
    assert "--field text=" in problems[2].message


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"x,y\n1,2\n"), ("a.csv", b"x\n")])
def test_a_table_without_a_text_column_says_which_columns_there_are(name: str, data: bytes) -> None:
    """The message names the option and the columns."""
    with pytest.raises(ReadError, match=r"--field text=NAME \(there are x"):
        list(parts(data, name))


@pytest.mark.parametrize(
    "text",
    ["会议内容,标题如下\n岳阳市召开会议。\n", "title,content 是英语。", "{“text”：岳阳市}", "[1] 岳阳市志。\n", "PK赛开始"],
)
def test_text_is_not_taken_for_a_container(text: str) -> None:
    """Prose that looks a little like a table or a record is text."""
    assert read(text.encode()).text == text


def test_names_of_members_from_chinese_systems_are_read() -> None:
    """A ZIP made on Chinese Windows has names in GB18030, and no flag that says so."""
    data = archive({"aaaa.txt": TEXT.encode()}).replace(b"aaaa.txt", "会议".encode("gb18030") + b".txt")
    (part,), _ = opened(data, "x.zip")
    assert part.name == "x.zip/会议.txt"


def test_a_bomb_is_defused() -> None:
    """An archive that unpacks to more than allowed is refused in one line, and no more than that is ever held."""
    bomb = archive({"big.txt": b"\0" * 200_000_000, "good.txt": TEXT.encode()})
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    for data in (bomb, gzip.compress(archive({"a.zip": bomb})), gzip.compress(b" " * 50_000_000)):
        try:
            _, problems = opened(data, "x", max_bytes=8_000_000)
            told = [problem.message for problem in problems]
        except ReadError as error:
            told = [str(error)]
        assert len(told) == 1
        assert "--max-bytes" in told[0]
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


class Repeated:
    """A file of the same piece so many times over, made as it is read."""

    def __init__(self, first: bytes, piece: bytes, times: int) -> None:
        self.pieces = chain((first,) * bool(first), repeat(piece, times))
        self.rest = b""

    def read(self, size: int) -> bytes:
        """The next bytes, fewer than ``size`` as pipes may give."""
        self.rest = self.rest or next(self.pieces, b"")
        data, self.rest = self.rest[:size], self.rest[size:]
        return data


@pytest.mark.parametrize(
    ("name", "first", "piece"),
    [
        ("a.jsonl", b"", lines({"text": TEXT * 200})),
        ("a.json", b"[", lines({"text": TEXT * 200}).strip() + b",\n"),
        ("a.warc", b"", web_archive(("http://example.cn/", "200 OK", "text/html", page(TEXT * 200).encode()))),
        ("a.jsonl.gz", b"", gzip.compress(lines({"text": TEXT * 200}))),
        ("a.warc.gz", b"", web_archive(("http://example.cn/", "200 OK", "text/html", page(TEXT * 200).encode()), compressed=True)),
    ],
)
def test_memory_does_not_grow_with_the_archive(name: str, first: bytes, piece: bytes) -> None:
    """Records and archived pages are read as they come: of 30 MB no more than a few are held at once."""
    times = 30_000_000 // len(TEXT.encode() * 200)
    tracemalloc.start()
    found = [isinstance(part, Part) and len(part.data) > 20_000 for part in parts_of(Repeated(first, piece, times), name)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [True] * times
    assert peak < 12_000_000


def test_memory_does_not_grow_with_what_is_passed_over() -> None:
    """Of archived records that are no pages, and of what stands behind the end of each, nothing is held."""
    wanted, passed = (web_archive(("http://example.cn/", "200 OK", "text/html", page(TEXT * times).encode())) for times in (1, 200))
    passed = passed.replace(b"WARC-Type: response", b"WARC-Type: revisit ")
    tracemalloc.start()
    (part,) = parts_of(Repeated(wanted, passed, 500), "a.warc")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(part, Part)
    assert 500 * len(passed) > 10 * peak


def test_pages_compressed_in_archives_share_one_bound() -> None:
    """What is decoded of pages is counted over all archives inside a file, not anew for each."""
    body = gzip.compress(page(TEXT * 10_000).encode())
    one = web_archive(("http://example.cn/", "200 OK", "text/html\r\nContent-Encoding: gzip", body))
    found, problems = opened(archive({f"{number}.warc": one for number in range(5)}), "x.zip", max_bytes=6_000_000)
    assert len(found) == 6_000_000 // len(page(TEXT * 10_000).encode())
    assert "--max-bytes" in problems[0].message


def test_records_behind_any_blank_are_read() -> None:
    """Lines without end between two records of an array do not end it."""
    record = lines({"text": TEXT})
    found, problems = opened(b"[" + record.strip() + b",\n" + b"\n" * 3_000_000 + record + b"]", "a.json")
    assert (len(found), problems) == (2, [])


def test_nesting_ends() -> None:
    """Containers inside containers are opened to a depth, and no further."""
    data = TEXT.encode()
    for _ in range(3):
        data = archive({"a.zip": data} if data[:2] == b"PK" else {"a.txt": data})
    assert texts(data) == [TEXT]
    for _ in range(3):
        data = archive({"a.zip": data})
    _, problems = opened(data)
    assert "containers" in problems[0].message


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (archive({"a.txt": TEXT.encode() * 99})[:-60], "damaged ZIP"),
        (archive({"a.txt": TEXT.encode() * 99}).replace(TEXT.encode()[:4], b"xxxx"), ""),
        (gzip.compress(TEXT.encode() * 1000)[:-9], "damaged gzip"),
        (archive({"a.png": b"1"}), "no document"),
        (web_archive(*WARC_PAGES)[:-100], "damaged"),
        (b"WARC/1.0\r\nnonsense", "no document"),
        (b"title,text\n", "no document"),
    ],
)
def test_damaged_containers_are_a_line_each(data: bytes, told: str) -> None:
    """A truncated archive gives what can be had and one clear line, never a traceback."""
    try:
        _, problems = opened(data, "x")
        messages = [problem.message for problem in problems]
    except ReadError as error:
        messages = [str(error)]
    assert not told or (len(messages) == 1 and told in messages[0])


def test_an_encrypted_member_is_named() -> None:
    """It is a problem of its own."""
    data = bytearray(archive({"a.txt": TEXT.encode()}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    _, problems = opened(bytes(data), "x.zip")
    assert [problem.name for problem in problems] == ["x.zip/a.txt"]
    assert "encrypted" in problems[0].message


@given(st.sampled_from(["zip", "gz", "warc", "jsonl", "csv"]), st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_break_a_container(kind: str, noise: bytes, at: int) -> None:
    """Whatever stands in a container, it gives documents and problems, or one error of ours."""
    sound = {
        "zip": archive({"a.txt": TEXT.encode()}),
        "gz": gzip.compress(TEXT.encode()),
        "warc": web_archive(*WARC_PAGES),
        "jsonl": lines({"text": TEXT}),
        "csv": table([["title", "text"], ["a", TEXT]]),
    }[kind]
    found = 0
    with suppress(ReadError):
        for part in parts(sound[:at] + noise + sound[at + len(noise) :], f"x.{kind}", Options(max_bytes=1 << 20)):
            found += 1
            if isinstance(part, Part):
                read_part(part)
    assert found <= 400


def test_a_file_of_several_documents_is_not_one_document() -> None:
    """The function read gives one text; of two it says how to choose, and of one in a container gives that."""
    with pytest.raises(ReadError, match="holds 2 documents"):
        read(lines({"text": TEXT}, {"text": OTHER}))
    assert read(gzip.compress(archive({"a.txt": TEXT.encode()}))).text == TEXT


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2012-04-18 09:30", "2012-04-18"),
        ("20120418093000", "2012-04-18"),
        ("发布时间：2012年4月8日", "2012-04-08"),
        ("2012/4", "2012-04"),
        ("2012", "2012"),
        ("昨天", ""),
        ("2012-13-40", "2012"),
        ("", ""),
    ],
)
def test_dates_are_as_precise_as_stated(text: str, date: str) -> None:
    """Dates of metadata come in many forms, and nothing is padded."""
    assert stated_date(text) == date


def test_long_lines_are_read() -> None:
    """A record of megabytes in one line is a record like any other, and so is a cell of a table."""
    long = TEXT.replace("\n", "") * 30_000
    assert len(long.encode()) > 3_000_000
    assert texts(lines({"text": long})) == [long]
    assert texts(table([["title", "text"], ["a", long]])) == [long]
    assert texts(io.BytesIO(long.encode()).read()) == [long]
