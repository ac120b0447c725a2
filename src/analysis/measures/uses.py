"""How often does each article use each term, on one or two sides?

Terms and ids become numbers first: ten million rows are then counted in a
fraction of a second. Tables whose columns are categories with the same lists
are taken as they are (`analysis.store.terms`), others are numbered here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.columns import Places, numbered

Numbers = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float64] | npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Uses:
    """One entry an article and term that it uses, by article and term.

    Tables without a common article follow one another.

    ``article`` and ``term`` are places in the lists of ``n_articles`` ids and of
    ``terms`` (str, in alphabetical order); ``counts`` has the uses of each table.
    Terms and articles that nothing uses may stand in the lists.
    """

    terms: pd.Index
    n_articles: int
    article: Places
    term: Places
    counts: tuple[Numbers, ...]

    def summed(self, weights: Weights | None = None) -> Numbers:
        """The sum of ``weights`` for each term, or in how many articles it is."""
        sums = np.bincount(self.term, weights, minlength=len(self.terms))
        return sums.astype(np.float64)

    def of_articles(self, weights: Numbers | None = None) -> Numbers:
        """The sum of ``weights`` for each article, or how many terms it uses."""
        sums = np.bincount(self.article, weights, minlength=self.n_articles)
        return sums.astype(np.float64)

    def some(self, rows: npt.NDArray[np.bool_]) -> Uses:
        """Those entries that are true."""
        counts = tuple(count[rows] for count in self.counts)
        return Uses(self.terms, self.n_articles, self.article[rows], self.term[rows], counts)


def uses(*tables: pd.DataFrame) -> Uses:
    """Lay tables of keywords out together.

    Args:
        tables: Each with one or more rows a term of an article: ``article_id``,
            ``term`` (str) and, where it is more than one use, ``count`` (int).
    """
    article, ids = _numbered([table["article_id"] for table in tables])
    term, terms = _numbered([table["term"] for table in tables])
    place = article * max(len(terms), 1) + term
    weights = [
        table["count"].to_numpy(np.float64) if "count" in table.columns else np.ones(len(table))
        for table in tables
    ]
    ends = np.cumsum([0, *map(len, weights)])
    pieces = [slice(begin, end) for begin, end in pairwise(ends)]
    is_laid_out = all((np.diff(place[piece]) > 0).all() for piece in pieces)
    if is_laid_out and _apart([article[piece] for piece in pieces], len(ids)):
        spread = [np.zeros(len(place)) for _ in tables]
        for counts, weight, piece in zip(spread, weights, pieces, strict=True):
            counts[piece] = weight
        return Uses(terms, len(ids), article, term, tuple(spread))
    order = np.argsort(place, kind="stable")
    place = place[order]
    starts = np.flatnonzero(np.diff(place, prepend=-1) != 0)
    sums = []
    for number, weight in enumerate(weights):
        whole = np.zeros(len(place))
        whole[pieces[number]] = weight
        sums.append(np.add.reduceat(whole[order], starts) if len(place) else whole)
    first = order[starts]
    return Uses(terms, len(ids), article[first], term[first], tuple(sums))


def _apart(articles: Sequence[Places], n_articles: int) -> bool:
    """Whether no article stands in two tables."""
    seen = sum((np.bincount(piece, minlength=n_articles) > 0).astype(np.int64) for piece in articles)
    return bool(np.max(seen, initial=0) <= 1)


def _numbered(columns: Sequence[pd.Series]) -> tuple[Places, pd.Index]:
    """The place of each value in the list of all, one column after the other."""
    first = columns[0]
    if all(isinstance(column.dtype, pd.CategoricalDtype) for column in columns) and all(
        column.cat.categories.equals(first.cat.categories) for column in columns
    ):
        codes = [column.cat.codes.to_numpy(np.int64) for column in columns]
        return np.concatenate(codes), first.cat.categories
    return numbered(columns, sort=True)
