"""Near-copies in made-up articles, whose families are known."""

import random
from itertools import accumulate, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.store.stories.copies import are_copies, candidates, sequences, signatures

VOCABULARY = [f"word{number}" for number in range(6_000)]
OFTEN = list(accumulate(1 / (number + 3) for number in range(6_000)))


def draw(source, count):
    return source.choices(VOCABULARY, cum_weights=OFTEN, k=count)


def trimmed(source, words):
    return words[: int(len(words) * source.uniform(0.35, 0.95))]


def edited(source, words):
    changed = list(words)
    for _ in range(len(words) // 40):
        changed[source.randrange(len(words))] = draw(source, 1)[0]
    return changed


def wrapped(source, words):
    return [*draw(source, 25), *words, *draw(source, 25)]


@pytest.fixture(scope="module")
def families():
    """Texts and the number of the family each is of: 400 articles, and copies of a third of them."""
    source = random.Random(7)
    made = []
    for family in range(400):
        words = draw(source, source.randint(250, 650))
        made.append((family, words))
        for change in source.sample([trimmed, edited, wrapped], source.choice([0, 0, 1, 2])):
            made.append((family, change(source, words)))
    return [(family, " ".join(words)) for family, words in made]


def found_pairs(texts):
    found = [sequences(text) for text in texts]
    everything = np.ones(len(texts), dtype=bool)
    pairs = {
        tuple(sorted(pair))
        for pairs in candidates(signatures(found), np.zeros(len(texts)), everything)
        for pair in pairs.tolist()
    }
    return {(one, other) for one, other in pairs if are_copies(found[one], found[other])}


def test_trims_edits_and_wraps_are_found_and_little_else(families):
    true = {(one, other) for (one, (a, _)), (other, (b, _)) in combinations(enumerate(families), 2) if a == b}
    found = found_pairs([text for _, text in families])
    assert len(true) > 150
    assert len(true & found) / len(found) >= 0.97
    # Of two strongly trimmed or edited copies of one article, one may be a copy of the article only.
    assert len(true & found) / len(true) >= 0.97


@given(st.text(max_size=200))
def test_case_spaces_and_marks_make_no_difference(text):
    spread = "  \n".join(f"“{word}”," for word in text.lower().split())
    np.testing.assert_array_equal(sequences(text.lower()), sequences(spread))


def test_the_same_text_has_the_same_numbers_everywhere():
    assert sequences("The harbor council votes tonight.").tolist() == [14413744188515781038]


def test_short_texts_are_copies_only_where_they_are_the_same():
    short = sequences("The harbor council will vote on the levy tonight at eight")
    longer = sequences("The harbor council will vote on the levy tonight at eight o’clock")
    assert are_copies(short, short)
    assert not are_copies(short, longer)


def test_candidates_are_within_two_weeks_or_undated():
    found = signatures([sequences(" ".join(VOCABULARY[:100]))] * 4)
    days = np.array([0.0, 14.0, 29.0, np.nan])
    pairs = {
        tuple(sorted(pair))
        for pairs in candidates(found, days, np.ones(4, dtype=bool))
        for pair in pairs.tolist()
    }
    assert pairs == {(0, 1), (0, 3), (1, 3), (2, 3)}


def test_only_new_texts_are_compared():
    found = signatures([sequences(" ".join(VOCABULARY[:100]))] * 3)
    new = np.array([False, False, True])
    pairs = {tuple(sorted(pair)) for pairs in candidates(found, np.zeros(3), new) for pair in pairs.tolist()}
    assert pairs == {(0, 2), (1, 2)}


def test_texts_too_short_for_a_sequence_meet_nobody():
    assert signatures([]).shape[0] == 0
    assert not signatures([sequences("two words"), sequences("two words")]).any()
