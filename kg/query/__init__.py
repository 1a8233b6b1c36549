"""Questions to a build in SPARQL: the store, the answers and their forms, and the library of named queries."""

from __future__ import annotations

from kg.query.basis import Ground
from kg.query.library import NamedQuery, library, named
from kg.query.results import FORMATS, Result
from kg.query.run import explained, query
from kg.query.store import open_store

__all__ = ["FORMATS", "Ground", "NamedQuery", "Result", "explained", "library", "named", "open_store", "query"]
