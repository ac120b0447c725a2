"""One version of a corpus as views that DuckDB reads: with its stories, corrections and names.

The views are made when they are first needed. `articles` has the rows of that
version as people have corrected them, with the ids of their stories; `names`
tells under which name each name stands, `named` lists only those that stand
for another one, and `facts` what people have said of speakers. DuckDB may read
the files of this version and nothing else.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable

from analysis.store.corrections import Correction, InArticle, corrected
from analysis.store.corrections.speakers import facts_of, with_names_corrected
from analysis.store.corrections.stories import with_stories_corrected
from analysis.store.names import speaker_names
from analysis.store.rows import Row, with_rows_changed
from analysis.store.stories.finding import stories_of
from analysis.store.table import files_of, open_files, readable

_ARTICLES = """
create view articles as
select known.* replace (coalesce(copies.story_id, known.article_id) as story_id)
from {known} as known left join copies using (article_id)
"""
_CORRECTED = """(
  select * from stored where article_id not in (select article_id from corrected)
  union all by name select * from corrected
)"""


class Views:
    """The views of one version; may be shared by threads.

    Args:
        path: The folder of the corpus.
        table: Its table at this version.
        version: The last version up to this one that changed rows.
        holding: The corrections that hold.
    """

    def __init__(self, path: Path, table: DeltaTable, version: int, holding: Sequence[Correction]) -> None:
        self._path = path
        self._table = table
        self._version = version
        self._holding = holding
        self._files = files_of(table, path)
        self._has_names = False
        self._lock = threading.RLock()

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """What a query gives."""
        with readable(self._path):
            return self._cursor().sql(sql, params=dict(parameters or {}) or None).to_arrow_table()

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """What a query gives, row by row."""
        rows: list[Row] = self.read(sql, parameters).to_pylist()
        return rows

    def iter_rows(self, sql: str, parameters: Mapping[str, Any], *, at_once: int = 1_000) -> Iterator[Row]:
        """What a query gives, without holding it all."""
        with readable(self._path):
            cursor = self._cursor()
            for batch in cursor.sql(sql, params=dict(parameters)).to_arrow_reader(at_once):
                yield from batch.to_pylist()

    def named(self) -> Views:
        """The same, with the names used across articles."""
        with self._lock:
            if not self._has_names:
                # Numbers begin anew where a corpus is deleted and made again; the table's id does not.
                version = f"{self._version:08}-{self._table.metadata().id}"
                names = speaker_names(self._path, version, self.read)
                connection = self._connection
                connection.from_arrow(with_names_corrected(names, self._holding)).create("names")
                connection.from_arrow(facts_of(self._holding)).create("facts")
                connection.execute("create table named as select * from names where name <> speaker")
                self._has_names = True
        return self

    @property
    def has_copies(self) -> bool:
        """Whether any article shares its story with others."""
        return len(self._copies) > 0

    @cached_property
    def _copies(self) -> pd.DataFrame:
        """The articles that share their story with others, and its id."""
        stories = with_stories_corrected(stories_of(self._path, self._table, self._version), self._holding)
        return stories[stories["story_id"].duplicated(keep=False)]

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        # One connection holds the settings; every query has a cursor of its own, because an
        # unread result would block the next one.
        with self._lock:
            return self._connection.cursor()

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        connection = open_files(self._files)
        connection.from_arrow(pa.Table.from_pandas(self._copies, preserve_index=False)).create("copies")
        changed = self._corrected(connection)
        if changed:
            connection.from_arrow(changed).create("corrected")
        connection.execute(_ARTICLES.format(known=_CORRECTED if changed else "stored"))
        return connection

    def _corrected(self, connection: duckdb.DuckDBPyConnection) -> pa.Table | None:
        """The rows of the articles that somebody has corrected, as they are with the corrections."""
        about: dict[str, list[Correction]] = defaultdict(list)
        for correction in self._holding:
            if isinstance(correction, InArticle):
                about[correction.article_id].append(correction)
        if not about:
            return None
        rows = connection.sql(
            "select * from stored where article_id in (select unnest($ids))", params={"ids": list(about)}
        ).to_arrow_table()
        return with_rows_changed(rows, lambda one: corrected(one, about[one.article.article_id]))
