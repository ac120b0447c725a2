from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import MissingColumns
from analysis.measures.checked import Estimate, corrected_share, proportion


def engine(source: Any, items: Any, hears: float = 0.8, invents: float = 0.02) -> Any:
    """Made-up items: an engine gives a speaker's words to somebody else one time in five, and the like."""
    words = source.lognormal(2.5, 0.9, items).astype(int) + 1
    is_theirs = source.random(items) < 0.3
    found = np.where(is_theirs, source.random(items) < hears, source.random(items) < invents)
    return pd.DataFrame(
        {"words": words, "part": words * found, "true_words": words, "true_part": words * is_theirs}
    )


def test_a_checked_sample_takes_the_engines_bias_out_as_often_as_promised() -> None:
    source = np.random.default_rng(5)
    inside, raw_inside = 0, 0
    for _ in range(300):
        everything = engine(source, 3_000)
        checked = everything.sample(150, random_state=int(source.integers(1 << 30)))
        truth = everything["true_part"].sum() / everything["true_words"].sum()
        raw = everything["part"].sum() / everything["words"].sum()
        found = corrected_share(everything[["words", "part"]], checked)
        inside += found.low <= truth <= found.high
        raw_inside += abs(raw - truth) < 0.005
    assert 0.91 <= inside / 300 <= 0.98
    assert raw_inside / 300 < 0.2


def test_a_good_engine_makes_the_interval_narrower_than_the_sample_alone() -> None:
    source = np.random.default_rng(6)
    everything = engine(source, 5_000, hears=0.97, invents=0.01)
    checked = everything.head(200)
    good = corrected_share(everything, checked)
    alone = corrected_share(everything.assign(part=0), checked.assign(part=0))
    assert good.high - good.low < 0.6 * (alone.high - alone.low)


def test_an_engine_without_errors_is_left_as_it_is() -> None:
    everything = engine(np.random.default_rng(7), 2_000, hears=1.0, invents=0.0)
    found = corrected_share(everything, everything.head(100))
    truth = everything["true_part"].sum() / everything["true_words"].sum()
    assert found.value == pytest.approx(truth, abs=0.005)


def test_few_checked_items_correct_nothing() -> None:
    everything = engine(np.random.default_rng(8), 100)
    assert corrected_share(everything, everything.head(19)).value is None
    assert corrected_share(everything.head(0), everything.head(50)).value is None
    silent = everything.assign(words=0, part=0, true_words=0, true_part=0)
    assert corrected_share(silent, silent).value is None
    with pytest.raises(MissingColumns, match="true_part"):
        corrected_share(everything, everything.drop(columns="true_part"))


def test_the_interval_holds_how_the_engines_words_vary_as_well_as_its_errors() -> None:
    everything = engine(np.random.default_rng(3), 400)
    sample = everything.head(100)
    found = corrected_share(everything, sample)
    misses = {
        name: (table[part] - found.value * table[words]).to_numpy()
        for name, table, part, words in (
            ("all", everything, "part", "words"),
            ("guessed", sample, "part", "words"),
            ("true", sample, "true_part", "true_words"),
        )
    }
    trust = np.cov(misses["guessed"], misses["true"], ddof=0)[0, 1] / (np.var(misses["guessed"]) * 1.25)
    of_errors = np.var(misses["true"] - trust * misses["guessed"], ddof=1) / 100
    of_engine = trust**2 * np.var(misses["all"]) / 400
    words = trust * everything["words"].mean() + (sample["true_words"] - trust * sample["words"]).mean()
    half = 1.98422 * (of_errors + of_engine) ** 0.5 / words
    assert of_engine > 0.1 * of_errors
    assert found.high - found.value == pytest.approx(half, rel=1e-3)


@given(st.integers(1, 200), st.integers(0, 200))
def test_a_proportion_lies_within_its_interval(checked: Any, right: Any) -> None:
    right = min(right, checked)
    found = proportion(right, checked)
    assert 0 <= found.low <= found.value + 1e-4
    assert found.value <= found.high + 1e-4
    assert found.high <= 1


def test_more_right_than_checked_is_refused() -> None:
    with pytest.raises(ValueError, match="3 right of 2"):
        proportion(3, 2)


def test_quotations_that_are_parts_of_sentences_give_the_share_of_the_sentences() -> None:
    sentences = engine(np.random.default_rng(9), 2_000)
    sample = sentences.head(200)
    # The same words, two quotations a sentence.
    halves = pd.concat([sentences[["words", "part"]] // 2, sentences[["words", "part"]] - sentences // 2])
    halves = halves[["words", "part"]]
    apart, whole = corrected_share(halves, sample, items=2_000), corrected_share(sentences, sample)
    assert apart.value == pytest.approx(whole.value)
    assert apart.low == pytest.approx(whole.low, abs=0.002)


@pytest.mark.parametrize(
    ("right", "low", "high"), [(0, 0.0, 0.1611), (20, 0.8389, 1.0), (10, 0.2993, 0.7007)]
)
def test_wilsons_interval_of_20_is_that_of_the_tables(right: Any, low: Any, high: Any) -> None:
    assert proportion(right, 20) == Estimate(right / 20, low, high)


def test_an_engine_that_tells_nothing_leaves_the_share_of_the_sample() -> None:
    rows = [(10, 0, 10, 10), (10, 10, 10, 0), (10, 0, 10, 5), (10, 10, 10, 5)] * 5
    checked = pd.DataFrame(rows, columns=["words", "part", "true_words", "true_part"])
    found = corrected_share(checked.assign(part=10)[["words", "part"]], checked)
    half = 2.09302 * (sum((row[3] - 5) ** 2 for row in rows) / 19 / 20) ** 0.5 / 10
    assert found.value == pytest.approx(0.5)
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-4)


@pytest.mark.parametrize("part", [0, 1])
def test_a_corrected_share_and_its_interval_stay_within_0_and_1(part: Any) -> None:
    others = [(10, 10 * part, 10, 10 * part)] * 19
    rows = [*others, (10, 10 * part, 10, 10 * (1 - part))]
    checked = pd.DataFrame(rows, columns=["words", "part", "true_words", "true_part"])
    found = corrected_share(checked[["words", "part"]], checked)
    assert found.value == pytest.approx(abs(part - 0.05))
    assert (found.low if not part else found.high) == part
