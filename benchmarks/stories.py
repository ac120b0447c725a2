"""How long does it take to find the near-copies among many articles, and are they found?

Made-up articles of 250 to 700 words; three in ten have one to three copies:
trimmed to a third or more, with one word in forty changed, or with 25 words
put before and after.

    python benchmarks/stories.py --articles 10000
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path

from analysis.model import Analysis, Article
from analysis.store import open_corpus, write
from analysis.store.stories.finding import stories_of
from analysis.store.table import load, version_of

WORDS = [f"word{number}" for number in range(8_000)]
FALLING = list(accumulate(1 / (number + 3) for number in range(8_000)))


def draw(source: random.Random, count: int) -> list[str]:
    return source.choices(WORDS, cum_weights=FALLING, k=count)


def copied(source: random.Random, words: list[str]) -> list[str]:
    how = source.choice(["trim", "edit", "wrap"])
    if how == "trim":
        return words[: int(len(words) * source.uniform(0.34, 0.95))]
    if how == "wrap":
        return [*draw(source, 25), *words, *draw(source, 25)]
    return [draw(source, 1)[0] if source.random() < 1 / 40 else word for word in words]


def articles(count: int) -> list[tuple[int, Analysis]]:
    source, made = random.Random(1), list[tuple[int, Analysis]]()
    for family in range(count):
        words, day = (
            draw(source, source.randint(250, 700)),
            date(2026, 1, 1) + timedelta(source.randrange(300)),
        )
        copies = source.randint(1, 3) if source.random() < 0.3 else 0
        for text in [words, *(copied(source, words) for _ in range(copies))]:
            article = Article(" ".join(text), published=day, article_id=f"{len(made):08}")
            made.append((family, Analysis(article, "rules 0", len(text), (), (), (), (), None, None)))
        if len(made) >= count:
            break
    return made[:count]


def pairs(labels: Sequence[Hashable]) -> set[tuple[int, int]]:
    groups = defaultdict(list)
    for place, label in enumerate(labels):
        groups[label].append(place)
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    made = articles(parser.parse_args().articles)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        start = time.perf_counter()
        write(folder, [analysis for _, analysis in made])
        print(f"written, stories found   {time.perf_counter() - start:6.1f} s   ({len(made):,} articles)")
        for file in [*folder.glob("stories/*"), *folder.glob("signatures/*.parquet")]:
            file.unlink()
        for file in sorted(folder.glob("signatures/**/*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        start = time.perf_counter()
        open_corpus(folder).articles()
        print(f"stories found alone      {time.perf_counter() - start:6.1f} s")
        table = load(folder)
        found = stories_of(folder, table, version_of(table)).set_index("article_id")["story_id"]
    true = pairs([family for family, _ in made])
    ours = pairs([found[analysis.article.article_id] for _, analysis in made])
    print(f"precision {len(true & ours) / len(ours):.4f}, recall {len(true & ours) / len(true):.4f}", end=" ")
    print(f"of {len(true):,} pairs")


if __name__ == "__main__":
    main()
