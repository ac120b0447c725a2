"""Run an engine over marked articles: what it finds, and how fast."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.evaluation.reading import Credited, GoldArticle, Predictions, credited
from analysis.pipeline import analyze, analyzer_id


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What an engine found.

    ``articles_per_cpu_second`` is None where too little was analyzed to tell.
    ``failed`` names the articles that could not be analyzed, with the reason;
    they count as articles in which nothing was found.
    """

    predictions: Predictions
    articles_per_cpu_second: float | None
    failed: tuple[tuple[str, str], ...] = ()


def run_engine(
    gold: Sequence[GoldArticle], engine: str, *, on_done: Callable[[int], None] | None = None
) -> EngineRun:
    """Analyze each article of ``gold`` in this process, as `analysis.analyze` does.

    The first article is analyzed once beforehand, so that loading word lists
    and models is not counted as speed.

    Raises:
        ValueError: no such engine.
    """
    analyzer_id(engine)  # refuses an unknown engine, which would look like failing articles
    predictions: dict[str, tuple[Credited, ...]] = {}
    failed: list[tuple[str, str]] = []
    if gold:
        _analyzed(gold[0], engine, [])
    start = time.process_time()
    for number, marked in enumerate(gold, 1):
        predictions[marked.article_id] = _analyzed(marked, engine, failed)
        if on_done:
            on_done(number)
    seconds = time.process_time() - start
    return EngineRun(predictions, len(gold) / seconds if seconds > 0 else None, tuple(failed))


def _analyzed(marked: GoldArticle, engine: str, failed: list[tuple[str, str]]) -> tuple[Credited, ...]:
    try:
        return credited(analyze(marked.article, engine=engine))
    except Exception as error:  # A bad article never ends a run.
        failed.append((marked.article_id, f"cannot be analyzed ({type(error).__name__}: {error})"))
        return ()
