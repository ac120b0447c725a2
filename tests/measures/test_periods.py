"""Do days fall into the right periods?"""

from datetime import date

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
def test_the_period_follows_the_length_of_the_range(last, period):
    assert period_for(date(2026, 3, 2), last) == period


@pytest.mark.parametrize(
    ("period", "start"), [("day", "2026-03-08"), ("week", "2026-03-02"), ("month", "2026-03-01")]
)
def test_a_day_belongs_to_the_period_that_begins_before_it(period, start):
    assert period_starts(pd.Series([pd.Timestamp("2026-03-08")]), period).tolist() == [pd.Timestamp(start)]


def test_an_unknown_day_stays_unknown():
    assert period_starts(pd.Series([pd.NaT], dtype="datetime64[us]"), "week").isna().all()


def test_months_are_complete_at_their_own_length():
    days = pd.Series(pd.to_datetime(["2026-02-03", "2026-03-30"]))
    _, table = calendar(days, period="month")
    assert table["days"].tolist() == [28, 30]
    assert table["complete"].tolist() == [True, False]


def test_no_known_day_gives_no_periods():
    assert calendar(pd.Series([], dtype="datetime64[us]"))[1].empty
