"""Findings to things and claims: one module a kind."""

from __future__ import annotations

from kg.extract.assemble.bodies import put_bodies, put_publishers
from kg.extract.assemble.documents import put_documents
from kg.extract.assemble.events import put_events
from kg.extract.assemble.figures import put_figures
from kg.extract.assemble.people import put_people
from kg.extract.assemble.places import put_places
from kg.extract.assemble.programs import put_programs
from kg.extract.draft import Draft
from kg.extract.findings import Findings

__all__ = ["assemble"]


def assemble(found: Findings, draft: Draft) -> None:
    """Put everything that was found on a page into ``draft``."""
    put_publishers(found, draft)
    put_places(found, draft)
    put_bodies(found, draft)
    put_people(found, draft)
    put_programs(found, draft)
    put_figures(found, draft)
    put_events(found, draft)
    put_documents(found, draft)
