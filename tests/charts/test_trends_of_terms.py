"""Are lines of words told apart by shade and name, not by a speaker's color?"""

import pandas as pd

from analysis.charts.palette import LIGHT
from analysis.charts.trends import MOST_TERMS, terms_over_time
from analysis.measures.trends import terms_over_time as measured

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b", "c"], "published": pd.to_datetime(["2026-03-02", "2026-03-16", None])}
)
USED = pd.DataFrame({"article_id": ["a", "b", "c", "a"], "term": ["levy", "levy", "levy", "port"]})


def test_a_week_without_articles_breaks_the_line() -> None:
    table = measured(USED, ARTICLES, terms=["levy"], period="week")
    assert table.table["share"].isna().tolist() == [False, True, False]
    assert list(terms_over_time(table, mode="light").data[0].y)[:2] == [1.0, None]


def test_each_word_has_its_own_shade_and_its_point_names_its_week() -> None:
    fig = terms_over_time(measured(USED, ARTICLES, terms=["levy", "port"], period="week"), mode="light")
    lines = [trace for trace in fig.data if trace.mode == "lines+markers"]
    assert len({trace.line.color for trace in lines}) == 2
    assert not {trace.line.color for trace in lines} & set(LIGHT.slots)
    assert list(lines[1].customdata[0]) == ["port", "2026-03-02", "2026-03-08"]


def test_no_more_words_are_drawn_than_can_be_told_apart() -> None:
    many = [f"t{number}" for number in range(9)]
    used = pd.DataFrame({"article_id": "a", "term": many})
    fig = terms_over_time(measured(used, ARTICLES, terms=many), mode="light")
    assert len([trace for trace in fig.data if trace.mode == "lines+markers"]) == MOST_TERMS


def test_no_words_and_no_dates_give_an_empty_figure() -> None:
    assert terms_over_time(measured(USED, ARTICLES[2:], terms=["levy"]), mode="dark").layout.meta["alt"]
