"""How wrong is an answer?

Labels: the likelihood of the right path among all paths (a conditional random
field over each paragraph) and, smoothed, that of each word's label by itself;
pointers: the right candidate among those of the window; acts: the right one.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from analysis.quotes.tagger.labels import LAYOUT, WIDTH, allowed_starts, allowed_transitions
from batches import Batch, Pointers
from examples import IGNORED
from model import Tagger

_SMOOTHING = 0.05
_PATH, _WORD, _CONTENT, _SOURCE, _ACT = 1.0, 0.5, 0.3, 0.2, 0.1


class Losses(NamedTuple):
    """The parts of a loss and their weighted sum."""

    whole: Tensor
    path: Tensor
    word: Tensor
    content: Tensor
    source: Tensor
    act: Tensor


def losses_of(tagger: Tagger, rows: Tensor, batch: Batch) -> Losses:
    """All losses of a batch; ``rows`` are [windows, pieces, row]."""
    flat = rows.reshape(-1, rows.shape[-1])
    known = batch.words >= 0
    tags = flat[batch.words.clamp(min=0)][..., LAYOUT.tags]
    path = path_loss(tagger, tags, batch.labels, known)
    word = functional.cross_entropy(tags[known], batch.labels[known], label_smoothing=_SMOOTHING)
    content = _pointer_loss(_content_scores(tagger, rows, batch.contents), batch.contents)
    source = _pointer_loss(_source_scores(tagger, rows, batch.sources), batch.sources)
    act = _act_loss(rows, batch)
    whole = _PATH * path + _WORD * word + _CONTENT * content + _SOURCE * source + _ACT * act
    return Losses(whole, path, word, content, source, act)


def path_loss(tagger: Tagger, scores: Tensor, labels: Tensor, known: Tensor) -> Tensor:
    """−log of the right paths' chance, a word; [paragraph, word, label] in."""
    steps = tagger.transitions + torch.from_numpy(allowed_transitions())
    starts = tagger.starts + torch.from_numpy(allowed_starts())
    order = known.sum(1).argsort(descending=True, stable=True)
    scores, labels, known = scores[order], labels[order], known[order]
    right = (scores.gather(2, labels[..., None])[..., 0] * known).sum() + starts[labels[:, 0]].sum()
    right = right + (steps[labels[:, :-1], labels[:, 1:]] * known[:, 1:]).sum()
    counts = known.sum(0).tolist()
    sums, total = scores[:, 0] + starts, scores.new_zeros(())
    for word, count in enumerate(counts[1:], 1):
        total = total + torch.logsumexp(sums[count:], 1).sum()
        sums = torch.logsumexp(sums[:count, :, None] + steps, 1) + scores[:count, word]
    total = total + torch.logsumexp(sums, 1).sum()
    return (total - right) / known.sum()


def _content_scores(tagger: Tagger, rows: Tensor, pointers: Pointers) -> Tensor:
    """[content, cue or none]."""
    query = _at(rows, pointers.firsts)[:, LAYOUT.piece_first] + _at(rows, pointers.lasts)[:, LAYOUT.piece_last]
    keys = _at(rows, pointers.keys)[:, LAYOUT.cue_key]
    none = _at(rows, pointers.firsts)[:, LAYOUT.none][:, :1]
    return _scores(query, keys, none, tagger.piece_distance, pointers)


def _source_scores(tagger: Tagger, rows: Tensor, pointers: Pointers) -> Tensor:
    """[cue, source or none]."""
    query = _at(rows, pointers.firsts)[:, LAYOUT.cue_query]
    keys = _at(rows, pointers.keys)[:, LAYOUT.source_key]
    none = _at(rows, pointers.firsts)[:, LAYOUT.none][:, 1:]
    return _scores(query, keys, none, tagger.source_distance, pointers)


def _at(rows: Tensor, places: Tensor) -> Tensor:
    return rows[places[:, 0], places[:, 1]]


def _scores(query: Tensor, keys: Tensor, none: Tensor, leaning: Tensor, pointers: Pointers) -> Tensor:
    scores = query @ keys.T / math.sqrt(WIDTH) + leaning[pointers.distances]
    return torch.cat([scores.masked_fill(~pointers.allowed, -1e4), none], 1)


def _pointer_loss(scores: Tensor, pointers: Pointers) -> Tensor:
    if not len(scores):
        return scores.sum()
    return functional.cross_entropy(scores, pointers.targets)


def _act_loss(rows: Tensor, batch: Batch) -> Tensor:
    scores = _at(rows, batch.cues)[:, LAYOUT.act]
    if not (batch.acts != IGNORED).any():
        return scores.sum() * 0
    return functional.cross_entropy(scores, batch.acts, ignore_index=IGNORED, label_smoothing=_SMOOTHING)
