"""Answer a SPARQL query from a build. The prefixes of the vocabulary are declared already.

Examples:
  kg query out 'SELECT ?name WHERE { ?p a zm:Official ; skos:prefLabel ?name }'
  kg query --list
  kg query out --name holders-in-place --param place=岳阳市
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.parser import add_folder
from kg.cli.terminal import clean, write
from kg.errors import InputError
from kg.query import FORMATS, query

if TYPE_CHECKING:
    from kg.query.library import NamedQuery


def arguments(parser: argparse.ArgumentParser) -> None:
    """The build, the question, and how to answer."""
    add_folder(parser, optional=True)
    parser.add_argument("sparql", nargs="?", default="", metavar="QUERY", help="SPARQL 1.1, or @FILE for a file that holds it.")
    parser.add_argument("--name", default="", help="A query of the library (see --list).")
    parser.add_argument(
        "--param", action="append", default=[], dest="params", metavar="KEY=VALUE", help="A parameter of that query (repeatable)."
    )
    parser.add_argument("--format", default="table", metavar="FORM", help=f"{', '.join(FORMATS)} (default: table).")
    parser.add_argument("--explain", action="store_true", help="List for each row the claims and words that it rests on.")
    parser.add_argument("--list", action="store_true", help="List the queries of the library.")


def run(options: argparse.Namespace) -> int:
    """Print the answer, what it rests on, or the library."""
    if options.list:
        from kg.cli.library import print_library  # noqa: PLC0415 - a query takes less time than all of this takes to load

        print_library()
        return 0
    if options.folder is None or bool(options.sparql) == bool(options.name):
        raise InputError("give a folder, and either a query or --name NAME; kg query --list lists the names")
    if options.explain and options.format != "table":
        raise InputError("--explain gives a list to read; leave --format out")
    asked, given = _named(options.name) if options.name else None, dict(map(_pair, options.params))
    text = asked.bind(given) if asked else _file_or_text(options.sparql)
    if options.explain:
        from kg.cli.grounds import print_grounds  # noqa: PLC0415 - as above

        print_grounds(options.folder, text)
        return 0
    result = query(options.folder, text)
    write(clean(result.write(options.format)))
    if result.kind != "ask" and not result.rows:
        from kg.cli.nothing import tell_why  # noqa: PLC0415 - as above

        tell_why(options.folder, text, asked, given)
    return 0


def _named(name: str) -> NamedQuery:
    from kg.query.library import named  # noqa: PLC0415 - as above

    return named(name)


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals:
        raise InputError(f"--param {given}: write it as KEY=VALUE")
    return key, value


def _file_or_text(sparql: str) -> str:
    if not sparql.startswith("@"):
        return sparql
    try:
        return Path(sparql[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{sparql[1:]}: cannot be read as a query; name a UTF-8 file that holds SPARQL") from error
