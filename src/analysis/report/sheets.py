"""How does a frame become a sheet of an Excel workbook?"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from openpyxl import Workbook

from analysis.errors import AnalysisError
from analysis.wording.cells import defused, plain_value

# Excel's own limits.
_MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def add_sheet(book: Workbook, name: str, frame: pd.DataFrame) -> int:
    """Write a frame as a sheet of a write-only workbook; gives in how many rows a text was shortened.

    Raises:
        AnalysisError: there are more rows than a sheet holds.
    """
    if len(frame) >= _MOST_ROWS:
        raise AnalysisError(
            f"{len(frame):,} rows, more than an Excel sheet holds ({_MOST_ROWS:,}); "
            "write .csv or .parquet, or filter"
        )
    sheet = book.create_sheet(name)
    sheet.append([_cell(str(column)) for column in frame.columns])
    shortened = 0
    for values in frame.itertuples(index=False, name=None):
        row = [_cell(value) for value in values]
        shortened += any(isinstance(cell, str) and len(cell) > LONGEST_CELL for cell in row)
        sheet.append([cell[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in row])
    return shortened


def _cell(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    value = defused(plain_value(value))
    return _NOT_IN_XML.sub("", value) if isinstance(value, str) else value
