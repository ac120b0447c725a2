"""Find the terms that one selection uses more than another, beyond chance.

Ranked by log-odds with an informative Dirichlet prior (Monroe, Colaresi &
Quinn 2008, “Fightin' Words”), which tames rare terms. Tested by article: the
words of one article hang together, and a test by word takes every long
article for a discovery. So the standard error leaves out one article after
the other (a cluster-robust jackknife), and is never below that of the model.

Where there is one selection only, see `analysis.measures.frequency`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt

import numpy as np
import pandas as pd

from analysis.measures.columns import Places, require
from analysis.measures.frequency import Codes, Numbers, Uses, uses

PRIOR = 500.0
"""How many uses of terms the prior is worth, spread as over both selections together."""

FEWEST_ARTICLES = 3
"""A term in fewer articles is not tested: it says who wrote it, not what a selection says."""

CLEAR = 0.05
"""The part of false discoveries accepted among the terms that are called clear."""

_COLUMNS = [
    "term",
    "count",
    "count_rest",
    "articles",
    "articles_rest",
    "log_odds",
    "log_ratio",
    "z",
    "p",
    "q",
    "is_clear",
]


def keyness(selected: pd.DataFrame, rest: pd.DataFrame, *, fewest: int = FEWEST_ARTICLES) -> pd.DataFrame:
    """Compare the terms of two selections.

    An article may be in both, as when one speaker's words are compared with
    everybody else's; it is then left out of both at once.

    Args:
        selected: One row a term of an article, with ``article_id``, ``term``
            (str) and ``count`` (int).
        rest: The same of what it is compared with.
        fewest: In how many articles of both together a term must be.

    Returns:
        One row a term, most typical of ``selected`` first (by ``z``), ties in
        alphabetical order: ``term``, ``count``, ``count_rest`` (int),
        ``articles``, ``articles_rest`` (int), ``log_odds`` (float, natural
        logarithm, shrunk by the prior), ``log_ratio`` (float, the effect size:
        binary logarithm of how many times as frequent, 0 taken for half a use),
        ``z``, ``p`` (two-sided), ``q`` (Benjamini–Hochberg over all terms
        returned), ``is_clear`` (bool, ``q`` below `CLEAR`). No rows where one of
        the two is empty.

    Raises:
        MissingColumns: A table lacks one of the columns.

    >>> here = pd.DataFrame({"article_id": list("abc"), "term": "levy", "count": 9})
    >>> there = pd.DataFrame({"article_id": list("xyz"), "term": "port", "count": 9})
    >>> keyness(here, there)["term"].tolist()
    ['levy', 'port']
    """
    for table, called in ((selected, "keywords"), (rest, "keywords of the rest")):
        require(table, ["article_id", "term", "count"], called=called)
    if selected.empty or rest.empty:
        return _no_rows()
    here, there = uses(selected, rest)
    shared = _Shared(here, there)
    every = _counts(here, there, shared)
    table = every[every["articles_both"] >= fewest]
    if table.empty:
        return _no_rows()
    sizes = [side.by_article(side.count) for side in (here, there)]
    table = _measured(table, sizes, _jackknife(every, shared, sizes)[table.index])
    table = table.sort_values(["_rank", "term"], ascending=[False, True], kind="stable")
    return table[_COLUMNS].reset_index(drop=True)


def _no_rows() -> pd.DataFrame:
    whole = dict.fromkeys(("count", "count_rest", "articles", "articles_rest"), "int64")
    real = dict.fromkeys(("log_odds", "log_ratio", "z", "p", "q"), "float64")
    return pd.DataFrame(columns=_COLUMNS).astype({"term": "str", "is_clear": "bool"} | whole | real)


class _Shared:
    """The articles on both sides, with one entry for each term that either side uses there."""

    def __init__(self, here: Uses, there: Uses) -> None:
        is_here, is_there = (side.by_article() > 0 for side in (here, there))
        self.articles = is_here & is_there
        self.number = int((is_here | is_there).sum())
        self.alone = [here, there]
        both = [here.some(slice(0)), there.some(slice(0))]
        if self.articles.any():
            rows = [self.articles[side.article] for side in (here, there)]
            self.alone = [side.some(~kept) for side, kept in zip((here, there), rows, strict=True)]
            both = [side.some(kept) for side, kept in zip((here, there), rows, strict=True)]
        places = [side.article.astype(np.int64) * len(side.terms) + side.term for side in both]
        entries, where = np.unique(np.concatenate(places), return_inverse=True)
        self.article, self.term = np.divmod(entries, max(len(here.terms), 1))
        self.counts = [np.zeros(len(entries)), np.zeros(len(entries))]
        for counts, side, place in zip(self.counts, both, np.split(where, [len(places[0])]), strict=True):
            counts[place] = side.count

    @property
    def twice(self) -> Places:
        """The terms of the entries that both sides use."""
        terms: Places = self.term[(self.counts[0] > 0) & (self.counts[1] > 0)]
        return terms


def _counts(here: Uses, there: Uses, shared: _Shared) -> pd.DataFrame:
    """Every term with what it counts, its place in the list as index."""
    articles, articles_rest = here.by_term(), there.by_term()
    return pd.DataFrame(
        {
            "term": here.terms,
            "count": here.by_term(here.count),
            "count_rest": there.by_term(there.count),
            "articles": articles,
            "articles_rest": articles_rest,
            "articles_both": articles + articles_rest - np.bincount(shared.twice, minlength=len(here.terms)),
        }
    )


def _measured(table: pd.DataFrame, sizes: Sequence[Numbers], jackknife: Numbers) -> pd.DataFrame:
    n, m = (float(size.sum()) for size in sizes)
    y, r = table["count"].to_numpy("float64"), table["count_rest"].to_numpy("float64")
    prior = _prior(y + r, n + m)
    log_odds = _log_odds(y, n, prior, n + m) - _log_odds(r, m, prior, n + m)
    error = np.sqrt(np.maximum(jackknife, _of_the_model(y, r, prior)))
    z = log_odds / error
    p = np.array([erfc(abs(value) / sqrt(2)) for value in z])
    q = _adjusted(p)
    log_ratio = np.log2(np.maximum(y, 0.5) / n) - np.log2(np.maximum(r, 0.5) / m)
    whole = ("count", "count_rest", "articles", "articles_rest")
    return table.astype(dict.fromkeys(whole, "int64")).assign(
        log_odds=log_odds, log_ratio=log_ratio, z=z, p=p, q=q, is_clear=q < CLEAR, _rank=np.round(z, 9)
    )


def _log_odds(uses: Numbers, size: Numbers | float, prior: Numbers, whole: float) -> Numbers:
    """The log-odds of terms on one side, with the prior's uses added."""
    here = uses + prior
    odds: Numbers = np.log(here) - np.log(size + min(PRIOR, whole) - here)
    return odds


def _of_the_model(y: Numbers, r: Numbers, prior: Numbers) -> Numbers:
    variance: Numbers = 1 / (y + prior) + 1 / (r + prior)
    return variance


def _prior(uses: Numbers, whole: float) -> Numbers:
    """How many uses of each term the prior is worth."""
    prior: Numbers = uses / whole * min(PRIOR, whole)
    return prior


def _jackknife(table: pd.DataFrame, shared: _Shared, sizes: Sequence[Numbers]) -> Numbers:
    """The variance of every term over leaving out one article after the other.

    An article without the term moves its log-odds through the sizes alone, and
    hardly: those are added up once for all terms, by their first derivative.
    """
    n, m = (float(size.sum()) for size in sizes)
    y, r = table["count"].to_numpy("float64"), table["count_rest"].to_numpy("float64")
    prior = _prior(y + r, n + m)
    moves = [_Moves(count + prior, size, n + m) for count, size in ((y, sizes[0]), (r, sizes[1]))]
    drift = (sizes[0] / n - sizes[1] / m) ** 2
    moved, with_term = np.zeros(len(table)), np.zeros(len(table))

    def add(term: Codes, article: Codes, distance: Numbers) -> None:
        np.add(moved, np.bincount(term, distance**2, minlength=len(table)), out=moved)
        np.add(with_term, np.bincount(term, drift[article], minlength=len(table)), out=with_term)

    for move, side in zip(moves, shared.alone, strict=True):
        for block in side.blocks():
            add(block.term, block.article, move.of(block.term, block.article, block.count))
    term, article = shared.term, shared.article
    here, there = (move.of(term, article, counts) for move, counts in zip(moves, shared.counts, strict=True))
    add(term, article, here - there)
    variance: Numbers = moved + np.maximum(float(drift.sum()) - with_term, 0.0)
    return variance * (shared.number - 1) / max(shared.number, 1)


class _Moves:
    """By how much the log-odds of terms on one side move when an article is left out there.

    ``uses`` are those of each term with the prior's, ``sizes`` those of all terms in each article.
    """

    def __init__(self, uses: Numbers, sizes: Numbers, whole: float) -> None:
        self._uses, self._others = uses, float(sizes.sum()) + min(PRIOR, whole) - uses
        self._sizes = sizes

    def of(self, term: Codes, article: Codes, without: Codes) -> Numbers:
        """The move of each term when each article with so many uses of it is left out."""
        # From the parts that go, not from what is left: a difference of two logarithms that are
        # nearly equal would keep few digits.
        part = without / self._uses[term]
        part_of_others = (self._sizes[article] - without) / self._others[term]
        moves: Numbers = np.log1p((part_of_others - part) / (1 - part_of_others))
        return moves


def _adjusted(p: Numbers) -> Numbers:
    """Benjamini–Hochberg: the smallest rate of false discoveries at which each would be one."""
    order = np.argsort(p, kind="stable")[::-1]
    ranks = np.arange(len(p), 0, -1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum.accumulate(p[order] * len(p) / ranks)
    return adjusted
