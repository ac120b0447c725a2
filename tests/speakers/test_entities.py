"""Rules of what is kept of a possible speaker."""

import pytest

from analysis.speakers.entities import Entity
from analysis.speakers.names import Mention


def test_joint_speakers_are_named_one_after_another() -> None:
    parts = (Entity("person", ("Ana", "Silva")), Entity("person", ("Joe", "Park"), "Jr."))
    assert Entity("person", (), parts=parts).name == "Ana Silva & Joe Park Jr."


def test_a_body_has_no_article_in_its_name_but_a_person_may() -> None:
    assert Entity("organization", ("The", "Harbor", "Post")).name == "Harbor Post"
    assert Entity("person", ("The", "Rock")).name == "The Rock"


def test_what_the_text_says_of_the_gender_is_weighed_against_each_other() -> None:
    entity = Entity("person", ("Ana",))
    assert entity.gender == 0
    entity.note_gender("f", 2.0)
    assert entity.gender == pytest.approx(-0.8)
    entity.note_gender("m", 2.0)
    assert entity.gender == 0
    entity.note_gender(None, 9.0)
    assert entity.gender == 0


def test_mentions_before_a_position_are_those_that_begin_before_it() -> None:
    entity = Entity("person", ("Ana",))
    entity.mentions = [Mention(at, at + 3, ("Ana",), "word") for at in (5, 20)]
    last = entity.last_before(20)
    assert last is not None
    assert (last.start, entity.count_before(20), entity.last_before(5)) == (5, 1, None)


def test_a_role_is_shown_without_article_and_once() -> None:
    entity = Entity("person", ("Ana",))
    entity.add_role("the mayor", "mayor")
    entity.add_role("a mayor", "mayor")
    assert (entity.roles, entity.role_heads) == (["mayor"], {"mayor"})


def test_a_short_title_is_known_by_its_plain_noun() -> None:
    entity = Entity("person", ("Ana",))
    entity.add_role("Sen.", "sen")
    assert entity.role_heads == {"senator"}
    assert {"sen", "senator"} <= entity.role_words


def test_a_courtesy_title_is_not_shown() -> None:
    entity = Entity("person", ("Ana",))
    entity.add_role("Ms.", "ms")
    assert entity.roles == []
