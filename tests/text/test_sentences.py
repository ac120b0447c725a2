"""Rules of where sentences end and begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Span
from analysis.text import begins_sentence
from analysis.text.sentences import sentence_spans

TEXTS = st.text(st.sampled_from("aB é.?!…“”’'() \n1:,") | st.characters(), min_size=1, max_size=120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gov. Silva left. She smiled.", 2, id="title"),
        pytest.param("“Is it over?” she asked. Yes.", 2, id="question before its tag"),
        pytest.param("It met at 9 a.m. The council rose.", 2, id="abbreviation that ends a sentence"),
        pytest.param("He said no. Then he left.", 2, id="no is a word"),
        pytest.param("See No. 5 for more.", 1, id="number"),
        pytest.param("Elle rit. Étienne left.", 2, id="accented capital"),
        pytest.param("It costs $5.5 million. Too much!", 2, id="decimal"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: int) -> None:
    assert len(sentence_spans(text, Span(0, len(text)))) == expected


@given(TEXTS)
def test_sentences_hold_all_words_in_order(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    held = "".join("".join(span.of(text).split()) for span in spans)
    assert held == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("It rained. ", True),
        ("He asked: ", True),
        ("she said, “", True),
        ("It rained\n", True),
        ("the harbor – ", True),
        ("the ", False),
        ("in Ghent, ", False),
        ("Gov. ", False),
        ("J. ", False),
        ("the harbor; ", False),
        ("Ghent, N.J.) ", False),
        ("the U.S. ", False),
        ("Ghent.) ", True),
    ],
)
def test_a_capital_may_be_due_to_what_begins_with_it(before: str, begins: bool) -> None:
    assert begins_sentence(f"{before}Silva", len(before)) is begins
