"""What does the reader look at? The filters of the sidebar, the same on every page.

Every filter is bound to the address of the page, so that a link opens the
same view. What is filtered is said in words and as chips on every page
(`analysis.dashboard.frame.chips`), also where the sidebar is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass
from typing import Any, TypeVar

import streamlit as st

from analysis.dashboard.frame import dates
from analysis.dashboard.frame.source import Shown
from analysis.model import ACTS, FORMS, KINDS, UNNAMED_SOURCES, Selection
from analysis.wording.numbers import counted
from analysis.wording.selections import selection_in_words

T = TypeVar("T")

_LISTS = ("speaker", "kind", "outlet", "form", "act")

_MOST_NAMES = 1_000
"""So many speakers stand in the list to choose from; the others are found on the page Speakers."""


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: the corpus, the selection, and the selection in words."""

    shown: Shown
    selection: Selection
    words: str

    def once(self, what: str, work: Callable[[], T], *more: Any) -> T:
        """What ``work`` gives for this selection and ``more``: done the first time only."""
        return self.shown.once(what, (astuple(self.selection), *more), work)


def sidebar(shown: Shown) -> View:
    """Draw the filters and return what they select."""
    with st.sidebar:
        speakers = _choice("Speakers", _names(shown), "speaker", "All speakers")
        kinds = _choice("Kind of speaker", list(KINDS), "kind", "All kinds")
        limits = shown.dates()
        first, last = dates.dates(limits)
        outlets = _choice("Outlets", shown.outlets(), "outlet", "All outlets")
        forms = _choice("Form", list(FORMS), "form", "All forms")
        acts = _choice("Act", list(ACTS), "act", "Statements")
        text = st.text_input(
            "Words in the text", key="text", bind="query-params", placeholder="e.g. harbour levy"
        )
        once = st.toggle("Count wire copies once", value=True, key="once", bind="query-params")
        selection = Selection(
            date_from=first,
            date_to=last,
            speakers=tuple(speakers),
            kinds=tuple(kinds),  # type: ignore[arg-type]  # chosen among KINDS
            outlets=tuple(outlets),
            forms=tuple(forms),  # type: ignore[arg-type]  # chosen among FORMS
            acts=tuple(acts) or ("statement",),  # type: ignore[arg-type]  # chosen among ACTS
            text=text or "",
            distinct_stories=bool(once),
        )
        st.button(
            "Clear filters", on_click=clear, type="tertiary", key="clear", disabled=selection == Selection()
        )
        if (first or last) and shown.corpus.undated:
            st.caption(f"{counted(shown.corpus.undated, 'article')} without a date left out")
    return View(shown, selection, selection_in_words(selection, limits, shown.is_sample))


def view() -> View:
    """What the filters select now."""
    chosen: View = st.session_state["view"]
    return chosen


def clear() -> None:
    """Take all filters away, and the marks of what was clicked."""
    for key in (*_LISTS, "dates", "text", "once"):
        _reset(key)
    st.session_state.pop("behind", None)
    st.session_state["nonce"] = st.session_state.get("nonce", 0) + 1


def take_away(key: str, value: str | None = None) -> None:
    """Take one filter away, or one value of it."""
    if value is None:
        _reset(key)
    else:
        st.session_state[key] = [other for other in st.session_state.get(key) or [] if other != value]
    st.session_state["nonce"] = st.session_state.get("nonce", 0) + 1


def _reset(key: str) -> None:
    # Set, never popped: a filter that is missing takes its value from the address again.
    if key == "dates":
        dates.reset()
    elif key in _LISTS:
        st.session_state[key] = []
    else:
        st.session_state[key] = {"text": "", "once": True}[key]


def show_only(speaker: str) -> None:
    """Filter by one speaker, as a click on a bar does; a second click takes the filter away."""
    st.session_state["speaker"] = [] if st.session_state.get("speaker") == [speaker] else [speaker]


def show_row(key: str, names: list[str]) -> None:
    """Filter by the speaker of the row chosen in the table of this key, whose rows have these names."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        show_only(names[rows[0]])
        st.session_state["nonce"] = st.session_state.get("nonce", 0) + 1


def _choice(label: str, options: list[str], key: str, everything: str) -> list[str]:
    chosen: list[str] = st.multiselect(
        label, options, key=key, bind="query-params", placeholder=everything, filter_mode="contains"
    )
    return chosen


def _names(shown: Shown) -> list[str]:
    """The most quoted speakers, and whoever is chosen or named by the address besides."""
    known = shown.speakers()["speaker"]
    names = [*known.head(_MOST_NAMES), UNNAMED_SOURCES]
    asked = [*st.session_state.get("speaker", []), *st.query_params.get_all("speaker")]
    missing = set(asked) - set(names)
    return names + sorted(missing & set(known)) if missing else names
