"""Rules of quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Span
from analysis.text.marks import marked_spans


def quoted(text: str) -> list[str]:
    return [marked.span.of(text) for marked in marked_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“No,” she said.", ["“No,”"], id="curly"),
        pytest.param('"No," she said. "Never."', ['"No,"', '"Never."'], id="straight"),
        pytest.param("''No,'' he said. It's the voters' day.", ["''No,''"], id="two apostrophes"),
        pytest.param("«Non», dit-elle.", ["«Non»"], id="guillemets"),
        pytest.param("‘We can’t wait,’ she said.", ["‘We can’t wait,’"], id="single"),
        pytest.param("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"], id="nested"),
        pytest.param("It's Ana's and the pilots' turn.", [], id="apostrophes"),
        pytest.param("The man is 5'10\" tall.", [], id="inches"),
        pytest.param("„Nein“, sagte er.", ["„Nein“"], id="closed with an opening mark"),
        pytest.param("”No,” she said.", ["”No,”"], id="opened with a closing mark"),
        pytest.param("She said-“No”-and left.", ["“No”"], id="between hyphens"),
        pytest.param("the voters’ ‘yes’ and rock ‘n’ roll", ["‘yes’", "‘n’"], id="single words"),
    ],
)
def test_marks_are_paired_by_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“We will go on. And on."
    [marked] = marked_spans(text, Span(0, len(text)))
    assert marked.span == Span(0, len(text))
    assert not marked.is_closed


def test_marks_are_known_as_single_or_double() -> None:
    text = "“No,” she said. ‘Yes,’ he said."
    assert [one.is_single for one in marked_spans(text, Span(0, len(text)))] == [False, True]


def test_one_forgotten_mark_does_not_turn_later_quotations_inside_out() -> None:
    assert quoted("“It failed, he said. “We tried,” she said.")[-1] == "“We tried,”"


@given(st.text(alphabet="ab “”\"'’‘«».,\n", max_size=60))
def test_spans_lie_inside_and_do_not_overlap(text: str) -> None:
    if not text:
        return
    spans = [marked.span for marked in marked_spans(text, Span(0, len(text)))]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
