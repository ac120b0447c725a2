"""Open the corpus that the dashboard shows, and remember what was worked out of it.

The corpus is the one given, else that of ``NEWSVOICES_CORPUS`` or ``./corpus``;
where there is none, the sample is shown and said to be fictional. All caching
of the dashboard stands here, keyed on the corpus, its version, the version of
its corrections and what was asked, never on tables.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import streamlit as st

from analysis.catalog.view import Remember, View
from analysis.dashboard.frame import versions
from analysis.dashboard.frame.state import Memory
from analysis.model import Selection
from analysis.run import is_sample, sample_corpus
from analysis.store import Corpus, corpus_exists, corpus_version, default_corpus, open_corpus
from analysis.store.corrections import corrections_version, stored_corrections

T = TypeVar("T")
P = ParamSpec("P")

FOLDER = Memory[str]("folder", "corpus")
"""The folder that new articles go to, whether it exists or not."""


def open_chosen(given: str | None = None) -> View:
    """All of the corpus that is given or that the environment names, or of the sample.

    Raises:
        CorpusError: the named corpus is damaged, or the sample cannot be made.
    """
    path = default_corpus(given)
    FOLDER.set(str(path))
    if not corpus_exists(path):
        with st.spinner("Analyzing the sample articles, once"):
            path = sample_corpus()
    version = versions.chosen(str(path), corpus_version(path))
    corrections = versions.corrections(str(path), corrections_version(path))
    return View(
        _corpus(path, version, corrections),
        Selection(),
        remember=_memory(path, version, corrections),
        is_packed=True,
        is_sample=is_sample(path),
    )


def once(work: Callable[Concatenate[View, P], T], view: View, *more: P.args, **named: P.kwargs) -> T:
    """What ``work`` gives for a view and more: done once for this corpus version and selection.

    ``work`` is a function of a module, never a closure: what it is given is all that it depends on.
    """
    key = (work.__module__, work.__qualname__, *more, *sorted(named.items()))
    return view.once(key, lambda: work(view, *more, **named))


def _memory(path: Path, version: int, corrections: int) -> Remember:
    def remember(key: Hashable, work: Callable[[], T], /, *, is_large: bool = False) -> T:
        return (_large if is_large else _small)((str(path), version, corrections), key, work)

    return remember


@st.cache_resource(max_entries=6, show_spinner=False)
def _corpus(path: Path, version: int, corrections: int) -> Corpus:
    return open_corpus(path, version, corrections=stored_corrections(path, corrections))


# Resources and not data: a copy of a million rows for every look at them costs more than reading
# them anew. `View` hands out lazy copies.
@st.cache_resource(max_entries=48, show_spinner=False)
def _large(corpus: tuple[str, int, int], key: Hashable, _work: Callable[[], T]) -> T:
    return _work()


@st.cache_resource(max_entries=640, show_spinner=False)
def _small(corpus: tuple[str, int, int], key: Hashable, _work: Callable[[], T]) -> T:
    return _work()
