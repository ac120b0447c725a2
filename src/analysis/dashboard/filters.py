"""What does the reader look at? The filters of the sidebar, the same on every page.

Every filter is bound to the address of the page, so that a link opens the
same view. Dates that nobody has touched bound nothing: an article without a
date stays until a date is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from analysis.charts.numbers import counted, day_range
from analysis.dashboard.source import Shown
from analysis.model import FORMS, UNNAMED_SOURCES
from analysis.store import Selection

KEYS = ("speaker", "dates", "outlet", "form", "text", "once")


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: the corpus, the selection, and the selection in words."""

    shown: Shown
    selection: Selection
    words: str


def sidebar(shown: Shown) -> View:
    """Draw the filters and return what they select; stop while a date range is half picked."""
    names = [*shown.speakers()["speaker"].tolist(), UNNAMED_SOURCES]
    limits = shown.dates()
    with st.sidebar:
        speakers = st.multiselect(
            "Speakers", names, key="speaker", bind="query-params", placeholder="All speakers"
        )
        first, last = _dates(limits)
        outlets = st.multiselect(
            "Outlets", shown.outlets(), key="outlet", bind="query-params", placeholder="All outlets"
        )
        forms = st.multiselect("Form", list(FORMS), key="form", bind="query-params", placeholder="All forms")
        text = st.text_input(
            "Words in the text", key="text", bind="query-params", placeholder="e.g. harbour levy"
        )
        once = st.toggle("Count wire copies once", value=True, key="once", bind="query-params")
        st.button("Clear filters", on_click=clear, type="tertiary", key="clear")
        undated = shown.corpus.undated
        if (first or last) and undated:
            st.caption(f"{counted(undated, 'article')} without a date left out")
    selection = Selection(
        date_from=first,
        date_to=last,
        speakers=tuple(speakers),
        outlets=tuple(outlets),
        forms=tuple(forms),
        text=text or "",
        distinct_stories=bool(once),
    )
    return View(shown, selection, _in_words(selection, limits, shown.is_sample))


def _dates(limits: tuple[date, date] | None) -> tuple[date | None, date | None]:
    if limits is None:
        return None, None
    chosen = st.date_input("Dates", limits, *limits, key="dates", bind="query-params", format="DD/MM/YYYY")
    if len(chosen) < 2:
        st.info("Choose the last day too.")
        st.stop()
    return (None, None) if tuple(chosen) == limits else (chosen[0], chosen[1])


def clear() -> None:
    """Take all filters away, and the marks of what was clicked."""
    for key in KEYS:
        st.session_state.pop(key, None)
    st.session_state.pop("behind", None)
    st.session_state["nonce"] = st.session_state.get("nonce", 0) + 1


def show_only(speaker: str) -> None:
    """Filter by one speaker, as a click on a bar does; a second click takes the filter away."""
    st.session_state["speaker"] = [] if st.session_state.get("speaker") == [speaker] else [speaker]


def _in_words(selection: Selection, limits: tuple[date, date] | None, is_sample: bool) -> str:
    first, last = (selection.date_from, selection.date_to) if selection.date_from else limits or (None, None)
    parts = [day_range(first, last) if first and last else "No dates"]
    parts.append(", ".join(selection.outlets) or "all outlets")
    if selection.forms:
        parts.append(" and ".join(selection.forms) + " speech")
    if selection.text:
        parts.append(f"with “{selection.text}”")
    if selection.speakers:
        parts.append("speakers: " + ", ".join(selection.speakers))
    sentence = ", ".join(parts) + "."
    return sentence + (" Sample corpus: places and people are fictional." if is_sample else "")
