"""Draw stories with replacement, and lay out what each group has of each of them.

Stories are drawn whole: the quotations of one article are about one event and
come from few mouths, so they are not so many independent observations. Drawing
is one matrix of counts, and a sum over resampled stories one product with it.
Above 1,000 stories, 1,000 groups of stories are drawn instead: nearly the same
variance at a constant cost.

What is made of the resamples is decided in `analysis.measures.intervals`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.columns import numbered, require
from analysis.measures.shares import METRICS, Metric

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

SEED = 20_260_302
"""The seed of all resamples; it goes with every method line."""

RESAMPLES = 2_000
MOST_UNITS = 1_000


def units(stories: pd.Series) -> tuple[Places, int]:
    """What is drawn: every story, or a group of them where there are more than 1,000.

    Args:
        stories: Story ids (str), one a row, in any order.

    Returns:
        For each row the number of its unit, and how many units there are. The
        same ids give the same units, whatever their order.

    >>> units(pd.Series(["b", "a", "b"]))[0].tolist()
    [1, 0, 1]
    """
    found, names = pd.factorize(stories)
    ids = np.asarray(names, dtype=object)
    if len(ids) <= MOST_UNITS:
        unit_of = np.empty(len(ids), dtype=np.intp)
        unit_of[np.argsort(ids)] = np.arange(len(ids))
        return unit_of[found], len(ids)
    # No id stands twice, so that looking for the same ones first would only take time.
    unit_of = (pd.util.hash_array(ids, categorize=False) % MOST_UNITS).astype(np.intp)
    return unit_of[found], MOST_UNITS


@lru_cache(maxsize=8)
def draws(n_units: int) -> Numbers:
    """Draw as many units as there are, with replacement, many times over.

    Returns:
        One row a resample, one column a unit: how often it was drawn. Each row
        sums to ``n_units``. Read only, since the same draws are used again.
    """
    source = np.random.Generator(np.random.PCG64(SEED))
    drawn = source.integers(0, max(n_units, 1), size=(RESAMPLES, n_units))
    places = drawn + np.arange(RESAMPLES)[:, None] * n_units
    tally = np.bincount(places.ravel(), minlength=RESAMPLES * n_units)
    counts: Numbers = tally.reshape(RESAMPLES, n_units).astype(np.float64)
    counts.flags.writeable = False
    return counts


@dataclass(frozen=True, slots=True)
class Cells:
    """The statements and articles of a selection, by story and group.

    ``stories`` is how many the articles belong to, ``n_units`` how many units are drawn.
    """

    names: pd.Series
    statement_units: Places
    article_units: Places
    columns: Places
    statements: pd.DataFrame
    n_units: int
    stories: int

    def matrix(self, metric: Metric) -> Numbers:
        """What each group has of each unit: words, quotations, or articles it stands in."""
        rows, weights = self._counted(metric)
        return self._summed(rows[self.columns[rows] >= 0], weights)

    def whole(self, metric: Metric) -> Numbers:
        """All there is of each unit, as one column: what shares are parts of."""
        rows, weights = self._counted(metric)
        sums = np.bincount(self.statement_units[rows], weights[rows], minlength=self.n_units)
        return sums.astype(np.float64)[:, None]

    def articles(self) -> Numbers:
        """How many articles each unit has, as one column: what reach is a part of."""
        counts = np.bincount(self.article_units, minlength=self.n_units)
        return counts.astype(np.float64)[:, None]

    def weighted(self, values: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
        """Sums of ``values × weights`` and of ``weights``, by unit and group."""
        rows = np.flatnonzero((self.columns >= 0) & ~np.isnan(values))
        return self._summed(rows, values * weights), self._summed(rows, weights)

    def stories_of(self, rows: pd.Series | None = None) -> Numbers:
        """In how many stories each group stands, counting the rows that are true."""
        kept = self.columns >= 0 if rows is None else (self.columns >= 0) & rows.to_numpy()
        width = max(len(self.names), 1)
        pairs = pd.unique(self.statements["story_id"].to_numpy()[kept] * width + self.columns[kept])
        return np.bincount(pairs % width, minlength=len(self.names)).astype(np.float64)

    def quoting(self, metric: Metric) -> int:
        """How many stories have something to share out."""
        said = self.statements if metric != "words" else self.statements[self.statements["words"] > 0]
        return int(said["story_id"].nunique())

    def _counted(self, metric: Metric) -> tuple[Places, Numbers]:
        """The rows that count, and what every row would count for."""
        if metric not in METRICS:
            raise ValueError(f"metric {metric!r} is none of {', '.join(METRICS)}")
        everything = np.arange(len(self.statements), dtype=np.intp)
        if metric == "words":
            return everything, self.statements["words"].to_numpy(dtype=np.float64)
        ones = np.ones(len(everything))
        if metric == "quotations":
            return everything, ones
        articles = self.statements["article_id"]
        pairs = self.statements["_group"] * (articles.max() + 1) + articles
        return np.flatnonzero(~pairs.duplicated()), ones

    def _summed(self, rows: Places, weights: Numbers) -> Numbers:
        width = len(self.names)
        place = self.statement_units[rows] * width + self.columns[rows]
        sums = np.bincount(place, weights[rows], minlength=self.n_units * width)
        return sums.reshape(self.n_units, width).astype(np.float64)


def cells(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    by: str,
    groups: Sequence[object] | None = None,
    *,
    drawn: pd.Series | None = None,
) -> Cells:
    """Lay out statements and articles by story and group.

    Args:
        statements: One row a statement of the base, with ``by``, ``article_id``,
            ``story_id`` and ``words``.
        articles: One row an article of the base, with ``article_id`` and ``story_id``.
        by: The column that names the groups.
        groups: The groups that become columns, None among them for rows
            without one; all if None.
        drawn: The ids of the stories that are drawn, where they are more than
            those of the articles: two selections are laid out over the same.

    Raises:
        MissingColumns: A table lacks one of the columns.
    """
    require(statements, [by, "article_id", "story_id", "words"], called="statements")
    require(articles, ["article_id", "story_id"], called="articles")
    known = [articles["story_id"], statements["story_id"], *([] if drawn is None else [drawn])]
    if statements is articles:
        known = known[:1]
    stories, ids = numbered(known)
    unit_of, n_units = units(pd.Series(ids))
    places = unit_of[stories]
    of_articles = slice(len(articles))
    said = of_articles if statements is articles else slice(len(articles), len(articles) + len(statements))
    codes, found = pd.factorize(statements[by], use_na_sentinel=False)
    if isinstance(found.dtype, pd.CategoricalDtype):
        found = found.astype("str")
    names = pd.Series(found) if groups is None else pd.Series(list(groups), dtype=found.dtype)
    column_of = pd.Index(names).get_indexer(pd.Index(found)) if len(found) else np.empty(0, dtype=np.intp)
    return Cells(
        names=names.rename(by),
        statement_units=places[said],
        article_units=places[of_articles],
        columns=column_of[codes].astype(np.intp) if len(codes) else np.empty(0, dtype=np.intp),
        # Numbers instead of names, which take ten times as long to compare.
        statements=statements.assign(
            _group=codes, story_id=stories[said], article_id=pd.factorize(statements["article_id"])[0]
        ).reset_index(drop=True),
        n_units=n_units,
        stories=len(np.unique(stories[of_articles])),
    )
