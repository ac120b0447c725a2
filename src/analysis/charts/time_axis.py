"""What stands below and behind a chart over time: dates and value lines."""

from __future__ import annotations

import math
from calendar import isleap, monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.palette import Palette
from analysis.charts.template import TICK_SIZE
from analysis.measures.periods import Period
from analysis.measures.results import Course
from analysis.wording import numbers

MOST_PERIODS = 160
"""Six lines of so many points stay below a thousand marks."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The periods from left to right, and which of them are incomplete."""

    period: Period
    starts: tuple[date, ...]
    complete: tuple[bool, ...]
    days: tuple[int, ...]
    is_cut: bool = False

    @property
    def note(self) -> str | None:
        """What the stars on the axis mean, and where it begins if not with the first period."""
        return " ".join(part for part in (self._incomplete, self._cut) if part) or None

    @property
    def _incomplete(self) -> str:
        parts = [
            f"{period_name(start, self.period)} incomplete: {days} of {_whole(start, self.period)} days"
            for start, complete, days in zip(self.starts, self.complete, self.days, strict=True)
            if not complete
        ]
        words = "; ".join(parts)
        return f"* {words[0].upper()}{words[1:]}." if words else ""

    @property
    def _cut(self) -> str:
        if not self.is_cut:
            return ""
        return f"Drawn from {period_name(self.starts[0], self.period)} on; the CSV has what is earlier."

    @property
    def across_years(self) -> bool:
        """Whether labels must say the year."""
        return len({start.year for start in self.starts}) > 1


def drawn(course: Course) -> tuple[pd.DataFrame, Axis]:
    """The rows that are drawn, with their axis.

    They are those of the last `MOST_PERIODS` periods: one wrong year must not
    draw thousands of points.
    """
    rows = course.table.drop_duplicates("period_start").sort_values("period_start")
    last = rows.tail(MOST_PERIODS)
    is_cut = len(last) < len(rows)
    axis = Axis(
        course.period,
        tuple(stamp.date() for stamp in last["period_start"]),
        tuple(map(bool, last["complete"])),
        tuple(map(int, last["days"])),
        is_cut,
    )
    if not is_cut:
        return course.table, axis
    return course.table[course.table["period_start"] >= last["period_start"].iloc[0]], axis


def period_name(start: date, period: Period) -> str:
    """A period in words, as hover and notes say it."""
    if period == "day":
        return numbers.axis_day(start, year=True)
    if period == "week":
        return f"week of {numbers.axis_day(start)}"
    return f"{start:%Y}" if period == "year" else f"{start:%B %Y}"


def last_day(start: date, period: Period) -> date:
    """The last day of the period that begins on ``start``.

    >>> last_day(date(2026, 2, 1), "month")
    datetime.date(2026, 2, 28)
    """
    return start + timedelta(days=_whole(start, period) - 1)


def time_axis(fig: go.Figure, axis: Axis, colors: Palette) -> None:
    """Put at most four dates below the figure, the first and the last among them."""
    count = len(axis.starts)
    places = sorted({round(place * (count - 1) / 3) for place in range(4)}) if count else []
    steps = max(count - 1, 1)
    # More room at the left, where the values of the grid lines stand.
    left, right = (0.45, 0.43) if count == 1 else (0.09 * steps, 0.03 * steps)
    fig.update_xaxes(
        range=[-left, count - 1 + right],
        tickvals=places,
        ticktext=[_tick(axis, place, places) for place in places],
        showticklabels=True,
        ticks="outside",
        ticklen=4,
        tickcolor=colors.axis,
        tickfont={"size": TICK_SIZE, "color": colors.muted},
        showline=True,
        linecolor=colors.axis,
        linewidth=1,
        tickangle=0,
    )


def grid(
    fig: go.Figure, values: Sequence[float], write: Callable[[float, bool], str], colors: Palette
) -> None:
    """Draw two or three lines with their value written above them; the topmost has the unit."""
    style = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "layer": "below"}
    line = {"width": 1, "color": colors.grid}
    fig.layout.shapes = [*fig.layout.shapes, *(style | {"y0": at, "y1": at, "line": line} for at in values)]
    texts = [
        marks.text(write(at, at == max(values)), at, color=colors.muted, yanchor="bottom", yshift=1)
        for at in values
    ]
    fig.layout.annotations = [*fig.layout.annotations, *texts]


def grid_values(highest: float, *, whole: bool = False) -> tuple[list[float], float]:
    """One to three round values for grid lines, and where the axis ends.

    >>> grid_values(0.2)[0], grid_values(7, whole=True)[0]
    ([0.1, 0.2], [2.0, 4.0, 6.0])
    """
    if highest <= 0:
        return ([1.0], 1.0) if whole else ([0.1], 0.1)
    end = highest * 1.09
    power = 10.0 ** (math.floor(math.log10(end)) - 1)
    steps = [factor * power for factor in (1, 2, 5, 10, 20, 50)]
    step = next(step for step in steps if end / step < 4 and (not whole or step >= 1))
    return [round(step * place, 10) for place in range(1, int(end / step + 1e-9) + 1)], end


def _whole(start: date, period: Period) -> int:
    """How many days the period has."""
    if period == "month":
        return monthrange(start.year, start.month)[1]
    if period == "year":
        return 366 if isleap(start.year) else 365
    return 7 if period == "week" else 1


def _tick(axis: Axis, place: int, places: Sequence[int]) -> str:
    start = axis.starts[place]
    words = f"{start:%b}" if axis.period == "month" else numbers.axis_day(start)
    star = "" if axis.complete[place] else "*"
    if axis.period == "year":
        return f"{start.year}{star}"
    before = [axis.starts[other].year for other in places if other < place]
    new_year = axis.across_years and (not before or before[-1] != start.year)
    return f"{words}{star}<br>{start.year}" if new_year else f"{words}{star}"
