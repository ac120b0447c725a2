"""Does share of voice divide everything said, and nothing twice?"""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import MissingColumns
from analysis.measures.shares import METRICS, share_of_voice

COLUMNS = ["article_id", "speaker", "kind", "form", "words"]


def statements(*rows: tuple[str, str | None, str, int]) -> pd.DataFrame:
    full = [(article, who, "person" if who else None, form, words) for article, who, form, words in rows]
    frame = pd.DataFrame(full, columns=COLUMNS)
    return frame.astype(
        {"article_id": "str", "speaker": "str", "kind": "str", "form": "str", "words": "int64"}
    )


def articles(*ids: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": pd.Series(ids, dtype="str")})


def test_shares_are_parts_of_all_quoted_words() -> None:
    table = share_of_voice(statements(("a", "Ana", "direct", 6), ("a", "Bo", "mixed", 2)), articles("a"))
    assert table[["speaker", "share"]].values.tolist() == [["Ana", 0.75], ["Bo", 0.25]]


def test_quotations_without_a_speaker_are_kept_as_a_group() -> None:
    table = share_of_voice(statements(("a", "Ana", "direct", 1), ("a", None, "direct", 3)), articles("a"))
    assert table["share"].tolist() == [0.75, 0.25]
    assert pd.isna(table["speaker"].iloc[0])
    assert pd.isna(table["kind"].iloc[0])


def test_choosing_speakers_never_changes_a_share() -> None:
    said = statements(("a", "Ana", "direct", 1), ("a", "Bo", "direct", 3))
    table = share_of_voice(said, articles("a"), speakers=["Ana"])
    assert table[["speaker", "share"]].values.tolist() == [["Ana", 0.25]]


def test_ties_stand_in_alphabetical_order_and_null_last() -> None:
    said = statements(("a", None, "direct", 2), ("a", "Bo", "direct", 2), ("a", "Ana", "direct", 2))
    assert share_of_voice(said, articles("a"))["speaker"].tolist()[:2] == ["Ana", "Bo"]


def test_reach_is_a_part_of_all_articles_also_those_that_quote_nobody() -> None:
    said = statements(("a", "Ana", "direct", 2), ("a", "Ana", "direct", 2))
    assert share_of_voice(said, articles("a", "b", "c", "d"))["reach"].tolist() == [0.25]


def test_words_are_divided_by_form() -> None:
    said = statements(("a", "Ana", "direct", 2), ("a", "Ana", "indirect", 5), ("b", "Ana", "mixed", 1))
    row = share_of_voice(said, articles("a", "b")).iloc[0]
    assert (row["words"], row["direct"], row["mixed"], row["indirect"]) == (8, 2, 1, 5)


def test_an_appearance_counts_once_and_has_the_closest_form() -> None:
    said = statements(("a", "Ana", "indirect", 9), ("a", "Ana", "direct", 1), ("a", "Bo", "mixed", 1))
    table = share_of_voice(said, articles("a"), metric="articles")
    assert table[["speaker", "direct", "mixed", "indirect", "share"]].values.tolist() == [
        ["Ana", 1, 0, 0, 0.5],
        ["Bo", 0, 1, 0, 0.5],
    ]


def test_no_statements_give_no_rows_but_all_columns() -> None:
    table = share_of_voice(statements(), articles("a"))
    assert table.empty
    assert list(table) == [
        *("speaker", "kind", "words", "direct", "mixed", "indirect"),
        *("quotations", "articles", "share", "reach"),
    ]


def test_statements_without_words_have_no_share() -> None:
    assert share_of_voice(statements(("a", "Ana", "direct", 0)), articles("a"))["share"].tolist() == [0.0]


def test_other_columns_can_be_divided_by() -> None:
    said = statements(("a", "Ana", "direct", 1)).assign(outlet="Post")
    assert share_of_voice(said, articles("a"), by="outlet")["outlet"].tolist() == ["Post"]


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="statements: no column 'words'"):
        share_of_voice(statements().drop(columns="words"), articles())


def test_an_unknown_metric_is_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match="'minutes'"):
        share_of_voice(statements(), articles(), metric="minutes")


def test_the_statements_stay_as_they_were() -> None:
    said = statements(("a", "Ana", "indirect", 1), ("a", "Bo", "direct", 3))
    before = said.copy()
    share_of_voice(said, articles("a"), metric="articles")
    pd.testing.assert_frame_equal(said, before)


ROWS = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from(["Ana", "Bo", None]),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.integers(1, 40),
)


@given(st.lists(ROWS, min_size=1, max_size=12), st.sampled_from(METRICS))
def test_shares_sum_to_one_and_forms_to_what_is_counted(rows: Any, metric: Any) -> None:
    table = share_of_voice(statements(*rows), articles("a", "b", "c"), metric=metric)
    assert table["share"].sum() == pytest.approx(1)
    assert (table[["direct", "mixed", "indirect"]].sum(axis=1) == table[metric]).all()


def test_the_kind_is_that_of_the_closest_quotation_which_has_one() -> None:
    said = statements(
        ("a", "Ana", "indirect", 1),
        ("a", "Ana", "mixed", 1),
        ("a", "Ana", "mixed", 1),
        ("a", "Ana", "direct", 1),
        ("a", "Bo", "mixed", 1),
        ("a", "Cy", "mixed", 1),
        ("a", "Cy", "direct", 1),
    ).assign(kind=["group", "person", "unnamed", None, None, "group", "person"])
    table = share_of_voice(said, articles("a")).set_index("speaker")
    assert table["kind"].fillna("-").to_dict() == {"Ana": "person", "Cy": "person", "Bo": "-"}


def test_a_form_that_nobody_knows_counts_in_the_whole_alone() -> None:
    said = statements(("a", "Ana", "direct", 3), ("a", "Ana", "chant", 5))
    for metric, shown in (("words", (3, 0, 0)), ("quotations", (1, 0, 0)), ("articles", (1, 0, 0))):
        row = share_of_voice(said, articles("a"), metric=metric).iloc[0]
        assert (row["direct"], row["mixed"], row["indirect"]) == shown
        assert (row["words"], row["quotations"], row["articles"], row["share"]) == (8, 2, 1, 1)


def test_each_article_and_speaker_is_one_appearance() -> None:
    said = statements(
        ("a", "Ana", "mixed", 1),
        ("b", "Ana", "direct", 1),
        ("b", "Bo", "indirect", 1),
        ("b", "Bo", "mixed", 1),
    )
    table = share_of_voice(said, articles("a", "b", "c"), metric="articles")
    assert table[
        ["speaker", "direct", "mixed", "indirect", "articles", "share", "reach"]
    ].values.tolist() == [
        ["Ana", 1, 1, 0, 2, 2 / 3, 2 / 3],
        ["Bo", 0, 1, 0, 1, 1 / 3, 1 / 3],
    ]
