"""Which days a course shows, and who of some rows is chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis.catalog.view import View
from analysis.dashboard.frame.filters import chosen_among, course_days
from analysis.model import Selection
from analysis.store import open_corpus

ROWS = pd.DataFrame(
    {
        "speaker": ["Ana Silva", "Bo Chen", None, "Harbor Council"],
        "kind": ["person", "person", None, "organization"],
    }
)


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        ({}, (None, date(2026, 5, 10))),
        ({"date_to": date(2026, 4, 1)}, (None, date(2026, 4, 1))),
        ({"date_from": date(2026, 4, 1), "date_to": date(2027, 1, 1)}, (date(2026, 4, 1), date(2026, 5, 10))),
    ],
    ids=["all", "until a day", "beyond the corpus"],
)
def test_a_course_ends_with_the_corpus_or_before(
    corpora: dict[str, Path], chosen: dict[str, date], days: tuple[date | None, date]
) -> None:
    assert course_days(View(open_corpus(corpora["sample"]), Selection(**chosen))) == days


def test_a_corpus_without_dates_bounds_no_course(corpora: dict[str, Path]) -> None:
    assert course_days(View(open_corpus(corpora["silent"]), Selection())) == (None, None)


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(), None),
        (Selection(speakers=("Bo Chen", "Nobody Here")), ["Bo Chen"]),
        (Selection(kinds=("person",)), ["Ana Silva", "Bo Chen"]),
        (Selection(speakers=("Harbor Council",), kinds=("person",)), []),
    ],
    ids=["everybody", "a speaker", "a kind", "both"],
)
def test_only_those_of_the_rows_are_chosen(selection: Selection, names: list[str] | None) -> None:
    assert chosen_among(selection, ROWS) == names
