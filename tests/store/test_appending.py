from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable

from analysis.errors import CorpusError
from analysis.store.appending import append_rows, appended, rows_of


def test_rows_come_back_whichever_file_they_lie_in(tmp_path: Path) -> None:
    for number in range(3):
        append_rows(tmp_path, "notes", pa.table({"n": [number]}))
    assert sorted(row["n"] for row in rows_of(tmp_path, "notes")) == [0, 1, 2]
    assert [row["n"] for row in rows_of(tmp_path, "notes", version=1)] == [0]


def test_a_table_that_nobody_has_written_has_no_rows(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "notes") == []
    assert appended(tmp_path, "notes") is None


def test_32_small_files_become_one_and_nothing_is_lost(tmp_path: Any) -> None:
    files = []
    for number in range(33):
        append_rows(tmp_path, "notes", pa.table({"n": [number]}))
        files.append(len(DeltaTable(str(tmp_path / "notes")).file_uris()))
    assert files == [*range(1, 32), 1, 2]
    assert sorted(row["n"] for row in rows_of(tmp_path, "notes")) == list(range(33))


def test_a_damaged_table_is_told_as_such(tmp_path: Path) -> None:
    append_rows(tmp_path, "notes", pa.table({"n": [1]}))
    for file in (tmp_path / "notes").glob("*.parquet"):
        file.write_bytes(b"rubbish")
    with pytest.raises(CorpusError, match="cannot be read or written"):
        rows_of(tmp_path, "notes")
