"""A server in a process of its own, and what talks to it."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

JSON = "application/sparql-results+json"


class Answer(NamedTuple):
    """Status, media type, text, and every header (in lower case)."""

    status: int
    media: str
    text: str
    headers: dict[str, str]


class Client:
    """What a process answers at an address."""

    def __init__(self, address: str, process: subprocess.Popen[bytes]) -> None:
        self.address, self.process = address, process

    def __call__(self, path: str, data: bytes | None = None, method: str | None = None, **headers: str) -> Answer:
        """A GET, or with ``data`` a POST; an underscore in the name of a header is a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.address + path, data, named, method=method)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                return self._answer(answer)
        except urllib.error.HTTPError as error:
            with error:
                return self._answer(error)

    def ask(self, sparql: str, accept: str = JSON) -> Answer:
        """The answer to a query."""
        return self(f"/sparql?query={quote(sparql)}", Accept=accept)

    @staticmethod
    def _answer(answer: urllib.request.addinfourl) -> Answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Answer(answer.status or 0, answer.headers.get_content_type(), answer.read().decode(), headers)


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Client]:
    """A server of the build in ``folder``."""
    command = [sys.executable, "-m", "kg", "serve", folder, "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        assert process.stderr
        client = Client(process.stderr.readline().decode().split()[2].rstrip("/"), process)
        client.ask("ASK {}")
        yield client
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()
