"""Draw one speaker's share from period to period, before those of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.course import Line, line_chart, lines_of
from analysis.charts.palette import Mode, mixed, palette
from analysis.charts.tables import names_by_words
from analysis.charts.time_axis import drawn
from analysis.charts.trends import alt, highest
from analysis.measures.results import Course
from analysis.wording import numbers

MOST_OTHERS = 4
"""More grey lines hide the one that matters."""


def share_sparkline(course: Course, name: str, *, mode: Mode, colors: Mapping[str, int]) -> go.Figure:
    """Draw one speaker's share before the grey lines of the others.

    Args:
        course: As `analysis.measures.trends.shares_over_time` returns it, with
            this speaker and those to compare with, of whom those with most words
            are drawn; ``low`` and ``high``, where there, become a band.
        name: The speaker whose line is in color.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors.

    Returns:
        A figure 150 pixels high; the peak and the last value are written.
    """
    everybody = course.table
    by = str(everybody.columns[1])
    others = [other for other in names_by_words(everybody, by) if other not in (name, None)][:MOST_OTHERS]
    table, axis = drawn(replace(course, table=everybody[everybody[by].isin([name, *others])]))
    lines = lines_of(table, by, "share", axis, mode=mode, colors=colors)
    own = [line for line in lines if line.name == name]
    ours = table[table[by] == name].sort_values("period_start")
    top = max(highest(lines), ours["high"].max() if "high" in ours else 0, 0.001)
    fig = line_chart(
        own, axis, mode=mode, limits=(0, top * 1.25), alt=alt(own, axis), labels=False, height=150
    )
    grey = [_grey(line, palette(mode).axis) for line in lines if line.name not in (name, None)]
    band = [_band(ours, mixed(own[0].color, 0.18, palette(mode).page))] if own and "high" in ours else []
    marks_of_line = list(fig.data)
    fig.data = []
    fig.add_traces([*grey, *band, *marks_of_line])
    fig.layout.annotations = _peak_and_last(own[0], mode) if own else []
    return fig


def _grey(line: Line, color: str) -> go.Scatter:
    style = {"width": 1, "color": color}
    return go.Scatter(y=list(line.values), x0=0, dx=1, mode="lines", line=style, hoverinfo="skip")


def _band(table: pd.DataFrame, color: str) -> go.Scatter:
    places = list(range(len(table)))
    return go.Scatter(
        x=[*places, *reversed(places)],
        y=[*table["high"], *reversed(list(table["low"]))],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=color,
        hoverinfo="skip",
    )


def _peak_and_last(line: Line, mode: Mode) -> list[marks.Mark]:
    """The highest value above its point, the last in bold at the end."""
    known = [(value, place) for place, value in enumerate(line.values) if value is not None]
    if not known:
        return []
    colors = palette(mode)
    peak, at = max(known)
    last, end = known[-1]
    found = [marks.text(f"<b>{numbers.share(last)}</b>", last, color=colors.ink, x=1, shift=6)]
    if at != end:
        written = marks.text(numbers.share(peak), peak, color=colors.ink, x=at, anchor="center")
        above = {"xref": "x", "yanchor": "bottom", "yshift": 8, "bgcolor": colors.page}
        found.append(written | above)
    return found
