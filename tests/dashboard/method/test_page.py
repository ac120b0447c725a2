"""The method page: definitions from their own file, figures from the floors, nothing invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from analysis.dashboard.method import page as method


def test_accuracy_is_that_of_the_floors(run: Callable[..., Any], words: Callable[..., str]) -> None:
    app = run("method", "sample")
    assert not app.exception
    assert "How good the engine “rules” is" in words(app)
    assert "Share of voice" in "".join(element.value for element in app.markdown)


def test_an_engine_without_floors_has_no_figures(
    run: Callable[..., Any], words: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(method, "_floors", dict)
    assert "How good the engine" not in words(run("method", "sample"))


def test_every_floor_has_words() -> None:
    assert set().union(*method._floors().values()) <= set(method._FIGURES)


def test_an_empty_corpus_has_a_method_too(run: Callable[..., Any]) -> None:
    assert not run("method", "empty").exception
