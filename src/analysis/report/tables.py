"""How does a measured table stand in a page?"""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from analysis.wording import numbers
from analysis.wording.cells import plain_value

MOST_ROWS = 200

_WRITTEN = {
    "share": numbers.share,
    "reach": numbers.share,
    "low": numbers.share,
    "high": numbers.share,
    "tone": numbers.tone,
}
_NAMELESS = {"speaker": "unattributed", "outlet": "no outlet"}


def table(frame: pd.DataFrame) -> str:
    """A table with its first rows, every cell escaped; how many rows are left out is said."""
    columns = [str(name) for name in frame.columns]
    are_numbers = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
    classes = [' class="number"' if is_number else "" for is_number in are_numbers]
    head = "".join(f"<th{look}>{html.escape(name)}</th>" for name, look in zip(columns, classes, strict=True))
    rows = []
    for values in frame.head(MOST_ROWS).itertuples(index=False, name=None):
        cells = zip(columns, values, classes, strict=True)
        rows.append(
            "".join(f"<td{look}>{html.escape(_cell(name, value))}</td>" for name, value, look in cells)
        )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    rest = len(frame) - MOST_ROWS
    more = f'<p class="note">{numbers.counted(rest, "row")} more left out.</p>' if rest > 0 else ""
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}'
    )


def _cell(name: str, value: Any) -> str:
    value = plain_value(value)
    if value is None:
        return _NAMELESS.get(name, "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        written = _WRITTEN.get(name)
        return written(value) if written else numbers.count(value) if value == int(value) else f"{value:.3g}"
    return str(value)
