"""zhengmai (政脉): Chinese official documents to a knowledge graph in which every fact leads to the words that state it.

::

    import kg
    build = kg.build("folder", "out")            # read, extract, join, write
    build.knowledge.things                       # everything that was found
    graph = kg.to_networkx(build.knowledge)      # a networkx MultiDiGraph
    kg.query("out", "SELECT ?name WHERE { ?p a zm:Person ; skos:prefLabel ?name }")
    kg.explain("out", "文立诚")                   # what is known, each fact with its sentence
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.document import analyse
    from kg.errors import KgError
    from kg.explanation import Explanation, explain
    from kg.graph import to_networkx
    from kg.model import Analysis, Knowledge
    from kg.pipeline import Build, build
    from kg.query import query
    from kg.read import read
    from kg.repair import repair
    from kg.resolve import resolve

__all__ = [
    "Analysis",
    "Build",
    "Explanation",
    "KgError",
    "Knowledge",
    "analyse",
    "build",
    "explain",
    "query",
    "read",
    "repair",
    "resolve",
    "to_networkx",
]

_HOMES: Final = {
    "kg.document": ("analyse",),
    "kg.errors": ("KgError",),
    "kg.explanation": ("Explanation", "explain"),
    "kg.graph": ("to_networkx",),
    "kg.model": ("Analysis", "Knowledge"),
    "kg.pipeline": ("Build", "build"),
    "kg.query": ("query",),
    "kg.read": ("read",),
    "kg.repair": ("repair",),
    "kg.resolve": ("resolve",),
}


def _lazily(module: str, name: str) -> property:
    """``name``, loaded when it is asked for: a query takes a tenth of the time that loading the extractors takes.

    The setter swallows what the import system does: it binds a subpackage (``kg.query``) under its name, which here is the function's.
    """
    return property(lambda _: getattr(import_module(module), name), lambda *_: None)


sys.modules[__name__].__class__ = type(
    "PublicApi", (ModuleType,), {name: _lazily(module, name) for module, names in _HOMES.items() for name in names}
)
