"""What is drawn, and what each group has of it."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.resampling import RESAMPLES, cells, draws, units

SAID = pd.DataFrame(
    {
        "article_id": ["a1", "a1", "a2", "a3", "a3", "a3"],
        "story_id": ["s1", "s1", "s1", "s2", "s2", "s2"],
        "speaker": ["Ana", "Ana", "Bo", "Ana", None, "Cy"],
        "words": [3, 2, 4, 1, 5, 0],
    }
)
ARTICLES = pd.DataFrame({"article_id": ["a1", "a2", "a3", "a4"], "story_id": ["s1", "s1", "s2", "s3"]})


def ids(count: Any) -> Any:
    return pd.Series([f"s{number:04}" for number in range(count)])


def test_up_to_1_000_stories_are_drawn_one_by_one_in_alphabetical_order() -> None:
    stories = ids(1_000)
    unit, count = units(stories[::-1])
    assert unit.tolist() == list(range(999, -1, -1))
    assert count == 1_000


def test_above_1_000_stories_as_many_groups_are_drawn_and_each_story_has_its_own() -> None:
    stories = pd.concat([ids(1_001), ids(5)])
    unit, count = units(stories)
    assert count == 1_000
    assert 0 <= unit.min() <= unit.max() < 1_000
    assert len(np.unique(unit)) > 600
    assert unit[1_001:].tolist() == unit[:5].tolist()
    assert units(stories[::-1])[0].tolist() == unit[::-1].tolist()


def test_each_resample_draws_as_many_units_as_there_are() -> None:
    drawn = draws(7)
    assert drawn.shape == (RESAMPLES, 7)
    assert (drawn.sum(axis=1) == 7).all()
    assert len(np.unique(drawn, axis=0)) > 500


def test_of_nothing_nothing_is_drawn() -> None:
    assert draws(0).shape == (RESAMPLES, 0)


def test_draws_cannot_be_changed_since_they_are_used_again() -> None:
    with pytest.raises(ValueError, match="read-only"):
        draws(3)[0, 0] = 1


@pytest.mark.parametrize(
    ("metric", "parts", "whole"),
    [
        ("words", [[5, 4, 0, 0], [1, 0, 5, 0], [0, 0, 0, 0]], [9, 6, 0]),
        ("quotations", [[2, 1, 0, 0], [1, 0, 1, 1], [0, 0, 0, 0]], [3, 3, 0]),
        ("articles", [[1, 1, 0, 0], [1, 0, 1, 1], [0, 0, 0, 0]], [2, 3, 0]),
    ],
)
def test_each_story_is_divided_among_those_who_speak_in_it(metric: Any, parts: Any, whole: Any) -> None:
    laid = cells(SAID, ARTICLES, "speaker")
    assert laid.names.fillna("-").tolist() == ["Ana", "Bo", "-", "Cy"]
    assert laid.matrix(metric).tolist() == parts
    assert laid.whole(metric)[:, 0].tolist() == whole


def test_articles_and_stories_are_counted_with_those_that_quote_nobody() -> None:
    laid = cells(SAID, ARTICLES, "speaker")
    assert laid.articles()[:, 0].tolist() == [2, 1, 1]
    assert (laid.stories, laid.n_units) == (3, 3)
    assert laid.stories_of().tolist() == [2, 1, 1, 1]
    assert laid.stories_of(SAID["words"] > 1).tolist() == [1, 1, 1, 0]


def test_a_story_without_a_word_has_quotations_to_share_out_but_no_words() -> None:
    silent = SAID.assign(words=[1, 0, 0, 0, 0, 0])
    laid = cells(silent, ARTICLES, "speaker")
    assert [laid.quoting(metric) for metric in ("words", "quotations", "articles")] == [1, 2, 2]


def test_groups_asked_for_are_the_columns_and_others_stay_in_the_whole() -> None:
    laid = cells(SAID, ARTICLES, "speaker", ["Zoe", None, "Ana"])
    assert laid.matrix("words").tolist() == [[0, 0, 5], [0, 5, 1], [0, 0, 0]]
    assert laid.whole("words")[:, 0].tolist() == [9, 6, 0]
    assert laid.stories_of().tolist() == [0, 1, 2]


def test_weighted_sums_leave_out_what_has_no_value() -> None:
    values = np.array([1.0, -0.5, np.nan, 0.5, 1.0, 0.0])
    words = SAID["words"].to_numpy("f8")
    sums, weights = cells(SAID, ARTICLES, "speaker", ["Ana", "Bo"]).weighted(values, words)
    assert sums.tolist() == [[2, 0], [0.5, 0], [0, 0]]
    assert weights.tolist() == [[5, 0], [1, 0], [0, 0]]


def test_statements_that_are_their_own_articles_are_laid_out_once() -> None:
    laid = cells(SAID, SAID, "speaker")
    assert (laid.stories, laid.n_units) == (2, 2)
    assert laid.matrix("words").tolist() == [[5, 4, 0, 0], [1, 0, 5, 0]]


def test_stories_that_are_drawn_may_be_more_than_those_of_the_articles() -> None:
    laid = cells(SAID, ARTICLES, "speaker", drawn=pd.Series(["s0", "s2", "s4"]))
    assert (laid.n_units, laid.stories) == (5, 3)
    assert laid.whole("words")[:, 0].tolist() == [0, 9, 6, 0, 0]


def test_without_statements_there_is_no_column() -> None:
    laid = cells(SAID[:0], ARTICLES, "speaker")
    assert laid.matrix("words").shape == (3, 0)
    assert laid.stories_of().tolist() == []


def test_an_unknown_metric_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"^metric 'lines' is none of words, quotations, articles$"):
        cells(SAID, ARTICLES, "speaker").matrix("lines")
