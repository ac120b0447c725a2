"""Which reader reads which file?

A reader's module is imported when the first of its files comes, so that
reading a text does not wait for pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from analysis.model import Article
from analysis.readers.options import Reading
from analysis.readers.sources import Source

_READERS = {
    ".txt": ("plain", "read_plain"),
    ".md": ("markdown", "read_markdown"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".csv": ("tables", "read_csv"),
    ".tsv": ("tables", "read_csv"),
    ".xlsx": ("spreadsheets", "read_xlsx"),
    ".jsonl": ("jsonl", "read_jsonl"),
    ".parquet": ("parquet", "read_parquet"),
    ".zip": ("archives", "read_zip"),
}

ENDINGS = tuple(_READERS)
"""The endings of the files that are read, each with its dot."""


def read_source(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of one file; what it has that cannot be read is told to ``reading``."""
    if source.ending not in _READERS:
        what = f"{source.ending} files are" if source.ending else "a file without an ending is"
        reading.skip(source.name, f"{what} not read; newsvoices reads {', '.join(ENDINGS)}")
        return
    try:
        if not source.head(1):
            reading.skip(source.name, "an empty file; leave it out")
            return
        yield from _reader(source.ending)(source, reading)
    except OSError as error:
        reading.skip(source.name, f"it cannot be read ({error.strerror or error}); check the file")


def _reader(ending: str) -> Callable[[Source, Reading], Iterator[Article]]:
    module, name = _READERS[ending]
    reader: Callable[[Source, Reading], Iterator[Article]] = getattr(
        import_module(f"analysis.readers.{module}"), name
    )
    return reader
