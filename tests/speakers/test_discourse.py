"""Rules of who has spoken, and whose words stand around a position."""

from analysis.model import Span
from analysis.speakers.discourse import Discourse
from analysis.speakers.entities import Entity

ANA, JOE, BEA = (Entity("person", (name,)) for name in ("Ana", "Joe", "Bea"))


def spoken(*entries: tuple[int, int, Entity, str]) -> Discourse:
    discourse = Discourse()
    for paragraph, (start, end, entity, pronoun) in enumerate(entries):
        discourse.add([Span(start, end)], entity, pronoun, paragraph)
    return discourse


def test_of_contents_around_a_position_the_innermost_counts() -> None:
    for entries in ([(0, 90, ANA, ""), (20, 40, JOE, "")], [(20, 40, JOE, ""), (0, 90, ANA, "")]):
        assert spoken(*entries).around(30) is JOE
        assert spoken(*entries).around(50) is ANA


def test_a_content_holds_its_first_character_and_not_its_end() -> None:
    discourse = spoken((10, 20, ANA, ""))
    assert [discourse.around(at) for at in (9, 10, 19, 20)] == [None, ANA, ANA, None]


def test_the_last_speaker_but_one_is_somebody_else() -> None:
    discourse = spoken((0, 5, ANA, ""), (6, 9, JOE, ""), (10, 12, JOE, ""))
    last, before = discourse.last(), discourse.last(2)
    assert last is not None
    assert before is not None
    assert (last.entity, last.paragraph, before.entity) == (JOE, 2, ANA)
    assert discourse.last(3) is None


def test_who_was_called_so_last_is_found_by_the_pronoun() -> None:
    discourse = spoken((0, 5, ANA, "she"), (6, 9, BEA, "she"), (10, 12, JOE, "he"))
    assert discourse.last_called(frozenset({"she", "her"})) is BEA
    assert discourse.last_called(frozenset({"they"})) is None
