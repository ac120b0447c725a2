"""Is a term followed as a part of each period's articles?"""

from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.trends import terms_over_time

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c", "d"],
        "published": pd.to_datetime(["2026-03-02", "2026-03-03", "2026-03-10", None]),
    }
)
USED = pd.DataFrame({"article_id": ["a", "c", "d", "a"], "term": ["levy", "levy", "levy", "levy"]})


def test_an_article_counts_once_and_one_without_a_date_not_at_all() -> None:
    table = terms_over_time(USED, ARTICLES, terms=["levy"], period="week").table
    assert table["articles"].tolist() == [1, 1]
    assert table["share"].tolist() == [0.5, 1.0]


def test_terms_keep_their_order_and_unknown_ones_are_zero() -> None:
    table = terms_over_time(USED, ARTICLES, terms=["port", "levy", "port"], period="month").table
    assert table["term"].tolist() == ["port", "levy"]
    assert table["articles"].tolist() == [0, 2]


@pytest.mark.parametrize(("articles", "terms"), [(ARTICLES[:0], ["levy"]), (ARTICLES, [])])
def test_nothing_to_follow_gives_no_rows(articles: Any, terms: Any) -> None:
    assert terms_over_time(USED, articles, terms=terms).table.empty


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'published'"):
        terms_over_time(USED, ARTICLES[["article_id"]], terms=["levy"])
