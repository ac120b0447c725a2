"""Near-copies in made-up articles, whose families are known."""

import random
from itertools import accumulate, combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.store.stories.copies import are_copies, candidates, sequences, signatures

VOCABULARY = [f"word{number}" for number in range(6_000)]
OFTEN = list(accumulate(1 / (number + 3) for number in range(6_000)))


def draw(source: Any, count: Any) -> Any:
    return source.choices(VOCABULARY, cum_weights=OFTEN, k=count)


def trimmed(source: Any, words: Any) -> Any:
    return words[: int(len(words) * source.uniform(0.35, 0.95))]


def edited(source: Any, words: Any) -> Any:
    changed = list(words)
    for _ in range(len(words) // 40):
        changed[source.randrange(len(words))] = draw(source, 1)[0]
    return changed


def wrapped(source: Any, words: Any) -> Any:
    return [*draw(source, 25), *words, *draw(source, 25)]


@pytest.fixture(scope="module")
def families() -> Any:
    """Texts and the number of the family each is of: 400 articles, and copies of a third of them."""
    source = random.Random(7)
    made = []
    for family in range(400):
        words = draw(source, source.randint(250, 650))
        made.append((family, words))
        for change in source.sample([trimmed, edited, wrapped], source.choice([0, 0, 1, 2])):
            made.append((family, change(source, words)))
    return [(family, " ".join(words)) for family, words in made]


def found_pairs(texts: Any) -> Any:
    found = [sequences(text) for text in texts]
    everything = np.ones(len(texts), dtype=bool)
    pairs = {
        tuple(sorted(pair))
        for pairs in candidates(signatures(found), np.zeros(len(texts)), everything)
        for pair in pairs.tolist()
    }
    return {(one, other) for one, other in pairs if are_copies(found[one], found[other])}


def test_trims_edits_and_wraps_are_found_and_little_else(families: Any) -> None:
    true = {(one, other) for (one, (a, _)), (other, (b, _)) in combinations(enumerate(families), 2) if a == b}
    found = found_pairs([text for _, text in families])
    assert len(true) > 150
    assert len(true & found) / len(found) >= 0.97
    # Of two strongly trimmed or edited copies of one article, one may be a copy of the article only.
    assert len(true & found) / len(true) >= 0.97


@given(st.text(max_size=200))
def test_case_spaces_and_marks_make_no_difference(text: Any) -> None:
    spread = "  \n".join(f"“{word}”," for word in text.lower().split())
    np.testing.assert_array_equal(sequences(text.lower()), sequences(spread))


def test_the_same_text_has_the_same_numbers_everywhere() -> None:
    assert sequences("The harbor council votes tonight.").tolist() == [14413744188515781038]


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    short = sequences("The harbor council will vote on the levy tonight at eight")
    longer = sequences("The harbor council will vote on the levy tonight at eight o’clock")
    assert are_copies(short, short)
    assert not are_copies(short, longer)


def test_candidates_are_within_two_weeks_or_undated() -> None:
    found = signatures([sequences(" ".join(VOCABULARY[:100]))] * 4)
    days = np.array([0.0, 14.0, 29.0, np.nan])
    pairs = {
        tuple(sorted(pair))
        for pairs in candidates(found, days, np.ones(4, dtype=bool))
        for pair in pairs.tolist()
    }
    assert pairs == {(0, 1), (0, 3), (1, 3), (2, 3)}


def test_only_new_texts_are_compared() -> None:
    found = signatures([sequences(" ".join(VOCABULARY[:100]))] * 3)
    new = np.array([False, False, True])
    pairs = {tuple(sorted(pair)) for pairs in candidates(found, np.zeros(3), new) for pair in pairs.tolist()}
    assert pairs == {(0, 2), (1, 2)}


def test_texts_too_short_for_a_sequence_meet_nobody() -> None:
    assert signatures([]).shape[0] == 0
    assert not signatures([sequences("two words"), sequences("two words")]).any()


def numbers(first: Any, stop: Any) -> Any:
    return np.arange(first, stop, dtype=np.uint64)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (numbers(0, 100), numbers(0, 70), True),
        (numbers(0, 100), numbers(20, 120), True),
        (numbers(0, 100), numbers(21, 121), False),
        (numbers(0, 1_000), numbers(980, 1_005), True),
        (numbers(0, 1_000), numbers(981, 1_006), False),
        (numbers(0, 20), numbers(4, 24), True),
        (numbers(0, 20), numbers(5, 25), False),
        (numbers(0, 1_000), numbers(984, 1_004), True),
        (numbers(0, 1_000), numbers(981, 1_000), False),
        (numbers(0, 19), numbers(0, 20), False),
        (numbers(0, 19), numbers(1, 20), False),
        (numbers(0, 19), numbers(0, 19), True),
    ],
)
def test_copies_share_80_percent_of_the_shorter_text_and_all_where_it_has_less_than_20(
    one: Any, other: Any, are: Any
) -> None:
    assert are_copies(one, other) == are_copies(other, one) == are


def test_a_signature_has_64_bands_of_two_numbers_and_texts_meet_where_both_are_alike() -> None:
    found = [numbers(0, 100), numbers(0, 100), numbers(50, 150), numbers(500, 600), numbers(0, 0)]
    bands = signatures(found)
    assert bands.shape == (5, 64)
    assert len(np.unique(bands[0] >> np.uint64(32))) > 32
    assert len(np.unique(bands[0] & np.uint64(0xFFFFFFFF))) > 32
    assert (bands[0] == bands[1]).all()
    # A third of all is shared: a band meets in one of nine; in none of 64 at all where nothing is.
    assert 1 <= (bands[0] == bands[2]).sum() <= 16
    assert not (bands[0] == bands[3]).any()
    assert not bands[4].any()
    assert signatures([]).shape == (0, 64)


def pairs_of(bands: Any, days: Any, is_new: Any = None) -> Any:
    news = np.ones(len(bands), dtype=bool) if is_new is None else np.array(is_new)
    found = candidates(np.array(bands, dtype=np.uint64), np.array(days, dtype=float), news)
    return [tuple(sorted(pair)) for pairs in found for pair in pairs.tolist()]


def test_all_texts_of_one_key_meet_once_neighbors_in_time_first() -> None:
    assert pairs_of([[7], [7], [7], [7]], [3, 1, 2, 0]) == [(1, 3), (1, 2), (0, 2), (2, 3), (0, 3), (0, 1)]


def test_texts_meet_in_any_band_and_those_of_the_key_0_in_none() -> None:
    assert pairs_of([[5, 0], [5, 9], [0, 9], [0, 3]], [0, 0, 0, 0]) == [(0, 1), (1, 2)]


def test_texts_of_different_keys_do_not_meet_between_their_neighbors() -> None:
    assert pairs_of([[1], [2], [1], [2]], [0, 0, 0, 0]) == [(0, 2), (1, 3)]
