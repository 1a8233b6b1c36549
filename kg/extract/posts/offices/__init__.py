"""Of which body a title is: the one before it, the chain's, or the article's own.

``Of`` is what a reading gives: the body (None where the text leaves it open), where its words start, on what basis, by
which rule, and how sure.
"""

from __future__ import annotations

from kg.extract.posts.offices.article import from_context, of_its_party
from kg.extract.posts.offices.beside import of_last_holder, of_own_place
from kg.extract.posts.offices.chain import from_chain, unknown
from kg.extract.posts.offices.of import Of
from kg.extract.posts.offices.rooms import of_room
from kg.extract.posts.offices.stated import before

__all__ = ["Of", "before", "from_chain", "from_context", "of_its_party", "of_last_holder", "of_own_place", "of_room", "unknown"]
