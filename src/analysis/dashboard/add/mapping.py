"""Let a reader say which column of an uploaded table holds what, and see what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.dashboard.ui.text import empty, label, section
from analysis.readers import TABLES, Preview, ReadOptions, preview
from analysis.wording.numbers import counted, day

File = tuple[str, bytes]

_FIELDS = {
    "text": "Text",
    "title": "Title",
    "outlet": "Outlet",
    "published": "Date",
    "authors": "Authors",
    "url": "Address",
}
_ORDERS = {"Leave unknown": None, "Day first": True, "Month first": False}
_MOST_KINDS, _BEGINNING = 4, 90


def options(files: Sequence[File]) -> list[ReadOptions]:
    """Draw the mapping of each kind of table among the files, and give the options of each file.

    Tables with the same columns are one kind and are mapped once.
    """
    day_first = _day_order(files)
    plain = ReadOptions(day_first=day_first)
    kinds: dict[tuple[str, ...], list[int]] = {}
    seen: dict[int, Preview] = {}
    for place, (name, data) in enumerate(files):
        if name.lower().endswith(TABLES):
            seen[place] = preview(name, data, plain)
            if seen[place].columns:
                kinds.setdefault(seen[place].columns, []).append(place)
    chosen = [plain] * len(files)
    for number, (columns, places) in enumerate(list(kinds.items())[:_MOST_KINDS]):
        first = places[0]
        mapped = _kind(number, columns, seen[first], files[first], len(places), day_first)
        for place in places:
            chosen[place] = mapped
    return chosen


def _day_order(files: Sequence[File]) -> bool | None:
    if not any(name.lower().endswith((*TABLES, ".zip")) for name, _ in files):
        return None
    words = st.selectbox(
        "A date such as 03/04/2026",
        list(_ORDERS),
        key="day-order",
        help="Which of the two numbers is the day is never guessed.",
    )
    return _ORDERS[words]


def _kind(
    number: int, columns: tuple[str, ...], seen: Preview, file: File, count: int, day_first: bool | None
) -> ReadOptions:
    others = f" and {counted(count - 1, 'table')} with the same columns" if count > 1 else ""
    section("Columns", f"{file[0]}{others}: which column holds what")
    found = {}
    # Rows of three, so that on a phone they stand in the same order.
    grid = [*st.columns(3), *st.columns(3)]
    for cell, (ours, name) in zip(grid, _FIELDS.items(), strict=True):
        known = seen.found.get(ours)
        with cell:
            theirs = st.selectbox(
                name,
                range(len(columns)),
                index=columns.index(known) if known in columns else None,
                format_func=lambda at: label(columns[at], 40),
                key=f"column-{number}-{ours}-{hash(columns)}",
                placeholder="Not there",
            )
        if theirs is not None:
            found[ours] = columns[theirs]
    mapped = ReadOptions(columns=found, day_first=day_first)
    _beginning(preview(*file, mapped))
    return mapped


def _beginning(seen: Preview) -> None:
    """How the first rows are read."""
    if not seen.articles:
        reason = str(seen.skipped[0]) if seen.skipped else "no rows"
        empty(f"Nothing can be read like this. {reason}")
        return
    rows = [
        {
            "title": article.title or "",
            "outlet": article.outlet or "",
            "date": day(article.published) if article.published else "",
            "text": article.text[:_BEGINNING].replace("\n", " "),
        }
        for article in seen.articles
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={
            "title": "Title",
            "outlet": "Outlet",
            "date": "Date",
            "text": st.column_config.TextColumn("Text begins", width="large"),
        },
    )
