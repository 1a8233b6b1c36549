"""What is read of the files that inputs name: in folders and archives, those that are documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kg.inputs import listed
from kg.model import Problem
from kg.read import parts

TEXT = "岳阳市召开全市基层党建工作推进会，市委组织部副部长韦启明出席会议并讲话。"
PAGE = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

DOCUMENTS = {
    "a.txt": TEXT.encode(),
    "content_2145": TEXT.encode("gb18030"),
    "index.php?id=5": PAGE.encode(),
    "page": b"\xef\xbb\xbf\r\n<!-- saved from url=(0014)about:internet -->\r\n" + PAGE.encode(),
    "show.jhtml": f'<?xml version="1.0"?>\n{PAGE}'.encode("gbk"),
    "t1.asp": b'<meta charset="utf-8">' + PAGE.encode(),
    "report": b"%PDF-1.4",
    "old.doc": OLD_WORD,
    "exported.doc": PAGE.encode(),
    "rich.bak": b"{\\rtf1 x}",
}
OTHERS = {
    "LICENSE": b"Apache License, Version 2.0",
    "Makefile": b"test:\n\tpytest  # " + "全部测试".encode(),
    "Thumbs.db": OLD_WORD,
    "data.json": f'{{"text": "{TEXT}"}}'.encode(),
    "empty": b"",
    "jquery.js": b"document.write('<html><body><table>')",
    "list.xsl": b"<?xml version='1.0'?><xsl:stylesheet><html>",
    "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)),
    "style.css": f"/* {TEXT} */".encode(),
    ".hidden.txt": TEXT.encode(),
}


def names(folder: Path, output: Path | None = None) -> tuple[list[str], list[Problem]]:
    """What would be read of a folder, by the names of reports."""
    problems: list[Problem] = []
    return [given.name for given in listed([folder], output, problems)], problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of saved pages with all that lies beside them."""
    below = tmp_path / "www"
    below.mkdir()
    for name, data in (DOCUMENTS | OTHERS).items():
        (below / name).write_bytes(data)
    return tmp_path


def test_documents_are_found_by_their_suffix_or_by_how_they_begin(folder: Path) -> None:
    """Pages of any name, and texts of none, are read; scripts, pictures, and what a program keeps beside them are not."""
    assert names(folder) == (sorted(f"www/{name}" for name in DOCUMENTS), [])


def test_archives_are_searched_in_the_same_way(folder: Path) -> None:
    """The members of an archive are those files of the folder that would be read."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for path in (folder / "www").iterdir():
            file.write(path, f"www/{path.name}")
    assert sorted(part.name for part in parts(archive.getvalue(), "x.zip")) == sorted(f"x.zip/www/{name}" for name in DOCUMENTS)


def test_an_output_below_is_passed_over(folder: Path) -> None:
    """What an earlier build wrote into the folder that it reads is no document of it."""
    assert names(folder, folder / "www")[0] == []
    assert names(folder / "www", folder / "www")[0] == sorted(DOCUMENTS)


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """A missing path, and a folder without documents, each with what to do."""
    problems: list[Problem] = []
    assert list(listed([tmp_path / "none", tmp_path], None, problems)) == []
    assert [problem.message.partition(";")[2] for problem in problems] == [
        " check the path",
        " name the files themselves to read them whatever their suffix",
    ]


def test_a_file_that_may_not_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is said of that file when its turn comes, and not passed over."""
    (tmp_path / "closed").write_bytes(b"x")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert names(tmp_path) == (["closed"], [])
