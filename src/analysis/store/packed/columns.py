"""All of a corpus that measures need, packed in memory so that it is counted at once.

Terms and ids are numbers into lists (pandas categories), so nothing is
compared letter by letter. Everything is read once for each version of a
corpus; a selection is a part of the rows.

The same is answered for few articles, in plain text, by `analysis.store.corpus`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.model import UNNAMED_SOURCES, Selection
from analysis.store.packed.articles import AllArticles, Rows
from analysis.store.queries import ALL_TERMS

Ask = Callable[[str, dict[str, Any]], pa.Table]
"""Runs a query with its parameters over the articles of one version."""

_KEYWORDS = "select article_id, keywords from articles where len(keywords) > 0"


MEASURED = (
    "article_id",
    "story_id",
    "outlet",
    "published",
    "speaker",
    "kind",
    "form",
    "act",
    "words",
    "tone",
)
"""The columns of quotations that measures need."""


_TEXTS = ("outlet", "speaker", "kind", "form", "act")


class Packed:
    """All of one version of a corpus that measures need; may be shared by threads.

    Args:
        ask: Runs a query over the view ``articles``.
        articles: Reads all articles.
        quotations: Reads the columns `MEASURED` of all quotations.
    """

    def __init__(
        self,
        ask: Ask,
        articles: Callable[[], AllArticles],
        quotations: Callable[[], pd.DataFrame],
    ) -> None:
        self._ask = ask
        self._read_articles = articles
        self._read_quotations = quotations
        self._lock = threading.Lock()

    def rows_of(self, selection: Selection) -> Rows:
        """The articles of a selection's base, as the other methods want them: found once for all tables."""
        with self._lock:
            every = self._articles
        return every.chosen(selection)

    def articles(self, selection: Selection, articles: Rows) -> pd.DataFrame:
        """Those of these articles that a selection chooses, as `Corpus.articles` gives them.

        Ids are categories.
        """
        with self._lock:
            every, rows = self._articles, self._quotations
        codes = rows["article_id"].cat.codes.to_numpy()[_chosen(rows, selection, articles)]
        counts = np.bincount(codes, minlength=len(articles))
        kept = (articles & (counts > 0) if selection.names_speakers else articles)[every.codes]
        return _kept(every.table, kept).assign(quotations=counts[every.codes[kept]])

    def quotations(self, selection: Selection, articles: Rows) -> pd.DataFrame:
        """The quotations of a selection in these articles, with the columns `MEASURED`.

        The rows of `Corpus.quotations` in the same order; all texts are categories.
        """
        with self._lock:
            rows = self._quotations
        return _kept(rows, _chosen(rows, selection, articles))

    def keywords(self, articles: Rows) -> pd.DataFrame:
        """The keywords of some articles.

        Returns:
            One row per article and term, by article: ``article_id``, ``term`` (categories),
            ``count`` (int), ``is_name`` (bool).
        """
        with self._lock:
            rows = self._keywords
        return _kept(rows, _in_articles(rows, articles))

    def quoted(self, selection: Selection, articles: Rows) -> pd.DataFrame:
        """Every use of a term in the quotations of a selection, in these articles.

        Returns:
            One row a use, by article: ``article_id``, ``speaker`` (as in `Corpus.quotations`),
            ``term`` (categories), ``count`` (always 1).
        """
        with self._lock:
            rows = self._quoted
        kept = _kept(rows, _chosen(rows, selection, articles))
        return kept[["article_id", "speaker", "term"]].assign(count=np.int32(1))

    @cached_property
    def _articles(self) -> AllArticles:
        return self._read_articles()

    @cached_property
    def _quotations(self) -> pd.DataFrame:
        read = self._read_quotations()
        every = self._articles
        packed: dict[str, Any] = {
            "article_id": pd.Categorical(read["article_id"], categories=every.ids),
            "story_id": pd.Categorical(read["story_id"], categories=every.stories),
        }
        packed |= {name: _packed(pa.array(read[name], pa.string())) for name in _TEXTS}
        return read.assign(**packed)

    @cached_property
    def _keywords(self) -> pd.DataFrame:
        read = self._ask(_KEYWORDS, {}).combine_chunks()
        found, lengths = _flat(read["keywords"])
        return _by_article(
            {
                "article_id": self._article_ids(read, lengths),
                "term": _packed(found.field("term")),
                "count": _numbers(found.field("count")).astype(np.int32),
                "is_name": _numbers(found.field("is_name")).astype(np.bool_),
            }
        )

    @cached_property
    def _quoted(self) -> pd.DataFrame:
        read = self._ask(ALL_TERMS, {"unnamed": UNNAMED_SOURCES}).combine_chunks()
        found, lengths = _flat(read["terms"])
        columns = {
            name: np.repeat(_packed(read[name]), lengths) for name in ("speaker", "kind", "form", "act")
        }
        ids = self._article_ids(read, lengths)
        return _by_article({"article_id": ids} | columns | {"term": _packed(found)})

    def _article_ids(self, read: pa.Table, lengths: npt.NDArray[np.int64]) -> Any:
        known = pd.Categorical(read["article_id"].to_pandas(), categories=self._articles.ids)
        return pd.Categorical.from_codes(np.repeat(known.codes, lengths), dtype=known.dtype)


def _flat(lists: pa.ChunkedArray) -> tuple[Any, npt.NDArray[np.int64]]:
    """What stands in the lists, one after another, and how long each is."""
    array = lists.combine_chunks()
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], lists.type)
    lengths = array.value_lengths().fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    return array.flatten(), lengths


def _packed(texts: Any) -> pd.Categorical:
    """Texts as numbers into the list of the different ones, in alphabetical order; null has none."""
    array = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    packed = array.cast(pa.string()).dictionary_encode()
    names = np.array(packed.dictionary.to_pylist(), dtype=object)
    order = np.argsort(names, kind="stable")
    place = np.full(len(names) + 1, -1, dtype=np.int32)
    place[order] = np.arange(len(names), dtype=np.int32)
    codes = packed.indices.fill_null(len(names)).to_numpy(zero_copy_only=False)
    return pd.Categorical.from_codes(place[codes], pd.Index(names[order], dtype="str"))


def _numbers(array: Any) -> npt.NDArray[Any]:
    numbers: npt.NDArray[Any] = array.to_numpy(zero_copy_only=False)
    return numbers


def _by_article(columns: dict[str, Any]) -> pd.DataFrame:
    """The rows by article and term: what counts them finds the uses of a term in an article together."""
    frame = pd.DataFrame(columns)
    width = max(len(frame["term"].cat.categories), 1)
    place = frame["article_id"].cat.codes.astype(np.int64) * width + frame["term"].cat.codes
    return frame.take(np.argsort(place.to_numpy(), kind="stable")).reset_index(drop=True)


def _in_articles(rows: pd.DataFrame, articles: Rows) -> Rows:
    kept: Rows = articles[rows["article_id"].cat.codes.to_numpy()]
    return kept


def _chosen(rows: pd.DataFrame, selection: Selection, articles: Rows) -> Rows:
    """Which quotations, or terms in them, belong to a selection of these articles."""
    kept = _in_articles(rows, articles)
    for column, values in (
        ("act", selection.acts),
        ("form", selection.forms),
        ("kind", selection.kinds),
        ("speaker", selection.speakers),
    ):
        if values and isinstance(rows[column].dtype, pd.CategoricalDtype):
            wanted = rows[column].cat.categories.isin(list(values))
            # One place more, for what has no category: its place is −1.
            kept &= np.append(wanted, False)[rows[column].cat.codes.to_numpy()]
        elif values:
            kept &= rows[column].isin(list(values)).to_numpy()
    return kept


def _kept(rows: pd.DataFrame, kept: Rows) -> pd.DataFrame:
    return rows.copy(deep=False) if kept.all() else rows[kept].reset_index(drop=True)
