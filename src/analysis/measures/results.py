"""What measures return where a table alone does not say enough."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.measures.periods import Period


@dataclass(frozen=True, slots=True)
class Course:
    """What a measure gives for one period after the other.

    ``table`` has one row a period, or a period and group: ``period_start``
    (datetime, the first day of it), the figures, ``days`` (int, how many of
    its days were looked at), ``complete`` (bool). ``period`` is its length.
    """

    table: pd.DataFrame
    period: Period


@dataclass(frozen=True, slots=True)
class Estimates:
    """Figures with their intervals, and on how many stories these rest.

    ``note`` is what `analysis.measures.uncertainty.reliability` says of so
    many stories, empty where they are enough.
    """

    table: pd.DataFrame
    stories: int
    note: str


Result = pd.DataFrame | Course | Estimates


def table_of(result: Result) -> pd.DataFrame:
    """The table of what a measure returned."""
    return result if isinstance(result, pd.DataFrame) else result.table
