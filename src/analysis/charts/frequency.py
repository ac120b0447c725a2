"""Draw which terms are used most, or are most typical of a selection, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.label_rows import LabelRow, bar_chart, records
from analysis.charts.palette import Mode, palette
from analysis.wording import numbers
from analysis.wording.names import in_hover


def keyword_frequency(
    table: pd.DataFrame,
    *,
    mode: Mode,
    top: int = 10,
    value: Literal["share", "count"] = "share",
    color: str | None = None,
) -> go.Figure:
    """Draw how often terms are used.

    Args:
        table: As `analysis.measures.frequency.keyword_frequency` returns it. A
            column ``before``, where there, becomes upright lines: the part of
            articles in an earlier period.
        mode: ``light`` or ``dark``.
        top: How many terms are shown.
        value: ``share`` for the part of articles that use a term, with their
            number beside it; ``count`` for how often it is used (one article).
        color: The color of the bars; neutral if None. A speaker's profile
            takes the speaker's.

    Returns:
        A figure as high as its rows; ``customdata`` of a bar is the term.
    """
    order = ["articles", "count"] if value == "share" else ["count"]
    best = table.sort_values([*order, "term"], ascending=[False] * len(order) + [True]).head(top)
    rows = [
        LabelRow(
            name=record["term"],
            label=record["term"],
            full=record["term"],
            value=record[value],
            color=color or palette(mode).neutral,
            cells=_cells(record, value),
            hover=_hover(record, value),
        )
        for record in records(best)
    ]
    heads = ["articles", "n"] if value == "share" else ["times"]
    if value == "share" and "before" in best:
        return bar_chart(
            [replace(row, cells=cells) for row, cells in zip(rows, _changes(best), strict=True)],
            ["now", "points"],
            mode=mode,
            alt=_alt(rows),
            before=[float(share) for share in best["before"]],
        )
    return bar_chart(rows, heads, mode=mode, alt=_alt(rows))


def _changes(table: pd.DataFrame) -> list[tuple[str, str]]:
    return [
        (numbers.share(row["share"]), numbers.points(row["share"] - row["before"])) for row in records(table)
    ]


def _cells(record: Mapping[str, Any], value: str) -> tuple[str, ...]:
    if value == "count":
        return (numbers.count(record["count"]),)
    return numbers.share(record["share"]), numbers.count(record["articles"])


def _hover(record: Mapping[str, Any], value: str) -> str:
    times = numbers.counted(record["count"], "time")
    if value == "count":
        return f"{in_hover(record['term'])}: {times}"
    articles = numbers.counted(record["articles"], "article")
    return f"{in_hover(record['term'])}: {times} in {articles}"


def _alt(rows: list[LabelRow]) -> str:
    if not rows:
        return "Keywords: none."
    return f"Keywords: “{rows[0].name}” is used most, {rows[0].cells[0]}."


_MOST_TIMES = 99.0


def keyness(table: pd.DataFrame, *, mode: Mode, top: int = 10, color: str | None = None) -> go.Figure:
    """Draw the terms that are most typical of a selection.

    Args:
        table: As `analysis.measures.keyness.keyness` returns it.
        mode: ``light`` or ``dark``.
        top: How many terms, the most typical first.
        color: The color of the bars; neutral if None. A speaker's profile takes
            the speaker's.

    Returns:
        A figure as high as its rows; a bar is as long as the binary logarithm of
        how many times as frequent the term is, hollow where it could be chance.
        ``customdata`` of a bar is the term.
    """
    best = table[(table["z"] > 0) & (table["log_ratio"] > 0)].head(top)
    fill = color or palette(mode).neutral
    rows = [_keyness_row(record, fill) for record in records(best)]
    fig = bar_chart(rows, ["times", "n"], mode=mode, alt=_keyness_alt(rows))
    clear = [bool(is_clear) for is_clear in best["is_clear"]]
    fig.data[1].marker = {
        "color": [fill if is_clear else palette(mode).page for is_clear in clear],
        "line": {"width": 1, "color": fill},
        "opacity": 1,
    }
    if not all(clear):
        fig.layout.meta = {**fig.layout.meta, "note": "Hollow: could be chance, tested by article."}
    return fig


def _keyness_row(record: dict[str, Any], color: str) -> LabelRow:
    term, times = record["term"], 2 ** float(record["log_ratio"])
    written = f">{numbers.NBSP}99×" if times > _MOST_TIMES else numbers.ratio(times)
    cells = (written, numbers.count(record["count"]))
    uses = numbers.counted(int(record["count"]), "time")
    articles = numbers.counted(int(record["articles"]), "article")
    hover = f"{in_hover(term)}: {uses} in {articles}; the rest {numbers.count(record['count_rest'])}"
    return LabelRow(term, term, term, float(record["log_ratio"]), color, cells, hover)


def _keyness_alt(rows: list[LabelRow]) -> str:
    if not rows:
        return "Words that set the selection apart: none."
    return f"Words that set the selection apart: “{rows[0].full}” most, {rows[0].cells[0]} as frequent."
