"""Writing into the folder of a build: beside, then renamed. Whatever happens, its files are the old ones or the new ones, each whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from kg.errors import InputError, KgError
from kg.export import ALL, EXPORTERS, Exporter, Job, choose
from kg.export.database import opened


def chosen(formats: Collection[str]) -> tuple[Exporter, ...]:
    """The exporters of those names, the default ones for no name; :class:`~kg.errors.InputError` lists the names for an unknown one."""
    try:
        return choose(formats)
    except KeyError as error:
        known = ", ".join((*(exporter.name for exporter in EXPORTERS), ALL))
        raise InputError(f"there is no format {error.args[0]}; choose from {known}") from error


def publish(job: Callable[[Path], Job], exporters: Collection[Exporter], folder: Path, *, stale: bool = True) -> tuple[Path, ...]:
    """Write the files of ``exporters`` into ``folder``, made if need be, and return them; ``job`` makes the job for a folder beside.

    With ``stale`` the files of an earlier build that are not made anew are removed; no other file is touched.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".kg-", dir=folder))
    except OSError as error:
        raise InputError(f"{folder}: cannot write there: {error.strerror}; choose another folder with -o") from error
    try:
        made = job(beside)
        for exporter in exporters:
            exporter.write(made)
        return _moved(beside, folder, exporters, stale=stale)
    except OSError as error:
        raise KgError(f"{folder}: cannot write: {error.strerror}") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _moved(beside: Path, folder: Path, exporters: Collection[Exporter], *, stale: bool) -> tuple[Path, ...]:
    made = [name for exporter in exporters for name in exporter.files]
    for name in made:
        (beside / name).replace(folder / name)
    for exporter in EXPORTERS if stale else ():
        for name in exporter.files:
            if name not in made:
                (folder / name).unlink(missing_ok=True)
    return tuple(folder / name for name in made)


def export_again(folder: Path, formats: Collection[str], *, evidence: bool = True) -> tuple[Path, ...]:
    """Write further formats of the build in ``folder`` from its ``facts.sqlite``, which stays as it is, and return their files.

    The RDF among them is written as a stream: it may be larger than memory. :class:`~kg.errors.InputError` for no format or an unknown
    one, :class:`~kg.errors.BuildFolderError` where there is no readable ``facts.sqlite``.
    """
    if not formats:
        raise InputError("name what to write, as --format ntriples; kg formats lists what there is")
    exporters = [exporter for exporter in chosen(formats) if exporter.name != "sqlite"]
    with opened(folder) as database:
        return publish(lambda beside: Job(database, beside, evidence=evidence), exporters, folder, stale=False)
