"""Choose among candidates, and tell how sure the choice is.

A choice can be watched: `training/speakers.py` collects the candidates and
their features that way and fits the weights on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from analysis.speakers.entities import Entity
from analysis.speakers.scoring import Features, Route, Weights, probabilities

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
