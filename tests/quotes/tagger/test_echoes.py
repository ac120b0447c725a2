from __future__ import annotations

from analysis.model import Attribution, Span
from analysis.quotes.tagger.echoes import with_echoes, with_overlooked


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
