"""Whose share differs between two of the things compared, or could that be chance?"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.charts.tables import name_of, records
from analysis.dashboard.compare.sides import Side
from analysis.dashboard.frame.chosen import chosen_speakers
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.measures.differences import share_differences
from analysis.report.comparisons import difference_cells
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import NBSP

_MOST = 10


def differences(view: View, sides: Sequence[Side], noun: str, stamp: str) -> None:
    """Draw the largest differences of shares between two sides, stories in both compared as pairs."""
    head = st.container(horizontal=True, vertical_alignment="bottom", key="head-differences")
    with head:
        parts.section("Differences", "Share of quoted words, the largest differences first")
        first, second = sides[0], sides[1]
        if len(sides) > 2:
            first, second = (_choice(sides, place, noun) for place in (0, 1))
    base = [
        (view.shown.quotations(side.selection), view.shown.articles(side.selection))
        for side in (first, second)
    ]
    both = pd.concat([said for said, _ in base])
    if first.name == second.name or both.empty:
        parts.note(f"Choose two different {noun}s with quotations.")
        return
    found = share_differences(base[0], base[1], groups=chosen_speakers(view, both))
    table = found.table
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    rows = [
        (name_of(record["speaker"]) or f"({UNATTRIBUTED})", *difference_cells(record))
        for record in records(table.head(_MOST))
    ]
    # Names of outlets as labels: they may be anything, also the name of another column.
    labels = {"before": first.name, "after": second.name, "interval": f"95{NBSP}%"}
    columns = ["speaker", "before", "after", "points", "interval", "clear"]
    cells = pd.DataFrame(rows, columns=columns)
    # Few stories have no intervals, and columns without a word are none.
    st.dataframe(
        cells.loc[:, (cells != "").any()],
        hide_index=True,
        column_config={
            name: st.column_config.TextColumn(labels.get(name, name.capitalize())) for name in columns
        },
    )
    if found.note:
        parts.note(f"{found.note[0].upper()}{found.note[1:]}.")
    with head, st.popover("Save", type="tertiary", key="save-differences"):
        parts.csv_button("differences", table, f"{first.name} and {second.name}. {stamp}")


def _choice(sides: Sequence[Side], place: int, noun: str) -> Side:
    names = [side.name for side in sides]
    chosen = st.selectbox(
        f"{'First' if place == 0 else 'Second'} {noun}",
        names,
        index=place,
        key=f"differs-{place}",
        width=220,
        label_visibility="collapsed",
    )
    return sides[names.index(chosen)]
