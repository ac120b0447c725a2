"""Draw who is heard, and how much is quoted, from period to period.

What lines through time have in common is in `analysis.charts.course`; one
speaker's line before the others in `analysis.charts.sparkline`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from analysis.charts.course import LEFT, TOP, Line, bottom_margin, line_chart, lines_of
from analysis.charts.marks import NEVER_DIMMED
from analysis.charts.palette import Mode, palette
from analysis.charts.template import figure
from analysis.charts.time_axis import (
    Axis,
    drawn,
    grid,
    grid_values,
    last_day,
    period_name,
    time_axis,
)
from analysis.measures.results import Course
from analysis.wording import numbers


def shares_over_time(
    course: Course,
    *,
    mode: Mode,
    colors: Mapping[str, int],
    kinds: Mapping[str, str] | None = None,
    top: int = 5,
) -> go.Figure:
    """Draw shares of voice through time, one line a speaker.

    Args:
        course: As `analysis.measures.trends.shares_over_time` returns it; the
            second column of its table names the lines.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors, from `palette.color_slots`.
        kinds: Speaker → kind; persons are then labeled by their surname.
        top: How many lines, those with most words; more than five cannot be told apart.

    Returns:
        A figure 310 pixels high. ``customdata`` of a point is the raw name and the period's days;
        ``layout.meta["note"]`` explains a starred period.
    """
    table, axis = drawn(course)
    by = str(table.columns[1])
    lines = lines_of(table, by, "share", axis, mode=mode, colors=colors, kinds=kinds, top=top)
    values, end = grid_values(highest(lines))
    fig = line_chart(lines, axis, mode=mode, limits=(0, end), alt=alt(lines, axis))
    grid(fig, values, lambda at, is_top: numbers.share(at) if is_top else f"{at * 100:g}", palette(mode))
    return fig


def quotations_over_time(course: Course, *, mode: Mode, color: str | None = None) -> go.Figure:
    """Draw how many quotations each period holds, as columns.

    Args:
        course: As `analysis.measures.trends.quotations_over_time` returns it.
        mode: ``light`` or ``dark``.
        color: The color of the columns; neutral if None.

    Returns:
        A figure 220 pixels high; ``customdata`` of a column is its first and last day
        (``YYYY-MM-DD``). An incomplete period is hollow.
    """
    table, axis = drawn(course)
    chosen = palette(mode)
    counts = [int(value) for value in table.sort_values("period_start")["quotations"]]
    margins = {"left": LEFT, "right": LEFT, "top": TOP, "bottom": bottom_margin(axis)}
    fig = figure(mode, height=220, alt=_counts_alt(counts, axis), note=axis.note, **margins)
    fig.add_trace(_columns(counts, axis, color or chosen.neutral, chosen.page))
    values, end = grid_values(max(counts, default=0), whole=True)
    time_axis(fig, axis, chosen)
    fig.update_xaxes(range=[-0.9, max(len(counts), 1) - 0.4])
    fig.update_yaxes(range=[0, end])
    grid(fig, values, lambda at, _: numbers.count(at), chosen)
    return fig


def highest(lines: Sequence[Line]) -> float:
    """The highest value of all lines, 0 where there is none."""
    return max((value for line in lines for value in line.values if value is not None), default=0.0)


def alt(lines: Sequence[Line], axis: Axis) -> str:
    """Who has most in the last complete period."""
    places = [place for place, complete in enumerate(axis.complete) if complete] or list(
        range(len(axis.starts))
    )
    if not lines or not places:
        return "Share of voice over time: nothing with a date is quoted."
    place = places[-1]
    last = max(lines, key=lambda line: line.values[place] or 0)
    value = numbers.share(last.values[place] or 0)
    return f"Share of voice over time: {last.full} has most, {value} in {_in_words(axis, place)}."


def _columns(counts: Sequence[int], axis: Axis, color: str, page: str) -> go.Bar:
    names = [period_name(start, axis.period) for start in axis.starts]
    return go.Bar(
        x=list(range(len(counts))),
        y=list(counts),
        width=0.62,
        marker={
            "color": [color if complete else page for complete in axis.complete],
            "line": {"width": 1, "color": color},
        },
        customdata=[[start.isoformat(), last_day(start, axis.period).isoformat()] for start in axis.starts],
        hoverinfo="text",
        hovertext=[
            f"{name[0].upper() + name[1:]}: {numbers.counted(count, 'quotation')}"
            for name, count in zip(names, counts, strict=True)
        ],
        **NEVER_DIMMED,
    )


def _counts_alt(counts: Sequence[int], axis: Axis) -> str:
    if not counts:
        return "Quotations over time: none has a date."
    most = max(counts)
    return f"Quotations over time: most, {numbers.count(most)}, in {_in_words(axis, counts.index(most))}."


def _in_words(axis: Axis, place: int) -> str:
    name = period_name(axis.starts[place], axis.period)
    return f"the {name}" if axis.period == "week" else name
