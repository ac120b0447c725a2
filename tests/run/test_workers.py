import importlib
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, cast

import pytest

from analysis.errors import AnalysisError
from analysis.model import Analysis, Article
from analysis.run import workers
from analysis.run.workers import Failure, analyzed


@pytest.fixture
def analyze(monkeypatch: pytest.MonkeyPatch) -> Callable[[Article], Analysis]:
    """A stand-in that raises on the text “raise” and kills its process on the text “kill”."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    stand_in: Callable[[Article], Analysis] = importlib.import_module("stand_in").analyze
    return stand_in


def articles(number: Any, **texts: Any) -> Any:
    made = [Article(text=f"text {n}", path=f"{n}.txt") for n in range(number)]
    return made + [Article(text=text, path=path) for path, text in texts.items()]


def split(outcomes: Any) -> Any:
    done = {outcome.article.path for outcome in outcomes if isinstance(outcome, Analysis)}
    return done, [outcome for outcome in outcomes if isinstance(outcome, Failure)]


def test_few_articles_are_analyzed_in_this_process(analyze: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_process_pool", lambda: pytest.fail("a pool was started"))
    assert len(list(analyzed(articles(workers.FEW - 1), analyze, None))) == workers.FEW - 1


def test_an_article_that_raises_is_named_and_ends_nothing(analyze: Any) -> None:
    done, failed = split(list(analyzed(articles(3, bad="raise"), analyze, None)))
    assert len(done) == 3
    assert failed == [Failure("bad", "cannot be analyzed (RuntimeError: no such thing)")]


def test_an_article_that_kills_its_worker_is_set_aside_alone(analyze: Any) -> None:
    done, failed = split(list(analyzed(articles(100, killer="kill", bad="raise"), analyze, None)))
    assert len(done) == 100
    assert sorted(failure.place for failure in failed) == ["bad", "killer"]


def test_an_endless_stream_of_articles_is_read_as_it_is_needed(analyze: Any) -> None:
    read = []

    def endless() -> Iterator[Article]:
        for number in count():
            read.append(number)
            yield Article(text=f"text {number}")

    with ThreadPoolExecutor(2) as lent:
        outcomes = analyzed(endless(), analyze, lent)
        assert len(list(islice(outcomes, 100))) == 100
        cast(Generator[Any], outcomes).close()
    assert len(read) < 5_000


def test_where_no_process_can_be_started_the_work_is_done_here(
    analyze: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_process_pool", lambda: None)
    done, failed = split(list(analyzed(articles(60, bad="raise"), analyze, None)))
    assert (len(done), len(failed)) == (60, 1)


def test_a_lent_executor_that_breaks_is_told_with_the_remedy(analyze: Any) -> None:
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as lent,
        pytest.raises(AnalysisError, match="give an executor that replaces its workers"),
    ):
        list(analyzed(articles(1, killer="kill"), analyze, lent))
