"""The progress of a build, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.styled import ERR
from kg.cli.terminal import clean
from kg.pipeline import Progress as Report

_COLUMNS = (
    TextColumn("reading"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeRemainingColumn(),
    TextColumn("{task.fields[name]}", markup=False),
)


@contextmanager
def progress_bar() -> Iterator[Report | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not ERR.is_terminal:
        yield None
        return
    with Progress(*_COLUMNS, console=ERR, transient=True) as bar:
        task = bar.add_task("reading", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=clean(name)[-40:])
