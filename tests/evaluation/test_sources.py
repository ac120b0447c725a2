from analysis.evaluation.sources import is_speech_cue, sources_agree
from analysis.model import Span

TEXT = "Mr. Stone and the senator agreed, the senator told us."
MR_STONE, SENATOR = Span(0, 9), Span(14, 25)


def test_a_shared_name_is_enough() -> None:
    assert sources_agree([MR_STONE], [Span(4, 9)], TEXT)


def test_a_shared_title_or_determiner_is_not() -> None:
    assert not sources_agree([MR_STONE], [Span(0, 2)], TEXT)
    assert not sources_agree([SENATOR], [Span(14, 18)], TEXT)


def test_a_title_counts_where_it_is_the_only_word() -> None:
    assert sources_agree([SENATOR], [Span(18, 25)], TEXT)


def test_two_absent_sources_agree_and_one_does_not() -> None:
    assert sources_agree([], [], TEXT)
    assert not sources_agree([MR_STONE], [], TEXT)
    assert not sources_agree([], [MR_STONE], TEXT)


def test_the_same_word_elsewhere_is_another_source() -> None:
    assert not sources_agree([SENATOR], [Span(38, 45)], TEXT)


def test_speech_cues_are_told_from_others() -> None:
    assert is_speech_cue([Span(46, 50)], TEXT)
    assert not is_speech_cue([Span(26, 32)], TEXT)
    assert not is_speech_cue([], TEXT)
