"""The routes of ``kg serve``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import InputError, KgError
from kg.ids import DATA
from kg.query.library import named
from kg.serve import LOOPBACK, Limits, tasks
from kg.serve.build import Served
from kg.serve.pages import EDITOR_HEADERS, HEADERS, query_page
from kg.serve.requests import iris, parameters
from kg.serve.things import UnknownThingError, thing
from kg.serve.workers import Task, TooLongError
from kg.serve.yasgui import ASSETS, has_yasgui
from kg.vocab import PREFIXES

_EXAMPLE: Final = f"""PREFIX zm: <{PREFIXES["zm"]}>
PREFIX skos: <{PREFIXES["skos"]}>
SELECT ?person ?name WHERE {{
  ?person a zm:Official ; skos:prefLabel ?name
}} ORDER BY ?name LIMIT 100"""
_PAGE: Final = Path(__file__).parent / "page"
_STATUS: Final[dict[type[KgError], int]] = {TooLongError: 503, UnknownThingError: 404}


def application(folder: Path, limits: Limits, *, host: str = "", cors: bool = False) -> Starlette:
    """The application for the build in ``folder``.

    If ``host`` is an address of this machine alone, only requests to it are answered: a page elsewhere may have the name of
    its own site point here, and would then be of the same origin.
    """
    site = _Site(Served(folder, limits))
    routes = [
        Route("/", site.start),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/labels", site.labels, methods=["POST"]),
        Route("/graph.html", site.explorer),
        Route("/id/{path:path}", site.thing),
        Mount("/page", StaticFiles(directory=_PAGE)),
        Mount("/assets", StaticFiles(directory=ASSETS, check_dir=False)),
    ]
    middleware = [Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"])] if cors else []
    if host in LOOPBACK:
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK]))
    return Starlette(routes=routes, middleware=middleware, lifespan=site.served.lifespan, exception_handlers={KgError: _refused})


class _Site:
    """The answers to requests."""

    def __init__(self, served: Served) -> None:
        self.served = served

    async def start(self, request: Request) -> Response:
        """The page for queries."""
        name = request.query_params.get("name")
        text, yasgui = named(name).text if name else _EXAMPLE, has_yasgui()
        return Response(query_page(text, yasgui=yasgui), media_type="text/html", headers=EDITOR_HEADERS if yasgui else HEADERS)

    async def sparql(self, request: Request) -> Response:
        """The endpoint of the SPARQL 1.1 Protocol."""
        asked = await parameters(request)
        accept = request.headers.get("accept", "")
        if "query" in asked:
            return await self._answered(partial(tasks.sparql, asked["query"], accept))
        if request.method == "POST":
            raise InputError("there is no query; send one as query=…")
        return await self._answered(partial(tasks.described, str(request.url.replace(query="")), accept))

    async def thing(self, request: Request) -> Response:
        """A thing: its page or its facts as RDF, as the client accepts."""
        accept = "text/turtle" if request.query_params.get("format") == "turtle" else request.headers.get("accept", "")
        return await self._answered(partial(thing, DATA + request.path_params["path"], accept))

    async def labels(self, request: Request) -> Response:
        """The labels of the IRIs that are asked about."""
        return await self._answered(partial(tasks.labelled, await iris(request)))

    async def explorer(self, _: Request) -> Response:
        """The explorer of the build, if it has one."""
        path = self.served.folder / "graph.html"
        return FileResponse(path) if path.is_file() else PlainTextResponse("the build has no graph.html\n", 404, HEADERS)

    async def _answered(self, task: Task) -> Response:
        answer = await self.served.pool.ask(task)
        return Response(answer.content, media_type=answer.media, headers=HEADERS | {"Vary": "Accept"})


async def _refused(_: Request, error: Exception) -> Response:
    """An error as text: 503 for a query that was ended, 404 for an unknown thing, 400 for what cannot be answered."""
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 400)
    return PlainTextResponse(f"{error}\n", status, HEADERS)
