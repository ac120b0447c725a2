from __future__ import annotations

import pytest

from analysis.quotes.tagger import encoding
from analysis.quotes.tagger.encoding import Encoded, encode
from analysis.quotes.tagger.network import tokenizer
from analysis.text import parse


def _encode(text: str) -> Encoded:
    return encode(parse(text), tokenizer())


def test_the_words_of_the_stream_are_the_words_of_the_text() -> None:
    text = "The harbour reopens on Monday, Ana Vidal said.\n\nNobody else spoke."
    encoded = _encode(text)
    words = [text[start:end] for start, end in zip(encoded.starts, encoded.ends, strict=True)]
    assert "".join(words) == "".join(text.split())


def test_every_paragraph_is_a_stretch_with_a_break_behind_it() -> None:
    encoded = _encode("One went home.\n\nTwo stayed here.")
    assert [s.paragraph for s in encoded.stretches] == [0, 1]
    assert all(encoded.cases[s.end_piece] == encoding.BREAK for s in encoded.stretches)


@pytest.mark.parametrize(
    "marks", ["“”", '""', "«»", ("''", "''")], ids=["curly", "straight", "guillemets", "two apostrophes"]
)
def test_all_makes_of_double_marks_look_the_same_to_the_network(marks: tuple[str, str]) -> None:
    quoted = _encode(f"The mayor said: {marks[0]}We will rebuild the bridge.{marks[1]} Then she left.")
    plain = _encode('The mayor said: "We will rebuild the bridge." Then she left.')
    assert quoted.pieces.tolist() == plain.pieces.tolist()
    assert quoted.states.tolist() == plain.states.tolist()


def test_a_word_knows_whether_it_stands_in_marks() -> None:
    encoded = _encode('She said "we wait" again.')
    states = [int(encoded.states[piece]) for piece in encoded.first_pieces]
    mark, inside, outside = encoding.MARK, encoding.INSIDE, encoding.OUTSIDE
    assert states == [outside, outside, mark, inside, inside, mark, outside, outside]


def test_letter_case_is_that_of_the_whole_word() -> None:
    encoded = _encode("Zubrowkaville’s NATO envoy left in 2024.")
    cases = [int(encoded.cases[piece]) for piece in encoded.first_pieces]
    assert cases[:4] == [encoding.TITLE, encoding.NO_LETTERS, encoding.LOWER, encoding.UPPER]


def test_a_paragraph_too_long_is_cut_between_sentences_and_nothing_is_lost() -> None:
    text = " ".join(f"Sentence number {number} says nothing of note about the town." for number in range(90))
    encoded = _encode(text)
    sizes = [s.end_piece - s.first_piece for s in encoded.stretches]
    assert len(sizes) > 1
    assert max(sizes) <= encoding.LONGEST_STRETCH
    assert [s.first_word for s in encoded.stretches[1:]] == [s.end_word for s in encoded.stretches[:-1]]
    assert {text[encoded.starts[s.first_word] :][:8] for s in encoded.stretches} == {"Sentence"}


def test_a_paragraph_without_any_sentence_end_is_cut_too() -> None:
    encoded = _encode("word " * 1000)
    assert max(s.end_piece - s.first_piece for s in encoded.stretches) <= encoding.LONGEST_STRETCH


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "\x00"], ids=["empty", "spaces", "nothing but a control character"]
)
def test_a_text_without_words_has_no_stretches(text: str) -> None:
    assert _encode(text).stretches == ()
