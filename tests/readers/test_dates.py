import contextlib
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from analysis.readers.dates import UnclearDateError, published_day, visible_date

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-04",
        "2026/3/4",
        "2026.03.04",
        "20260304",
        "2026-03-04T23:14:00-05:00",
        "2026-03-04 07:00:00Z",
        "20260304T101500Z",
        "20260304101500",
        "4 March 2026",
        "4th of March, 2026",
        "March 4, 2026",
        "Mar. 4th 2026",
        "MARCH 4 2026",
        "04-Mar-2026",
        "Wed, 04 Mar 2026 23:14:00 -0500",
        "Wed Mar 04 2026 10:00:00 GMT+0100",
        "Updated: March 4, 2026 at 9:14 p.m. ET",
        "Published 4 March 2026, updated 5 March 2026",
        "1772582400",
        1772582400,
        1772582400000,
        1772582400.5,
        20260304,
        "04/Mar/2026",
        datetime(2026, 3, 4, 23, 59, tzinfo=UTC),
        DAY,
        pd.Timestamp("2026-03-04 10:00"),
    ],
    ids=str,
)
def test_a_day_is_read_however_it_is_written(written: object) -> None:
    assert published_day(written) == DAY


@pytest.mark.parametrize("nothing", [None, "", "  ", "nan", "NaT", "None", "N/A", float("nan"), pd.NaT, True])
def test_nothing_written_is_no_date_and_no_question(nothing: object) -> None:
    assert published_day(nothing) is None


@pytest.mark.parametrize(
    "unclear",
    [
        *("03/04/2026", "3.4.2026", "03-04-26", "13/03/26", "yesterday", "March 2026", "2026", "2026-13-45"),
        *("31/31/2026", "soon", 17, 46085.0, -1, float("inf"), 10**400, "1" * 5000, "30 February 2026"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_may_mean_several_days_or_none_is_not_guessed(unclear: object) -> None:
    with pytest.raises(UnclearDateError, match="2026-03-04"):
        published_day(unclear)


@pytest.mark.parametrize(
    ("written", "day_first", "day"),
    [
        ("03/04/2026", True, date(2026, 4, 3)),
        ("03/04/2026", False, date(2026, 3, 4)),
        ("03/04/26", True, date(2026, 4, 3)),
        ("13/03/2026", None, date(2026, 3, 13)),
        ("03/13/2026", None, date(2026, 3, 13)),
        ("03/13/2026", True, date(2026, 3, 13)),
        ("04/04/2026", None, date(2026, 4, 4)),
    ],
)
def test_the_order_of_day_and_month_is_the_users_or_the_only_possible_one(
    written: str, day_first: bool | None, day: date
) -> None:
    assert published_day(written, day_first) == day


@given(st.text(max_size=60) | st.integers() | st.floats(), st.none() | st.booleans())
def test_anything_is_a_day_nothing_or_a_question(value: object, day_first: bool | None) -> None:
    day = None
    with contextlib.suppress(UnclearDateError):
        day = published_day(value, day_first)
    assert day is None or isinstance(day, date)


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_an_iso_date_is_read_back(day: date) -> None:
    assert published_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("year", "meant"), [("00", 2000), ("26", 2026), ("68", 2068), ("69", 1969), ("99", 1999)]
)
def test_a_year_of_two_digits_lies_between_1969_and_2068(year: str, meant: int) -> None:
    assert published_day(f"31/12/{year}", day_first=True) == date(meant, 12, 31)


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)), st.sampled_from("-/."), st.booleans())
def test_a_day_in_numbers_is_read_back_in_the_order_that_is_told(
    day: date, mark: str, day_first: bool
) -> None:
    parts = ("%d", "%m") if day_first else ("%m", "%d")
    for year in ("%Y", "%y"):
        assert published_day(day.strftime(mark.join((*parts, year))), day_first) == day


MARKED = "<span class='post-date'>{}</span>"
TIME = "<time datetime='{0}'>{0}</time>"
ADDRESS = "https://post.example/2026/03/03/ferry"


@pytest.mark.parametrize(
    ("shown", "url", "date_"),
    [
        (TIME.format("2026-03-02") + MARKED.format("March 4, 2026"), ADDRESS, "March 4, 2026"),
        (TIME.format("2026-03-02"), ADDRESS, "2026-03-03"),
        (TIME.format("2026-03-02"), None, "2026-03-02"),
        (
            MARKED.format("yesterday") + MARKED.format("03/04/2026") + TIME.format("2026-03-02"),
            None,
            "2026-03-02",
        ),
        (MARKED.format("The law of March 4, 2026, " + "and what came of it " * 5), None, None),
        ("<p>It was 2026-03-02.</p>", None, None),
        ("<footer>" + MARKED.format("2026-03-02") + "</footer>", None, None),
    ],
    ids=["marked", "address", "time", "unclear", "long", "unmarked", "footer"],
)
def test_a_date_marked_as_one_goes_before_the_address_and_that_before_any_time(
    shown: str, url: str | None, date_: str | None
) -> None:
    assert visible_date(document_fromstring(f"<html><body>{shown}</body></html>"), url) == date_
