"""Count agreement, and give its precision, recall and F1 with intervals.

Counts are added up over articles before anything is divided, so that long
articles weigh more than short ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROUNDS = 500
SEED = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many things were predicted, how many are gold, and how many are both.

    >>> half = Agreement(right=1, predicted=2, gold=4)
    >>> half.precision, half.recall
    (0.5, 0.25)
    >>> Agreement().f1
    0.0
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The right ones among those predicted; 0 where none is."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The right ones among those that are gold; 0 where none is."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(agreements: Iterable[Agreement]) -> Agreement:
    """The counts of all of them together."""
    return sum(agreements, Agreement())


def f1_interval(
    by_article: Sequence[Agreement], *, rounds: int = ROUNDS, seed: int = SEED
) -> tuple[float, float] | None:
    """The 95 % interval of F1 by resampling whole articles.

    Articles, not quotations: those of one article are right or wrong together.
    The same articles in the same order give the same interval. None without articles.
    """
    if not by_article:
        return None
    source = random.Random(seed)
    drawn = sorted(total(source.choices(by_article, k=len(by_article))).f1 for _ in range(rounds))
    return drawn[int(rounds * 0.025)], drawn[int(rounds * 0.975) - 1]
