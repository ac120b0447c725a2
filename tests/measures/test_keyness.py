"""Is a term typical only where many articles say so?"""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.keyness import CLEAR, keyness


def used(**terms: dict[str, int]) -> pd.DataFrame:
    rows = [(article, term, count) for term, uses in terms.items() for article, count in uses.items()]
    return pd.DataFrame(rows, columns=["article_id", "term", "count"])


def everywhere(articles: range, count: int = 20) -> dict[str, int]:
    return {f"a{number}": count for number in articles}


REST = used(city=everywhere(range(100, 140)), levy=everywhere(range(100, 110), 1))


def row(table: pd.DataFrame, term: str) -> pd.Series:
    return table.set_index("term").loc[term]


def test_a_term_of_many_articles_is_clear():
    table = keyness(used(city=everywhere(range(40)), levy=everywhere(range(30), 4)), REST)
    assert table["term"].iloc[0] == "levy"
    assert row(table, "levy")["q"] < CLEAR
    assert row(table, "levy")["log_ratio"] == pytest.approx(np.log2(120 / 920 / (10 / 810)))


def test_a_term_that_one_article_repeats_is_not():
    burst = used(city=everywhere(range(40)), levy={"a0": 118, "a1": 1, "a2": 1})
    assert row(keyness(burst, REST), "levy")["q"] > CLEAR


def test_what_the_rest_says_more_comes_last_and_is_negative():
    table = keyness(REST, used(city=everywhere(range(40)), levy=everywhere(range(30), 4)))
    assert table["term"].iloc[-1] == "levy"
    assert table["z"].iloc[-1] < 0


def test_both_sides_mirror_each_other():
    here = used(city=everywhere(range(40)), levy=everywhere(range(30), 4))
    there, back = keyness(here, REST).set_index("term"), keyness(REST, here).set_index("term")
    assert there["z"].sort_index().tolist() == pytest.approx((-back["z"]).sort_index().tolist())
    assert there["q"].sort_index().tolist() == pytest.approx(back["q"].sort_index().tolist())


def test_equal_selections_show_nothing():
    table = keyness(REST, REST)
    assert table["log_odds"].tolist() == pytest.approx([0, 0])
    assert (table["q"] > CLEAR).all()
    assert table["term"].tolist() == ["city", "levy"]


def test_a_term_in_few_articles_is_left_out():
    rare = used(city=everywhere(range(5)), boat={"a0": 50, "a1": 50})
    assert "boat" not in set(keyness(rare, REST)["term"])


def test_chance_is_called_clear_no_more_often_than_promised():
    random = np.random.default_rng(7)
    clear = 0
    for _ in range(20):
        sides = []
        for first in (0, 1000):
            rate = random.gamma(0.3, 1.0, size=(60, 40))
            counts = random.poisson(rate)
            frame = pd.DataFrame(counts, index=[f"a{first + number}" for number in range(60)])
            long = frame.stack().rename("count").reset_index()
            long.columns = pd.Index(["article_id", "term", "count"])
            sides.append(long[long["count"] > 0].assign(term=lambda table: "t" + table["term"].astype(str)))
        clear += int((keyness(*sides)["q"] < CLEAR).any())
    assert clear <= 3


@pytest.mark.parametrize(("here", "there"), [(used(), REST), (REST, used()), (used(), used())])
def test_without_words_on_one_side_there_are_no_rows(here, there):
    table = keyness(here, there)
    assert table.empty
    assert "q" in table


def test_a_lacking_column_is_named():
    with pytest.raises(MissingColumns, match="'count'"):
        keyness(REST.drop(columns="count"), REST)
