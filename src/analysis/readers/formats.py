"""Choose the reader of a file by its ending.

A new format is a module with a function like `read_source`, a line in
`_FORMATS` and its paragraph in ``data/README.md``. A reader's module is
imported when the first of its files comes, so that reading a text does not
wait for pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.reading import Reading
from analysis.readers.sources import Source


class _Format(NamedTuple):
    """Where the reader of a kind of file stands, and whether such files have columns to choose from."""

    module: str
    function: str
    has_columns: bool = False


_FORMATS = {
    ".txt": _Format("texts", "read_plain"),
    ".md": _Format("texts", "read_markdown"),
    ".html": _Format("html", "read_html"),
    ".htm": _Format("html", "read_html"),
    ".csv": _Format("csv_tables", "read_csv", has_columns=True),
    ".tsv": _Format("csv_tables", "read_csv", has_columns=True),
    ".xlsx": _Format("spreadsheets", "read_xlsx", has_columns=True),
    ".jsonl": _Format("jsonl", "read_jsonl", has_columns=True),
    ".parquet": _Format("parquet", "read_parquet", has_columns=True),
    ".zip": _Format("archives", "read_zip"),
}

ENDINGS = tuple(_FORMATS)
"""The endings of the files that are read, each with its dot."""

TABLES = tuple(ending for ending, format_ in _FORMATS.items() if format_.has_columns)
"""The endings of files that have columns."""


def read_source(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of one file; what it has that cannot be read is told to ``reading``."""
    try:
        if source.ending not in _FORMATS:
            what = f"{source.ending} files are" if source.ending else "a file without an ending is"
            raise UnreadableInput(f"{what} not read; newsvoices reads {', '.join(ENDINGS)}")
        if not source.head(1):
            raise UnreadableInput("an empty file; leave it out")
        yield from _reader(_FORMATS[source.ending])(source, reading)
    except UnreadableInput as error:
        reading.skip(source.name, str(error))
    except OSError as error:
        reading.skip(source.name, f"it cannot be read ({error.strerror or error}); check the file")


def _reader(format_: _Format) -> Callable[[Source, Reading], Iterator[Article]]:
    module = import_module(f"analysis.readers.{format_.module}")
    reader: Callable[[Source, Reading], Iterator[Article]] = getattr(module, format_.function)
    return reader
