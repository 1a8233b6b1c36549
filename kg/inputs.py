"""What is to be read: the files that inputs name, those of folders that are documents, and the documents in them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from kg.errors import ReadError
from kg.model import Problem
from kg.read import SUFFIXES, Options, Part, is_document, parts_of
from kg.read.streams import HEAD

STANDARD_INPUT: Final = "-"


class Input(NamedTuple):
    """A file to read (none: standard input), and the name by which reports call it: relative to the folder that was given."""

    path: Path | None
    name: str

    def parts(self, options: Options) -> Iterator[Part | Problem]:
        """The documents in it, each by itself, and a problem for each that cannot be had."""
        try:
            with opened(self.path) as file:
                yield from parts_of(file, self.name, options)
        except ReadError as error:
            yield Problem(self.name, str(error))


def listed(inputs: Iterable[str | Path], output: Path | None, problems: list[Problem]) -> Iterator[Input]:
    """The files that ``inputs`` (files, folders, ``-`` for standard input) name; those that are not there go to ``problems``.

    An ``output`` folder inside an input folder is passed over: a build does not read what an earlier one wrote.
    """
    for given in inputs:
        if given == STANDARD_INPUT:
            yield Input(None, "standard input")
            continue
        path = Path(given)
        if path.is_dir():
            found = [file for file in _files(path) if not _written(file, path, output) and _is_document(file)]
            if not found:
                problems.append(
                    Problem(
                        str(given),
                        f"holds no document ({', '.join(SUFFIXES)}); name the files themselves to read them whatever their suffix",
                    )
                )
            yield from (Input(file, _printable(file.relative_to(path).as_posix())) for file in found)
        elif path.exists():
            yield Input(path, _printable(path.name))
        else:
            problems.append(Problem(str(given), "does not exist; check the path"))


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A file, or standard input, to read from. What the system refuses is a :class:`~kg.errors.ReadError`."""
    if path is None:
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error
    with file:
        yield file


def _files(folder: Path) -> list[Path]:
    """All files of a folder, to the bottom, in order; hidden ones, and those of hidden folders, are none of its documents."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path, folder))


def _is_document(path: Path) -> bool:
    def head() -> bytes:
        with opened(path) as file:
            return file.read(HEAD)

    try:
        return is_document(path.name, head)
    except ReadError:
        return True  # which is said when it is read


def _written(path: Path, given: Path, output: Path | None) -> bool:
    """Whether ``path`` lies in an output folder that itself lies below the folder that was given."""
    return output is not None and output != given.absolute() and output in path.absolute().parents


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def _printable(name: str) -> str:
    """A file's name as text: bytes that are not UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
