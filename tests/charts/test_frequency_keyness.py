"""Do words that set a selection apart show how much, and whether it could be chance?"""

import pandas as pd

from analysis.charts.frequency import keyness
from analysis.charts.palette import LIGHT


def table(*rows: tuple[str, float, float, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["term", "z", "log_ratio", "is_clear"])
    return frame.assign(count=9, count_rest=1, articles=4, articles_rest=1)


def test_only_what_the_selection_says_more_is_drawn() -> None:
    fig = keyness(table(("levy", 4, 2, True), ("port", -4, -2, True)), mode="light")
    assert [row[0] for row in fig.data[1].customdata] == ["levy"]


def test_what_could_be_chance_is_hollow_and_explained() -> None:
    fig = keyness(table(("levy", 4, 2, True), ("port", 1, 1, False)), mode="light", color="#4F7CF7")
    assert list(fig.data[1].marker.color) == ["#4F7CF7", LIGHT.page]
    assert "chance" in fig.layout.meta["note"]
    assert "note" not in keyness(table(("levy", 4, 2, True)), mode="light").layout.meta


def test_the_number_is_how_many_times_as_frequent() -> None:
    texts = [text.text for text in keyness(table(("levy", 4, 2, True)), mode="light").layout.annotations]
    assert "<b>4.0×</b>" in texts
    assert any(
        "99×" in text.text for text in keyness(table(("a", 4, 9, True)), mode="dark").layout.annotations
    )


def test_no_words_are_said_to_be_none() -> None:
    assert keyness(table(), mode="light").layout.meta["alt"].endswith("none.")
