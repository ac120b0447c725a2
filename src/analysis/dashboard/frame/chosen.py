"""Whose rows are shown? Those of the filters for speakers and kinds, never the others' words less."""

from __future__ import annotations

import pandas as pd

from analysis.dashboard.frame.filters import View


def chosen_speakers(view: View, base: pd.DataFrame) -> list[str] | None:
    """The speakers of ``base`` that the filters leave; None where none is chosen."""
    selection = view.selection
    if not selection.names_speakers:
        return None
    rows = base[base["kind"].isin(selection.kinds)] if selection.kinds else base
    known = rows["speaker"].dropna().drop_duplicates()
    return known[known.isin(selection.speakers)].tolist() if selection.speakers else known.tolist()


def rows_of_chosen(view: View, base: pd.DataFrame) -> pd.DataFrame:
    """The quotations of ``base`` that the filters for speakers and kinds leave."""
    names = chosen_speakers(view, base)
    return base if names is None else base[base["speaker"].isin(names)]


def kinds_of(base: pd.DataFrame) -> dict[str, str]:
    """Speaker → kind, of those who speak in ``base``."""
    known = base.drop_duplicates("speaker").dropna(subset=["speaker"])
    return dict(zip(known["speaker"], known["kind"], strict=True))
