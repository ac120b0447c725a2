"""Lay out the days, weeks, months or years of a range of dates, and tell which are incomplete.

Weeks begin on Monday. A period is incomplete when the range ends, or was
chosen to begin, in the middle of it: fewer days must not pass for a fall.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import pandas as pd

Period = Literal["day", "week", "month", "year"]

_FREQUENCY = {"day": "D", "week": "W-MON", "month": "MS", "year": "YS"}
_LENGTH = {
    "day": pd.DateOffset(days=1),
    "week": pd.DateOffset(days=7),
    "month": pd.DateOffset(months=1),
    "year": pd.DateOffset(years=1),
}
_MOST_DAYS: tuple[tuple[int, Period], ...] = ((21, "day"), (366, "week"), (5_500, "month"))


def period_for(first: date, last: date) -> Period:
    """The period that gives a readable number of points for a range.

    >>> period_for(date(2026, 3, 2), date(2026, 5, 10))
    'week'
    """
    days = (last - first).days + 1
    return next((period for most, period in _MOST_DAYS if days <= most), "year")


def period_starts(days: pd.Series, period: Period) -> pd.Series:
    """The first day of the period that each day lies in; an unknown day stays unknown."""
    days = pd.to_datetime(days).dt.normalize().astype("datetime64[us]")
    if period == "day":
        return days
    since = {"week": days.dt.day_of_week, "month": days.dt.day - 1, "year": days.dt.day_of_year - 1}
    return days - pd.to_timedelta(since[period], unit="D")


def calendar(
    days: pd.Series, *, period: Period | None = None, first: date | None = None, last: date | None = None
) -> tuple[Period, pd.DataFrame]:
    """Lay out every period of a range, also those in which nothing happened.

    Args:
        days: The days on which something happened; unknown ones are passed over.
        period: Its length; chosen by the range if None.
        first: The first day looked at. If None the range begins with the first
            day's whole period.
        last: The last day looked at; the last of ``days`` if None.

    Returns:
        The period, and one row each in time order: ``period_start``
        (datetime), ``days`` (int, how many of its days were looked at),
        ``complete`` (bool). No known day gives no rows.
    """
    known = pd.to_datetime(days).dropna()
    if known.empty:
        empty = {"period_start": pd.Series(dtype="datetime64[us]"), "days": pd.Series(dtype="int64")}
        return period or "day", pd.DataFrame(empty | {"complete": pd.Series(dtype="bool")})
    begin = pd.Timestamp(first) if first else known.min().normalize()
    end = max(pd.Timestamp(last) if last else known.max().normalize(), begin)
    chosen = period or period_for(begin.date(), end.date())
    start = period_starts(pd.Series([begin]), chosen).iloc[0]
    starts = pd.date_range(start, end, freq=_FREQUENCY[chosen]).as_unit("us")
    return chosen, _coverage(starts, chosen, begin if first else start, end)


def _coverage(
    starts: pd.DatetimeIndex, period: Period, begin: pd.Timestamp, end: pd.Timestamp
) -> pd.DataFrame:
    after = starts + _LENGTH[period]
    whole = (after - starts).days
    past = end + pd.Timedelta(days=1)
    seen = (after.where(after < past, past) - starts.where(starts > begin, begin)).days
    return pd.DataFrame({"period_start": starts, "days": seen, "complete": seen == whole})
