"""Rules of what speaks for a candidate."""

from analysis.speakers.choosing import Features
from analysis.speakers.entities import Entity
from analysis.speakers.features import compare, match_features, same_group


def test_nouns_of_one_group_can_stand_for_one_another() -> None:
    assert same_group("candidate", "nominee")
    assert not same_group("candidate", "senator")
    assert not same_group("zeppelin", "zeppelin")


def known(heads: set[str], words: set[str], key: tuple[str, ...] = ()) -> Entity:
    return Entity("person", key, key=key, role_heads=heads, role_words=words)


def test_a_noun_fits_by_the_closest_thing_known() -> None:
    assert match_features("nominee", set(), known({"nominee"}, {"nominee"})) == {"same_noun": 1.0}
    assert match_features("nominee", set(), known({"aide"}, {"nominee"})) == {"noun_in_role": 1.0}
    assert match_features("nominee", set(), known({"candidate"}, set())) == {"like_noun": 1.0}
    assert match_features("nominee", set(), known(set(), set(), ("candidate",))) == {"like_noun_in_name": 1.0}
    assert match_features("nominee", set(), known({"baker"}, set())) == {}


def test_words_before_a_noun_count_by_their_part_that_is_known() -> None:
    entity = known({"aide"}, {"aide", "harbor"})
    assert match_features("aide", {"harbor", "old"}, entity)["shared_words"] == 0.5
    assert match_features("aide", {"new"}, entity)["no_shared_words"] == 1.0


def test_the_only_candidate_of_a_sentence_is_alone_and_of_several_the_first_is_noted() -> None:
    near: Features = {"same_sentence": 1.0}
    quoted: Features = {"same_sentence": 1.0, "in_quotation": 1.0}
    clashing: Features = {"same_sentence": 1.0, "gender_clashes": 0.5}
    compare([(None, near), (None, quoted), (None, clashing)])
    assert "alone_same_sentence" in near
    assert not any("alone_same_sentence" in one for one in (quoted, clashing))
    # The nearest candidate comes first in the list, so the last one was named first.
    later: Features = {"same_sentence": 1.0}
    first: Features = {"same_sentence": 1.0}
    compare([(None, later), (None, first)])
    assert "first_same_sentence" in first
    assert "first_same_sentence" not in later
