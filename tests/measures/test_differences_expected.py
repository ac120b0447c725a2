from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.differences import voice_to_expectation


def said(stories: Any) -> Any:
    source = np.random.default_rng(2)
    rows = [
        (f"a{story}", f"a{story}", speaker, int(source.integers(low, 2 * low)))
        for story in range(stories)
        for speaker, low in (("Ana Silva", 30), ("Bo Chen", 10), ("Cy Rossi", 40), (None, 20))
    ]
    return pd.DataFrame(rows, columns=["article_id", "story_id", "speaker", "words"])


def test_shares_and_expectations_are_parts_of_those_listed() -> None:
    found = voice_to_expectation(said(60), said(60), {"Ana Silva": 50, "Bo Chen": 50}).table
    assert found["speaker"].tolist() == ["Ana Silva", "Bo Chen"]
    assert found["share"].sum() == pytest.approx(1)
    assert found["expected"].tolist() == [0.5, 0.5]
    assert found["ratio"].tolist() == pytest.approx((found["share"] / 0.5).tolist())
    assert (found["low"] < found["ratio"]).all()
    assert (found["ratio"] < found["high"]).all()
    assert found["low"][0] > 1 > found["high"][1]


def test_who_is_expected_and_never_heard_has_a_ratio_of_nothing() -> None:
    sure = voice_to_expectation(said(30), said(30), {"Ana Silva": 1, "Dee Wu": 1})
    found = sure.table.set_index("speaker")
    assert found.loc["Dee Wu", ["share", "ratio", "low"]].tolist() == [0, 0, 0]
    assert sure.note == "few stories"


def test_who_is_heard_and_not_expected_has_no_ratio() -> None:
    found = voice_to_expectation(said(30), said(30), {"Ana Silva": 0, "Bo Chen": 2}).table.set_index(
        "speaker"
    )
    assert np.isnan(found.loc["Ana Silva", "ratio"])
    assert found.loc["Bo Chen", "expected"] == 1


def test_few_stories_and_none_give_ratios_without_bounds() -> None:
    assert (
        voice_to_expectation(said(5), said(5), {"Ana Silva": 1}).table[["low", "high"]].isna().all(axis=None)
    )
    nothing = voice_to_expectation(said(5).head(0), said(5).head(0), {"Ana Silva": 1}).table
    assert nothing["ratio"].tolist() == [0]


@pytest.mark.parametrize("expected", [{}, {"Ana": 0}, {"Ana": -1}, {"Ana": float("nan")}])
def test_an_expectation_of_nothing_is_refused(expected: Any) -> None:
    with pytest.raises(ValueError, match="expect"):
        voice_to_expectation(said(3), said(3), expected)


def test_ratios_stand_from_the_highest_ties_in_alphabetical_order() -> None:
    statements = said(3).assign(words=1)
    found = voice_to_expectation(statements, statements, {"Cy Rossi": 1, "Bo Chen": 1, "Ana Silva": 2}).table
    assert found["speaker"].tolist() == ["Bo Chen", "Cy Rossi", "Ana Silva"]
    assert found["ratio"].tolist() == pytest.approx([4 / 3, 4 / 3, 2 / 3])


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ({"Ana": -1, "Bo": 2, "Cy": np.inf}, "no expectation: Ana: -1, Cy: inf; numbers from 0 on are"),
        ({"Ana": 0}, "nothing is expected of anybody; give at least one number above 0"),
    ],
)
def test_what_is_no_expectation_is_named(expected: Any, message: Any) -> None:
    with pytest.raises(ValueError, match="expect") as told:
        voice_to_expectation(said(3), said(3), expected)
    assert str(told.value) == message
