"""Turn a trained checkpoint into the files that ship.

    python training/export_tagger.py FOLDER/tagger.pt --train TRAIN.jsonl --version 1.0.0

Writes ``model.onnx`` (8-bit weights), ``tokenizer.json`` and ``model.json``
(version, hashes, the field's transitions, what distances count).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from analysis.text import parse
from graph import build
from labels import read_articles
from network import HEADS, Network
from predict import engine_of, loaded
from train_tagger import starting_weights, tokenizer_of

SHIPPED = Path(__file__).parent.parent / "src/analysis/quotes/tagger"


def main() -> None:
    """Read the command line and write the three files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--train", type=Path, required=True, help="marked articles to see usual inputs on")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--whole", action="store_true", help="keep 32-bit weights, to compare with")
    options = parser.parse_args()
    network = loaded(options.checkpoint)
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    largest = None if options.whole else largest_inputs(network, options.train)
    model = build(weights, largest, heads=HEADS).SerializeToString()
    tokens = tokenizer_of(starting_weights()).to_str(pretty=False).encode("utf-8")
    options.out.mkdir(parents=True, exist_ok=True)
    files = {"model.onnx": model, "tokenizer.json": tokens}
    for name, content in files.items():
        (options.out / name).write_bytes(content)
    facts = {
        "version": options.version,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "transitions": np.round(network.fixed_transitions().detach().numpy(), 4).tolist(),
        "distances": np.round(weights["distances"], 4).tolist(),
    }
    (options.out / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(f"model.onnx {len(model) / 1e6:.1f} MB")


def largest_inputs(network: Network, path: Path) -> dict[str, npt.NDArray[np.float32]]:
    """The largest input of each channel of each linear layer, over every 60th article."""
    largest: dict[str, torch.Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[torch.Tensor, ...], object], None]:
        def see(module: nn.Module, inputs: tuple[torch.Tensor, ...], output: object) -> None:
            seen = inputs[0].abs().flatten(0, 1).amax(0)
            largest[name] = torch.maximum(largest[name], seen) if name in largest else seen

        return see

    for name, module in network.named_modules():
        if isinstance(module, nn.Linear):
            module.register_forward_hook(watch(name))
    engine = engine_of(network)
    for article in read_articles(path)[::60]:
        engine.find(parse(article["text"]))
    return {name: values.numpy() for name, values in largest.items()}


if __name__ == "__main__":
    main()
