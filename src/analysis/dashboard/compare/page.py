"""The page “Compare”: two to six speakers, outlets or periods side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.compare.sides import compare_sides, outlet_sides, period_sides, periods_of
from analysis.dashboard.compare.speakers import compare_speakers
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.ui.controls import switch
from analysis.dashboard.ui.text import empty, heading

_KINDS = {"speakers": "Speakers", "outlets": "Outlets", "periods": "Periods"}
_MOST, _FIRST = 6, 4


def page() -> None:
    """Draw two to six things side by side."""
    view = filters.view()
    heading("Side by side", view.words)
    if view.statements.empty:
        empty(
            "No quotations fit these filters, so there is nothing to compare. Clear filters or add articles."
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="compared"):
        kind = switch("Compare", _KINDS, "compare", is_bound=True, has_label=True)
        names = _choose(view, kind)
    if len(names) < 2:
        empty("Choose at least two to compare. If only one is listed, widen the dates or clear filters.")
    elif kind == "speakers":
        compare_speakers(view, names, stamp(view))
    elif kind == "outlets":
        compare_sides(view, outlet_sides(view, names), "outlet", stamp(view))
    else:
        compare_sides(view, period_sides(view, names), "period", stamp(view))
    foot(stamp(view))


def _choose(view: View, kind: str) -> list[str]:
    """The names that are compared: what was chosen, or else a sensible beginning."""
    if kind == "periods":
        options = list(periods_of(view))
        first = options[-2:]
    else:
        options = _by_words(view.statements, kind.removesuffix("s"))
        first = options[:_FIRST]
        if kind == "speakers" and len(view.selection.speakers) > 1:
            first = list(view.selection.speakers[:_MOST])
    chosen: list[str] = st.multiselect(
        _KINDS[kind],
        options[: filters.MOST_NAMES],
        key=f"compared_{kind}",
        bind="query-params",
        max_selections=_MOST,
        placeholder=f"The latest {len(first)}" if kind == "periods" else f"The {len(first)} most quoted",
    )
    return chosen or first


def _by_words(rows: pd.DataFrame, by: str) -> list[str]:
    names: list[str] = (
        rows.groupby(by)["words"].sum().sort_values(ascending=False, kind="stable").index.tolist()
    )
    return names
