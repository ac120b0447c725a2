"""How does DuckDB get to read the files of one version, and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import duckdb

from analysis.store.rows import SCHEMA


def open_files(files: Sequence[str]) -> duckdb.DuckDBPyConnection:
    """A connection with the view ``stored`` of these files, that may read no others.

    Views, and tables in memory, can still be made.
    """
    connection = duckdb.connect(":memory:")
    if files:
        connection.execute("set allowed_paths = $files", {"files": list(files)})
        connection.read_parquet(list(files), union_by_name=True).create_view("stored")
    else:
        connection.from_arrow(SCHEMA.empty_table()).create("stored")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


@contextmanager
def connected(files: Sequence[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """`open_files`, closed at the end."""
    connection = open_files(files)
    try:
        yield connection
    finally:
        connection.close()
