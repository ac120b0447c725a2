"""Tables beside the articles that rows are only ever added to, also by two processes at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from analysis.store.table import committed, create_table, files_in, readable

_MOST_FILES = 32


def append_rows(corpus: Path, table: str, rows: pa.Table) -> None:
    """Append rows to a table of a corpus, which is made if it is not there; all of them or none.

    Raises:
        CorpusError: the folder cannot be written.
    """
    folder = str((corpus / table).resolve())

    def append() -> None:
        create_table(folder, rows.schema)
        write_deltalake(folder, rows, mode="append")
        _tidy(folder)

    committed(corpus, append)


def _tidy(folder: str) -> None:
    """Make one file of many small ones, so that reading stays fast; the old ones stay readable."""
    table = DeltaTable(folder)
    if len(table.file_uris()) < _MOST_FILES:
        return
    # Where another process is tidying too, what was written is written all the same.
    with suppress(DeltaError):
        table.optimize.compact()


def rows_of(corpus: Path, table: str, version: int | None = None) -> list[dict[str, Any]]:
    """All rows of a table of a corpus; none where nobody has written any. ``version`` names an older state.

    Raises:
        CorpusError: the table is damaged.
    """
    found = appended(corpus, table, version)
    rows: list[dict[str, Any]] = [] if found is None else found.to_pylist()
    return rows


def appended(corpus: Path, table: str, version: int | None = None) -> pa.Table | None:
    """The same as a table; None where nobody has written any.

    It is read file by file: the scanner of pyarrow leaves threads behind, which can crash Python at its end.
    """
    folder = (corpus / table).resolve()
    with readable(corpus):
        if not DeltaTable.is_deltatable(str(folder)):
            return None
        known = DeltaTable(str(folder), version=version)
        parts = [pq.ParquetFile(file).read(use_threads=False) for file in files_in(folder, known)]
        empty = pa.schema(known.schema()).empty_table()
        return pa.concat_tables([empty, *parts], promote_options="permissive")
