"""Texts, swatches and rules at their pixels, and rows that take clicks.

Marks are plain dictionaries for a figure's ``annotations`` and ``shapes``: adding
them one by one to a figure costs far more than setting the list once.

A bar of ten pixels is too small a target for a finger, so whole rows take
clicks. What was chosen shows in the filters and in every chart; dimming the
other marks as well would only stay behind when a filter is cleared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analysis.charts.palette import MIXED, Palette, mixed
from analysis.charts.template import SIZE
from analysis.wording.names import escaped

Mark = dict[str, Any]

SWATCH = 6
EDGE = 3
"""Room at the right edge: a font that loads late is a little wider than was measured."""


def text(
    words: str, y: float, *, color: str, x: float = 0, shift: float = 0, anchor: str = "left", **more: Any
) -> Mark:
    """A text with its first line's middle at pixel ``y``; ``words`` must be escaped."""
    mark: Mark = {
        "text": words,
        "x": x,
        "xref": "paper",
        "xanchor": anchor,
        "xshift": shift,
        "y": y,
        "yref": "y",
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "borderpad": 0,
        "borderwidth": 0,
        "font": {"size": SIZE, "color": color},
    }
    return mark | more


def column(words: str, y: float, *, color: str, offset: float) -> Mark:
    """A number in a column whose right edge is ``offset`` pixels left of the plot's."""
    return text(words, y, color=color, x=1, shift=-offset - EDGE, anchor="right")


def swatch(y: float, color: str, *, fill: str | None = None, left: float = 0) -> Mark:
    """A small square with its middle at pixel ``y``, hollow where ``fill`` is the page color."""
    return {
        "type": "rect",
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "x0": left + 0.5,
        "x1": left + 0.5 + SWATCH,
        "yref": "y",
        "y0": y - SWATCH / 2,
        "y1": y + SWATCH / 2,
        "line": {"width": 1, "color": color},
        "fillcolor": fill or color,
        "layer": "above",
    }


def hairline(y: float, color: str) -> Mark:
    """A rule across the plot at pixel ``y``."""
    line = {"width": 1, "color": color}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y, "y1": y, "line": line}


def broken(top: float, height: float, x: float, colors: Palette) -> list[Mark]:
    """Two slanted cuts through a bar that goes on beyond its scale."""
    cut: Mark = {
        "type": "line",
        "xref": "x",
        "xsizemode": "pixel",
        "xanchor": x,
        "yref": "y",
        "y0": top + height + 2,
        "y1": top - 2,
        "line": {"width": 3, "color": colors.page},
    }
    return [cut | {"x0": shift - 3, "x1": shift + 3} for shift in (0, 7)]


def form_key(y: float, colors: Palette) -> tuple[list[Mark], list[Mark]]:
    """What the three strengths of a bar mean: swatches and their words."""
    strengths = (("direct", 1.0, 0), ("mixed", MIXED, 51), ("indirect", 0.0, 102))
    swatches, words = [], []
    for form, strength, left in strengths:
        line = mixed(colors.unattributed, strength or 1.0, colors.page)
        fill = mixed(colors.unattributed, strength, colors.page)
        swatches.append(swatch(y, line, fill=fill, left=left))
        words.append(text(form, y, color=colors.muted, shift=left + 11))
    return swatches, words


def full_text(name: str, colors: Palette) -> Mark:
    """What a shortened text stands for: shown on hover, and written out in images."""
    look = {"bgcolor": colors.panel, "bordercolor": colors.rule, "font": {"size": SIZE, "color": colors.ink}}
    return {"hovertext": escaped(name), "hoverlabel": look}


NEVER_DIMMED: dict[str, Any] = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
}


def click_areas(
    meant: Sequence[Sequence[str | None]],
    middles: Sequence[float],
    heights: Sequence[float],
    low: float,
    high: float,
) -> go.Bar:
    """Invisible rows from ``low`` to ``high``; add them before the marks, which then keep their hover.

    ``meant`` is the ``customdata`` of each row, the raw name first.
    """
    return go.Bar(
        name="rows",
        orientation="h",
        base=[low] * len(meant),
        x=[high - low] * len(meant),
        y=list(middles),
        width=list(heights),
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[list(row) for row in meant],
        hoverinfo="none",
        **NEVER_DIMMED,
    )
