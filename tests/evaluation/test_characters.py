from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation.characters import characters, form_of, quoted_characters, trimmed
from analysis.model import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and left', '"no"'),
        ("“We will” and “we may”", "“Wewill”“wemay”"),
        ("He said, ''no.'' It's the voters' day", "''no.''"),
        ("``No,'' she said", "``No,''"),
        ("‘No way’ say voters’ friends", "‘Noway’"),
        ("“First.\n\nSecond", "“First."),
        ("a ” b", ""),
    ],
    ids=["straight", "curly", "apostrophes", "backticks", "single", "left open", "only closed"],
)
def test_marks_pair_within_a_paragraph(text: str, quoted: str) -> None:
    inside = quoted_characters(text)
    assert "".join(text[at] for at in sorted(inside) if not text[at].isspace()) == quoted


@given(st.text(alphabet="ab “”\"'\n", max_size=40))
def test_quoted_characters_lie_in_the_text(text: Any) -> None:
    assert all(0 <= at < len(text) for at in quoted_characters(text))


def test_the_form_follows_from_how_much_is_quoted() -> None:
    content = characters([Span(0, 10)], "abcdefghij")
    assert form_of(content, frozenset(range(9))) == "direct"
    assert form_of(content, frozenset({3})) == "mixed"
    assert form_of(content, frozenset()) == "indirect"


def test_a_span_of_white_space_marks_nothing() -> None:
    assert trimmed(Span(1, 3), "a  b") is None
    assert trimmed(Span(0, 3), " a b") == Span(1, 2)
