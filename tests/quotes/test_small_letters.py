from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes.small_letters import in_small_letters


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("ANA SILVA SAID THAT THE FERRY WOULD STOP SOON.", "Ana Silva said that the ferry would stop soon."),
        ("“WE HAVE NO MONEY LEFT FOR THE FERRY,” SAID JOE PARK.", "“We have no money left for the ferry,” said Joe Park."),
        ("ACCORDING TO JOE PARK, THE FERRY WOULD STOP ON MONDAY.", "According to Joe Park, the ferry would stop on Monday."),
        ("THE MAYOR WARNED THE US ABOUT FERRIES IN NEW YORK.", "The mayor warned the US about ferries in New York."),
        ("IT RAINED IN GHENT. “I LIKE RAIN,” KIM LEE-STONE SAID.", "It rained in ghent. “I like rain,” Kim Lee-Stone said."),
    ],
)  # fmt: skip
def test_capitals_stay_where_the_sentences_show_a_name(shouted: str, written: str) -> None:
    assert in_small_letters(shouted) == written


@pytest.mark.parametrize("text", ["", "NO!", "Ana Silva said that the FERRY WOULD STOP in May and in June."])
def test_a_text_that_is_not_in_capitals_stays_as_it_is(text: str) -> None:
    assert in_small_letters(text) == text


@pytest.mark.parametrize(("letters", "is_read"), [(29, False), (30, True)])
def test_a_text_of_a_few_letters_may_be_a_shout(letters: int, is_read: bool) -> None:
    text = "IT FAILED AND " + "X" * (letters - 11)
    assert (in_small_letters(text) != text) is is_read


@given(st.text(max_size=80))
def test_every_character_stays_at_its_place(text: str) -> None:
    text = f"{text.upper()} THE FERRY WILL STOP IN GHENT AND NOBODY KNOWS WHY IT DOES. {text.upper()}"
    assert len(in_small_letters(text)) == len(text)
