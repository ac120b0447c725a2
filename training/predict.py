"""What does a trained checkpoint find? Prints predictions as `newsvoices evaluate --predictions` reads them.

python training/predict.py FOLDER/tagger.pt ARTICLES.jsonl > PREDICTED.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

from analysis.quotes.tagger.decoding import Floats
from analysis.quotes.tagger.engine import TaggerEngine
from analysis.quotes.tagger.network import Feed
from analysis.text import parse
from labels import read_articles
from network import Network, pretrained
from teacher import pretrained_teacher
from train_tagger import starting_weights


def main() -> None:
    """Read the command line and print one line an article."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--teacher", type=Path, help="a teacher that began with this folder")
    options = parser.parse_args()
    torch.set_num_threads(1)
    engine = engine_of(loaded(options.checkpoint, options.teacher))
    for article in read_articles(options.articles):
        quotes = [
            {
                "content": [[s.start, s.end] for s in a.content],
                "source": [[s.start, s.end] for s in a.source],
                "cue": [[s.start, s.end] for s in a.cue],
                "act": a.act,
            }
            for a in engine.find(parse(article["text"]))
        ]
        sys.stdout.write(json.dumps({"id": article["id"], "quotes": quotes}) + "\n")


def loaded(checkpoint: Path, teacher: Path | None = None) -> Network:
    """A trained network, ready to answer."""
    network = pretrained_teacher(teacher) if teacher else pretrained(starting_weights())
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    return network.eval()


def engine_of(network: Network) -> TaggerEngine:
    """The engine with a network as it was trained, unquantized."""

    @torch.no_grad()
    def run(feed: Feed) -> tuple[Floats, Floats]:
        pieces, cases, marks = (torch.from_numpy(feed[name]).long() for name in ("pieces", "cases", "marks"))
        answers = network(pieces, cases, marks, torch.ones_like(pieces, dtype=torch.bool))
        links = (
            answers.content_first,
            answers.content_last,
            answers.cue_key,
            answers.cue_first,
            answers.source_key,
        )
        scores = torch.cat([answers.emissions, answers.acts[..., None]], -1)
        return scores.numpy(), torch.cat(links, -1).numpy()

    transitions = network.fixed_transitions().detach().numpy().astype(np.float32)
    return TaggerEngine(run, (transitions, network.distances.detach().numpy()))


if __name__ == "__main__":
    main()
