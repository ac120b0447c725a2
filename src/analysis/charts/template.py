"""What is the same in every figure: font, colors, margins, no frame, no zooming.

The template is set explicitly, because importing Streamlit changes Plotly's
default for the whole process. Row charts have a y axis in pixels, counted from
the top, so that every text and rule has its place whatever the width is.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import plotly.graph_objects as go

from analysis.charts.palette import Mode, palette

FONT = '"Source Sans", "Source Sans 3", "Open Sans", Arial, sans-serif'
SERIF = '"Source Serif", "Source Serif 4", Georgia, "Liberation Serif", serif'
SIZE = 13
TICK_SIZE = 12.5


@cache
def template(mode: Mode) -> go.layout.Template:
    """The look of a mode, as a Plotly template."""
    colors = palette(mode)
    axis = {
        "fixedrange": True,
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "showticklabels": False,
        "ticks": "",
        "tickfont": {"size": TICK_SIZE, "color": colors.muted},
    }
    hover = {
        "bgcolor": colors.panel,
        "bordercolor": colors.rule,
        "align": "left",
        "font": {"family": FONT, "size": SIZE, "color": colors.ink},
    }
    layout = go.Layout(
        font={"family": FONT, "size": SIZE, "color": colors.ink},
        paper_bgcolor=colors.page,
        plot_bgcolor=colors.page,
        showlegend=False,
        hovermode="closest",
        hoverlabel=hover,
        bargap=0,
        xaxis=axis,
        yaxis=axis,
    )
    return go.layout.Template(layout=layout)


def figure(
    mode: Mode,
    *,
    height: float,
    alt: str,
    note: str | None = None,
    left: int = 0,
    right: int = 0,
    top: int = 0,
    bottom: int = 0,
) -> go.Figure:
    """An empty figure with the template, its height and margins in pixels.

    The y axis counts pixels from the top until a chart sets another range.
    """
    inner = height - top - bottom
    layout: dict[str, Any] = {
        "template": template(mode),
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        "xaxis": {"fixedrange": True},
        "yaxis": {"fixedrange": True, "range": [inner, 0]},
        "meta": {"alt": alt, **({"note": note} if note else {})},
    }
    return go.Figure(layout=layout)
