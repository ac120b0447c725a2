"""The bars of a chart of shares, and what stands beside them.

Named rows first, the largest on top; then, under a rule, everybody beyond them
together and what nobody could be credited with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analysis.charts.label_rows import records
from analysis.charts.palette import Mode, palette, second_of_slot, speaker_color
from analysis.model import FORMS, UNNAMED_SOURCES
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, escaped, wrapped

Group = Literal["named", "others", "nobody"]

SHARE, INTERVAL, REACH, COUNT = "share", f"95{numbers.NBSP}%", "reach", "n"

_LINE, _BELOW, _HOVER_NAME = 18, 21, 30


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: whose it is, how it looks, what it measures.

    ``name`` is what a click chooses; None where nobody can be chosen.
    ``forms`` are the parts of ``share`` said directly, mixed and indirectly.
    ``group`` tells the others, who stand together, from what nobody is credited with.
    """

    name: str | None
    label: str
    color: str
    share: float
    forms: tuple[float, ...]
    low: float | None
    high: float | None
    cells: Mapping[str, str]
    hollow: bool = False
    hatched: bool = False
    group: Group = "named"

    @property
    def lines(self) -> list[str]:
        """The label, broken to the width that a phone has."""
        return wrapped(self.label)

    @property
    def height(self) -> int:
        """How many pixels the row takes."""
        return _LINE * len(self.lines) + _BELOW

    @property
    def bar_top(self) -> int:
        """Where in the row the bar begins."""
        return _LINE * len(self.lines)

    @property
    def hover(self) -> str:
        """The row in one line of words; a name too long for its place above the bar stands alone."""
        if "…" in "".join(self.lines) and "…" not in self.label:
            return "<br>".join(escaped(line) for line in wrapped(self.label, 50, 20))
        parts = [
            f"{form} {numbers.share(part)}" for form, part in zip(FORMS, self.forms, strict=True) if part
        ]
        said = ", ".join(parts) or numbers.share(self.share)
        return said if len(self.label) > _HOVER_NAME else f"{escaped(self.label)}: {said}"


def heads(table: pd.DataFrame) -> tuple[str, ...]:
    """The number columns that a table can fill, from left to right."""
    has = set(table.columns)
    there = {SHARE: True, INTERVAL: {"low", "high"} <= has, REACH: "reach" in has, COUNT: "quotations" in has}
    return tuple(head for head, is_there in there.items() if is_there)


def rows(
    table: pd.DataFrame, by: str, mode: Mode, colors: Mapping[str, int], top: int
) -> tuple[list[Row], list[Row]]:
    """The named rows, and those under the rule."""
    known = table[table[by].notna()]
    return _named(known.iloc[:top], by, mode, colors), [
        *_others(known.iloc[top:], mode),
        *_unattributed(table[table[by].isna()], by, mode),
    ]


def _named(table: pd.DataFrame, by: str, mode: Mode, colors: Mapping[str, int]) -> list[Row]:
    if by != "speaker":
        return [_row(record, record[by], record[by], palette(mode).neutral) for record in records(table)]
    second = second_of_slot(set(table[by]), colors)
    found = []
    for record in records(table):
        name, kind = record[by], record.get("kind")
        color = speaker_color(name, colors, mode, kind=kind)
        hollow = kind == "unnamed" or name == UNNAMED_SOURCES
        found.append(_row(record, name, name, color, hollow=hollow, hatched=name in second))
    return found


def _others(table: pd.DataFrame, mode: Mode) -> list[Row]:
    """Everybody beyond the named, together; reach and intervals cannot be added up."""
    if table.empty:
        return []
    columns = [name for name in (*FORMS, "share", "quotations") if name in table.columns]
    sums = {name: table[name].sum() for name in columns}
    label = numbers.counted(len(table), "other")
    return [_row(sums, None, label, palette(mode).others, group="others")]


def _unattributed(table: pd.DataFrame, by: str, mode: Mode) -> list[Row]:
    label = UNATTRIBUTED if by == "speaker" else f"No {by}"
    return [
        _row(record | {REACH: None}, None, label, palette(mode).unattributed, group="nobody")
        for record in records(table)
    ]


def _row(record: Mapping[str, Any], name: str | None, label: str, color: str, **look: Any) -> Row:
    share = float(record["share"])
    whole = sum(record[form] for form in FORMS)
    low, high = record.get("low"), record.get("high")
    cells = {SHARE: numbers.share(share), INTERVAL: numbers.interval(low, high)}
    cells[REACH] = numbers.share(record.get("reach"))
    cells[COUNT] = numbers.count(record.get("quotations", 0))
    known = bool(cells[INTERVAL])
    return Row(
        name=name,
        label=label,
        color=color,
        share=share,
        forms=tuple(share * float(record[form] / whole) if whole else 0.0 for form in FORMS),
        low=low if known else None,
        high=high if known else None,
        cells=cells,
        **look,
    )
