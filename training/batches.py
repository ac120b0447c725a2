"""In which batches are the examples shown?

Each epoch cuts the articles anew, at paragraph breaks and with other lengths,
so that no place is always at a window's rim. Windows of like length stand
together; a batch has about the same number of word pieces. Everything
depends on seed and epoch alone, so that a stopped run can go on.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch

from analysis.quotes.tagger.labels import ROLES, inside
from analysis.quotes.tagger.linking import distance_classes
from analysis.quotes.tagger.network import inputs_of
from analysis.quotes.tagger.windows import Window, windows_of
from analysis.quotes.tagger.words import LOWER, TITLE, UPPER, vocabulary
from examples import Example, Span

SHORTEST, LONGEST = 224, 384
_CAPITALS, _SMALL, _STRAIGHT = 0.03, 0.02, 0.15
_INSIDE = frozenset(inside(role) for role in ROLES)
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}


@dataclass(frozen=True)
class Pointers:
    """Spans of a batch that point, and where to.

    Positions are (window, word piece). ``groups`` says which candidates stand
    in the pointer's own window; ``targets`` is a candidate's number or the
    number of candidates for none.
    """

    firsts: torch.Tensor
    lasts: torch.Tensor
    keys: torch.Tensor
    allowed: torch.Tensor
    distances: torch.Tensor
    targets: torch.Tensor


@dataclass(frozen=True)
class Batch:
    """What one step learns from. ``words`` are positions [paragraph, word] in the flattened batch, −1 beyond."""

    pieces: torch.Tensor
    cases: torch.Tensor
    states: torch.Tensor
    lengths: torch.Tensor
    words: torch.Tensor
    labels: torch.Tensor
    contents: Pointers
    sources: Pointers
    cues: torch.Tensor
    acts: torch.Tensor


@dataclass(frozen=True)
class Cut:
    """A window of an example."""

    example: Example
    window: Window

    @property
    def length(self) -> int:
        return self.window.last - self.window.first + 2


def batches_of(examples: list[Example], seed: int, epoch: int, size: int) -> list[list[Cut]]:
    """The windows of one epoch, in batches of about ``size`` word pieces with padding."""
    chance = random.Random(f"{seed} {epoch}")
    cuts = [
        Cut(example, window)
        for example in examples
        for window in windows_of(example.stream, chance.randint(SHORTEST, LONGEST), 0)
    ]
    chance.shuffle(cuts)
    cuts.sort(key=lambda cut: cut.length // 16, reverse=True)
    batches: list[list[Cut]] = []
    for cut in cuts:
        if batches and (len(batches[-1]) + 1) * batches[-1][0].length <= size:
            batches[-1].append(cut)
        else:
            batches.append([cut])
    chance.shuffle(batches)
    return batches


def batch_of(cuts: list[Cut], chance: random.Random | None) -> Batch:
    """The tensors of a batch; ``chance`` varies case and quotation marks, None leaves them."""
    width = max(cut.length for cut in cuts)
    pieces, cases, states = (np.zeros((len(cuts), width), dtype=np.int64) for _ in range(3))
    words, labels = [], []
    for row, cut in enumerate(cuts):
        given = inputs_of(cut.example.stream, cut.window)
        if chance is not None:
            _vary(given, chance)
        pieces[row, : cut.length] = given["pieces"][0]
        cases[row, : cut.length] = given["cases"][0]
        states[row, : cut.length] = given["states"][0]
        _add_words(cut, row * width, words, labels)
    contents, sources, cues, acts = _pointers(cuts)
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(cases),
        torch.from_numpy(states),
        torch.tensor([cut.length for cut in cuts]),
        _padded(words, -1),
        _padded(labels, 0),
        contents,
        sources,
        torch.tensor(cues, dtype=torch.int64).reshape(-1, 2),
        torch.tensor(acts, dtype=torch.int64),
    )


def _vary(given: dict[str, np.ndarray], chance: random.Random) -> None:
    """Sometimes all capitals, all small letters, or straight quotation marks."""
    roll = chance.random()
    cases = given["cases"]
    letters = (cases == LOWER) | (cases == TITLE) | (cases == UPPER)
    if roll < _CAPITALS:
        cases[letters] = UPPER
    elif roll < _CAPITALS + _SMALL:
        cases[letters] = LOWER
    elif roll < _CAPITALS + _SMALL + _STRAIGHT:
        for curly, straight in _CURLY.items():
            given["pieces"][given["pieces"] == vocabulary()[curly]] = vocabulary()[straight]


def _add_words(cut: Cut, base: int, words: list[np.ndarray], labels: list[np.ndarray]) -> None:
    part = slice(cut.window.first_word, cut.window.last_word)
    stream = cut.example.stream
    bounds = np.flatnonzero(np.diff(stream.paragraphs[part])) + 1
    marked = cut.example.labels[part].copy()
    # A window that begins within a long paragraph may begin within a span.
    marked[0] -= marked[0] in _INSIDE
    words.extend(np.split(stream.tokens[part] - cut.window.first + 1 + base, bounds))
    labels.extend(np.split(marked, bounds))


def _padded(parts: list[np.ndarray], beyond: int) -> torch.Tensor:
    whole = np.full((len(parts), max(map(len, parts))), beyond, dtype=np.int64)
    for row, part in enumerate(parts):
        whole[row, : len(part)] = part
    return torch.from_numpy(whole)


def _pointers(cuts: list[Cut]) -> tuple[Pointers, Pointers, list[tuple[int, int]], list[int]]:
    """All pointers of a batch; what lies outside the pointer's window is none."""
    contents, sources = _Pointing(), _Pointing()
    cue_places: list[tuple[int, int]] = []
    acts: list[int] = []
    for row, cut in enumerate(cuts):
        example = cut.example
        inside = [n for n, cue in enumerate(example.cues) if _holds(cut, cue)]
        found = [span for n in inside if (span := example.sources[n]) is not None and _holds(cut, span)]
        here = list(dict.fromkeys(found))
        keys = contents.offer(cut, row, [example.cues[n] for n in inside])
        for span, cue in example.contents:
            if _holds(cut, span):
                contents.point(cut, row, span, keys, inside.index(cue) if cue in inside else None)
        keys = sources.offer(cut, row, here)
        for n in inside:
            source = example.sources[n]
            sources.point(cut, row, example.cues[n], keys, here.index(source) if source in here else None)
            cue_places.append((row, _place(cut, example.cues[n].first)))
            acts.append(example.acts[n])
    return contents.done(), sources.done(), cue_places, acts


def _holds(cut: Cut, span: Span) -> bool:
    return cut.window.first_word <= span.first and span.last < cut.window.last_word


def _place(cut: Cut, word: int) -> int:
    return int(cut.example.stream.tokens[word]) - cut.window.first + 1


class _Pointing:
    def __init__(self) -> None:
        self._keys: list[tuple[int, int]] = []
        self._spans: list[Span] = []
        self._rows: list[tuple[int, int, int, int, int, int | None, Span]] = []

    def offer(self, cut: Cut, row: int, spans: list[Span]) -> range:
        """Candidates of one window."""
        start = len(self._keys)
        self._keys.extend((row, _place(cut, span.first)) for span in spans)
        self._spans.extend(spans)
        return range(start, len(self._keys))

    def point(self, cut: Cut, row: int, span: Span, keys: range, target: int | None) -> None:
        first, last = _place(cut, span.first), _place(cut, span.last)
        aim = None if target is None else keys[target]
        self._rows.append((row, first, last, keys.start, keys.stop, aim, span))

    def done(self) -> Pointers:
        size = len(self._keys)
        allowed = np.zeros((len(self._rows), size), dtype=bool)
        distances = np.zeros((len(self._rows), size), dtype=np.int64)
        for n, (_, _, _, start, stop, _, span) in enumerate(self._rows):
            allowed[n, start:stop] = True
            near = self._spans[start:stop]
            firsts = np.asarray([other.first for other in near], dtype=np.int64)
            lasts = np.asarray([other.last for other in near], dtype=np.int64)
            distances[n, start:stop] = distance_classes(firsts, lasts, span.first, span.last)
        places = torch.tensor([row[:3] for row in self._rows], dtype=torch.int64).reshape(-1, 3)
        return Pointers(
            places[:, [0, 1]],
            places[:, [0, 2]],
            torch.tensor(self._keys, dtype=torch.int64).reshape(-1, 2),
            torch.from_numpy(allowed),
            torch.from_numpy(distances),
            torch.tensor([size if row[5] is None else row[5] for row in self._rows], dtype=torch.int64),
        )


