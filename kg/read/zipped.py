"""Archives of documents: ZIP, whose members are read like the files of a folder, and gzip, which holds one."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Part
from kg.read.streams import HEAD, Stream, buffered

_MOST_MEMBERS: Final = 100_000
_UTF8_NAME: Final = 0x800
"""The flag of a ZIP member whose name is UTF-8; others from Chinese systems are GB18030, whatever the standard says."""
_ENCRYPTED: Final = 0x1


def sniff_zip(data: bytes, _name: str) -> bool:
    """Whether the data is a ZIP archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def sniff_gzip(data: bytes, _name: str) -> bool:
    """Whether the data is compressed by gzip."""
    return data.startswith(b"\x1f\x8b\x08")


def zip_parts(wanted: Callable[[str, Callable[[], bytes]], bool]) -> Callable[[Part, Options, Budget], Iterator[Part | Problem]]:
    """A function that gives the members of an archive that are ``wanted`` for their names and first bytes, in the order of their names."""

    def parts(part: Part, _options: Options, budget: Budget) -> Iterator[Part | Problem]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(part.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ReadError("is a damaged ZIP archive; fetch it again") from error
        with archive:
            members = sorted((_name(member), number, member) for number, member in enumerate(archive.infolist()) if not member.is_dir())
            if len(members) > _MOST_MEMBERS:
                raise ReadError(f"holds more than {_MOST_MEMBERS} files; unpack it")
            for name, _, member in members:
                if not _hidden(name) and wanted(PurePosixPath(name).name, partial(_head, archive, member)):
                    yield _member(archive, member, f"{part.name}/{name}", budget)

    return parts


def gzip_parts(part: Part, _options: Options, budget: Budget) -> Iterator[Part | Problem]:
    """The file that was compressed; of a file that breaks off, what there is."""
    name = part.name.removesuffix(".gz")
    unpacked = Stream(gzip.GzipFile(fileobj=part.opened()).read, budget)
    file = buffered(unpacked)
    if file.peek(1) or unpacked.error is None:
        yield Part(name, b"", charset=part.charset, metadata=part.metadata, file=file)
    if unpacked.error is not None:
        yield Problem(part.name, "is a damaged gzip file, read as far as it goes; fetch it again")


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The first bytes of a member; none of one that cannot be read."""
    try:
        with archive.open(member) as file:
            return file.read(HEAD)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error):
        return b""


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: Budget) -> Part | Problem:
    if member.flag_bits & _ENCRYPTED:
        return Problem(name, "is encrypted; unpack it with its password")
    try:
        with archive.open(member) as file:
            data, error = budget.read(file.read)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as damaged:
        data, error = b"", damaged
    return Part(name, data) if error is None else Problem(name, "is damaged inside its archive; fetch the archive again")


def _name(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    return member.filename.encode("cp437", "replace").decode("gb18030", "replace")


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
