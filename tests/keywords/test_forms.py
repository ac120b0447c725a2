"""Rules of the form under which a word is counted."""

import pytest

from analysis.keywords.forms import bare, forms_of


@pytest.mark.parametrize(
    ("word", "alone"),
    [("Policies", "policy"), ("high-earning", "high-earning"), ("media", "media"), ("mayor’s", "mayor")],
)
def test_a_common_word_is_counted_under_its_base_form(word: str, alone: str) -> None:
    assert forms_of(word, False).alone == alone


def test_a_name_keeps_its_form_and_an_office_does_not() -> None:
    assert (forms_of("Brooks", True).alone, forms_of("President", True).alone) == ("Brooks", "president")
    assert forms_of("President", True).last == "President"


@pytest.mark.parametrize(
    ("word", "counts"),
    [("the", False), ("x", False), ("42", False), ("19th", False), ("5G", True), ("covid-19", True)],
)
def test_stop_words_letters_and_numbers_do_not_count(word: str, counts: bool) -> None:
    assert forms_of(word, False).counts is counts


def test_a_name_may_open_with_a_stop_word() -> None:
    assert forms_of("New", True).opens
    assert not forms_of("new", False).opens


@pytest.mark.parametrize("word", ["O’Brien’s", "O'Brien's", "O’Brien"])
def test_a_possessive_ending_belongs_to_no_word(word: str) -> None:
    assert bare(word) == "O'Brien"
