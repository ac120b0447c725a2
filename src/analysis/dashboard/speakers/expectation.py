"""Who is heard more, and who less, than a table of the reader's lets expect?"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.catalog.view import View as CorpusView
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError
from analysis.report.comparisons import COLUMNS, Compared, compared, expectation_cells, read_expectations
from analysis.wording import numbers
from analysis.wording.numbers import NBSP

_NAMES = {"speaker": "Speakers", "role": "Roles", "kind": "Kinds of speaker", "outlet": "Outlets"}
_MOST_NAMED = 10


def panel(view: View, stamp: str) -> None:
    """Draw the upload of a table of expectations, and the ratio of voice to each of them."""
    words = "Compare with seats, staff or population"
    with st.expander(words, key="expectation", type="compact", on_change="rerun") as opened:
        if not opened.open:
            return
        parts.note(
            "A CSV file with a name and a number in each row, such as “Ana Silva,12”. The ratio is the share "
            "of voice among those named there, divided by their share of the numbers: 2 is twice as much."
        )
        by = st.segmented_control(
            "The table names",
            COLUMNS,
            format_func=_NAMES.__getitem__,
            default=COLUMNS[0],
            key="expected-by",
            required=True,
        )
        file = st.file_uploader("Table", ["csv", "tsv", "txt"], key="expected-file", max_upload_size=5)
        if file is None:
            return
        try:
            wanted = read_expectations(file.name, file.getvalue())
            asked = CorpusView(view.shown.corpus, view.selection)
            _show(compared(asked, wanted, by=by or COLUMNS[0]), by or COLUMNS[0], stamp)
        except AnalysisError as error:
            st.error(parts.plain(str(error)))


def _show(result: Compared, by: str, stamp: str) -> None:
    table = result.found.table
    st.dataframe(_as_rows(table, by), hide_index=True, height="content")
    if result.silent:
        named = ", ".join(result.silent[:_MOST_NAMED])
        more = len(result.silent) - _MOST_NAMED
        rest = f" and {numbers.count(more)} more" if more > 0 else ""
        parts.note(f"Says nothing in this selection: {named}{rest}. Are the names as in the corpus?")
    if note := result.found.note:
        parts.note(f"{note[0].upper()}{note[1:]}.")
    parts.csv_button("voice-to-expectation", table, stamp)


def _as_rows(table: pd.DataFrame, by: str) -> pd.DataFrame:
    rows = [expectation_cells(row, by) for row in table.to_dict("records")]
    heads = [_NAMES[by].removesuffix("s"), "Expected", "Share of voice", "Ratio", f"95{NBSP}%"]
    return pd.DataFrame(rows, columns=heads)
