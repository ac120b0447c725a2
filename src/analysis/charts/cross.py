"""Draw which outlet lets whom speak, as a matrix with its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import marks
from analysis.charts.label_rows import (
    LEFT,
    NAME_CHARACTERS,
    LabelRow,
    bar_chart,
    name_of,
    names_by_words,
    records,
)
from analysis.charts.marks import NEVER_DIMMED
from analysis.charts.palette import Mode, Palette, palette, text_on
from analysis.charts.template import figure
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, escaped, in_hover, short_names, wrapped

_ROW, _GAP, _LINE = 27, 3, 17
_PHONE_WIDTH, _LETTER = 358, 6.4
_NO_OUTLET = "No outlet"


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Speakers downward, outlets to the right, cells by (speaker, outlet)."""

    speakers: tuple[str | None, ...]
    outlets: tuple[str | None, ...]
    cells: Mapping[tuple[str | None, str | None], Mapping[str, Any]]

    def at(self, row: int, place: int) -> Mapping[str, Any]:
        """The cell in a row and column."""
        return self.cells[self.speakers[row], self.outlets[place]]


def outlets_by_speakers(
    table: pd.DataFrame,
    *,
    mode: Mode,
    top: int = 10,
    most_outlets: int = 6,
    order: Sequence[str] | None = None,
    noun: str = "outlet",
) -> go.Figure:
    """Draw what part of each outlet's quoted words every speaker has.

    Args:
        table: As `analysis.measures.cross.outlets_by_speakers` returns it.
        mode: ``light`` or ``dark``.
        top: How many speakers, those with most words over all outlets.
        most_outlets: How many outlets, those with most words.
        order: The outlets to draw, from left to right; those with most words if None.
        noun: What to call an outlet, where the columns are something else.

    Returns:
        A figure as high as its rows; the darker a cell (in dark: the lighter),
        the larger the share, which is written in it. ``customdata`` of a cell
        is the raw speaker and the raw outlet.
    """
    matrix = _matrix(table, top, most_outlets, order)
    heads = _heads(matrix.outlets)
    head = _LINE * max((len(lines) for lines in heads), default=1) + 6
    colors = palette(mode)
    left_out = table["outlet"].nunique(dropna=False) - len(matrix.outlets)
    note = f"The {len(matrix.outlets)} {noun}s with most quoted words; {left_out} more are left out."
    height = head + _ROW * len(matrix.speakers)
    fig = figure(
        mode,
        height=height,
        alt=_alt(matrix, noun),
        note=note if left_out and order is None else None,
        left=LEFT,
    )
    fig.add_trace(_cells(matrix, head, colors))
    texts = _texts(matrix, table, heads, head, colors) + _values(matrix, head, mode)
    fig.update_layout(barmode="overlay", annotations=texts)
    fig.update_xaxes(range=[0, max(len(matrix.outlets), 1)])
    return fig


def speaker_by_outlet(
    table: pd.DataFrame, *, mode: Mode, color: str | None = None, top: int = 15
) -> go.Figure:
    """Draw what part of each outlet's quoted words one speaker has.

    Args:
        table: As `analysis.measures.cross.outlets_by_speakers` returns it for one speaker.
        mode: ``light`` or ``dark``.
        color: The speaker's color; neutral if None.
        top: How many outlets, those with most of the speaker's words.

    Returns:
        A figure as high as its rows, the largest share on top; ``customdata``
        of a bar is the outlet.
    """
    rows = []
    most = table.sort_values("words", ascending=False, kind="stable").head(top)
    for record in records(most.sort_values("share", ascending=False, kind="stable")):
        name = name_of(record["outlet"])
        full, share = name or _NO_OUTLET, numbers.share(record["share"])
        hover = f"{in_hover(full)}: {share}, {numbers.counted(record['quotations'], 'quotation')}"
        cells = (share, numbers.count(record["quotations"]))
        shade = color or palette(mode).neutral
        rows.append(LabelRow(name, full, full, record["share"], shade, cells, hover))
    first = f"{rows[0].full} gives most, {rows[0].cells[0]}" if rows else "none"
    fig = bar_chart(rows, ["share", "n"], mode=mode, alt=f"Share of each outlet’s quoted words: {first}.")
    if len(table) > top:
        note = f"The {top} outlets with most words; {numbers.count(len(table) - top)} more are left out."
        fig.layout.meta = {**fig.layout.meta, "note": note}
    return fig


def _matrix(table: pd.DataFrame, top: int, most_outlets: int, order: Sequence[str] | None) -> _Matrix:
    speakers = names_by_words(table, "speaker")
    # The measure sorts outlets by all their words; those of the speakers asked for may be fewer.
    outlets = [name_of(name) for name in table["outlet"].drop_duplicates()][:most_outlets]
    if order is not None:
        outlets = list(order)
    cells = {(name_of(row["speaker"]), name_of(row["outlet"])): row for row in records(table)}
    named = [name for name in speakers if name is not None][:top]
    rest = [None] if None in speakers else []
    return _Matrix((*named, *rest), tuple(outlets), cells)


def _places(matrix: _Matrix) -> list[tuple[int, int]]:
    """The cells that are filled, as (row, column)."""
    return [
        (row, place)
        for row, speaker in enumerate(matrix.speakers)
        for place, outlet in enumerate(matrix.outlets)
        if (speaker, outlet) in matrix.cells
    ]


def _fills(matrix: _Matrix, colors: Palette) -> list[str]:
    """The color of each filled cell: the scale ends at the largest share."""
    shares = [matrix.at(*place)["share"] for place in _places(matrix)]
    highest, steps = max(shares, default=0) or 1, len(colors.sequential)
    return [colors.sequential[min(int(share / highest * steps), steps - 1)] for share in shares]


def _cells(matrix: _Matrix, head: float, colors: Palette) -> go.Bar:
    places = _places(matrix)
    names = [(matrix.speakers[row], matrix.outlets[place]) for row, place in places]
    return go.Bar(
        orientation="h",
        base=[place + 0.01 for _, place in places],
        x=[0.98] * len(places),
        y=[head + _ROW * (row + 0.5) for row, _ in places],
        width=_ROW - _GAP,
        marker={"color": _fills(matrix, colors), "line": {"width": 0}},
        customdata=[list(pair) for pair in names],
        hoverinfo="text",
        hovertext=[
            f"{in_hover(speaker or UNATTRIBUTED)} in {in_hover(outlet or _NO_OUTLET)}: "
            f"{numbers.share(matrix.cells[speaker, outlet]['share'])}, "
            f"n {numbers.count(matrix.cells[speaker, outlet]['quotations'])}"
            for speaker, outlet in names
        ],
        **NEVER_DIMMED,
    )


def _values(matrix: _Matrix, head: float, mode: Mode) -> list[marks.Mark]:
    """The numbers in the cells; as text of the bars they would be dimmed by a click."""
    found = []
    for (row, place), fill in zip(_places(matrix), _fills(matrix, palette(mode)), strict=True):
        words = numbers.share(matrix.at(row, place)["share"])
        middle = head + _ROW * (row + 0.5)
        color = text_on(fill, mode)
        found.append(marks.text(words, middle, color=color, x=place + 0.5, anchor="center") | {"xref": "x"})
    return found


def _heads(outlets: Sequence[str | None]) -> list[list[str]]:
    """Names of outlets broken to the width that a column has on a phone."""
    room = int((_PHONE_WIDTH - LEFT) / max(len(outlets), 1) / _LETTER)
    return [wrapped(outlet or _NO_OUTLET, room, 4) for outlet in outlets]


def _texts(
    matrix: _Matrix, table: pd.DataFrame, heads: Sequence[Sequence[str]], head: float, colors: Palette
) -> list[marks.Mark]:
    kinds = {row["speaker"]: row.get("kind") for row in records(table.drop_duplicates("speaker"))}
    named = {name: kinds[name] for name in matrix.speakers if name is not None}
    short = short_names(named, NAME_CHARACTERS)
    found = []
    for place, lines in enumerate(heads):
        words = "<br>".join(escaped(line) for line in lines)
        middle = place + 0.5
        head_text = marks.text(
            words, head - 4, color=colors.muted, x=middle, anchor="center", yanchor="bottom"
        )
        found.append(head_text | {"xref": "x"})
    for row, speaker in enumerate(matrix.speakers):
        full = speaker or UNATTRIBUTED
        label = short.get(full, full)
        more = {} if label == full else marks.full_text(full, colors)
        middle = head + _ROW * (row + 0.5)
        found.append(marks.text(escaped(label), middle, color=colors.ink, shift=-LEFT, **more))
    return found


def _alt(matrix: _Matrix, noun: str) -> str:
    named = {
        key: cell for key, cell in matrix.cells.items() if key[0] in matrix.speakers and key[0] is not None
    }
    if not named:
        return f"{noun.capitalize()}s by speakers: nobody is quoted."
    (speaker, outlet), cell = max(named.items(), key=lambda item: item[1]["share"])
    share = numbers.share(cell["share"])
    first = f"{speaker} in {outlet or _NO_OUTLET}, {share}"
    return f"{noun.capitalize()}s by speakers: the largest share is {first}."
