import pytest

from analysis.readers.columns import KNOWN_NAMES, found_columns, listed, our_names


@pytest.mark.parametrize(
    "name", ["text", "Article Text", "article_text", "articleText", "ARTICLE-TEXT", " body "]
)
def test_names_are_compared_without_case_spaces_and_punctuation(name: str) -> None:
    assert found_columns(["a", name], {}) == {"text": name}


def test_of_several_known_columns_the_most_telling_is_taken() -> None:
    assert found_columns(["content", "story", "body", "source", "publisher"], {}) == {
        "text": "body",
        "outlet": "publisher",
    }


def test_a_column_chosen_exactly_goes_before_one_that_differs_in_case() -> None:
    assert found_columns(["Body", "body"], {"text": "body"}) == {"text": "body"}


def test_no_name_stands_for_two_things() -> None:
    names = [name for known in KNOWN_NAMES.values() for name in known]
    assert len(names) == len(set(names))


def test_choices_may_be_made_under_any_known_name() -> None:
    assert our_names({"body": "x", "publisher": "y", "date": "z"}) == {
        "text": "x",
        "outlet": "y",
        "published": "z",
    }


def test_long_lists_of_names_are_shortened() -> None:
    assert listed([str(number) for number in range(30)]).endswith("19 and 10 more")
