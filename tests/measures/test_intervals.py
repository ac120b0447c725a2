from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.intervals import critical, mean_bounds, ratios, share_bounds, standard_errors
from analysis.measures.resampling import RESAMPLES, draws

# Words of one speaker, and all words, in three stories.
PART = np.array([[10.0], [0.0], [20.0]])
WHOLE = np.array([[20.0], [30.0], [25.0]])


def test_three_stories_are_drawn_with_all_their_combinations() -> None:
    drawn = draws(3)
    assert drawn.shape == (RESAMPLES, 3)
    assert set(drawn.sum(axis=1)) == {3.0}
    # 10 combinations of three out of three; each story alone in 1 of 27 resamples.
    assert len({tuple(row) for row in drawn.tolist()}) == 10
    assert np.mean((drawn == 3).any(axis=1)) == pytest.approx(3 / 27, abs=0.02)


def test_the_standard_error_is_that_of_the_ratio_by_hand() -> None:
    share = 30 / 75
    misses = [10 - share * 20, 0 - share * 30, 20 - share * 25]
    by_hand = (sum(miss**2 for miss in misses) * 3 / 2) ** 0.5 / 75
    estimate, influence = ratios(PART, WHOLE)
    assert estimate[0] == pytest.approx(share)
    assert standard_errors(influence)[0] == pytest.approx(by_hand)


def test_the_bounds_are_the_studentized_ones_on_the_arcsine_scale_by_hand() -> None:
    part, whole = np.array([5.0, 9, 0, 7, 3, 12, 0, 8] * 3), np.array([20.0, 22, 14, 30, 9, 25, 18, 16] * 3)
    share = part.sum() / whole.sum()

    def error(times: Any) -> Any:
        ratio = (times * part).sum() / (times * whole).sum()
        spread = (times * (part - ratio * whole) ** 2).sum() * 24 / 23
        return ratio, spread**0.5 / (times * whole).sum()

    def unfold(ratio: Any) -> Any:
        return np.arcsin(np.sqrt(ratio)), 2 * np.sqrt(ratio * (1 - ratio))

    misses = []
    for times in draws(24):
        ratio, spread = error(times)
        place, slope = unfold(ratio)
        misses.append((place - unfold(share)[0]) * slope / spread)
    low, high = np.quantile(misses, [0.025, 0.975])
    place, slope = unfold(share)
    spread = error(np.ones(24))[1] / slope
    by_hand = np.sin([place - high * spread, place - low * spread]) ** 2
    logit, wide = np.log(share / (1 - share)), 2.06866 * error(np.ones(24))[1] / (share * (1 - share))
    linear = 1 / (1 + np.exp(-np.array([logit - wide, logit + wide])))
    found = np.array(share_bounds(part[:, None], whole[:, None]))[:, 0]
    assert found[0] == pytest.approx(min(by_hand[0], linear[0]), abs=1e-5)
    assert found[1] == pytest.approx(max(by_hand[1], linear[1]), abs=1e-5)


@pytest.mark.parametrize(
    ("part", "expected"),
    [(0.0, (0.0, 1 - 0.025 ** (1 / 40))), (5.0, (0.025 ** (1 / 40), 1.0))],
    ids=["never heard", "heard alone"],
)
def test_a_share_of_nothing_or_all_has_the_bound_of_a_part_of_stories(part: Any, expected: Any) -> None:
    low, high = share_bounds(np.full((40, 1), part), np.full((40, 1), 5.0))
    assert (low[0], high[0]) == pytest.approx(expected)


def test_a_resample_with_next_to_no_standard_error_counts_for_twice_students_t_at_most() -> None:
    # Heard in three of thirty stories, mostly in one: some resamples hold only the two small ones.
    part, whole = np.zeros((30, 1)), np.full((30, 1), 50.0)
    part[:3, 0] = (5, 40, 3)
    estimate, influence = ratios(part, whole)
    spread = standard_errors(influence)[0] / (2 * np.sqrt(estimate[0] * (1 - estimate[0])))
    furthest = np.sin(np.arcsin(np.sqrt(estimate[0])) + 2 * 2.04523 * spread) ** 2
    assert share_bounds(part, whole)[1][0] == pytest.approx(furthest, abs=1e-4)


def test_stories_that_are_all_alike_leave_no_doubt() -> None:
    low, high = share_bounds(np.full((30, 1), 2.0), np.full((30, 1), 8.0))
    assert (low[0], high[0]) == pytest.approx((0.25, 0.25))


def test_nothing_to_share_out_has_no_bounds() -> None:
    assert np.isnan(share_bounds(np.zeros((30, 2)), np.zeros((30, 1)))).all()
    assert share_bounds(np.zeros((30, 0)), np.ones((30, 1)))[0].size == 0


def test_a_mean_stays_within_what_it_can_be() -> None:
    source = np.random.default_rng(1)
    weights = source.integers(1, 50, (25, 1)).astype(float)
    low, high = mean_bounds(weights * 0.98 + source.uniform(-0.02, 0.02, (25, 1)) * weights, weights)
    assert -1 <= low[0] < 0.98 < high[0] <= 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 60), st.integers(1, 5))
def test_every_share_lies_within_its_bounds_and_these_within_0_and_1(
    seed: Any, stories: Any, groups: Any
) -> None:
    parts = np.random.default_rng(seed).integers(0, 9, (stories, groups)).astype(float)
    whole = parts.sum(axis=1, keepdims=True) + 1
    low, high = share_bounds(parts, whole)
    share = parts.sum(axis=0) / whole.sum()
    assert (low >= 0).all()
    assert (high <= 1).all()
    assert (low <= share + 1e-12).all()
    assert (share <= high + 1e-12).all()


@pytest.mark.parametrize(("count", "t"), [(11, 2.2281), (20, 2.0930), (30, 2.0452), (1_000_001, 1.95997)])
def test_students_t_is_that_of_the_tables(count: Any, t: Any) -> None:
    assert critical(count) == pytest.approx(t, abs=3e-3)


def test_of_one_story_or_none_students_t_is_that_of_two() -> None:
    assert critical(0) == critical(1) == critical(2)


def test_the_bounds_of_a_mean_are_the_studentized_ones_or_students_t_by_hand() -> None:
    words = np.array([20.0, 0, 14, 30, 9, 25, 18, 16] * 3)
    values = np.array([0.5, 0.2, -0.9, 0.4, 0.3, -0.1, 0.8, 0.6] * 3) * words

    def error(times: Any) -> Any:
        mean = (times * values).sum() / (times * words).sum()
        spread = (times * (values - mean * words) ** 2).sum() * 24 / 23
        return mean, spread**0.5 / (times * words).sum()

    mean, spread = error(np.ones(24))
    misses = [(one - mean) / wide for one, wide in map(error, draws(24))]
    low, high = np.quantile(misses, [0.025, 0.975])
    # Three of the 24 stories have no words: Student's t of 21 is meant.
    found = np.array(mean_bounds(values[:, None], words[:, None]))[:, 0]
    assert found[0] == pytest.approx(mean - max(high, 2.08596) * spread, abs=1e-4)
    assert found[1] == pytest.approx(mean + max(-low, 2.08596) * spread, abs=1e-4)


def test_a_mean_is_cut_at_the_limits_that_are_given() -> None:
    values = np.array([[1.0], [5.0]] * 3)
    low, high = mean_bounds(values, np.ones((6, 1)), lowest=2.5, highest=3.5)
    assert (low[0], high[0]) == (2.5, 3.5)


def test_one_story_has_the_bounds_of_a_part_of_one_and_no_spread() -> None:
    low, high = share_bounds(np.zeros((1, 1)), np.ones((1, 1)))
    assert (low[0], high[0]) == pytest.approx((0, 0.975))
    assert standard_errors(np.array([[3.0]])) == 3
