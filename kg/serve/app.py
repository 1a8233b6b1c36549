"""The routes of ``kg serve``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import InputError, KgError
from kg.ids import DATA
from kg.query.library import named
from kg.query.store import open_store
from kg.serve import Limits
from kg.serve.answers import preferred
from kg.serve.description import description
from kg.serve.pages import HEADERS, STYLE, query_page
from kg.serve.things import thing
from kg.serve.workers import Pool, TooLongError

_EXAMPLE: Final = "SELECT ?person ?name WHERE { ?person a zm:Official ; skos:prefLabel ?name } ORDER BY ?name LIMIT 100"
_LARGEST: Final = 1 << 20
"""Bytes of a request."""


def application(folder: Path, limits: Limits, *, cors: bool = False) -> Starlette:
    """The application for the build in ``folder``."""
    site = _Site(folder, limits)
    routes = [
        Route("/", site.start),
        Route("/style.css", _style),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/graph.html", site.explorer),
        Route("/id/{path:path}", site.thing),
    ]
    middleware = [Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"])] if cors else []
    return Starlette(routes=routes, middleware=middleware, lifespan=site.lifespan, exception_handlers={KgError: _refused})


class _Site:
    """What the routes share: the folder, its store, and the processes that answer queries."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder, self._limits = folder, limits
        self._store = open_store(folder)

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """The processes live as long as the application."""
        self._pool = Pool(self._folder, self._limits.workers, self._limits.timeout, self._limits.rows)
        yield
        self._pool.end()

    async def start(self, request: Request) -> Response:
        """The page for queries."""
        name = request.query_params.get("name")
        return _html(query_page(named(name).text if name else _EXAMPLE))

    async def sparql(self, request: Request) -> Response:
        """The endpoint of the SPARQL 1.1 Protocol."""
        asked = await _parameters(request)
        if "query" not in asked:
            return Response(description(str(request.url.replace(query="")), len(self._store)), media_type="text/turtle", headers=HEADERS)
        answer = await self._pool.ask(asked["query"], request.headers.get("accept", ""))
        return Response(answer.content, media_type=answer.media, headers=HEADERS | {"Vary": "Accept"})

    async def thing(self, request: Request) -> Response:
        """A thing: its page, or Turtle, as the client accepts."""
        media = preferred(request.headers.get("accept", ""), ("text/html", "text/turtle"))
        found = thing(self._store, DATA + request.path_params["path"], html=media == "text/html")
        if found is None:
            return PlainTextResponse("the build knows no such thing\n", 404, HEADERS)
        return Response(found, media_type=media, headers=HEADERS | {"Vary": "Accept"})

    async def explorer(self, _: Request) -> Response:
        """The explorer of the build, if it has one."""
        path = self._folder / "graph.html"
        return FileResponse(path) if path.is_file() else PlainTextResponse("the build has no graph.html\n", 404, HEADERS)


async def _parameters(request: Request) -> Mapping[str, str]:
    """What a request asks, whichever of the three ways of the protocol it uses; :class:`~kg.errors.InputError` for what is refused."""
    pairs = list(request.query_params.multi_items())
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        text = (await _body(request)).decode("utf-8", "replace")
        if kind == "application/sparql-query":
            pairs.append(("query", text))
        elif kind == "application/x-www-form-urlencoded":
            pairs += parse_qsl(text, keep_blank_values=True)
        else:
            raise InputError(f"{kind or 'no type'} is refused: send a query as a form or as application/sparql-query; no updates")
    names = [name for name, _ in pairs]
    if refused := {"update", "using-graph-uri", "using-named-graph-uri", "default-graph-uri", "named-graph-uri"} & set(names):
        raise InputError(f"{min(refused)} is refused: the build is one graph, and read-only")
    if names.count("query") > 1:
        raise InputError("more than one query; send one")
    return dict(pairs)


async def _body(request: Request) -> bytes:
    body = b""
    async for some in request.stream():
        body += some
        if len(body) > _LARGEST:
            raise InputError(f"the request is larger than {_LARGEST} bytes")
    return body


async def _style(_: Request) -> Response:
    return Response(STYLE, media_type="text/css")


def _html(text: str) -> Response:
    return Response(text, media_type="text/html", headers=HEADERS)


async def _refused(_: Request, error: Exception) -> Response:
    """An error as text: 503 for a query that was ended, 400 for one that cannot be answered."""
    return PlainTextResponse(f"{error}\n", 503 if isinstance(error, TooLongError) else 400, HEADERS)
