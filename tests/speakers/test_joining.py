"""Rules of which names of an article are names of the same."""

import pytest

from analysis.speakers.cast import cast_of
from analysis.text import parse


def entities(text: str) -> list[str]:
    return [entity.name for entity in cast_of(parse(text, "x"), "x").entities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left Harbor Union Inc in May. Then Harbor Union failed.", 1),
        ("He left Harbor Union in May. Then Harbor Union Ltd failed.", 1),
        ("He left Kestrel Marine Ltd in May. Then Kestrel Harbor Ltd failed.", 2),
    ],
)
def test_a_legal_form_makes_no_other_body(text: str, expected: int) -> None:
    assert len(entities(text)) == expected


def test_a_short_form_in_brackets_is_told_outright() -> None:
    assert entities("He left the Dockers Union of Varden (XQL) in May. Then XQL failed.") == [
        "Dockers Union of Varden"
    ]


def test_first_letters_are_a_short_form() -> None:
    assert entities("He left the Harbor Pilots Union in May. Then HPU failed.") == ["Harbor Pilots Union"]


def test_a_body_is_known_by_the_last_word_of_its_name_behind_the() -> None:
    assert entities("He left the Harbor Journal in May. Then the Journal failed.") == ["Harbor Journal"]


def test_a_newspapers_name_is_no_document() -> None:
    [post] = cast_of(parse("He left the Harbor Post in May.", "x"), "x").entities
    [report] = cast_of(parse("He read the Harbor Report in May.", "x"), "x").entities
    assert (post.kind, report.kind) == ("organization", "document")


def owner(text: str, of: str) -> str:
    """Whom the last mention written so means."""
    cast = cast_of(parse(text, "x"), "x")
    at = text.rindex(of)
    return next(e.name for m, e in zip(cast.mentions, cast.owner, strict=True) if m.start == at)


def test_of_two_bearers_of_a_surname_the_title_tells_the_gender() -> None:
    text = "We met Mr. Joe Park and Ms. Ana Park there. Later Ms. Park left."
    assert owner(text, "Park") == "Ana Park"


def test_of_two_bearers_of_a_surname_the_more_named_is_meant() -> None:
    text = "We met Joe Park and Lee Park there. So Lee Park left. Later Park came."
    assert owner(text, "Park") == "Lee Park"


def test_a_suffix_makes_another_person() -> None:
    assert entities("We met Joe Park Jr. there. Later Joe Park Sr. left.") == ["Joe Park Jr.", "Joe Park Sr."]


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        ("Sweeny", ["Ana Sweeney"]),
        ("Swenney", ["Ana Sweeney"]),
        ("Sweeneys", ["Ana Sweeney", "Sweeneys"]),
        ("Tweeney", ["Ana Sweeney", "Tweeney"]),
    ],
)
def test_one_wrong_letter_inside_a_surname_is_a_slip(slip: str, expected: list[str]) -> None:
    assert entities(f"We met Ana Sweeney there. Later Mr. {slip} left.") == expected
