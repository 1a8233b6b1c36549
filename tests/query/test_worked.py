"""The worked queries of docs/sparql.md have the answers that stand there."""

from __future__ import annotations

import pytest
import worked

from kg import Build


@pytest.mark.parametrize("number", range(10))
def test_a_worked_query_has_its_answer(number: int, seeds_build: Build) -> None:
    """If facts of seeds/ have changed, ``python tests/query/worked.py exports`` writes the answers anew."""
    sparql, expected = worked.worked()[number]
    assert worked.answer(seeds_build.folder, sparql) == expected
