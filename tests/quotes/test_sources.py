"""Rules of the words that name a source."""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def sources(text: str) -> list[str]:
    return ["".join(span.of(text) for span in one.source) for one in RuleEngine().find(parse(text, "x"))]


@pytest.mark.parametrize(
    "source",
    [
        "She",
        "Ana Silva",
        "Ana Silva and Joe Park",
        "Ana Silva, the mayor of Ghent",
        "A spokesman for the mayor of Ghent",
        "The mayors and pilots",
        "The mayor and others",
        "The mayor and a pilot",
        "Most pilots",
        "Many",
        "Johnson & Sons",
        "Sen. Ana Silva",
        "Pilots who have seen Ghent",
    ],
)
def test_the_phrase_before_a_verb_is_its_source(source: str) -> None:
    comma = "," if "," in source else ""
    assert sources(f"{source}{comma} said that it failed.") == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("But the mayor said that it failed.", "the mayor"),
        ("In Ghent, the mayor said that it failed.", "the mayor"),
        ("The mayor, 42, said that it failed.", "The mayor"),
        ("Silva, who left, said that it failed.", "Silva"),
    ],
)
def test_time_age_and_clauses_are_no_part_of_a_source(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "source",
    ["Ana Silva", "Ana Silva, the mayor", "the mayor of Ghent", "Sen. Ana Silva", "officials at the port"],
)
def test_the_phrase_behind_a_verb_is_its_source_too(source: str) -> None:
    assert sources(f"“It failed,” said {source}.") == [source]


def test_time_behind_the_source_does_not_belong_to_it() -> None:
    assert sources("“It failed,” said Ana Silva on Monday.") == ["Ana Silva"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("She smiled and said that it failed.", "She"),
        ("The mayor smiled and said that it failed.", "The mayor"),
    ],
)
def test_a_verb_behind_and_takes_the_subject_of_its_clause(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "source",
    [
        "Some of them",
        "One of us",
        "Those who left",
        "Silva himself",
        "US",
        "Officials Claim Jones",
        "The Red Cross and Park",
    ],
)
def test_parts_of_a_group_and_capitals_name_somebody(source: str) -> None:
    assert sources(f"{source} said that it failed.") == [source]


@pytest.mark.parametrize("source", ["Everything", "Nobody who left", "The first of them", "Nothing"])
def test_nobody_is_no_source(source: str) -> None:
    assert sources(f"{source} said that it failed.") == []
