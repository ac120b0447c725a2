"""Can an article be corrected and taken out?"""

import json

import pytest


@pytest.fixture
def first(call, source):
    """The id of an article in a corpus of its own."""
    call("add", source)
    return json.loads(call("show", "quotations", "--format", "json").stdout)[0]["article_id"]


def articles(call):
    rows = json.loads(call("show", "quotations", "--format", "json").stdout)
    return {row["article_id"]: row for row in rows}


def test_what_is_edited_changes_and_the_rest_stays(call, first):
    assert call("edit", first, "--published", "2026-05-01", "--outlet", "Evening Star").exit_code == 0
    row = articles(call)[first]
    assert (row["published"], row["outlet"], row["title"]) == ("2026-05-01", "Evening Star", "Bridge closed")


def test_an_empty_value_means_unknown(call, first):
    assert call("edit", first, "--published", "", "--outlet", "").exit_code == 0
    assert (articles(call)[first]["published"], articles(call)[first]["outlet"]) == (None, None)


def test_removed_articles_are_gone(call, first):
    done = call("remove", first)
    assert done.exit_code == 0
    assert "1 article removed" in done.stderr
    assert first not in articles(call)


def test_an_unknown_id_is_named_and_the_others_are_removed(call, first):
    done = call("remove", first, "abc")
    assert done.exit_code == 1
    assert "no article abc" in done.stderr
    assert first not in articles(call)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["abc", "--title", "T"], 1, "no article abc"),
        (["abc"], 2, "nothing to correct"),
        (["abc", "--published", "soon"], 2, "YYYY-MM-DD"),
    ],
)
def test_an_edit_that_cannot_be_made_says_why(call, first, arguments, code, words):
    done = call("edit", *arguments)
    assert done.exit_code == code
    assert words in done.stderr
