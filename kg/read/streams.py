"""Bytes that come one after the other: a file, or what is unpacked from one, never held as a whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, Final

from kg.errors import ReadError
from kg.read.limits import Budget

HEAD: Final = 1 << 16
"""Bytes of a stream that can be looked at before it is read."""


class Stream(io.RawIOBase):
    """What ``read(n)`` gives, counted by a budget. Where it breaks off, it ends, and ``error`` says why."""

    def __init__(self, read: Callable[[int], bytes], budget: Budget) -> None:
        self._read = read
        self._budget = budget
        self.error: Exception | None = None

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # io.BufferedReader gives one
        """Fill ``buffer`` as long as anything comes, and say how far.

        Raises :class:`~kg.errors.ReadError` as soon as more comes than the budget allows.
        """
        filled = 0
        while filled < len(buffer) and (piece := self._next(len(buffer) - filled)):
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
            self._budget.take(len(piece))
        return filled

    def _next(self, most: int) -> bytes:
        if self.error is not None:
            return b""
        try:
            return self._read(most)
        except ReadError:
            raise
        except Exception as error:  # noqa: BLE001 - each codec has errors of its own; the caller says which file is damaged
            self.error = error
            return b""


def buffered(stream: Stream) -> io.BufferedReader:
    """The stream with a buffer: its first :data:`HEAD` bytes can be peeked at."""
    return io.BufferedReader(stream, HEAD)


def of_file(file: BinaryIO, most: int) -> io.BufferedReader:
    """The bytes of a file; more than ``most`` are a :class:`~kg.errors.ReadError`, and so is what the system refuses."""

    def read(size: int) -> bytes:
        try:
            return file.read(size)
        except OSError as error:
            raise ReadError(f"cannot be read: {error.strerror}") from error

    return buffered(Stream(read, Budget(most, "is larger than {}; split it")))
