"""Are terms counted the same, whether they come as text or as numbers?"""

from __future__ import annotations

import pandas as pd

from analysis.measures.frequency import keyword_frequency
from analysis.measures.keyness import keyness
from analysis.measures.uses import uses

ROWS = [("a", "levy", 2), ("b", "levy", 1), ("b", "port", 4), ("c", "levy", 3), ("c", "boat", 1)]


def used(rows=ROWS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "term", "count"])


def packed(table: pd.DataFrame) -> pd.DataFrame:
    return table.astype({"article_id": "category", "term": "category"})


def test_entries_stand_by_article_and_term():
    found = uses(used(ROWS[::-1]))
    assert [found.terms[place] for place in found.term] == ["levy", "levy", "port", "boat", "levy"]
    assert found.counts[0].tolist() == [2, 1, 4, 1, 3]


def test_several_rows_of_one_term_and_article_are_one_entry():
    found = uses(used([("a", "levy", 2), ("b", "port", 1), ("a", "levy", 5)]))
    assert found.counts[0].tolist() == [7, 1]
    assert found.summed().tolist() == [1, 1]


def test_an_article_on_both_sides_is_one_entry_with_two_counts():
    found = uses(used([("a", "levy", 2)]), used([("a", "levy", 5), ("b", "levy", 1)]))
    assert [counts.tolist() for counts in found.counts] == [[2, 0], [5, 1]]


def test_categories_give_the_numbers_that_text_gives():
    here, there = used(), used([("d", "levy", 1), ("e", "port", 9), ("f", "port", 2)])
    both = packed(pd.concat([here, there], ignore_index=True))
    split = both.iloc[: len(here)], both.iloc[len(here) :]
    pd.testing.assert_frame_equal(keyness(*split), keyness(here, there))
    pd.testing.assert_frame_equal(keyword_frequency(split[1], 9), keyword_frequency(there, 9))


def test_nothing_gives_no_entries():
    found = uses(used([]))
    assert (len(found.term), found.summed().tolist()) == (0, [])
