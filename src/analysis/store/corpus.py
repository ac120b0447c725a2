"""What does a corpus say about a selection of its articles?

A `Corpus` reads one version of the table, for as long as it lives: whoever
writes meanwhile changes nothing of it. DuckDB may read the files of this
version and nothing else.

Which rows and columns are asked for is decided in `analysis.store.queries`.
"""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable

from analysis.errors import CorpusError
from analysis.model import UNNAMED_SOURCES, Analysis, Article, Quotation, Selection
from analysis.store import queries
from analysis.store.corrections import (
    Correction,
    OfArticle,
    corrected,
    corrections_version,
    standing,
    stored_corrections,
)
from analysis.store.corrections.speakers import facts_of, with_names_corrected
from analysis.store.corrections.stories import with_stories_corrected
from analysis.store.files import open_files
from analysis.store.packed.articles import AllArticles
from analysis.store.packed.columns import MEASURED, Packed
from analysis.store.queries import QUOTATION_COLUMNS, Query
from analysis.store.rows import SCHEMA, analysis_of, article_of, with_rows_changed
from analysis.store.speakers import speaker_names
from analysis.store.stories.finding import stories_of
from analysis.store.table import files_of, load, readable, version_of


def open_corpus(
    path: str | os.PathLike[str],
    version: int | None = None,
    *,
    corrections: Iterable[Correction] | None = None,
) -> Corpus:
    """Open a corpus for reading: the newest version, or an older one that a link names.

    It is read as people have corrected it; ``corrections`` are applied instead of those stored.

    Raises:
        CorpusError: there is no corpus in this folder, it is damaged, or it has no such version.
    """
    with readable(Path(path)):
        return Corpus(Path(path), load(Path(path), version), version, corrections)


class Corpus:
    """One version of a corpus, read only; may be shared by threads.

    Frames hold text as ``str``, numbers as ``int64`` or ``float64``,
    ``published`` as ``datetime64[us]`` (NaT where unknown), and always the
    same order, whatever the order of adding was. A selection without articles
    gives frames without rows.
    """

    def __init__(
        self,
        path: Path,
        table: DeltaTable,
        version: int | None = None,
        corrections: Iterable[Correction] | None = None,
    ) -> None:
        self.path = path
        # The history of a table that was opened at an older version is numbered wrongly (deltalake 1.2).
        self.version = version_of(table) if version is None else version
        self.corrections_version = corrections_version(path)
        self.corrections = tuple(stored_corrections(path) if corrections is None else corrections)
        self.standing = standing(self.corrections)
        self._table = table
        self._files = files_of(table, path)
        # Numbers begin anew where a corpus is deleted and made again; the table's id does not.
        self.corpus_id = str(table.metadata().id)
        self._version_id = f"{self.version:08}-{self.corpus_id}"
        self._has_names = False
        self._lock = threading.RLock()

    def articles(self, selection: Selection | None = None) -> pd.DataFrame:
        """Read the articles of a selection, newest first.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``title``, ``words`` (of the
            measured text), ``article_tone``, ``speech_tone``, ``quotations`` (how many of the
            selection are in it). Where the selection names speakers or kinds, only articles
            that quote them; ``selection.base()`` gives all.
        """
        query = self._query(selection)
        return self._frame(queries.articles(query), query)

    def quotations(
        self,
        selection: Selection | None = None,
        columns: Sequence[str] = QUOTATION_COLUMNS,
        *,
        article_ids: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Read the quotations of a selection, by date, article and place.

        Args:
            selection: Which quotations; by default all statements of distinct stories.
            columns: What to read of them. ``text``, ``title``, ``quotation_id``, ``start`` and
                ``end`` take most of the time: leave them out where nobody looks at them.
            article_ids: Only those of these articles; of all the selection's if None.

        Returns:
            One row per quotation. ``speaker`` is the name used across articles, one name for all
            unnamed sources, and null where unattributed; ``speaker_in_article`` the name there.
        """
        query = Query(selection or Selection(), self._has_copies, article_ids)
        return self._frame(queries.quotations(query, columns), query)

    def sentence_counts(self, selection: Selection | None = None) -> pd.DataFrame:
        """Count the measured sentences of each article of a selection, by date: ``sentences``."""
        query = self._query(selection)
        return self._frame(queries.sentence_counts(query), query)

    def keywords(self, selection: Selection | None = None) -> pd.DataFrame:
        """Read the keywords of each article of a selection.

        Where the selection names speakers or kinds, these are the keywords of their words only.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``term``, ``count``,
            ``is_name``; by date and article, most frequent first.
        """
        query = self._query(selection)
        return self._frame(queries.keywords(query), query)

    def quoted_terms(self, selection: Selection | None = None) -> pd.DataFrame:
        """Count the terms that each speaker utters in each article of a selection.

        Returns:
            ``article_id``, ``story_id``, ``speaker`` (as in `quotations`), ``term``, ``count``.
        """
        query = self._query(selection)
        return self._frame(queries.quoted_terms(query), query)

    @cached_property
    def packed(self) -> Packed:
        """All that measures need, packed to be counted fast; each part is read when first asked for."""
        self._give_names()
        everything = Selection(acts=(), distinct_stories=False)

        def with_words(selection: Selection) -> list[str]:
            query = self._query(selection)
            ids: list[str] = self._read(queries.ids(query), query.parameters)["article_id"].to_pylist()
            return ids

        return Packed(
            self._read,
            lambda: AllArticles(self.articles(everything).drop(columns="quotations"), with_words),
            lambda: self.quotations(everything, MEASURED),
            queries.ALL_TERMS,
            {"unnamed": UNNAMED_SOURCES},
        )

    def quotation(self, quotation_id: str, article_id: str | None = None) -> tuple[Analysis, Quotation]:
        """Give back a quotation with the article that it stands in; faster where the article is known.

        Raises:
            CorpusError: no quotation has this id.
        """
        table = self._read(queries.QUOTATION, {"id": quotation_id, "article_id": article_id})
        if not table.num_rows:
            raise CorpusError(
                f"{self.path}: no quotation {quotation_id}; "
                f"`newsvoices export quotations --corpus {self.path}` lists them"
            )
        analysis = analysis_of(table.to_pylist()[0])
        return analysis, next(q for q in analysis.quotations if q.quotation_id == quotation_id)

    def story(self, article_id: str) -> pd.DataFrame:
        """Read all articles that belong to one story with this one, the first printed first.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``title``, ``words``. An
            article without copies is alone; an unknown id gives no rows.
        """
        return _as_frame(self._read(queries.STORY, {"id": article_id}))

    def stories(self) -> pd.DataFrame:
        """Read the stories that several articles belong to, the most often printed first.

        Returns:
            ``story_id``, ``title`` and ``published`` (of the first article), ``articles``,
            ``outlets`` (int).
        """
        return _as_frame(self._read(queries.STORIES, {}))

    def analysis(self, article_id: str) -> Analysis:
        """Give back everything that was stored of one article.

        Raises:
            CorpusError: no article has this id.
        """
        table = self._read("select * from articles where article_id = $id", {"id": article_id})
        if not table.num_rows:
            raise CorpusError(
                f"{self.path}: no article {article_id}; "
                f"`newsvoices export articles --corpus {self.path}` lists them"
            )
        return analysis_of(table.to_pylist()[0])

    def analyses(self, article_ids: Collection[str]) -> dict[str, Analysis]:
        """Give back everything that was stored of some articles; ids that nobody knows are left out."""
        sql = "select * from articles where article_id in (select unnest($ids))"
        rows = self._read(sql, {"ids": list(article_ids)}).to_pylist() if article_ids else []
        return {row["article_id"]: analysis_of(row) for row in rows}

    def names_in(self, article_id: str) -> dict[str, str]:
        """Tell under which name each speaker of an article stands across articles.

        Returns:
            Name in the article (as `analysis` has it) → name as in `quotations`; empty for an
            unknown id or an article that quotes nobody.
        """
        self._give_names()
        rows = self._read(queries.NAMES_IN, {"id": article_id, "unnamed": UNNAMED_SOURCES}).to_pylist()
        return {row["name"]: row["speaker"] for row in rows}

    def names(self) -> dict[tuple[str, date, date], str]:
        """Tell under which name each name of a speaker stands; names that are not here stand as they are.

        Returns:
            Name, first day and last day → name as in `quotations`.
        """
        self._give_names()
        rows = self._read("select name, first_day, last_day, speaker from names", {}).to_pylist()
        return {(row["name"], row["first_day"], row["last_day"]): row["speaker"] for row in rows}

    def speakers(self) -> pd.DataFrame:
        """Everybody with a name who makes a statement anywhere in the corpus, most words first.

        Returns:
            ``speaker``, ``kind`` and ``role`` (the most frequent), ``aliases`` (a sorted list of
            the other forms of the name), ``words``, ``quotations``, ``articles``, ``speaker_id``
            (stays when articles are added; see `analysis.speakers.across`).
        """
        self._give_names()
        table = self._read(queries.SPEAKERS, {})
        frame = _as_frame(table.drop_columns(["aliases"]))
        frame.insert(3, "aliases", pd.Series(table["aliases"].to_pylist(), dtype=object))
        return frame

    def outlets(self) -> list[str]:
        """The outlets of the corpus, in alphabetical order."""
        return list(self._outlets)

    @cached_property
    def _outlets(self) -> list[str]:
        sql = "select distinct outlet from articles where outlet is not null order by outlet"
        return [str(name) for (name,) in self._rows(sql)]

    def date_range(self) -> tuple[date, date] | None:
        """The first and the last day of a dated article, or None where none has a date."""
        first, last = self._dates
        return None if first is None else (first, last)

    @cached_property
    def _dates(self) -> tuple[Any, ...]:
        return self._rows("select min(published), max(published) from articles")[0]

    @cached_property
    def undated(self) -> int:
        """How many articles have no date."""
        return int(self._rows("select count(*) from articles where published is null")[0][0])

    @cached_property
    def analyzers(self) -> dict[str, int]:
        """How many articles each analyzer has analyzed, the most first."""
        sql = "select analyzer, count(*) from articles group by analyzer order by 2 desc, 1 desc"
        return {str(name): int(count) for name, count in self._rows(sql)}

    @property
    def analyzer(self) -> str:
        """The analyzer of most articles; empty where there are no articles."""
        return next(iter(self.analyzers), "")

    @cached_property
    def outdated(self) -> int:
        """How many articles were not analyzed by an engine of this version of newsvoices."""
        from analysis.pipeline import ENGINES, analyzer_id

        current = {analyzer_id(engine) for engine in ENGINES}
        return sum(count for name, count in self.analyzers.items() if name not in current)

    def ids(self, analyzer: str | None = None) -> set[str]:
        """The ids of all articles, or of those that one analyzer has analyzed."""
        sql = "select article_id from articles where $analyzer is null or analyzer = $analyzer"
        return set(self._read(sql, {"analyzer": analyzer})["article_id"].to_pylist())

    def stored_articles(self, analyzers_other_than: str | None = None) -> Iterator[Article]:
        """The articles themselves, one after another, without holding them all."""
        sql = (
            "select article_id, published, outlet, title, authors, url, path, given_id, text "
            "from articles where $analyzer is null or analyzer <> $analyzer order by article_id"
        )
        with readable(self.path):
            cursor = self._cursor()
            for batch in cursor.sql(sql, params={"analyzer": analyzers_other_than}).to_arrow_reader(1_000):
                yield from map(article_of, batch.to_pylist())

    def edited(self) -> dict[str, dict[str, Any]]:
        """What people have edited: article id → field → value."""
        sql = "select article_id, edited, published, outlet, title from articles where len(edited) > 0"
        rows = self._read(sql, {}).to_pylist()
        return {row["article_id"]: {name: row[name] for name in row["edited"]} for row in rows}

    def _query(self, selection: Selection | None) -> Query:
        return Query(selection or Selection(), self._has_copies)

    def _frame(self, sql: str, query: Query) -> pd.DataFrame:
        self._give_names()
        return _as_frame(self._read(sql, query.parameters))

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        with readable(self.path):
            return self._cursor().sql(sql).fetchall()

    def _read(self, sql: str, parameters: dict[str, Any]) -> pa.Table:
        with readable(self.path):
            return self._cursor().sql(sql, params=parameters or None).to_arrow_table()

    def _give_names(self) -> None:
        """Make `names`, and `named` with only those that stand for another, when first needed."""
        with self._lock:
            if self._has_names:
                return
            names = speaker_names(self.path, self._version_id, self._read)
            connection = self._connection
            connection.from_arrow(with_names_corrected(names, self.standing.holding)).create("names")
            connection.from_arrow(facts_of(self.standing.holding)).create("facts")
            connection.execute("create table named as select * from names where name <> speaker")
            self._has_names = True

    @property
    def _has_copies(self) -> bool:
        return len(self._copies) > 0

    @cached_property
    def _copies(self) -> pd.DataFrame:
        """The articles that share their story with others, and its id."""
        stories = stories_of(self.path, self._table, self.version)
        stories = with_stories_corrected(stories, self.standing.holding)
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
        if changed.num_rows:
            connection.from_arrow(changed).create("corrected")
        connection.execute(queries.ARTICLES.format(known=queries.CORRECTED if changed.num_rows else "stored"))
        return connection

    def _corrected(self, connection: duckdb.DuckDBPyConnection) -> pa.Table:
        """The rows of the articles that somebody has corrected, as they are with the corrections."""
        about: dict[str, list[Correction]] = defaultdict(list)
        for correction in self.standing.holding:
            if isinstance(correction, OfArticle):
                about[correction.article_id].append(correction)
        if not about:
            return SCHEMA.empty_table()
        rows = connection.sql(
            "select * from stored where article_id in (select unnest($ids))", params={"ids": list(about)}
        ).to_arrow_table()
        return with_rows_changed(rows, lambda one: corrected(one, about[one.article.article_id]))


def _as_frame(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas()
    return frame
