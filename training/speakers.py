"""Fit the weights that speaker resolution chooses candidates with.

    python training/speakers.py ARTICLES.jsonl SPEAKERS.json [--out WEIGHTS.json]

ARTICLES.jsonl holds one article a line (``id, title, text, attributions: [{id,
source, cue, content}]``), SPEAKERS.json for some of them ``article id →
attribution id → {speaker, kind, statement}``. Prints the share of statements
with the right speaker in a cross-validation by article, then writes the weights
fitted on everything, calibrated by the choices of the cross-validation. Nothing
is drawn at random: the same files give the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.model import Attribution, Span
from analysis.speakers.choosing import Choice, Weights
from analysis.speakers.resolving import Resolution, resolve
from analysis.text import Document, parse

ROUTES = ("name", "personal", "plural", "relative", "empty", "description")
FOLDS, ROUNDS, STEPS = 5, 2, 300
PENALTY = {"description": 3.0}
WHERE = Path(__file__).parents[1] / "src" / "analysis" / "speakers" / "weights.json"
TITLES = re.compile(
    r"\b(mr|mrs|ms|miss|dr|sir|sen|rep|gov|gen|president|senator|governor|secretary|vice|former|"
    r"representative|congressman|congresswoman|judge|justice|mayor|rev|the|a|an)\b\.?",
    re.IGNORECASE,
)
PRONOUNS = frozenset(
    ["he", "she", "they", "it", "him", "her", "them", "i", "we", "his", "their", "who", "you"]
)


@dataclass
class Marked:
    """A marked article, ready to resolve."""

    document: Document
    title: str
    attributions: list[Attribution]
    gold: list[dict[str, object] | None]
    sources: list[str]


@dataclass
class Example:
    """One choice with the candidates that are right."""

    article: int
    route: str
    features: list[dict[str, float]]
    right: list[int]
    taken: int
    probability: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("speakers", type=Path)
    parser.add_argument("--out", type=Path, default=WHERE)
    args = parser.parse_args()
    articles = load(args.articles, args.speakers)
    everything = list(range(len(articles)))
    weights = {route: Weights({}, ()) for route in ROUTES}
    for _ in range(ROUNDS):
        weights = fit([e for i in everything for e in examples(i, articles[i], weights)])
    held_out: list[Example] = []
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        inside = [i for i in everything if i % FOLDS != fold]
        fitted = fit([e for i in inside for e in examples(i, articles[i], weights)])
        for i in everything:
            if i % FOLDS == fold:
                held_out += examples(i, articles[i], fitted)
                tally(articles[i], run(articles[i], fitted), right)
    report(right)
    calibration = {route: calibrated([e for e in held_out if e.route == route]) for route in ROUTES}
    write(args.out, weights, calibration)


def load(articles: Path, speakers: Path) -> list[Marked]:
    """The marked articles, in the order of the file."""
    marks = json.loads(speakers.read_text("utf-8"))
    loaded = []
    for line in articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] not in marks:
            continue
        rows = sorted((a for a in row["attributions"] if a["content"]), key=lambda a: min(a["content"]))
        attributions = [_attribution(a, marks[row["id"]].get(a["id"])) for a in rows]
        sources = [" ".join(row["text"][s:e] for s, e in a["source"]).lower() for a in rows]
        gold = [marks[row["id"]].get(a["id"]) for a in rows]
        loaded.append(Marked(parse(row["text"], row["title"]), row["title"], attributions, gold, sources))
    return loaded


def _attribution(row: dict[str, list[list[int]]], mark: dict[str, object] | None) -> Attribution:
    act = "thought" if mark is not None and not mark["statement"] else "statement"
    content: list[Span] = []
    for start, end in sorted(row["content"]):
        if end > start and (not content or start >= content[-1].end):
            content.append(Span(start, end))
    source, cue = (tuple(Span(s, e) for s, e in sorted(row[k]) if e > s) for k in ("source", "cue"))
    return Attribution(tuple(content), source, cue, act, 1.0)  # type: ignore[arg-type]


def run(article: Marked, weights: dict[str, Weights], watch: list[Choice] | None = None) -> Resolution:
    """Resolve one article."""
    return resolve(
        article.document,
        article.attributions,
        title=article.title,
        weights=weights,
        watch=None if watch is None else watch.append,
    )


def examples(number: int, article: Marked, weights: dict[str, Weights]) -> list[Example]:
    """The choices in an article whose right answer is known and possible."""
    choices: list[Choice] = []
    run(article, weights, choices)
    found = []
    for choice in choices:
        mark = article.gold[choice.number]
        if mark is None:
            continue
        gold, kind = mark["speaker"], str(mark["kind"])
        wanted = [*str(gold).split(" & "), str(gold)] if gold else []
        right = [
            i
            for i, name in enumerate(choice.names)
            if (name is not None and any(same(one, name, kind) for one in wanted))
            or (name is None and not gold)
        ]
        if not right:
            if choice.route == "description":
                continue
            right = [i for i, name in enumerate(choice.names) if name is None]
        features = [features for _, features in choice.candidates]
        found.append(Example(number, choice.route, features, right, choice.taken, choice.probability))
    return found


def same(gold: str, predicted: str, kind: str) -> bool:
    """Whether two names are one speaker's: a person's surname without a clash, else half of the words."""
    ours, theirs = _words(gold), _words(predicted)
    if not ours or not theirs:
        return gold.strip().lower() == predicted.strip().lower()
    if kind == "person":
        return ours[-1] in theirs and (set(ours) <= set(theirs) or set(theirs) <= set(ours))
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs)) >= 0.5


def _words(name: str) -> list[str]:
    plain = TITLES.sub(" ", name.replace("’s", "").replace("'s", "")).lower()
    return re.findall(r"[\w'’&-]+", plain)


def fit(found: list[Example]) -> dict[str, Weights]:
    """The likeliest weights of each route, drawn toward 0."""
    return {route: _fit_route([e for e in found if e.route == route], route) for route in ROUTES}


def _fit_route(found: list[Example], route: str) -> Weights:
    names = sorted({name for e in found for features in e.features for name in features})
    index = {name: i for i, name in enumerate(names)}
    sizes = [len(e.features) for e in found]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int) if found else np.zeros(0, int)
    table = np.zeros((sum(sizes), len(names)))
    is_right = np.zeros(sum(sizes), bool)
    row = 0
    for example in found:
        is_right[[row + i for i in example.right]] = True
        for features in example.features:
            for name, value in features.items():
                table[row, index[name]] = value
            row += 1
    weights = np.zeros(len(names))
    momentum, speed = np.zeros_like(weights), np.zeros_like(weights)
    penalty = PENALTY.get(route, 1.0)
    for step in range(1, STEPS + 1):
        if not found:
            break
        shares = _softmax(table @ weights, starts, sizes)
        among_right = np.where(is_right, shares, 0.0)
        among_right /= np.repeat(np.add.reduceat(among_right, starts), sizes)
        gradient = table.T @ (shares - among_right) + penalty * weights
        momentum = 0.9 * momentum + 0.1 * gradient
        speed = 0.99 * speed + 0.01 * gradient**2
        rate = 0.1 * (1 - step / (STEPS + 1))
        weights -= rate * (momentum / (1 - 0.9**step)) / (np.sqrt(speed / (1 - 0.99**step)) + 1e-8)
    return Weights({name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}, ())


def _softmax(scores: np.ndarray, starts: np.ndarray, sizes: list[int]) -> np.ndarray:
    scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    result: np.ndarray = scores / np.repeat(np.add.reduceat(scores, starts), sizes)
    return result


def tally(article: Marked, resolution: Resolution, right: dict[str, list[bool]]) -> None:
    """Note for every marked statement whether its speaker is right."""
    for mark, source, credit in zip(article.gold, article.sources, resolution.credits, strict=True):
        if mark is None or not mark["statement"]:
            continue
        gold, kind = mark["speaker"], str(mark["kind"])
        ok = (
            same(str(gold), credit.speaker, kind)
            if gold and credit.speaker
            else not gold and not credit.speaker
        )
        right["statements"].append(ok)
        right[f"kind {kind}"].append(ok)
        right["kinds right"].append((credit.kind or "none") == kind)
        if source in PRONOUNS:
            right["pronouns"].append(ok)
        sort = "left out" if not source else "pronoun" if source in PRONOUNS else "other"
        right[f"source {sort}"].append(ok)


def report(right: dict[str, list[bool]]) -> None:
    """Print the shares of the cross-validation."""
    for name in sorted(right):
        print(f"{name:24}{100 * sum(right[name]) / len(right[name]):6.1f} % of {len(right[name])}")


def calibrated(found: list[Example]) -> list[tuple[float, float]]:
    """How often a choice of some probability was right: isotonic, in a few points."""
    pairs = sorted((e.probability, float(e.taken in e.right)) for e in found)
    blocks: list[list[float]] = []
    for probability, ok in pairs:
        blocks.append([ok, 1.0, probability, probability])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            ok_sum, count, _, high = blocks.pop()
            blocks[-1] = [blocks[-1][0] + ok_sum, blocks[-1][1] + count, blocks[-1][2], high]
    least = max(10, len(pairs) // 25)
    merged: list[list[float]] = []
    for block in blocks:
        if merged and (merged[-1][1] < least or block[1] < least):
            last = merged[-1]
            merged[-1] = [last[0] + block[0], last[1] + block[1], last[2], block[3]]
        else:
            merged.append(block)
    return [
        (round((low + high) / 2, 3), round((ok + 0.5) / (count + 1), 3)) for ok, count, low, high in merged
    ]


def write(
    where: Path, weights: dict[str, Weights], calibration: dict[str, list[tuple[float, float]]]
) -> None:
    """Write the weights as package data."""
    routes = {
        route: {"weights": weights[route].features, "calibration": calibration[route]} for route in ROUTES
    }
    where.write_text(json.dumps({"routes": routes}, indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"written: {where}")


if __name__ == "__main__":
    main()
