"""The loader of the tables that stand beside this file as ``NAME.tsv``.

A table is UTF-8 with LF line ends: ``#`` lines that state its policy, a header row, then rows of as many cells as the
header has, separated by tabs. ``#`` lines may also stand between rows, as section comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files

from kg.errors import TableError


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of table ``name`` in file order, each as a mapping from the header's names to cells."""
    rows = read_rows(name)
    header = next(rows)
    return [dict(zip(header, row, strict=True)) for row in rows]


def by_role(name: str, column: str = "word") -> Callable[..., tuple[str, ...]]:
    """A function from roles to the cells of ``column`` in the rows of table ``name`` that have one of them, in file order."""
    rows = [(row[column], row["role"]) for row in read_table(name)]
    return lambda *roles: tuple(cell for cell, role in rows if role in roles)


def read_rows(name: str) -> Iterator[list[str]]:
    """The header of table ``name``, then its rows, as lists of cells: for large tables, where mappings cost too much."""
    return parse_rows(_read_text(name), f"{name}.tsv")


def read_pairs(name: str) -> dict[str, str]:
    """A table of two columns, without comments after its header, as a mapping from the first to the second.

    Ten times as fast as :func:`read_rows`, for tables of tens of thousands of rows: it counts cells over the whole table,
    and goes through the rows one by one only to say where the error is.
    """
    text = _read_text(name)
    header = next(parse_rows(text, f"{name}.tsv"))
    body = text.partition("\n" + "\t".join(header) + "\n")[2].removesuffix("\n")
    cells = body.replace("\n", "\t").split("\t")
    if body.count("\t") != body.count("\n") + 1 or len(header) != 2:
        for _ in parse_rows(text, f"{name}.tsv"):
            pass
        raise TableError(f"{name}.tsv: not a table of two columns")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def read_column(name: str) -> list[str]:
    """The cells of a table of one column, without comments after its header: for tens of thousands of rows."""
    text = _read_text(name)
    header = next(parse_rows(text, f"{name}.tsv"))
    if len(header) != 1:
        raise TableError(f"{name}.tsv: not a table of one column")
    return text.partition(f"\n{header[0]}\n")[2].split()


def _read_text(name: str) -> str:
    """The text of the file of table ``name``."""
    path = files("kg.lexicon") / f"{name}.tsv"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TableError(f"{name}.tsv: there is no such table in kg/lexicon") from None
    except UnicodeDecodeError as error:
        raise TableError(f"{name}.tsv: not UTF-8 at byte {error.start}") from None


def parse_rows(text: str, file: str) -> Iterator[list[str]]:
    """The header and the rows in ``text``; ``file`` is named, with the line, in the error for a malformed one."""
    width = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not width:
            width = _check_header(cells, file, number)
        elif len(cells) != width:
            raise TableError(f"{file}, line {number}: {len(cells)} cells where the header has {width}")
        yield cells
    if not width:
        raise TableError(f"{file}: no header row")


def _check_header(cells: list[str], file: str, line: int) -> int:
    """The number of columns, each of which must have a name of its own."""
    if len(set(cells)) != len(cells) or not all(cells):
        raise TableError(f"{file}, line {line}: empty or repeated column name in the header")
    return len(cells)
