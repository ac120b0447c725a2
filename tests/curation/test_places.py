"""Where words stand that somebody has copied out of a text."""

import pytest

from analysis.curation.correcting import places_of

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
def test_words_are_found_as_a_person_copies_them(words, found):
    assert [span.of(TEXT) for span in places_of(TEXT, words)] == found
