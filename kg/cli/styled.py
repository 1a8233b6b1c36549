"""The terminal for what is printed with styles; rich is loaded only by commands that need it."""

from __future__ import annotations

from typing import Final

from rich.console import Console

OUT: Final = Console(highlight=False)
ERR: Final = Console(stderr=True, highlight=False)
