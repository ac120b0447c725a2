"""Is a term typical only where many articles say so?"""

from math import erfc, log
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.keyness import CLEAR, PRIOR, keyness


def used(**terms: dict[str, int]) -> pd.DataFrame:
    rows = [(article, term, count) for term, uses in terms.items() for article, count in uses.items()]
    return pd.DataFrame(rows, columns=["article_id", "term", "count"])


def everywhere(articles: range, count: int = 20) -> dict[str, int]:
    return {f"a{number}": count for number in articles}


REST = used(city=everywhere(range(100, 140)), levy=everywhere(range(100, 110), 1))


def row(table: pd.DataFrame, term: str) -> Any:
    return table.set_index("term").loc[term]


def test_a_term_of_many_articles_is_clear() -> None:
    table = keyness(used(city=everywhere(range(40)), levy=everywhere(range(30), 4)), REST)
    assert table["term"].iloc[0] == "levy"
    assert row(table, "levy")["q"] < CLEAR
    assert row(table, "levy")["log_ratio"] == pytest.approx(np.log2(120 / 920 / (10 / 810)))


def test_the_figures_of_two_terms_are_those_of_a_hand() -> None:
    # 18 uses on each side; the prior is worth all 36: 9 for levy, 27 for city.
    here = used(city=everywhere(range(3), 4), levy=everywhere(range(3), 2))
    there = used(city=everywhere(range(10, 13), 5), levy=everywhere(range(10, 13), 1))
    levy, city = (row(keyness(here, there), term) for term in ("levy", "city"))
    assert levy["log_odds"] == pytest.approx(log(15 / 39) - log(12 / 42))
    assert levy["z"] == pytest.approx(levy["log_odds"] / (1 / 15 + 1 / 12) ** 0.5)
    assert city["z"] == pytest.approx(-levy["log_odds"] / (1 / 39 + 1 / 42) ** 0.5)
    assert [levy["log_ratio"], city["log_ratio"]] == pytest.approx([1, np.log2(12 / 15)])
    assert [one["p"] for one in (levy, city)] == pytest.approx(
        [erfc(abs(one["z"]) / 2**0.5) for one in (levy, city)]
    )
    assert [levy["q"], city["q"]] == pytest.approx([levy["p"], min(2 * city["p"], levy["p"])])


def test_no_use_is_taken_for_half_a_use_in_the_ratio_alone() -> None:
    table = keyness(used(levy=everywhere(range(3), 1)), used(port=everywhere(range(10, 13), 2)))
    assert table[["count", "count_rest"]].values.tolist() == [[3, 0], [0, 6]]
    assert table["log_ratio"].tolist() == pytest.approx([np.log2(12), np.log2(1 / 6)])


def test_the_prior_is_worth_500_uses_of_many() -> None:
    here = used(city=everywhere(range(40), 20), levy=everywhere(range(40), 5))
    levy = row(keyness(here, used(city=everywhere(range(100, 140), 25))), "levy")
    prior = 200 / 2000 * 500
    assert levy["log_odds"] == pytest.approx(
        log((200 + prior) / (1300 - prior)) - log(prior / (1500 - prior))
    )


def test_terms_used_alike_stand_in_alphabetical_order() -> None:
    here, there = (
        used(b=everywhere(ids), c=everywhere(ids), a=everywhere(ids)) for ids in (range(3), range(9))
    )
    assert keyness(here, there)["term"].tolist() == ["a", "b", "c"]


def test_a_term_in_three_articles_of_both_together_is_tested() -> None:
    here = used(city=everywhere(range(5)), boat={"a0": 1, "a1": 1})
    assert "boat" in set(keyness(here, used(city=everywhere(range(9, 12)), boat={"a9": 1}))["term"])


def test_without_rows_there_are_the_columns_and_types_of_rows() -> None:
    pd.testing.assert_series_equal(keyness(used(), REST).dtypes, keyness(REST, REST).dtypes)


def test_a_term_that_one_article_repeats_is_not() -> None:
    burst = used(city=everywhere(range(40)), levy={"a0": 118, "a1": 1, "a2": 1})
    assert row(keyness(burst, REST), "levy")["q"] > CLEAR


def test_what_the_rest_says_more_comes_last_and_is_negative() -> None:
    table = keyness(REST, used(city=everywhere(range(40)), levy=everywhere(range(30), 4)))
    assert table["term"].iloc[-1] == "levy"
    assert table["z"].iloc[-1] < 0


def test_both_sides_mirror_each_other() -> None:
    here = used(city=everywhere(range(40)), levy=everywhere(range(30), 4))
    there, back = keyness(here, REST).set_index("term"), keyness(REST, here).set_index("term")
    assert there["z"].sort_index().tolist() == pytest.approx((-back["z"]).sort_index().tolist())
    assert there["q"].sort_index().tolist() == pytest.approx(back["q"].sort_index().tolist())


def test_equal_selections_show_nothing() -> None:
    table = keyness(REST, REST)
    assert table["log_odds"].tolist() == pytest.approx([0, 0])
    assert (table["q"] > CLEAR).all()
    assert table["term"].tolist() == ["city", "levy"]


def test_a_term_in_few_articles_is_left_out() -> None:
    rare = used(city=everywhere(range(5)), boat={"a0": 50, "a1": 50})
    assert "boat" not in set(keyness(rare, REST)["term"])


def left_out_one_by_one(here: pd.DataFrame, there: pd.DataFrame) -> Any:
    """The variance of each term's log-odds, counted anew without each article."""
    n, m = here["count"].sum(), there["count"].sum()
    totals = [side.groupby("term")["count"].sum() for side in (here, there)]
    both = totals[0].add(totals[1], fill_value=0)
    prior = both / (n + m) * min(PRIOR, n + m)

    def log_odds(*sides: pd.DataFrame) -> Any:
        odds = []
        for side in sides:
            uses = side.groupby("term")["count"].sum().reindex(both.index, fill_value=0) + prior
            odds.append(np.log(uses / (side["count"].sum() + min(PRIOR, n + m) - uses)))
        return odds[0] - odds[1]

    ids = sorted({*here["article_id"], *there["article_id"]})
    moved = sum(
        (log_odds(*(side[side["article_id"] != one] for side in (here, there))) - log_odds(here, there)) ** 2
        for one in ids
    )
    return moved * (len(ids) - 1) / len(ids)


def test_the_error_is_that_of_leaving_out_one_article_after_the_other() -> None:
    # Every article uses every term, so nothing is approximated; a5 to a9 stand on both sides.
    random = np.random.default_rng(5)
    sides = []
    for first in (0, 5):
        ids = [f"a{number}" for number in range(first, first + 10) for _ in range(6)]
        counts = random.poisson(np.tile([60, 40, 30, 30, 20, 20], 10) * random.uniform(0.2, 3, 60)) + 1
        sides.append(pd.DataFrame({"article_id": ids, "term": list("abcdef") * 10, "count": counts}))
    table = keyness(*sides).set_index("term").sort_index()
    variance = left_out_one_by_one(*sides)
    assert (variance > 1 / table["count"] + 1 / table["count_rest"]).all()
    assert (table["log_odds"] / np.sqrt(variance)).tolist() == pytest.approx(table["z"].tolist(), rel=1e-12)


def test_the_uses_of_another_speaker_in_the_same_article_count_once() -> None:
    here = used(city=everywhere(range(6)), levy=everywhere(range(3)))
    there = used(city=everywhere(range(3, 9)), levy=everywhere(range(5)))
    both = row(keyness(here, there, fewest=5), "levy")
    assert (both["articles"], both["articles_rest"]) == (3, 5)
    assert "levy" not in set(keyness(here, there, fewest=6)["term"])


def test_chance_is_called_clear_no_more_often_than_promised() -> None:
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
def test_without_words_on_one_side_there_are_no_rows(here: Any, there: Any) -> None:
    table = keyness(here, there)
    assert table.empty
    assert "q" in table


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'count'"):
        keyness(REST.drop(columns="count"), REST)


def test_q_is_the_smallest_rate_of_false_discoveries_that_takes_the_term_in() -> None:
    source = np.random.default_rng(4)
    sides = [
        used(**{f"t{n}": {f"{side}{m}": int(source.integers(1, 9)) for m in range(12)} for n in range(30)})
        for side in "ab"
    ]
    table = keyness(*sides)
    p = table["p"].to_numpy()
    rates = np.array([limit * len(p) / (p <= limit).sum() for limit in p])
    assert table["q"].tolist() == pytest.approx([rates[p >= value].min() for value in p])
    assert (table["q"] >= p).all()
    assert (table["q"] <= 1).all()
