"""What a corpus says about a selection of its articles.

A `Corpus` reads one version of the table, for as long as it lives: whoever
writes meanwhile changes nothing of it.

Which rows and columns are asked for is decided in `analysis.store.queries`,
what they are asked of in `analysis.store.views`.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from deltalake import DeltaTable

from analysis.errors import CorpusError
from analysis.model import Analysis, Article, Quotation, Selection
from analysis.store import queries
from analysis.store.corrections import Correction, corrections_version, standing, stored_corrections
from analysis.store.packed.articles import AllArticles
from analysis.store.packed.columns import MEASURED, Packed
from analysis.store.queries import QUOTATION_COLUMNS, Asked, Query
from analysis.store.rows import analysis_of, article_of
from analysis.store.table import load, readable, version_of
from analysis.store.views import Views


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
        self.corpus_id = str(table.metadata().id)
        self._views = Views(path, table, self.version, self.standing.holding)

    def articles(self, selection: Selection | None = None) -> pd.DataFrame:
        """Read the articles of a selection, newest first.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``title``, ``words`` (of the
            measured text), ``article_tone``, ``speech_tone``, ``quotations`` (how many of the
            selection are in it). Where the selection names speakers or kinds, only articles
            that quote them; ``selection.base()`` gives all.
        """
        return self._frame(queries.articles(self._asked(selection)))

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
        return self._frame(queries.quotations(self._asked(selection, article_ids), columns))

    def sentence_counts(self, selection: Selection | None = None) -> pd.DataFrame:
        """Count the measured sentences of each article of a selection, by date: ``sentences``."""
        return self._frame(queries.sentence_counts(self._asked(selection)))

    def keywords(self, selection: Selection | None = None) -> pd.DataFrame:
        """Read the keywords of each article of a selection.

        Where the selection names speakers or kinds, these are the keywords of their words only.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``term``, ``count``,
            ``is_name``; by date and article, most frequent first.
        """
        return self._frame(queries.keywords(self._asked(selection)))

    def quoted_terms(self, selection: Selection | None = None) -> pd.DataFrame:
        """Count the terms that each speaker utters in each article of a selection.

        Returns:
            ``article_id``, ``story_id``, ``speaker`` (as in `quotations`), ``term``, ``count``.
        """
        return self._frame(queries.quoted_terms(self._asked(selection)))

    @cached_property
    def packed(self) -> Packed:
        """All that measures need, packed to be counted fast; each part is read when first asked for."""
        everything = Selection(acts=(), distinct_stories=False)
        return Packed(
            self._views.named().read,
            lambda: AllArticles(self.articles(everything).drop(columns="quotations"), self._ids),
            lambda: self.quotations(everything, MEASURED),
        )

    def quotation(self, quotation_id: str, article_id: str | None = None) -> tuple[Analysis, Quotation]:
        """Give back a quotation with the article that it stands in; faster where the article is known.

        Raises:
            CorpusError: no quotation has this id.
        """
        rows = self._views.rows(queries.QUOTATION, {"id": quotation_id, "article_id": article_id})
        if not rows:
            raise CorpusError(
                f"{self.path}: no quotation {quotation_id}; "
                f"`newsvoices export quotations --corpus {self.path}` lists them"
            )
        analysis = analysis_of(rows[0])
        return analysis, next(q for q in analysis.quotations if q.quotation_id == quotation_id)

    def story(self, article_id: str) -> pd.DataFrame:
        """Read all articles that belong to one story with this one, the first printed first.

        Returns:
            ``article_id``, ``story_id``, ``outlet``, ``published``, ``title``, ``words``. An
            article without copies is alone; an unknown id gives no rows.
        """
        return self._frame(Query(queries.STORY, {"id": article_id}))

    def analysis(self, article_id: str) -> Analysis:
        """Give back everything that was stored of one article.

        Raises:
            CorpusError: no article has this id.
        """
        found = self.analyses([article_id])
        if not found:
            raise CorpusError(
                f"{self.path}: no article {article_id}; "
                f"`newsvoices export articles --corpus {self.path}` lists them"
            )
        return found[article_id]

    def analyses(self, article_ids: Collection[str]) -> dict[str, Analysis]:
        """Give back everything that was stored of some articles; ids that nobody knows are left out."""
        sql = "select * from articles where article_id in (select unnest($ids))"
        rows = self._views.rows(sql, {"ids": list(article_ids)}) if article_ids else []
        return {row["article_id"]: analysis_of(row) for row in rows}

    def names(self) -> dict[tuple[str, date, date], str]:
        """Tell under which name each name of a speaker stands; names that are not here stand as they are.

        Returns:
            Name, first day and last day → name as in `quotations`.
        """
        rows = self._views.named().rows("select name, first_day, last_day, speaker from names")
        return {(row["name"], row["first_day"], row["last_day"]): row["speaker"] for row in rows}

    def speakers(self) -> pd.DataFrame:
        """Everybody with a name who makes a statement anywhere in the corpus, most words first.

        Returns:
            ``speaker``, ``kind`` and ``role`` (the most frequent), ``aliases`` (a sorted list of
            the other forms of the name), ``words``, ``quotations``, ``articles``, ``speaker_id``
            (stays when articles are added; see `analysis.speakers.across`).
        """
        table = self._views.named().read(queries.SPEAKERS)
        frame: pd.DataFrame = table.drop_columns(["aliases"]).to_pandas()
        frame.insert(3, "aliases", pd.Series(table["aliases"].to_pylist(), dtype=object))
        return frame

    def outlets(self) -> list[str]:
        """The outlets of the corpus, in alphabetical order."""
        return list(self._outlets)

    @cached_property
    def _outlets(self) -> list[str]:
        sql = "select distinct outlet from articles where outlet is not null order by outlet"
        return [str(row["outlet"]) for row in self._views.rows(sql)]

    def date_range(self) -> tuple[date, date] | None:
        """The first and the last day of a dated article, or None where none has a date."""
        days = self._days
        return None if days["first"] is None else (days["first"], days["last"])

    @property
    def undated(self) -> int:
        """How many articles have no date."""
        return int(self._days["undated"])

    @cached_property
    def _days(self) -> dict[str, Any]:
        sql = (
            "select min(published) as first, max(published) as last, "
            "count(*) filter (published is null) as undated from articles"
        )
        return self._views.rows(sql)[0]

    @cached_property
    def analyzers(self) -> dict[str, int]:
        """How many articles each analyzer has analyzed, the most first."""
        sql = "select analyzer, count(*) as n from articles group by analyzer order by n desc, analyzer desc"
        return {str(row["analyzer"]): int(row["n"]) for row in self._views.rows(sql)}

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
        return {row["article_id"] for row in self._views.rows(sql, {"analyzer": analyzer})}

    def stored_articles(self, analyzers_other_than: str | None = None) -> Iterator[Article]:
        """The articles themselves, one after another, without holding them all."""
        sql = (
            "select article_id, published, outlet, title, authors, url, path, given_id, text "
            "from articles where $analyzer is null or analyzer <> $analyzer order by article_id"
        )
        yield from map(article_of, self._views.iter_rows(sql, {"analyzer": analyzers_other_than}))

    def edited(self) -> dict[str, dict[str, Any]]:
        """What people have edited: article id → field → value."""
        sql = "select article_id, edited, published, outlet, title from articles where len(edited) > 0"
        rows = self._views.rows(sql)
        return {row["article_id"]: {name: row[name] for name in row["edited"]} for row in rows}

    def _asked(self, selection: Selection | None, article_ids: Sequence[str] | None = None) -> Asked:
        return Asked(selection or Selection(), self._views.has_copies, article_ids)

    def _ids(self, selection: Selection) -> list[str]:
        query = queries.ids(self._asked(selection))
        return [row["article_id"] for row in self._views.rows(query.sql, query.parameters)]

    def _frame(self, query: Query) -> pd.DataFrame:
        frame: pd.DataFrame = self._views.named().read(query.sql, query.parameters).to_pandas()
        return frame
