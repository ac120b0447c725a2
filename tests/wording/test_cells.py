"""Values are written plainly, and nothing in a file runs as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.wording.cells import csv_text, defused, plain_value


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (float("nan"), None),
        (np.float64("nan"), None),
        (pd.NaT, None),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 14, 5), "2026-03-02"),
        (pd.Timestamp("2026-03-02"), "2026-03-02"),
        (np.int64(3), 3),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),
        ("", ""),
        (0, 0),
    ],
)
def test_what_is_unknown_is_nothing_and_days_have_no_clock(value: object, plain: object) -> None:
    found = plain_value(value)
    assert (found, type(found)) == (plain, type(plain))


@given(st.text(min_size=1))
def test_only_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    runs = text[0] in "=+-@\t\r"
    assert defused(text) == (f"'{text}" if runs else text)


# Texts of a corpus have no “\r”, which the writer of Python 3.11 leaves without quotation marks.
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\r")), st.integers(), st.booleans()
        )
    )
)
def test_a_frame_comes_back_from_its_csv(rows: list[tuple[str, int, bool]]) -> None:
    frame = pd.DataFrame(rows, columns=["text", "words", "is_name"])
    read = list(csv.reader(io.StringIO(csv_text(frame), newline="")))
    assert read[0] == ["text", "words", "is_name"]
    assert [tuple(row) for row in read[1:]] == [
        (defused(text), str(words), str(is_name)) for text, words, is_name in rows
    ]


def test_days_and_unknown_numbers_in_a_csv() -> None:
    frame = pd.DataFrame(
        {"published": [pd.Timestamp("2026-03-02"), pd.NaT], "tone": [-0.25, None], "kind": ["a", None]}
    ).astype({"kind": "category"})
    assert csv_text(frame) == "published,tone,kind\n2026-03-02,-0.25,a\n,,\n"
