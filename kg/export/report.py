"""report.json: what was read, what was found, what was skipped and why, and which tables and versions said so."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Final

from kg.lexicon.confidences import bin_of, calibration
from kg.model import Basis, Claim, Kind, Knowledge, Relation, Source

KNOWN_GAPS: Final = ("divisions: changes between 2014 and 2023 are dated only to that interval; nothing is known of the time before 2002",)
_LIBRARIES: Final = ("ahocorasick_rs", "lxml", "networkx", "opencc", "pyvis", "resiliparse", "rjieba")


def write_report(knowledge: Knowledge, path: Path) -> None:
    """Write the report of a build; nothing in it depends on the machine or the time."""
    report = {
        "version": version("zhengmai"),
        "libraries": {name: version(name) for name in _LIBRARIES},
        "counts": {
            "sources": len(knowledge.texts),
            "articles": sum(bool(source.part_of) for source in knowledge.sources.values()),
            "things": _counted([thing.kind for thing in knowledge.things.values()]),
            "facts": _counted([fact.relation for fact in knowledge.facts]),
            "claims": _counted([claim.relation for claim in knowledge.claims.values()]),
            "basis": _counted([claim.basis for claim in knowledge.claims.values()]),
            "mentions": len(knowledge.mentions),
        },
        "sources": [
            {
                "id": s.id,
                "name": s.name,
                "title": s.title,
                "date": s.date,
                "characters": len(knowledge.texts[s.id]),
                "replaced": _replaced(knowledge.texts[s.id], s),
            }
            for s in knowledge.sources.values()
            if not s.part_of
        ],
        "calibration": _calibration(knowledge.claims.values()),
        "merged_people": [{"other": other, "same_as": same} for other, same in knowledge.same_as.items()],
        "undecided_places": sorted({thing.label for thing in knowledge.things.values() if thing.get("candidate")}),
        "skipped": [{"name": problem.name, "why": problem.message} for problem in knowledge.problems],
        "known_gaps": list(KNOWN_GAPS),
    }
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _calibration(claims: Iterable[Claim]) -> list[dict[str, float]]:
    """For each bin of confidence: claims of this build, and how many of how many such claims were right on documents with gold."""
    found: Counter[float] = Counter()
    for sure, number in Counter([claim.confidence for claim in claims]).items():  # which are few
        found[bin_of(sure)] += number
    return [
        {"confidence_from": least, "claims": found[least], "gold_claims": judged, "gold_right": right}
        for least, judged, right in calibration()
    ]


def _replaced(text: str, source: Source) -> int:
    """Characters of a document and of what it says of itself that reading could not keep, or that were lost before: each is U+FFFD."""
    return sum(part.count("\ufffd") for part in (text, source.title, source.publisher, source.author, source.url))


def _counted(words: Iterable[Kind | Relation | Basis]) -> dict[str, int]:
    return {str(word): number for word, number in sorted(Counter(words).items())}
