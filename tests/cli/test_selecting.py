"""The name that a user means is found, and near names are offered."""

from __future__ import annotations

import pytest

from analysis.cli.selecting import known_name

NAMES = {
    "Ana Silva": ["Silva", "A. Silva"],
    "Rui Silva": ["R. Silva"],
    "Bo Chen": ["Chen"],
    "Seán O’Neill": [],
    "Harbor Council": [],
}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Ana Silva", "Ana Silva"),
        ("  ana   SILVA ", "Ana Silva"),
        ("a. silva", "Ana Silva"),
        ("chen", "Bo Chen"),
        ("Seán O'Neill", "Seán O’Neill"),
        ("o'neill", "Seán O’Neill"),
        ("Silva", "Ana Silva"),
    ],
)
def test_case_spaces_aliases_and_last_names_do_not_matter(given: str, name: str) -> None:
    assert known_name(given, NAMES) == (name, [])


def test_a_last_name_that_two_bear_is_not_guessed() -> None:
    assert known_name("silva", {"Ana Silva": [], "Rui Silva": []}) == (None, ["Ana Silva", "Rui Silva"])


def test_the_nearest_names_are_offered_and_nothing_for_strangers() -> None:
    assert known_name("Bo Chan", NAMES) == (None, ["Bo Chen"])
    assert known_name("Xyzzy Qwrt", NAMES) == (None, [])
