"""Rules of where a unit holds a cue."""

import pytest

from analysis.quotes.cue_phrases import cue_phrases
from analysis.quotes.units import units_of
from analysis.text import parse


def cues(text: str) -> list[tuple[str, str]]:
    """Source and cue of each cue phrase."""
    found = []
    for unit in units_of(parse(text, "x")):
        for cue in cue_phrases(unit):
            source = unit.covering(*cue.source).of(text) if cue.source else ""
            found.append((source, unit.covering(cue.first, cue.last).of(text)))
    return found


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Silva has repeatedly said that it failed.", "has repeatedly said"),
        ("Silva went on to say that it failed.", "went on to say"),
        ("Silva has known that it failed.", "has known"),
        ("Silva used the visit to say that it failed.", "say"),
        ("Silva left, saying that it failed.", "saying"),
        ("Silva complained of delay.", "complained"),
        ("It failed, according to Silva.", "according to"),
        ("It failed, as reported by Silva.", "as reported by"),
    ],
)
def test_a_cue_is_a_verb_with_its_group(text: str, cue: str) -> None:
    assert cues(text) == [("Silva", cue)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Silva known that it failed.", id="participle without have"),
        pytest.param("Silva leads Park by 271 pledged delegates.", id="participle behind a number"),
        pytest.param("The shift in 2008 felt less dramatic.", id="behind a year"),
        pytest.param("Her claims that day were few.", id="noun behind a possessive"),
        pytest.param("The port's claims were few.", id="noun behind a name"),
        pytest.param("A self-proclaimed pilot left.", id="half a word"),
        pytest.param("Silva used the visit to say much.", id="infinitive without a clear content"),
        pytest.param("Silva and the Said family left.", id="name"),
        pytest.param("“Silva said that it failed.”", id="in marks"),
        pytest.param("He was confirmed by the council.", id="passive without a message"),
        pytest.param("Silva left, hoping that it failed.", id="thought beside another verb"),
        pytest.param("The hall was full. Saying that it failed, he left.", id="gerund that opens a sentence"),
    ],
)
def test_a_form_that_is_no_verb_of_saying_here_is_no_cue(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It failed!” the guard went on.", "the guard"),
        ("“It failed,” Ana Silva gasped.", "Ana Silva"),
        ("“It failed,” she wondered aloud.", "she"),
    ],
)
def test_any_verb_behind_a_quotations_comma_introduces_it(text: str, source: str) -> None:
    assert [name for name, _ in cues(text)] == [source]


def test_a_verb_that_shares_its_subject_takes_that_of_the_cue_before() -> None:
    assert cues("Silva said that it failed and warned that it burns.") == [
        ("Silva", "said"),
        ("Silva", "warned"),
    ]
