"""Rules of what marks and rules know better than the network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Attribution, Span
from analysis.quotes.tagger.completing import (
    completed,
    merged,
    with_echoes,
    with_overlooked,
    within_marks,
)
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


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=8))
def test_merged_pieces_hold_the_same_characters_in_order_and_share_none(
    pieces: list[tuple[int, int]],
) -> None:
    spans = [Span(start, start + length) for start, length in pieces]
    found = merged(spans)
    assert {at for span in found for at in range(span.start, span.end)} == {
        at for span in spans for at in range(span.start, span.end)
    }
    assert sum(map(len, found)) == len({at for span in spans for at in range(span.start, span.end)})
    assert list(found) == sorted(found)


def _attribution(
    *content: tuple[int, int], cue: tuple[int, int] | None = None, confidence: float = 0.8
) -> Attribution:
    pieces = tuple(Span(*piece) for piece in content)
    marks = (Span(*cue),) if cue else ()
    return Attribution(pieces, marks, marks, "statement", confidence)


def test_content_without_a_cue_takes_cue_and_source_of_the_rules() -> None:
    rule = _attribution((0, 30), cue=(40, 44))
    (found,) = completed([_attribution((0, 28))], [rule], sure=0.9)
    assert (found.content, found.cue, found.source) == ((Span(0, 28),), rule.cue, rule.source)


def test_content_without_a_cue_joins_the_quotation_that_the_rules_let_it_go_on_from() -> None:
    begun = _attribution((0, 20), cue=(22, 26))
    rule = _attribution((0, 20), (30, 60), cue=(22, 26))
    (found,) = completed([begun, _attribution((30, 60), confidence=0.5)], [rule], sure=0.9)
    assert found.content == (Span(0, 20), Span(30, 60))
    assert found.confidence == 0.5


def test_pieces_that_share_characters_are_joined_into_one() -> None:
    begun = _attribution((0, 40), cue=(50, 54))
    rule = _attribution((0, 45), cue=(50, 54))
    (found,) = completed([begun, _attribution((30, 45))], [rule], sure=0.9)
    assert found.content == (Span(0, 45),)


def test_content_that_the_rules_do_not_know_stays_only_where_the_network_is_sure() -> None:
    doubted, sure = _attribution((0, 10), confidence=0.5), _attribution((20, 30), confidence=0.95)
    assert completed([doubted, sure], [], sure=0.9) == [sure]


def _in(text: str, source: str, cue: str, *content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution(tuple(map(span, content)), (span(source),), (span(cue),), "statement", 0.8)


def _contents(text: str, found: list[Attribution]) -> list[tuple[str, list[str]]]:
    return [(one.source[0].of(text), [piece.of(text) for piece in one.content]) for one in found]


ECHO = "Silva warned that it would fail -- a pledge repeated by Joe Park on Monday."
BETWEEN = "Silva told us after the session, where Park accused Lee of delay, that it would fail."


def test_who_repeats_a_message_is_added_and_the_message_ends_before_that() -> None:
    said = "that it would fail"
    tagged = _in(ECHO, "Silva", "warned", said, "a pledge repeated by Joe Park on Monday")
    ruled = [_in(ECHO, "Silva", "warned", said), _in(ECHO, "Joe Park", "repeated by", said)]
    assert _contents(ECHO, with_echoes([tagged], ruled, ECHO)) == [("Silva", [said]), ("Joe Park", [said])]


def test_an_echo_that_the_network_has_itself_is_not_added() -> None:
    said = "that it would fail"
    tagged = [_in(ECHO, "Silva", "warned", said), _in(ECHO, "Joe Park", "repeated", "a pledge")]
    ruled = [_in(ECHO, "Silva", "warned", said), _in(ECHO, "Joe Park", "repeated by", said)]
    assert with_echoes(tagged, ruled, ECHO) == tagged


def test_what_is_said_behind_a_clause_with_its_own_cue_belongs_to_the_cue_before_it() -> None:
    tagged = _in(BETWEEN, "Park", "accused", "Lee of delay, that it would fail")
    ruled = [
        _in(BETWEEN, "Silva", "told", "that it would fail"),
        _in(BETWEEN, "Park", "accused", "Lee of delay"),
    ]
    assert _contents(BETWEEN, with_echoes([tagged], ruled, BETWEEN)) == [
        ("Park", ["Lee of delay"]),
        ("Silva", ["that it would fail"]),
    ]


def test_two_cues_before_the_same_words_are_no_echo() -> None:
    text = "Silva said and Park repeated that it would fail."
    said = "that it would fail"
    tagged = [_in(text, "Silva", "said", said)]
    ruled = [*tagged, _in(text, "Park", "repeated", said)]
    assert with_echoes(tagged, ruled, text) == tagged


def test_words_in_marks_that_the_network_overlooks_are_the_rules() -> None:
    text = "“It failed,” said Silva. Park said that it worked."
    quoted, told = (
        _in(text, "Silva", "said", "“It failed,”"),
        _in(text, "Park", "said that", "that it worked"),
    )
    assert with_overlooked([], [quoted, told], text) == [quoted]
    assert with_overlooked([_in(text, "Park", "said that", "failed")], [quoted], text)[1:] == []
