from typing import Any

import pytest

from analysis.evaluation import engine_run, measure_attributions, run_engine


def test_an_engine_is_run_over_every_article(gold: Any) -> None:
    done: list[int] = []
    run = run_engine(gold, "rules", on_done=done.append)
    assert (list(run.predictions), done, run.failed) == (["a"], [1], ())
    assert measure_attributions(gold, run.predictions).agreements["attribution"].right == 3


def test_an_article_that_cannot_be_analyzed_is_named_and_has_no_predictions(
    gold: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(article: Any, engine: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(engine_run, "analyze", fail)
    run = run_engine(gold, "rules")
    assert run.predictions == {"a": ()}
    assert run.failed == (("a", "cannot be analyzed (RuntimeError: broken)"),)


def test_an_unknown_engine_is_refused(gold: Any) -> None:
    with pytest.raises(ValueError, match="no engine 'magic'"):
        run_engine(gold, "magic")
