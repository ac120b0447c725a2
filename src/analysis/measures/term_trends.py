"""Follow terms from period to period.

The measure is the part of a period's articles that use a term, so that weeks
with few articles can be compared with busy ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from analysis.measures.columns import require
from analysis.measures.periods import Period, calendar, period_starts
from analysis.measures.results import Course


def terms_over_time(
    keywords: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    terms: Sequence[str],
    period: Period | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Course:
    """Follow terms through time.

    Args:
        keywords: One row a term of an article, with ``article_id`` and ``term`` (str).
        articles: All articles looked at, with ``article_id`` and ``published``
            (datetime); those without a date are left out.
        terms: The terms to follow.
        period: ``day``, ``week`` or ``month``; chosen by the range if None.
        first: The first day looked at, where one was chosen.
        last: The last day looked at; the last with an article if None.

    Returns:
        One row a period and term, in time order, terms as given, with ``term``
        (str), ``articles`` (int, those that use it), ``share`` (float from 0 to
        1, of the period's articles; null where there is none).

    Raises:
        MissingColumns: A table lacks one of the columns.
    """
    require(keywords, ["article_id", "term"], called="keywords")
    require(articles, ["article_id", "published"], called="articles")
    chosen, periods = calendar(articles["published"], period=period, first=first, last=last)
    placed = articles[["article_id"]].assign(period_start=period_starts(articles["published"], chosen))
    wanted = list(dict.fromkeys(terms))
    used = keywords.loc[keywords["term"].isin(wanted), ["article_id", "term"]].astype("str").drop_duplicates()
    cells = used.merge(placed, on="article_id").groupby(["period_start", "term"], as_index=False).size()
    names = pd.DataFrame({"term": pd.Series(wanted, dtype="str")})
    table = periods.merge(names, how="cross").merge(cells, how="left", on=["period_start", "term"])
    table["articles"] = table["size"].fillna(0).astype("int64")
    total = table["period_start"].map(placed.groupby("period_start").size())
    table["share"] = table["articles"] / total
    return Course(table[["period_start", "term", "articles", "share", "days", "complete"]], chosen)
