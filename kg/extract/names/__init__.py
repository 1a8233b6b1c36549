"""Personal names: whether one starts or ends at a place in a text, and how long it is.

A name is a surname of the table and one or two characters that occur in given names, and it ends where a word ends and
something else begins. The segmenter (by dictionary alone) says what is a word: 主任|高度|重视 has no 高度重.
"""

from __future__ import annotations

from kg.extract.names.back import before
from kg.extract.names.forward import at, may_begin
from kg.extract.names.name import Name
from kg.extract.names.parts import is_word, likelihood
from kg.extract.names.whole import ends_behind_title, is_made_of_characters, is_whole

__all__ = ["Name", "at", "before", "ends_behind_title", "is_made_of_characters", "is_whole", "is_word", "likelihood", "may_begin"]
