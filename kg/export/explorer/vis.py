"""vis-network, out of the installed pyvis."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kg.errors import KgError, MissingExtraError

_VIS: Final = Path("templates", "lib", "vis-9.1.2")
_PICTURE: Final = re.compile(r"background-image:url\([^)]*\);?")
_SOURCE_MAP: Final = re.compile(r"//# sourceMappingURL=\S*")


def vis_file(name: str) -> str:
    """A file of vis-network, without the pictures of buttons that the page does not use and without its source map.

    pyvis is found, not imported: importing it would import IPython.
    """
    spec = find_spec("pyvis")
    if spec is None or not spec.submodule_search_locations:
        raise MissingExtraError("pyvis", "html")
    path = Path(spec.submodule_search_locations[0]) / _VIS / name
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise KgError(f"the installed pyvis has no {_VIS.as_posix()}/{name}; install pyvis 0.3.2") from error
    text = _SOURCE_MAP.sub("", _PICTURE.sub("", text)) if name.endswith(".css") else _SOURCE_MAP.sub("", text)
    return text.replace("\r\n", "\n").replace("</script", "<\\/script").strip()
