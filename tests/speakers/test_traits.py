"""Rules of what the text says somebody is."""

import pytest

from analysis.speakers.cast import Cast, cast_of
from analysis.speakers.chunks import Chunks
from analysis.speakers.traits import learn_gender, learn_roles
from analysis.text import parse


def learned(text: str) -> Cast:
    document = parse(text, "x")
    cast = cast_of(document, "x")
    learn_roles(document, cast, Chunks(document))
    learn_gender(document, cast)
    return cast


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Port Director Ana Silva left.", "Port Director"),
        ("It was former Senator Ana Silva who left.", "former Senator"),
        ("Ana Silva, the mayor of Ghent, left.", "mayor of Ghent"),
        ("The mayor, Ana Silva, left.", "mayor"),
        ("Ana Silva is the chief executive of the bank.", "chief executive"),
        ("It hurt the Republican candidate Ana Silva.", "Republican candidate"),
    ],
)
def test_a_role_beside_the_name_is_bound_to_it(text: str, role: str) -> None:
    assert learned(text).entities[0].roles == [role]


def test_a_courtesy_title_is_no_role() -> None:
    assert learned("Mr. Joe Park left.").entities[0].roles == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Mrs. Ana Silva left.", -1),
        ("Ana Silva took her hat.", -1),
        ("Joe Park left. He was tired.", 1),
        ("Congressman Kim Lee left.", 1),
        ("Kim Lee left.", 0),
        ("Kim Lee said: “He is tired.”", 0),
    ],
)
def test_gender_is_what_the_text_tells(text: str, sign: int) -> None:
    gender = learned(text).entities[0].gender
    assert (gender > 0) - (gender < 0) == sign
