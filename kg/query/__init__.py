"""Questions to a build in SPARQL: the store, the answers and their forms, and the library of named queries."""

from __future__ import annotations

from kg.query.results import FORMATS, Result
from kg.query.run import query
from kg.query.store import open_store

__all__ = ["FORMATS", "Result", "open_store", "query"]
