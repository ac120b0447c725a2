"""Which candidate is the likeliest, and how sure is that?

A log-linear choice: every candidate has a few named features, their weights
are added up, and a softmax over all candidates (one of them “nobody”) gives
each a probability. The weights and the calibration of the probability lie in
`weights.json`, which `training/speakers.py` writes.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Literal

Route = Literal["personal", "plural", "relative", "empty", "description", "name"]
"""What sort of source a choice is for; each has weights of its own."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one route, and points (probability, confidence) in rising order."""

    features: Features
    calibration: tuple[tuple[float, float], ...]

    def score(self, features: Features) -> float:
        """The sum of the weighted features."""
        total, weight = 0.0, self.features.get
        for name, value in features.items():
            total += weight(name, 0.0) * value
        return total

    def confidence(self, probability: float) -> float:
        """How often a choice of this probability is right."""
        points = self.calibration
        if not points:
            return probability
        at = bisect_right(points, (probability, 2.0))
        if at == 0:
            return points[0][1]
        if at == len(points):
            return points[-1][1]
        (x0, y0), (x1, y1) = points[at - 1], points[at]
        return y0 + (y1 - y0) * (probability - x0) / (x1 - x0)


@cache
def shipped_weights() -> dict[str, Weights]:
    """The weights in the package, by route."""
    raw = json.loads(files("analysis.speakers").joinpath("weights.json").read_text("utf-8"))
    return {
        route: Weights(part["weights"], tuple((p, c) for p, c in part["calibration"]))
        for route, part in raw["routes"].items()
    }


def probabilities(scores: Sequence[float]) -> list[float]:
    """Softmax.

    >>> probabilities([0.0, 0.0])
    [0.5, 0.5]
    """
    highest = max(scores)
    parts = [exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]
