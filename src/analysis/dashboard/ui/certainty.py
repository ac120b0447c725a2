"""Join shares and tones with their 95 % intervals, for the rows that are drawn."""

from __future__ import annotations

import pandas as pd

from analysis.catalog.view import View
from analysis.measures.shares import Metric
from analysis.measures.uncertainty import FEW, article_tone_intervals, share_intervals, tone_intervals

_BOUNDS = ["low", "high"]

_FEW = "Few stories: {}. The 95 % intervals are wide, and a little less sure than with 50 or more."


def lines(table: pd.DataFrame) -> str:
    """What a chart says of the lines of its intervals, where it has some."""
    return "; line: 95 % interval" if "low" in table else ""


def with_share_intervals(
    table: pd.DataFrame, view: View, *, metric: Metric, top: int
) -> tuple[pd.DataFrame, str]:
    """A table of shares with the bounds of its first rows and of what nobody is credited with.

    Returns:
        The table, and what has to be said of it (“Few stories.”), empty where
        nothing has. Without enough stories the table stays as it is.
    """
    by = str(table.columns[0])
    named = list(table[by].dropna().head(top))
    groups: list[object] = [*named, *([None] if table[by].isna().any() else [])]
    known = share_intervals(view.statements, view.articles, by=by, metric=metric, groups=groups)
    few = known.note
    if few == FEW:
        return _joined(table, known.table, by), _FEW.format(known.stories)
    return _joined(table, known.table, by), f"{few[0].upper()}{few[1:]}." if few else ""


def with_tone_intervals(table: pd.DataFrame, base: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """A table of tones of speech with the bounds of its first rows."""
    by = str(table.columns[0])
    return _joined(table, tone_intervals(base, by=by, groups=list(table[by].head(top))), by)


def with_article_tone_intervals(table: pd.DataFrame, articles: pd.DataFrame, *, top: int) -> pd.DataFrame:
    """A table of tones of outlets' own text with the bounds of its first rows."""
    return _joined(table, article_tone_intervals(articles, groups=list(table["outlet"].head(top))), "outlet")


def _joined(table: pd.DataFrame, known: pd.DataFrame, by: str) -> pd.DataFrame:
    if known[_BOUNDS].isna().all(axis=None):
        return table
    bounds = known.drop_duplicates(by)[[by, *_BOUNDS]]
    return table.merge(bounds, how="left", on=by)
