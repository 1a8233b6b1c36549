"""The errors that a user may meet: one tree, and messages that say what to do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kg import errors


def test_every_error_is_below_the_root() -> None:
    """Who catches KgError catches every error of the package."""
    found = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    assert len(found) >= 7
    assert all(issubclass(error, errors.KgError) for error in found)


def test_the_docstring_draws_the_tree_as_it_is() -> None:
    """The tree in the docstring names every error and no other."""
    drawn = set(re.findall(r"\b[A-Z]\w+Error\b", errors.__doc__ or ""))
    assert drawn == {name for name, value in vars(errors).items() if isinstance(value, type)}


def test_the_module_imports_nothing() -> None:
    """Every module may import the errors, so they import none."""
    tree = ast.parse(Path(errors.__file__).read_text("utf-8"))
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [getattr(node, "module", None) for node in imported] == ["__future__"]


def test_a_missing_extra_is_named() -> None:
    """The message says which library is missing and what to type."""
    with pytest.raises(errors.KgError, match=r"pyspark is not installed.*pip install 'zhengmai\[spark\]'"):
        raise errors.MissingExtraError("pyspark", "spark")
