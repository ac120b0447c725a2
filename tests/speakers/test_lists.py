"""Rules of the word lists that speakers are resolved with."""

from analysis.resources import word_table
from analysis.speakers import lists


def test_every_part_is_listed_once_and_holds_no_word_twice() -> None:
    table = word_table("source_words")
    parts = [row[0] for row in table]
    assert len(set(parts)) == len(parts)
    for _, words in table:
        assert len(set(words.split())) == len(words.split())


def test_words_are_alternatives_of_a_pattern() -> None:
    assert lists.either("envoy") == "ambassador|envoy"


def test_a_title_has_a_plural_where_it_is_long_enough() -> None:
    assert lists.titles()["senators"] == lists.titles()["senator"]
    assert "mrs" in lists.titles()


def test_names_of_several_words_stand_between_bars_in_their_list() -> None:
    assert {"new york", "virginia", "west virginia"} <= lists.places()
    assert {"monday", "jan."} <= lists.no_names()


def test_a_stop_word_that_is_a_name_is_not_small() -> None:
    assert "according" in lists.small_words()
    assert "brown" not in lists.small_words()
