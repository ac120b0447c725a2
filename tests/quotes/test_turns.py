"""Rules of conversations, “SILVA: We tried.”"""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Source and pieces of each quotation."""
    return [
        ("".join(span.of(text) for span in found.source), [piece.of(text) for piece in found.content])
        for found in RuleEngine().find(parse(text, "x"))
    ]


def test_a_name_in_capitals_before_a_colon_speaks_the_rest_of_the_paragraph() -> None:
    assert turns("ANA SILVA: We tried. It failed.") == [("ANA SILVA", ["We tried. It failed"])]


def test_a_role_behind_the_name_is_no_part_of_what_is_said() -> None:
    assert turns("ANA SILVA, HOST: And then?\n\nPARK (by telephone): Nothing.") == [
        ("ANA SILVA", ["And then?"]),
        ("PARK", ["Nothing"]),
    ]


def test_a_paragraph_between_two_turns_goes_on_with_the_first() -> None:
    text = "SILVA: We tried.\n\nThen it failed.\n\n(LAUGHTER)\n\nPARK: Why?\n\nThe hall was full."
    assert turns(text) == [("SILVA", ["We tried", "Then it failed"]), ("PARK", ["Why?"])]


def test_whom_a_speaker_quotes_in_a_turn_is_the_speakers_affair() -> None:
    assert len(turns("SILVA: He said that it failed. “Go home,” he said.")) == 1


def test_names_in_small_letters_are_turns_where_somebody_speaks_again() -> None:
    text = "Ana Silva: We tried.\n\nPark: Why?\n\nSilva: We had to."
    assert [source for source, _ in turns(text)] == ["Ana Silva", "Park", "Silva"]


def test_questions_and_answers_are_turns_where_both_stand() -> None:
    text = "Q. Did you go?\n\nA. I did.\n\nQ. And then?\n\nA. It was late."
    assert [source for source, _ in turns(text)] == ["Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("UPDATE: The hall was full.", id="label"),
        pytest.param("Silva: The hall was full.", id="headline"),
        pytest.param("A. B. Silva left.", id="initial"),
        pytest.param("Monday: It rained.\n\nTuesday: It was dry.\n\nFriday: Snow fell.", id="list"),
        pytest.param("HALL: THE HALL WAS FULL.", id="all in capitals"),
    ],
)
def test_other_words_before_a_colon_are_no_turns(text: str) -> None:
    assert turns(text) == []


def test_a_printed_conversation_opens_each_paragraph_with_a_mark() -> None:
    text = "“SILVA: We tried.\n\n“Then it failed.\n\n“(LAUGHTER.)\n\n“PARK: Did “nothing” help?\n\n“SILVA: No.”\n\nThe hall was full."
    assert turns(text) == [
        ("SILVA", ["We tried", "Then it failed"]),
        ("PARK", ["Did “nothing” help?"]),
        ("SILVA", ["No"]),
    ]
