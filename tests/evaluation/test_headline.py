from typing import Any

from analysis.evaluation import (
    LOWER_IS_BETTER,
    headline,
    measure_attributions,
    measure_voices,
    shipped_accuracy,
)


def test_what_has_no_gold_is_left_out(gold: Any, parts: Any) -> None:
    found = measure_attributions(gold, {"a": parts})
    without = headline(found)
    assert without["attribution_f1"] == 1
    assert headline(found, measure_voices(gold, {}, {})) == without


def test_every_shipped_figure_has_a_place_between_nothing_and_all() -> None:
    for accuracy in shipped_accuracy():
        low, high = accuracy.attribution_interval
        assert low <= accuracy.figures["attribution_f1"] <= high
        speed = {"articles_per_cpu_second"}
        assert all(0 <= figure <= 1 for name, figure in accuracy.figures.items() if name not in speed)
        assert accuracy.figures.keys() >= LOWER_IS_BETTER
