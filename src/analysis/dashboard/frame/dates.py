"""Which days does the reader look at?

Dates that nobody has touched bound nothing: an article without a date stays
until a date is chosen, and articles that are added later are not left out.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from analysis.wording.numbers import day

Days = tuple[date, date]


def dates(limits: Days | None) -> tuple[date | None, date | None]:
    """Draw the choice of dates; None for a bound that nobody has set.

    Args:
        limits: The first and the last day of the corpus, None where no article has a date.
    """
    if limits is None:
        return None, None
    _follow(limits)
    chosen = st.date_input(
        "Dates",
        limits,
        *_calendar(limits),
        key="dates",
        bind="query-params",
        format="DD/MM/YYYY",
    )
    first, last = (*chosen, None, None)[:2] if isinstance(chosen, tuple) else (chosen, chosen)
    if first is None:
        return None, None
    if last is None:
        st.caption(f"From {day(first)} on. Choose the last day too.")
        return first, None
    return (None, None) if (first, last) == limits else (first, last)


def reset() -> None:
    """Take the choice of dates away; for callbacks."""
    if limits := st.session_state.get("date-limits"):
        st.session_state["dates"] = limits


def _follow(limits: Days) -> None:
    """Keep untouched dates untouched when articles are added before or after them."""
    before = st.session_state.get("date-limits")
    if before is not None and before != limits and st.session_state.get("dates") == before:
        st.session_state["dates"] = limits
    st.session_state["date-limits"] = limits


def _calendar(limits: Days) -> Days:
    """Whole years, so that a month that the corpus only touches can be chosen, or named by a link."""
    return date(limits[0].year, 1, 1), date(limits[1].year, 12, 31)
