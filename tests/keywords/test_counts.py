"""Which terms are keywords of an article, and how often do they count?"""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis.keywords import keywords_of, terms_of

WORDS = ["the", "harbor", "bridge", "Silva", "of", "fell", ".", ",", "“", "cost", "Ghent", "7"]


def counted(text: Any, names: Any = ()) -> Any:
    return keywords_of((found.term for found in terms_of(text)), names)


def keywords(text: Any, names: Any = ()) -> Any:
    return {word.term: (word.count, word.is_name) for word in counted(text, names)}


def test_a_phrase_counts_from_its_second_occurrence_on() -> None:
    assert "harbor bridge" not in keywords("The harbor bridge fell.")
    assert keywords("The harbor bridge fell. A harbor bridge rose.")["harbor bridge"] == (2, False)


def test_words_inside_a_counted_phrase_stay_counted() -> None:
    found = keywords("The harbor bridge fell. A harbor bridge rose. The bridge!")
    assert (found["harbor"][0], found["bridge"][0]) == (2, 3)


def test_terms_in_a_name_are_names() -> None:
    found = keywords("People saw Ana Silva. Then Ana Silva left. The harbor is full.", ["Ana Silva"])
    assert [found[term][1] for term in ("Ana", "Ana Silva", "Silva", "harbor")] == [True, True, True, False]


def test_the_title_of_a_speaker_is_a_name_when_it_is_given_as_one() -> None:
    assert keywords("The mayor left.", ["Mayor Ana Silva"])["mayor"] == (1, True)


def test_nothing_gives_no_keywords() -> None:
    assert keywords_of([], ["", "…"]) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_counts_are_those_of_the_terms_and_most_frequent_come_first(words: Any) -> None:
    text = " ".join(words)
    found = counted(text)
    counts = Counter(term.term for term in terms_of(text))
    assert {word.term: word.count for word in found}.items() <= counts.items()
    assert sum(word.count for word in found if " " not in word.term) == sum(
        count for term, count in counts.items() if " " not in term
    )
    assert list(found) == sorted(found, key=lambda word: (-word.count, word.term))
