"""A selection is said in words, as a line and as sentences."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.model import Selection
from analysis.wording.selections import SAMPLE, days_in_words, in_words, selection_in_words

FIRST, LAST = date(2026, 3, 2), date(2026, 5, 10)
EVERY_FILTER = Selection(
    FIRST, LAST, ("Ana Silva",), ("person",), ("Harbor Post",), ("direct",), ("thought",), "levy money", False
)


@pytest.mark.parametrize(
    ("first", "last", "limits", "words"),
    [
        (FIRST, LAST, None, "2 March – 10 May 2026"),
        (FIRST, None, (FIRST, LAST), "From 2 March 2026"),
        (None, LAST, None, "Up to 10 May 2026"),
        (None, None, (FIRST, LAST), "2 March – 10 May 2026"),
        (None, None, None, "No dates"),
    ],
)
def test_days_are_those_chosen_else_those_of_the_corpus(
    first: date | None, last: date | None, limits: tuple[date, date] | None, words: str
) -> None:
    assert days_in_words(first, last, limits) == words


def test_every_filter_stands_in_the_line_of_a_page() -> None:
    assert selection_in_words(EVERY_FILTER, None, True) == (
        "2 March – 10 May 2026, Harbor Post, direct speech, thoughts, with “levy money”, "
        f"speakers of kind person, speakers: Ana Silva, every copy counted. {SAMPLE}"
    )


def test_every_filter_is_a_sentence_of_the_method_line() -> None:
    assert in_words(EVERY_FILTER) == (
        "2 March – 10 May 2026. Speaker: Ana Silva. Kind of speaker: person. Outlet: Harbor Post. "
        "Form: direct. Act: thought. Words in the text: levy, money."
    )


def test_without_filters_there_is_nothing_to_say() -> None:
    assert in_words(Selection()) == ""
