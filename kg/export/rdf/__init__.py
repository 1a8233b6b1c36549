"""RDF as streams through pyoxigraph: what an export says is made part by part as plain Turtle, read, and written in the form asked for.

Making text and having it read takes less time than making term objects in Python one by one, and every export has then passed
a parser before anyone opens it.
"""

from __future__ import annotations

from kg.export.rdf.names import membership_id, role_id
from kg.export.rdf.readable import turtle_blocks, write_turtle

__all__ = ["membership_id", "role_id", "turtle_blocks", "write_turtle"]
