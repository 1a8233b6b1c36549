"""Pages of the explorer to open in the browser."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import NoReturn

import pytest

from bench.country import country
from kg import Build
from kg.export.explorer import write_html

AXE = Path(__file__).resolve().parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"

SIZES = {"desk": {"width": 1280, "height": 720}, "phone": {"width": 390, "height": 844}}
APPEARANCES = [
    *(("seeds", *one) for one in product(SIZES, ("zh-CN", "en-GB"), ("light", "dark"))),
    *((name, *one) for name in ("real", "large") for one in (("desk", "zh-CN", "light"), ("phone", "en-GB", "dark"))),
]


@pytest.fixture(scope="session")
def axe(wanting: Callable[[str], NoReturn]) -> str:
    """The script that looks for obstacles to people who cannot see or point well."""
    if not AXE.is_file():
        wanting("axe-core is not installed: npm ci --prefix tests/node")
    return AXE.read_text(encoding="utf-8")


def page_of(request: pytest.FixtureRequest, name: str) -> Path:
    """The page of the sample documents, of the real pages or of 20,000 things."""
    if name == "large":
        large: Path = request.getfixturevalue("large_file")
        return large
    build: Build = request.getfixturevalue(f"{name}_build")
    return build.folder / "graph.html"


@pytest.fixture(params=["seeds", "real", "large"])
def built_file(request: pytest.FixtureRequest) -> Path:
    """Each page in turn."""
    return page_of(request, request.param)


@pytest.fixture(params=APPEARANCES, ids="-".join)
def appearance(request: pytest.FixtureRequest) -> tuple[Path, dict[str, object]]:
    """A page and its size, language and colours: the sample documents in every way, the others in the two that differ most."""
    name, size, locale, scheme = request.param
    return page_of(request, name), {"viewport": SIZES[size], "locale": locale, "color_scheme": scheme}


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of 20,000 things."""
    path = tmp_path_factory.mktemp("large") / "graph.html"
    write_html(country(20_000), path)
    return path
