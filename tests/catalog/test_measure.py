"""Cells and columns of measures are written as the catalog declares them."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.catalog.measure import Column, IntervalColumn
from analysis.catalog.measures import MEASURES
from analysis.measures.results import Course
from analysis.wording import numbers


@pytest.mark.parametrize(("value", "cell"), [(3, "3"), (None, "none"), (float("nan"), "none"), (0, "0")])
def test_what_is_unknown_is_said_in_the_words_of_its_column(value: object, cell: str) -> None:
    assert Column("n", "n", str, unknown="none").cell({"n": value}) == cell


def test_intervals_have_both_bounds_or_none() -> None:
    shares = IntervalColumn("95 %", "low", numbers.share)
    assert shares.cell({"low": 0.1, "high": 0.25}) == "10–25"
    assert shares.cell({"low": None, "high": 0.25}) == shares.cell({"low": 0.1, "high": None}) == ""
    figures = IntervalColumn("95 %", "low", lambda value: f"{value:.1f}", high="top")
    assert figures.cell({"low": 1, "top": 2.25}) == "1.0–2.2"


def test_intervals_have_columns_only_where_there_are_some() -> None:
    table = pd.DataFrame({"low": [None, 0.1], "reach_low": [None, None]})
    columns = MEASURES["share-of-voice"].columns_of(table)
    assert [column.name for column in columns if column.head == "95 %"] == ["low"]


def test_words_may_depend_on_what_shares_are_parts_of() -> None:
    shares, tones = MEASURES["share-of-voice"], MEASURES["tone"]
    assert shares.metric_line("words") != shares.metric_line("quotations")
    assert shares.unit_line("words") != shares.unit_line("articles")
    assert tones.metric_line("words") == tones.metric_line("articles")


def test_pages_say_how_long_periods_are_and_units_in_fewer_words() -> None:
    course, shares = MEASURES["share-over-time"], MEASURES["share-of-voice"]
    assert course.page_title(Course(pd.DataFrame(), "week")) == "Share of voice by week"
    assert shares.page_title(pd.DataFrame()) == shares.title
    assert shares.page_unit_line("quotations") == "Of all quotations"
    assert MEASURES["outlets-by-speakers"].page_unit_line() == MEASURES["outlets-by-speakers"].unit_line()
