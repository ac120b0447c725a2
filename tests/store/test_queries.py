from datetime import date

import pytest

from analysis.model import Selection
from analysis.store.queries import QUOTATION_COLUMNS, Asked, articles, ids, quotations


def test_a_query_has_the_parameters_that_it_names_and_no_others() -> None:
    asked = Asked(Selection(outlets=("Post",), text="harbor levy", forms=("direct",)))
    assert ids(asked).parameters == {"outlets": ["Post"], "word0": "harbor", "word1": "levy"}
    assert quotations(asked, ["words"]).parameters.keys() == {"outlets", "word0", "word1", "acts", "forms"}
    assert "unnamed" in quotations(asked, ["speaker"]).parameters


def test_nothing_that_a_user_typed_is_part_of_the_sql() -> None:
    chosen = Selection(outlets=("it's",), text="it's", speakers=("it's",), date_from=date(2026, 3, 1))
    for query in (articles(Asked(chosen)), quotations(Asked(chosen), QUOTATION_COLUMNS)):
        assert "it's" not in query.sql
        assert "2026" not in query.sql


def test_copies_are_left_out_only_where_there_are_some_and_stories_count_once() -> None:
    assert "row_number" in ids(Asked(Selection())).sql
    assert "row_number" not in ids(Asked(Selection(), has_copies=False)).sql
    assert "row_number" not in ids(Asked(Selection(distinct_stories=False))).sql


def test_names_are_joined_only_where_they_are_shown_or_filtered_by() -> None:
    plain, named = Asked(Selection(), False), Asked(Selection(kinds=("person",)), False)
    assert "named" not in quotations(plain, ["words"]).sql
    assert "join named" in quotations(plain, ["role"]).sql
    assert "join named" in quotations(named, ["words"]).sql


def test_no_articles_are_not_all_articles() -> None:
    assert ids(Asked(Selection(), False, ())).parameters == {"article_ids": []}
    assert "article_ids" not in ids(Asked(Selection(), False)).sql


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(ValueError, match="no columns of quotations: size"):
        quotations(Asked(Selection()), ["words", "size"])
