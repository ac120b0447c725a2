"""Is tone averaged by words, and absent where nothing was said?"""

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.tones import article_tone_by_outlet, tone_by, tone_over_time


def statements(*rows: tuple[str | None, float | None, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["speaker", "tone", "words"])
    frame = frame.astype({"speaker": "str", "tone": "float64", "words": "int64"})
    return frame.assign(published=pd.Timestamp("2026-03-02"), kind="person")


def test_a_long_statement_weighs_more_than_an_aside() -> None:
    assert tone_by(statements(("Ana", -0.4, 9), ("Ana", 0.6, 1)))["tone"].tolist() == [pytest.approx(-0.3)]


def test_statements_without_a_tone_are_not_counted() -> None:
    table = tone_by(statements(("Ana", 0.5, 2), ("Ana", None, 8)))
    assert table[["tone", "quotations", "words"]].values.tolist() == [[0.5, 1, 2]]


def test_a_speaker_without_any_tone_has_none() -> None:
    table = tone_by(statements(("Ana", None, 3)))
    assert table["tone"].isna().all()
    assert table["quotations"].tolist() == [0]


def test_most_words_come_first_then_the_alphabet_then_nobody() -> None:
    said = statements((None, 0.1, 2), ("Bo", 0.1, 2), ("Ana", 0.1, 2), ("Cy", 0.1, 5))
    assert tone_by(said)["speaker"].tolist()[:3] == ["Cy", "Ana", "Bo"]


def test_no_statements_give_no_rows() -> None:
    assert tone_by(statements()).empty
    assert tone_over_time(statements()).table.empty


def test_tone_over_time_has_a_row_for_a_silent_week() -> None:
    said = statements(("Ana", 0.2, 1), ("Ana", -0.2, 1))
    said["published"] = pd.to_datetime(["2026-03-02", "2026-03-16"])
    table = tone_over_time(said, period="week").table
    assert table["tone"].isna().tolist() == [False, True, False]


def test_all_speakers_together_need_no_column() -> None:
    table = tone_over_time(statements(("Ana", 0.2, 1), ("Bo", -0.2, 1)), by=None).table
    assert table["tone"].tolist() == [pytest.approx(0)]
    assert "speaker" not in table


def test_outlets_are_averaged_over_the_articles_that_have_a_tone() -> None:
    articles = pd.DataFrame({"outlet": ["Post", "Post", None], "article_tone": [0.2, None, 0.1]})
    table = article_tone_by_outlet(articles)
    assert table[["tone", "articles"]].values.tolist() == [[0.2, 1], [0.1, 1]]


def test_outlets_with_most_articles_come_first_then_the_alphabet_then_nobody() -> None:
    articles = pd.DataFrame({"outlet": [None, "Post", "Echo", "Wire", "Wire"], "article_tone": 0.1})
    assert article_tone_by_outlet(articles)["outlet"].tolist()[:3] == ["Wire", "Echo", "Post"]


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'tone'"):
        tone_by(statements().drop(columns="tone"))


def test_in_each_period_those_of_most_words_overall_come_first() -> None:
    said = statements(("Ana", 0.2, 1), ("Bo", -0.2, 3), ("Bo", 0.4, 1), ("Ana", 1.0, 2))
    said["published"] = pd.to_datetime(["2026-03-02", "2026-03-08", "2026-03-02", "2026-03-09"])
    table = tone_over_time(said, period="week").table
    assert table["speaker"].tolist() == ["Bo", "Ana", "Bo", "Ana"]
    assert table["tone"].fillna(9).tolist() == pytest.approx([-0.05, 0.2, 9, 1])
    assert table[["quotations", "words"]].values.tolist() == [[2, 4], [1, 1], [0, 0], [1, 2]]


def test_a_quotation_without_words_has_a_tone_that_weighs_nothing() -> None:
    table = tone_by(statements(("Ana", 0.5, 0), ("Bo", 0.5, 0), ("Bo", -0.5, 2)))
    assert table.set_index("speaker")["tone"].fillna(9).to_dict() == {"Bo": -0.5, "Ana": 9}
    assert table["quotations"].tolist() == [2, 1]
