from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import MissingColumns
from analysis.measures.shares import share_bounds_of_unattributed

SAID = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen", "Bo Chen", None], "words": [50, 20, 10, 20]})


def test_the_best_case_takes_all_unattributed_speech_and_the_worst_none() -> None:
    found = share_bounds_of_unattributed(SAID).set_index("speaker")
    assert found.loc["Ana Silva"].tolist() == [0.5, 0.7, 0.625]
    assert found.loc["Bo Chen"].tolist() == [0.3, 0.5, 0.375]


def test_quotations_can_be_counted_instead_of_words() -> None:
    found = share_bounds_of_unattributed(SAID, metric="quotations", speakers=["Bo Chen"])
    assert found.to_numpy().tolist() == [["Bo Chen", 0.5, 0.75, pytest.approx(2 / 3)]]


def test_with_everything_attributed_there_is_nothing_between_the_cases() -> None:
    found = share_bounds_of_unattributed(SAID.dropna())
    assert (found["worst"] == found["best"]).all()


@pytest.mark.parametrize(
    "rows", [SAID.head(0), SAID[SAID["speaker"].isna()]], ids=["empty", "all unattributed"]
)
def test_without_a_name_there_are_no_rows(rows: Any) -> None:
    assert len(share_bounds_of_unattributed(rows)) == 0


def test_ties_stand_in_alphabetical_order_and_appearances_are_refused() -> None:
    tied = pd.DataFrame({"speaker": ["Bo Chen", "Ana Silva"], "words": [5, 5]})
    assert share_bounds_of_unattributed(tied)["speaker"].tolist() == ["Ana Silva", "Bo Chen"]
    with pytest.raises(ValueError, match="'articles'"):
        share_bounds_of_unattributed(tied, metric="articles")
    with pytest.raises(MissingColumns, match="words"):
        share_bounds_of_unattributed(tied[["speaker"]])


@given(st.lists(st.tuples(st.sampled_from(["Ana", "Bo", None]), st.integers(0, 50)), max_size=20))
def test_worst_even_and_best_are_in_order(rows: Any) -> None:
    said = pd.DataFrame(rows, columns=["speaker", "words"]).astype({"speaker": "str", "words": "int64"})
    found = share_bounds_of_unattributed(said).dropna()
    assert (found["worst"] <= found["even"] + 1e-12).all()
    assert (found["even"] <= found["best"] + 1e-12).all()
    assert found["best"].le(1 + 1e-12).all()
