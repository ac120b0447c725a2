"""How long do intervals take for many stories?

Made-up statements, ten a story, by speakers of whom a few are heard often and
most seldom; the intervals of share and reach of the 50 loudest from 2,000
resamples, the time from frames to bounds.

    python benchmarks/uncertainty.py --stories 100000 --speakers 50
"""

from __future__ import annotations

import argparse
import time

import numpy as np
import pandas as pd

from analysis.measures.concentration import concentration_intervals
from analysis.measures.differences import share_differences
from analysis.measures.resampling import RESAMPLES
from analysis.measures.uncertainty import share_intervals, tone_intervals


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--speakers", type=int, default=50)
    options = parser.parse_args()
    statements, articles = made_up(options.stories)
    loudest = [f"Person {number}" for number in range(1, options.speakers + 1)]
    half = options.stories * 5
    halves = (
        (statements[:half], articles[: options.stories // 2]),
        (statements[half:].reset_index(drop=True), articles[options.stories // 2 :]),
    )
    timed("shares and reach", lambda: share_intervals(statements, articles, groups=loudest))
    timed("shares and reach, again", lambda: share_intervals(statements, articles, groups=loudest))
    timed("tone", lambda: tone_intervals(statements, groups=loudest))
    timed("differences", lambda: share_differences(*halves, groups=loudest))
    timed("concentration of all speakers", lambda: concentration_intervals(statements))


def made_up(stories: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    source = np.random.default_rng(1)
    ids = np.array([f"{number:016x}" for number in source.integers(0, 2**62, stories)], dtype=object)
    story = np.repeat(ids, 10)
    speaker = np.minimum(source.zipf(1.4, len(story)), 5_000)
    names = pd.Series([f"Person {number}" for number in speaker], dtype="str")
    statements = pd.DataFrame(
        {
            "article_id": story,
            "story_id": story,
            "speaker": names.where(source.random(len(story)) < 0.9),
            "words": source.lognormal(2.46, 0.97, len(story)).astype(int) + 1,
            "tone": source.uniform(-1, 1, len(story)),
        }
    )
    return statements, pd.DataFrame({"article_id": ids, "story_id": ids})


def timed(name: str, work: object) -> None:
    assert callable(work)
    start = time.perf_counter()
    rows = len(work())
    print(f"{name:32} {time.perf_counter() - start:6.2f} s   ({rows} rows, {RESAMPLES:,} resamples)")


if __name__ == "__main__":
    main()
