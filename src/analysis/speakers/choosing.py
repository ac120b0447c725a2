"""Choose the likeliest candidate, and tell how sure the choice is.

The choice is log-linear: every candidate has a few named features, their
weights are added up, and a softmax over all candidates (one of them “nobody”)
gives each a probability. The weights and the calibration of the probability lie
in `weights.json`, which `training/speakers.py` writes.

A choice can be watched: `training/speakers.py` collects the candidates and
their features that way and fits the weights on them.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Literal

from analysis.speakers.entities import Entity

Route = Literal["personal", "plural", "relative", "empty", "description", "name"]
"""What sort of source a choice is for; each has weights of its own."""

Features = dict[str, float]

Candidates = Sequence[tuple[Entity | None, Features]]
"""Possible speakers with their features; None is nobody."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice for the source of attribution ``number``: who was possible, who was taken, how probably."""

    number: int
    route: Route
    candidates: Candidates
    names: Sequence[str | None]
    taken: int
    probability: float


class Chooser:
    """Takes the likeliest of several candidates."""

    def __init__(
        self,
        weights: Mapping[str, Weights],
        name_of: Callable[[Entity], str],
        watch: Callable[[Choice], None] | None = None,
    ) -> None:
        self._name_of = name_of
        self._weights = weights
        self._watch = watch
        self.number = 0

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Choices that only help another one are not watched."""
        watch, self._watch = self._watch, None
        try:
            yield
        finally:
            self._watch = watch

    def choose(
        self, route: Route, candidates: Candidates, *, nobody: bool = True
    ) -> tuple[Entity | None, float]:
        """The likeliest candidate and the confidence in it.

        Args:
            route: What sort of source it is for.
            candidates: At least one.
            nobody: Whether nobody may be the answer; if not, the candidate None
                only lowers the confidence.
        """
        weights = self._weights[route]
        shares = probabilities([weights.score(features) for _, features in candidates])
        allowed = [i for i, (entity, _) in enumerate(candidates) if nobody or entity is not None] or list(
            range(len(candidates))
        )
        taken = max(allowed, key=lambda i: shares[i])
        if self._watch is not None:
            names = [None if entity is None else self._name_of(entity) for entity, _ in candidates]
            self._watch(Choice(self.number, route, candidates, names, taken, shares[taken]))
        return candidates[taken][0], weights.confidence(shares[taken])


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
