"""Are two periods compared as parts of their own wholes?"""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.changes import halves, period_before, share_changes, term_changes


def said(**words: int) -> pd.DataFrame:
    names = [None if name == "nobody" else name for name in words]
    return pd.DataFrame({"speaker": pd.Series(names, dtype="str"), "words": list(words.values())})


def used(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "term"])


KNOWN = (date(2026, 3, 2), date(2026, 5, 10))


def test_the_period_before_is_as_long_and_ends_the_day_before() -> None:
    assert period_before((date(2026, 4, 6), date(2026, 5, 3)), KNOWN) == (date(2026, 3, 9), date(2026, 4, 5))


def test_a_period_that_begins_before_the_first_article_is_none() -> None:
    assert period_before(KNOWN, KNOWN) is None


def test_halves_leave_a_middle_day_out() -> None:
    assert halves((date(2026, 3, 1), date(2026, 3, 3))) == (
        (date(2026, 3, 1), date(2026, 3, 1)),
        (date(2026, 3, 3), date(2026, 3, 3)),
    )
    assert halves((date(2026, 3, 1), date(2026, 3, 1))) is None


def test_the_largest_change_comes_first_in_either_direction() -> None:
    table = share_changes(said(Ana=6, Bo=3, Cy=1), said(Ana=1, Bo=4, Cy=5))
    assert table["speaker"].tolist() == ["Ana", "Cy", "Bo"]
    assert table["change"].tolist() == [pytest.approx(-0.5), pytest.approx(0.4), pytest.approx(0.1)]


def test_who_speaks_in_one_period_only_had_nothing_in_the_other() -> None:
    table = share_changes(said(Ana=1), said(Bo=2)).set_index("speaker")
    assert table.loc["Bo", ["before", "after", "quotations_before", "quotations"]].tolist() == [0, 1, 0, 1]


def test_unattributed_speech_is_compared_too() -> None:
    table = share_changes(said(Ana=1, nobody=1), said(Ana=3, nobody=1))
    assert table["change"].tolist() == [0.25, -0.25]
    assert table["speaker"].isna().tolist() == [False, True]


def test_choosing_speakers_never_changes_a_share() -> None:
    assert share_changes(said(Ana=1, Bo=3), said(Ana=1, Bo=1), speakers=["Ana"])["before"].tolist() == [0.25]


@pytest.mark.parametrize(("before", "now"), [(said(), said(Ana=1)), (said(Ana=1), said()), (said(), said())])
def test_a_silent_period_cannot_be_compared(before: Any, now: Any) -> None:
    assert share_changes(before, now).empty


def test_ties_are_in_alphabetical_order() -> None:
    assert share_changes(said(Bo=1, Ana=1), said(Ana=1, Cy=1))["speaker"].tolist() == ["Bo", "Cy", "Ana"]


def test_terms_are_parts_of_the_articles_of_their_period() -> None:
    before, now = used(("a", "levy"), ("b", "levy"), ("b", "port")), used(("c", "port"), ("d", "port"))
    table = term_changes(before, 4, now, 2, least=1)
    assert table["term"].tolist() == ["port", "levy"]
    assert table["change"].tolist() == [0.75, -0.5]


def test_rare_terms_are_left_out() -> None:
    assert term_changes(used(("a", "levy")), 1, used(("b", "levy")), 1).empty


def test_a_term_in_just_enough_articles_is_kept() -> None:
    before, now = used(("a", "levy"), ("b", "levy")), used(("c", "levy"))
    assert term_changes(before, 2, now, 1, least=3)["term"].tolist() == ["levy"]
    assert term_changes(before, 2, now, 1, least=4).empty


def test_without_articles_in_one_period_is_not_the_same_as_without_the_term() -> None:
    assert term_changes(used(), 3, used(("b", "levy")), 1, least=1)["before"].tolist() == [0.0]


def test_without_articles_in_a_period_no_term_changes() -> None:
    assert term_changes(used(), 0, used(("b", "levy")), 1, least=1).empty


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'words'"):
        share_changes(said(Ana=1), said(Ana=1).drop(columns="words"))
    with pytest.raises(ValueError, match="-1"):
        term_changes(used(), -1, used(), 1)
