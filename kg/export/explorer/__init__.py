"""The explorer: one HTML file that shows the graph and its evidence, works offline and asks nothing of any server.

The network is drawn by the copy of vis-network that pyvis brings along; the page around it is made of the small files
in ``page/``, put together here in a fixed order. Everything that came from a document stays data: it is embedded as
packed JSON (:mod:`kg.export.explorer.pack`) and shown through ``textContent`` alone. A Content-Security-Policy allows just
the scripts and styles whose hashes are computed here; vis-network sets styles through the CSSOM only, which such a
policy permits, so neither ``unsafe-inline`` nor ``unsafe-hashes`` is needed.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

from kg.export.explorer.embed import to_json, to_packed
from kg.export.explorer.pack import pack
from kg.export.explorer.vis import vis_file
from kg.export.explorer.webgl import webgl_library
from kg.graph import Network
from kg.model import Knowledge
from kg.vocab import vocabulary

SCRIPTS: Final = (
    "dom.js",
    "packed.js",
    "data.js",
    "quotes.js",
    "search.js",
    "dates.js",
    "timeline.js",
    "state.js",
    "filter.js",
    "select.js",
    "paths.js",
    "letters.js",
    "springs.js",
    "arrange.js",
    "patterns.js",
    "colleagues.js",
    "looks.js",
    "network.js",
    "framing.js",
    "keys.js",
    "legible.js",
    "acts.js",
    "pictures.js",
    "atlas.js",
    "stipple.js",
    "marks.js",
    "webgl.js",
    "shaders.js",
    "painters.js",
    "names.js",
    "crossings.js",
    "chart.js",
    "camera.js",
    "pointer.js",
    "sparql.js",
    "facts.js",
    "lists.js",
    "career.js",
    "welcome.js",
    "route.js",
    "panel.js",
    "table.js",
    "matrix.js",
    "picker.js",
    "checks.js",
    "region.js",
    "crumbs.js",
    "legend.js",
    "banner.js",
    "ends.js",
    "controls.js",
    "main.js",
)
"""The modules of the page, in the order in which they are put together."""

_SCHEMES: Final = {"kind": "kind", "level": "level", "role": "person-role", "rank": "rank"}
"""Properties whose values are concepts, and the scheme of these."""

_PAGE: Final = Path(__file__).parent / "page"
_SLOT: Final = re.compile(rb"\{\{(\w+)\}\}")


def write_html(knowledge: Knowledge, path: Path, graph: Network | None = None) -> None:
    """Write the explorer of ``knowledge`` to ``path``: one UTF-8 file, the same bytes for the same knowledge.

    ``graph`` is that of the knowledge, where it is at hand.
    """
    path.write_bytes(render(knowledge, graph))


def render(knowledge: Knowledge, graph: Network | None = None) -> bytes:
    """The page in UTF-8. Slots of the template are filled in one pass, so data that looks like a slot stays data."""
    styles = {"vis_style": vis_file("vis-network.css"), "style": _file("explorer.css")}
    scripts = {"vis_script": vis_file("vis-network.min.js"), "script": _script()}
    data = pack(knowledge, graph)
    webgl = webgl_library(len(data["graph"]["nodes"]["kind"]))
    policy = _policy([*map(_enclosed, scripts.values()), *filter(None, [webgl])], [_enclosed(text) for text in styles.values()])
    slots = {
        **{name: text.encode() for name, text in (styles | scripts | {"policy": policy}).items()},
        **{name: to_packed(part) for name, part in data.items()},
        "webgl": to_packed(webgl) if webgl else b"",
        "labels": to_json(_labels()),
    }
    return _SLOT.sub(lambda match: slots[match[1].decode()], _file("template.html").encode())


def _policy(scripts: list[str], styles: list[str]) -> str:
    """The Content-Security-Policy that allows exactly these scripts and styles, and pictures made in the page."""
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: list[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def _enclosed(text: str) -> str:
    """What the browser hashes: all that stands between the tags, which the template puts on lines of their own."""
    return f"\n{text}\n"


def _script() -> str:
    """The modules as one script; they share a scope of their own and nothing else. They run once the data are unpacked."""
    return "(async () => {\n'use strict';\nconst PARTS = await unpackAll();\n" + "\n".join(_file(name) for name in SCRIPTS) + "})();"


def _file(name: str) -> str:
    return (_PAGE / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _labels() -> dict[str, dict[str, tuple[str, str]]]:
    """The words of the interface, and the names of concepts by the property that has them; each in Chinese and English."""
    labels: dict[str, dict[str, tuple[str, str]]] = json.loads(_file("labels.json"))
    concepts = vocabulary().concepts
    labels["concepts"] = {
        f"{name}/{concept}": (shown.label_zh, shown.label_en)
        for name, scheme in _SCHEMES.items()
        for concept, shown in concepts[scheme].items()
    }
    return labels
