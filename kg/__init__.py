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
