"""The pipeline: documents in, a graph out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from logging import getLogger
from pathlib import Path
from typing import BinaryIO, Final

from kg.attempt import Failure, attempt
from kg.engines import engine
from kg.errors import InputError, ReadError
from kg.export import Job
from kg.export.publish import chosen, publish
from kg.model import Analysis, Knowledge, Problem
from kg.read import SUFFIXES, Options, Part, parts_of
from kg.resolve import resolve

Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, their total, and the name of the one just read."""


STANDARD_INPUT = "-"
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

    ``inputs`` are files, folders (searched for the suffixes of known formats) and ``-`` for standard input; a file that
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
    paths = list(_documents([inputs] if isinstance(inputs, str | Path) else inputs, written, problems))
    with without_cycle_search():
        analyses = list(_analyses(paths, problems, progress, options or Options(), jobs))
        if not analyses:
            raise InputError(_nothing(problems))
        knowledge = resolve(analyses, problems)
        files = publish(lambda beside: Job(knowledge, beside, evidence=evidence), exporters, Path(output)) if output is not None else ()
    return Build(knowledge, Path(output) if output is not None else None, files, tuple(knowledge.problems))


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


def _documents(inputs: Iterable[str | Path], output: Path | None, problems: list[Problem]) -> Iterator[tuple[Path | None, str]]:
    """The files to read, each with the name by which reports call it: relative to the folder that was given.

    An output folder inside an input folder is passed over: a build does not read what an earlier one wrote.
    No path stands for standard input.
    """
    for given in inputs:
        if given == STANDARD_INPUT:
            yield None, "standard input"
            continue
        path = Path(given)
        if path.is_dir():
            found = sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in SUFFIXES and p.is_file() and not _hidden(p, path) and not _written(p, path, output)
            )
            if not found:
                problems.append(
                    Problem(
                        str(given),
                        f"holds no document ({', '.join(SUFFIXES)}); name the files themselves to read them whatever their suffix",
                    )
                )
            yield from ((p, _printable(p.relative_to(path).as_posix())) for p in found)
        elif path.exists():
            yield path, _printable(path.name)
        else:
            problems.append(Problem(str(given), "does not exist; check the path"))


def _written(path: Path, given: Path, output: Path | None) -> bool:
    """Whether ``path`` lies in an output folder that itself lies below the folder that was given."""
    return output is not None and output != given.absolute() and output in path.absolute().parents


def _printable(name: str) -> str:
    """A file's name as text: bytes that are not UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def _analyses(
    paths: list[tuple[Path | None, str]], problems: list[Problem], progress: Progress | None, options: Options, jobs: int
) -> Iterator[Analysis]:
    """What each document says, in order; what could not be read goes to ``problems``."""
    for key, result in engine(jobs)(attempt, _parts(paths, options)):
        if isinstance(result, Analysis):
            yield result
        elif isinstance(result, Failure):
            problems.append(result.problem)
            if result.trace:
                _LOG.debug("%r\n%s", result.problem.name, result.trace)
        elif isinstance(key, Problem):
            problems.append(key)
        elif progress is not None and key:
            progress(key, len(paths), paths[key - 1][1])


def _parts(paths: list[tuple[Path | None, str]], options: Options) -> Iterator[tuple[int | Problem, Part | None]]:
    """The documents, each by itself; between them what could not be read, and behind those of a file its number."""
    for number, (path, name) in enumerate(paths, start=1):
        try:
            with opened(path) as file:
                for part in parts_of(file, name, options):
                    yield (part, None) if isinstance(part, Problem) else (0, part)
        except ReadError as error:
            yield Problem(name, str(error)), None
        yield number, None


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A file, or standard input, to read from. What the system refuses is a :class:`~kg.errors.ReadError`."""
    if path is None:
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error
    with file:
        yield file


def _nothing(problems: list[Problem]) -> str:
    listed = "; ".join(f"{problem.name} {problem.message}" for problem in problems[:3])
    more = f"; and {len(problems) - 3} more" if len(problems) > 3 else ""  # as many as are listed
    return f"nothing could be built: {listed}{more}" if problems else "nothing could be built: no input was given"
