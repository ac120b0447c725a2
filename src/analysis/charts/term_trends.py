"""Draw terms from period to period.

Colors are for speakers and tone, so lines of terms differ in darkness, and in
the names at their ends.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.course import SHADES, Line, line_chart
from analysis.charts.palette import Mode, palette
from analysis.charts.time_axis import Axis, drawn, grid, grid_values, period_name
from analysis.measures.results import Course
from analysis.wording import numbers
from analysis.wording.names import fitted, in_hover

MOST_TERMS = 4
"""More shades of grey cannot be told apart."""


def terms_over_time(course: Course, *, mode: Mode) -> go.Figure:
    """Draw the part of articles that use each term, one line a term.

    Args:
        course: As `analysis.measures.term_trends.terms_over_time` returns it;
            the first `MOST_TERMS` terms are drawn.
        mode: ``light`` or ``dark``.

    Returns:
        A figure 310 pixels high; ``customdata`` of a point is the term.
    """
    table, axis = drawn(course)
    terms = list(dict.fromkeys(table["term"]))[:MOST_TERMS]
    lines = [_line(table[table["term"] == term], term, place, axis, mode) for place, term in enumerate(terms)]
    most = max((value for line in lines for value in line.values if value is not None), default=0.0)
    values, end = grid_values(most)
    fig = line_chart(lines, axis, mode=mode, limits=(0, end), alt=_alt(lines))
    grid(fig, values, lambda at, is_top: numbers.share(at) if is_top else f"{at * 100:g}", palette(mode))
    return fig


def _line(rows: pd.DataFrame, term: str, place: int, axis: Axis, mode: Mode) -> Line:
    values = tuple(None if pd.isna(share) else float(share) for share in rows["share"])
    hovers = tuple(
        f"{in_hover(term)}, {period_name(start, axis.period)}: {numbers.share(value)} "
        f"({numbers.counted(int(count), 'article')})"
        for start, value, count in zip(axis.starts, values, rows["articles"], strict=True)
    )
    color = palette(mode).sequential[SHADES[place]]
    return Line(term, fitted(term, 24), term, color, values, hovers, second=place % 2 == 1)


def _alt(lines: list[Line]) -> str:
    return (
        f"Part of articles over time that use {', '.join(f'“{line.full}”' for line in lines) or 'no term'}."
    )
