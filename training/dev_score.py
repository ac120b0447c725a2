"""How good are attributions while training goes on?

A quick look, in percent: content characters F1, and attribution F1 (contents
overlap by half, sources touch). The project's measuring is `newsvoices evaluate`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.model import Attribution

Pairs = Sequence[Sequence[int]]


class Score(NamedTuple):
    """F1 in percent."""

    content: float
    attribution: float
    precision: float
    recall: float


def score(gold: Iterable[dict[str, Any]], found: Iterable[Sequence[Attribution]]) -> Score:
    """Compare what was found in each article with its annotations."""
    content, whole = [0, 0, 0], [0, 0, 0]
    for row, attributions in zip(gold, found, strict=True):
        text = row["text"]
        real = [(_characters(a["content"], text), _characters(a["source"], text)) for a in row["attributions"]]
        real = [pair for pair in real if pair[0]]
        own = [
            (_characters([(s.start, s.end) for s in a.content], text), _characters([(s.start, s.end) for s in a.source], text))
            for a in attributions
        ]
        all_real, all_own = (set().union(*(c for c, _ in pairs)) for pairs in (real, own))
        _add(content, len(all_real & all_own), len(all_own), len(all_real))
        _add(whole, _matched(real, own), len(own), len(real))
    precision, recall = whole[0] / max(1, whole[1]), whole[0] / max(1, whole[2])
    return Score(_f1(content), _f1(whole), 100 * precision, 100 * recall)


def _characters(pairs: Pairs | list[tuple[int, int]], text: str) -> set[int]:
    return {at for start, end in pairs for at in range(start, end) if not text[at].isspace()}


def _add(counts: list[int], *more: int) -> None:
    for index, number in enumerate(more):
        counts[index] += number


def _f1(counts: list[int]) -> float:
    return 200 * counts[0] / max(1, counts[1] + counts[2])


def _matched(real: list[tuple[set[int], set[int]]], own: list[tuple[set[int], set[int]]]) -> int:
    pairs = []
    for i, (content, source) in enumerate(real):
        for j, (other, other_source) in enumerate(own):
            both = len(content & other)
            agrees = bool(source & other_source) or (not source and not other_source)
            if agrees and 2 * both >= len(content | other):
                pairs.append((-both / len(content | other), i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(pairs):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return len(taken[0])
