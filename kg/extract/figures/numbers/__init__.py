"""Numbers with their units: 80余万个, 近1.5万元, 12,345名, 三千五百户, 近百项, 三分之二. No ordinals, dates, parts of codes."""

from __future__ import annotations

from kg.extract.figures.numbers.digits import in_digits
from kg.extract.figures.numbers.number import Number
from kg.extract.figures.numbers.numerals import in_words

__all__ = ["Number", "in_digits", "in_words"]
