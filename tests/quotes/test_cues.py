"""Rules of the forms of cue verbs."""

import pytest

from analysis.quotes.cues import cue_verbs
from analysis.resources import word_table


@pytest.mark.parametrize(
    ("form", "lemma", "shape"),
    [
        ("said", "say", "finite"),
        ("says", "say", "finite"),
        ("saying", "say", "gerund"),
        ("agreeing", "agree", "gerund"),
        ("arguing", "argue", "gerund"),
        ("denies", "deny", "finite"),
        ("denied", "deny", "finite"),
        ("admitting", "admit", "gerund"),
        ("stresses", "stress", "finite"),
        ("told", "tell", "finite"),
    ],
)
def test_every_form_of_a_verb_is_known(form: str, lemma: str, shape: str) -> None:
    assert (cue_verbs()[form].lemma, cue_verbs()[form].shape) == (lemma, shape)


def test_a_participle_that_is_not_the_past_too_needs_have() -> None:
    assert cue_verbs()["known"].is_only_participle
    assert not cue_verbs()["knew"].is_participle
    assert cue_verbs()["said"].is_participle
    assert not cue_verbs()["said"].is_only_participle


def test_forms_in_s_may_be_nouns() -> None:
    assert cue_verbs()["claims"].is_third
    assert not cue_verbs()["stress"].is_third


def test_each_verb_stands_in_the_list_once_and_has_its_base_form() -> None:
    lemmas = [row[0] for row in word_table("cue_verbs")]
    assert len(lemmas) == len(set(lemmas))
    assert {cue_verbs()[lemma].shape for lemma in lemmas} == {"base"}
