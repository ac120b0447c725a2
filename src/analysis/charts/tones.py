"""Draw the tone in which each speaker talks, and each outlet writes, as dots and lines.

Colors from rust to teal are too faint in their middle to stand alone: tone
always shows by position as well. One article's sentences are drawn in
`analysis.charts.tone_strip`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.course import line_chart, lines_of
from analysis.charts.label_rows import (
    NAME_CHARACTERS,
    LabelRow,
    around_zero,
    label_rows,
    meant,
    name_of,
    records,
)
from analysis.charts.marks import NEVER_DIMMED, click_areas
from analysis.charts.palette import Mode, palette, speaker_color, tone_color
from analysis.charts.time_axis import drawn, grid
from analysis.charts.tone_strip import tone_strip
from analysis.measures.results import Course
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, in_hover, short_names

__all__ = ["article_tone", "article_tone_by_outlet", "tone_by", "tone_over_time", "tone_strip"]

_PITCH = 29
_NARROWEST = 0.2
"""The scale never shows a smaller range: it would make little of nothing."""


def tone_by(table: pd.DataFrame, *, mode: Mode, colors: Mapping[str, int], top: int = 10) -> go.Figure:
    """Draw the tone of what each speaker says as a dot, the most negative on top.

    Args:
        table: As `analysis.measures.tones.tone_by` returns it; its first column
            names the rows. ``low`` and ``high``, where there, become intervals.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors, from `palette.color_slots`.
        top: How many rows, those with most words.

    Returns:
        A figure as high as its rows; ``customdata`` of a dot is the raw name.
    """
    by = str(table.columns[0])
    kept = table[table["tone"].notna()].sort_values("words", ascending=False, kind="stable").head(top)
    kept = kept.sort_values("tone", kind="stable")
    names = [name_of(name) for name in kept[by]]
    kinds = list(kept["kind"]) if "kind" in kept else [None] * len(names)
    short = short_names(_known(names, kinds), NAME_CHARACTERS)
    rows = []
    for name, kind, record in zip(names, kinds, records(kept), strict=True):
        full = name or (UNATTRIBUTED if by == "speaker" else f"No {by}")
        color = speaker_color(name, colors, mode, kind=kind) if by == "speaker" else ""
        rows.append(_row(name, short.get(full, full), full, record["tone"], color, record["quotations"]))
    intervals = list(zip(kept["low"], kept["high"], strict=True)) if {"low", "high"} <= set(kept) else []
    return _dots(rows, ["tone", "n"], mode, _alt(rows, "speaker" if by == "speaker" else by), intervals)


def article_tone_by_outlet(table: pd.DataFrame, *, mode: Mode, top: int = 10) -> go.Figure:
    """Draw the tone of what each outlet's reporters write as a dot, the most negative on top.

    Args:
        table: As `analysis.measures.tones.article_tone_by_outlet` returns it.
        mode: ``light`` or ``dark``.
        top: How many outlets, those with most articles.

    Returns:
        A figure as high as its rows; ``customdata`` of a dot is the outlet.
    """
    kept = table[table["tone"].notna()].head(top).sort_values("tone", kind="stable")
    rows = []
    for record in records(kept):
        name = name_of(record["outlet"])
        full = name or "No outlet"
        rows.append(_row(name, full, full, record["tone"], "", record["articles"], "article"))
    return _dots(rows, ["tone", "n"], mode, _alt(rows, "outlet"))


def article_tone(reporter: float | None, speech: float | None, *, mode: Mode) -> go.Figure:
    """Draw the tone of one article: the reporter's text and quoted speech apart.

    A row whose tone is None is left out. ``customdata`` of a dot is None.
    """
    tones = (("Reporter’s text", reporter), ("Quoted speech", speech))
    rows = [
        LabelRow(
            None, label, label, tone, "", (f"<b>{numbers.tone(tone)}</b>",), f"{label}: {numbers.tone(tone)}"
        )
        for label, tone in tones
        if tone is not None
    ]
    found = "; ".join(f"{row.full.lower()} {numbers.tone(row.value)}" for row in rows)
    return _dots(rows, [""], mode, f"Sentiment (tone): {found or 'nothing to measure'}.")


def tone_over_time(
    course: Course,
    *,
    mode: Mode,
    colors: Mapping[str, int],
    kinds: Mapping[str, str] | None = None,
    nouns: Mapping[str, str] | None = None,
    top: int = 5,
) -> go.Figure:
    """Draw tone through time, one line a speaker.

    Args:
        course: As `analysis.measures.tones.tone_over_time` returns it.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors.
        kinds: Speaker → kind; persons are then labeled by their surname.
        nouns: Name of a line → what is counted in it, where not quotations.
        top: How many lines, those with most words.

    Returns:
        A figure 220 pixels high. ``customdata`` of a point is the raw name and
        the first and last day of its period.
    """
    table, axis = drawn(course)
    by = str(table.columns[1])
    given, by = (table, by) if by != "tone" else (table.assign(all="All"), "all")
    lines = lines_of(
        given,
        by,
        "tone",
        axis,
        mode=mode,
        colors=colors,
        kinds=kinds,
        top=top,
        write=numbers.tone,
        nouns=nouns,
    )
    furthest = max((abs(value) for line in lines for value in line.values if value is not None), default=0.0)
    limit = max(0.1, round(furthest + 0.05, 1))
    alt = f"Sentiment (tone) over time of {', '.join(line.full for line in lines) or 'nobody'}."
    labels = by != "all" and len(lines) > 1
    fig = line_chart(
        lines, axis, mode=mode, limits=(-limit * 1.15, limit * 1.25), alt=alt, labels=labels, height=220
    )
    grid(fig, [-limit, 0.0, limit], lambda at, _: numbers.tone(at, 1) if at else "0", palette(mode))
    return fig


def _known(names: Sequence[str | None], kinds: Sequence[object]) -> dict[str, str | None]:
    pairs = zip(names, kinds, strict=True)
    return {name: name_of(kind) for name, kind in pairs if name is not None}


def _row(
    name: str | None, label: str, full: str, tone: float, color: str, count: int, noun: str = "quotation"
) -> LabelRow:
    written = numbers.tone(tone)
    hover = f"{in_hover(full)}: {written}, {numbers.counted(count, noun)}"
    return LabelRow(name, label, full, tone, color, (written, numbers.count(count)), hover)


def _dots(
    rows: Sequence[LabelRow],
    heads: Sequence[str],
    mode: Mode,
    alt: str,
    intervals: Sequence[tuple[float, float]] = (),
) -> go.Figure:
    """Dots on a scale around zero; those without a speaker's color have that of their tone."""
    fig, middles = label_rows(rows, heads, mode=mode, pitch=_PITCH, alt=alt, bold=False)
    colors = palette(mode)
    reach = [abs(row.value) for row in rows] + [abs(at) for pair in intervals for at in pair if not isnan(at)]
    limit = max([_NARROWEST, *reach]) * 1.1
    fig.add_trace(click_areas(meant(rows), middles, [_PITCH] * len(rows), -limit, limit))
    for (low, high), row, middle in zip(intervals, rows, middles, strict=False):
        if isnan(low):
            continue
        line = {"width": 2, "color": row.color or colors.ink}
        fig.add_trace(go.Scatter(x=[low, high], y=[middle] * 2, mode="lines", line=line, hoverinfo="skip"))
    edges = [1 if not row.color else 0 for row in rows]
    fills = [row.color or tone_color(row.value, mode) for row in rows]
    marker = {"size": 9, "color": fills, "opacity": 1, "line": {"width": edges, "color": colors.ink}}
    fig.add_trace(
        go.Scatter(
            x=[row.value for row in rows],
            y=middles,
            mode="markers",
            marker=marker,
            customdata=meant(rows),
            hoverinfo="text",
            hovertext=[row.hover for row in rows],
            **NEVER_DIMMED,
        )
    )
    # Without arrows, which would touch the heads beside them in the narrow column of a small screen.
    around_zero(fig, limit, ("negative", "positive"), colors)
    return fig


def _alt(rows: Sequence[LabelRow], by: str) -> str:
    if not rows:
        return f"Sentiment (tone) by {by}: nothing to measure."
    lowest, highest = rows[0], rows[-1]
    first = f"Sentiment (tone) by {by}: lowest {lowest.full}, {numbers.tone(lowest.value)}"
    return f"{first}; highest {highest.full}, {numbers.tone(highest.value)}."
