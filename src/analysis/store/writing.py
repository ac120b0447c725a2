"""Write analyses into a corpus, edit and take out articles, and tell which are there already.

Every change is one commit of the Delta table, all or nothing. A commit that
another process has overtaken is made again on the newer version, so several
processes may write at once.

What is written is read in `analysis.store.corpus`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeVar

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties
from deltalake.exceptions import CommitFailedError
from deltalake.table import TableMerger

from analysis.errors import CorpusError
from analysis.model import Analysis, Article
from analysis.store.corpus import Corpus, open_corpus
from analysis.store.rows import METADATA, SCHEMA, table_of
from analysis.store.stories.finding import update_stories
from analysis.store.table import committed, corpus_exists, create_table, load, readable, table_folder

COMMIT_ARTICLES = 5_000
"""How many articles one commit holds at most."""

# Small row groups let DuckDB read one file on all cores.
_PARQUET = WriterProperties(compression="ZSTD", max_row_group_size=10_000)
_SMALL_FILE_BYTES = 16_000_000
_SMALL_FILES = 50

T = TypeVar("T")

Keep = Enum("Keep", ["KEEP"])
KEEP = Keep.KEEP
"""Leave this field as it is."""


def write(path: str | os.PathLike[str], analyses: Iterable[Analysis], *, change_engine: bool = False) -> None:
    """Store analyses, in place of those that the corpus has of the same articles.

    The folder is made where there is none; no analyses make an empty corpus.
    What a person has edited of an article stays.

    Raises:
        CorpusError: another engine has analyzed the corpus (unless ``change_engine``), or the
            folder cannot be written.
    """
    folder = Path(path)
    _create(folder)
    for batch in _batches(analyses):
        source = table_of({analysis.article.article_id: analysis for analysis in batch}.values())
        engines = {_engine(analysis.analyzer) for analysis in batch}

        def merge(table: DeltaTable, source: pa.Table = source, engines: set[str] = engines) -> None:
            if not change_engine:
                _refuse_other_engines(folder, table, engines)
            _matched(table, source).when_matched_update(_UPDATES).when_not_matched_insert_all().execute()

        _commit(folder, merge)
    _compact(folder)
    update_stories(folder)


def prepare(path: str | os.PathLike[str], engine: str, *, change_engine: bool = False) -> None:
    """Make the folder a corpus before long work starts, and refuse what `write` would refuse after it.

    Raises:
        CorpusError: another engine has analyzed the corpus, or the folder cannot be written.
    """
    folder = Path(path)
    with readable(folder):
        _create(folder)
        if not change_engine:
            _refuse_other_engines(folder, load(folder), {engine})


def remove(path: str | os.PathLike[str], ids: Iterable[str]) -> int:
    """Take articles out of the corpus; gives how many there were."""
    source = pa.table({"article_id": pa.array(sorted(set(ids)), pa.string())})
    removed = _commit(
        Path(path),
        lambda table: int(_matched(table, source).when_matched_delete().execute()["num_target_rows_deleted"]),
    )
    update_stories(Path(path))
    return removed


def edit(
    path: str | os.PathLike[str],
    article_id: str,
    *,
    published: date | Literal[Keep.KEEP] | None = KEEP,
    outlet: str | Literal[Keep.KEEP] | None = KEEP,
    title: str | Literal[Keep.KEEP] | None = KEEP,
) -> None:
    """Correct what is known of an article; its id stays, and so does the edit when it is analyzed again.

    Raises:
        CorpusError: no article has this id.
    """
    given = {"published": published, "outlet": outlet, "title": title}
    changes = {name: value for name, value in given.items() if value is not KEEP}
    if not changes:
        return
    row = {"article_id": article_id, "edited": list(changes), **changes}
    fields = [SCHEMA.field(name) for name in row]
    source = pa.Table.from_pylist([row], schema=pa.schema(fields))
    updates = {name: f"source.{name}" for name in changes}
    updates["edited"] = "array_distinct(array_concat(target.edited, source.edited))"

    def merge(table: DeltaTable) -> None:
        outcome = _matched(table, source).when_matched_update(updates).execute()
        if not outcome["num_target_rows_updated"]:
            raise CorpusError(
                f"{path}: no article {article_id}; `newsvoices export articles --corpus {path}` lists them"
            )

    _commit(Path(path), merge)
    update_stories(Path(path))


def stored_ids(path: str | os.PathLike[str], analyzer: str | None = None) -> set[str]:
    """The ids of the stored articles, or of those that this analyzer has analyzed; none without a corpus."""
    return open_corpus(path).ids(analyzer) if corpus_exists(path) else set()


def stored_edits(path: str | os.PathLike[str]) -> dict[str, dict[str, Any]]:
    """What people have edited: article id → field (published, outlet, title) → value."""
    return open_corpus(path).edited() if corpus_exists(path) else {}


def iter_stored_articles(
    path: str | os.PathLike[str], analyzers_other_than: str | None = None
) -> Iterator[Article]:
    """The stored articles with what was edited of them, without those of one analyzer.

    They come from the version that is the newest when the first is asked for.

    Raises:
        CorpusError: there is no corpus in this folder.
    """
    yield from open_corpus(path).stored_articles(analyzers_other_than)


_UPDATES = {name: f"source.{name}" for name in SCHEMA.names if name not in (*METADATA, "edited")} | {
    name: f"case when array_has(target.edited, '{name}') then target.{name} else source.{name} end"
    for name in METADATA
}


def _create(path: Path) -> None:
    folder = table_folder(path)
    with readable(path):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if DeltaTable.is_deltatable(str(folder)):
            return
        if folder.is_dir() and any(entry.name != "_delta_log" for entry in folder.iterdir()):
            raise CorpusError(f"{folder}: not a table of newsvoices; choose another folder with --corpus")
        create_table(str(folder), SCHEMA)


def _commit(path: Path, change: Callable[[DeltaTable], T]) -> T:
    return committed(path, lambda: change(load(path)))


def _matched(table: DeltaTable, source: pa.Table) -> TableMerger:
    return table.merge(
        source,
        "target.article_id = source.article_id",
        source_alias="source",
        target_alias="target",
        writer_properties=_PARQUET,
    )


def _batches(analyses: Iterable[Analysis]) -> Iterator[list[Analysis]]:
    remaining = iter(analyses)
    while batch := list(islice(remaining, COMMIT_ARTICLES)):
        yield batch


def _engine(analyzer: str) -> str:
    return analyzer.split(" ", 1)[0]


def _refuse_other_engines(path: Path, table: DeltaTable, engines: set[str]) -> None:
    there = {_engine(analyzer) for analyzer in Corpus(path, table).analyzers}
    if there and (there | engines) != there & engines:
        wanted = ", ".join(sorted(engines))
        raise CorpusError(
            f"{path}: analyzed with the engine {', '.join(sorted(there))}, not {wanted}; "
            f"analyze all of it anew with `newsvoices refresh --engine {wanted} --corpus {path}`"
        )


def _compact(path: Path) -> None:
    """Join small files when there are many; who comes second leaves it to the first."""
    with readable(path):
        table = load(path)
        sizes = pa.table(table.get_add_actions(flatten=True))["size_bytes"].to_pylist()
        if sum(size < _SMALL_FILE_BYTES for size in sizes) < _SMALL_FILES:
            return
        try:
            table.optimize.compact(writer_properties=_PARQUET)
        except CommitFailedError:
            return
