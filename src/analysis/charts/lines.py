"""Which lines does a table over time hold, and how are they called?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.charts.palette import Mode, palette, second_of_slot, speaker_color
from analysis.charts.tables import names_by_words
from analysis.charts.time_axis import Axis, period_name
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, in_hover, short_names

_CHARACTERS = 24
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
    short = short_names({name: (kinds or {}).get(name) for name in names}, _CHARACTERS)
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
        hovers = _hovers(full, values, [int(count) for count in rows["quotations"]], axis, write, noun)
        found.append(Line(name, short.get(full, full), full, color, values, hovers, is_second))
    return found


def _hovers(
    full: str,
    values: tuple[float | None, ...],
    counts: list[int],
    axis: Axis,
    write: Callable[[float | None], str],
    noun: str,
) -> tuple[str, ...]:
    return tuple(
        f"{in_hover(full)}, {period_name(start, axis.period)}: {write(value)} "
        f"({numbers.counted(count, noun)})"
        for start, value, count in zip(axis.starts, values, counts, strict=True)
    )
