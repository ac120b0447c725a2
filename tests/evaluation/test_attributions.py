from dataclasses import replace
from typing import Any

import pytest

from analysis.evaluation import Agreement, measure_attributions
from analysis.evaluation.attributions import is_speech_cue, sources_agree
from analysis.model import Span


@pytest.fixture
def agreements(gold: Any) -> Any:
    """Measure predictions for the one article."""
    return lambda *predicted: measure_attributions(gold, {"a": predicted}).agreements


def test_what_equals_gold_is_all_right(agreements: Any, parts: Any) -> None:
    figures = agreements(*parts)
    assert {name for name, agreement in figures.items() if agreement.f1 != 1} == set()
    assert figures["attribution"] == Agreement(3, 3, 3)


def test_nothing_predicted_is_nothing_right(agreements: Any) -> None:
    assert all(agreement.f1 == 0 for agreement in agreements().values())


def test_no_articles_have_no_figures() -> None:
    figures = measure_attributions([], {})
    assert (figures.articles, dict(figures.agreements), figures.attribution_interval) == (0, {}, None)


def test_a_source_of_nothing_is_not_counted(agreements: Any) -> None:
    assert agreements()["attribution"].gold == 3


def test_white_space_at_the_rim_changes_nothing(agreements: Any, parts: Any) -> None:
    critics = parts[2]
    wider = replace(critics, content=(Span(critics.content[0].start - 1, critics.content[0].end),))
    figures = agreements(wider)
    assert figures["exact_content"].right == 1
    assert figures["content_characters"].precision == 1


def test_half_a_content_is_attributed_but_not_close(agreements: Any, parts: Any) -> None:
    senator = parts[1]
    figures = agreements(replace(senator, content=senator.content[:1]))
    assert figures["attribution"].right == 1
    assert figures["matched_0.8"].right == 0


def test_a_second_prediction_of_one_quotation_is_wrong(agreements: Any, parts: Any) -> None:
    figures = agreements(parts[2], parts[2])
    assert figures["matched_0.3"] == Agreement(1, 2, 3)
    assert figures["content_characters"].precision == 1


def test_a_wrong_source_spoils_only_the_attribution(agreements: Any, parts: Any, at: Any) -> None:
    figures = agreements(replace(parts[0], source=(at("Critics"),)))
    assert figures["matched_0.8"].right == 1
    assert figures["source_words"].right == 0
    assert figures["attribution"].right == 0


def test_covering_never_punishes_a_prediction_for_its_length(agreements: Any, parts: Any, gold: Any) -> None:
    whole = replace(parts[0], content=(Span(0, len(gold[0].article.text)),))
    figures = agreements(whole)
    assert (figures["covered_0.8"].right, figures["matched_0.8"].right) == (1, 0)


def test_only_contents_in_quotation_marks_count_as_quoted(agreements: Any, parts: Any) -> None:
    assert agreements(*parts)["attribution_quoted"] == Agreement(2, 2, 2)
    assert agreements(parts[2])["attribution_quoted"] == Agreement(0, 0, 2)


def test_predictions_of_what_has_no_speech_cue_are_set_aside(gold: Any, parts: Any, at: Any) -> None:
    stone = parts[0]
    thought = replace(parts[2], cue=(at("taxes"),), content=(at("rise"),))
    marked = [replace(gold[0], quotations=(stone, thought))]
    figures = measure_attributions(marked, {"a": (stone, thought)}).agreements
    assert figures["attribution_speech"] == Agreement(1, 1, 1)
    far = replace(parts[2], content=(at("Critics argue that taxes rise."),), source=())
    assert measure_attributions(marked, {"a": (far,)}).agreements["attribution_speech"].predicted == 1


def test_recall_is_told_by_the_form_of_the_marked_content(agreements: Any, parts: Any) -> None:
    figures = agreements(parts[1])
    assert [figures[f"recall_{form}"].right for form in ("direct", "mixed", "indirect")] == [1, 0, 0]


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
