"""Follow from period to period who is heard, how much is quoted, and which terms are used.

What has no date cannot be placed and is left out here; pages say how many
there are. Periods in which nothing was said are rows all the same, so that a
line through them does not lie. Of terms the part of a period's articles is
measured, so that weeks with few articles can be compared with busy ones.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from analysis.measures.columns import groups_by_words, in_text, require, shown
from analysis.measures.periods import Period, calendar, period_starts
from analysis.measures.results import Course
from analysis.model import FORMS


def shares_over_time(
    statements: pd.DataFrame,
    *,
    by: str = "speaker",
    period: Period | None = None,
    first: date | None = None,
    last: date | None = None,
    speakers: Collection[str] | None = None,
) -> Course:
    """Divide the quoted words of each period among those who said them.

    Args:
        statements: One row a statement of the base, with ``by`` (str, null if
            nobody could be named), ``published`` (datetime) and ``words``.
        by: The column to divide by.
        period: ``day``, ``week`` or ``month``; chosen by the range if None.
        first: The first day looked at, where one was chosen.
        last: The last day looked at; the last with a statement if None.
        speakers: The groups to return; all if None.

    Returns:
        One row a period and group, in time order, in each period most words
        overall first, null last among ties, with ``by``, ``words``,
        ``quotations`` (int), ``share`` (float from 0 to 1, of the period's
        words; null where nobody said anything).

    Raises:
        MissingColumns: ``statements`` lacks one of the columns named above.

    >>> said = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen"], "words": [6, 2],
    ...     "published": pd.to_datetime(["2026-03-03", "2026-03-04"])})
    >>> shares_over_time(said, period="week").table[["speaker", "share", "days"]].values.tolist()
    [['Ana Silva', 0.75, 3], ['Bo Chen', 0.25, 3]]
    """
    require(statements, [by, "published", "words"], called="statements")
    chosen, periods = calendar(statements["published"], period=period, first=first, last=last)
    placed = _placed(statements, chosen, periods)
    cells = placed.groupby(["period_start", by], dropna=False, as_index=False).agg(
        words=("words", "sum"), quotations=("words", "size")
    )
    cells = in_text(cells)
    groups = shown(groups_by_words(cells, by), by, speakers)
    table = periods.merge(groups, how="cross").merge(cells, how="left", on=["period_start", by])
    table[["words", "quotations"]] = table[["words", "quotations"]].fillna(0).astype("int64")
    total = table["period_start"].map(cells.groupby("period_start")["words"].sum())
    table["share"] = table["words"] / total.where(total > 0)
    columns = ["period_start", by, "words", "quotations", "share", "days", "complete"]
    return Course(table[columns], chosen)


def quotations_over_time(
    statements: pd.DataFrame,
    *,
    period: Period | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Course:
    """Count what is quoted in each period.

    Args:
        statements: One row a statement, with ``published`` (datetime),
            ``form`` and ``words``. Give only those to be counted.
        period: ``day``, ``week`` or ``month``; chosen by the range if None.
        first: The first day looked at, where one was chosen.
        last: The last day looked at; the last with a statement if None.

    Returns:
        One row a period, in time order, with ``direct``, ``mixed``,
        ``indirect``, ``quotations``, ``words`` (int). No dated statement gives
        no rows.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns named above.
    """
    require(statements, ["published", "form", "words"], called="statements")
    chosen, periods = calendar(statements["published"], period=period, first=first, last=last)
    placed = _placed(statements, chosen, periods)
    counts = {form: (placed["form"] == form).astype("int64") for form in FORMS}
    counted = placed.assign(**counts, quotations=1)
    columns = [*FORMS, "quotations", "words"]
    sums = counted.groupby("period_start")[columns].sum()
    table = periods.merge(sums, how="left", left_on="period_start", right_index=True)
    table[columns] = table[columns].fillna(0).astype("int64")
    return Course(table[["period_start", *columns, "days", "complete"]], chosen)


def _placed(statements: pd.DataFrame, period: Period, periods: pd.DataFrame) -> pd.DataFrame:
    """The statements that lie in one of the periods, with its first day."""
    placed = statements.assign(period_start=period_starts(statements["published"], period))
    return placed[placed["period_start"].isin(periods["period_start"])]


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
