"""How much of what was found is right, and how much was found, in a sample that a person has checked?"""

from __future__ import annotations

import pandas as pd

from analysis.measures.checked import proportion
from analysis.measures.columns import require

_NEEDED = ("is_found", "is_wrong", "is_speech", "is_missed", "is_speaker_right")


def sample_accuracy(checked: pd.DataFrame, *, with_recall: bool) -> pd.DataFrame:
    """Precision and recall with 95 % intervals.

    Args:
        checked: One row a checked item (a quotation or a sentence), with the
            booleans ``is_found`` (something was found there), ``is_wrong``
            (some of it is no quotation), ``is_speech`` (somebody is quoted
            there indeed), ``is_missed`` (some of it was not found) and
            ``is_speaker_right`` (whoever is quoted there is the right one).
        with_recall: Whether the items are a sample of all there is, so that
            they tell what was missed too.

    Returns:
        ``measure`` (str: ``recall`` if asked for, ``precision``, ``speaker``,
        ``precision with speaker``), ``right`` and ``checked`` (int), ``value``,
        ``low``, ``high`` (float from 0 to 1; null where nothing was checked).
        Recall is of items with speech those without anything missed,
        precision of items with something found those without anything wrong,
        speaker of these those with the right one; the last is both together.

    Raises:
        MissingColumns: ``checked`` lacks one of the columns.
    """
    require(checked, _NEEDED, called="checked")
    found, speech = checked[checked["is_found"].astype(bool)], checked[checked["is_speech"].astype(bool)]
    quoted = found[~found["is_wrong"].astype(bool)]
    right = int(quoted["is_speaker_right"].sum())
    rows = [
        ("precision", len(quoted), len(found)),
        ("speaker", right, len(quoted)),
        ("precision with speaker", right, len(found)),
    ]
    if with_recall:
        rows.insert(0, ("recall", len(speech) - int(speech["is_missed"].sum()), len(speech)))
    table = pd.DataFrame(rows, columns=["measure", "right", "checked"])
    known = [proportion(right, of) for _, right, of in rows]
    for name in ("value", "low", "high"):
        table[name] = pd.Series([getattr(one, name) for one in known], dtype="float64")
    return table
