"""Rules of conversations, “SILVA: We tried.”, and of signed quotations, “We tried.” – Ana Silva."""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def found(text: str) -> list[tuple[str, list[str]]]:
    """Source and pieces of each quotation."""
    return [
        ("".join(span.of(text) for span in one.source), [piece.of(text) for piece in one.content])
        for one in RuleEngine().find(parse(text, "x"))
    ]


def test_a_name_in_capitals_before_a_colon_speaks_the_rest_of_the_paragraph() -> None:
    assert found("ANA SILVA: We tried. It failed.") == [("ANA SILVA", ["We tried. It failed"])]


def test_a_role_behind_the_name_is_no_part_of_what_is_said() -> None:
    assert found("ANA SILVA, HOST: And then?\n\nPARK (by telephone): Nothing.") == [
        ("ANA SILVA", ["And then?"]),
        ("PARK", ["Nothing"]),
    ]


def test_a_paragraph_between_two_turns_goes_on_with_the_first() -> None:
    text = "SILVA: We tried.\n\nThen it failed.\n\n(LAUGHTER)\n\nPARK: Why?\n\nThe hall was full."
    assert found(text) == [("SILVA", ["We tried", "Then it failed"]), ("PARK", ["Why?"])]


def test_whom_a_speaker_quotes_in_a_turn_is_the_speakers_affair() -> None:
    assert len(found("SILVA: He said that it failed. “Go home,” he said.")) == 1


def test_names_in_small_letters_are_turns_where_somebody_speaks_again() -> None:
    text = "Ana Silva: We tried.\n\nPark: Why?\n\nSilva: We had to."
    assert [source for source, _ in found(text)] == ["Ana Silva", "Park", "Silva"]


def test_questions_and_answers_are_turns_where_both_stand() -> None:
    text = "Q. Did you go?\n\nA. I did.\n\nQ. And then?\n\nA. It was late."
    assert [source for source, _ in found(text)] == ["Q", "A", "Q", "A"]


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
    assert found(text) == []


def test_a_printed_conversation_opens_each_paragraph_with_a_mark() -> None:
    text = "“SILVA: We tried.\n\n“Then it failed.\n\n“(LAUGHTER.)\n\n“PARK: Did “nothing” help?\n\n“SILVA: No.”\n\nThe hall was full."
    assert found(text) == [
        ("SILVA", ["We tried", "Then it failed"]),
        ("PARK", ["Did “nothing” help?"]),
        ("SILVA", ["No"]),
    ]


def test_two_turns_by_names_in_small_letters_are_no_conversation_even_if_one_comes_again() -> None:
    assert found("Silva: We tried.\n\nSilva: We had to.") == []
    assert found("Silva: We tried.\n\nSilva: We had to.\n\nSilva: We left.") == []
    assert found("Silva: We tried.\n\nPark: Why?") == []


@pytest.mark.parametrize(("between", "pieces"), [(2, 3), (3, 1)])
def test_so_many_paragraphs_may_go_on_with_a_turn(between: int, pieces: int) -> None:
    more = "".join(f"It failed on day {day}.\n\n" for day in range(between))
    assert len(found(f"SILVA: We tried.\n\n{more}PARK: Why?")[0][1]) == pieces


@pytest.mark.parametrize("name", ["ÉLISE PARK", "ŁUK"])
def test_capitals_are_those_of_any_alphabet(name: str) -> None:
    assert found(f"{name}: We tried.") == [(name, ["We tried"])]


@pytest.mark.parametrize(
    "text",
    [
        "“We tried and it failed.” – Ana Silva",
        "“We tried and it failed.” — Ana Silva.",
        "“We tried and it failed.”\n\n-- Ana Silva",
        "“We tried and it failed.”\n– Ana Silva\n\nThe hall was full.",
    ],
)
def test_a_dash_and_a_name_sign_the_quotation_before(text: str) -> None:
    assert found(text) == [("Ana Silva", ["“We tried and it failed.”"])]


def test_the_role_belongs_to_the_signature() -> None:
    assert found("“We tried and it failed.” – Ana Silva, mayor of Ghent")[0][0] == "Ana Silva, mayor of Ghent"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Low Tide” – Ana Silva", id="title"),
        pytest.param("“We tried and it failed.”\n\n– the hall was full", id="no name"),
        pytest.param("The film “It failed and we left” – A Review", id="not all quotation"),
    ],
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert all(not source for source, _ in found(text))
