"""How do the rows of any table, with the names of its columns, become articles?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from analysis.model import Article
from analysis.readers.columns import found_columns, missing_choice, missing_text
from analysis.readers.drafts import finished
from analysis.readers.options import Reading
from analysis.readers.records import draft_of_record

Row = tuple[str, Sequence[Any]]
"""Where a row stands, such as ``letters.csv, line 17``, and its values."""


def column_names(header: Sequence[Any]) -> list[str]:
    """The header as text; empty cells at its end name no column."""
    names = ["" if cell is None else str(cell).strip() for cell in header]
    while names and not names[-1]:
        names.pop()
    return names


def usable_columns(names: list[str], place: str, reading: Reading) -> dict[str, str] | None:
    """Our name → their column; None, and told to ``reading``, where the table cannot be used."""
    chosen = reading.options.columns
    found = found_columns(names, chosen)
    reading.name_columns(names, found)
    problem = missing_choice(names, chosen, found)
    if "text" not in found:
        problem = problem or missing_text("column", names)
    if problem:
        reading.skip(place, problem)
        return None
    for column in sorted(set(found.values())):
        if names.count(column) > 1:
            reading.warn(place, f"{names.count(column)} columns are named “{column}”; the first was read")
    return found


def articles_of_rows(
    names: list[str], columns: dict[str, str], rows: Iterable[Row], path: str, reading: Reading
) -> Iterator[Article]:
    """One article a row; empty rows are passed over, bad ones told to ``reading``."""
    for place, values in rows:
        cells = _without_empty_end(values)
        if not cells:
            continue
        if len(cells) > len(names):
            reading.skip(
                place,
                f"{len(cells)} cells, but {len(names)} columns; put cells with separators in quotation marks",
            )
            continue
        # Read from the right, so that of columns of one name the first is taken.
        record = dict(reversed(list(zip(names, cells, strict=False))))
        if article := finished(draft_of_record(record, columns), place, path, reading):
            yield article


def _without_empty_end(values: Sequence[Any]) -> list[Any]:
    cells = list(values)
    while cells and (cells[-1] is None or cells[-1] == ""):
        cells.pop()
    return cells
