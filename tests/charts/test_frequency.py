"""Do bars of terms show what was asked for?"""

import pandas as pd

from analysis.charts.frequency import keyword_frequency
from analysis.wording.numbers import NBSP

TABLE = pd.DataFrame(
    {
        "term": ["levy", "tide", "pilot strike"],
        "count": [3, 40, 2],
        "articles": [3, 1, 2],
        "share": [0.3, 0.1, 0.2],
    }
)


def test_terms_of_most_articles_come_first() -> None:
    fig = keyword_frequency(TABLE, mode="light", top=2)
    assert list(fig.data[1].x) == [0.3, 0.2]
    assert f"<b>30{NBSP}%</b>" in [text.text for text in fig.layout.annotations]


def test_in_one_article_terms_are_ranked_by_use() -> None:
    fig = keyword_frequency(TABLE, mode="light", value="count")
    assert [row[0] for row in fig.data[1].customdata] == ["tide", "levy", "pilot strike"]


def test_a_profile_gives_its_own_color() -> None:
    assert set(keyword_frequency(TABLE, mode="light", color="#123456").data[1].marker.color) == {"#123456"}
