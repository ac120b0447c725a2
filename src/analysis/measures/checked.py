"""Precision, recall and error-corrected shares from a sample that a person has checked.

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
from analysis.measures.intervals import NORMAL, critical
from analysis.measures.resampling import Numbers

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
    part, z = right / checked, NORMAL**2 / checked
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


_NEEDED = ("is_found", "is_wrong", "is_speech", "is_missed", "is_speaker_right")


def sample_accuracy(checked: pd.DataFrame, *, with_recall: bool) -> pd.DataFrame:
    """Precision and recall with 95 % intervals.

    Args:
        checked: One row a checked item (a quotation or a sentence), with the
            booleans ``is_found`` (something was found there), ``is_wrong``
            (some of it is no quotation), ``is_speech`` (somebody is quoted
            there indeed), ``is_missed`` (some of it was not found) and
            ``is_speaker_right`` (whoever is quoted there is the right one).
        with_recall: Whether the items are a sample of all there is, so that
            they tell what was missed too.

    Returns:
        ``measure`` (str: ``recall`` if asked for, ``precision``, ``speaker``,
        ``precision with speaker``), ``right`` and ``checked`` (int), ``value``,
        ``low``, ``high`` (float from 0 to 1; null where nothing was checked).
        Recall is of items with speech those without anything missed,
        precision of items with something found those without anything wrong,
        speaker of these those with the right one; the last is both together.

    Raises:
        MissingColumns: ``checked`` lacks one of the columns.
    """
    require(checked, _NEEDED, called="checked")
    found, speech = checked[checked["is_found"].astype(bool)], checked[checked["is_speech"].astype(bool)]
    quoted = found[~found["is_wrong"].astype(bool)]
    right = int(quoted["is_speaker_right"].sum())
    rows = [
        ("precision", len(quoted), len(found)),
        ("speaker", right, len(quoted)),
        ("precision with speaker", right, len(found)),
    ]
    if with_recall:
        rows.insert(0, ("recall", len(speech) - int(speech["is_missed"].sum()), len(speech)))
    table = pd.DataFrame(rows, columns=["measure", "right", "checked"])
    known = [proportion(right, of) for _, right, of in rows]
    for name in ("value", "low", "high"):
        table[name] = pd.Series([getattr(one, name) for one in known], dtype="float64")
    return table
