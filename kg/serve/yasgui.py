"""YASGUI, the editor for SPARQL, where ``.ci/assets`` has put it: in every wheel, and in a checkout after ``make assets``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent / "assets"
FILES: Final = ("yasgui.min.js", "yasgui.min.css")


def has_yasgui() -> bool:
    """Whether it is there."""
    return all((ASSETS / name).is_file() for name in FILES)
