"""Does a table hold the columns that a measure needs?"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.errors import MissingColumns


def require(table: pd.DataFrame, names: Collection[str], *, called: str) -> None:
    """Refuse a table that lacks one of the columns, naming all it lacks.

    Args:
        table: What a measure was given.
        names: The columns that it needs.
        called: What to call the table in the message, such as ``"statements"``.

    Raises:
        MissingColumns: At least one of the columns is not there.

    >>> require(pd.DataFrame({"words": [3]}), ["words", "form"], called="statements")
    Traceback (most recent call last):
    analysis.errors.MissingColumns: statements: no column 'form'; there are: 'words'
    """
    missing = [name for name in names if name not in table.columns]
    if missing:
        columns = "no column " if len(missing) == 1 else "no columns "
        there = ", ".join(repr(str(name)) for name in table.columns) or "none"
        raise MissingColumns(f"{called}: {columns}{', '.join(map(repr, missing))}; there are: {there}")


def groups_by_words(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """The groups of a table, most words first, ties in alphabetical order, null last."""
    groups = table.groupby(by, dropna=False, as_index=False).agg(words=("words", "sum"))
    return groups.sort_values(["words", by], ascending=[False, True], kind="stable")[[by]]


def shown(table: pd.DataFrame, by: str, names: Collection[str] | None) -> pd.DataFrame:
    """The rows of the groups asked for, or all; the index starts at 0 again."""
    kept = table if names is None else table[table[by].isin(list(names))]
    return kept.reset_index(drop=True)
