"""What does a user expect of whom? A table with a name and a number in each row."""

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
from analysis.measures.expected import voice_to_expectation
from analysis.measures.shares import Metric
from analysis.wording import numbers

COLUMNS = ("speaker", "role", "kind", "outlet")
"""What a table of expectations may name."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a table: the ratios, and who of it says nothing in the selection."""

    table: pd.DataFrame
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


def compared(asked: View, expected: dict[str, float], *, by: str, metric: Metric = "words") -> Compared:
    """The ratio of voice to expectation of everybody in a table, as `voice_to_expectation` gives it."""
    statements = asked.statements
    if by not in statements.columns:
        columns = (*statements.columns, by)
        statements = asked.corpus.quotations(asked.selection.base(), columns=columns)
    table = voice_to_expectation(statements, asked.articles, expected, by=by, metric=metric)
    known = set(statements[by].dropna())
    return Compared(table, tuple(name for name in expected if name not in known))


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
        "" if row["ratio"] != row["ratio"] else numbers.ratio(row["ratio"]),
        "" if row["low"] != row["low"] else f"{row['low']:.1f}{numbers.DASH}{row['high']:.1f}",
    )


def _rows(place: str, text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UnreadableInput(f"{place}: no CSV table ({error}); save it as CSV UTF-8") from error


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
