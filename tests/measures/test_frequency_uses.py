"""Are terms counted the same, whether they come as text or as numbers?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.frequency import keyword_frequency, uses
from analysis.measures.keyness import keyness

ROWS = [("a", "levy", 2), ("b", "levy", 1), ("b", "port", 4), ("c", "levy", 3), ("c", "boat", 1)]


def used(rows: Any = ROWS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "term", "count"])


def packed(table: pd.DataFrame) -> pd.DataFrame:
    return table.astype({"article_id": "category", "term": "category"})


def test_entries_stand_by_article_and_term() -> None:
    (found,) = uses(used(ROWS[::-1]))
    assert [found.terms[place] for place in found.term] == ["levy", "levy", "port", "boat", "levy"]
    assert found.count.tolist() == [2, 1, 4, 1, 3]


def test_several_rows_of_one_term_and_article_are_one_entry() -> None:
    (found,) = uses(used([("a", "levy", 2), ("b", "port", 1), ("a", "levy", 5)]))
    assert found.count.tolist() == [7, 1]
    assert found.by_term().tolist() == [1, 1]


def test_two_tables_are_numbered_together() -> None:
    here, there = uses(used([("b", "levy", 2)]), used([("a", "port", 5), ("b", "levy", 1)]))
    assert [here.term.tolist(), there.term.tolist()] == [[0], [1, 0]]
    assert [here.article.tolist(), there.article.tolist()] == [[1], [0, 1]]


def test_many_entries_are_summed_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    (whole,) = uses(used())
    sums = whole.by_term(whole.count).tolist()
    monkeypatch.setattr("analysis.measures.frequency._BLOCK", 2)
    assert whole.by_term(whole.count).tolist() == sums
    assert np.concatenate([block.count for block in whole.blocks()]).tolist() == whole.count.tolist()


def test_categories_give_the_numbers_that_text_gives() -> None:
    here, there = used(), used([("d", "levy", 1), ("e", "port", 9), ("f", "port", 2)])
    both = packed(pd.concat([here, there], ignore_index=True))
    split = both.iloc[: len(here)], both.iloc[len(here) :]
    pd.testing.assert_frame_equal(keyness(*split), keyness(here, there))
    pd.testing.assert_frame_equal(keyword_frequency(split[1], 9), keyword_frequency(there, 9))


def test_nothing_gives_no_entries() -> None:
    (found,) = uses(used([]))
    assert (len(found.term), found.by_term().tolist()) == (0, [])
