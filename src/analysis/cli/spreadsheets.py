"""How does a frame become a CSV, Parquet or Excel file?

Days are days without a clock everywhere. CSV begins with a byte order mark,
without which Excel takes UTF-8 for something else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from analysis.report.sheets import LONGEST_CELL, add_sheet
from analysis.wording.cells import defused, plain_value

SUFFIXES = ("csv", "parquet", "xlsx")


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
    book = Workbook(write_only=True)
    shortened = add_sheet(book, "newsvoices", frame)
    book.save(path)
    if shortened:
        on_cut(f"texts shortened to an Excel cell’s {LONGEST_CELL:,} characters in {shortened:,} rows")
