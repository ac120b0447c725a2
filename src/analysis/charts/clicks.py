"""Where does a click choose a name?

A bar of ten pixels is too small a target for a finger, so whole rows take
clicks. What was chosen shows in the filters and in every chart; dimming the
other marks as well would only stay behind when a filter is cleared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

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
