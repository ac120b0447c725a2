"""Rules of how valences add up."""

import pytest

from analysis.sentiment.vader import NewsVader


@pytest.fixture
def vader() -> NewsVader:
    return NewsVader({"good": 2.0, "bad": -2.0, "no": -1.2})


def tone(vader: NewsVader, text: str) -> float:
    tokens = text.rstrip(".!").split()
    return vader.tone(text, tokens, [i for i, word in enumerate(tokens) if word.lower() in vader.lexicon])


def test_a_booster_strengthens_and_a_negation_turns_round(vader: NewsVader) -> None:
    assert (
        tone(vader, "a very good plan.") > tone(vader, "a good plan.") > 0 > tone(vader, "not a good plan.")
    )


def test_no_before_a_word_with_valence_turns_it_round_and_has_none_itself(vader: NewsVader) -> None:
    assert tone(vader, "no good plan.") < 0 < tone(vader, "no bad plan.")
    assert tone(vader, "no plan.") < 0


def test_what_follows_but_weighs_more(vader: NewsVader) -> None:
    assert tone(vader, "a good plan but a bad day.") < 0 < tone(vader, "a bad plan but a good day.")


def test_capitals_are_emphasis_only_beside_small_letters(vader: NewsVader) -> None:
    small, capitals = tone(vader, "the good plan."), tone(vader, "THE GOOD PLAN.")
    assert tone(vader, "the GOOD plan.") > small == capitals


def test_every_word_with_a_valence_counts_also_before_another_one(vader: NewsVader) -> None:
    assert tone(vader, "a good good plan.") > tone(vader, "a good plan.")
    assert tone(vader, "a bad good plan.") == tone(vader, "a good bad plan.")


def test_a_no_two_words_before_turns_round_too_and_a_no_behind_does_not(vader: NewsVader) -> None:
    assert tone(vader, "no such good plan.") < 0 < tone(vader, "a good plan they know.")
    assert tone(vader, "good no.") > tone(vader, "no good plan.")
