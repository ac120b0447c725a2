"""Rules of what makes no difference between two spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import folded, folded_letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SILVA", "Silva"),
        ("Añez", "Anez"),
        ("Łukasz Ørsted", "Lukasz Orsted"),
        ("J. R. Park", "J R  Park"),
        ("O’Neil", "O'Neil"),
        ("Park‑Lee", "Park-Lee"),
    ],
)
def test_case_accents_points_and_kinds_of_marks_make_no_difference(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_two_names_stay_two() -> None:
    assert folded("Silva") != folded("Silvas")


def test_lines_are_compared_by_their_letters_alone() -> None:
    assert folded_letters("  “The levy” — passes! ") == "the levy passes"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded_letters(folded_letters(text)) == folded_letters(text)
