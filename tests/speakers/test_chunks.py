"""Rules of where a description begins and ends."""

import pytest

from analysis.speakers.chunks import Chunk, Chunks, nouns
from analysis.text import parse


def found(text: str) -> list[Chunk]:
    return Chunks(parse(text)).all


@pytest.mark.parametrize(
    ("text", "words", "opener", "kind"),
    [
        ("He met the harbor board spokesman there.", "harbor board spokesman", "the", "unnamed"),
        ("He met an agency there.", "agency", "an", "organization"),
        ("He met his lawyer there.", "lawyer", "his", "unnamed"),
        ("He read this report there.", "report", "this", "document"),
        ("He met local voters there.", "local voters", "", "group"),
        ("He met Ana Silva's lawyer there.", "Ana Silva's lawyer", "'s", "unnamed"),
    ],
)
def test_a_description_goes_from_its_article_to_its_noun(
    text: str, words: str, opener: str, kind: str
) -> None:
    [chunk] = found(text)
    assert (chunk.words, chunk.opener, chunk.kind) == (words, opener, kind)
    assert chunk.is_definite == (opener in {"the", "this"})


def test_a_noun_before_another_is_part_of_its_description() -> None:
    assert [chunk.words for chunk in found("He met the police spokesman there.")] == ["police spokesman"]


def test_a_capitalized_noun_inside_a_sentence_is_a_name() -> None:
    assert found("He met the Agency there.") == []


def test_a_single_noun_without_article_is_no_description() -> None:
    assert found("He was mayor there.") == []


def test_modifiers_are_the_words_before_the_noun() -> None:
    assert found("He met the old Harbor mayor there.")[0].modifiers == {"old", "harbor"}


def test_a_description_is_found_by_where_it_begins_and_by_what_follows_it() -> None:
    text = "The mayor, Ana Silva, met the agency there."
    chunks = Chunks(parse(text))
    before, beginning = chunks.ending_before(text.index("Ana")), chunks.starting_at(text.index("the agency"))
    assert before is not None
    assert beginning is not None
    assert (before.head, beginning.head) == ("mayor", "agency")
    assert chunks.ending_before(text.index("Silva")) is None
    assert chunks.starting_at(text.index("agency")) is None


@pytest.mark.parametrize("noun", ["firemen", "secretaries", "churches", "mayors"])
def test_plurals_of_nouns_are_known_as_groups(noun: str) -> None:
    assert nouns().get(noun, ("group", True)) == ("group", True)


def test_a_plural_is_spelled_as_its_noun_asks() -> None:
    assert {"senators", "companies", "agencies", "businesses"} <= nouns().keys()
