"""Does tone show by its place, not by color alone?"""

from typing import Any

import pandas as pd

from analysis.charts.palette import palette, tone_color
from analysis.charts.tones import article_tone, tone_by, tone_strip


def table(*rows: tuple[str, float, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["speaker", "tone", "words"]).assign(kind="person", quotations=3)
    return frame[["speaker", "kind", "tone", "quotations", "words"]]


def dots(fig: Any) -> Any:
    return next(trace for trace in fig.data if trace.type == "scatter")


def test_the_most_negative_stands_on_top() -> None:
    fig = tone_by(table(("Ana", 0.3, 9), ("Bo", -0.34, 5)), mode="light", colors={"Ana": 0, "Bo": 1})
    assert list(dots(fig).x) == [-0.34, 0.3]
    assert "−0.34" in [text.text for text in fig.layout.annotations]


def test_the_most_quoted_are_chosen_before_sorting_by_tone() -> None:
    fig = tone_by(table(("Ana", 0.3, 9), ("Bo", -0.9, 1)), mode="light", colors={}, top=1)
    assert [row[0] for row in dots(fig).customdata] == ["Ana"]


def test_a_speaker_without_tone_is_left_out() -> None:
    assert len(dots(tone_by(table(("Ana", float("nan"), 0)), mode="light", colors={})).x) == 0


def test_the_scale_is_even_on_both_sides() -> None:
    low, high = tone_by(table(("Ana", -0.9, 1)), mode="light", colors={}).layout.xaxis.range
    assert low == -high
    assert high > 0.9


def test_an_article_has_a_dot_for_each_tone_it_has() -> None:
    assert list(dots(article_tone(-0.02, None, mode="light")).x) == [-0.02]


def test_the_tone_scale_ends_at_six_tenths() -> None:
    assert tone_color(-1, "light") == tone_color(-0.6, "light") == palette("light").diverging[0]
    assert tone_color(0.6, "dark") == palette("dark").diverging[-1]


def test_a_strip_has_a_column_as_wide_as_each_sentence() -> None:
    sentences = pd.DataFrame(
        {"start": [0, 12], "end": [10, 42], "tone": [0.3, -0.6], "quoted": [False, True]}
    )
    fig = tone_strip(sentences.assign(speaker=[None, "Ana"], kind=None), mode="light", colors={"Ana": 0})
    columns, voices = fig.data
    assert list(columns.width) == [10, 30]
    assert columns.y[0] < 0 < columns.y[1]
    assert list(voices.marker.color) == [palette("light").slots[0]]
