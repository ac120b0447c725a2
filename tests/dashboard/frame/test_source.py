"""What was worked out is remembered for exactly what it depends on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.catalog.view import View
from analysis.dashboard.frame.source import once
from analysis.model import Selection
from analysis.store import open_corpus

calls: list[tuple[Selection, int]] = []


def work(view: View, number: int) -> int:
    calls.append((view.selection, number))
    return number


def other_work(view: View, number: int) -> int:
    return -number


@pytest.fixture
def view(corpora: dict[str, Path]) -> View:
    calls.clear()
    return View(open_corpus(corpora["silent"]), Selection())


def test_work_is_done_once_for_a_selection_and_what_is_given(view: View) -> None:
    assert [once(work, view, 1), once(work, view, 1), once(work, view, 2)] == [1, 1, 2]
    assert [number for _, number in calls] == [1, 2]


def test_another_selection_and_another_function_are_other_work(view: View) -> None:
    once(work, view, 1)
    once(work, view.of(replace(view.selection, text="levy")), 1)
    assert once(other_work, view, 1) == -1
    assert [selection.text for selection, _ in calls] == ["", "levy"]
