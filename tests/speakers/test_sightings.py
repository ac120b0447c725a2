"""Rules of who stands where in an article."""

import pytest

from analysis.speakers.cast import cast_of
from analysis.speakers.chunks import Chunks
from analysis.speakers.sightings import Sightings
from analysis.speakers.traits import learn_roles
from analysis.text import parse

PERSONS = frozenset({"person"})


def sightings(text: str) -> Sightings:
    document = parse(text, "x")
    cast, chunks = cast_of(document, "x"), Chunks(document)
    learn_roles(document, cast, chunks)
    return Sightings(document, cast, chunks, {}, [])


def before(text: str, farthest: int = 14) -> list[tuple[str, int]]:
    """The persons before the end of a text and how many sentences ago they stood there."""
    found = sightings(text).before(len(text), PERSONS, farthest=farthest)
    assert [seen.rank for seen in found] == list(range(len(found)))
    return [(seen.entity.name, seen.distance) for seen in found]


def test_the_nearest_comes_first_and_each_once() -> None:
    text = "We met Ana Silva there. Then Joe Park came. So Silva left."
    assert before(text) == [("Ana Silva", 0), ("Joe Park", 1)]


def test_nobody_farther_away_than_asked_is_seen() -> None:
    assert before("We met Ana Silva there. Then Joe Park came.", farthest=0) == [("Joe Park", 0)]


def test_where_the_reporter_named_somebody_counts_more_than_where_another_did() -> None:
    text = "Then Ana Silva came. “We met Silva there,” he said. So it ended."
    assert before(text) == [("Ana Silva", 2)]


def test_two_named_together_may_be_meant_together() -> None:
    found = sightings("Then Ana Silva and Joe Park came.").before(33, PERSONS)
    assert "Ana Silva & Joe Park" in [seen.entity.name for seen in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ana Silva came. The mayor left.", "Ana Silva"),
        ("Mayor Ana Silva met Mayor Joe Park. The mayor left.", None),
        ("The mayor left. Mayor Ana Silva came.", None),
    ],
)
def test_an_office_is_its_only_bearer_so_far(text: str, name: str | None) -> None:
    only = sightings(text).only_bearer("mayor", text.index("he mayor"))
    assert (only.name if only else None) == name


def test_a_description_is_named_with_what_hangs_on_its_noun_first() -> None:
    text = "He read a report on harbor traffic in June. Then the report was lost."
    seen = sightings(text)
    [report] = {id(s.entity): s.entity for s in seen.before(len(text), frozenset({"document"}))}.values()
    assert seen.full_name(report) == "report on harbor traffic in June"


def test_the_word_beside_a_mention_is_none_where_a_mark_stands() -> None:
    text = "So, then Ana Silva left (Joe Park)."
    seen = sightings(text)
    ana, joe = (seen.before(len(text), PERSONS)[i].mention for i in (1, 0))
    assert (seen.word_before(ana), seen.next_word(ana)) == ("then", "left")
    assert (seen.word_before(joe), seen.next_word(joe)) == ("(", "")
