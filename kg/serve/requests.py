"""What a request asks, whichever of the ways of the SPARQL 1.1 Protocol it uses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.errors import InputError

_LARGEST: Final = 1 << 20
"""Bytes of a request."""
_GRAPHS: Final = frozenset({"default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"})


async def parameters(request: Request) -> Mapping[str, str]:
    """The parameters of a GET, of a form, or of a query that is sent as it stands; :class:`~kg.errors.InputError` for what is refused."""
    pairs = list(request.query_params.multi_items())
    if request.method == "POST":
        pairs += _posted(request.headers.get("content-type", ""), await _text(request))
    names = [name for name, _ in pairs]
    if refused := ({"update"} | _GRAPHS) & set(names):
        raise InputError(f"{min(refused)} is refused: the build is one graph, and read-only")
    if names.count("query") > 1:
        raise InputError("more than one query; send one")
    return dict(pairs)


def _posted(content_type: str, text: str) -> list[tuple[str, str]]:
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/sparql-query":
        return [("query", text)]
    if kind == "application/x-www-form-urlencoded":
        return parse_qsl(text, keep_blank_values=True)
    raise InputError(f"{kind or 'no type'} is refused: send a query as a form or as application/sparql-query; no updates")


async def iris(request: Request) -> tuple[str, ...]:
    """The IRIs that a request for labels lists as JSON; :class:`~kg.errors.InputError` for anything else."""
    try:
        given = json.loads(await _text(request))
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, list) or not all(isinstance(iri, str) for iri in given):
        raise InputError("send a list of IRIs as JSON")
    return tuple(given)


async def _text(request: Request) -> str:
    body = bytearray()
    async for some in request.stream():
        body += some
        if len(body) > _LARGEST:
            raise InputError(f"the request is larger than {_LARGEST} bytes")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("the request is not UTF-8") from None
