from __future__ import annotations

import pytest

from analysis.model import Span
from analysis.quotes.tagger.bounds import merged, within_marks
from analysis.text import parse


def _moved(text: str, start: int, end: int) -> str:
    marked = parse(text).paragraphs[0].marked
    return within_marks(Span(start, end), marked, text).of(text)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("We", "old", '"We will rebuild the old bridge."'),
        ('"We', "bridge", '"We will rebuild the old bridge."'),
        ("that", "old", 'that "We will rebuild the old bridge."'),
        ("old", "bridge", "old bridge"),
    ],
    ids=["most of the inside", "closing mark left out", "words before the marks", "a few words only"],
)
def test_a_piece_on_most_of_a_marked_stretch_takes_all_of_it(first: str, last: str, expected: str) -> None:
    text = 'She said that "We will rebuild the old bridge." Then she left.'
    assert _moved(text, text.index(first), text.index(last) + len(last)) == expected


def test_points_behind_the_closing_mark_do_not_belong_to_the_content() -> None:
    text = 'The plan was "a failure of will", he said.'
    assert _moved(text, text.index('"'), text.index(",") + 1) == '"a failure of will"'


def test_a_piece_without_marks_stays_as_it_is() -> None:
    assert _moved("The mayor said the bridge was closed.", 15, 36) == "the bridge was closed"


def test_pieces_that_share_characters_become_one() -> None:
    assert merged([Span(5, 9), Span(0, 6), Span(12, 14)]) == (Span(0, 9), Span(12, 14))
