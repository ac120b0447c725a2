"""Read the articles of an Excel workbook: every visible sheet that has a text column.

A workbook is a zip, and is held to the same limits.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.archives import refuse_bombs
from analysis.readers.reading import Reading
from analysis.readers.rows import Item, Row, articles_of_table, until_broken
from analysis.readers.sources import Source


def read_xlsx(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a workbook, one a row."""
    with source.seekable() as stream:
        try:
            with ZipFile(stream) as package:
                refuse_bombs(package.infolist())
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise UnreadableInput("no Excel workbook, or a damaged one; save it anew as .xlsx") from error
        stream.seek(0)
        for name, values in until_broken(_quietly(_sheets(stream)), source.name, reading):
            sheet = f"{source.name}, sheet {name}"
            rows = _numbered(until_broken(_quietly(values), sheet, reading), sheet)
            if first := next(rows, None):
                yield from articles_of_table(first[1], rows, sheet, source.name, reading)


def _sheets(stream: Any) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                # The size that a sheet gives itself is often wrong.
                sheet.reset_dimensions()
                yield sheet.title, sheet.iter_rows(values_only=True)
    finally:
        book.close()


def _numbered(rows: Iterator[tuple[Any, ...]], sheet: str) -> Iterator[Row]:
    """The rows that are not empty, with their numbers as Excel shows them."""
    for number, values in enumerate(rows, 1):
        if any(value is not None for value in values):
            yield f"{sheet}, row {number}", [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    """Excel writes a line end within a cell as ``_x000D_``."""
    return unescape(value) if isinstance(value, str) and "_x" in value else value


def _quietly(items: Iterator[Item]) -> Iterator[Item]:
    """Without the warnings of openpyxl about extensions that it leaves out: none of them holds text."""
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                item = next(items)
            except StopIteration:
                return
        yield item
