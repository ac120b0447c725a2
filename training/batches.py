"""Windows of marked articles, padded and put together for training."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from analysis.quotes.tagger.encoding import SPECIAL, TITLE, UPPER, Encoded, Stretch
from labels import Labels, Link

SEED = 20
SIZES = (192, 256, 320, 384, 448)
PIECES_PER_BATCH = 4096
SHOUTED = 0.04
"""The part of windows shown in capitals, so that shouting is not new to the network."""


@dataclass(frozen=True, slots=True)
class Example:
    """A marked article."""

    encoded: Encoded
    labels: Labels


@dataclass(frozen=True, slots=True)
class Window:
    """A run of stretches of one example, half-open."""

    example: int
    first: int
    end: int
    pieces: int


def batches(
    examples: Sequence[Example], epoch: int, seed: int, room: int = PIECES_PER_BATCH
) -> list[list[Window]]:
    """The windows of one epoch, of like length together, in random order."""
    chance = random.Random(seed + epoch)
    windows = [w for number, e in enumerate(examples) for w in _windows(number, e, chance)]
    windows.sort(key=lambda w: (w.pieces, chance.random()))
    found: list[list[Window]] = []
    for window in windows:
        if not found or (len(found[-1]) + 1) * window.pieces > room:
            found.append([])
        found[-1].append(window)
    chance.shuffle(found)
    return found


def _windows(number: int, example: Example, chance: random.Random) -> Iterator[Window]:
    stretches = example.encoded.stretches
    size = chance.choice(SIZES)
    room = chance.randint(size // 3, size)
    first, used = 0, 0
    for at, stretch in enumerate(stretches):
        pieces = stretch.end_piece - stretch.first_piece + 1
        if used and used + pieces > room:
            yield Window(number, first, at, used + 2)
            first, used, room = at, 0, size
        used += pieces
    if used:
        yield Window(number, first, len(stretches), used + 2)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the network sees: [window, piece] each."""

    pieces: Tensor
    cases: Tensor
    marks: Tensor
    mask: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows and what they should be answered with.

    ``words`` [stretch, word] holds the flat position of each word's first
    piece. A link is (query's first word, its last, stretch, target), where
    target 0 is nothing and a word's target is its place in the stretch + 1;
    ``nothing`` [stretch] is the flat position of the window's first piece.
    """

    shown: Shown
    words: Tensor
    tags: Tensor
    lengths: Tensor
    nothing: Tensor
    content_links: Tensor
    cue_links: Tensor
    acts: Tensor
    act_targets: Tensor


def batch_of(
    examples: Sequence[Example], windows: Sequence[Window], special: tuple[int, int], chance: random.Random
) -> Batch:
    """Build one batch; stretches are ordered longest first."""
    shown = _shown(examples, windows, special, chance)
    longest = shown.pieces.shape[1]
    rows = [(row, w.example, at) for row, w in enumerate(windows) for at in range(w.first, w.end)]
    rows.sort(key=lambda r: -_length(examples, r))
    words = np.zeros((len(rows), _length(examples, rows[0])), np.int64)
    tags = np.zeros_like(words)
    content_links: list[tuple[int, ...]] = []
    cue_links: list[tuple[int, ...]] = []
    acts: list[tuple[int, float]] = []
    for at, (row, number, stretch_number) in enumerate(rows):
        encoded, labels = examples[number].encoded, examples[number].labels
        stretch = encoded.stretches[stretch_number]
        first, end = stretch.first_word, stretch.end_word
        begin = encoded.stretches[windows[row].first].first_piece
        words[at, : end - first] = encoded.first_pieces[first:end] + (row * longest + 1 - begin)
        tags[at, : end - first] = labels.tags[first:end]
        content_links.extend(_links(labels.contents, stretch, at))
        cue_links.extend(_links(labels.cues, stretch, at))
        acts.extend(
            (words[at, word - first], how) for word, how in labels.acts.items() if first <= word < end
        )
    return Batch(
        shown,
        torch.from_numpy(words),
        torch.from_numpy(tags),
        torch.tensor([_length(examples, row) for row in rows]),
        torch.tensor([row * longest for row, _, _ in rows]),
        torch.tensor(content_links, dtype=torch.int64).reshape(-1, 4),
        torch.tensor(cue_links, dtype=torch.int64).reshape(-1, 4),
        torch.tensor([place for place, _ in acts], dtype=torch.int64),
        torch.tensor([how for _, how in acts], dtype=torch.float32),
    )


def _shown(
    examples: Sequence[Example], windows: Sequence[Window], special: tuple[int, int], chance: random.Random
) -> Shown:
    shape = (len(windows), max(w.pieces for w in windows))
    pieces, marks = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    cases, mask = np.full(shape, SPECIAL), np.zeros(shape, bool)
    for row, window in enumerate(windows):
        encoded = examples[window.example].encoded
        seen = slice(encoded.stretches[window.first].first_piece, encoded.stretches[window.end - 1].end_piece)
        end = 1 + seen.stop - seen.start
        pieces[row, 0], pieces[row, 1:end], pieces[row, end] = special[0], encoded.pieces[seen], special[1]
        case = encoded.cases[seen]
        cases[row, 1:end] = np.where(case <= TITLE, UPPER, case) if chance.random() < SHOUTED else case
        marks[row, 1:end] = encoded.states[seen]
        mask[row, : end + 1] = True
    return Shown(*(torch.from_numpy(values) for values in (pieces, cases, marks, mask)))


def _links(links: Sequence[Link], stretch: Stretch, at: int) -> Iterator[tuple[int, ...]]:
    first = stretch.first_word
    for link in links:
        if first <= link.first < stretch.end_word:
            yield link.first - first, link.last - first, at, link.to - first + 1 if link.to >= 0 else 0


def _length(examples: Sequence[Example], row: tuple[int, int, int]) -> int:
    stretch = examples[row[1]].encoded.stretches[row[2]]
    return stretch.end_word - stretch.first_word
