"""The pipeline: documents in, a graph out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from logging import getLogger
from pathlib import Path
from typing import Final, NamedTuple

from kg.attempt import Failure, attempt
from kg.engines import engine
from kg.errors import InputError
from kg.export import Job
from kg.export.publish import chosen, publish
from kg.inputs import Input, listed
from kg.model import Analysis, Knowledge, Problem
from kg.read import Options, Part
from kg.resolve import resolve

Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, their total, and the name of the one just read."""

_LOG: Final = getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Build:
    """The result of a build: what is known, where it was written, and which files there are."""

    knowledge: Knowledge
    folder: Path | None
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path | None = None,
    formats: Sequence[str] = (),
    progress: Progress | None = None,
    options: Options | None = None,
    *,
    evidence: bool = True,
    jobs: int = 1,
) -> Build:
    """Read documents, extract what they say, join it, and write it.

    ``inputs`` are files, folders (searched for documents: by suffix, and by how a file begins) and ``-`` for standard input; a file that
    holds several documents (an archive, a table) counts as those, and ``options`` say how to read it. ``output`` is the folder
    to write into (made if need be); without it nothing is written. ``formats`` are names of
    :data:`kg.export.EXPORTERS`, the default ones if there are none, "all" for every one; without ``evidence`` the RDF among
    them holds facts alone. ``jobs`` processes read documents at once (0: one a core); what is written is the same.
    Where there are several, a script that calls this does so below ``if __name__ == "__main__":``, as each of them loads it.
    A document that cannot be read, or that meets an error of ours (logged with its trace, at the level DEBUG), is reported in
    ``problems`` and in report.json; the others are built. Raises :class:`~kg.errors.InputError` when nothing at all could be read, or for
    an unknown format or an output that is not a folder, and :class:`~kg.errors.EngineError` when one of several processes ends early.
    """
    exporters = chosen(formats)
    problems: list[Problem] = []
    written = Path(output).absolute() if output is not None else None
    named = list(listed([inputs] if isinstance(inputs, str | Path) else inputs, written, problems))
    with without_cycle_search():
        analyses = list(_analyses(named, problems, progress, options or Options(), jobs))
        if not analyses:
            raise InputError(_nothing(problems))
        knowledge = resolve(analyses, problems)
        files = publish(lambda beside: Job(knowledge, beside, evidence=evidence), exporters, Path(output)) if output is not None else ()
    return Build(knowledge, Path(output) if output is not None else None, files, tuple(knowledge.problems))


class _Done(NamedTuple):
    """That all documents of an input have been read."""

    number: int
    name: str


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """No search for reference cycles meanwhile: the values of a build have none, and looking at them all costs a third of the time.

    What is there at the end counts as old (what was frozen and is thawed does), or the next value made would have all of it looked at.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # or somebody else's would thaw, too
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()


def _analyses(inputs: list[Input], problems: list[Problem], progress: Progress | None, options: Options, jobs: int) -> Iterator[Analysis]:
    """What each document says, in order; what could not be read goes to ``problems``."""
    for event, result in engine(jobs)(attempt, _documents(inputs, options)):
        if isinstance(result, Analysis):
            yield result
        elif isinstance(result, Failure):
            problems.append(result.problem)
            if result.trace:
                _LOG.debug("%r\n%s", result.problem.name, result.trace)
        elif isinstance(event, Problem):
            problems.append(event)
        elif isinstance(event, _Done) and progress is not None:
            progress(event.number, len(inputs), event.name)


def _documents(inputs: list[Input], options: Options) -> Iterator[tuple[Problem | _Done | None, Part | None]]:
    """Each document by itself; between them, beside none, what could not be had, and behind those of a file that it is done."""
    for number, given in enumerate(inputs, start=1):
        for part in given.parts(options):
            yield (part, None) if isinstance(part, Problem) else (None, part)
        yield _Done(number, given.name), None


def _nothing(problems: list[Problem]) -> str:
    listed = "; ".join(f"{problem.name} {problem.message}" for problem in problems[:3])
    more = f"; and {len(problems) - 3} more" if len(problems) > 3 else ""  # as many as are listed
    return f"nothing could be built: {listed}{more}" if problems else "nothing could be built: no input was given"
