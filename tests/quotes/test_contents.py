"""Rules of which words belong to a cue."""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def contents(text: str) -> list[list[str]]:
    """The pieces of each quotation."""
    return [[piece.of(text) for piece in one.content] for one in RuleEngine().find(parse(text, "x"))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Silva said that it failed, which was bad.", "that it failed"),
        ("Silva said that it failed, but the port is open.", "that it failed"),
        ("Silva said that it failed, but that it burned.", "that it failed, but that it burned"),
        ("Silva said that it failed as he left the hall.", "that it failed"),
        ("Silva said it failed as the mayor left.", "it failed as the mayor left"),
        ("The answers – officials said they were short – were long.", "they were short"),
        ("Silva said it was “a failure,” referring to the plan.", "it was “a failure,”"),
        ("Silva said “it failed” and “it burned” at once.", "“it failed” and “it burned” at once"),
        ("Silva said it cost $5 (about 4 euros).", "it cost $5 (about 4 euros)"),
        ("Silva said it failed and.", "it failed"),
    ],
)
def test_a_content_ends_where_the_reporter_goes_on(text: str, content: str) -> None:
    assert contents(text) == [[content]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Silva told reporters in Ghent that it failed.", "that it failed"),
        ("Silva told the port, in which Park slept, that it failed.", "that it failed"),
        ("Silva told the port, a place that is dull, that it failed.", "that it failed"),
        ("She told Ana Silva it failed.", "it failed"),
        ("She told them it failed.", "it failed"),
        ("She told the mayor she left.", "she left"),
        ("Silva said on Monday that it failed.", "that it failed"),
        ("Silva said on March 3 the plan failed.", "the plan failed"),
        ("Silva said, on Monday, that it failed.", "that it failed"),
        ("Silva explained to the port that it failed.", "that it failed"),
        ("Silva said: It failed.", "It failed"),
        ("Silva asked for help.", "help"),
        ("Silva accused the port of delay.", "the port of delay"),
    ],
)
def test_hearer_time_and_place_stand_between_cue_and_content(text: str, content: str) -> None:
    assert contents(text) == [[content]]


@pytest.mark.parametrize(
    "text",
    [
        "Silva said in Ghent the plan failed.",
        "Silva spoke and said, and left.",
        pytest.param("It failed and burned, Silva accused.", id="a verb that follows no content"),
        pytest.param("“It failed,” she hopes.", id="a thought that follows no content"),
    ],
)
def test_where_the_content_cannot_be_told_there_is_none(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("In Ghent, Silva said, the plan failed.", ["In Ghent", "the plan failed"]),
        ("The plan, she argued, would fail.", ["The plan", "would fail"]),
        ("The plan, she argued, but nobody came.", ["The plan"]),
        ("But, the plan failed, Silva said.", ["the plan failed"]),
        ("It was “a start,” she said.", ["It was “a start,”"]),
        ("It rained: “A start,” she said.", ["“A start,”"]),
        ("It rained: “A start”, she said.", ["“A start”"]),
    ],
)
def test_a_content_may_stand_before_its_cue_and_on_both_sides(text: str, pieces: list[str]) -> None:
    assert contents(text) == [pieces]
