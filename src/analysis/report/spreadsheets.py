"""Tables as files of spreadsheets: CSV, Parquet, and Excel with one sheet or a whole selection.

Days are days without a clock everywhere. CSV begins with a byte order mark,
without which Excel takes UTF-8 for something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.report.stamp import method_line
from analysis.wording.cells import csv_text, defused, plain_value
from analysis.wording.selections import in_words

SUFFIXES = ("csv", "parquet", "xlsx")

# Excel's own limits.
_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SHEETS = {
    "Share of voice": "share-of-voice",
    "Sentiment (tone)": "sentiment",
    "Keywords": "keywords",
    "Outlets": "outlets-by-speakers",
}
"""The measures in a workbook, by the names of their sheets."""


def write_table(frame: pd.DataFrame, path: Path, suffix: str, *, on_cut: Callable[[str], None]) -> None:
    """Write a frame as the kind of file that ``suffix``, one of `SUFFIXES`, says.

    ``on_cut`` is told when cells had to be shortened.

    Raises:
        AnalysisError: more rows than an Excel sheet holds.
    """
    if suffix == "parquet":
        pq.write_table(_arrow(frame), path)
    elif suffix == "csv":
        path.write_text(csv_text(frame), "utf-8-sig", errors="replace", newline="")
    else:
        book = Workbook(write_only=True)
        shortened = _add_sheet(book, "newsvoices", frame)
        book.save(path)
        if shortened:
            on_cut(f"texts shortened to an Excel cell’s {_LONGEST_CELL:,} characters in {shortened:,} rows")


def workbook(view: View) -> bytes:
    """An Excel workbook of a selection: its measures, and the articles and quotations behind them.

    Sheets without rows have their heads only.

    Raises:
        AnalysisError: a sheet would have more rows than Excel holds.
    """
    book = Workbook(write_only=True)
    _add_sheet(book, "About", _about(view))
    for name, measure in _SHEETS.items():
        _add_sheet(book, name, MEASURES[measure].chart_table(view))
    _add_sheet(book, "Articles", view.corpus.articles(view.selection))
    _add_sheet(book, "Quotations", view.corpus.quotations(view.selection))
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _about(view: View) -> pd.DataFrame:
    totals = view.totals
    rows = [
        ("Selection", in_words(view.selection) or "Everything"),
        ("Articles", totals.articles),
        ("Stories", totals.stories),
        ("Quotations", totals.quotations),
        ("Speakers", totals.speakers),
        ("Quoted words", totals.words),
        ("Unattributed share", totals.unattributed_share),
        ("Method", method_line(view, "Quoted words of statements")),
        ("Share", "Words of a speaker’s statements, divided by all words of statements in the selection"),
        ("Reach", "Articles that quote the speaker, divided by all articles in the selection"),
        ("Tone", "−1 to +1, mean over the sentences, weighted by words"),
    ]
    return pd.DataFrame(rows, columns=["What", "Value"], dtype=object)


def _add_sheet(book: Workbook, name: str, frame: pd.DataFrame) -> int:
    """Write a frame as a sheet of a write-only workbook; gives in how many rows a text was shortened."""
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
        shortened += any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in row)
        sheet.append([cell[:_LONGEST_CELL] if isinstance(cell, str) else cell for cell in row])
    return shortened


def _cell(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date()
    value = defused(plain_value(value))
    return _NOT_IN_XML.sub("", value) if isinstance(value, str) else value


def _arrow(frame: pd.DataFrame) -> pa.Table:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    place = table.schema.get_field_index("published")
    days = table["published"].cast(pa.timestamp("us")).cast(pa.date32())
    return table.set_column(place, "published", days).replace_schema_metadata(None)
