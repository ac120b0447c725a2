"""How often does each story stand in each resample?

Stories are drawn whole, with replacement: the quotations of one article are
about one event and come from few mouths, so they are not so many independent
observations. Drawing is one matrix of counts, and a sum over resampled stories
one product with it. Above 1,000 stories, 1,000 groups of stories are drawn
instead: nearly the same variance at a constant cost.

What is made of the resamples is decided in `analysis.measures.intervals`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

SEED = 20_260_302
"""The seed of all resamples; it goes with every method line."""

RESAMPLES = 2_000
MOST_UNITS = 1_000


def units(stories: pd.Series) -> tuple[Places, int, int]:
    """What is drawn: every story, or a group of them where there are more than 1,000.

    Args:
        stories: Story ids (str), one a row, in any order.

    Returns:
        For each row the number of its unit, how many units there are, and how
        many stories. The same ids give the same units, whatever their order.

    >>> units(pd.Series(["b", "a", "b"]))[0].tolist()
    [1, 0, 1]
    """
    found, names = pd.factorize(stories)
    ids = np.asarray(names, dtype=object)
    if len(ids) <= MOST_UNITS:
        unit_of = np.empty(len(ids), dtype=np.intp)
        unit_of[np.argsort(ids)] = np.arange(len(ids))
        return unit_of[found], len(ids), len(ids)
    # No id stands twice, so that looking for the same ones first would only take time.
    unit_of = (pd.util.hash_array(ids, categorize=False) % MOST_UNITS).astype(np.intp)
    return unit_of[found], MOST_UNITS, len(ids)


def draws(n_units: int, resamples: int = RESAMPLES, seed: int = SEED) -> Numbers:
    """Draw as many units as there are, with replacement, many times over.

    Returns:
        One row a resample, one column a unit: how often it was drawn. Each row
        sums to ``n_units``. Read only, since the same draws are used again.
    """
    return _drawn(n_units, resamples, seed)


@lru_cache(maxsize=8)
def _drawn(n_units: int, resamples: int, seed: int) -> Numbers:
    source = np.random.Generator(np.random.PCG64(seed))
    drawn = source.integers(0, max(n_units, 1), size=(resamples, n_units))
    places = drawn + np.arange(resamples)[:, None] * n_units
    tally = np.bincount(places.ravel(), minlength=resamples * n_units)
    counts: Numbers = tally.reshape(resamples, n_units).astype(np.float64)
    counts.flags.writeable = False
    return counts
