"""How is the difference of two shares written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.wording import numbers


def difference_cells(row: Mapping[Any, Any]) -> tuple[str, str, str, str, str]:
    """Both shares, their difference in points, its interval, and whether it is clear.

    Args:
        row: A row of `analysis.measures.differences.share_differences`.

    >>> row = {"before": 0.12, "after": 0.31, "low": 0.1, "high": 0.28, "is_clear": True}
    >>> [cell.replace(numbers.NBSP, " ") for cell in difference_cells(row)]
    ['12 %', '31 %', '+19', '+10 to +28', 'yes']
    """
    before, after, points = numbers.shares_and_points(float(row["before"]), float(row["after"]))
    if row["low"] != row["low"]:
        return before, after, points, "", ""
    digits = 1 if "." in points else 0
    low, high = (numbers.points(float(row[key]), digits) for key in ("low", "high"))
    return before, after, points, f"{low} to {high}", "yes" if row["is_clear"] else "no"
