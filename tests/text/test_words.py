"""Rules of words and marks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text import is_word, tokens_of, words_of

TEXTS = st.text(st.sampled_from("aBs éñ’'-‑.,&_“”\n10 U.S. ") | st.characters(), max_size=120)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("won’t", ["won't"]),
        ("Silva-Park", ["silva-park"]),
        ("the U.N.", ["the", "u.n."]),
        ("1,000.5", ["1,000.5"]),
        ("“No”", ["“", "no", "”"]),
        ("''No``", ["''", "no", "``"]),
        ("_No_", ["_", "no", "_"]),
        ("workers’ rights", ["workers'", "rights"]),
        ("‘workers’ End", ["‘", "workers", "'", "end"]),
    ],
)
def test_a_word_keeps_what_belongs_to_it_and_every_mark_is_a_token(text: str, tokens: list[str]) -> None:
    assert [token.lower for token in tokens_of(text)] == tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("AT&T’s", ["at&t's"]),
        ("example.com.", ["example.com"]),
        ("Ph.D. theses", ["ph.d", "theses"]),
        ("workers’ rights", ["workers", "rights"]),
        ("at 9:30AM", ["at", "9", "30am"]),
        ("this & that", ["this", "that"]),
        ("& that", ["that"]),
    ],
)
def test_words_to_count_are_joined_by_points_and_ampersands(text: str, words: list[str]) -> None:
    assert [word.lower for word in words_of(text)] == words


@given(TEXTS)
def test_tokens_hold_every_character_but_white_space_in_order(text: str) -> None:
    tokens = tokens_of(text)
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(
        character for character in text if not character.isspace()
    )
    assert [token.start for token in tokens] == sorted({token.start for token in tokens})


@given(TEXTS)
def test_words_hold_the_letters_of_all_words_once(text: str) -> None:
    def letters(tokens: Any) -> Any:
        held = "".join(text[token.start : token.end] for token in tokens if is_word(token))
        return [character for character in held if character.isalnum()]

    assert letters(words_of(text)) == letters(tokens_of(text))
