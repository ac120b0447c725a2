"""Differences between the shares of two selections, and ratios to what was expected, with 95 % intervals.

The interval of a difference is made of the intervals of its two shares and of
how they move together, story by story (MOVER: Zou & Donner 2008): it keeps
their coverage for rare speakers, where resampled differences fail, and two
selections that share stories are compared as pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.measures.intervals import Bounds, ratios, share_bounds
from analysis.measures.resampling import Cells, Numbers, cells
from analysis.measures.results import Estimates
from analysis.measures.shares import Metric
from analysis.measures.uncertainty import FEWEST_STORIES, reliability, share_intervals

Selected = tuple[pd.DataFrame, pd.DataFrame]
"""The statements and the articles of one selection."""


def share_differences(
    before: Selected,
    after: Selected,
    *,
    by: str = "speaker",
    metric: Metric = "words",
    groups: Sequence[object] | None = None,
) -> Estimates:
    """The differences of shares between two selections, with 95 % intervals.

    Stories that stand in both are paired: what they have in common cancels.

    Args:
        before: Statements and articles of one selection, as for
            `analysis.measures.uncertainty.share_intervals`.
        after: Those of the other.
        by: The column to divide by.
        metric: What is counted: ``words``, ``quotations`` or ``articles``.
        groups: The groups to compare; all that occur in either if None.

    Returns:
        One row a group: ``by``, ``before``, ``after``, ``difference`` (float,
        after − before), ``low``, ``high`` (float; null where one selection has
        fewer than 20 stories), ``is_clear`` (bool, whether 0 lies outside).
        The selection with fewer stories decides.

    Raises:
        MissingColumns: A table lacks one of the columns.
        ValueError: ``metric`` is none of the three.
    """
    first, second = _together(before, after, by, groups)
    stories = min(first.quoting(metric), second.quoting(metric))
    parts = [(laid.matrix(metric), laid.whole(metric)) for laid in (first, second)]
    (old, old_influence), (new, new_influence) = (ratios(*part) for part in parts)
    table = pd.DataFrame({by: first.names, "before": old, "after": new, "difference": new - old})
    if stories < FEWEST_STORIES:
        table["low"] = table["high"] = np.full(len(table), np.nan)
    else:
        moving = _correlation(old_influence, new_influence)
        bounds = [share_bounds(_present(part, whole), _present(whole, whole)) for part, whole in parts]
        table["low"], table["high"] = _joined(old, new, bounds[0], bounds[1], moving)
    table["is_clear"] = (table["low"] > 0) | (table["high"] < 0)
    articles = min(int(selected[1]["article_id"].nunique()) for selected in (before, after))
    return Estimates(table, stories, reliability(stories, articles))


def _together(
    before: Selected, after: Selected, by: str, groups: Sequence[object] | None
) -> tuple[Cells, Cells]:
    """Both selections laid out over the same stories and groups."""
    stories = pd.concat([table["story_id"].drop_duplicates() for table in (*before, *after)])
    if groups is None:
        groups = list(pd.concat([before[0][by], after[0][by]]).drop_duplicates())
    first, second = (
        cells(statements, articles, by, groups, drawn=stories) for statements, articles in (before, after)
    )
    return first, second


def _present(matrix: Numbers, whole: Numbers) -> Numbers:
    """Only the units that this selection has anything of."""
    return matrix[whole[:, 0] > 0]


def _correlation(first: Numbers, second: Numbers) -> Numbers:
    together = (first * second).sum(axis=0)
    size = np.sqrt((first**2).sum(axis=0) * (second**2).sum(axis=0))
    result: Numbers = np.divide(together, size, out=np.zeros_like(together), where=size > 0)
    return result


def _joined(old: Numbers, new: Numbers, old_bounds: Bounds, new_bounds: Bounds, moving: Numbers) -> Bounds:
    below, above = new - new_bounds[0], new_bounds[1] - new
    old_below, old_above = old - old_bounds[0], old_bounds[1] - old
    difference = new - old
    low = difference - _distance(below, old_above, moving)
    high = difference + _distance(above, old_below, moving)
    return np.clip(low, -1, 1), np.clip(high, -1, 1)


def _distance(one: Numbers, other: Numbers, moving: Numbers) -> Numbers:
    result: Numbers = np.sqrt(np.maximum(one**2 + other**2 - 2 * moving * one * other, 0))
    return result


def voice_to_expectation(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    expected: Mapping[str, float],
    *,
    by: str = "speaker",
    metric: Metric = "words",
) -> Estimates:
    """Divide the share of voice of each group by the share that was expected.

    Both are parts of those who are in the table of expectations: what others
    say, or nobody could be credited with, does not count.

    Args:
        statements: One row a statement of the base, as for
            `analysis.measures.uncertainty.share_intervals`.
        articles: One row an article of the base.
        expected: Group → how much is expected of it, in any unit (seats,
            people), not negative.
        by: The column that names the groups, such as ``speaker``, ``role`` or ``outlet``.
        metric: What is counted: ``words``, ``quotations`` or ``articles``.

    Returns:
        One row a group of ``expected``, the highest ratio first, ties in
        alphabetical order: ``by``, ``expected``, ``share`` (float from 0 to 1;
        each sums to 1), ``ratio``, ``low``, ``high`` (float; 1 is as expected;
        null where nothing is expected, bounds null below 20 stories).

    Raises:
        MissingColumns: A table lacks one of the columns.
        ValueError: An expectation is negative or no number, or nothing is expected of anybody.

    >>> said = pd.DataFrame({"speaker": ["Ana", "Bo"], "words": [30, 10], "article_id": ["a", "b"],
    ...     "story_id": ["a", "b"]})
    >>> voice_to_expectation(said, said, {"Ana": 20, "Bo": 20}).table[["speaker", "ratio"]].values.tolist()
    [['Ana', 1.5], ['Bo', 0.5]]
    """
    part = _parts(expected)
    names = list(expected)
    among = statements[statements[by].isin(names)] if by in statements.columns else statements
    sure = share_intervals(among, articles, by=by, metric=metric, groups=names)
    share = sure.table["share"].fillna(0.0)
    divisor = np.where(part > 0, part, np.nan)
    table = pd.DataFrame(
        {
            by: pd.Series(names, dtype="str"),
            "expected": part,
            "share": share,
            "ratio": share / divisor,
            "low": sure.table["low"] / divisor,
            "high": sure.table["high"] / divisor,
        }
    )
    table = table.sort_values(["ratio", by], ascending=[False, True], ignore_index=True)
    return replace(sure, table=table)


def _parts(expected: Mapping[str, float]) -> Numbers:
    """Each expectation as a part of all."""
    wrong = [f"{name}: {value}" for name, value in expected.items() if not 0 <= value < np.inf]
    if wrong:
        raise ValueError(f"no expectation: {', '.join(wrong)}; numbers from 0 on are")
    total = sum(expected.values())
    if not total:
        raise ValueError("nothing is expected of anybody; give at least one number above 0")
    return np.array([value / total for value in expected.values()])
