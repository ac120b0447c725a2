"""How much could a share be, whoever said what nobody could be credited with?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import pandas as pd

from analysis.measures.columns import require, shown


def share_bounds_of_unattributed(
    statements: pd.DataFrame,
    *,
    by: str = "speaker",
    metric: Literal["words", "quotations"] = "words",
    speakers: Collection[str] | None = None,
) -> pd.DataFrame:
    """The worst and the best case of each share.

    In the worst case none of the unattributed speech is the speaker's: that is
    the share itself, since unattributed speech is part of the whole. In the
    best case all of it is (Manski 1989). Unlike an interval this does not
    narrow with more articles.

    Args:
        statements: One row a statement of the base, with ``by`` (str, null if
            nobody could be named) and ``words``.
        by: The column to divide by.
        metric: What is counted: ``words`` or ``quotations``.
        speakers: The groups to return; all if None.

    Returns:
        One row a group with a name, largest share first, ties in alphabetical
        order: ``by``, ``worst``, ``best``, ``even`` (float from 0 to 1; the
        last if unattributed speech is divided as the rest is, null where
        nothing is attributed). No statements give no rows.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.
        ValueError: ``metric`` is none of the two.

    >>> said = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen", None], "words": [6, 2, 2]})
    >>> share_bounds_of_unattributed(said).values.tolist()
    [['Ana Silva', 0.6, 0.8, 0.75], ['Bo Chen', 0.2, 0.4, 0.25]]
    """
    require(statements, [by, "words"], called="statements")
    if metric not in ("words", "quotations"):
        raise ValueError(f"metric {metric!r} is none of words, quotations")
    counted = statements["words"] if metric == "words" else pd.Series(1, index=statements.index)
    counts = counted.groupby(statements[by]).sum()
    counts.index = counts.index.astype("str")
    whole, unattributed = int(counted.sum()), int(counted[statements[by].isna()].sum())
    attributed = whole - unattributed
    table = counts.rename("counted").rename_axis(by).reset_index()
    table["worst"] = table["counted"] / max(whole, 1)
    table["best"] = (table["counted"] + unattributed) / max(whole, 1)
    table["even"] = table["counted"] / attributed if attributed else float("nan")
    table = table.sort_values(["counted", by], ascending=[False, True], kind="stable")
    return shown(table.drop(columns="counted"), by, speakers)
