"""Rules of quotations that go on with the speaker before them."""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def found(text: str) -> list[tuple[str, list[str]]]:
    """Source and pieces of each quotation."""
    return [
        ("".join(span.of(text) for span in one.source), [piece.of(text) for piece in one.content])
        for one in RuleEngine().find(parse(text, "x"))
    ]


SAID, MORE = "“We tried it again,” Silva said.", "“And we failed once more.”"


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_a_quotation_in_the_same_or_the_next_paragraph_goes_on(between: str) -> None:
    assert found(SAID + between + MORE) == [("Silva", ["“We tried it again,”", MORE])]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\n\nIt rained.\n\n", id="a sentence of the reporter"),
        pytest.param("\n\nBy Joe Park\n\n", id="a paragraph that is no text"),
    ],
)
def test_a_quotation_farther_away_is_nobodys(between: str) -> None:
    assert found(SAID + between + MORE) == [("Silva", ["“We tried it again,”"]), ("", [MORE])]


def test_what_is_announced_is_no_part_of_what_was_said_before() -> None:
    text = f"{SAID} Park wrote:\n\n{MORE}"
    assert found(text) == [("Silva", ["“We tried it again,”"]), ("Park", [MORE])]


def test_a_thought_is_gone_on_with_only_where_it_stands_in_marks() -> None:
    assert found(f"Silva said that it failed. {MORE}")[0][1] == ["that it failed", MORE]
    assert found(f"Silva believes that it failed. {MORE}") == [("Silva", ["that it failed"]), ("", [MORE])]


@pytest.mark.parametrize(
    ("quotation", "is_kept"),
    [("“We left the hall.”", True), ("“We left it.”", False), ("“We left the hall”.", False)],
)
def test_a_sentence_of_four_words_in_marks_is_kept_without_a_source(quotation: str, is_kept: bool) -> None:
    assert bool(found(f"The hall was full. {quotation}")) is is_kept
