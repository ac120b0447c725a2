"""Compare two periods: who is heard, and which terms are used.

Two selections are compared, usually a range of dates and the equally long one
before it. Which dates those are is decided in `period_before` and `halves`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pandas as pd

from analysis.measures.columns import in_text, require, shown
from analysis.measures.frequency import uses

Days = tuple[date, date]


def period_before(chosen: Days, known: Days) -> Days | None:
    """The equally long range that ends the day before, where articles reach back that far.

    >>> period_before((date(2026, 3, 9), date(2026, 3, 15)), (date(2026, 3, 2), date(2026, 5, 10)))
    (datetime.date(2026, 3, 2), datetime.date(2026, 3, 8))
    >>> period_before((date(2026, 3, 9), date(2026, 3, 15)), (date(2026, 3, 5), date(2026, 5, 10))) is None
    True
    """
    first, last = chosen
    before = (first - (last - first) - timedelta(days=1), first - timedelta(days=1))
    return before if before[0] >= known[0] else None


def halves(chosen: Days) -> tuple[Days, Days] | None:
    """A range as an earlier and a later half of equal length (a middle day belongs to neither).

    None where it is a single day.

    >>> halves((date(2026, 3, 1), date(2026, 3, 5)))[1]
    (datetime.date(2026, 3, 4), datetime.date(2026, 3, 5))
    """
    first, last = chosen
    days = ((last - first).days + 1) // 2
    if not days:
        return None
    return (first, first + timedelta(days=days - 1)), (last - timedelta(days=days - 1), last)


def share_changes(
    before: pd.DataFrame,
    now: pd.DataFrame,
    *,
    by: str = "speaker",
    speakers: Collection[str] | None = None,
) -> pd.DataFrame:
    """Compare who has which share of all quoted words in two periods.

    Args:
        before: One row a statement of the earlier base, with ``by`` (str, null
            if nobody could be named) and ``words``.
        now: The same of the later base.
        by: The column to divide by.
        speakers: The groups to return; all if None. Shares stay parts of the whole.

    Returns:
        One row a group that speaks in either, largest change first, ties in
        alphabetical order, null last: ``by``, ``before``, ``after`` (float from
        0 to 1), ``change`` (float, their difference), ``quotations_before``,
        ``quotations`` (int). No rows where nothing is said in one of the two.

    Raises:
        MissingColumns: A table lacks one of the columns.

    >>> earlier = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen"], "words": [3, 1]})
    >>> later = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen"], "words": [1, 1]})
    >>> share_changes(earlier, later)[["speaker", "change"]].values.tolist()
    [['Ana Silva', -0.25], ['Bo Chen', 0.25]]
    """
    require(before, [by, "words"], called="statements before")
    require(now, [by, "words"], called="statements")
    if not before["words"].sum() or not now["words"].sum():
        before, now = before.iloc[:0], now.iloc[:0]
    table = _shares(before, by, "before", "quotations_before").merge(
        _shares(now, by, "after", "quotations"), how="outer", on=by
    )
    table = table.fillna({"before": 0.0, "after": 0.0, "quotations_before": 0, "quotations": 0})
    table = table.astype({"quotations_before": "int64", "quotations": "int64"})
    table["change"] = table["after"] - table["before"]
    order = table.assign(_size=table["change"].abs().round(9))
    table = order.sort_values(["_size", by], ascending=[False, True], kind="stable")
    columns = [by, "before", "after", "change", "quotations_before", "quotations"]
    return shown(table[columns], by, speakers)


def term_changes(
    before: pd.DataFrame, n_before: int, now: pd.DataFrame, n_now: int, *, least: int = 3
) -> pd.DataFrame:
    """Compare which part of the articles uses a term in two periods.

    Args:
        before: One row a term of an article of the earlier period, with
            ``article_id`` and ``term`` (str).
        n_before: How many articles the earlier period has, also those without terms.
        now: The same of the later period.
        n_now: How many articles the later period has.
        least: Terms in fewer articles of both together are left out: one
            article more or less is no change.

    Returns:
        One row a term, largest rise first, ties in alphabetical order:
        ``term`` (str), ``articles_before``, ``articles`` (int), ``before``,
        ``after`` (float from 0 to 1, parts of articles), ``change`` (float).
        No rows where one of the two has no articles.

    Raises:
        MissingColumns: A table lacks one of the columns.
        ValueError: A number of articles is negative.
    """
    require(before, ["article_id", "term"], called="keywords before")
    require(now, ["article_id", "term"], called="keywords")
    if min(n_before, n_now) < 0:
        raise ValueError(f"a negative number of articles: {min(n_before, n_now)}")
    counts = {"articles_before": _articles(before), "articles": _articles(now)}
    table = pd.DataFrame(counts).fillna(0).astype("int64").rename_axis("term").reset_index()
    table = table[table["articles_before"] + table["articles"] >= least] if n_before and n_now else table[:0]
    table = table.assign(
        before=table["articles_before"] / max(n_before, 1), after=table["articles"] / max(n_now, 1)
    )
    table["change"] = table["after"] - table["before"]
    order = table.assign(_change=table["change"].round(9))
    table = order.sort_values(["_change", "term"], ascending=[False, True], kind="stable")
    return table.drop(columns="_change").reset_index(drop=True)


def _articles(keywords: pd.DataFrame) -> pd.Series:
    """In how many articles each term is."""
    (used,) = uses(keywords[["article_id", "term"]])
    return pd.Series(used.by_term(), index=used.terms)


def _shares(statements: pd.DataFrame, by: str, share: str, quotations: str) -> pd.DataFrame:
    table = statements.groupby(by, dropna=False, as_index=False).agg(
        words=("words", "sum"), **{quotations: ("words", "size")}
    )
    table = in_text(table)
    table[share] = table["words"] / max(int(table["words"].sum()), 1)
    return table.drop(columns="words")
