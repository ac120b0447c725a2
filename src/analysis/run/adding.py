"""How do many articles get into a corpus?

What the corpus has already is skipped, so a run that was ended anywhere goes
on where it was. Finished analyses are committed about once a minute: each
commit costs the more, the bigger the corpus is.

How the work is shared among processes is decided in `analysis.run.workers`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from analysis.errors import CorpusError
from analysis.model import Analysis, Article
from analysis.pipeline import ENGINES, analyze, analyzer_id
from analysis.run.workers import Failure, analyzed
from analysis.store import (
    corpus_exists,
    iter_stored_articles,
    open_corpus,
    prepare,
    stored_edits,
    stored_ids,
    write,
)

COMMIT_SECONDS = 60.0
COMMIT_ARTICLES = 5_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come, in articles."""

    analyzed: int
    stored: int
    already_there: int
    failed: int

    @property
    def finished(self) -> int:
        """All articles that the run is done with."""
        return self.analyzed + self.already_there + self.failed


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done.

    ``quotations`` are the statements of the added articles, ``unattributed``
    those without a speaker; ``failed`` are the articles that could not be
    analyzed, each with its place and the reason.
    """

    added: int
    already_there: int
    quotations: int
    unattributed: int
    failed: tuple[tuple[str, str], ...] = ()


def run(
    articles: Iterable[Article],
    corpus: str | os.PathLike[str],
    *,
    engine: str | None = None,
    executor: Executor | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Analyze articles and add them to a corpus, which is made where there is none.

    Articles that the corpus or this run has already, by this analyzer, are
    skipped. An article that cannot be analyzed is named in the summary and
    ends nothing. Whatever ends the run early, finished work is stored first.

    Args:
        articles: Any number of them; they are read as they are needed.
        corpus: The folder of the corpus.
        engine: Which engine finds the quotations; by default that of the corpus, in a new one the
            first of `ENGINES`.
        executor: Where to analyze; by default here if they are few, else on all processors.
        on_progress: Called after each article, in this thread.

    Raises:
        CorpusError: another engine has analyzed the corpus, or it cannot be written.
    """
    chosen = engine or (_engine_of(corpus) if corpus_exists(corpus) else ENGINES[0])
    return _Run(Path(corpus), chosen, executor, on_progress).add(articles)


def refresh(
    corpus: str | os.PathLike[str],
    *,
    engine: str | None = None,
    executor: Executor | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Analyze anew the stored articles that another analyzer or an older version has analyzed.

    ``engine`` None keeps the engine of the corpus. Only this changes the engine of a corpus.

    Raises:
        CorpusError: there is no corpus, or it cannot be written.
    """
    chosen = engine or _engine_of(corpus)
    stale = iter_stored_articles(corpus, analyzers_other_than=analyzer_id(chosen))
    return _Run(Path(corpus), chosen, executor, on_progress, change_engine=True).add(stale)


def _engine_of(corpus: str | os.PathLike[str]) -> str:
    """The engine that has analyzed a corpus; the first of all where none has."""
    engine = open_corpus(corpus).analyzer.split(" ", 1)[0] or ENGINES[0]
    if engine not in ENGINES:
        raise CorpusError(
            f"{corpus}: analyzed with the engine {engine}, which is not installed here; "
            f"choose one with --engine: {', '.join(ENGINES)}"
        )
    return engine


@dataclass
class _Run:
    corpus: Path
    engine: str
    executor: Executor | None
    on_progress: Callable[[Progress], None] | None
    change_engine: bool = False

    seen: set[str] = field(default_factory=set)
    edits: dict[str, dict[str, Any]] = field(default_factory=dict)
    finished: list[Analysis] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    stored: int = 0
    already_there: int = 0
    quotations: int = 0
    unattributed: int = 0
    last_commit: float = 0.0

    def add(self, articles: Iterable[Article]) -> Summary:
        prepare(self.corpus, self.engine, change_engine=self.change_engine)
        self.seen = stored_ids(self.corpus, analyzer_id(self.engine))
        self.edits = stored_edits(self.corpus)
        self.last_commit = time.monotonic()
        work = partial(analyze, engine=self.engine)
        try:
            for outcome in analyzed(self._new(articles), work, self.executor):
                self._take(outcome)
        finally:
            self._commit()
        return Summary(
            self.stored, self.already_there, self.quotations, self.unattributed, tuple(self.failed)
        )

    def _new(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if article.article_id in self.seen:
                self.already_there += 1
                self._report()
                continue
            self.seen.add(article.article_id)
            yield replace(article, **self.edits.get(article.article_id, {}))

    def _take(self, outcome: Analysis | Failure) -> None:
        if isinstance(outcome, Failure):
            self.failed.append((outcome.place, outcome.reason))
        else:
            self.finished.append(outcome)
        overdue = time.monotonic() - self.last_commit > COMMIT_SECONDS
        if overdue or len(self.finished) >= COMMIT_ARTICLES:
            self._commit()
        self._report()

    def _commit(self) -> None:
        if not self.finished:
            return
        write(self.corpus, self.finished, change_engine=self.change_engine)
        statements = [q for done in self.finished for q in done.quotations if q.act == "statement"]
        self.stored += len(self.finished)
        self.quotations += len(statements)
        self.unattributed += sum(quotation.speaker is None for quotation in statements)
        self.finished = []
        self.last_commit = time.monotonic()

    def _report(self) -> None:
        if self.on_progress:
            analyzed = self.stored + len(self.finished)
            self.on_progress(Progress(analyzed, self.stored, self.already_there, len(self.failed)))
