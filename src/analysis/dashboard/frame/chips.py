"""What is filtered? One chip a filter, each taken away by one click, on every page."""

from __future__ import annotations

import streamlit as st

from analysis.dashboard.frame.filters import View, clear, take_away
from analysis.dashboard.ui.markdown import label
from analysis.wording.selections import days_in_words

_LONGEST = 42


def chips(view: View) -> None:
    """Draw the active filters, and nothing where nothing is filtered."""
    active = _active(view)
    if not active:
        return
    with st.container(horizontal=True, key="chips", vertical_alignment="center"):
        for place, (words, key, value) in enumerate(active):
            st.button(
                label(words, _LONGEST),
                key=f"chip-{place}",
                on_click=take_away,
                args=(key, value),
                help="Take this filter away",
            )
        st.button("Clear all", key="clear-all", on_click=clear, type="tertiary")


def _active(view: View) -> list[tuple[str, str, str | None]]:
    """What each chip says, the filter it belongs to, and the value; None for a filter of one value."""
    selection = view.selection
    found: list[tuple[str, str, str | None]] = []
    for key, values in (
        ("speaker", selection.speakers),
        ("kind", selection.kinds),
        ("outlet", selection.outlets),
        ("form", selection.forms),
    ):
        found += [(f"{key.capitalize()}: {value}", key, value) for value in values]
    if selection.acts != ("statement",):
        found.append(("Act: " + ", ".join(selection.acts), "act", None))
    if selection.date_from or selection.date_to:
        found.append((days_in_words(selection.date_from, selection.date_to, None), "dates", None))
    if selection.text:
        found.append((f"Words: {selection.text}", "text", None))
    if not selection.distinct_stories:
        found.append(("Every copy counted", "once", None))
    return found
