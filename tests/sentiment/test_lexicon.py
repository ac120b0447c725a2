"""Is the lexicon VADER's, less what news hits by accident, plus what news needs?"""

import pytest

from analysis.resources import word_list, word_set
from analysis.sentiment.lexicon import valences


def test_the_words_of_vader_are_there() -> None:
    assert len(valences()) > 6000
    assert valences()["terrible"] == -2.1


@pytest.mark.parametrize("word", ["86", "l", "8)", "):", "party", "justice"])
def test_numbers_stray_marks_and_neutral_words_are_left_out(word: str) -> None:
    assert word not in valences()


def test_every_valence_lies_within_vaders_scale() -> None:
    assert all(-4 <= valence <= 4 for valence in valences().values())


def test_every_neutral_phrase_holds_a_word_that_would_be_scored() -> None:
    useless = [p for p in word_list("neutral_phrases") if not any(w in valences() for w in p.split())]
    assert useless == []


def test_no_word_is_both_neutral_and_valued() -> None:
    valued = {line.split("\t")[0] for line in word_list("news_valence")}
    assert not valued & word_set("neutral_words")


@pytest.mark.parametrize("name", ["neutral_words", "neutral_phrases", "news_valence", "before_liking"])
def test_no_list_names_an_entry_twice(name: str) -> None:
    entries = [line.split("\t")[0] for line in word_list(name)]
    assert len(entries) == len(set(entries))
