"""twgl.js, by which the page paints the map of a large graph where the machine has a graphics card.

``library/twgl.js`` is the file of the npm package, byte for byte; NOTICE gives its version, hash and licence, and a test compares
it with the package. Pages hold it deflated, as a script that is unpacked and run when such a map is first asked for: the
policy of the page names its hash.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

WORTHWHILE: Final = 5_000
"""So many things and more are painted by WebGL. Below, the canvas takes a few milliseconds a frame on any machine, as does the
writing of the names, which is the canvas's in either case: the page would be larger and nothing faster."""
_LIBRARY: Final = Path(__file__).parent / "library" / "twgl.js"


def webgl_library(things: int) -> str:
    """The library without its source map, or nothing where the map of so many things is not worth it."""
    return _LIBRARY.read_bytes().decode().partition("//# sourceMappingURL=")[0] if things >= WORTHWHILE else ""
