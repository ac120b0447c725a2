"""Are terms counted by article and by use?"""

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.frequency import keyword_frequency


def keywords(*rows: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["article_id", "term", "count"])
    return frame.astype({"term": "str", "count": "int64"}).assign(is_name=False)


def test_a_term_of_many_articles_stands_before_one_repeated_in_a_single_article() -> None:
    table = keyword_frequency(keywords(("a", "levy", 1), ("b", "levy", 1), ("a", "tide", 40)), 4)
    assert table[["term", "count", "articles", "share"]].values.tolist() == [
        ["levy", 2, 2, 0.5],
        ["tide", 40, 1, 0.25],
    ]


def test_ties_stand_in_alphabetical_order() -> None:
    assert keyword_frequency(keywords(("a", "b", 1), ("a", "a", 1)), 1)["term"].tolist() == ["a", "b"]


def test_a_term_that_is_a_name_anywhere_is_a_name() -> None:
    found = keywords(("a", "silva", 1), ("b", "silva", 1)).assign(is_name=[False, True])
    assert keyword_frequency(found, 2)["is_name"].tolist() == [True]


def test_quoted_terms_need_not_say_what_is_a_name() -> None:
    assert not keyword_frequency(keywords(("a", "x", 1)).drop(columns="is_name"), 1)["is_name"].any()


def test_no_keywords_give_no_rows() -> None:
    assert keyword_frequency(keywords(), 0).empty


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'term'"):
        keyword_frequency(keywords().drop(columns="term"), 1)


def test_a_negative_number_of_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        keyword_frequency(keywords(), -1)
