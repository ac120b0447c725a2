"""Where does a corpus lie, and which version of it is the newest?

A corpus is a folder; the Delta table is the folder `articles` in it. Every
trouble with the table is told as a `CorpusError` with the folder's path.

Rows are written in `analysis.store.writing` and read in `analysis.store.corpus`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import duckdb
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from analysis.errors import CorpusError

_UPKEEP = ("OPTIMIZE", "VACUUM")


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
    folder = table_folder(path)
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
    except (DeltaError, duckdb.Error, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise CorpusError(
            f"{path}: the corpus cannot be read or written ({reason}); "
            "check the folder's permissions and free space, or restore it from a copy"
        ) from error
