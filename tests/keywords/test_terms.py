"""Which words and phrases are terms, under which form, and where?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.keywords import terms_of
from analysis.model import Span

TEXTS = st.text(st.sampled_from("aB éñ’'-.,“”\n1xTthe of U.S. ") | st.characters(), max_size=120)


def terms(text: Any) -> Any:
    return [found.term for found in terms_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("policies", ["policy"]),
        ("the mayor’s", ["mayor"]),
        ("covid-19", ["covid-19"]),
        ("about 5G", ["5g"]),
        ("in the U.S. today", ["U.S."]),
        ("mañana", ["mañana"]),
        ("the media", ["media"]),
    ],
)
def test_words_stand_in_their_base_form(text: str, expected: Any) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "text", ["", "…", "42", "19th", "1,000", "the of and", "x", "don’t", "She’ll say so", "۱۲"]
)
def test_numbers_stop_words_and_single_letters_are_no_terms(text: str) -> None:
    assert terms(text) == []


def test_phrases_of_two_and_three_words_stand_beside_their_words() -> None:
    assert terms("affordable housing crisis") == [
        "affordable",
        "affordable housing",
        "affordable housing crisis",
        "housing",
        "housing crisis",
        "crisis",
    ]


@pytest.mark.parametrize(
    "text", ["harbor, bridge", "harbor. Bridge", "harbor (bridge", "harbor\nbridge", "harbor—bridge"]
)
def test_phrases_do_not_cross_punctuation(text: str) -> None:
    assert not [term for term in terms(text) if " " in term]


def test_phrases_neither_begin_nor_end_with_a_stop_word() -> None:
    assert [term for term in terms("the cost of living was") if " " in term] == ["cost of living"]


def test_only_the_last_word_of_a_phrase_changes_its_form() -> None:
    assert "rising price" in terms("There were rising prices.")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("They met in Ghent.", "Ghent"),
        ("Officials in New York", "New York"),
        ("in the United States", "United States"),
        ("met Ngozi Okonjo-Iweala", "Ngozi Okonjo-Iweala"),
        ("by O’Brien", "O'Brien"),
        ("They met Mr. Brooks.", "Brooks"),
    ],
)
def test_names_keep_their_form(text: str, term: str) -> None:
    assert term in terms(text)


@pytest.mark.parametrize("text", ["Voters left.", "It rained. Voters left.", "She said: “Voters left.”"])
def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name(text: str) -> None:
    assert "voter" in terms(text)


def test_a_capital_at_the_beginning_is_a_name_if_it_is_one_elsewhere() -> None:
    assert terms("Brown left. People saw Brown.").count("Brown") == 2


def test_an_office_is_counted_as_one_with_and_without_a_name() -> None:
    assert terms("President Silva left. Later the president came.").count("president") == 2


def test_offsets_refer_to_the_whole_text() -> None:
    text = "Nothing here. The harbor bridge fell."
    assert [text[found.start : found.end] for found in terms_of(text, [Span(14, 31)])] == [
        "harbor",
        "harbor bridge",
        "bridge",
    ]


@given(TEXTS)
def test_terms_lie_inside_the_text_in_order(text: Any) -> None:
    found = terms_of(text)
    assert all(0 <= term.start < term.end <= len(text) and term.term for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)
    assert found == terms_of(text)
