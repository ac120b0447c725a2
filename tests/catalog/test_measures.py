"""Everything that is declared can be shown, of any selection."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.catalog.measures import CHARTED, MEASURES, PRINTED
from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.model import Selection
from analysis.store import open_corpus

NAMES = ("sample", "empty", "silent", "hostile")


@pytest.fixture(scope="module")
def views(corpora: dict[str, Path]) -> dict[str, View]:
    return {name: View(open_corpus(corpora[name]), Selection()) for name in NAMES}


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("corpus", NAMES)
def test_every_table_has_a_cell_for_each_column(views: dict[str, View], corpus: str, name: str) -> None:
    measure = MEASURES[name]
    table = measure.table(views[corpus])
    for row in table.head(3).to_dict("records"):
        assert all(isinstance(column.cell(row), str) for column in measure.columns_of(table))


@pytest.mark.parametrize("name", CHARTED)
def test_marks_stand_for_what_is_declared(views: dict[str, View], name: str) -> None:
    measure = MEASURES[name]
    marked = [
        trace.customdata for trace in measure.figure(views["sample"]).data if trace.customdata is not None
    ]
    assert marked
    assert {len(meant) for trace in marked for meant in trace if meant is not None} == {len(measure.marks)}
    assert measure.title
    assert measure.unit_line()


def test_a_measure_has_the_same_figures_under_its_other_name() -> None:
    assert MEASURES["tone"] is MEASURES["sentiment"]


def test_a_measure_is_counted_once(views: dict[str, View]) -> None:
    counted = []

    def read(view: View, metric: str) -> object:
        counted.append(metric)
        return MEASURES["keywords"].read(view, "words")

    from dataclasses import replace

    measure = replace(MEASURES["keywords"], name="mine", read=read)
    for _ in range(2):
        measure.table(views["sample"])
    measure.table(views["sample"], "quotations")
    assert counted == ["words", "quotations"]


def test_appearances_have_no_worst_case(views: dict[str, View]) -> None:
    with pytest.raises(AnalysisError, match="words or quotations"):
        MEASURES["bounds"].table(views["sample"], "articles")
