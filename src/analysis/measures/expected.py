"""Compare shares of voice with what seats, staff or population would let expect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.measures.resampling import Numbers
from analysis.measures.results import Estimates
from analysis.measures.shares import Metric
from analysis.measures.uncertainty import share_intervals


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
