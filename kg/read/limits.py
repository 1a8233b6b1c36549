"""Bounds on what is read, whatever a file claims: a few kilobytes of an archive can stand for terabytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

from kg.errors import ReadError

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of one file, and of all that is unpacked from it, unless the caller says otherwise."""

_CHUNK: Final = 1 << 20


class Budget:
    """Bytes that may still be read: of one file, or unpacked from it by all archives inside it."""

    def __init__(self, size: int, told: str = "unpacks to more than {}; unpack it") -> None:
        self.size = size
        self.left = size
        self._told = told

    @cached_property
    def decoded(self) -> Budget:
        """The same again for pages that are compressed inside archives; the bytes that they are decoded from were counted here."""
        return Budget(self.size, self._told)

    def take(self, size: int) -> None:
        """Count ``size`` more bytes. Raises :class:`~kg.errors.ReadError` if fewer were left."""
        self.left -= size
        if self.left < 0:
            raise ReadError(f"{self._told.format(megabytes(self.size))}, or allow more with --max-bytes")

    def read(self, read: Callable[[int], bytes]) -> tuple[bytes, Exception | None]:
        """Everything that ``read(n)`` gives, and the error that ended it early, if one did.

        Raises :class:`~kg.errors.ReadError` as soon as more comes than is left.
        """
        pieces: list[bytes] = []
        try:
            while self.left >= 0 and (piece := read(min(_CHUNK, self.left + 1))):
                self.left -= len(piece)
                pieces.append(piece)
        except Exception as error:  # noqa: BLE001 - each codec has errors of its own; the caller says which file is damaged
            return b"".join(pieces), error
        self.take(0)
        return b"".join(pieces), None


def megabytes(size: int) -> str:
    """A number of bytes as a person says it."""
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size} bytes"
