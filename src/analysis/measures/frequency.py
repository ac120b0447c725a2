"""Which terms are used, how often, and in how many articles?"""

from __future__ import annotations

import pandas as pd

from analysis.measures.columns import require
from analysis.measures.uses import uses


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
