"""Raw text to clean simplified text, every position of which leads back to the raw text.

The steps stand in the order in which they must run: radicals become the characters that they are and what was read in the
wrong encoding is read anew before anything looks at it, lost bytes are searched for while the surviving pinyin still
stands, glosses go before script conversion (a gloss breaks the words that conversion needs), marks get one form before
lines are joined (the joining looks at them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.aligned import Aligned, Change, Edit
from kg.repair import bytes_out_of_step, deputies, forms, glosses, layout, mojibake, quotes, script, spaced_lines, spaced_names, width
from kg.repair.lost_bytes.decide import Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of repair: its name, what it mends, and the function that does it."""

    name: str
    title: str
    apply: Callable[[Aligned], Aligned]


def _edits(find: Callable[[str], Iterable[Edit]]) -> Callable[[Aligned], Aligned]:
    """A step out of a function that finds edits in a text."""
    return lambda aligned: aligned.edit(find(aligned.text))


STEPS: Final = (
    Step("forms", "radicals and compatibility characters", _edits(forms.find)),
    Step("mojibake", "UTF-8 read in another encoding", _edits(mojibake.find)),
    Step("bytes", "characters lost to bytes out of step", _edits(bytes_out_of_step.find)),
    Step("glosses", "pinyin behind characters", _edits(glosses.find)),
    Step("script", "traditional script and wrong conversions", _edits(script.find)),
    Step("width", "one written form for marks, digits and blanks", _edits(width.find)),
    Step("quotes", "quotation marks of which one is wrong", _edits(quotes.find)),
    Step("spacing", "lines set with a blank between all characters", _edits(spaced_lines.find)),
    Step("layout", "lines broken inside sentences, captions and page numbers in them", layout.apply),
    Step("names", "names spaced out for layout", _edits(spaced_names.find)),
    Step("deputies", "deputies (副) written with a character of like sound", _edits(deputies.find)),
)


def repair(raw: str) -> Aligned:
    """``raw`` after all steps."""
    aligned = Aligned.of(raw)
    for step in STEPS:
        aligned = step.apply(aligned)
    return aligned


class Repair(NamedTuple):
    """A change to the text, and the name of the step that made it."""

    step: str
    change: Change


def repairs(raw: str) -> list[Repair]:
    """Everything that :func:`repair` does to ``raw``, step by step and in each in the order of the raw text.

    First stand the damaged spots that it leaves alone: changes that change nothing, with how sure the best reading was.
    """
    found = [
        Repair("bytes", Change(spot.start, spot.end, was := raw[spot.start : spot.end], was, spot.confidence, "left alone: not certain"))
        for spot in bytes_out_of_step.report(raw)
        if spot.verdict is Verdict.LEFT
    ]
    log: list[Change] = []
    aligned = Aligned.of(raw, log)
    for step in STEPS:
        aligned = step.apply(aligned)
        found += (Repair(step.name, change) for change in log)
        log.clear()
    return found
