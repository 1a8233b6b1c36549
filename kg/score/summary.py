"""Scores as plain values, for JSON and for the pinned ones."""

from __future__ import annotations

from typing import Any

from kg.score.calibration import bins, by_rule, covered, said
from kg.score.differences import Difference
from kg.score.found import KINDS
from kg.score.match import LENIENT, STRICT, Mode
from kg.score.scores import Scores
from kg.score.tally import Tally


def summary(scores: Scores) -> dict[str, Any]:
    """Each kind with its strict and lenient figures, the codes of places, and the links of programs."""
    kinds: dict[str, Any] = {
        kind: {mode: _mode(scores, kind, mode) for mode in (STRICT, LENIENT)} | {"gold": scores.kind(kind, STRICT).gold} for kind in KINDS
    }
    codes = scores.codes()
    links = {f"program_{name}": _counted(tally) for name, tally in scores.links().items()}
    return kinds | {"place_codes": codes.recall, "place_codes_right": codes.right, "place_codes_gold": codes.gold} | links


def _mode(scores: Scores, kind: str, mode: Mode) -> dict[str, Any]:
    tally = scores.kind(kind, mode)
    return _counted(tally) | {"f1": tally.f1, "interval": scores.interval(kind, mode)}


def _counted(tally: Tally) -> dict[str, Any]:
    return {"p": tally.precision, "r": tally.recall, "right": tally.right, "found": tally.found, "gold": tally.gold}


def everything(scores: Scores) -> dict[str, Any]:
    """The summary with every difference and the calibration."""
    differences = [_listed(difference) for difference in scores.differences()]
    return summary(scores) | {"differences": differences, "calibration": calibrated(scores)}


def _listed(difference: Difference) -> dict[str, Any]:
    """A difference, with the fact as the gold or the build has it."""
    return {
        "document": difference.document,
        "kind": difference.kind,
        "how": difference.how,
        "fact": difference.fact,
        "start": difference.span.start,
        "end": difference.span.end,
        "sentence": difference.sentence,
        "rule": difference.rule,
        "confidence": difference.confidence,
    }


def calibrated(scores: Scores) -> dict[str, Any]:
    """Claims by bin of confidence and by rule: how many there are, how sure they say they are, how many are right."""
    claims = said(scores.judged())
    return {
        "bins": [{"least": one.least, "claims": one.claims, "said": one.said, "right": one.right} for one in bins(claims)],
        "covered": covered(claims),
        "rules": [
            {"kind": kind, "relation": relation, "rule": rule, "claims": one.claims, "said": one.said, "right": one.right}
            for (kind, relation, rule), one in by_rule(scores.judged()).items()
        ],
    }
