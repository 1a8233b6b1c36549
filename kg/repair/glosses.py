"""Take out pinyin glosses that a site's script put behind characters: 活動(dòng) → 活動.

Some sites replaced every occurrence of some hundred characters ``X`` by ``X(pinyin)``, each with one fixed reading.
The characters differ from site to site, so there is no list of them here; what tells such a page is the way it is
glossed. A textbook notes the reading of a rare name once: 酂(cuó). A primer glosses whatever it teaches. A damaged
page glosses the same everyday characters every time they occur, always with the same syllable, and most of its other
characters never. Only stretches of text that look like that are touched (:func:`_is_glossed`), and in them only
characters that themselves behave like that (:func:`_readings`).

Run after :mod:`kg.repair.bytes_out_of_step`, which needs the pinyin as evidence. What pinyin it leaves at spots that
nobody can decide (``?dòng)``) is cleared here; the ``?`` stays and shows that something is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.aligned import Edit

NAME: Final = "glosses"

#: Vowels with a tone mark; the breve is a common misspelling of the caron.
TONED: Final = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜ\u0144\u0148\u01f9\u1e3f"
#: Other letters of a syllable: ASCII, ü, ê and the look-alikes ɑ and ɡ that typesetters use in pinyin.
LETTER: Final = "a-züêɑɡ"
#: Han characters that pages of this kind hold: the basic block, extension A, compatibility ideographs.
HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

#: A gloss. The character before it is looked at afterwards: a search for one of two characters is the fastest there is.
#: Some scripts leave a blank behind the pinyin: 會(huì ).
_GLOSS: Final = re.compile(f"[(\uff08]([{LETTER}]*[{TONED}][{LETTER}]* ?)[)\uff09]")
#: What a gloss follows: a Han character, or the ASCII half of a broken one (術 D067 leaves ``g``).
_HOST: Final = re.compile(f"[{HAN}@A-Z\\[\\\\\\]^_`a-z{{|}}~]")
#: Pinyin whose ``(`` was eaten along with half a character.
_LEFTOVER: Final = re.compile(f"\\?(?<=[{HAN}\u201c\u201d\u3002\u3001,A-Za-z)].)([{LETTER}]*[{TONED}][{LETTER}]*)[)\uff09]")
_IS_HAN: Final = re.compile(f"[{HAN}]")
_HANS: Final = re.compile(f"[{HAN}]+")

#: No syllable is longer than *zhuāng*.
_LONGEST: Final = 6
#: Glosses further apart than this belong to different stretches (in the page that we have: 68 at most).
_GAP: Final = 300
#: A stretch has at least so many glosses on so many characters, one in so many code points.
_LEAST, _LEAST_DISTINCT, _SPARSEST = 5, 3, 60
#: … and so many glosses for each different one on average: the same characters come back.
_REPEATED: Final = 1.2
#: … and at least this share of the glossed characters' occurrences is glossed, of each character and of all.
_GLOSSED_EACH, _GLOSSED_ALL = 0.5, 0.7
#: … and at most this share of all Han characters is glossed; a primer for children glosses every one.
_GLOSSED_HAN: Final = 0.5
#: … and at most this share of glosses give a character a second reading; a page on polyphonic characters does.
_SECOND_READINGS: Final = 0.05

_FEW: Final = 100

#: ``text[start:end]`` is ``(syllable)``; the last two are the character that it follows and the syllable.
_Gloss = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Glosses that stand close together, and the stretch of text from the first host to the last gloss."""

    glosses: list[_Gloss]
    start: int
    end: int
    #: How often each glossed Han character occurs in the stretch, glossed or not.
    characters: dict[str, int]
    #: How often each glossed Han character occurs with each syllable.
    pairs: Counter[tuple[str, str]]


def find(text: str) -> list[Edit]:
    """List the removals that leave ``text`` without glosses; none where it is not a glossed page."""
    glosses = _glosses(text)
    if len(glosses) < _LEAST:
        return []
    stretches = [stretch for stretch in _stretches(text, glosses) if _is_glossed(text, stretch)]
    if not stretches:
        return []
    readings: dict[str, str] = {}
    for stretch in stretches:
        readings.update(_readings(stretch))
    known = readings.get
    edits = [Edit(start, end, "", 1.0, "pinyin gloss") for start, end, host, said in glosses if known(host) == said]
    halves = [edit for stretch in stretches for edit in _beside_damage(text, stretch)]
    return sorted(edits + halves) if halves else edits


def _glosses(text: str) -> list[_Gloss]:
    """List everything that has the form of a gloss, in order (split, because it is twice as fast as a loop)."""
    pieces = _GLOSS.split(text)
    hosts = {host for host in {piece[-1:] for piece in pieces[:-1:2]} if _HOST.match(host)}
    found: list[_Gloss] = []
    end = 0
    for piece, said in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(piece)
        end = start + len(said) + 2
        host, syllable = piece[-1:], said.rstrip(" ")
        if host in hosts and len(syllable) <= _LONGEST:
            found.append((start, end, host, syllable))
    return found


def _stretches(text: str, glosses: list[_Gloss]) -> Iterator[_Stretch]:
    """Glosses grouped by distance, so that one glossed article in a long sound file is found."""
    first = 0
    for at in range(1, len(glosses) + 1):
        if at == len(glosses) or glosses[at][0] - glosses[at - 1][1] > _GAP:
            if at - first >= _LEAST:
                yield _stretch(text, glosses[first:at])
            first = at


def _stretch(text: str, glosses: list[_Gloss]) -> _Stretch:
    """Count what stands in the stretch of these glosses."""
    start, end = glosses[0][0] - 1, glosses[-1][1]
    pairs = Counter([(host, said) for _, _, host, said in glosses if host > "\u3000"])
    return _Stretch(glosses, start, end, _counts(text[start:end], {host for host, _ in pairs}), pairs)


def _counts(text: str, characters: set[str]) -> dict[str, int]:
    """How often each of ``characters`` occurs; looking through the text for each of a few is faster than counting all."""
    if len(characters) <= _FEW:
        return {character: text.count(character) for character in characters}
    counted = Counter(text)
    return {character: counted[character] for character in characters}


def _is_glossed(text: str, stretch: _Stretch) -> bool:
    """Whether a stretch was glossed by a script, and not by an author or teacher."""
    pairs, characters = stretch.pairs, stretch.characters
    hosts = {host for host, _ in pairs}
    glossed = pairs.total()
    if glossed < _LEAST or len(hosts) < _LEAST_DISTINCT or stretch.end - stretch.start > _SPARSEST * glossed:
        return False
    if len(pairs) > (1 + _SECOND_READINGS) * len(hosts):
        return False
    if glossed < _GLOSSED_ALL * sum(characters[host] for host in hosts):
        return False
    if not _has_han(text, stretch, glossed / _GLOSSED_HAN):
        return False
    return glossed >= _REPEATED * len(pairs) or _is_running_traditional(text, stretch)


def _has_han(text: str, stretch: _Stretch, least: float) -> bool:
    """Whether a stretch has so many Han characters; mostly its beginning has."""
    for run in _HANS.finditer(text, stretch.start, stretch.end):
        least -= run.end() - run.start()
        if least <= 0:
            return True
    return False


def _is_running_traditional(text: str, stretch: _Stretch) -> bool:
    """Whether a stretch too short for repetition glosses everyday characters inside words, all changed by conversion.

    A teacher or an editor who notes readings has no reason to keep to characters that conversion changes.
    """
    changed = sum(count for (host, _), count in stretch.pairs.items() if _is_changed_by_conversion(host))
    inside = sum(1 for start, *_ in stretch.glosses if start > 1 and _IS_HAN.match(text, start - 2))
    return changed >= 0.95 * stretch.pairs.total() and inside >= 0.5 * len(stretch.glosses)


def _is_changed_by_conversion(character: str) -> bool:
    """In the common half of Big5 (below C6A1), not in GB2312: 動 is; 动, 酂 and 的 are not."""
    try:
        common = character.encode("big5") < b"\xc6\xa1"
    except UnicodeEncodeError:
        return False
    return common and not character.encode("gb2312", "ignore")


def _readings(stretch: _Stretch) -> dict[str, str]:
    """Map the characters of a stretch that are glossed by rule (mostly, with one syllable) to their syllables."""
    several = Counter(host for host, _ in stretch.pairs)
    return {
        host: said
        for (host, said), count in stretch.pairs.items()
        if several[host] == 1 and count >= _GLOSSED_EACH * stretch.characters[host]
    }


def _beside_damage(text: str, stretch: _Stretch) -> Iterator[Edit]:
    """Glosses of broken characters in a glossed stretch: after a stray ASCII letter, or without their ``(``."""
    for start, end, host, _ in stretch.glosses:
        if host < "\u3000":
            yield Edit(start, end, "", 0.9, "pinyin gloss of a broken character")
    for match in _LEFTOVER.finditer(text, max(stretch.start - _GAP, 0), stretch.end + _GAP):
        yield Edit(match.start(1), match.end(), "", 0.9, "rest of a pinyin gloss")
