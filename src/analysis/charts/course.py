"""Lines through time, whatever they measure.

At most a handful of lines, each named at its end; an incomplete period is
dotted with an open marker, starred on the axis and explained in a note. What a
point stands for is its name with the first and last day of its period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.label_rows import names_by_words
from analysis.charts.marks import NEVER_DIMMED
from analysis.charts.palette import Mode, Palette, palette, second_of_slot, speaker_color
from analysis.charts.template import figure
from analysis.charts.time_axis import Axis, last_day, period_name, time_axis
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, escaped, in_hover, short_names, wrapped

HEIGHT, LEFT, TOP, BOTTOM = 310, 8, 18, 34

_LABEL_MARGIN, _VALUE_MARGIN = 104, 48
_APART, _LINE, _CHARACTERS = 17, 17, 14
_NAME_CHARACTERS = 24
SHADES = (9, 5, 7, 3)
"""The shades of lines that are no speakers, in the order of the sequential scale."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: whose it is, its label at the end, a value (or None) for every period.

    ``second`` marks the lower-ranked of two lines of the same color.
    """

    name: str | None
    label: str
    full: str
    color: str
    values: tuple[float | None, ...]
    hovers: tuple[str, ...]
    second: bool = False


def line_chart(
    lines: Sequence[Line],
    axis: Axis,
    *,
    mode: Mode,
    limits: tuple[float, float],
    alt: str,
    labels: bool = True,
    height: int = HEIGHT,
) -> go.Figure:
    """A figure with lines and time axis, without grid lines (see `time_axis.grid`)."""
    bottom = bottom_margin(axis)
    margins = {
        "left": LEFT,
        "right": _LABEL_MARGIN if labels else _VALUE_MARGIN,
        "top": TOP,
        "bottom": bottom,
    }
    fig = figure(mode, height=height, alt=alt, note=axis.note, **margins)
    for line in lines:
        fig.add_traces(_traces(line, axis, palette(mode)))
    fig.update_yaxes(range=list(limits))
    time_axis(fig, axis, palette(mode))
    if labels:
        inner = height - TOP - bottom
        fig.layout.annotations = _end_labels(lines, limits, inner, palette(mode))
    return fig


def bottom_margin(axis: Axis) -> int:
    """Room for the dates, on two lines where the year changes."""
    return BOTTOM + (14 if axis.across_years else 0)


def _traces(line: Line, axis: Axis, colors: Palette) -> list[go.Scatter]:
    shape = "diamond" if line.second else "circle"
    places = range(len(line.values))
    whole = [place for place in places if axis.complete[place]]
    open_ = [place for place in places if not axis.complete[place] and line.values[place] is not None]
    solid = {place: line.values[place] for place in whole}
    style = {"name": escaped(line.full), "hoverinfo": "text", **NEVER_DIMMED}
    dotted_x, dotted_y = _dotted(line, axis)
    meant = [
        [line.name, start.isoformat(), last_day(start, axis.period).isoformat()] for start in axis.starts
    ]
    return [
        go.Scatter(
            x=list(places),
            y=[solid.get(place) for place in places],
            mode="lines+markers",
            line={"width": 2, "color": line.color},
            marker={"size": 5, "color": line.color, "symbol": shape, "opacity": 1},
            customdata=meant,
            hovertext=list(line.hovers),
            **style,
        ),
        go.Scatter(
            x=dotted_x,
            y=dotted_y,
            mode="lines",
            line={"width": 2, "color": line.color, "dash": "2px,3px"},
            hoverinfo="skip",
        ),
        go.Scatter(
            x=open_,
            y=[line.values[place] for place in open_],
            mode="markers",
            marker={
                "size": 7,
                "color": colors.page,
                "symbol": shape,
                "opacity": 1,
                "line": {"width": 2, "color": line.color},
            },
            customdata=[meant[place] for place in open_],
            hovertext=[line.hovers[place] for place in open_],
            **style,
        ),
    ]


def _dotted(line: Line, axis: Axis) -> tuple[list[int | None], list[float | None]]:
    """The pieces of a line that lead to or from an incomplete period."""
    x: list[int | None] = []
    y: list[float | None] = []
    for place in range(len(line.values) - 1):
        if not (axis.complete[place] and axis.complete[place + 1]):
            x += [place, place + 1, None]
            y += [line.values[place], line.values[place + 1], None]
    return x, y


def _end_labels(
    lines: Sequence[Line], limits: tuple[float, float], inner: float, colors: Palette
) -> list[marks.Mark]:
    """Names at the right, moved apart where lines end close together."""
    ends = [(known[-1], line) for line in lines if (known := [v for v in line.values if v is not None])]
    ends.sort(key=lambda end: -end[0])
    wanted = [(limits[1] - value) / (limits[1] - limits[0]) * inner for value, _ in ends]
    labels = [_label_lines(line.label) for _, line in ends]
    places = _moved_apart(wanted, [_APART + _LINE * (len(label) - 1) for label in labels], inner)
    found = []
    for (value, line), label, want, place in zip(ends, labels, wanted, places, strict=True):
        words = "<br>".join(escaped(part) for part in label)
        more = {} if line.label == line.full else marks.full_text(line.full, colors)
        shift = want - place
        found.append(marks.text(words, value, color=colors.ink, x=1, shift=19, yshift=shift, **more))
        shape = f'<span style="font-size:9px">{"◆" if line.second else "●"}</span>'
        found.append(marks.text(shape, value, color=line.color, x=1, shift=8, yshift=shift))
    return found


def _label_lines(label: str) -> list[str]:
    return wrapped(label, _CHARACTERS if len(label) <= _CHARACTERS else _CHARACTERS - 1, 2)


def _moved_apart(wanted: Sequence[float], heights: Sequence[float], inner: float) -> list[float]:
    """Middles in falling order whose heights do not overlap, none below the plot."""
    places: list[float] = []
    for place, want in enumerate(wanted):
        apart = (heights[place - 1] + heights[place]) / 2
        places.append(max(want, places[-1] + apart) if places else want)
    limit = inner
    for place in range(len(places) - 1, -1, -1):
        places[place] = min(places[place], limit)
        limit = places[place] - (heights[place] + heights[place - 1]) / 2
    return places


def lines_of(
    table: pd.DataFrame,
    by: str,
    value: str,
    axis: Axis,
    *,
    mode: Mode,
    colors: Mapping[str, int],
    kinds: Mapping[str, str] | None = None,
    top: int = 5,
    write: Callable[[float | None], str] = numbers.share,
    nouns: Mapping[str, str] | None = None,
) -> list[Line]:
    """The lines of those with most words, each with a value for every period.

    ``nouns`` says what is counted in a group that does not count quotations.
    """
    groups = names_by_words(table, by)[:top]
    names = [name for name in groups if name is not None]
    short = short_names({name: (kinds or {}).get(name) for name in names}, _NAME_CHARACTERS)
    second = second_of_slot(names, colors)
    found = []
    for place, name in enumerate(groups):
        rows = table[table[by].isna() if name is None else table[by] == name].sort_values("period_start")
        full = name or UNATTRIBUTED
        values = tuple(None if pd.isna(number) else float(number) for number in rows[value])
        if by == "speaker":
            color, is_second = speaker_color(name, colors, mode), name in second
        else:
            color, is_second = palette(mode).sequential[SHADES[place % len(SHADES)]], place % 2 == 1
        noun = (nouns or {}).get(full, "quotation")
        hovers = hovers_of(full, values, rows["quotations"], axis, noun, write=write)
        found.append(Line(name, short.get(full, full), full, color, values, hovers, is_second))
    return found


def hovers_of(
    full: str,
    values: Sequence[float | None],
    counts: Iterable[int],
    axis: Axis,
    noun: str,
    *,
    write: Callable[[float | None], str] = numbers.share,
) -> tuple[str, ...]:
    """What each point of a line says: whose it is, when, its value and what it rests on."""
    return tuple(
        f"{in_hover(full)}, {period_name(start, axis.period)}: {write(value)} "
        f"({numbers.counted(int(count), noun)})"
        for start, value, count in zip(axis.starts, values, counts, strict=True)
    )
