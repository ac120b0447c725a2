"""Columns that are asked for, and their values as numbers."""

from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.columns import groups_by_words, numbered, require, share_categories, shown


def categories(*values: Any, of: str = "xyz") -> Any:
    return pd.Series(pd.Categorical(values, categories=list(of)))


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("a", "statements: no columns 'p', 'q'; there are: 'a'"),
        ("", "statements: no columns 'a', 'p', 'q'; there are: none"),
        ("pa", "statements: no column 'q'; there are: 'p', 'a'"),
    ],
)
def test_all_lacking_columns_are_named_and_those_that_are_there(names: Any, message: Any) -> None:
    with pytest.raises(MissingColumns) as error:
        require(pd.DataFrame(columns=list(names)), ["a", "p", "q"], called="statements")
    assert str(error.value) == message


def test_values_are_numbered_in_order_of_appearance_through_all_columns_and_null_is_none() -> None:
    places, names = numbered([pd.Series(["b", None, "a", "b"]), categories("z", "b", None, of="abz")])
    assert places.tolist() == [0, -1, 1, 0, 2, 0, -1]
    assert names.tolist() == ["b", "a", "z"]


def test_sorted_numbers_follow_the_alphabet_whatever_the_order_of_categories() -> None:
    places, names = numbered([categories("x", "y", of="zyx"), categories("z", of="zyx")], sort=True)
    assert places.tolist() == [0, 1, 2]
    assert names.tolist() == ["x", "y", "z"]


@pytest.mark.parametrize("second", ["xyz", "zyx"], ids=["one list", "two lists"])
def test_categories_are_numbered_as_text_is(second: Any) -> None:
    columns = [categories("z", "x"), categories("y", "z", of=second)]
    assert share_categories(columns) == (second == "xyz")
    places, names = numbered(columns)
    assert places.tolist() == [0, 1, 2, 0]
    assert places.dtype == "int64"
    assert names.tolist() == ["z", "x", "y"]


def test_a_null_in_either_column_of_categories_is_no_value() -> None:
    for columns in ([categories("y", None), categories("x")], [categories("y"), categories(None, "x")]):
        places, names = numbered(columns)
        assert places.tolist() == [0, -1, 1]
        assert names.tolist() == ["y", "x"]


def test_groups_stand_by_words_then_by_alphabet_and_null_last_among_ties() -> None:
    table = pd.DataFrame({"who": ["Cy", None, "Bo", "Ana", "Bo"], "words": [5, 2, 1, 2, 1]})
    assert groups_by_words(table, "who")["who"].fillna("-").tolist() == ["Cy", "Ana", "Bo", "-"]


def test_the_groups_asked_for_are_numbered_from_0() -> None:
    table = pd.DataFrame({"who": ["Ana", "Bo", "Cy"]}, index=[3, 4, 5])
    assert shown(table, "who", ["Cy", "Bo"]).to_dict()["who"] == {0: "Bo", 1: "Cy"}
    assert shown(table, "who", None).index.tolist() == [0, 1, 2]
