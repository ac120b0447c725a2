"""Refuse tables without the columns that a measure needs; number and order their groups."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.errors import MissingColumns

Places = npt.NDArray[np.int64]


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


def numbered(columns: Sequence[pd.Series], *, sort: bool = False) -> tuple[Places, pd.Index]:
    """The place of each value in a list of all different ones, one column after the other.

    Null has the place −1. With ``sort`` the list (str) is in alphabetical order, without it
    in that of first appearance.

    >>> numbered([pd.Series(["b", "a"]), pd.Series(["b"], dtype="category")])[0].tolist()
    [0, 1, 0]
    """
    first = columns[0]
    if not sort and share_categories(columns) and not any(column.hasnans for column in columns):
        places, found = pd.factorize(np.concatenate([column.cat.codes.to_numpy() for column in columns]))
        return places.astype(np.int64), first.cat.categories[found]
    # Column by column, since categories are numbered already and would be spelled out again together.
    parts = [pd.factorize(column) for column in columns]
    each = [pd.Series(names).astype("str") for _, names in parts]
    places, names = pd.factorize(pd.concat(each, ignore_index=True), sort=sort)
    ends = np.cumsum([0, *map(len, each)])
    codes = [
        np.append(places[begin:end], -1)[part]
        for begin, end, (part, _) in zip(ends[:-1], ends[1:], parts, strict=True)
    ]
    return np.concatenate(codes).astype(np.int64), pd.Index(names)


def share_categories(columns: Sequence[pd.Series]) -> bool:
    """Whether all are categories with the same list, so that their codes can be compared."""
    first = columns[0]
    return all(isinstance(column.dtype, pd.CategoricalDtype) for column in columns) and all(
        column.cat.categories.equals(first.cat.categories) for column in columns
    )


def groups_by_words(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """The groups of a table, most words first, ties in alphabetical order, null last."""
    groups = in_text(table.groupby(by, dropna=False, as_index=False).agg(words=("words", "sum")))
    return groups.sort_values(["words", by], ascending=[False, True], kind="stable")[[by]]


def in_text(table: pd.DataFrame) -> pd.DataFrame:
    """A table of results with plain text instead of categories, which count fast but join badly."""
    packed = [name for name in table if isinstance(table[name].dtype, pd.CategoricalDtype)]
    return table.astype(dict.fromkeys(packed, "str")) if packed else table


def shown(table: pd.DataFrame, by: str, names: Collection[str] | None) -> pd.DataFrame:
    """The rows of the groups asked for, or all; the index starts at 0 again."""
    kept = table if names is None else table[table[by].isin(list(names))]
    return kept.reset_index(drop=True)
