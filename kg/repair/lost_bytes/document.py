"""What the sound rest of a page tells about a damaged spot: its words, its forms of characters, what it glosses."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.repair.glosses import LETTER, TONED
from kg.repair.lost_bytes.candidates import by_frequency
from kg.repair.lost_bytes.codec import Half
from kg.repair.lost_bytes.language import Language
from kg.repair.lost_bytes.page_words import PageWords
from kg.repair.lost_bytes.tables import readings

GLOSS: Final = re.compile(f"[(\uff08]([{LETTER}]{{0,5}}[{TONED}][{LETTER}]{{0,5}})[)\uff09]")
#: Text from a possible spot on that the page's statistics leave out.
_SPOT: Final = re.compile("\\?[^\n]{0,24}")
#: A glossed character is known as such after so many glosses, if so many of its occurrences have one.
_TWICE, _ALWAYS = 2, 0.9
# What speaks against a restored character, from how often each happened in the page that we have.
_OTHER_FORM: Final = 3.0
_KEY_WITHOUT_GLOSS: Final = 5.0
_UNCHANGED_KEY: Final = 4.0
_NEW_KEY: Final = 1.0
#: Sites gloss every character with one reading, its usual one.
_LATER_READING: Final = 2.5


@dataclass(frozen=True)
class Page:
    """A page, or a part of a long one."""

    text: str

    @cached_property
    def sound(self) -> str:
        """The text without glosses and without what may be damaged."""
        return GLOSS.sub("", _SPOT.sub("\n", self.text))

    @cached_property
    def language(self) -> Language:
        """The language of this page."""
        return Language(self.sound)

    @cached_property
    def words(self) -> PageWords:
        """The words of this page."""
        return PageWords(self.language.page)

    @cached_property
    def glossed(self) -> dict[str, str]:
        """Characters that are glossed whenever they occur, with their syllable."""
        text = self.text
        counts = Counter((text[match.start() - 1], match[1]) for match in GLOSS.finditer(text, 1))
        occurring = self.occurring
        return {host: syllable for (host, syllable), count in counts.items() if count >= _TWICE and count >= _ALWAYS * occurring[host]}

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

    @cached_property
    def has_blank_lines(self) -> bool:
        """Whether every other break between lines, or more, is an empty line."""
        empty = self.text.count("\n\n")
        return 2 * empty >= self.text.count("\n") - empty

    @cached_property
    def _possible(self) -> dict[int, tuple[Half, ...]]:
        return {}

    def possible(self, halves: tuple[Half, ...]) -> tuple[Half, ...]:
        """Leave out characters that are rare in the language and not on the page; ``halves`` is a cached tuple."""
        found = self._possible.get(id(halves))
        if found is None:
            usual, rare = by_frequency(halves)
            occurring = self.occurring
            found = (*usual, *(half for half in rare if half.character in occurring))
            self._possible[id(halves)] = found
        return found

    def against_form(self, character: str, simple: str, *, glossed: bool) -> float:
        """Return what the page says against a restored character: it writes another form, or would have glossed it."""
        against = 0.0
        if self.forms.get(simple, character) != character:
            against += _OTHER_FORM
        if not glossed and character in self.glossed:
            against += _KEY_WITHOUT_GLOSS
        return against

    def against_key(self, character: str, syllable: str) -> float:
        """Return what speaks against a character as the one that was glossed with ``syllable``."""
        if self.glossed.get(character) == syllable:
            return 0.0
        against = 0.0 if character in readings().first[syllable] else _LATER_READING
        if character not in readings().simplified:
            return against + _UNCHANGED_KEY
        return against + (_KEY_WITHOUT_GLOSS if self.occurring.get(character, 0) > 1 else _NEW_KEY)
