"""How many voices there are, and how much the loudest say, with 95 % intervals."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

import numpy as np
import pandas as pd

from analysis.measures.columns import require
from analysis.measures.intervals import NORMAL
from analysis.measures.resampling import Numbers, cells, draws
from analysis.measures.results import Estimates
from analysis.measures.uncertainty import FEWEST_STORIES, reliability


def effective_voices(statements: pd.DataFrame, *, by: str = "speaker") -> float | None:
    """Count voices so that loud ones weigh more: exp of the Shannon entropy of their word shares.

    Ten speakers with equally many words are ten voices; ten of whom one says
    nearly everything are little more than one. Speech that nobody could be
    credited with is left out, since it is not one voice.

    Args:
        statements: One row a statement, with ``by`` (str, null if nobody could
            be named) and ``words`` (int).
        by: The column that names the voices.

    Returns:
        From 1 to the number of speakers; None where no speaker says a word.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.

    >>> effective_voices(pd.DataFrame({"speaker": ["Ana", "Bo", None], "words": [5, 5, 9]}))
    2.0
    """
    require(statements, [by, "words"], called="statements")
    words = statements.groupby(by)["words"].sum()
    words = words[words > 0]
    if words.empty:
        return None
    parts = words / words.sum()
    return round(exp(-sum(part * log(part) for part in parts)), 10)


_TOP = 5
_BLOCK = 100

Shares = Numbers
Measure = Callable[[Shares], Numbers]


def concentration_intervals(statements: pd.DataFrame, *, by: str = "speaker") -> Estimates:
    """Effective number of voices, and the share of the loudest one and five, with 95 % intervals.

    Parts of all attributed words: speech that nobody could be credited with is
    not one voice. The interval is the estimate ± 1.96 standard deviations of
    the resamples, on a logarithmic (voices) or logit (shares) scale. The
    number of voices grows with the number of stories, since more stories bring
    more people who speak once: compare selections of about the same size.

    Args:
        statements: One row a statement, with ``by`` (str, null if nobody could
            be named), ``article_id``, ``story_id`` and ``words``.
        by: The column that names the voices.

    Returns:
        Three rows, ``voices``, ``top_1`` and ``top_5`` in ``measure`` (str),
        with ``value``, ``low``, ``high`` (float; bounds are null below 20
        stories). No attributed word gives no rows.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.
    """
    known = statements[statements[by].notna()] if by in statements.columns else statements
    laid = cells(known, known, by)
    words = laid.matrix("words")
    stories = laid.quoting("words")
    names = list(_MEASURES) if stories else []
    table = pd.DataFrame({"measure": pd.Series(names, dtype="str")})
    table["value"] = _values(words.sum(axis=0)[None, :])[:, 0] if names else np.empty(0)
    table["low"], table["high"] = _bounds(words, table["value"].to_numpy(), stories)
    return Estimates(table, stories, reliability(stories, int(known["article_id"].nunique())))


def _bounds(words: Numbers, values: Numbers, stories: int) -> tuple[Numbers, Numbers]:
    if stories < FEWEST_STORIES:
        return np.full(len(values), np.nan), np.full(len(values), np.nan)
    drawn = draws(len(words))
    again = np.concatenate(
        [_values(drawn[first : first + _BLOCK] @ words) for first in range(0, len(drawn), _BLOCK)], axis=1
    )
    low, high = np.empty(len(values)), np.empty(len(values))
    for place, (value, redone) in enumerate(zip(values, again, strict=True)):
        onto, back = _LOGARITHM if place == 0 else _LOGIT
        spread = NORMAL * float(np.std(onto(redone)))
        center = onto(np.asarray([value]))[0]
        low[place], high[place] = back(np.asarray([center - spread, center + spread]))
    return low, high


def _values(words: Numbers) -> Numbers:
    """One row a measure, one column a row of word counts."""
    total = words.sum(axis=1, keepdims=True)
    shares = words / np.where(total > 0, total, 1)
    return np.stack([measure(shares) for measure in _MEASURES.values()])


def _effective(shares: Shares) -> Numbers:
    logs = np.log(np.where(shares > 0, shares, 1))
    result: Numbers = np.exp(-(shares * logs).sum(axis=1))
    return result


def _loudest(count: int) -> Measure:
    def top(shares: Shares) -> Numbers:
        if shares.shape[1] <= count:
            return np.ones(len(shares))
        result: Numbers = np.partition(shares, -count, axis=1)[:, -count:].sum(axis=1)
        return result

    return top


def _logit(share: Numbers) -> Numbers:
    inside = np.clip(share, 1e-9, 1 - 1e-9)
    result: Numbers = np.log(inside / (1 - inside))
    return result


def _from_logit(value: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-value))
    return result


_MEASURES: dict[str, Measure] = {"voices": _effective, "top_1": _loudest(1), "top_5": _loudest(_TOP)}
_LOGARITHM: tuple[Callable[[Numbers], Numbers], Callable[[Numbers], Numbers]] = (np.log, np.exp)
_LOGIT = (_logit, _from_logit)
