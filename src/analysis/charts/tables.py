"""How does a chart read a measured table: its rows, its names, who has most?

`analysis.measures` made the table and has already refused what lacks columns.
"""

from __future__ import annotations

from typing import Any

import pandas as pd


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dictionaries."""
    return [{str(column): value for column, value in row.items()} for row in table.to_dict("records")]


def name_of(value: object) -> str | None:
    """A name, or None for what a table holds where there is none."""
    return value if isinstance(value, str) else None


def names_by_words(table: pd.DataFrame, by: str) -> list[str | None]:
    """The names in a column, most words first, ties in alphabetical order, None last."""
    groups = table.groupby(by, dropna=False, as_index=False).agg(words=("words", "sum"))
    groups = groups.sort_values(["words", by], ascending=[False, True], kind="stable")
    return [name_of(name) for name in groups[by]]
