"""Do rising terms stand to the right, and falling ones hollow to the left?"""

import pandas as pd

from analysis.charts.changes import terms_risen_and_fallen
from analysis.charts.frequency import keyword_frequency
from analysis.charts.palette import LIGHT
from analysis.wording.numbers import NBSP


def table(*rows: tuple[str, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["term", "articles_before", "articles"])
    frame = frame.assign(before=frame["articles_before"] / 10, after=frame["articles"] / 10)
    frame = frame.assign(change=frame["after"] - frame["before"])
    return frame.sort_values("change", ascending=False)


def test_rises_come_first_and_falls_last() -> None:
    fig = terms_risen_and_fallen(table(("levy", 1, 6), ("port", 9, 2), ("same", 3, 3)), mode="light")
    bars = fig.data[1]
    assert [row[0] for row in bars.customdata] == ["levy", "port"]
    assert list(bars.marker.color) == [LIGHT.neutral, LIGHT.page]
    assert "from 1 to 6 articles" in fig.layout.meta["alt"]


def test_both_sides_have_the_same_scale() -> None:
    low, high = terms_risen_and_fallen(table(("levy", 1, 6)), mode="dark").layout.xaxis.range
    assert low == -high


def test_nothing_changed_is_said() -> None:
    assert terms_risen_and_fallen(table(), mode="light").layout.meta["alt"].endswith("none changed.")


def test_an_earlier_part_is_an_upright_line_and_a_difference_in_points() -> None:
    used = pd.DataFrame({"term": ["levy"], "count": [9], "articles": [4], "share": [0.4], "before": [0.25]})
    fig = keyword_frequency(used, mode="light")
    assert list(fig.data[2].x)[:2] == [0.25, 0.25]
    assert [text.text for text in fig.layout.annotations][-3:] == [f"<b>40{NBSP}%</b>", "points", "+15"]
