"""Every error that a user of the package may meet; this module imports nothing.

::

    KgError                 anything below: the command line prints it as one line and exits with 1
    ├── InputError          a path, folder or option that cannot be used
    ├── ReadError           one document that cannot be read (the others still are)
    ├── TableError          a table of the package or a committed file that is malformed
    ├── BuildFolderError    a folder that is not a build, or lacks what is asked of it
    ├── EngineError         a process of several that ended before its work was done
    ├── QueryError          a SPARQL query that cannot be parsed or answered
    └── MissingExtraError   an optional library that is not installed
"""

from __future__ import annotations


class KgError(Exception):
    """The root of the tree. ``str(error)`` is one line that says what happened and what to do."""


class InputError(KgError):
    """A path, folder or option that cannot be used."""


class ReadError(KgError):
    """One document that cannot be read; a build reports it and goes on with the others."""


class TableError(KgError):
    """A malformed table; the message names the file and the line."""


class BuildFolderError(KgError):
    """A folder that is not the output of a build, or that lacks a file that is needed."""


class EngineError(KgError):
    """One of the processes that read documents ended before its work was done."""


class QueryError(KgError):
    """A SPARQL query that cannot be parsed or answered."""


class MissingExtraError(KgError):
    """An optional library is not installed; the message names the extra that brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed; install it with: pip install 'zhengmai[{extra}]'")
