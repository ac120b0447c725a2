from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes.tagger.decoding import (
    BUCKETS,
    IMPOSSIBLE,
    TAGS,
    Floats,
    Scores,
    allowed_transitions,
    best_tags,
    decode,
    distance_buckets,
    likely_tags,
)
from analysis.quotes.tagger.encoding import Encoded, Stretch

TRANSITIONS = np.where(allowed_transitions(), 0, IMPOSSIBLE).astype(np.float32)
NUMBERS = {tag: number for number, tag in enumerate(TAGS)}


def _encoded(*lengths: int) -> Encoded:
    total = sum(lengths)
    at = np.arange(total)
    edges = np.cumsum([0, *lengths]).tolist()
    stretches = tuple(
        Stretch(first, end, first, end, number) for number, (first, end) in enumerate(pairwise(edges))
    )
    return Encoded(at, at, at, at, at * 2, at * 2 + 1, stretches)


def _emissions(tags: str) -> Floats:
    names = {
        "o": "O",
        "S": "B-source",
        "s": "I-source",
        "Q": "B-cue",
        "q": "I-cue",
        "C": "B-content",
        "c": "I-content",
    }
    said = np.zeros((len(tags), len(TAGS)), np.float32)
    for word, letter in enumerate(tags):
        said[word, NUMBERS[names[letter]]] = 10
    return said


def _scores(tags: str, stretches: int = 1) -> Scores:
    """Links by nearness alone: the vectors say nothing."""
    words = len(tags)
    vectors = np.zeros((words, 4), np.float32)
    nothing = np.full((stretches, 4), 0, np.float32)
    half = BUCKETS // 2
    distances = np.tile(5 - np.abs(np.arange(BUCKETS + 1) - half), (2, 1)).astype(np.float32)
    return Scores(
        _emissions(tags), np.full(words, 3, np.float32), vectors, vectors, vectors, vectors, vectors, nothing, nothing, distances
    )  # fmt: skip


def test_an_inner_tag_never_follows_another_kind() -> None:
    emissions = _emissions("oCccSQo")
    emissions[1, NUMBERS["B-content"]] = 0
    emissions[1, NUMBERS["I-content"]] = 10
    tags = best_tags(_encoded(7).stretches, emissions, TRANSITIONS)
    assert [TAGS[tag] for tag in tags[1:4]] == ["B-content", "I-content", "I-content"]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 2**31))
def test_stretches_side_by_side_are_tagged_as_they_are_alone(lengths: list[int], seed: int) -> None:
    emissions = np.random.default_rng(seed).normal(size=(sum(lengths), len(TAGS))).astype(np.float32)
    together = best_tags(_encoded(*lengths).stretches, emissions, TRANSITIONS)
    first = 0
    for length in lengths:
        alone = best_tags(_encoded(length).stretches, emissions[first : first + length], TRANSITIONS)
        assert together[first : first + length].tolist() == alone.tolist()
        first += length


@given(st.integers(1, 6), st.integers(0, 2**31))
def test_the_path_found_is_the_best_of_all(length: int, seed: int) -> None:
    emissions = np.random.default_rng(seed).normal(size=(length, len(TAGS))).astype(np.float32)

    def worth(path: list[int]) -> float:
        moves = sum(TRANSITIONS[a, b] for a, b in zip([0, *path], path, strict=False))
        return float(moves + sum(emissions[word, tag] for word, tag in enumerate(path)))

    found = worth(best_tags(_encoded(length).stretches, emissions, TRANSITIONS).tolist())
    chance = np.random.default_rng(seed + 1)
    assert all(found >= worth(chance.integers(0, len(TAGS), length).tolist()) - 1e-4 for _ in range(200))


def test_pieces_with_one_cue_are_one_attribution() -> None:
    (found,) = decode(_encoded(9), _scores("CcoSQoCcc"), TRANSITIONS)
    assert found.content == ((0, 1), (6, 8))
    assert found.cue == (4, 4)
    assert found.source == (3, 3)


def test_two_cues_are_two_attributions() -> None:
    found = decode(_encoded(8), _scores("SQCcSQCc"), TRANSITIONS)
    assert [(f.source, f.cue, f.content) for f in found] == [
        ((0, 0), (1, 1), ((2, 3),)),
        ((4, 4), (5, 5), ((6, 7),)),
    ]


def test_nothing_is_linked_across_stretches() -> None:
    found = decode(_encoded(3, 2), _scores("CccSQ", stretches=2), TRANSITIONS)
    assert [(f.cue, f.source) for f in found] == [(None, None)]


def test_a_cue_without_content_is_nothing() -> None:
    assert decode(_encoded(3), _scores("SQo"), TRANSITIONS) == []


@pytest.mark.parametrize(
    ("distance", "bucket"), [(0, 7), (1, 8), (-1, 6), (2, 9), (3, 9), (4, 10), (500, 14), (-500, 0)]
)
def test_distances_are_told_apart_by_their_power_of_two(distance: int, bucket: int) -> None:
    assert distance_buckets(np.array([distance]))[0] == bucket


@given(st.lists(st.integers(1, 3), min_size=1, max_size=3), st.integers(0, 2**31))
def test_likelihoods_are_those_of_all_paths_together(lengths: list[int], seed: int) -> None:
    emissions = np.random.default_rng(seed).normal(size=(sum(lengths), len(TAGS))).astype(np.float32)
    shares = likely_tags(_encoded(*lengths).stretches, emissions, TRANSITIONS)
    first = 0
    for length in lengths:
        expected = np.zeros((length, len(TAGS)))
        for path in product(range(len(TAGS)), repeat=length):
            moves = sum(TRANSITIONS[a, b] for a, b in zip((0, *path), path, strict=False))
            weight = np.exp(moves + sum(emissions[first + word, tag] for word, tag in enumerate(path)))
            for word, tag in enumerate(path):
                expected[word, tag] += weight
        expected /= expected.sum(1, keepdims=True)
        assert np.allclose(shares[first : first + length], expected, atol=1e-4)
        first += length
