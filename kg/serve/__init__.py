"""``kg serve``: a build over HTTP, read-only: a SPARQL 1.1 endpoint, a page for queries, and an address for every thing."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import InputError, MissingExtraError
from kg.query import open_store

__all__ = ["LOOPBACK", "Limits", "serve"]

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]", "::1")
"""How this machine calls itself."""

_PATIENCE: Final = 1
"""Seconds that running queries are given when the server is told to end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, rows (or triples) of its answer, bytes of memory; and how many may run side by side."""

    timeout: float = 30.0
    rows: int = 100_000
    memory: int = 2 << 30
    workers: int = 4


def serve(folder: Path, host: str, port: int, limits: Limits, *, cors: bool = False, started: Callable[[str], None] = print) -> None:
    """Answer for the build in ``folder`` until interrupted; ``started`` is given the address when that begins.

    With ``cors``, pages of other sites may ask, too. :class:`~kg.errors.BuildFolderError` if the folder is no build,
    :class:`~kg.errors.InputError` if ``host`` and ``port`` cannot be had (port 0 is any that is free),
    :class:`~kg.errors.MissingExtraError` without the extra ``serve``.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra

        from kg.serve.app import application  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError(error.name or "starlette", "serve") from None
    open_store(folder)  # made here, once, so that the processes find it
    asgi = application(folder, limits, host=host, cors=cors)
    config = uvicorn.Config(asgi, log_level="warning", server_header=False, timeout_graceful_shutdown=_PATIENCE)
    with _listening(host, port) as listener:
        name = f"[{host}]" if ":" in host else host
        started(f"http://{name}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise InputError(f"{host}, port {port}: cannot listen there ({error.strerror}); choose another --host or --port") from None
