"""Which terms does one selection use more than another, beyond chance?

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
from analysis.measures.uses import Numbers, Uses, uses

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
    used = uses(selected, rest)
    table = _counts(used)
    table = table[table["articles_both"] >= fewest]
    if table.empty:
        return _no_rows()
    table = _measured(table, used)
    table = table.sort_values(["_rank", "term"], ascending=[False, True], kind="stable")
    return table[_COLUMNS].reset_index(drop=True)


def _no_rows() -> pd.DataFrame:
    whole = dict.fromkeys(("count", "count_rest", "articles", "articles_rest"), "int64")
    real = dict.fromkeys(("log_odds", "log_ratio", "z", "p", "q"), "float64")
    return pd.DataFrame(columns=_COLUMNS).astype({"term": "str", "is_clear": "bool"} | whole | real)


def _counts(used: Uses) -> pd.DataFrame:
    """Every term with what it counts, its place in the list as index."""
    here, there = used.counts
    return pd.DataFrame(
        {
            "term": used.terms,
            "count": used.summed(here),
            "count_rest": used.summed(there),
            "articles": used.summed(here > 0),
            "articles_rest": used.summed(there > 0),
            "articles_both": used.summed(),
        }
    )


def _measured(table: pd.DataFrame, used: Uses) -> pd.DataFrame:
    sizes = [used.of_articles(count) for count in used.counts]
    n, m = (float(size.sum()) for size in sizes)
    y, r = table["count"].to_numpy("float64"), table["count_rest"].to_numpy("float64")
    prior = (y + r) / (n + m) * min(PRIOR, n + m)
    log_odds = _log_odds(y, n, prior, n + m) - _log_odds(r, m, prior, n + m)
    error = np.sqrt(np.maximum(_jackknife(table, used, sizes, prior, log_odds), _of_the_model(y, r, prior)))
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


def _jackknife(
    table: pd.DataFrame, used: Uses, sizes: Sequence[Numbers], prior: Numbers, log_odds: Numbers
) -> Numbers:
    """The variance over leaving out one article after the other.

    An article without the term moves its log-odds through the sizes alone, and
    hardly: those are added up once for all terms, by their first derivative.
    """
    n, m = (float(size.sum()) for size in sizes)
    number = int((used.of_articles() > 0).sum())
    place = np.full(len(used.terms), -1)
    place[table.index] = np.arange(len(table))
    seen = used.some(place[used.term] >= 0)
    term = place[seen.term]
    size, rest_size = sizes[0][seen.article], sizes[1][seen.article]
    left = _without(seen.counts[0], sizes[0], table["count"], prior, n + m, seen, term)
    left -= _without(seen.counts[1], sizes[1], table["count_rest"], prior, n + m, seen, term)
    moved = np.bincount(term, (left - log_odds[term]) ** 2, minlength=len(table))
    drift = sizes[0] / n - sizes[1] / m
    with_term = np.bincount(term, (size / n - rest_size / m) ** 2, minlength=len(table))
    variance: Numbers = moved + np.maximum(float((drift**2).sum()) - with_term, 0.0)
    return variance * (number - 1) / max(number, 1)


def _without(
    uses_here: Numbers,
    sizes: Numbers,
    total: pd.Series,
    prior: Numbers,
    whole: float,
    seen: Uses,
    term: Places,
) -> Numbers:
    """The log-odds of each entry's term on one side, when the entry's article is left out."""
    count, size = total.to_numpy("float64"), float(sizes.sum())
    left: Numbers = _log_odds(count, size, prior, whole)[term]
    # Most articles stand on one side only, and leave the other as it is.
    rows = np.flatnonzero(sizes[seen.article] > 0)
    its = term[rows]
    left[rows] = _log_odds(count[its] - uses_here[rows], size - sizes[seen.article[rows]], prior[its], whole)
    return left


def _adjusted(p: Numbers) -> Numbers:
    """Benjamini–Hochberg: the smallest rate of false discoveries at which each would be one."""
    order = np.argsort(p, kind="stable")[::-1]
    ranks = np.arange(len(p), 0, -1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(np.minimum.accumulate(p[order] * len(p) / ranks), 1.0)
    return adjusted
