"""How does a frame become a CSV, Parquet or Excel file?

Days are days without a clock everywhere. CSV begins with a byte order mark,
without which Excel takes UTF-8 for something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from analysis.errors import AnalysisError
from analysis.report.cells import defused, plain_value

SUFFIXES = ("csv", "parquet", "xlsx")

# Excel's own limits.
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_table(frame: pd.DataFrame, path: Path, suffix: str, *, on_cut: Callable[[str], None]) -> None:
    """Write a frame as the kind of file that ``suffix`` says.

    Args:
        frame: As `analysis.store.Corpus` gives it.
        path: Where to.
        suffix: One of `SUFFIXES`.
        on_cut: Told when cells had to be shortened.

    Raises:
        AnalysisError: more rows than an Excel sheet holds.
    """
    if suffix == "parquet":
        pq.write_table(_arrow(frame), path)
    elif suffix == "csv":
        _write_csv(frame, path)
    else:
        _write_xlsx(frame, path, on_cut)


def _arrow(frame: pd.DataFrame) -> pa.Table:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    place = table.schema.get_field_index("published")
    days = table["published"].cast(pa.timestamp("us")).cast(pa.date32())
    return table.set_column(place, "published", days).replace_schema_metadata(None)


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    cells = {str(name): [defused(plain_value(value)) for value in column] for name, column in frame.items()}
    # Objects keep whole numbers whole where one is unknown.
    safe = pd.DataFrame(cells, dtype=object)
    safe.to_csv(path, index=False, encoding="utf-8-sig", errors="replace", lineterminator="\n")


def _write_xlsx(frame: pd.DataFrame, path: Path, on_cut: Callable[[str], None]) -> None:
    if len(frame) >= _MOST_ROWS:
        raise AnalysisError(
            f"{len(frame):,} rows, more than an Excel sheet holds ({_MOST_ROWS:,}); "
            "write .csv or .parquet, or filter"
        )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("newsvoices")
    sheet.append(list(map(str, frame.columns)))
    shortened = 0
    for row in _rows(frame):
        shortened += any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in row)
        sheet.append([cell[:_LONGEST_CELL] if isinstance(cell, str) else cell for cell in row])
    book.save(path)
    if shortened:
        on_cut(f"texts shortened to an Excel cell’s {_LONGEST_CELL:,} characters in {shortened:,} rows")


def _rows(frame: pd.DataFrame) -> Iterator[list[Any]]:
    values: Iterable[tuple[Any, ...]] = frame.itertuples(index=False, name=None)
    for row in values:
        yield [_xlsx_cell(value) for value in row]


def _xlsx_cell(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    value = defused(plain_value(value))
    return _NOT_IN_XML.sub("", value) if isinstance(value, str) else value
