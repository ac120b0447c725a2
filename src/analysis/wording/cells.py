"""How does a value of a frame stand in a cell of a file?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_value(value: Any) -> Any:
    """A value as text, number, truth or None; a day is written ``YYYY-MM-DD``."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
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
