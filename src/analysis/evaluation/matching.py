"""Which predicted quotation is which marked one?

By the overlap of their contents, one to one, the best pairs first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple


class Pair(NamedTuple):
    """A marked and a predicted content that share characters, by their places in the two lists."""

    gold: int
    predicted: int
    overlap: float
    covered: float


def overlapping(gold: Sequence[Set[int]], predicted: Sequence[Set[int]]) -> list[Pair]:
    """All pairs that share a character.

    ``overlap`` is what they share ÷ what either has (intersection over union),
    ``covered`` what they share ÷ what the marked one has.
    """
    pairs = []
    for i, marked in enumerate(gold):
        for j, found in enumerate(predicted):
            shared = len(marked & found)
            if shared:
                either = len(marked) + len(found) - shared
                pairs.append(Pair(i, j, shared / either, shared / len(marked)))
    return pairs


def one_to_one(scored: Iterable[tuple[float, Pair]]) -> list[Pair]:
    """Pairs in falling order of score, without those of which one side is taken; ties by place."""
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    chosen = []
    for _, pair in sorted(scored, key=lambda entry: (-entry[0], entry[1].gold, entry[1].predicted)):
        if pair.gold not in taken_gold and pair.predicted not in taken_predicted:
            taken_gold.add(pair.gold)
            taken_predicted.add(pair.predicted)
            chosen.append(pair)
    return chosen


def matched(pairs: Iterable[Pair], least: float) -> list[Pair]:
    """One-to-one pairs that overlap by at least so much."""
    return one_to_one((pair.overlap, pair) for pair in pairs if pair.overlap >= least)
