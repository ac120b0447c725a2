"""Draw which terms are used more than before, and which less, as bars from a middle line.

Filled bars rise, hollow bars fall; color would say that more is good.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.label_rows import LabelRow, around_zero, bars, label_rows, meant, records
from analysis.charts.marks import click_areas
from analysis.charts.palette import Mode, palette
from analysis.wording import numbers
from analysis.wording.names import in_hover

_PITCH = 27


def terms_risen_and_fallen(table: pd.DataFrame, *, mode: Mode, top: int = 5) -> go.Figure:
    """Draw the terms whose part of articles changed most, the largest rise on top.

    Args:
        table: As `analysis.measures.changes.term_changes` returns it.
        mode: ``light`` or ``dark``.
        top: How many terms each way.

    Returns:
        A figure as high as its rows; ``customdata`` of a bar is the term.
    """
    risen = table[table["change"] > 0].head(top)
    fallen = table[table["change"] < 0].tail(top)
    rows = [_row(record, mode) for record in records(pd.concat([risen, fallen]))]
    return diverging_bars(rows, ["now", "before"], ("← less", "more →"), mode=mode, alt=_alt(rows))


def diverging_bars(
    rows: Sequence[LabelRow], heads: Sequence[str], sides: tuple[str, str], *, mode: Mode, alt: str
) -> go.Figure:
    """Bars to both sides of zero, filled to the right and hollow to the left."""
    fig, middles = label_rows(rows, heads, mode=mode, pitch=_PITCH, alt=alt)
    colors = palette(mode)
    limit = max((abs(row.value) for row in rows), default=0) * 1.05 or 1
    fig.add_trace(click_areas(meant(rows), middles, [_PITCH] * len(rows), -limit, limit))
    marker = {
        "color": [row.color if row.value >= 0 else colors.page for row in rows],
        "line": {"width": 1, "color": [row.color for row in rows]},
    }
    fig.add_trace(bars(rows, middles, marker))
    fig.update_layout(barmode="overlay")
    around_zero(fig, limit, sides, colors)
    return fig


def _row(record: dict[str, Any], mode: Mode) -> LabelRow:
    term, now, before = record["term"], record["articles"], record["articles_before"]
    hover = (
        f"{in_hover(term)}: {numbers.share(record['before'])} → {numbers.share(record['after'])} of articles"
    )
    cells = (numbers.count(now), numbers.count(before))
    return LabelRow(term, term, term, record["change"], palette(mode).neutral, cells, hover)


def _alt(rows: Sequence[LabelRow]) -> str:
    if not rows:
        return "Keywords that rose and fell: none changed."
    parts = []
    if rows[0].value > 0:
        parts.append(f"“{rows[0].full}” rose most, from {rows[0].cells[1]} to {rows[0].cells[0]} articles")
    if rows[-1].value < 0:
        parts.append(f"“{rows[-1].full}” fell most, from {rows[-1].cells[1]} to {rows[-1].cells[0]} articles")
    return f"Keywords that rose and fell: {'; '.join(parts)}."
