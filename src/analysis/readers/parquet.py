"""Read the articles of a parquet file: only the columns that are needed, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from pyarrow.parquet import ParquetFile

from analysis.model import Article
from analysis.readers.reading import Reading
from analysis.readers.rows import Row, articles_of_rows, until_broken, usable_columns
from analysis.readers.sources import Source

_ROWS_AT_A_TIME = 64


def read_parquet(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a parquet file, one a row."""
    with source.seekable() as stream:
        for file in until_broken(_opened(stream), source.name, reading):
            columns = usable_columns(list(file.schema_arrow.names), source.name, reading)
            if columns is None:
                return
            wanted = list(dict.fromkeys(columns.values()))
            rows = until_broken(_rows(file, wanted, source.name), source.name, reading)
            yield from articles_of_rows(wanted, columns, rows, source.name, reading)


def _opened(stream: IO[bytes]) -> Iterator[Any]:
    yield ParquetFile(stream)


def _rows(file: Any, columns: list[str], name: str) -> Iterator[Row]:
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=columns, use_threads=False):
        for record in batch.to_pylist():
            number += 1
            yield f"{name}, row {number}", [record.get(column) for column in columns]
