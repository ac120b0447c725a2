"""Rules of which names are one person's or one body's."""

import pytest

from analysis.speakers.cast import Cast, cast_of
from analysis.speakers.descriptions import kind_of
from analysis.text import parse


def cast(text: str, title: str | None = None) -> Cast:
    return cast_of(parse(text, title), title)


def people(text: str) -> list[str]:
    return [entity.name for entity in cast(text).entities]


def test_a_surname_is_the_full_names() -> None:
    assert people("Ana Silva came in. Then Silva left again.") == ["Ana Silva"]


def test_a_first_name_is_the_full_names() -> None:
    assert people("We met Ana Silva. Later we saw Ana again.") == ["Ana Silva"]


def test_the_fullest_form_is_the_name() -> None:
    assert people("We saw Joe Park. Then came Joseph-Less Lee, and Joe B. Park left.")[0] == "Joe B. Park"


def test_accents_do_not_part_a_name() -> None:
    assert len(people("We saw François Delorme. Then Francois Delorme left.")) == 1


def test_a_compound_surname_is_the_full_names() -> None:
    assert people("We met Marie Le Goff. Then Le Goff left the room.") == ["Marie Le Goff"]


def test_two_bearers_of_a_surname_stay_apart() -> None:
    found = cast("Mr. Joe Park met Mrs. Ana Park. Mrs. Park spoke, and Mr. Park left. Mrs. Park stayed.")
    assert [(e.name, len(e.mentions)) for e in found.entities] == [("Joe Park", 2), ("Ana Park", 3)]


def test_father_and_son_stay_apart() -> None:
    assert people("We saw Joe Park. His son, Joe Park Jr., was late.") == ["Joe Park", "Joe Park Jr."]


def test_an_acronym_is_the_organizations() -> None:
    assert people("The Harbor Workers Union met. Later the HWU left.") == ["Harbor Workers Union"]


def test_an_acronym_in_brackets_is_the_organizations() -> None:
    text = "The Varden Transport Committee (CORE) met. Later they said CORE had left."
    assert people(text) == ["Varden Transport Committee"]


def test_the_last_word_of_a_bodys_name_stands_for_it() -> None:
    assert people("He reads the Varden Street Journal. Yesterday the Journal was late.") == [
        "Varden Street Journal"
    ]


def test_a_headline_in_capitals_names_nobody_new() -> None:
    found = cast("Silva Says Harbor Is Full\n\nAna Silva closed the port.", "Silva Says Harbor Is Full")
    assert [entity.name for entity in found.entities] == ["Ana Silva"]
    assert found.entities[0].in_title


def test_page_furniture_names_nobody() -> None:
    assert people("By Joe Park\n\nAna Silva closed the port on Monday.") == ["Ana Silva"]


def test_a_word_that_only_opens_a_sentence_names_nobody() -> None:
    assert people("Seven ships left. Fog over the quay kept Ana Silva.") == ["Ana Silva"]


def test_what_which_follows_is_no_person() -> None:
    [entity] = cast("We asked Kestrel Marine, which owns the quay.").entities
    assert entity.kind == "organization"


@pytest.mark.parametrize("noun", ["biologist", "musician", "fisherman", "policewoman", "puppeteer"])
def test_who_is_called_by_a_trade_that_no_list_knows_is_an_unnamed_person(noun: str) -> None:
    assert kind_of(noun, is_plural=False) == "unnamed"
