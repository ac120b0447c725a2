"""Does the truth lie inside the intervals as often as they promise?

The population is made up, as heavy-tailed as statements in 150 annotated news
articles: a statement has exp(N(2.46, 0.97)) words (median 13, one in a hundred
over 76), a speaker quoted in an article makes 1 + Poisson(Gamma(shape 0.3,
mean 1.05)) statements there (mean 2, variance 6), an article quotes people in
proportion to Gamma(shape 2.5, mean 1), so that its quoted words vary by 120 %
and more. Twelve speakers come back, from 62 to 2 % of articles, the first with
2.5 times as many statements; three others an article do not.

The main speakers are the five in at least one article of five: 15 to 3 % of
all words.
"""

from typing import Any

import numpy as np
import pytest

from analysis.measures.intervals import share_bounds

ARTICLES, SAMPLES, MAIN = 20_000, 1_000, 5
HEARD = np.array([0.62, 0.45, 0.36, 0.27, 0.20, 0.15, 0.10, 0.08, 0.06, 0.04, 0.03, 0.02])
TALK = np.array([2.5, 1.6, 1.3, *[1.0] * 9])


@pytest.fixture(scope="module")
def population() -> Any:
    """Words of each speaker in each article, the others last, and sums of squares over statements."""
    source = np.random.default_rng(1)
    plenty = source.gamma(2.5, 1 / 2.5, (ARTICLES, 1))
    heard = source.random((ARTICLES, len(HEARD))) < 1 - (1 - HEARD) ** plenty
    more = source.poisson(source.gamma(0.3, 1.05 / 0.3, heard.shape) * TALK)
    others = source.poisson(6 * plenty[:, 0])
    statements = np.column_stack([np.where(heard, 1 + more, 0), others])
    words = np.maximum(1, np.round(source.lognormal(2.46, 0.97, int(statements.sum()))))
    cell = np.repeat(np.arange(statements.size), statements.ravel())
    return tuple(
        np.bincount(cell, weights, minlength=statements.size).reshape(statements.shape)
        for weights in (words, words**2)
    )


def coverage(population: Any, articles: Any, bounds: Any) -> Any:
    """How often the shares of the main speakers lie inside, over many samples."""
    words, squares = population
    truth = (words.sum(axis=0) / words.sum())[:MAIN]
    source = np.random.default_rng(articles)
    inside = []
    for _ in range(SAMPLES):
        drawn = source.integers(0, ARTICLES, articles)
        low, high = bounds(words[drawn], squares[drawn])
        inside.append((low[:MAIN] <= truth) & (truth <= high[:MAIN]))
    return float(np.mean(inside))


def ours(words: Any, squares: Any) -> Any:
    return share_bounds(words[:, :MAIN], words.sum(axis=1, keepdims=True))


def naive(words: Any, squares: Any) -> Any:
    """As if every statement were an observation of its own."""
    share = words.sum(axis=0) / words.sum()
    variance = squares.sum(axis=0) * (1 - 2 * share) + share**2 * squares.sum()
    wide = 1.96 * np.sqrt(variance) / words.sum()
    return share - wide, share + wide


@pytest.mark.parametrize(("articles", "least", "most"), [(100, 0.91, 0.97), (50, 0.88, 0.97)])
def test_intervals_over_stories_hold_what_they_promise(
    population: Any, articles: int, least: float, most: float
) -> None:
    assert least <= coverage(population, articles, ours) <= most


@pytest.mark.parametrize("articles", [100, 50])
def test_intervals_over_quotations_do_not(population: Any, articles: int) -> None:
    assert coverage(population, articles, naive) < 0.80
