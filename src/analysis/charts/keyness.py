"""Which terms set a selection apart, drawn as bars as long as the effect is large?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts.label_rows import LabelRow, bar_chart
from analysis.charts.palette import Mode, palette
from analysis.charts.tables import records
from analysis.wording import numbers
from analysis.wording.names import in_hover

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
    rows = [_row(record, fill) for record in records(best)]
    fig = bar_chart(rows, ["times", "n"], mode=mode, alt=_alt(rows))
    clear = [bool(is_clear) for is_clear in best["is_clear"]]
    fig.data[1].marker = {
        "color": [fill if is_clear else palette(mode).page for is_clear in clear],
        "line": {"width": 1, "color": fill},
        "opacity": 1,
    }
    if not all(clear):
        fig.layout.meta = {**fig.layout.meta, "note": "Hollow: could be chance, tested by article."}
    return fig


def _row(record: dict[str, Any], color: str) -> LabelRow:
    term, times = record["term"], 2 ** float(record["log_ratio"])
    written = f">{numbers.NBSP}99×" if times > _MOST_TIMES else numbers.ratio(times)
    cells = (written, numbers.count(record["count"]))
    uses = numbers.counted(int(record["count"]), "time")
    articles = numbers.counted(int(record["articles"]), "article")
    hover = f"{in_hover(term)}: {uses} in {articles}; the rest {numbers.count(record['count_rest'])}"
    return LabelRow(term, term, term, float(record["log_ratio"]), color, cells, hover)


def _alt(rows: list[LabelRow]) -> str:
    if not rows:
        return "Words that set the selection apart: none."
    return f"Words that set the selection apart: “{rows[0].full}” most, {rows[0].cells[0]} as frequent."
