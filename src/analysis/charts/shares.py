"""Draw who gets how much of what is said, as stacked bars under the names.

The name stands above its bar over the full width, so that long names and
number columns share one narrow screen without meeting. Which rows there are is
decided in `analysis.charts.share_rows`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.marks import NEVER_DIMMED, click_areas
from analysis.charts.palette import DIRECT, INDIRECT, MIXED, Mode, Palette, mixed, palette
from analysis.charts.share_rows import SHARE, Row, heads, rows
from analysis.charts.template import figure
from analysis.model import FORMS
from analysis.wording import numbers
from analysis.wording.names import escaped

_HEAD, _BAR, _BEFORE_REST = 22, 10, 9
_BREAK = 0.9
_BELOW, _END = 3, 2
_OFFSETS = (0, 38, 86, 134)
_STRENGTHS = (DIRECT, MIXED, INDIRECT)


def share_of_voice(table: pd.DataFrame, *, mode: Mode, colors: Mapping[str, int], top: int = 10) -> go.Figure:
    """Draw shares of voice, with direct, mixed and indirect speech stacked.

    Args:
        table: As `analysis.measures.shares.share_of_voice` returns it: its first
            column names the rows, ``share`` and the three forms make the bars.
            ``reach`` and ``quotations``, where there, become number columns;
            ``low`` and ``high`` intervals.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors, from `palette.color_slots`.
        top: How many rows are named; the rest stand together as “n others”.

    Returns:
        A figure as high as its rows, on the scale of the named: a bar of others
        that goes beyond it is broken, and its number says how far. ``customdata``
        of a bar is the raw name and its group, ``named``, ``others`` or
        ``nobody``; a click anywhere in the row finds it.
    """
    by = str(table.columns[0])
    named, rest = rows(table, by, mode, colors, top)
    longest = max((row.high or row.share for row in named or rest), default=0) or 1
    drawn = [*named, *rest]
    tops, height = _places(named, rest)
    fig = figure(mode, height=height, alt=_alt(named, by))
    middles = [top + row.height / 2 for row, top in zip(drawn, tops, strict=True)]
    heights = [row.height for row in drawn]
    fig.add_trace(click_areas([[row.name, row.group] for row in drawn], middles, heights, 0, longest / 0.985))
    fig.add_traces(_bars(drawn, tops, longest, palette(mode)))
    fig.add_traces(_whiskers(drawn, tops, longest, palette(mode)))
    texts = _texts(drawn, tops, heads(table), palette(mode))
    rule = [marks.hairline(tops[len(named)] - _BEFORE_REST, palette(mode).rule)] if named and rest else []
    fig.update_layout(barmode="overlay", annotations=texts)
    breaks = [
        mark
        for row, top in zip(drawn, tops, strict=True)
        if row.share > longest
        for mark in marks.broken(top + row.bar_top, _BAR, longest * _BREAK, palette(mode))
    ]
    fig.update_layout(shapes=_swatches(drawn, tops, palette(mode)) + rule + breaks)
    fig.update_xaxes(range=[0, longest / 0.985])
    return fig


def _places(named: Sequence[Row], rest: Sequence[Row]) -> tuple[list[int], int]:
    """Where each row begins, and how high all are together."""
    tops, below = [], _HEAD
    for place, row in enumerate([*named, *rest]):
        if place == len(named) and named:
            below += _BEFORE_REST
        tops.append(below)
        below += row.height
    return tops, below


def _bars(drawn: Sequence[Row], tops: Sequence[int], longest: float, colors: Palette) -> list[go.Bar]:
    """One trace a form; the pieces of a row lie end to end, those of a broken bar shortened alike."""
    traces = []
    for place, (form, strength) in enumerate(zip(FORMS, _STRENGTHS, strict=True)):
        bars = [(row, top) for row, top in zip(drawn, tops, strict=True) if row.forms[place]]
        marker = {
            "color": [mixed(row.color, strength, colors.page) for row, _ in bars],
            "line": {"width": 1, "color": [row.color for row, _ in bars]},
        }
        if form == "direct":
            shapes = ["/" if row.hatched else "" for row, _ in bars]
            marker["pattern"] = {"shape": shapes, "size": 5, "solidity": 0.35, "fgcolor": colors.page}
        traces.append(
            go.Bar(
                name=form,
                orientation="h",
                base=[sum(row.forms[:place]) * _shortened(row, longest) for row, _ in bars],
                x=[row.forms[place] * _shortened(row, longest) for row, _ in bars],
                y=[top + row.bar_top + _BAR / 2 for row, top in bars],
                width=_BAR,
                marker=marker,
                customdata=[[row.name, row.group] for row, _ in bars],
                hoverinfo="text",
                hovertext=[row.hover for row, _ in bars],
                **NEVER_DIMMED,
            )
        )
    return traces


def _shortened(row: Row, longest: float) -> float:
    return min(1.0, longest / row.share)


def _whiskers(drawn: Sequence[Row], tops: Sequence[int], longest: float, colors: Palette) -> list[go.Scatter]:
    """Intervals: a line right under its bar, with an upright end at each side; a broken bar has none."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, top in zip(drawn, tops, strict=True):
        if row.low is not None and row.share <= longest:
            middle = top + row.bar_top + _BAR + _BELOW
            for ends in ((row.low, row.low), (row.low, row.high), (row.high, row.high)):
                x += [*ends, None]
                y += [middle - _END, middle + _END, None] if ends[0] == ends[1] else [middle, middle, None]
    if not x:
        return []
    return [go.Scatter(x=x, y=y, mode="lines", line={"width": 1.5, "color": colors.ink}, hoverinfo="skip")]


def _texts(
    drawn: Sequence[Row], tops: Sequence[int], columns: Sequence[str], colors: Palette
) -> list[marks.Mark]:
    offsets = dict(zip(columns, reversed(_OFFSETS[: len(columns)]), strict=True))
    found = marks.form_key(9, colors)[1]
    found += [marks.column(head, 9, color=colors.muted, offset=offset) for head, offset in offsets.items()]
    for row, top in zip(drawn, tops, strict=True):
        label = "<br>".join(escaped(line) for line in row.lines)
        found.append(marks.text(label, top, color=colors.ink, shift=11, yanchor="top"))
        for head, offset in offsets.items():
            bold = head == SHARE
            words = f"<b>{row.cells[head]}</b>" if bold else row.cells[head]
            color = colors.ink if bold else colors.muted
            found.append(marks.column(words, top + 8, color=color, offset=offset))
    return found


def _swatches(drawn: Sequence[Row], tops: Sequence[int], colors: Palette) -> list[marks.Mark]:
    found = marks.form_key(9, colors)[0]
    for row, top in zip(drawn, tops, strict=True):
        found.append(marks.swatch(top + 8.5, row.color, fill=colors.page if row.hollow else None))
    return found


def _alt(named: Sequence[Row], by: str) -> str:
    if not named:
        return f"Share of voice by {by}: nobody is quoted."
    first = f"Share of voice by {by}: {named[0].label} has most, {numbers.share(named[0].share)}"
    if len(named) == 1:
        return first + "."
    return f"{first}, before {named[1].label} with {numbers.share(named[1].share)}."
