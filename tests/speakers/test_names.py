"""Rules of where a text names somebody."""

import pytest

from analysis.speakers.names import joined_title_length, scan


def found(text: str) -> list[tuple[str, str, str]]:
    return [(" ".join(m.words), m.title, m.shape) for m in scan(text, frozenset(text.split()))]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("They met Ana Silva there.", "Ana Silva", ""),
        ("They met Sen. Ana Silva there.", "Ana Silva", "Sen."),
        ("They met Harbor Minister Ana Silva there.", "Ana Silva", "Harbor Minister"),
        ("They met Secretary of State Ana Silva there.", "Ana Silva", "Secretary of State"),
        ("They met Pieter van der Berg there.", "Pieter van der Berg", ""),
        ("They met Yusuf al-Rashid there.", "Yusuf al-Rashid", ""),
        ("They met J. Q. O’Hara-Park there.", "J. Q. O’Hara-Park", ""),
        ("They met Joe Park Jr. there.", "Joe Park", ""),
        ("They met Zoltán Ölvedi there.", "Zoltán Ölvedi", ""),
    ],
)
def test_a_name_stands_without_its_title(text: str, name: str, title: str) -> None:
    assert found(text) == [(name, title, "person")]


@pytest.mark.parametrize(
    "name",
    [
        "Varden Chamber of Commerce",
        "Department for Roads and Transport",
        "Regional Association of Independent Pilots and Tug Masters",
        "Harbor Workers Union",
    ],
)
def test_of_and_and_hold_an_organizations_name_together(name: str) -> None:
    assert found(f"He left the {name} in June.")[0] == (name, "", "organization")


def test_a_suffix_is_no_part_of_the_words() -> None:
    [mention] = scan("They met Joe Park Jr. there.", set())
    assert (mention.key, mention.suffix) == (("joe", "park"), "Jr.")


@pytest.mark.parametrize("text", ["However, it rained.", "On Monday it rained.", "The Vice President left."])
def test_small_words_days_and_offices_name_nobody(text: str) -> None:
    assert found(text) == []


def test_a_possessive_is_noted() -> None:
    [mention] = scan("It was Silva’s plan.", set())
    assert mention.is_possessive
    assert mention.words == ("Silva",)


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Ambassador to Ghent Ana Silva", ["Ana Silva"]),
        ("Silva to Ghent", ["Silva", "Ghent"]),
        ("Committee on Roads", ["Committee on Roads"]),
        ("Silva on Roads", ["Silva", "Roads"]),
        ("Department of Roads", ["Department of Roads"]),
        ("Silva of Ghent", ["Silva", "Ghent"]),
        ("Silva and Park", ["Silva", "Park"]),
    ],
)
def test_small_words_join_capitals_only_behind_words_that_ask_for_them(run: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(f"They met {run} there.")] == names


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("Texas Sen. Joe Park", 2),
        ("Joe Park", 0),
        ("Vice President", 2),
        ("President Harbor Union", 0),
        ("Secretary of State Ana Silva", 3),
        ("Secretary of Homeland Security Ana Silva", 4),
        ("Director of FEMA Ana Silva", 3),
        ("Minister for Sea Ana Silva", 3),
        ("Minister for Sea Ana B. Silva", 3),
        ("Bank of Ghent", 0),
    ],
)
def test_a_title_ends_where_the_name_begins(words: str, length: int) -> None:
    assert joined_title_length(words.split()) == length
