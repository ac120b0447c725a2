"""Rules of words that have a valence and mean nothing by it."""

import pytest

from analysis.sentiment.neutral import neutral_positions
from analysis.text import words_of


def passed_over(text: str) -> list[str]:
    words = words_of(text)
    return [words[i].lower for i in sorted(neutral_positions(text, words, range(len(words))))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Hope.", ["hope"]),
        ("It rained. Hope Hicks left.", ["hope", "hicks"]),
        ("It rained. Angry Democrats left.", ["democrats"]),
        ("He said: Great Falls won.", ["great", "falls"]),
        ("They met Mr. Love.", ["love"]),
        ("It was GREAT fun.", []),
        ("Hope of peace fades.", []),
    ],
)
def test_a_capital_inside_a_sentence_makes_a_name_and_at_its_beginning_only_before_another(
    text: str, names: list[str]
) -> None:
    assert [word for word in passed_over(text) if word not in {"they", "it", "he", "mr"}] == names


def test_a_headline_names_nothing_by_its_capitals() -> None:
    assert passed_over("Hope Fades After Deadly Attack") == []


def test_like_is_a_verb_only_behind_who_likes() -> None:
    assert passed_over("a river like this") == ["like"]
    assert passed_over("we like this") == passed_over("they don't like this") == []


def test_words_of_a_neutral_phrase_say_nothing_but_others_do() -> None:
    assert passed_over("the best man won") == ["best", "man"]
    assert passed_over("best of the best") == []
