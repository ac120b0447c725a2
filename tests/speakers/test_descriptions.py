"""Rules of whom a description may mean."""

import pytest

from analysis.model import Attribution, Span
from analysis.speakers import resolve
from analysis.speakers.choosing import Choice, Features
from analysis.speakers.descriptions import possessive_in
from analysis.text import parse


def features(text: str, source: str) -> dict[str | None, Features]:
    """The features of each candidate for the last such source in a text, by name."""
    seen: list[Choice] = []
    start = text.rindex(source)
    content = Span(start + len(source) + 6, len(text) - 1)
    attribution = Attribution((content,), (Span(start, start + len(source)),), (), "statement", 1.0)
    resolve(parse(text, "x"), [attribution], watch=seen.append)
    choice = seen[-1]
    return {name: found for name, (_, found) in zip(choice.names, choice.candidates, strict=True)}


def test_whose_known_role_is_another_is_marked_so() -> None:
    text = "Mayor Ana Silva met Joe Park. The lawyer said that it failed."
    found = features(text, "The lawyer")
    assert "has_other_role" in found["Ana Silva"]
    assert "has_other_role" not in found["Joe Park"]


def test_whose_role_fits_has_no_other_role() -> None:
    found = features("Mayor Ana Silva met Joe Park. The mayor said that it failed.", "The mayor")
    assert {"same_noun", "only_bearer"} <= found["Ana Silva"].keys()
    assert "has_other_role" not in found["Ana Silva"]


def test_a_role_of_like_meaning_is_no_other_role() -> None:
    found = features("Candidate Ana Silva met Joe Park. The nominee said that it failed.", "The nominee")
    assert "like_noun" in found["Ana Silva"]
    assert "has_other_role" not in found["Ana Silva"]


def test_a_description_may_always_stand_for_itself_or_nobody() -> None:
    found = features("A harbor aide said that it failed.", "A harbor aide")
    assert {"itself", "itself_unnamed", "itself_a"} <= found["harbor aide"].keys()
    assert {"nobody", "nobody_unnamed"} <= found[None].keys()


def test_a_noun_that_no_list_knows_is_marked_so() -> None:
    assert (
        "itself_unknown_noun"
        in features("A zeppelineer said that it failed.", "A zeppelineer")["zeppelineer"]
    )
    assert "itself_unknown_noun" not in features("A mayor said that it failed.", "A mayor")["mayor"]


def test_words_of_a_name_before_the_noun_speak_for_their_bearer() -> None:
    text = "Port Director Ana Silva met Director Joe Park. The Port director said that it failed."
    found = features(text, "The Port director")
    assert "shares_proper_word" in found["Ana Silva"]
    assert "lacks_proper_word" in found["Joe Park"]


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("James’ boat and James’s car", "James’s"),
        ("James' boat sank", "James'"),
        ("James’ boat sank", "James’"),
        ("it’s James", "James’s"),
        ("it is James", "James's"),
    ],
)
def test_a_possessive_is_written_as_the_text_writes_it(text: str, possessive: str) -> None:
    assert possessive_in(text, "James") == possessive
