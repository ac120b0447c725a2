"""Where a corpus lies, which version of it is the newest, and how its tables are opened and changed.

A corpus is a folder; the Delta table of its articles is the folder `articles`
in it. Every trouble with a table is told as a `CorpusError` with the folder's
path.

Rows are written in `analysis.store.writing` and read in `analysis.store.corpus`.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, DeltaError

from analysis.errors import CorpusError
from analysis.files import whole_file
from analysis.store.rows import SCHEMA

_UPKEEP = ("OPTIMIZE", "VACUUM")
_TRIES = 40
_KEPT = 3

T = TypeVar("T")


def default_corpus(explicit: str | os.PathLike[str] | None = None) -> Path:
    """The folder that a command works on: the one given, else `NEWSVOICES_CORPUS`, else `./corpus`.

    Raises:
        CorpusError: it is an address, such as ``s3://bucket/corpus``.
    """
    chosen = os.fspath(explicit or os.environ.get("NEWSVOICES_CORPUS") or "corpus")
    if re.match(r"[a-z][a-z0-9+.-]*://", chosen, re.IGNORECASE):
        raise CorpusError(f"{chosen}: a corpus is a folder of this machine; name one with --corpus DIR")
    return Path(chosen)


def corpus_exists(path: str | os.PathLike[str]) -> bool:
    """Whether there is a corpus in this folder, be it empty."""
    with readable(Path(path)):
        return DeltaTable.is_deltatable(str(table_folder(path)))


def corpus_version(path: str | os.PathLike[str]) -> int:
    """The last version that changed rows; tidying files does not count.

    Cheap enough to ask on every page view (a few milliseconds).

    Raises:
        CorpusError: there is no corpus, or its table is damaged.
    """
    with readable(Path(path)):
        return version_of(load(Path(path)))


def table_folder(path: str | os.PathLike[str]) -> Path:
    """The folder of the table, without links, so that file names can be compared."""
    return (Path(path) / "articles").resolve()


def load(path: Path, version: int | None = None) -> DeltaTable:
    """The newest version of the table, or the one asked for."""
    folder = table_folder(path)
    if not DeltaTable.is_deltatable(str(folder)):
        raise CorpusError(f"{path}: no corpus here; add articles with `newsvoices add PATH --corpus {path}`")
    return DeltaTable(str(folder), version=version)


def files_of(table: DeltaTable, path: Path) -> list[str]:
    """The data files of this version, as plain paths."""
    return files_in(table_folder(path), table)


def files_in(folder: Path, table: DeltaTable) -> list[str]:
    """The data files of a table that lies in this folder."""
    return sorted(str(folder / unquote(uri.rsplit("/", 1)[-1])) for uri in table.file_uris())


def version_of(table: DeltaTable) -> int:
    """The last version up to this one that changed rows."""
    newest = table.version()
    for count in (8, newest + 1):
        for commit in table.history(count):
            if not str(commit.get("operation", "")).startswith(_UPKEEP):
                return int(commit["version"])
    return newest


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Tell trouble with the files of a table in the words of a `CorpusError`."""
    try:
        yield
    except (DeltaError, duckdb.Error, pa.ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise CorpusError(
            f"{path}: the corpus cannot be read or written ({reason}); "
            "check the folder's permissions and free space, or restore it from a copy"
        ) from error


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


def create_table(folder: str, schema: pa.Schema) -> None:
    """Make a table where there is none; another process may be doing the same."""
    # Old versions stay readable, so that a link to one keeps its meaning.
    configuration = {"delta.enableExpiredLogCleanup": "false"}
    try:
        DeltaTable.create(folder, schema, mode="ignore", configuration=configuration)
    except DeltaError:
        if not DeltaTable.is_deltatable(folder):
            raise


def committed(path: Path, change: Callable[[], T]) -> T:
    """Make a change of the newest version, and again where another process was faster.

    Raises:
        CorpusError: others are faster all the time, or the folder cannot be written.
    """
    with readable(path):
        for attempt in range(_TRIES):
            try:
                return change()
            except CommitFailedError:
                time.sleep(random.uniform(0.01, min(2.0, 0.05 * 2**attempt)))
    raise CorpusError(f"{path}: other processes write to this corpus all the time; try again later")


def derived_table(file: Path, schema: pa.Schema) -> pa.Table | None:
    """A table that was derived from the articles; None where it is missing or damaged, and made anew."""
    try:
        return pq.read_table(file, columns=schema.names).cast(schema)
    except (OSError, pa.ArrowException, KeyError, ValueError):
        return None


def keep_derived(file: Path, table: pa.Table) -> None:
    """Keep a derived table whole or not at all, and of older versions the newest two.

    Its file is named after its version. A folder that cannot be written costs the next reader time.
    """
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        with whole_file(file) as part:
            pq.write_table(table, part, compression="zstd")
        for old in sorted(file.parent.glob("*.parquet"))[:-_KEPT]:
            old.unlink(missing_ok=True)
