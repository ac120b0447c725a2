"""Rules of taking the likeliest candidate and of how sure that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.choosing import Choice, Chooser, Weights, probabilities, shipped_weights
from analysis.speakers.entities import Entity

ANA, JOE = Entity("person", ("Ana", "Silva")), Entity("person", ("Joe", "Park"))
WEIGHTS = Weights({"near": 1.0, "nobody": 2.0}, ((0.2, 0.1), (0.6, 0.5), (0.8, 0.9)))


def chooser(seen: list[Choice] | None = None) -> Chooser:
    watch = None if seen is None else seen.append
    return Chooser({"personal": WEIGHTS}, lambda entity: entity.name, watch)


@pytest.mark.parametrize(
    ("probability", "confidence"), [(0.1, 0.1), (0.2, 0.1), (0.4, 0.3), (0.7, 0.7), (0.8, 0.9), (1.0, 0.9)]
)
def test_confidence_runs_straight_between_the_points_of_the_calibration(
    probability: float, confidence: float
) -> None:
    assert WEIGHTS.confidence(probability) == pytest.approx(confidence)


def test_without_calibration_the_probability_is_the_confidence() -> None:
    assert Weights({}, ()).confidence(0.3) == 0.3


def test_a_feature_without_weight_counts_nothing() -> None:
    assert WEIGHTS.score({"near": 2.0, "unheard of": 5.0}) == 2.0


@given(st.lists(st.floats(-500, 500), min_size=1, max_size=12))
def test_probabilities_sum_to_one_and_keep_the_order_of_scores(scores: list[float]) -> None:
    shares = probabilities(scores)
    assert sum(shares) == pytest.approx(1)
    assert shares[scores.index(max(scores))] == max(shares)


def test_the_candidate_of_the_highest_score_is_taken() -> None:
    taken, _ = chooser().choose("personal", [(ANA, {}), (JOE, {"near": 1.0})])
    assert taken is JOE


def test_nobody_is_taken_only_where_nobody_may_be_the_answer() -> None:
    candidates = [(ANA, {"near": 1.0}), (None, {"nobody": 1.0})]
    assert chooser().choose("personal", candidates)[0] is None
    assert chooser().choose("personal", candidates, nobody=False)[0] is ANA


def test_nobody_is_taken_where_there_is_no_other_candidate() -> None:
    assert chooser().choose("personal", [(None, {})], nobody=False)[0] is None


def test_a_choice_is_watched_unless_it_only_helps_another() -> None:
    seen: list[Choice] = []
    watched = chooser(seen)
    with watched.unwatched():
        watched.choose("personal", [(ANA, {})])
    watched.choose("personal", [(ANA, {}), (None, {})])
    assert [choice.names for choice in seen] == [["Ana Silva", None]]
    assert seen[0].probability == 0.5


def test_every_route_has_weights_and_a_rising_calibration() -> None:
    for weights in shipped_weights().values():
        points = list(weights.calibration)
        assert weights.features
        assert points == sorted(points)
