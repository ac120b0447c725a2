"""Rules of finding quotations: content, cue and source."""

import pytest

from analysis.model import Attribution
from analysis.quotes import RuleEngine
from analysis.text import parse


def find(text: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and content pieces of each quotation."""

    def words(attribution: Attribution) -> tuple[str, str, list[str]]:
        source = " ".join(span.of(text) for span in attribution.source)
        cue = " ".join(span.of(text) for span in attribution.cue)
        return source, cue, [piece.of(text) for piece in attribution.content]

    return [words(attribution) for attribution in RuleEngine().find(parse(text, "x"))]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We are ready,” Ana Silva said.", "Ana Silva", ["“We are ready,”"]),
        ("“We are ready,” said Ana Silva, the mayor.", "Ana Silva, the mayor", ["“We are ready,”"]),
        ("“A start,” she said. “Not an end.”", "she", ["“A start,”", "“Not an end.”"]),
        ("“A start,” she said, “but not an end.”", "she", ["“A start,”", "“but not an end.”"]),
        ("The mayor said, “It failed.”", "The mayor", ["“It failed.”"]),
        ("The mayor said it was “a failure.”", "The mayor", ["it was “a failure.”"]),
        ("The mayor said that the plan had failed.", "The mayor", ["that the plan had failed"]),
        ("The plan had failed, the mayor said.", "the mayor", ["The plan had failed"]),
        ("According to the mayor, the plan had failed.", "the mayor", ["the plan had failed"]),
        ("The plan failed, according to Ana Silva.", "Ana Silva", ["The plan failed"]),
        ("Silva told reporters that the plan failed.", "Silva", ["that the plan failed"]),
        ("A spokesman for the port said the plan failed.", "A spokesman for the port", ["the plan failed"]),
        ("Ana Silva, the mayor, called the plan “a joke.”", "Ana Silva, the mayor", ["the plan “a joke.”"]),
        ("''We won't go,'' the pilot said.", "the pilot", ["''We won't go,''"]),
        ("‘We can’t go,’ the pilot said.", "the pilot", ["‘We can’t go,’"]),
        ("He smiled and said the plan failed.", "He", ["the plan failed"]),
        ("“Go home,” the guard barked. Nobody went.", "the guard", ["“Go home,”"]),
        ("The plan was criticized by Ana Silva for its cost.", "Ana Silva", ["The plan", "for its cost"]),
        ("Silva said that the port and others wanted it.", "Silva", ["that the port and others wanted it"]),
        ("Silva said that it failed, which was bad.", "Silva", ["that it failed"]),
        ("Silva said that it failed -- but the port is open.", "Silva", ["that it failed"]),
        ("Pilots who have seen Ghent recently say it is slow.", "Pilots who have seen Ghent", ["it is slow"]),
        ("US officials said the plan failed.", "US officials", ["the plan failed"]),
        ("The ferry stops in May, as reiterated by Ana Silva.", "Ana Silva", ["The ferry stops in May"]),
        ("As first reported by the Harbor Post, the ferry stops.", "the Harbor Post", ["the ferry stops"]),
        ("According to the Harbor Post, the ferry stops.", "the Harbor Post", ["the ferry stops"]),
        ("The meeting was first reported by the Harbor Post.", "the Harbor Post", ["The meeting"]),
        ("Her warning was echoed by Joe Park.", "Joe Park", ["Her warning"]),
        ("Silva was echoed by Joe Park.", "Joe Park", ["Silva"]),
        ("The port released a statement saying it failed.", "a statement", ["it failed"]),
    ],
)
def test_content_and_source_stand_beside_the_cue(text: str, source: str, content: list[str]) -> None:
    assert [(s, c) for s, _, c in find(text)] == [(source, content)]


@pytest.mark.parametrize(
    "echo",
    [
        "a pledge repeated by Joe Park",
        "a claim reiterated by Joe Park on Monday",
        "a view echoed by Joe Park",
    ],
)
def test_a_message_repeated_by_somebody_is_what_was_said_before(echo: str) -> None:
    assert [
        (s, c) for s, _, c in find(f"Silva urged them to stop, warning that it would fail -- {echo}.")
    ] == [
        ("Silva", ["them to stop"]),
        ("Silva", ["that it would fail"]),
        ("Joe Park", ["that it would fail"]),
    ]


@pytest.mark.parametrize(
    "text", ["He was confirmed by the council.", "The council has a report released by Silva."]
)
def test_a_passive_that_tells_no_words_is_no_quotation(text: str) -> None:
    assert find(text) == []


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = "“We begin,” Silva said. “And we go on.\n\n“To the end.”"
    assert [content for _, _, content in find(text)] == [["“We begin,”", "“And we go on.", "“To the end.”"]]


def test_a_cue_before_a_colon_takes_the_next_paragraph() -> None:
    assert find("The mayor wrote:\n\n“We tried and we failed.”") == [
        ("The mayor", "wrote", ["“We tried and we failed.”"])
    ]


def test_scare_quotes_and_titles_without_a_cue_are_no_quotations() -> None:
    assert find("The so-called “bridge” opened. The film “Low Tide” was shown.") == []


def test_a_sentence_in_marks_without_a_cue_is_kept_without_a_source() -> None:
    assert find("The hall was full. “Nobody asked us about it.”") == [
        ("", "", ["“Nobody asked us about it.”"])
    ]


@pytest.mark.parametrize("text", ["The state plans a road.", "Her remarks in the hall drew questions."])
def test_nouns_that_look_like_cues_are_none(text: str) -> None:
    assert find(text) == []


def test_thoughts_are_told_from_statements() -> None:
    found = RuleEngine().find(parse("The mayor believes that it failed. The mayor said that it failed.", "x"))
    assert [attribution.act for attribution in found] == ["thought", "statement"]


def test_a_message_repeated_by_somebody_is_also_theirs() -> None:
    found = find("Pilots warned that the port is slow -- a message repeated by Mayor Ana Silva on Monday.")
    assert [(source, content) for source, _, content in found] == [
        ("Pilots", ["that the port is slow"]),
        ("Mayor Ana Silva", ["that the port is slow"]),
    ]


def test_a_thought_within_a_statement_is_the_speakers_affair() -> None:
    found = find("Silva said the port wanted a “low door” for ships.")
    assert [(source, content) for source, _, content in found] == [
        ("Silva", ["the port wanted a “low door” for ships"])
    ]


def test_a_quotation_goes_on_with_what_was_said_in_marks_before() -> None:
    found = find("“It failed,” Silva said, noting that she left. “We tried.”")
    assert [content for _, _, content in found] == [["“It failed,”", "“We tried.”"], ["that she left"]]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that it failed.",
        "There was talk of them saying that it failed.",
        "Having said that it failed, she left.",
        "Nobody will sign that paper.",
        "The port has won 75 pledged delegates.",
        "It fell again, compared with 33 last month.",
        "The plan, first reported by a newspaper, failed.",
    ],
)
def test_words_that_name_nobody_are_no_sources(text: str) -> None:
    assert find(text) == []
