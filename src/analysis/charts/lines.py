"""Which lines does a table over time hold, and how are they called?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.charts import numbers
from analysis.charts.names import UNATTRIBUTED, in_hover, short_names
from analysis.charts.palette import Mode, palette, second_of_slot, speaker_color
from analysis.charts.tables import names_by_words
from analysis.charts.time_axis import Axis, period_name

_CHARACTERS = 24


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
) -> list[Line]:
    """The lines of those with most words, each with a value for every period."""
    groups = names_by_words(table, by)[:top]
    names = [name for name in groups if name is not None]
    short = short_names({name: (kinds or {}).get(name) for name in names}, _CHARACTERS)
    second = second_of_slot(names, colors)
    found = []
    for name in groups:
        rows = table[table[by].isna() if name is None else table[by] == name].sort_values("period_start")
        full = name or UNATTRIBUTED
        values = tuple(None if pd.isna(number) else float(number) for number in rows[value])
        color = speaker_color(name, colors, mode) if by == "speaker" else palette(mode).neutral
        hovers = _hovers(full, values, [int(count) for count in rows["quotations"]], axis, write)
        found.append(Line(name, short.get(full, full), full, color, values, hovers, name in second))
    return found


def _hovers(
    full: str,
    values: tuple[float | None, ...],
    counts: list[int],
    axis: Axis,
    write: Callable[[float | None], str],
) -> tuple[str, ...]:
    return tuple(
        f"{in_hover(full)}, {period_name(start, axis.period)}: {write(value)} "
        f"({numbers.counted(count, 'quotation')})"
        for start, value, count in zip(axis.starts, values, counts, strict=True)
    )
