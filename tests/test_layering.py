"""Arrows point one way only: what may import what, read from the sources.

The order is that of the data, with three notes. ``ids`` stands above ``lexicon``, whose romanisation makes its slugs.
``vocab`` stands above ``resolve``: only exporters and queries speak RDF, so what makes facts must not know its terms.
``explanation`` stands beside ``pipeline``: it reads what a build wrote, and neither needs the other.
Imports inside functions count as well, as they are no less an arrow; only the search for cycles looks at load time alone.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "kg"

LAYERS = (
    ("errors", "aligned"),
    ("model",),
    ("lexicon",),
    ("ids",),
    ("read",),
    ("inputs",),
    ("repair",),
    ("segment",),
    ("extract",),
    ("document",),
    ("attempt",),
    ("engines",),
    ("resolve",),
    ("vocab",),
    ("graph",),
    ("export",),
    ("query",),
    ("pipeline", "explanation", "serve"),
    ("score",),
    ("",),  # the package root: the public API
    ("cli",),
    ("__main__",),
)
RANK = {name: number for number, names in enumerate(LAYERS) for name in names}

ALLOWED = {
    "rdflib": ("kg.vocab", "kg.export.rdf", "kg.query"),
    "pyoxigraph": ("kg.vocab", "kg.export.rdf", "kg.query", "kg.serve"),
    "networkx": ("kg.graph", "kg"),
}
"""Heavy libraries and the modules (with what is below them; ``kg`` is the root alone) that may import them."""


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


@cache
def imports(module: str, *, at_load: bool = False) -> frozenset[str]:
    """What ``module`` imports, by dotted name; with ``at_load`` only what it imports when it is loaded."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    found: set[str] = set()
    for node in _nodes(tree, at_load=at_load):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide where an arrow points"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            submodules = names & set(MODULES)
            found |= submodules
            if submodules != names:
                found.add(node.module or "")
    return frozenset(found)


def _nodes(tree: ast.AST, *, at_load: bool) -> list[ast.AST]:
    if not at_load:
        return list(ast.walk(tree))
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        found.append(node)
        later = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, later)]
    return found


def layer(module: str) -> str:
    """The layer of a module: the name below the package."""
    return module.split(".")[1] if "." in module else ""


def test_every_part_of_the_package_has_its_layer() -> None:
    """A new part of the package is put into the order above."""
    assert {layer(module) for module in MODULES} <= set(RANK)


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_one_way(module: str) -> None:
    """A module imports from its own part and from earlier layers, never from later ones or from a part beside its own."""
    own = layer(module)
    for imported in imports(module):
        if imported.split(".")[0] == "kg":
            other = layer(imported)
            assert other == own or RANK[other] < RANK[own], f"{module} imports {imported}"


def test_no_module_imports_itself_in_a_circle() -> None:
    """When the package is loaded, no module waits for itself."""
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join((*above[above.index(module) :], module)) if module in above else ""
        if module not in done:
            for imported in sorted(imports(module, at_load=True) & set(MODULES)):
                visit(imported, (*above, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())
    assert done == set(MODULES)


@pytest.mark.parametrize("library", ALLOWED)
def test_heavy_libraries_stay_in_their_places(library: str) -> None:
    """RDF libraries are imported in vocab, export/rdf, query and serve, networkx in graph and the root, and nowhere else."""
    users = {module for module in MODULES if any(name.split(".")[0] == library for name in imports(module))}
    below = tuple(f"{place}." for place in ALLOWED[library] if place != "kg")
    assert {module for module in users if module not in ALLOWED[library] and not module.startswith(below)} == set()


def test_the_reading_of_imports_sees_them() -> None:
    """The test reads what is there: the root imports the pipeline, the commands the root's parts."""
    assert "kg.pipeline" in imports("kg")
    assert {"kg.pipeline", "kg.export"} <= imports("kg.cli.build")
    assert "networkx" in imports("kg.graph")
