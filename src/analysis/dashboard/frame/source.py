"""Which corpus does the dashboard show, and what is read of it once?

The corpus is chosen by ``--corpus``, ``NEWSVOICES_CORPUS`` or ``./corpus``;
where there is none, the sample is shown and said to be fictional. All caching
of the dashboard stands here, keyed on (corpus, version, corrections, selection),
never on frames.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from analysis.catalog.naming import analyses_with_names
from analysis.charts.palette import color_slots
from analysis.curation.checked import statements_then
from analysis.curation.review import names_alike, review_queue
from analysis.curation.samples import Sample
from analysis.dashboard.frame import pinned, versions
from analysis.model import Analysis, Selection
from analysis.run import default_corpus, is_sample, sample_corpus
from analysis.store import Corpus, corpus_exists, corpus_version, open_corpus
from analysis.store.corrections import corrections_version, stored_corrections
from analysis.store.packed.articles import Rows

Key = tuple[Any, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """The corpus on screen: its folder, the version being read, and whether it is the sample.

    ``corrections`` is the version of the corrections that it is read with: they make no
    other version of the articles, but other figures of them.
    """

    path: str
    version: int
    is_sample: bool
    corrections: int

    @property
    def corpus(self) -> Corpus:
        """The corpus itself, opened once per version."""
        return _corpus(self.path, self.version, self.corrections)

    def quotations(self, selection: Selection) -> pd.DataFrame:
        """What measures need of the quotations in a selection; all texts are categories."""
        return _quotations(self.path, self.version, self.corrections, astuple(selection)).copy(deep=False)

    def evidence_in(self, selection: Selection, article_ids: Sequence[str]) -> pd.DataFrame:
        """All columns of the quotations in some articles of a selection, with their text."""
        return _evidence_in(self.path, self.version, self.corrections, astuple(selection), tuple(article_ids))

    def quoted_terms(self, selection: Selection) -> pd.DataFrame:
        """Each use of a term in the quotations of a selection, with its speaker; texts are categories."""
        return self.corpus.packed.quoted(selection, self._rows_of(selection.base()))

    def articles(self, selection: Selection) -> pd.DataFrame:
        """The articles in a selection; ids are categories."""
        return _articles(self.path, self.version, self.corrections, astuple(selection)).copy(deep=False)

    def keywords(self, selection: Selection) -> pd.DataFrame:
        """The terms of a selection's articles, or of the chosen speakers' words; texts are categories.

        Rows with ``article_id``, ``term``, ``count`` and ``is_name``; a term that speakers use may
        have several in an article.
        """
        if selection.names_speakers:
            return self.quoted_terms(selection).assign(is_name=False)
        return self.corpus.packed.keywords(self._rows_of(selection))

    def _rows_of(self, selection: Selection) -> Rows:
        return _rows_of(self.path, self.version, self.corrections, astuple(selection))

    def once(self, what: str, key: Key, work: Callable[[], T]) -> T:
        """What ``work`` gives: done once for these articles and corrections, ``what`` and ``key``."""
        known = _once(self.path, self.version, self.corrections, what, key, work)
        # A lazy copy, so that nobody writes into what others get.
        return known.copy(deep=False) if isinstance(known, pd.DataFrame) else known

    def speakers(self) -> pd.DataFrame:
        """Everybody who speaks in the whole corpus, most words first."""
        return _speakers(self.path, self.version, self.corrections)

    def colors(self) -> dict[str, int]:
        """Speaker → color slot, fixed for this version."""
        return _colors(self.path, self.version, self.corrections)

    def review_queue(self, limit: int, selection: Selection) -> pd.DataFrame:
        """The quotations of a selection that are most worth checking, as `review_queue` gives them."""
        return _review_queue(self.path, self.version, self.corrections, limit, astuple(selection))

    def names_alike(self) -> pd.DataFrame:
        """Pairs of speakers that look like one, as `names_alike` gives them."""
        return _names_alike(self.path, self.version, self.corrections)

    def outlets(self) -> list[str]:
        """All outlets in alphabetical order."""
        return self.corpus.outlets()

    def dates(self) -> tuple[date, date] | None:
        """First and last day of dated articles."""
        return self.corpus.date_range()

    def statements_then(self, sample: Sample) -> pd.DataFrame:
        """What a sample was drawn from, as it was then."""
        return _statements_then(self.path, sample.sample_id, sample)

    def analysis(self, article_id: str) -> Analysis:
        """One article with everything known of it.

        Raises:
            CorpusError: no article has this id.
        """
        return self.analyses([article_id]).get(article_id) or self.corpus.analysis(article_id)

    def analyses(self, article_ids: Collection[str]) -> dict[str, Analysis]:
        """Some articles with everything known of them, by id."""
        return _analyses(self.path, self.version, self.corrections, tuple(sorted(set(article_ids))))


def open_chosen(arguments: Sequence[str]) -> Shown:
    """The corpus that the command line or the environment names, or the sample.

    Raises:
        CorpusError: the named corpus is damaged, or the sample cannot be made.
    """
    path = chosen_folder(arguments)
    if not corpus_exists(path):
        with st.spinner("Analyzing the sample articles, once"):
            path = sample_corpus()
    version = versions.chosen(str(path), corpus_version(path))
    corrections = pinned.corrections(str(path), corrections_version(path))
    shown = Shown(str(path), version, is_sample(path), corrections)
    st.session_state["shown"] = shown
    return shown


def chosen_folder(arguments: Sequence[str]) -> Path:
    """The folder that new articles go to, whether it exists or not."""
    given = arguments[arguments.index("--corpus") + 1] if "--corpus" in arguments[:-1] else None
    folder = default_corpus(given)
    st.session_state["folder"] = str(folder)
    return folder


@st.cache_resource(max_entries=6, show_spinner=False)
def _corpus(path: str, version: int, corrections: int) -> Corpus:
    return open_corpus(path, version, corrections=stored_corrections(path, corrections))


# Resources and not data: a copy of a million rows for every look at them costs more than reading
# them anew. What is handed out are lazy copies.
@st.cache_resource(max_entries=24, show_spinner=False)
def _quotations(path: str, version: int, corrections: int, key: Key) -> pd.DataFrame:
    selection = Selection(*key)
    articles = _rows_of(path, version, corrections, astuple(selection.base()))
    return _corpus(path, version, corrections).packed.quotations(selection, articles)


@st.cache_resource(max_entries=64, show_spinner=False)
def _rows_of(path: str, version: int, corrections: int, key: Key) -> Rows:
    return _corpus(path, version, corrections).packed.rows_of(Selection(*key))


@st.cache_data(max_entries=64, show_spinner=False)
def _evidence_in(
    path: str, version: int, corrections: int, key: Key, article_ids: tuple[str, ...]
) -> pd.DataFrame:
    return _corpus(path, version, corrections).quotations(Selection(*key), article_ids=article_ids)


@st.cache_data(max_entries=4, show_spinner=False)
def _statements_then(path: str, sample_id: str, _sample: Sample) -> pd.DataFrame:
    return statements_then(path, _sample)


@st.cache_resource(max_entries=24, show_spinner=False)
def _articles(path: str, version: int, corrections: int, key: Key) -> pd.DataFrame:
    selection = Selection(*key)
    rows = _rows_of(path, version, corrections, astuple(selection.base()))
    return _corpus(path, version, corrections).packed.articles(selection, rows)


@st.cache_resource(max_entries=512, show_spinner=False)
def _once(path: str, version: int, corrections: int, what: str, key: Key, _work: Callable[[], T]) -> T:
    return _work()


@st.cache_data(max_entries=64, show_spinner=False)
def _analyses(path: str, version: int, corrections: int, article_ids: tuple[str, ...]) -> dict[str, Analysis]:
    return analyses_with_names(_corpus(path, version, corrections), article_ids)


@st.cache_resource(max_entries=3, show_spinner=False)
def _speakers(path: str, version: int, corrections: int) -> pd.DataFrame:
    return _corpus(path, version, corrections).speakers()


@st.cache_resource(max_entries=3, show_spinner=False)
def _colors(path: str, version: int, corrections: int) -> dict[str, int]:
    return color_slots(_speakers(path, version, corrections))


@st.cache_data(max_entries=16, show_spinner=False)
def _review_queue(path: str, version: int, corrections: int, limit: int, key: Key) -> pd.DataFrame:
    return review_queue(_corpus(path, version, corrections), Selection(*key), limit=limit)


@st.cache_data(max_entries=3, show_spinner=False)
def _names_alike(path: str, version: int, corrections: int) -> pd.DataFrame:
    known = _speakers(path, version, corrections)
    return names_alike(_corpus(path, version, corrections), speakers=known)
