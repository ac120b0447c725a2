"""Values of a frame in the cells of files and tables."""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime
from typing import Any

import pandas as pd

from analysis.wording import names

UNATTRIBUTED = f"({names.UNATTRIBUTED.lower()})"
"""What stands in a cell for nobody."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_value(value: Any) -> Any:
    """A value as text, number, truth or None; a day is written ``YYYY-MM-DD``."""
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, str):
        return value
    return value.item() if hasattr(value, "item") else value


def defused(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it.

    >>> defused("=1+1"), defused(-0.3), defused("Ana")
    ("'=1+1", -0.3, 'Ana')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA) else value


def csv_text(frame: pd.DataFrame) -> str:
    """A frame as CSV with formulas defused and days without a clock; what is unknown is empty.

    >>> csv_text(pd.DataFrame({"speaker": ["=Ana", None], "words": [3, 1]}))
    "speaker,words\\n'=Ana,3\\n,1\\n"
    """
    columns = [[defused(plain_value(value)) for value in column] for _, column in frame.items()]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue()
