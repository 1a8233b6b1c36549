"""Answer SPARQL over HTTP for a build, read-only, with a page for queries and one for every thing.

Needs the extra "serve".

Example:
  kg serve out, then open http://127.0.0.1:8000/
"""

from __future__ import annotations

import argparse

from kg.cli.parser import add_folder, within
from kg.cli.terminal import tell


def arguments(parser: argparse.ArgumentParser) -> None:
    """The build, where to listen, and the limits of a query."""
    add_folder(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help="Where to listen; others than 127.0.0.1 open it to the network (default: 127.0.0.1)."
    )
    parser.add_argument("--port", type=within(0, 65535), default=8000, metavar="N", help="The port to listen on (default: 8000).")
    parser.add_argument(
        "--timeout", type=within(0.01, of=float), default=30.0, metavar="SECONDS", help="A query that takes longer is ended (default: 30)."
    )
    parser.add_argument(
        "--max-rows", type=within(1), default=100_000, metavar="N", help="An answer with more rows is refused (default: 100000)."
    )
    parser.add_argument("--cors", action="store_true", help="Let pages of other sites ask, too.")


def run(options: argparse.Namespace) -> int:
    """Answer until interrupted."""
    from kg.serve import Limits, serve  # noqa: PLC0415 - --help must not wait for the store

    limits = Limits(options.timeout, options.max_rows)
    serve(options.folder, options.host, options.port, limits, cors=options.cors, started=_started)
    return 0


def _started(address: str) -> None:
    tell(f"kg serve: {address} (end with Ctrl-C)")
