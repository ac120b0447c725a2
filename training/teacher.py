"""The teacher's network: the tagger's heads on the encoder of all-mpnet-base-v2.

It is too large to ship. It reads the same batches as the small network, since
its table of words is put in the small network's order, so its answers can be
compared piece by piece. Its lowest layers stay as they are; letter case and
quotation marks join above them, so that no gradient need go down there.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from network import HEADS, Network, layers_of

FROZEN = 4
"""How many of the lowest layers are not trained."""
DISTANCES, FARTHEST = 32, 128
"""MPNet's kinds of distances between two pieces, half of them backward; all beyond the farthest are one."""
EPSILON = 1e-5
SHIFT = 4
"""MPNet's vocabulary is BERT's behind four pieces of its own."""
OWN_PIECES = {"[PAD]": (0, 1), "[CLS]": (101, 0), "[SEP]": (102, 2)}
"""What MPNet has pieces of its own for: BERT's number and MPNet's."""


class Teacher(Network):
    """MPNet: BERT with a bias on attention by distance, shared by all layers."""

    def __init__(self, vocabulary: int, width: int, inner: int, layers: int, positions: int) -> None:
        super().__init__(vocabulary, width, inner, layers, positions)
        self.bias = nn.Embedding(DISTANCES, HEADS)
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = EPSILON
        for part in (self.bias, self.positions, self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(False)

    def encoded(self, pieces: Tensor, cases: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """The states of the last layer."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        bias = self.bias(distances_of(at[None, :] - at[:, None])).permute(2, 0, 1)
        attention = bias.masked_fill(~mask[:, None, None, :], -torch.inf)
        states: Tensor = self.dropout(self.norm(self.words(pieces) + self.positions(at)))
        for number, layer in enumerate(self.layers):
            if number == FROZEN:
                states = states + self.cases(cases) + self.marks(marks)
            states = layer(states, attention)
        return states


def distances_of(away: Tensor) -> Tensor:
    """The kind of each distance: exact when near, ever coarser farther away."""
    half = DISTANCES // 2
    exact = half // 2
    size = away.abs()
    growth = (size.clamp(min=1) / exact).log() / math.log(FARTHEST / exact)
    coarse = (exact + (growth * (half - exact)).long()).clamp(max=half - 1)
    return (away > 0).long() * half + torch.where(size < exact, size, coarse)


def pretrained_teacher(folder: Path) -> Teacher:
    """The encoder with the weights of all-mpnet-base-v2; the heads are new."""
    weights = load_file(folder / "model.safetensors")
    words = weights["embeddings.word_embeddings.weight"]
    ordered = words[SHIFT:-1].clone()
    for number, own in OWN_PIECES.values():
        ordered[number] = words[own]
    # Positions begin behind the number of the padding piece.
    positions = weights["embeddings.position_embeddings.weight"][2:]
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    taken = {
        "words.weight": ordered,
        "positions.weight": positions,
        "bias.weight": weights["encoder.relative_attention_bias.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.attn.q",
        "key": "attention.attn.k",
        "value": "attention.attn.v",
        "output": "attention.attn.o",
        "norm": "attention.LayerNorm",
    }
    network = Teacher(len(ordered), words.shape[1], inner, layers, len(positions))
    network.load_state_dict(taken | layers_of(weights, layers, names), strict=False)
    return network
