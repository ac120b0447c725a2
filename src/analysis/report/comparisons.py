"""Shares of voice against another selection, or against a table of what was expected."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.catalog.view import View
from analysis.errors import UnreadableInput
from analysis.measures.differences import voice_to_expectation
from analysis.measures.results import Estimates
from analysis.measures.shares import Metric
from analysis.wording import numbers

COLUMNS = ("speaker", "role", "kind", "outlet")
"""What a table of expectations may name."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a table: the ratios, and who of it says nothing in the selection."""

    found: Estimates
    silent: tuple[str, ...]


def read_expectations(place: str, data: bytes) -> dict[str, float]:
    """Read a CSV table with a name and a number in each row, and perhaps a head.

    Commas, semicolons and tabs may stand between; numbers may group thousands
    by commas.

    Raises:
        UnreadableInput: the text is not UTF-8, a row has no name and number, a
            number is negative, a name comes twice, or nothing is expected of anybody.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{place}: not UTF-8 at byte {error.start:,}; save it as CSV UTF-8") from error
    found: dict[str, float] = {}
    for number, row in enumerate(_rows(place, text), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        try:
            name, value = cells[0], float(cells[1].replace(",", ""))
        except (IndexError, ValueError) as error:
            if found or number > 1:
                remedy = "each row has a name and a number, such as “Ana Silva,12”"
                raise UnreadableInput(f"{place}, line {number}: no name and number; {remedy}") from error
            continue
        if not name or name in found:
            trouble = f"“{name}” comes twice; add its numbers up" if name else "a number without a name"
            raise UnreadableInput(f"{place}, line {number}: {trouble}")
        if not 0 <= value < math.inf:
            raise UnreadableInput(f"{place}, line {number}: {cells[1]} is no number from 0 on")
        found[name] = value
    if not any(found.values()):
        raise UnreadableInput(f"{place}: nothing is expected of anybody; give at least one number above 0")
    return found


def compared(view: View, expected: dict[str, float], *, by: str, metric: Metric = "words") -> Compared:
    """The ratio of voice to expectation of everybody in a table, as `voice_to_expectation` gives it."""
    statements = view.statements
    if by not in statements.columns:
        columns = (*statements.columns, by)
        statements = view.corpus.quotations(view.selection.base(), columns=columns)
    found = voice_to_expectation(statements, view.articles, expected, by=by, metric=metric)
    known = set(statements[by].dropna())
    return Compared(found, tuple(name for name in expected if name not in known))


def expectation_cells(row: Mapping[Any, Any], by: str) -> tuple[str, str, str, str, str]:
    """Who, the expected and the actual share, their ratio and its interval; empty where there is none.

    Args:
        row: A row of the table of `compared`.
        by: What the table names.
    """
    return (
        row[by],
        numbers.share(row["expected"]),
        numbers.share(row["share"]),
        "" if pd.isna(row["ratio"]) else numbers.ratio(row["ratio"]),
        "" if pd.isna(row["low"]) else f"{row['low']:.1f}{numbers.DASH}{row['high']:.1f}",
    )


def difference_cells(row: Mapping[Any, Any]) -> tuple[str, str, str, str, str]:
    """Both shares, their difference in points, its interval, and whether it is clear.

    Args:
        row: A row of `analysis.measures.differences.share_differences`.

    >>> row = {"before": 0.12, "after": 0.31, "low": 0.1, "high": 0.28, "is_clear": True}
    >>> [cell.replace(numbers.NBSP, " ") for cell in difference_cells(row)]
    ['12 %', '31 %', '+19', '+10 to +28', 'yes']
    """
    before, after, points = numbers.shares_and_points(float(row["before"]), float(row["after"]))
    if pd.isna(row["low"]):
        return before, after, points, "", ""
    digits = 1 if "." in points else 0
    low, high = (numbers.points(float(row[key]), digits) for key in ("low", "high"))
    return before, after, points, f"{low} to {high}", "yes" if row["is_clear"] else "no"


def _rows(place: str, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UnreadableInput(f"{place}: no CSV table ({error}); save it as CSV UTF-8") from error


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
