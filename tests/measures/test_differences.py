from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.differences import share_differences
from analysis.measures.uncertainty import share_intervals


def said(shares: Any, stories: Any, prefix: Any, seed: int = 1) -> Any:
    """Statements of which each story gives the first speaker about this share."""
    source = np.random.default_rng(seed)
    rows = []
    for number in range(stories):
        for speaker, share in shares.items():
            words = int(source.poisson(100 * share))
            rows.append((f"{prefix}{number}", f"{prefix}{number}", speaker, words, "direct"))
    statements = pd.DataFrame(rows, columns=["article_id", "story_id", "speaker", "words", "form"])
    return statements, statements[["article_id", "story_id"]].drop_duplicates(ignore_index=True)


def test_a_plain_difference_is_clear_and_a_small_one_is_not() -> None:
    before = said({"Ana Silva": 0.2, "Bo Chen": 0.5, "Cy Rossi": 0.3}, 60, "a")
    after = said({"Ana Silva": 0.4, "Bo Chen": 0.3, "Cy Rossi": 0.3}, 60, "b", seed=2)
    found = share_differences(before, after).table.set_index("speaker")
    assert found["is_clear"].tolist() == [True, True, False]
    assert found["difference"]["Ana Silva"] == pytest.approx(0.2, abs=0.03)
    assert (found["low"] < found["difference"]).all()
    assert (found["difference"] < found["high"]).all()


def test_the_same_stories_are_compared_as_pairs() -> None:
    statements, articles = said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 60, "a")
    found = share_differences((statements, articles), (statements, articles)).table
    assert (found["difference"] == 0).all()
    apart = share_differences(
        (statements, articles), said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 60, "b", seed=2)
    ).table
    assert ((apart["high"] - apart["low"]) > 10 * (found["high"] - found["low"])).all()


def test_turning_the_selections_round_turns_the_sign() -> None:
    before, after = (
        said({"Ana Silva": 0.2, "Bo Chen": 0.8}, 50, "a"),
        said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 70, "b"),
    )
    there = share_differences(before, after, groups=["Ana Silva"]).table
    back = share_differences(after, before, groups=["Ana Silva"]).table
    assert there["difference"][0] == pytest.approx(-back["difference"][0])
    assert there["low"][0] == pytest.approx(-back["high"][0])


def test_who_is_heard_in_one_selection_only_is_compared_with_nothing() -> None:
    before, after = said({"Bo Chen": 1.0}, 60, "a"), said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 60, "b")
    found = share_differences(before, after).table.set_index("speaker")
    assert found["before"]["Ana Silva"] == 0
    assert found["is_clear"]["Ana Silva"]


def test_with_few_stories_in_one_selection_there_is_no_interval() -> None:
    before, after = said({"Ana Silva": 1.0}, 10, "a"), said({"Bo Chen": 1.0}, 60, "b")
    found = share_differences(before, after)
    assert found.table["low"].isna().all()
    assert not found.table["is_clear"].any()
    assert (found.stories, found.note) == (10, "describes these 10 articles only")


def test_nothing_on_both_sides_gives_no_rows() -> None:
    statements, articles = said({"Ana Silva": 1.0}, 1, "a")
    nothing = statements.head(0), articles.head(0)
    assert len(share_differences(nothing, nothing).table) == 0
    one = share_differences(nothing, (statements, articles)).table
    assert one["after"].tolist() == [1.0]
    assert one["before"].isna().all()


@pytest.mark.parametrize(("stories", "has_bounds"), [(19, False), (20, True)])
def test_from_20_stories_on_a_difference_has_bounds(stories: Any, has_bounds: Any) -> None:
    before = said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 60, "a")
    after = said({"Ana Silva": 0.4, "Bo Chen": 0.6}, stories, "b")
    assert share_differences(before, after).table["low"].notna().tolist() == [has_bounds] * 2
    assert share_differences(after, before).table["low"].notna().tolist() == [has_bounds] * 2


def test_of_stories_apart_the_distances_to_the_bounds_are_added_as_squares() -> None:
    before = said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 40, "a")
    after = said({"Ana Silva": 0.4, "Bo Chen": 0.6}, 30, "b", seed=2)
    old, new = (share_intervals(*side, groups=["Ana Silva"]).table.iloc[0] for side in (before, after))
    found = share_differences(before, after, groups=["Ana Silva"]).table.iloc[0]
    assert [found["before"], found["after"]] == pytest.approx([old["share"], new["share"]])
    below = np.hypot(new["share"] - new["low"], old["high"] - old["share"])
    above = np.hypot(new["high"] - new["share"], old["share"] - old["low"])
    difference = new["share"] - old["share"]
    assert [found["low"], found["difference"], found["high"]] == pytest.approx(
        [difference - below, difference, difference + above]
    )


def test_of_the_same_stories_what_moves_together_is_taken_out() -> None:
    statements, articles = said({"Ana Silva": 0.3, "Bo Chen": 0.7}, 30, "a")
    words = statements["words"].to_numpy().copy()
    words[::2] += np.arange(30) % 3 * 7
    sides = (statements, articles), (statements.assign(words=words), articles)
    old, new = (share_intervals(*side, groups=["Ana Silva"]).table.iloc[0] for side in sides)
    misses = []
    for (said_there, _), known in zip(sides, (old, new), strict=True):
        both = said_there["words"].to_numpy().reshape(30, 2)
        misses.append(both[:, 0] - known["share"] * both.sum(axis=1))
    together = (misses[0] * misses[1]).sum() / np.sqrt((misses[0] ** 2).sum() * (misses[1] ** 2).sum())
    one, other = new["share"] - new["low"], old["high"] - old["share"]
    wide = np.sqrt(one**2 + other**2 - 2 * together * one * other)
    found = share_differences(*sides, groups=["Ana Silva"]).table.iloc[0]
    assert found["difference"] - found["low"] == pytest.approx(wide)
    assert 0.1 < together < 0.99


def test_a_difference_stays_within_minus_1_and_1() -> None:
    before, after = said({"Bo Chen": 1.0}, 20, "a"), said({"Ana Silva": 1.0}, 20, "b")
    found = share_differences(before, after).table.set_index("speaker")
    assert found.loc["Ana Silva", ["difference", "high"]].tolist() == [1, 1]
    assert found.loc["Bo Chen", ["difference", "low"]].tolist() == [-1, -1]
    assert found["is_clear"].all()
