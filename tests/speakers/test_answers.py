"""Rules of quotations that go on without a source, and of whom “I” means."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

_spec = spec_from_file_location("speaker_test_build", Path(__file__).with_name("build.py"))
assert _spec is not None
assert _spec.loader is not None
build = module_from_spec(_spec)
_spec.loader.exec_module(build)

_SURE = 0.85
FILLER = "Nothing happened on the quay."


def going_on(*between: str) -> Any:
    """The credit of a whole quoted sentence behind one of Ana Silva's and what stands between."""
    parts = ["Mayor {Ana Silva} said [“it failed.”]", *between, "[“We will not go on.”]"]
    return build.credits("\n\n".join(parts))[-1]


def test_a_whole_quoted_sentence_in_the_next_paragraph_surely_goes_on() -> None:
    assert (going_on().speaker, going_on().confidence) == ("Ana Silva", _SURE)


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
def test_farther_away_it_is_not_sure_to_go_on(paragraphs: int) -> None:
    assert going_on(*[FILLER] * paragraphs).confidence != _SURE


def test_within_one_paragraph_it_surely_goes_on() -> None:
    credit = build.credits("Mayor {Ana Silva} said [“it failed.”] [“We will not go on.”]")[-1]
    assert (credit.speaker, credit.confidence) == ("Ana Silva", _SURE)


def test_part_of_a_sentence_is_not_sure_to_go_on() -> None:
    text = "Mayor {Ana Silva} said [“it failed.”]\n\nThe quay is closed because [“we will not go on.”]"
    assert build.credits(text)[-1].confidence != _SURE


def test_i_in_a_quotation_within_another_is_the_inner_speaker() -> None:
    text = (
        "{Ana Silva} said [that it failed and that Joe Park had asked what I wanted].\n\n"
        "{I} think [that it failed]."
    )
    assert build.names(text, authors=("Bea Stone",)) == ["Ana Silva", "Bea Stone"]


def test_the_first_author_is_i() -> None:
    text = "{I} think [that it failed]."
    assert build.names(text, authors=("Ana Silva", "Joe Park", "Bea Stone")) == ["Ana Silva"]


def test_we_outside_quotations_is_nobody() -> None:
    assert build.names("{We} think [that it failed].", authors=("Ana Silva",)) == [None]


def test_two_who_speak_together_twice_are_one_speaker() -> None:
    text = "{Ana Silva and Joe Park} said [that it failed]. {Ana Silva and Joe Park} said [that it sank]."
    resolution = build.resolution(text)
    assert [speaker.name for speaker in resolution.speakers] == ["Ana Silva & Joe Park"]
