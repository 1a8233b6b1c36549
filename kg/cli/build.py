"""Read documents and write the graph.

Text, HTML, records in JSON and CSV, web archives and more (kg formats lists them), in UTF-8, GB18030, Big5 or
UTF-16, in simplified or traditional characters. A document that cannot be read is named, and the others are built.
Files in DIR are replaced only when the new ones are whole.

Examples:
  kg build pages -o out
  kg build a.txt b.html -o out --format turtle --format html
  kg build news.jsonl -o out --field text=正文 --field date=发布时间
  kg build archive.warc.gz -o out --jobs 0 --format sqlite --format turtle
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterable
from pathlib import Path

from kg.cli.parser import add_reading, within
from kg.cli.terminal import clean, tell
from kg.cli.writing import add_writing, formats_in
from kg.export import EXPORTERS
from kg.model import Problem

_ONE_LINE = str.maketrans("\n\r\t", "\ufffd\ufffd ")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, where to write, and what."""
    defaults = ", ".join(exporter.name for exporter in EXPORTERS if exporter.default)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="Documents, folders or archives of them; - is standard input.")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="Where to write; made if it does not exist.")
    add_writing(parser, f"; by default {defaults}")
    add_reading(parser)
    parser.add_argument(
        "-j", "--jobs", type=within(0), default=1, metavar="N",
        help="How many processes read documents at once (default: 1; 0: one a core). What is written is the same.",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="Exit with 1 if any document could not be read.")
    parser.add_argument("--debug", action="store_true", help="Print the trace of every error of kg itself that a document meets.")


def run(options: argparse.Namespace) -> int:
    """Build; 1 with ``--strict`` if anything was skipped."""
    from kg import pipeline  # noqa: PLC0415 - --help must not wait for the extractors
    from kg.cli.progress import progress_bar  # noqa: PLC0415
    from kg.cli.reading import reading  # noqa: PLC0415

    if options.debug:
        handler = logging.StreamHandler()
        handler.setFormatter(_CleanFormatter())
        logging.basicConfig(handlers=[handler])
        logging.getLogger("kg").setLevel(logging.DEBUG)
    evidence = options.evidence == "full"
    with progress_bar() as progress:
        result = pipeline.build(
            options.inputs, options.output, formats_in(options), progress, reading(options), evidence=evidence, jobs=options.jobs
        )
    _list(result.problems)
    knowledge = result.knowledge
    number = len(knowledge.texts)
    counts = f"{number} document{'s' * (number != 1)}, {len(knowledge.things)} things, {len(knowledge.facts)} facts"
    tell(f"{counts} → {', '.join(str(path) for path in result.files)}")
    return int(options.strict and bool(result.problems))


class _CleanFormatter(logging.Formatter):
    """Log lines and traces, which may quote documents, without what a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        return clean(super().format(record))


def _list(problems: Iterable[Problem]) -> None:
    for problem in problems:
        tell(clean(f"kg: {problem.name} {problem.message}").translate(_ONE_LINE))
