"""Is speech spread over many voices, or do a few have most of it?"""

from __future__ import annotations

from math import exp, log

import pandas as pd

from analysis.measures.columns import require


def effective_voices(statements: pd.DataFrame, *, by: str = "speaker") -> float | None:
    """Count voices so that loud ones weigh more: exp of the Shannon entropy of their word shares.

    Ten speakers with equally many words are ten voices; ten of whom one says
    nearly everything are little more than one. Speech that nobody could be
    credited with is left out, since it is not one voice.

    Args:
        statements: One row a statement, with ``by`` (str, null if nobody could
            be named) and ``words`` (int).
        by: The column that names the voices.

    Returns:
        From 1 to the number of speakers; None where no speaker says a word.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.

    >>> effective_voices(pd.DataFrame({"speaker": ["Ana", "Bo", None], "words": [5, 5, 9]}))
    2.0
    """
    require(statements, [by, "words"], called="statements")
    words = statements.groupby(by)["words"].sum()
    words = words[words > 0]
    if words.empty:
        return None
    parts = words / words.sum()
    return round(exp(-sum(part * log(part) for part in parts)), 10)
