"""Draw a chart under its head, with its files to save and the sentences that a click opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.dashboard.evidence import behind
from analysis.dashboard.frame import saving
from analysis.dashboard.frame.filters import show_only, view
from analysis.dashboard.frame.saving import Draw
from analysis.dashboard.ui.certainty import lines
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import note, section
from analysis.measures.results import Result, table_of
from analysis.measures.shares import Metric


def draw(
    name: str,
    title: str,
    line: str,
    figure: Draw,
    table: pd.DataFrame,
    *,
    footer: str,
    switch: Callable[[], Any] | None = None,
    selects: bool = False,
    opens: behind.Opens | None = None,
) -> None:
    """Draw a chart with its head and its menu.

    Args:
        name: In keys of widgets and names of files.
        title: Above it.
        line: Below the title: what its numbers are parts of.
        figure: Draws it, light or dark.
        table: Its numbers.
        footer: The line of method of its files.
        switch: Draws a choice beside the title.
        selects: A click on a speaker filters.
        opens: Turns what was clicked into the sentences behind it, which open below.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"head-{name}"):
        section(title, line)
        if switch is not None:
            switch()
        saving.chart_menu(name, title, line, figure, table, footer)
    drawn = figure(mode())
    meta = drawn.layout.meta or {}
    key = behind.chart_key(name)
    options: dict[str, Any] = {}
    if selects or opens:
        options = {"on_select": lambda: _pick(key, name, selects, opens), "selection_mode": "points"}
    st.plotly_chart(
        drawn, key=key, theme=None, config={"displayModeBar": False}, alt=meta.get("alt", title), **options
    )
    if meta.get("note"):
        note(meta["note"])
    behind.panel(view(), name)


def draw_measure(
    view: View,
    measured: str,
    result: Result,
    *,
    footer: str,
    name: str = "",
    title: str = "",
    line: str = "",
    metric: Metric = "words",
    top: int | None = None,
    opens: behind.Opens | None = None,
    **more: Any,
) -> None:
    """Draw the chart of a measure of the catalog, which says all that is not said here.

    ``result`` is what the measure gives, with the intervals of the rows that
    are drawn where there are some; ``name`` is needed where a page has several
    charts of one measure. The others, and ``more``, are as in `draw`.
    """
    measure, table = MEASURES[measured], table_of(result)
    drawing = measure.draw
    assert drawing is not None
    draw(
        name or measured,
        title or measure.page_title(result),
        (line or measure.page_unit_line(metric)) + lines(table),
        lambda mode: drawing(view, result, mode, top or measure.top),
        table,
        footer=footer,
        opens=opens or behind.opens_by(view, measure.marks),
        **more,
    )


def _pick(key: str, name: str, selects: bool, opens: behind.Opens | None) -> None:
    points = st.session_state[key]["selection"]["points"]
    meant = next((list(point["customdata"]) for point in points if point.get("customdata")), None)
    if opens:
        behind.remember(name, opens(meant) if meant else None)
    if selects and meant and isinstance(meant[0], str):
        show_only(meant[0])
