"""What the sound rest of a page tells about a damaged spot: its words, its forms of characters, what it glosses."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.repair.glosses import LETTER, TONED
from kg.repair.lost_bytes.language import Cost, cost_of_characters
from kg.repair.lost_bytes.tables import readings, to_simplified

GLOSS: Final = re.compile(f"[(\uff08]([{LETTER}]{{0,5}}[{TONED}][{LETTER}]{{0,5}})[)\uff09]")
#: Text from a possible spot on that the page's statistics leave out.
_SPOT: Final = re.compile("\\?[^\n]{0,24}")
_NOTED: Final = re.compile(f"(.){GLOSS.pattern}")
#: A glossed character is known as such after so many glosses, if so many of its occurrences have one.
_TWICE, _ALWAYS = 2, 0.9


@dataclass(frozen=True)
class Page:
    """A page, or a part of a long one."""

    text: str

    @cached_property
    def sound(self) -> str:
        """The text without glosses and without what may be damaged."""
        return GLOSS.sub("", _SPOT.sub("\n", self.text))

    @cached_property
    def cost(self) -> Cost:
        """The language of this page."""
        return cost_of_characters(self.sound.translate(to_simplified()))

    @cached_property
    def glossed(self) -> dict[str, str]:
        """Characters that are glossed whenever they occur, with their syllable."""
        counts = Counter((match[1], match[2]) for match in _NOTED.finditer(self.text))
        occurring = self.occurring
        return {
            host: syllable
            for (host, syllable), count in counts.items()
            if count >= _TWICE and count >= _ALWAYS * occurring[host]
        }

    @cached_property
    def occurring(self) -> Counter[str]:
        """How often each character stands in the sound text."""
        return Counter(self.sound)

    @cached_property
    def forms(self) -> dict[str, str]:
        """The traditional form that this page has for a simplified character, where it has just one."""
        found: dict[str, str] = {}
        several: set[str] = set()
        simplified = readings().simplified
        for character in self.occurring:
            simple = simplified.get(character, character)
            if simple in found:
                several.add(simple)
            found[simple] = character
        return {simple: form for simple, form in found.items() if simple not in several}
