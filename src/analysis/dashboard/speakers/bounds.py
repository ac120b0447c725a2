"""How much could each share be, whoever said what nobody is credited with? One click away from the shares."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.dashboard.frame.chosen import chosen_speakers
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.measures.bounds import share_bounds_of_unattributed
from analysis.wording import numbers

_SHOWN = 100


def panel(view: View, base: pd.DataFrame, stamp: str) -> None:
    """Draw the worst and the best case of each share of all quoted words, measured when it is opened."""
    words = "Worst and best case of each share"
    with st.expander(words, key="bounds", type="compact", on_change="rerun") as opened:
        if not opened.open:
            return
        table = share_bounds_of_unattributed(base, speakers=chosen_speakers(view, base))
        unattributed = base.loc[base["speaker"].isna(), "words"].sum() / max(base["words"].sum(), 1)
        if not unattributed:
            parts.note("Everything here is credited to somebody: each share is what it is.")
            return
        parts.note(
            f"{numbers.share(unattributed)} of the quoted words are credited to nobody. At worst none of "
            "them are the speaker’s, at best all; no number of articles makes this narrower."
        )
        st.dataframe(_as_rows(table.head(_SHOWN)), hide_index=True)
        if len(table) > _SHOWN:
            parts.note(f"The {_SHOWN} most quoted; the file has all.")
        parts.csv_button("bounds", table, stamp)


def _as_rows(table: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Speaker": table["speaker"],
            "Worst": table["worst"].map(numbers.share),
            "Best": table["best"].map(numbers.share),
            "If divided as the rest": table["even"].map(numbers.share),
        }
    )
