"""Corrections of what a reader points at, and words that somebody has copied out of a text."""

from pathlib import Path
from typing import Any

import pytest

from analysis.curation.correcting import (
    kind_of,
    missed_quotation,
    no_quotation,
    places_of,
    tone_of_sentence,
)
from analysis.errors import CorpusError
from analysis.model import UNNAMED_SOURCES, Span
from analysis.store import open_corpus, write


def test_what_does_not_exist_cannot_be_corrected(bridge: Any) -> None:
    read = open_corpus(bridge)
    with pytest.raises(CorpusError, match="no quotation nothing"):
        no_quotation(read, "nothing", by="Eva")
    with pytest.raises(CorpusError, match="characters"):
        missed_quotation(read, "bridge", [Span(0, 100_000)], None, by="Eva")
    with pytest.raises(CorpusError, match="no measured sentence"):
        tone_of_sentence(read, "bridge", 100_000, 0.0, by="Eva")


def test_the_kind_of_a_speaker_is_the_one_in_the_corpus_else_a_person(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    write(tmp_path, [analysis(1, (quotation(0, "Harbor Council", kind="organization"),))])
    corpus = open_corpus(tmp_path)
    names = ("Harbor Council", "Somebody New", UNNAMED_SOURCES)
    assert [kind_of(corpus, name) for name in names] == ["organization", "person", "unnamed"]


TEXT = "She said:\n“It is\n closed.” It isn’t. It is closed."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is closed.", ["It is\n closed.", "It is closed."]),
        ('"It is closed."', ["“It is\n closed.”"]),
        ("isn't", ["isn’t"]),
        ("it is", []),
        ("is (closed", []),
        ("  ", []),
    ],
    ids=["line breaks", "straight marks", "apostrophe", "letter case", "a pattern is none", "nothing"],
)
def test_words_are_found_as_a_person_copies_them(words: Any, found: Any) -> None:
    assert [span.of(TEXT) for span in places_of(TEXT, words)] == found
