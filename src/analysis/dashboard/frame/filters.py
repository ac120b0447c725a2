"""Choose what the reader looks at: the filters of the sidebar, the same on every page.

Every filter is bound to the address of the page, so that a link opens the
same view. What is filtered is said as chips on every page too, each taken away
by one click, also where the sidebar is closed.

Dates that nobody has touched bound nothing: an article without a date stays
until a date is chosen, and articles that are added later are not left out.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame.state import NONCE, OPENED, Memory, add_one
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import label
from analysis.model import ACTS, FORMS, KINDS, UNNAMED_SOURCES, Selection
from analysis.wording.numbers import counted, day
from analysis.wording.selections import days_in_words

MOST_NAMES = 1_000
"""So many speakers stand in a list to choose from; the others are found on the page Speakers, or typed."""

_VIEW = Memory[View | None]("view", None)
_LIMITS = Memory[tuple[date, date] | None]("date-limits", None)
_LISTS = ("speaker", "kind", "outlet", "form", "act")
_OTHERS = {"text": "", "once": True}
_LONGEST_CHIP = 42


def sidebar(everything: View) -> View:
    """Draw the filters and return what they select."""
    corpus = everything.corpus
    with st.sidebar:
        speakers = _choice("Speakers", _names(everything), "speaker", "All speakers")
        kinds = _choice("Kind of speaker", list(KINDS), "kind", "All kinds")
        first, last = _dates(corpus.date_range())
        outlets = _choice("Outlets", corpus.outlets(), "outlet", "All outlets")
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
        link("Clear filters", "clear", clear, disabled=selection == Selection())
        if (first or last) and corpus.undated:
            st.caption(f"{counted(corpus.undated, 'article')} without a date left out")
    chosen = everything.of(selection)
    _VIEW.set(chosen)
    return chosen


def view() -> View:
    """What the filters select now."""
    chosen = _VIEW.get()
    assert chosen is not None
    return chosen


def chips(selection: Selection) -> None:
    """Draw the active filters, and nothing where nothing is filtered."""
    active = _active(selection)
    if not active:
        return
    with st.container(horizontal=True, key="chips", vertical_alignment="center"):
        for place, (words, key, value) in enumerate(active):
            st.button(
                label(words, _LONGEST_CHIP),
                key=f"chip-{place}",
                on_click=_take_away,
                args=(key, value),
                help="Take this filter away",
            )
        link("Clear all", "clear-all", clear)


def clear() -> None:
    """Take all filters away, and the marks of what was clicked; for callbacks."""
    for key in (*_LISTS, "dates", *_OTHERS):
        _reset(key)
    OPENED.forget()
    add_one(NONCE)


def show_only(speaker: str) -> None:
    """Filter by one speaker, as a click on a bar does; a second click takes the filter away."""
    st.session_state["speaker"] = [] if is_only(speaker) else [speaker]


def is_only(speaker: str) -> bool:
    """Whether this speaker alone is filtered."""
    return bool(st.session_state.get("speaker") == [speaker])


def show_row(key: str, names: list[str]) -> None:
    """Filter by the speaker of the row chosen in the table of this key, whose rows have these names."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        show_only(names[rows[0]])
        add_one(NONCE)


def course_days(view: View) -> tuple[date | None, date | None]:
    """The first and the last day of a course over time: those chosen, the last one within the corpus."""
    limits, last = view.corpus.date_range(), view.selection.date_to
    return view.selection.date_from, min(last or limits[1], limits[1]) if limits else None


def chosen_among(selection: Selection, rows: pd.DataFrame) -> list[str] | None:
    """The speakers of ``rows`` that the filters for speakers and kinds leave; None where none is chosen."""
    if not selection.names_speakers:
        return None
    if selection.kinds:
        rows = rows[rows["kind"].isin(selection.kinds)]
    known = rows["speaker"].dropna().drop_duplicates()
    return known[known.isin(selection.speakers)].tolist() if selection.speakers else known.tolist()


def _choice(words: str, options: list[str], key: str, everything: str) -> list[str]:
    chosen: list[str] = st.multiselect(
        words, options, key=key, bind="query-params", placeholder=everything, filter_mode="contains"
    )
    return chosen


def _names(everything: View) -> list[str]:
    """The most quoted speakers, and whoever is chosen or named by the address besides."""
    known = everything.speakers["speaker"]
    names = [*known.head(MOST_NAMES), UNNAMED_SOURCES]
    asked = [*st.session_state.get("speaker", []), *st.query_params.get_all("speaker")]
    missing = set(asked) - set(names)
    return names + sorted(missing & set(known)) if missing else names


def _dates(limits: tuple[date, date] | None) -> tuple[date | None, date | None]:
    """Draw the choice of dates, given the first and the last of the corpus; None for a bound not set."""
    if limits is None:
        return None, None
    before = _LIMITS.get()
    if before is not None and before != limits and st.session_state.get("dates") == before:
        # Untouched dates stay untouched when articles are added before or after them.
        st.session_state["dates"] = limits
    _LIMITS.set(limits)
    # Whole years, so that a month that the corpus only touches can be chosen, or named by a link.
    years = date(limits[0].year, 1, 1), date(limits[1].year, 12, 31)
    chosen = st.date_input("Dates", limits, *years, key="dates", bind="query-params", format="DD/MM/YYYY")
    first, last = (*chosen, None, None)[:2] if isinstance(chosen, tuple) else (chosen, chosen)
    if first is None:
        return None, None
    if last is None:
        st.caption(f"From {day(first)} on. Choose the last day too.")
        return first, None
    return (None, None) if (first, last) == limits else (first, last)


def _active(selection: Selection) -> list[tuple[str, str, str | None]]:
    """What each chip says, the filter it belongs to, and the value; None for a filter of one value."""
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


def _take_away(key: str, value: str | None = None) -> None:
    """Take one filter away, or one value of it."""
    if value is None:
        _reset(key)
    else:
        st.session_state[key] = [other for other in st.session_state.get(key) or [] if other != value]
    add_one(NONCE)


def _reset(key: str) -> None:
    # Set, never popped: a filter that is missing takes its value from the address again.
    if key != "dates":
        st.session_state[key] = [] if key in _LISTS else _OTHERS[key]
    elif limits := _LIMITS.get():
        st.session_state[key] = limits
