"""The 95 % intervals of ratios of sums over stories.

A share, a reach and a mean tone are all one sum over stories divided by
another. Their 95 % interval is the studentized cluster bootstrap (Davison &
Hinkley 1997, ch. 5.2; Efron & Tibshirani 1993, ch. 12.5): each resample says
by how many of its own standard errors it misses the estimate, and these
misses are laid around the estimate.

Shares are measured on the arcsine scale, where their spread depends least on
how large they are, and their interval is never narrower than the linearized
one on the logit scale: it alone holds its promise for somebody heard in few
stories. `tests/quality/test_coverage.py` shows how often the truth is inside.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from analysis.measures.resampling import Numbers, draws

LEVEL = 0.95
_TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
NORMAL = 1.959963984540054
"""95 % of a normal distribution lie within so many standard deviations. `NormalDist` gives the last digit
one lower, with which figures would no longer be the same."""
# A resample in which somebody is hardly heard has next to no standard error; without a limit
# such misses would make the intervals of rare speakers several times too wide.
_FARTHEST = 2.0

Bounds = tuple[Numbers, Numbers]
Scale = Callable[[Numbers], Numbers]


def share_bounds(parts: Numbers, wholes: Numbers) -> Bounds:
    """The 95 % intervals of shares ``sum(parts) / sum(wholes)``.

    Args:
        parts: One row a unit (story), one column a group: what the group has of it.
        wholes: One row a unit, one column for all or one a group: all there is of it.

    Returns:
        Lower and upper bounds, one a group, from 0 to 1. A share of 0 or 1 has
        the exact bound for a part of units on its open side (“rule of three”).
        Nothing to share out gives NaN.
    """
    estimate, error, misses = _studentized(parts, wholes, _arcsine, _arcsine_slope)
    place = _arcsine(estimate)
    with np.errstate(invalid="ignore"):
        spread = error * _arcsine_slope(estimate)
    low = np.sin(np.clip(place - misses[1] * spread, 0, np.pi / 2)) ** 2
    high = np.sin(np.clip(place - misses[0] * spread, 0, np.pi / 2)) ** 2
    linear_low, linear_high = _logit_bounds(estimate, error, len(parts))
    return _with_edges(estimate, len(parts), np.fmin(low, linear_low), np.fmax(high, linear_high))


def mean_bounds(parts: Numbers, wholes: Numbers, lowest: float = -1.0, highest: float = 1.0) -> Bounds:
    """The 95 % intervals of weighted means ``sum(parts) / sum(wholes)``, such as tones.

    Args:
        parts: One row a unit, one column a group: the weighted values.
        wholes: As ``parts``: the weights.
        lowest: The least that a mean can be.
        highest: The most that a mean can be.

    Returns:
        Lower and upper bounds, one a group; NaN where nothing has a weight.
    """
    estimate, error, misses = _studentized(parts, wholes, lambda value: value, np.ones_like)
    units = (wholes != 0).sum(axis=0)
    wide = critical(units) * error
    low = np.minimum(estimate - misses[1] * error, estimate - wide)
    high = np.maximum(estimate - misses[0] * error, estimate + wide)
    return np.clip(low, lowest, highest), np.clip(high, lowest, highest)


def ratios(parts: Numbers, wholes: Numbers) -> tuple[Numbers, Numbers]:
    """The ratios of the sums, and for each unit its influence on them (linearized)."""
    total = wholes.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = parts.sum(axis=0) / total
        influence = (parts - estimate * wholes) / total
    return estimate, influence


def standard_errors(influence: Numbers) -> Numbers:
    """The standard errors of ratios from the influence of each unit."""
    count = len(influence)
    error: Numbers = np.sqrt((influence**2).sum(axis=0) * count / max(count - 1, 1))
    return error


def critical(count: int | Numbers) -> Numbers:
    """Student's t for 95 % and ``count`` − 1 degrees of freedom, by its expansion (Fisher & Cornish 1960)."""
    freedom = np.maximum(np.asarray(count, dtype=np.float64) - 1, 1)
    z = NORMAL
    first = (z**3 + z) / (4 * freedom)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    result: Numbers = z + first + second
    return result


def _studentized(
    parts: Numbers, wholes: Numbers, scale: Scale, slope: Scale
) -> tuple[Numbers, Numbers, Numbers]:
    """The estimates, their standard errors, and the quantiles of the resamples' misses in these."""
    estimate, influence = ratios(parts, wholes)
    error = standard_errors(influence)
    drawn = draws(len(parts))
    totals = drawn @ wholes
    with np.errstate(divide="ignore", invalid="ignore"):
        again = (drawn @ parts) / totals
        squares = drawn @ parts**2 - 2 * again * (drawn @ (parts * wholes)) + again**2 * (drawn @ wholes**2)
        errors = np.sqrt(np.maximum(squares, 0) * len(parts) / max(len(parts) - 1, 1)) / totals
        misses = (scale(again) - scale(estimate)) / (errors * slope(again))
    quantiles = np.quantile(np.where(np.isfinite(misses), misses, 0.0), _TAILS, axis=0)
    farthest = _FARTHEST * critical(len(parts))
    return estimate, error, np.clip(quantiles, -farthest, farthest)


def _logit_bounds(estimate: Numbers, error: Numbers, count: int) -> Bounds:
    with np.errstate(divide="ignore", invalid="ignore"):
        place = np.log(estimate / (1 - estimate))
        spread = critical(count) * error / (estimate * (1 - estimate))
        return 1 / (1 + np.exp(spread - place)), 1 / (1 + np.exp(-spread - place))


def _with_edges(estimate: Numbers, count: int, low: Numbers, high: Numbers) -> Bounds:
    least = _TAILS[0] ** (1 / max(count, 1))
    low = np.where(estimate == 0, 0.0, np.where(estimate == 1, least, low))
    high = np.where(estimate == 1, 1.0, np.where(estimate == 0, 1 - least, high))
    unknown = np.isnan(estimate)
    return np.where(unknown, np.nan, low), np.where(unknown, np.nan, high)


def _arcsine(share: Numbers) -> Numbers:
    result: Numbers = np.arcsin(np.sqrt(np.clip(share, 0, 1)))
    return result


def _arcsine_slope(share: Numbers) -> Numbers:
    inside = np.clip(share * (1 - share), 0, None)
    with np.errstate(divide="ignore"):
        result: Numbers = 1 / (2 * np.sqrt(inside))
    return result
