"""Who analyzes the articles, and what happens when a worker dies?

Few articles are analyzed here, many by a pool of processes or by the executor
that the caller lends. When a process dies, nobody says which article it was:
the batches that were lost are tried again one at a time, and one that kills
again is halved until the culprit stands alone and is set aside.

What is done with the analyses is decided in `analysis.run.adding`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass, field
from itertools import chain, islice

from analysis.errors import AnalysisError
from analysis.model import Analysis, Article

Analyze = Callable[[Article], Analysis]

FEW = 50
"""Below this many articles a pool takes longer to start than it saves."""

BATCH = 16
_WINDOW_OF_LENT_EXECUTOR = 64


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be analyzed: where it came from and why."""

    place: str
    reason: str


Outcome = Analysis | Failure
Outcomes = list[Outcome]


def analyzed(articles: Iterable[Article], analyze: Analyze, executor: Executor | None) -> Iterator[Outcome]:
    """Analyze articles in no particular order, holding only a window of them."""
    remaining = iter(articles)
    if executor is None:
        first = list(islice(remaining, FEW))
        if len(first) < FEW:
            yield from (analyze_one(analyze, article) for article in first)
            return
        remaining = chain(first, remaining)
    yield from _Workers(analyze, executor).outcomes(remaining)


def analyze_one(analyze: Analyze, article: Article) -> Outcome:
    """Analyze one article; whatever goes wrong is told, never raised."""
    try:
        return analyze(article)
    except Exception as error:
        return Failure(_place(article), f"cannot be analyzed ({type(error).__name__}: {error})")


def analyze_batch(analyze: Analyze, articles: list[Article]) -> Outcomes:
    """What a worker does with the batch that it is sent."""
    return [analyze_one(analyze, article) for article in articles]


@dataclass
class _Workers:
    analyze: Analyze
    lent: Executor | None
    pool: Executor | None = None
    pending: dict[Future[Outcomes], list[Article]] = field(default_factory=dict)
    lost: list[list[Article]] = field(default_factory=list)
    cause: str = ""

    def outcomes(self, articles: Iterator[Article]) -> Iterator[Outcome]:
        batches = iter(lambda: list(islice(articles, BATCH)), [])
        try:
            self.pool = self.lent or _process_pool()
            while self._fill(batches):
                done, _ = wait(self.pending, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._result(future)
                if self.lost:
                    yield from self._recover()
        finally:
            self._close()

    def _fill(self, batches: Iterator[list[Article]]) -> bool:
        while len(self.pending) < self._window and (batch := next(batches, None)):
            self._submit(batch)
        return bool(self.pending or self.lost)

    def _submit(self, batch: list[Article]) -> None:
        if self.pool is None:
            future: Future[Outcomes] = Future()
            future.set_result(analyze_batch(self.analyze, batch))
        else:
            try:
                future = self.pool.submit(analyze_batch, self.analyze, batch)
            except BrokenExecutor as error:
                future = Future()
                future.set_exception(error)
        self.pending[future] = batch

    def _result(self, future: Future[Outcomes]) -> Outcomes:
        """What a batch came to; a batch that a dying worker took along is noted as lost."""
        batch = self.pending.pop(future)
        try:
            return future.result()
        except Exception as error:
            self.lost.append(batch)
            self.cause = type(error).__name__
            return []

    def _recover(self) -> Iterator[Outcome]:
        """Analyze the lost batches one at a time."""
        wait(self.pending)
        for future in list(self.pending):
            yield from self._result(future)
        suspects, self.lost = self.lost, []
        self._reopen()
        while suspects:
            batch = suspects.pop()
            self._submit(batch)
            (future,) = self.pending
            wait(self.pending)
            yield from self._result(future)
            if self.lost:
                self.lost = []
                self._reopen()
                if len(batch) == 1:
                    yield Failure(
                        _place(batch[0]), f"set aside: its worker did not survive it ({self.cause})"
                    )
                else:
                    middle = len(batch) // 2
                    suspects += [batch[middle:], batch[:middle]]

    @property
    def _window(self) -> int:
        if self.pool is None:
            return 1
        return _WINDOW_OF_LENT_EXECUTOR if self.lent else 3 * (os.cpu_count() or 1)

    def _reopen(self) -> None:
        if self.lent is None:
            self._close()
            self.pool = _process_pool()
            if self.pool is None:
                raise AnalysisError(
                    "run: no more worker processes can be started; free some memory and run it again, "
                    "what is finished is stored"
                )
        elif isinstance(self.lent, ProcessPoolExecutor) and _is_broken(self.lent):
            raise AnalysisError(
                "run: a worker of the executor died and took all others along; "
                "give an executor that replaces its workers, or none"
            )

    def _close(self) -> None:
        for future in self.pending:
            future.cancel()
        if self.pool is not None and self.lent is None:
            self.pool.shutdown(cancel_futures=True)


def _process_pool() -> Executor | None:
    """A pool of fresh processes, or None where processes cannot be started.

    They cannot where the main program lacks its `if __name__ == "__main__"`.
    """
    pool = ProcessPoolExecutor(
        os.cpu_count(), mp_context=multiprocessing.get_context("spawn"), initializer=_live_with_parent
    )
    if _is_broken(pool):
        pool.shutdown()
        return None
    return pool


def _is_broken(pool: Executor) -> bool:
    try:
        pool.submit(os.getpid).result()
    except (BrokenExecutor, OSError):
        return True
    return False


def _live_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _place(article: Article) -> str:
    return article.path or article.url or article.title or article.article_id
