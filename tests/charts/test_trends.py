"""Lines through time show what is complete, and mark what is not."""

import pandas as pd

from analysis.charts.trends import quotations_over_time, shares_over_time
from analysis.measures.results import Course
from analysis.wording.numbers import NBSP


def rows_of(*rows: tuple[str, str, float, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["period_start", "speaker", "share", "complete"])
    frame["period_start"] = pd.to_datetime(frame["period_start"])
    frame = frame.assign(words=10, quotations=2, days=frame["complete"].map({True: 7, False: 3}))
    return frame[["period_start", "speaker", "words", "quotations", "share", "days", "complete"]]


def weeks(*tables: pd.DataFrame) -> Course:
    return Course(pd.concat(tables), "week")


ROWS = rows_of(
    ("2026-03-02", "Ana", 0.1, True), ("2026-03-09", "Ana", 0.2, True), ("2026-03-16", "Ana", 0.15, False)
)
WEEKS = weeks(ROWS)


def test_an_incomplete_period_is_dotted_starred_and_explained() -> None:
    fig = shares_over_time(WEEKS, mode="light", colors={"Ana": 0})
    solid, dotted, open_ = fig.data
    assert list(solid.y) == [0.1, 0.2, None]
    assert (list(dotted.y)[:2], list(open_.y)) == ([0.2, 0.15], [0.15])
    assert fig.layout.xaxis.ticktext[-1] == "16 Mar*"
    assert fig.layout.meta["note"] == "* Week of 16 Mar incomplete: 3 of 7 days."


def test_grid_lines_have_their_value_and_only_the_topmost_its_unit() -> None:
    texts = [text.text for text in shares_over_time(WEEKS, mode="light", colors={}).layout.annotations]
    assert texts[-2:] == ["10", f"20{NBSP}%"]


def test_lines_are_named_at_their_end() -> None:
    fig = shares_over_time(WEEKS, mode="light", colors={"Ana": 0})
    assert "Ana" in [text.text for text in fig.layout.annotations]


def test_only_those_with_most_words_are_drawn() -> None:
    names = [rows_of(("2026-03-02", name, 0.1, True)).assign(words=len(name)) for name in ("A", "BB", "CCC")]
    fig = shares_over_time(weeks(*names), mode="light", colors={}, top=2)
    assert [trace.name for trace in fig.data if trace.hoverinfo == "text"][::2] == ["CCC", "BB"]


def test_a_point_says_its_share_and_number() -> None:
    hover = shares_over_time(WEEKS, mode="light", colors={}).data[0].hovertext[0]
    assert hover == f"Ana, week of 2 Mar: 10{NBSP}% (2 quotations)"


def test_names_that_end_close_together_are_moved_apart() -> None:
    both = weeks(
        *(rows_of(("2026-03-02", name, share, True)) for name, share in (("Ana", 0.2), ("Bo", 0.199)))
    )
    texts = shares_over_time(both, mode="light", colors={}).layout.annotations
    shifts = {text.text: text.yshift for text in texts if text.text in ("Ana", "Bo")}
    assert shifts["Ana"] - shifts["Bo"] > 14


def test_columns_of_incomplete_periods_are_hollow() -> None:
    counts = weeks(ROWS.assign(quotations=[4, 2, 1]))
    fig = quotations_over_time(counts, mode="light")
    assert list(fig.data[0].y) == [4, 2, 1]
    assert list(fig.data[0].marker.color)[-1] == "#FFFFFF"
    assert fig.data[0].customdata[0][0] == "2026-03-02"


def test_years_are_named_by_their_number() -> None:
    years = rows_of(("2004-01-01", "Ana", 0.1, True), ("2005-01-01", "Ana", 0.2, False))
    course = Course(years.assign(days=[366, 100]), "year")
    fig = shares_over_time(course, mode="light", colors={})
    assert list(fig.layout.xaxis.ticktext) == ["2004", "2005*"]
    assert fig.layout.meta["note"] == "* 2005 incomplete: 100 of 365 days."
    assert list(fig.data[0].customdata[0]) == ["Ana", "2004-01-01", "2004-12-31"]
