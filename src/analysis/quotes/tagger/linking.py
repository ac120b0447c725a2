"""Which content belongs to which cue, and which cue to which source?

An attribution is one cue with its source and all contents that point to it:
“A,” she said. “B.” are two contents of one “said”. Pointers compare what the
network says of both ends and lean by their distance; a content may point to
no cue, a cue to no source.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from analysis.quotes.tagger.labels import LAYOUT, WIDTH, Floats, Integers, Weights
from analysis.quotes.tagger.pieces import Piece

FARTHEST = 400
"""A content or source more words away than this belongs to another cue."""
_STEPS = np.asarray([1, 2, 3, 5, 8, 12, 20, 32, 64, 128])
DISTANCES = 2 * (len(_STEPS) + 1)


@dataclass(frozen=True, slots=True)
class Link:
    """What a piece points to: a number in the list of candidates or None, and how sure that is."""

    target: int | None
    probability: float


def distance_classes(firsts: Integers, lasts: Integers, first: int, last: int) -> Integers:
    """How far, and on which side, spans lie from one: a class from 0 to `DISTANCES`."""
    before = lasts < first
    gap = np.where(before, first - lasts, firsts - last).clip(1)
    steps = np.searchsorted(_STEPS, gap, side="right")
    return np.where(before, steps, steps + len(_STEPS) + 1).astype(np.int64)


def cue_links(contents: list[Piece], cues: list[Piece], rows: Floats, weights: Weights) -> list[Link]:
    """For each content the cue that introduces it."""
    keys = rows[[cue.first for cue in cues], LAYOUT.cue_key] if cues else rows[:0, LAYOUT.cue_key]
    links = []
    for content in contents:
        query = rows[content.first, LAYOUT.piece_first] + rows[content.last, LAYOUT.piece_last]
        none = float(rows[content.first, LAYOUT.none][0])
        links.append(_best(query, keys, none, content, cues, weights.piece_distance))
    return links


def source_links(cues: list[Piece], sources: list[Piece], rows: Floats, weights: Weights) -> list[Link]:
    """For each cue the source that is its subject."""
    keys = rows[[source.first for source in sources], LAYOUT.source_key] if sources else rows[:0, LAYOUT.source_key]
    links = []
    for cue in cues:
        query = rows[cue.first, LAYOUT.cue_query]
        none = float(rows[cue.first, LAYOUT.none][1])
        links.append(_best(query, keys, none, cue, sources, weights.source_distance))
    return links


def _best(query: Floats, keys: Floats, none: float, piece: Piece, others: list[Piece], leaning: Floats) -> Link:
    """The likeliest of the spans within reach."""
    low = bisect_left(others, piece.first - FARTHEST, key=lambda other: other.first)
    high = bisect_left(others, piece.last + FARTHEST, key=lambda other: other.first)
    near = others[low:high]
    firsts = np.asarray([other.first for other in near], dtype=np.int64)
    lasts = np.asarray([other.last for other in near], dtype=np.int64)
    classes = distance_classes(firsts, lasts, piece.first, piece.last)
    scores = np.append(keys[low:high] @ query / np.sqrt(WIDTH) + leaning[classes], none).astype(np.float64)
    chances = np.exp(scores - scores.max())
    best = int(chances.argmax())
    return Link(low + best if best < len(near) else None, float(chances[best] / chances.sum()))
