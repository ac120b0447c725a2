"""Read the articles of a ``.csv`` or ``.tsv`` table.

Rows are read one at a time. A quotation mark that never closes would swallow
the rest of the file as one cell: the line where it opens is named and left
out, and reading goes on with the next.
"""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.columns import found_columns
from analysis.readers.decoding import LINE_TOO_LONG, numbered_lines, refuse_what_is_no_text
from analysis.readers.reading import Reading
from analysis.readers.rows import Row, articles_of_table
from analysis.readers.sources import Source

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = (",", ";", "\t", "|")
_NO_SEPARATOR = "\x1f"
"""For a table of one column, whose texts may hold any of the others."""

_LARGEST_CELL = 64_000_000
_LONGEST_HEADER = 100_000
_MOST_OPEN_MARKS = 100
_ONE_AT_A_TIME = threading.RLock()


def read_csv(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a table, one a row; separator and encoding are found out."""
    refuse_what_is_no_text(source.head(), "a table")
    with source.open() as stream:
        lines = _Lines(numbered_lines(stream, newline=""), source.name, reading)
        first = lines.first()
        if first is None:
            raise UnreadableInput("an empty table; its first line must name the columns")
        rows = _rows(lines, _separator(first, source.ending, reading))
        header = next(rows, ("", []))[1]
        yield from articles_of_table(header, rows, source.name, source.name, reading)


class _Lines:
    """The lines of a file for `csv.reader`, which can be given back to be read anew."""

    def __init__(self, numbered: Iterator[tuple[int, str | None]], name: str, reading: Reading) -> None:
        self.row: list[tuple[int, str]] = []
        self.number = 0
        self.is_at_end = False
        self._numbered = numbered
        self._name = name
        self._reading = reading
        self._given_back: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            number, line = self._given_back.pop() if self._given_back else next(self._numbered, (0, ""))
            if line is None:
                self.skip(number, LINE_TOO_LONG)
                continue
            if not number:
                self.is_at_end = True
                raise StopIteration
            self.row.append((number, line))
            self.number = number
            return line

    def first(self) -> str | None:
        """The first line that is not blank, given back; what Excel writes before it is passed over."""
        for line in self:
            if line.strip() and not line.lower().startswith("sep="):
                self.give_back(self.row[-1:])
                return line
        return None

    def give_back(self, row: list[tuple[int, str]]) -> None:
        """Have these lines read again."""
        self._given_back.extend(reversed(row))
        self.row = []
        self.is_at_end = False

    def skip(self, number: int, reason: str) -> None:
        """Tell that a line was left out."""
        self._reading.skip(self.place(number), reason)

    def place(self, number: int) -> str:
        """What the user knows a line by."""
        return f"{self._name}, line {number}"


def _separator(header: str, ending: str, reading: Reading) -> str:
    """The one that finds most of the columns we know in the header, or else most columns."""
    candidates = ("\t", *_SEPARATORS) if ending == ".tsv" else _SEPARATORS

    def columns(separator: str) -> tuple[int, int]:
        names = next(csv.reader([header[:_LONGEST_HEADER]], delimiter=separator), [])
        return len(found_columns(names, reading.options.columns)), len(names)

    best = max(candidates, key=columns)
    return best if columns(best)[1] > 1 else _NO_SEPARATOR


def _rows(lines: _Lines, separator: str) -> Iterator[Row]:
    """The rows with their first lines; a row that breaks the rules of CSV is read as well as it can be."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    open_marks = width = 0
    while True:
        lines.row = []
        try:
            values = _next_row(reader)
        except csv.Error:
            values = _mended(lines, separator, width)
            reader = csv.reader(lines, delimiter=separator, strict=True)
            open_marks += not values
        if values is None:
            return
        if open_marks > _MOST_OPEN_MARKS:
            lines.skip(lines.number, "too many quotation marks never close; the rest was not read")
            return
        if values:
            width = width or len(values)
            yield lines.place(lines.row[0][0]), values


def _next_row(reader: Reader) -> list[str] | None:
    """The next row; None at the end. The limit of a cell holds for the whole process, so it is put back."""
    with _ONE_AT_A_TIME:
        limit = csv.field_size_limit(_LARGEST_CELL)
        try:
            return next(reader, None)
        finally:
            csv.field_size_limit(limit)


def _mended(lines: _Lines, separator: str, width: int) -> list[str]:
    """The row at hand once more, with less strict rules; empty, and named, if it swallows those after it."""
    row = lines.row
    if not _is_left_open(lines):
        lines.give_back(row)
        try:
            values = _next_row(csv.reader(lines, delimiter=separator))
        except csv.Error:
            values = None
        if values and not _is_left_open(lines) and (len(lines.row) == 1 or len(values) <= width):
            return values
    read = lines.row
    lines.skip(read[0][0], "a quotation mark opens here and never closes; close it or double it")
    lines.give_back(read[1:])
    return []


def _is_left_open(lines: _Lines) -> bool:
    """Whether the row went on to the end of the file, or through more than a cell can hold."""
    return lines.is_at_end or sum(len(line) for _, line in lines.row) > _LARGEST_CELL
