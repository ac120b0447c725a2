"""Does a course through time say nothing that was not said?"""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.trends import quotations_over_time, shares_over_time


def statements(*rows: tuple[str | None, str | None, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["speaker", "published", "words"])
    frame = frame.astype({"speaker": "str", "words": "int64"}).assign(form="direct")
    return frame.assign(published=pd.to_datetime(frame["published"]).astype("datetime64[us]"))


def test_shares_are_parts_of_the_words_of_their_period() -> None:
    said = statements(("Ana", "2026-03-02", 3), ("Bo", "2026-03-08", 1), ("Ana", "2026-03-09", 5))
    table = shares_over_time(said, period="week").table
    assert table["share"].tolist() == [0.75, 0.25, 1.0, 0.0]
    assert table["speaker"].tolist() == ["Ana", "Bo"] * 2


def test_a_missing_period_is_a_row_without_words_and_without_a_share() -> None:
    said = statements(("Ana", "2026-03-02", 3), ("Ana", "2026-03-18", 1))
    table = shares_over_time(said, period="week").table
    assert table["words"].tolist() == [3, 0, 1]
    assert pd.isna(table["share"].iloc[1])


def test_the_last_period_is_incomplete_when_the_range_ends_within_it() -> None:
    table = shares_over_time(
        statements(("Ana", "2026-03-02", 1), ("Ana", "2026-03-10", 1)), period="week"
    ).table
    assert table["complete"].tolist() == [True, False]
    assert table["days"].tolist() == [7, 2]


def test_a_last_day_without_speech_completes_its_period() -> None:
    said = statements(("Ana", "2026-03-02", 1))
    table = shares_over_time(said, period="week", last=date(2026, 3, 8)).table
    assert table["complete"].tolist() == [True]


def test_a_chosen_first_day_within_a_period_makes_it_incomplete() -> None:
    said = statements(("Ana", "2026-03-05", 1))
    table = shares_over_time(said, period="week", first=date(2026, 3, 4), last=date(2026, 3, 8)).table
    assert (table["complete"].tolist(), table["days"].tolist()) == ([False], [5])


def test_choosing_speakers_never_changes_a_share() -> None:
    said = statements(("Ana", "2026-03-02", 3), ("Bo", "2026-03-02", 1))
    assert shares_over_time(said, speakers=["Bo"]).table["share"].tolist() == [0.25]


def test_unattributed_speech_is_a_group_of_its_own() -> None:
    said = statements(("Ana", "2026-03-02", 1), (None, "2026-03-02", 3))
    table = shares_over_time(said).table
    assert table["share"].tolist() == [0.75, 0.25]
    assert pd.isna(table["speaker"].iloc[0])


def test_statements_without_a_date_are_left_out() -> None:
    assert shares_over_time(statements(("Ana", "2026-03-02", 1), ("Bo", None, 9))).table[
        "share"
    ].tolist() == [1.0]
    assert shares_over_time(statements(("Bo", None, 9))).table.empty


@pytest.mark.parametrize("measure", [shares_over_time, quotations_over_time])
def test_no_statements_give_no_rows(measure: Any) -> None:
    assert measure(statements()).table.empty


def test_quotations_are_counted_by_form_in_every_period() -> None:
    said = statements(("Ana", "2026-03-02", 3), ("Ana", "2026-03-04", 2))
    table = quotations_over_time(said.assign(form=["direct", "mixed"]), period="day").table
    assert table[["direct", "mixed", "quotations"]].values.tolist() == [[1, 0, 1], [0, 0, 0], [0, 1, 1]]


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'published'"):
        shares_over_time(statements().drop(columns="published"))
