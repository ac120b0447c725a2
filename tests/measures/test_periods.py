"""Days fall into the right periods."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from analysis.measures.periods import calendar, period_for, period_starts


@pytest.mark.parametrize(
    ("last", "period"),
    [
        pytest.param(date(2026, 3, 15), "day", id="two weeks"),
        pytest.param(date(2026, 5, 10), "week", id="ten weeks"),
        pytest.param(date(2028, 5, 10), "month", id="two years"),
    ],
)
def test_the_period_follows_the_length_of_the_range(last: Any, period: Any) -> None:
    assert period_for(date(2026, 3, 2), last) == period


@pytest.mark.parametrize(
    ("days", "period"),
    [(1, "day"), (21, "day"), (22, "week"), (366, "week"), (367, "month"), (5_500, "month"), (5_501, "year")],
)
def test_three_weeks_have_days_a_leap_year_weeks_and_fifteen_years_months(days: Any, period: Any) -> None:
    first = date(2004, 3, 1)
    assert period_for(first, first + timedelta(days=days - 1)) == period


@pytest.mark.parametrize(
    ("period", "start"), [("day", "2026-03-08"), ("week", "2026-03-02"), ("month", "2026-03-01")]
)
def test_a_day_belongs_to_the_period_that_begins_before_it(period: Any, start: Any) -> None:
    assert period_starts(pd.Series([pd.Timestamp("2026-03-08")]), period).tolist() == [pd.Timestamp(start)]


def test_an_unknown_day_stays_unknown() -> None:
    assert period_starts(pd.Series([pd.NaT], dtype="datetime64[us]"), "week").isna().all()


def test_months_are_complete_at_their_own_length() -> None:
    days = pd.Series(pd.to_datetime(["2026-02-03", "2026-03-30"]))
    _, table = calendar(days, period="month")
    assert table["days"].tolist() == [28, 30]
    assert table["complete"].tolist() == [True, False]


def test_no_known_day_gives_no_periods() -> None:
    assert calendar(pd.Series([], dtype="datetime64[us]"))[1].empty


def test_decades_are_laid_out_in_years_and_a_leap_year_is_whole_with_its_leap_day() -> None:
    days = pd.to_datetime(pd.Series(["2004-01-01", "2024-12-31"]))
    period, table = calendar(days)
    assert period == "year"
    assert len(table) == 21
    assert table["complete"].all()
    assert table["days"].iloc[[0, 1]].tolist() == [366, 365]


def test_a_year_begins_on_its_first_day() -> None:
    starts = period_starts(pd.to_datetime(pd.Series(["2024-12-31", None])), "year")
    assert starts.iloc[0] == pd.Timestamp("2024-01-01")
    assert pd.isna(starts.iloc[1])


def test_every_day_is_whole() -> None:
    _, table = calendar(pd.to_datetime(pd.Series(["2026-03-02", "2026-03-04"])), period="day")
    assert table["days"].tolist() == [1, 1, 1]
    assert table["complete"].all()
