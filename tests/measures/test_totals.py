"""Do the figures at the head of a page count what they say?"""

import pandas as pd

from analysis.measures.totals import Totals, summary

ARTICLES = pd.DataFrame({"article_id": ["a", "b"], "story_id": ["a", "a"]})


def statements(*rows: tuple[str | None, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["speaker", "form", "words"])
    return frame.astype({"speaker": "str", "form": "str", "words": "int64"})


def test_shares_are_parts_of_words() -> None:
    totals = summary(statements(("Ana", "direct", 6), (None, "mixed", 2)), ARTICLES)
    assert totals == Totals(2, 1, 2, 8, 1, 0.75, 0.25)


def test_nothing_said_has_no_shares() -> None:
    assert summary(statements(), ARTICLES) == Totals(2, 1, 0, 0, 0, None, None)
