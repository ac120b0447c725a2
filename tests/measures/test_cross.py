"""Are outlets compared by parts of their own words?"""

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.cross import outlets_by_speakers


def statements(*rows: tuple[str | None, str | None, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["outlet", "speaker", "words"])
    return frame.astype({"outlet": "str", "speaker": "str", "words": "int64"})


def test_shares_are_parts_of_the_words_of_each_outlet() -> None:
    table = outlets_by_speakers(statements(("Post", "Ana", 3), ("Post", "Bo", 1), ("Tide", "Ana", 1)))
    assert table[["outlet", "speaker", "share"]].values.tolist() == [
        ["Post", "Ana", 0.75],
        ["Post", "Bo", 0.25],
        ["Tide", "Ana", 1.0],
    ]


def test_choosing_speakers_never_changes_a_share() -> None:
    said = statements(("Post", "Ana", 3), ("Post", "Bo", 1))
    assert outlets_by_speakers(said, speakers=["Bo"])["share"].tolist() == [0.25]


def test_no_outlet_and_no_speaker_are_groups_of_their_own() -> None:
    table = outlets_by_speakers(statements((None, None, 1), (None, "Ana", 1)))
    assert table["share"].tolist() == [0.5, 0.5]
    assert table["speaker"].isna().tolist() == [False, True]


def test_an_outlet_without_words_has_no_share() -> None:
    assert outlets_by_speakers(statements(("Post", "Ana", 0)))["share"].tolist() == [0.0]


def test_no_statements_give_no_rows() -> None:
    assert outlets_by_speakers(statements()).empty


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'outlet'"):
        outlets_by_speakers(statements().drop(columns="outlet"))


def test_outlets_and_in_them_speakers_stand_by_words_then_by_alphabet_and_null_last() -> None:
    said = statements(
        ("Tide", "Bo", 2),
        ("Tide", "Ana", 2),
        ("Post", None, 2),
        ("Post", "Cy", 2),
        (None, "Ana", 4),
        ("Wire", "Ana", 3),
        ("Wire", "Bo", 9),
    )
    table = outlets_by_speakers(said)[["outlet", "speaker"]].fillna("-")
    assert ["".join(pair) for pair in table.to_numpy()] == [
        *("WireBo", "WireAna", "PostCy", "Post-", "TideAna", "TideBo", "-Ana")
    ]


def test_several_rows_of_a_speaker_in_an_outlet_are_added_up_with_the_first_kind() -> None:
    said = statements(("Post", "Ana", 3), ("Post", "Ana", 4), ("Post", "Bo", 1))
    table = outlets_by_speakers(said.assign(kind=["person", "group", "person"]))
    assert table.iloc[0].tolist() == ["Post", "Ana", "person", 7, 2, 0.875]
