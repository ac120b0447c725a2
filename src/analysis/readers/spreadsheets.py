"""Which articles stand in an Excel workbook?

Every visible sheet with a text column is read. A workbook is a zip, and is
held to the same limits.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from analysis.model import Article
from analysis.readers.archives import why_refused
from analysis.readers.careful import until_broken
from analysis.readers.options import Reading
from analysis.readers.sources import Source
from analysis.readers.tabular import Row, articles_of_rows, column_names, usable_columns


def read_xlsx(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a workbook, one a row."""
    with source.seekable() as stream:
        try:
            with ZipFile(stream) as package:
                refused = why_refused(package.infolist())
        except (BadZipFile, ValueError, NotImplementedError):
            refused = "no Excel workbook, or a damaged one; save it anew as .xlsx"
        if refused:
            reading.skip(source.name, refused)
            return
        stream.seek(0)
        sheets = until_broken(_sheets(stream), source.name, reading)
        for name, rows in sheets:
            yield from _articles(name, rows, source, reading)


def _sheets(stream: Any) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    with warnings.catch_warnings():
        # It warns of extensions that it leaves out: none of them holds text.
        warnings.simplefilter("ignore")
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                # The size that a sheet gives itself is often wrong.
                sheet.reset_dimensions()
                yield sheet.title, sheet.iter_rows(values_only=True)
    finally:
        book.close()


def _articles(
    name: str, values: Iterator[tuple[Any, ...]], source: Source, reading: Reading
) -> Iterator[Article]:
    sheet = f"{source.name}, sheet {name}"
    rows = _numbered(until_broken(_quietly(values), sheet, reading), sheet)
    header = next(rows, None)
    if header is None:
        return
    names = column_names(header[1])
    columns = usable_columns(names, sheet, reading)
    if columns is not None:
        yield from articles_of_rows(names, columns, rows, source.name, reading)


def _numbered(rows: Iterator[tuple[Any, ...]], sheet: str) -> Iterator[Row]:
    """The rows that are not empty, with their numbers as Excel shows them."""
    for number, values in enumerate(rows, 1):
        if any(value is not None for value in values):
            yield f"{sheet}, row {number}", [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    """Excel writes a line end within a cell as ``_x000D_``."""
    return unescape(value) if isinstance(value, str) and "_x" in value else value


def _quietly(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            row = next(rows, None)
        if row is None:
            return
        yield row
