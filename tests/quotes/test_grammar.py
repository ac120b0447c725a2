"""Rules of small words by their part in a sentence."""

import re
from importlib.resources import files

import pytest

from analysis.quotes.grammar import is_adverb, words_of
from analysis.resources import word_table

PARTS = [row[0] for row in word_table("function_words")]


def test_every_part_that_is_asked_for_stands_in_the_list_once() -> None:
    asked = set()
    for name in ("contents", "cue_phrases", "rules", "small_letters", "sources"):
        code = files("analysis.quotes").joinpath(f"{name}.py").read_text("utf-8")
        for call in re.findall(r"words_of\(([^()]*)\)", code):
            asked.update(re.findall(r'"(\w+)"', call))
    assert asked <= set(PARTS)
    assert len(PARTS) == len(set(PARTS))


def test_several_parts_are_asked_for_at_once() -> None:
    assert words_of("article", "others") == words_of("article") | words_of("others")


@pytest.mark.parametrize("part", PARTS)
def test_words_are_lower_case_as_tokens_are(part: str) -> None:
    assert all(word == word.lower() and "’" not in word for word in words_of(part))


@pytest.mark.parametrize(
    ("word", "adverb"), [("also", True), ("bluntly", True), ("july", False), ("only", True), ("fly", False)]
)
def test_words_in_ly_are_adverbs_unless_they_are_known_not_to_be(word: str, adverb: bool) -> None:
    assert is_adverb(word) is adverb
