"""How good a build is: facts against gold, and confidences against how often claims are right."""

from __future__ import annotations

from kg.score.gold import read_gold
from kg.score.scores import Scores, score

__all__ = ["Scores", "read_gold", "score"]
