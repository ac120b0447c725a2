"""The tagger's network, for training.

A small BERT encoder that also sees letter case and quotation marks, with
three kinds of answers: a tag for each word (decoded by a conditional random
field over a stretch), links (which cue a content piece belongs to, which
source a cue has) and whether a cue makes a statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from analysis.quotes.tagger.decoding import BUCKETS, IMPOSSIBLE, TAGS, allowed_transitions
from analysis.quotes.tagger.encoding import CASES, STATES

HEADS = 12
LINK_WIDTH = 128
DROPOUT = 0.1


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """``states`` [window, piece, width]; ``mask`` [window, 1, 1, piece], True where a piece is."""
        windows, pieces, width = states.shape

        def split(values: Tensor) -> Tensor:
            return values.view(windows, pieces, HEADS, width // HEADS).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(states)),
            split(self.key(states)),
            split(self.value(states)),
            attn_mask=mask,
        )
        mixed = self.output(mixed.transpose(1, 2).reshape(windows, pieces, width))
        states = self.norm(states + self.dropout(mixed))
        changed = self.outer(functional.gelu(self.inner(states)))
        normed: Tensor = self.last_norm(states + self.dropout(changed))
        return normed


@dataclass(frozen=True, slots=True)
class Answers:
    """What the network says of each piece: [window, piece, …]."""

    emissions: Tensor
    acts: Tensor
    content_first: Tensor
    content_last: Tensor
    cue_key: Tensor
    cue_first: Tensor
    source_key: Tensor


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, vocabulary: int, width: int, inner: int, layers: int, positions: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.cases = nn.Embedding(CASES, width)
        self.marks = nn.Embedding(STATES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner) for _ in range(layers))
        self.tags = nn.Linear(width, len(TAGS))
        self.acts = nn.Linear(width, 1)
        self.links = nn.Linear(width, 5 * LINK_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.distances = nn.Parameter(torch.zeros(2, BUCKETS + 1))
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.marks.weight)
        self.words.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, cases: Tensor, marks: Tensor, mask: Tensor) -> Answers:
        """All four [window, piece]; ``mask`` is True where a piece is."""
        states = self.dropout(self.encoded(pieces, cases, marks, mask))
        return Answers(self.tags(states), self.acts(states)[..., 0], *self.links(states).chunk(5, dim=-1))

    def encoded(self, pieces: Tensor, cases: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """The states of the last layer."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(at) + self.cases(cases) + self.marks(marks)
        states = self.dropout(self.norm(states))
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        return states

    def fixed_transitions(self) -> Tensor:
        """The transitions with the impossible ones far below all others."""
        allowed = torch.from_numpy(allowed_transitions())
        return torch.where(allowed, self.transitions, torch.tensor(IMPOSSIBLE))


def layers_of(weights: Mapping[str, Tensor], layers: int, attention: Mapping[str, str]) -> dict[str, Tensor]:
    """The weights of all layers under our names; encoders differ in what they call the parts of attention."""
    rest = {"inner": "intermediate.dense", "outer": "output.dense", "last_norm": "output.LayerNorm"}
    return {
        f"layers.{number}.{ours}.{part}": weights[f"encoder.layer.{number}.{theirs}.{part}"]
        for number in range(layers)
        for ours, theirs in {**attention, **rest}.items()
        for part in ("weight", "bias")
    }


def pretrained(folder: Path) -> Network:
    """The encoder with the weights of a sentence encoder of BERT's make; the heads are new."""
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    positions = weights["embeddings.position_embeddings.weight"]
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    network = Network(len(words), words.shape[1], inner, layers, len(positions))
    taken = {
        "words.weight": words,
        # The only kind of text there is; its embedding joins that of the positions.
        "positions.weight": positions + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
    }
    network.load_state_dict(taken | layers_of(weights, layers, names), strict=False)
    return network


def field_loss(emissions: Tensor, tags: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood of the gold tags under a linear-chain field, summed over stretches.

    ``emissions`` [stretch, word, tag], ``tags`` [stretch, word], ``lengths`` [stretch], longest first.
    """
    stretches, words, _ = emissions.shape
    here = torch.arange(words) < lengths[:, None]
    gold = emissions.gather(2, tags[..., None])[..., 0]
    moves = transitions[tags[:, :-1], tags[:, 1:]]
    score = (gold * here).sum() + (moves * here[:, 1:]).sum() + transitions[0, tags[:, 0]].sum()
    alpha = emissions[:, 0] + transitions[0]
    total = emissions.new_zeros(())
    running = stretches
    for word in range(1, words):
        still = int((lengths > word).sum())
        if still < running:
            total = total + torch.logsumexp(alpha[still:], 1).sum()
            alpha, running = alpha[:still], still
        alpha = torch.logsumexp(alpha[:, :, None] + transitions, 1) + emissions[:still, word]
    total = total + torch.logsumexp(alpha, 1).sum()
    return total - score
