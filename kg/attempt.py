"""One document of many: what it says, or why it says nothing, as a value that can be handed from process to process."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb, format_exception
from typing import Final, NamedTuple

from kg.document import analyse_part
from kg.errors import ReadError
from kg.model import Analysis, Problem
from kg.read.raw import Part

_PACKAGE: Final = Path(__file__).parent


class Failure(NamedTuple):
    """A document that was not read: what is reported, and, of an error of ours, the trace."""

    problem: Problem
    trace: str = ""


def attempt(part: Part) -> Analysis | Failure:
    """Everything that a document says, or why that cannot be told; whatever it meets, the others are built."""
    try:
        return analyse_part(part)
    except ReadError as error:
        return Failure(Problem(part.name, str(error)))
    except Exception as error:  # noqa: BLE001 - one document in a million may meet a rule that is wrong
        return Failure(Problem(part.name, _unforeseen(error)), "".join(format_exception(error)))


def _unforeseen(error: Exception) -> str:
    """What a document met that no rule of ours should do to any: one line that says where."""
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = f"{Path(frames[-1].filename).relative_to(_PACKAGE.parent).as_posix()}, line {frames[-1].lineno}"
    return f"met an error of kg itself ({type(error).__name__} in {place}); please report it together with the document"
