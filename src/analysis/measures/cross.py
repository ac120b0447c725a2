"""Divide the quoted words of each outlet among the speakers."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.measures.columns import in_text, require, shown


def outlets_by_speakers(statements: pd.DataFrame, *, speakers: Collection[str] | None = None) -> pd.DataFrame:
    """Divide the quoted words of each outlet among those who said them.

    Parts of an outlet's own words are compared, so that a large outlet does
    not look generous to everybody.

    Args:
        statements: One row a statement of the base, with ``outlet`` (str or
            null), ``speaker`` (str, null if nobody could be named) and
            ``words``; ``kind`` where known.
        speakers: The speakers to return; all if None.

    Returns:
        One row an outlet and speaker who occur together; outlets with most
        words first, in each the speaker with most words first, ties in
        alphabetical order, null last: ``outlet``, ``speaker`` (str), ``kind``
        (str, where given), ``words``, ``quotations`` (int), ``share`` (float
        from 0 to 1, of the outlet's quoted words; an outlet's sum to 1).

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.
    """
    require(statements, ["outlet", "speaker", "words"], called="statements")
    kinds = ["kind"] if "kind" in statements.columns else []
    table = statements.groupby(["outlet", "speaker"], dropna=False, as_index=False).agg(
        **{kind: (kind, "first") for kind in kinds}, words=("words", "sum"), quotations=("words", "size")
    )
    table = in_text(table)
    total = table.groupby("outlet", dropna=False)["words"].transform("sum")
    table["share"] = (table["words"] / total.where(total > 0)).fillna(0.0)
    table = table.assign(_total=total).sort_values(
        ["_total", "outlet", "words", "speaker"], ascending=[False, True, False, True], kind="stable"
    )
    return shown(table.drop(columns="_total"), "speaker", speakers)
