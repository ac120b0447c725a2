"""Draw who is heard, how much is quoted and which terms are used, from period to period.

What lines through time have in common is in `analysis.charts.course`. Colors
are for speakers and tone, so lines of terms differ in darkness, and in the
names at their ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.course import LEFT, SHADES, TOP, Line, bottom_margin, hovers_of, line_chart, lines_of
from analysis.charts.label_rows import names_by_words
from analysis.charts.marks import NEVER_DIMMED
from analysis.charts.palette import Mode, mixed, palette
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
from analysis.wording.names import fitted


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
    values, end = grid_values(_highest(lines))
    fig = line_chart(lines, axis, mode=mode, limits=(0, end), alt=_shares_alt(lines, axis))
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


def _highest(lines: Sequence[Line]) -> float:
    """The highest value of all lines, 0 where there is none."""
    return max((value for line in lines for value in line.values if value is not None), default=0.0)


def _shares_alt(lines: Sequence[Line], axis: Axis) -> str:
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


MOST_TERMS = 4
"""More shades of grey cannot be told apart."""


def terms_over_time(course: Course, *, mode: Mode) -> go.Figure:
    """Draw the part of articles that use each term, one line a term.

    Args:
        course: As `analysis.measures.trends.terms_over_time` returns it;
            the first `MOST_TERMS` terms are drawn.
        mode: ``light`` or ``dark``.

    Returns:
        A figure 310 pixels high; ``customdata`` of a point is the term.
    """
    table, axis = drawn(course)
    terms = list(dict.fromkeys(table["term"]))[:MOST_TERMS]
    lines = [_line(table[table["term"] == term], term, place, axis, mode) for place, term in enumerate(terms)]
    values, end = grid_values(_highest(lines))
    fig = line_chart(lines, axis, mode=mode, limits=(0, end), alt=_terms_alt(lines))
    grid(fig, values, lambda at, is_top: numbers.share(at) if is_top else f"{at * 100:g}", palette(mode))
    return fig


def _line(rows: pd.DataFrame, term: str, place: int, axis: Axis, mode: Mode) -> Line:
    values = tuple(None if pd.isna(share) else float(share) for share in rows["share"])
    hovers = hovers_of(term, values, rows["articles"], axis, "article")
    color = palette(mode).sequential[SHADES[place]]
    return Line(term, fitted(term, 24), term, color, values, hovers, second=place % 2 == 1)


def _terms_alt(lines: Sequence[Line]) -> str:
    return (
        f"Part of articles over time that use {', '.join(f'“{line.full}”' for line in lines) or 'no term'}."
    )


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
    top = max(_highest(lines), ours["high"].max() if "high" in ours else 0, 0.001)
    fig = line_chart(
        own, axis, mode=mode, limits=(0, top * 1.25), alt=_shares_alt(own, axis), labels=False, height=150
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
