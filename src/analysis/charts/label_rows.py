"""What charts with labels on the left have in common, and how charts read a table.

Labels stand in a column of fixed width, numbers in columns at the right; both
lie in the margins, so the marks between can never meet them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.marks import NEVER_DIMMED, click_areas
from analysis.charts.palette import Mode, Palette, palette
from analysis.charts.template import figure
from analysis.measures.columns import groups_by_words
from analysis.wording.names import escaped, wrapped

LEFT, NAME_CHARACTERS = 126, 18
HEAD = 20

_LINE, _COLUMN, _CHARACTERS = 15, 42, 20


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One row: what a click chooses, how it is called, its length or place, its numbers.

    ``cells`` go into the columns from left to right; the bold one first.
    ``label`` is ``full`` where that has room.
    """

    name: str | None
    label: str
    full: str
    value: float
    color: str
    cells: tuple[str, ...]
    hover: str

    @property
    def lines(self) -> list[str]:
        """The label, broken to the width of its column."""
        return wrapped(self.label, _CHARACTERS, 3)


def label_rows(
    rows: Sequence[LabelRow], heads: Sequence[str], *, mode: Mode, pitch: int, alt: str, bold: bool = True
) -> tuple[go.Figure, list[float]]:
    """A figure with labels and numbers but no marks yet, and the middle of each row in pixels."""
    colors = palette(mode)
    heights = [pitch + _LINE * (len(row.lines) - 1) for row in rows]
    middles = [HEAD + sum(heights[:place]) + height / 2 for place, height in enumerate(heights)]
    right = _COLUMN * len(heads) + (0 if len(heads) > 1 else 4)
    fig = figure(mode, height=HEAD + sum(heights), alt=alt, left=LEFT, right=right)
    texts = [_label(row, middle, colors) for row, middle in zip(rows, middles, strict=True)]
    for place, head in enumerate(heads):
        shift = right - _COLUMN * (len(heads) - 1 - place) - marks.EDGE
        texts.append(marks.text(head, 8, color=colors.muted, x=1, shift=shift, anchor="right"))
        for row, middle in zip(rows, middles, strict=True):
            words = f"<b>{row.cells[place]}</b>" if bold and not place else row.cells[place]
            color = colors.muted if place else colors.ink
            texts.append(marks.text(words, middle, color=color, x=1, shift=shift, anchor="right"))
    fig.layout.annotations = texts
    return fig, middles


def bar_chart(
    rows: Sequence[LabelRow],
    heads: Sequence[str],
    *,
    mode: Mode,
    alt: str,
    pitch: int = 27,
    before: Sequence[float] = (),
) -> go.Figure:
    """Bars from zero, one a row, as long as their value; ``before`` are upright lines across them."""
    fig, middles = label_rows(rows, heads, mode=mode, pitch=pitch, alt=alt)
    longest = max((*(row.value for row in rows), *before), default=0) or 1
    fig.add_trace(click_areas(meant(rows), middles, [pitch] * len(rows), 0, longest * 1.04))
    fig.add_trace(bars(rows, middles, {"color": [row.color for row in rows], "line": {"width": 0}}))
    if before:
        fig.add_trace(_upright(before, middles, palette(mode).ink))
    fig.update_layout(barmode="overlay")
    # A little room at zero, so that the outline of a hollow bar is closed.
    fig.update_xaxes(range=[-0.008 * longest, longest * 1.04])
    return fig


def bars(rows: Sequence[LabelRow], middles: Sequence[float], marker: Mapping[str, Any]) -> go.Bar:
    """The bars of rows, to the right of zero or to the left."""
    return go.Bar(
        orientation="h",
        x=[row.value for row in rows],
        y=list(middles),
        width=9,
        marker=dict(marker),
        customdata=meant(rows),
        hoverinfo="text",
        hovertext=[row.hover for row in rows],
        **NEVER_DIMMED,
    )


def meant(rows: Sequence[LabelRow]) -> list[list[str | None]]:
    """The ``customdata`` of rows: what a click on each chooses."""
    return [[row.name] for row in rows]


def around_zero(fig: go.Figure, limit: float, sides: tuple[str, str], colors: Palette) -> None:
    """Scale a figure alike to both sides of zero, with an upright line there and a word for each side."""
    fig.update_xaxes(range=[-limit, limit])
    line = {"width": 1, "color": colors.axis}
    middle = {"type": "line", "x0": 0, "x1": 0, "y0": HEAD, "y1": fig.layout.height, "line": line}
    fig.layout.shapes = [middle | {"layer": "below"}]
    left = marks.text(sides[0], 8, color=colors.muted, xref="x", shift=-6, anchor="right")
    right = marks.text(sides[1], 8, color=colors.muted, xref="x", shift=6)
    fig.layout.annotations = [*fig.layout.annotations, left, right]


def _upright(values: Sequence[float], middles: Sequence[float], color: str) -> go.Scatter:
    x = [at for value in values for at in (value, value, None)]
    y = [at for middle in middles for at in (middle - 9, middle + 9, None)]
    return go.Scatter(x=x, y=y, mode="lines", line={"width": 1.5, "color": color}, hoverinfo="skip")


def _label(row: LabelRow, middle: float, colors: Palette) -> marks.Mark:
    words = "<br>".join(escaped(line) for line in row.lines)
    whole = row.label == row.full and "…" not in words
    more = {} if whole else marks.full_text(row.full, colors)
    return marks.text(words, middle, color=colors.ink, shift=-LEFT, **more)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dictionaries."""
    return [{str(column): value for column, value in row.items()} for row in table.to_dict("records")]


def name_of(value: object) -> str | None:
    """A name, or None for what a table holds where there is none."""
    return value if isinstance(value, str) else None


def names_by_words(table: pd.DataFrame, by: str) -> list[str | None]:
    """The names in a column, most words first, ties in alphabetical order, None last."""
    return [name_of(name) for name in groups_by_words(table, by)[by]]
