"""The page “Speakers”: how much each speaker says, or one of them (`analysis.dashboard.speakers.profile`)."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.filters import show_row
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.frame.saving import csv_button
from analysis.dashboard.frame.source import once
from analysis.dashboard.frame.state import NONCE
from analysis.dashboard.speakers import bounds, profile
from analysis.dashboard.ui.text import empty, heading, note, section
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.trends import shares_over_time
from analysis.wording.names import fitted
from analysis.wording.numbers import count, counted

_CHARACTERS = 34
_MOST_LISTED = 300
"""More rows are found by searching; each carries its course, which is what costs."""


def page() -> None:
    """Draw all speakers, or the one that the filter names."""
    view = filters.view()
    is_empty = view.statements.empty
    if len(view.selection.speakers) == 1:
        profile.profile(view, stamp(view))
    else:
        heading("Who speaks", view.words)
        if is_empty:
            empty("No quotations fit these filters. Widen the dates or clear filters.")
        else:
            _all(view)
    if not is_empty:
        bounds.panel(view, stamp(view))
        bounds.expectation_panel(view, stamp(view))
    foot(stamp(view))


def _all(view: View) -> None:
    table = once(_shares, view)
    table = table[table["speaker"].notna()]
    with st.container(horizontal=True, vertical_alignment="bottom", key="head-speakers"):
        section(counted(len(table), "speaker"), "Select a row to see one speaker; the column heads sort")
        wanted = st.text_input(
            "Search", key="find", placeholder="Name or role", label_visibility="collapsed", width=260
        )
        with st.popover("Save", type="tertiary"):
            csv_button("speakers", _numbers(view, table), stamp(view))
    found = _found(view, table, wanted)
    if found.empty:
        empty(f"Nobody here is called “{wanted}”. Search for a part of a name, or clear filters.")
        return
    rows = _rows(view, found.head(_MOST_LISTED))
    key = f"speakers-{NONCE.get()}"
    st.dataframe(
        rows.assign(speaker=[fitted(name, _CHARACTERS) for name in rows["speaker"]]),
        column_config=_columns(rows),
        hide_index=True,
        on_select=lambda: show_row(key, rows["speaker"].tolist()),
        selection_mode="single-row",
        key=key,
        height=min(38 + 35 * len(rows), 640),
    )
    if len(found) > _MOST_LISTED:
        note(f"The {count(_MOST_LISTED)} with most words; search for the others.")


def _shares(view: View) -> pd.DataFrame:
    return share_of_voice(view.statements, view.articles, speakers=view.chosen_speakers)


def _found(view: View, table: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows whose name, other names or role hold what was searched for."""
    words = wanted.casefold().split()
    if not words:
        return table.reset_index(drop=True)
    known = view.speakers.set_index("speaker")
    more = {
        name: " ".join([*row["aliases"], row["role"] if isinstance(row["role"], str) else ""])
        for name, row in known[["aliases", "role"]].to_dict("index").items()
    }
    full = [f"{name} {more.get(name, '')}".casefold() for name in table["speaker"]]
    return table[[all(word in text for word in words) for text in full]].reset_index(drop=True)


def _numbers(view: View, table: pd.DataFrame) -> pd.DataFrame:
    tones = tone_by(view.statements).dropna(subset=["speaker"]).set_index("speaker")["tone"]
    return table.assign(
        direct=table["direct"] / table["words"].clip(lower=1), tone=table["speaker"].map(tones)
    )[["speaker", "kind", "share", "reach", "quotations", "direct", "tone"]]


def _rows(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are shown: parts in percent, and each speaker's course."""
    rows = _numbers(view, table)
    for column in ("share", "reach", "direct"):
        rows[column] = rows[column] * 100
    # Never “−0.00”.
    rows["tone"] = rows["tone"].round(2) + 0.0
    names = rows["speaker"].tolist()
    first, last = view.selection.date_from, view.selection.date_to
    courses = shares_over_time(view.statements, first=first, last=last, speakers=names)
    by_name = courses.table.fillna({"share": 0.0}).groupby("speaker")["share"].agg(list)
    rows["course"] = [by_name.get(name, []) for name in names]
    return rows[["speaker", "share", "course", "reach", "quotations", "direct", "tone", "kind"]]


def _columns(rows: pd.DataFrame) -> dict[str, Any]:
    column = st.column_config
    whole = "Part of all quoted words"
    return {
        "speaker": column.TextColumn("Speaker", width=230),
        "share": column.ProgressColumn(
            "Share", format="%.1f %%", min_value=0, max_value=max(float(rows["share"].max()), 0.1), help=whole
        ),
        "course": column.AreaChartColumn("Over time", width="small", y_min=0, help="Share by period"),
        "reach": column.NumberColumn(
            "Reach", format="%.0f %%", help="Part of articles that quote the speaker"
        ),
        "quotations": column.NumberColumn("Quotations", format="localized"),
        "direct": column.NumberColumn("Direct", format="%.0f %%", help="Part of the words in direct speech"),
        "tone": column.NumberColumn("Tone", format="%+.2f", help="Sentiment of the quoted words, −1 to +1"),
        "kind": column.TextColumn("Kind", width=95),
    }
