"""What does a checked sample say of the engine's errors, and what are the shares without them?

The share is estimated by prediction-powered inference: the engine's figures
over everything, plus what checking has shown them to be wrong by (Angelopoulos
et al. 2023, Science 382; the weight of the engine's figures as in PPI++,
Angelopoulos, Duchi & Zrnic 2023). Where the engine is good the interval is
much narrower than from the sample alone; where it is bad, no wider.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
import pandas as pd

from analysis.measures.columns import require
from analysis.measures.intervals import critical
from analysis.measures.resampling import Numbers

_NORMAL = 1.959963984540054
FEWEST_CHECKED = 20
"""With fewer checked items no share is corrected."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval; all None where there is nothing to tell."""

    value: float | None
    low: float | None
    high: float | None


def proportion(right: int, checked: int) -> Estimate:
    """The part that is right, with Wilson's interval (Wilson 1927), which holds for small samples too.

    Raises:
        ValueError: more are right than were checked.

    >>> proportion(18, 20)
    Estimate(value=0.9, low=0.699, high=0.9721)
    >>> proportion(0, 0)
    Estimate(value=None, low=None, high=None)
    """
    if not 0 <= right <= checked:
        raise ValueError(f"{right} right of {checked} checked")
    if not checked:
        return Estimate(None, None, None)
    part, z = right / checked, _NORMAL**2 / checked
    middle, wide = (part + z / 2) / (1 + z), sqrt(part * (1 - part) * z + z * z / 4) / (1 + z)
    return Estimate(part, round(max(middle - wide, 0.0), 4), round(min(middle + wide, 1.0), 4))


def corrected_share(everything: pd.DataFrame, checked: pd.DataFrame, *, items: int | None = None) -> Estimate:
    """The share of a group in all words, corrected by a random sample that a person has checked.

    Args:
        everything: One row an item (a quotation or a sentence) of the base,
            with ``words`` (int, of all speech that the engine finds in it) and
            ``part`` (int, those of the group).
        checked: One row a checked item, drawn at random from these, with
            ``words`` and ``part``, and ``true_words`` and ``true_part`` (int,
            what a person finds).
        items: How many items there are, where ``everything`` has one row a
            quotation and the items are sentences; one row an item if None.

    Returns:
        The corrected share and its interval; None below 20 checked items, or
        where no words are left. The interval counts items, not stories: draw
        items from many stories.

    Raises:
        MissingColumns: A table lacks one of the columns.
    """
    require(everything, ["words", "part"], called="everything")
    require(checked, ["words", "part", "true_words", "true_part"], called="checked")
    if len(checked) < FEWEST_CHECKED or everything.empty:
        return Estimate(None, None, None)
    found = everything[["part", "words"]].to_numpy(dtype=np.float64)
    number = len(found) if items is None else items
    mean = found.sum(axis=0) / number
    guessed = checked[["part", "words"]].to_numpy(dtype=np.float64)
    true = checked[["true_part", "true_words"]].to_numpy(dtype=np.float64)
    weight = 1.0
    for _ in range(3):  # The best weight depends on the share, and hardly changes after the first round.
        part, whole = weight * mean + (true - weight * guessed).mean(axis=0)
        if whole <= 0:
            return Estimate(None, None, None)
        share = part / whole
        of_guessed, of_true = (each[:, 0] - share * each[:, 1] for each in (guessed, true))
        weight = _best_weight(of_guessed, of_true, len(true) / number)
    variance = float(np.var(of_true - weight * of_guessed, ddof=1)) / len(true)
    # Rows that are parts of items tell nothing of how items vary: the checked ones do.
    of_all = found[:, 0] - share * found[:, 1] if items is None else of_guessed
    variance += weight**2 * float(np.var(of_all)) / number
    wide = float(critical(len(true))) * sqrt(variance) / whole
    return Estimate(float(np.clip(share, 0, 1)), max(share - wide, 0.0), min(share + wide, 1.0))


def _best_weight(of_guessed: Numbers, of_true: Numbers, sampled: float) -> float:
    """How far to trust the engine, from 0 to 1, for the narrowest interval."""
    spread = float(np.var(of_guessed)) * (1 + sampled)
    together = float(np.mean((of_guessed - of_guessed.mean()) * (of_true - of_true.mean())))
    return float(np.clip(together / spread, 0, 1)) if spread else 0.0
