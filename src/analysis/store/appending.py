"""How do rows come to an append-only table, also where two processes write at once?"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from analysis.errors import CorpusError
from analysis.store.table import readable

_TRIES = 40


def append_rows(corpus: Path, table: str, rows: pa.Table) -> None:
    """Append rows to a table of a corpus, which is made if it is not there; all of them or none.

    Raises:
        CorpusError: the folder cannot be written.
    """
    folder = str((corpus / table).resolve())
    with readable(corpus):
        for attempt in range(_TRIES):
            try:
                DeltaTable.create(
                    folder,
                    rows.schema,
                    mode="ignore",
                    configuration={"delta.enableExpiredLogCleanup": "false"},
                )
                write_deltalake(folder, rows, mode="append")
                return
            except CommitFailedError:
                pass
            except DeltaError:
                if not DeltaTable.is_deltatable(folder):
                    raise
            time.sleep(random.uniform(0.01, min(2.0, 0.05 * 2**attempt)))
    raise CorpusError(f"{corpus}: other processes write {table} all the time; try again later")


def rows_of(corpus: Path, table: str) -> list[dict[str, object]]:
    """All rows of a table of a corpus; none where nobody has written any.

    Raises:
        CorpusError: the table is damaged.
    """
    folder = str((corpus / table).resolve())
    with readable(corpus):
        if not DeltaTable.is_deltatable(folder):
            return []
        found: list[dict[str, object]] = DeltaTable(folder).to_pyarrow_table().to_pylist()
        return found
