"""Weigh shares one click away from them: how much each could be, and how much was to be expected."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame.saving import csv_button
from analysis.dashboard.ui.controls import switch
from analysis.dashboard.ui.text import note, plain, sentence_note
from analysis.errors import AnalysisError
from analysis.measures.shares import share_bounds_of_unattributed
from analysis.report.comparisons import Compared, compared, expectation_cells, read_expectations
from analysis.wording import numbers
from analysis.wording.numbers import NBSP

_SHOWN = 100
_NAMES = {"speaker": "Speakers", "role": "Roles", "kind": "Kinds of speaker", "outlet": "Outlets"}
_MOST_NAMED = 10


def panel(view: View, footer: str) -> None:
    """Draw the worst and the best case of each share of all quoted words, measured when it is opened.

    They differ by what is said by nobody that is named.
    """
    words = "Worst and best case of each share"
    with st.expander(words, key="bounds", type="compact", on_change="rerun") as opened:
        if not opened.open:
            return
        said = view.statements
        table = share_bounds_of_unattributed(said, speakers=view.chosen_speakers)
        unattributed = said.loc[said["speaker"].isna(), "words"].sum() / max(said["words"].sum(), 1)
        if not unattributed:
            note("Everything here is credited to somebody: each share is what it is.")
            return
        note(
            f"{numbers.share(unattributed)} of the quoted words are credited to nobody. At worst none of "
            "them are the speaker’s, at best all; no number of articles makes this narrower."
        )
        listed = table.head(_SHOWN)
        rows = {
            "Speaker": listed["speaker"],
            "Worst": listed["worst"].map(numbers.share),
            "Best": listed["best"].map(numbers.share),
            "If divided as the rest": listed["even"].map(numbers.share),
        }
        st.dataframe(pd.DataFrame(rows), hide_index=True)
        if len(table) > _SHOWN:
            note(f"The {_SHOWN} most quoted; the file has all.")
        csv_button("bounds", table, footer)


def expectation_panel(view: View, footer: str) -> None:
    """Draw the upload of a table of expectations, and the ratio of voice to each of them."""
    words = "Compare with seats, staff or population"
    with st.expander(words, key="expectation", type="compact", on_change="rerun") as opened:
        if not opened.open:
            return
        note(
            "A CSV file with a name and a number in each row, such as “Ana Silva,12”. The ratio is the share "
            "of voice among those named there, divided by their share of the numbers: 2 is twice as much."
        )
        by = switch("The table names", _NAMES, "expected-by", has_label=True)
        file = st.file_uploader("Table", ["csv", "tsv", "txt"], key="expected-file", max_upload_size=5)
        if file is None:
            return
        try:
            wanted = read_expectations(file.name, file.getvalue())
            _ratios(compared(view, wanted, by=by), by, footer)
        except AnalysisError as error:
            st.error(plain(str(error)))


def _ratios(result: Compared, by: str, footer: str) -> None:
    table = result.found.table
    rows = [expectation_cells(row, by) for row in table.to_dict("records")]
    heads = [_NAMES[by].removesuffix("s"), "Expected", "Share of voice", "Ratio", f"95{NBSP}%"]
    st.dataframe(pd.DataFrame(rows, columns=heads), hide_index=True, height="content")
    if result.silent:
        named = ", ".join(result.silent[:_MOST_NAMED])
        more = len(result.silent) - _MOST_NAMED
        rest = f" and {numbers.count(more)} more" if more > 0 else ""
        note(f"Says nothing in this selection: {named}{rest}. Are the names as in the corpus?")
    sentence_note(result.found.note)
    csv_button("voice-to-expectation", table, footer)
