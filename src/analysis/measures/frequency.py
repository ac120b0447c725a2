"""Count terms: how often each is used, and in how many articles.

Terms and ids become numbers first: ten million rows are then counted in a
fraction of a second. Tables whose columns are categories with the same lists
are taken as they are (`analysis.store.packed.columns`), others are numbered here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.columns import numbered, require, share_categories


def keyword_frequency(keywords: pd.DataFrame, n_articles: int) -> pd.DataFrame:
    """Count every term, and the part of articles that use it.

    The part of articles ranks first: a term that one article repeats forty
    times says little about the coverage.

    Args:
        keywords: One row a term of an article, with ``article_id``, ``term``
            (str), ``count`` (int) and, where known, ``is_name`` (bool).
        n_articles: How many articles were looked at, also those without terms.

    Returns:
        One row a term, most articles first, then most often used, ties in
        alphabetical order: ``term`` (str), ``count`` (int), ``articles``
        (int), ``share`` (float from 0 to 1, part of ``n_articles``),
        ``is_name`` (bool, whether it names a speaker in any article).

    Raises:
        MissingColumns: ``keywords`` lacks one of the columns.
        ValueError: ``n_articles`` is negative.

    >>> used = pd.DataFrame({"article_id": ["a", "b"], "term": ["levy", "levy"], "count": [2, 1]})
    >>> keyword_frequency(used, n_articles=4).values.tolist()
    [['levy', 3, 2, 0.5, False]]
    """
    require(keywords, ["article_id", "term", "count"], called="keywords")
    if n_articles < 0:
        raise ValueError(f"a negative number of articles: {n_articles}")
    (used,) = uses(keywords)
    named = keywords.loc[_is_name(keywords), "term"].unique()
    table = pd.DataFrame(
        {
            "term": used.terms,
            "count": used.by_term(used.count).astype("int64"),
            "articles": used.by_term().astype("int64"),
        }
    )
    table["share"] = table["articles"] / max(n_articles, 1)
    table["is_name"] = table["term"].isin(list(named))
    table = table[table["articles"] > 0]
    table = table.sort_values(["articles", "count", "term"], ascending=[False, False, True])
    return table.reset_index(drop=True)


def _is_name(keywords: pd.DataFrame) -> pd.Series:
    if "is_name" not in keywords.columns:
        return pd.Series(False, index=keywords.index)
    return keywords["is_name"].fillna(False).astype(bool)


Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[Any]
"""Whole numbers; as narrow as the lists allow, since there may be millions."""

# So many entries are counted at a time: more would not fit the processor's memory, and asking the
# system for new memory takes longer than counting.
_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Uses:
    """What one table uses: one entry an article and term, by article and term.

    ``article`` and ``term`` are places in the lists of ``n_articles`` ids and of
    ``terms`` (str, in alphabetical order), ``count`` is how often. Terms and
    articles that nothing uses may stand in the lists.
    """

    terms: pd.Index
    n_articles: int
    article: Codes
    term: Codes
    count: Codes

    def by_term(self, weights: Codes | None = None) -> Numbers:
        """The sum of ``weights`` for each term, or in how many articles it is."""
        return _sums(self.term, weights, len(self.terms))

    def by_article(self, weights: Codes | None = None) -> Numbers:
        """The sum of ``weights`` for each article, or how many terms it uses."""
        return _sums(self.article, weights, self.n_articles)

    def some(self, rows: npt.NDArray[np.bool_] | slice) -> Uses:
        """Some of the entries."""
        return Uses(self.terms, self.n_articles, self.article[rows], self.term[rows], self.count[rows])

    def blocks(self) -> Iterator[Uses]:
        """All entries, some at a time."""
        return map(self.some, _blocks(len(self.term)))


def uses(*tables: pd.DataFrame) -> tuple[Uses, ...]:
    """Number the terms and articles of some tables of keywords together, each table for itself.

    Args:
        tables: Each with one or more rows a term of an article: ``article_id``,
            ``term`` (str) and, where it is more than one use, ``count`` (int).
    """
    article, ids = _numbered([table["article_id"] for table in tables])
    term, terms = _numbered([table["term"] for table in tables])
    return tuple(
        _entries(terms, len(ids), its_articles, its_terms, table.get("count"))
        for its_articles, its_terms, table in zip(article, term, tables, strict=True)
    )


def _entries(terms: pd.Index, n_articles: int, article: Codes, term: Codes, counts: pd.Series | None) -> Uses:
    """One entry an article and term, by article and term, whatever the order of the rows was."""
    count = np.ones(len(term), dtype=np.int64) if counts is None else counts.to_numpy()
    further, same = article[1:] > article[:-1], article[1:] == article[:-1]
    if not (further | same & (term[1:] >= term[:-1])).all():
        order = np.argsort(article.astype(np.int64) * max(len(terms), 1) + term, kind="stable")
        article, term, count = article[order], term[order], count[order]
        same = article[1:] == article[:-1]
    again = same & (term[1:] == term[:-1])
    if again.any():
        starts = np.flatnonzero(np.append(True, ~again))
        article, term, count = article[starts], term[starts], np.add.reduceat(count, starts)
    return Uses(terms, n_articles, article, term, count)


def _numbered(columns: Sequence[pd.Series]) -> tuple[list[Codes], pd.Index]:
    """The places of each column's values in the list of all."""
    if share_categories(columns):
        return [column.cat.codes.to_numpy() for column in columns], columns[0].cat.categories
    codes, names = numbered(columns, sort=True)
    return np.split(codes, np.cumsum([len(column) for column in columns])[:-1]), names


def _sums(places: Codes, weights: Codes | None, length: int) -> Numbers:
    sums = np.zeros(length)
    for block in _blocks(len(places)):
        sums += np.bincount(places[block], None if weights is None else weights[block], minlength=length)
    return sums


def _blocks(length: int) -> Iterator[slice]:
    return (slice(first, first + _BLOCK) for first in range(0, length, _BLOCK))
