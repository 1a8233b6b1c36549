"""How the documents of ``kg build`` and ``kg text`` are read, as their arguments say."""

from __future__ import annotations

import argparse

from kg.read import Options
from kg.read.fields import chosen
from kg.read.limits import LARGEST


def reading(options: argparse.Namespace) -> Options:
    """How to read; :class:`~kg.errors.InputError` for a ``--field`` that cannot be used."""
    return Options(chosen(options.fields), options.max_bytes or LARGEST)
