from dataclasses import replace
from typing import Any

import pytest

from analysis.evaluation import Agreement, GoldArticle, SpeakerMark, measure_voices
from analysis.evaluation.voices import is_same_speaker
from analysis.model import Article, Span

MARKS = {
    "stone": SpeakerMark("Al Stone", "person", True),
    "senator": SpeakerMark("Bea Wood", "person", True),
    "critics": SpeakerMark("Critics", "group", False),
}


@pytest.fixture
def marked(gold: Any) -> Any:
    """The article with ids for its three quotations."""
    ids = ["stone", "senator", "critics"]
    quotations = [replace(q, mark_id=i) for q, i in zip(gold[0].quotations, ids, strict=False)]
    return [replace(gold[0], quotations=tuple(quotations))]


@pytest.fixture
def voices(marked: Any) -> Any:
    """Measure predictions for the one article."""
    return lambda *predicted: measure_voices(marked, {"a": MARKS}, {"a": predicted})


def test_what_equals_gold_is_all_right(voices: Any, parts: Any) -> None:
    figures = voices(*parts)
    assert figures.speaker == Agreement(2, 2, 2)
    assert (figures.voice_error, figures.loudest, figures.found.f1) == (0, Agreement(1, 1, 1), 1)


def test_predicted_thoughts_are_left_out(voices: Any, parts: Any) -> None:
    assert voices(replace(parts[0], is_statement=False)).speaker == Agreement(0, 0, 2)


def test_a_prediction_of_what_is_no_statement_is_set_aside(voices: Any, parts: Any) -> None:
    assert voices(parts[2]).speaker == Agreement(0, 0, 2)


def test_a_wrong_name_is_found_but_not_right(voices: Any, parts: Any) -> None:
    figures = voices(replace(parts[0], speaker="Bea Wood"))
    assert figures.found == Agreement(0, 1, 1)
    assert figures.speaker == Agreement(0, 1, 2)
    assert figures.loudest == Agreement(0, 1, 1)


def test_nothing_predicted_shares_nothing(voices: Any) -> None:
    figures = voices()
    assert (figures.voice_error, figures.loudest) == (1, Agreement(0, 1, 1))


def test_unattributed_words_have_a_share_of_their_own(voices: Any, parts: Any) -> None:
    stone, senator, _ = parts
    # “the plan was …” has 8 words, the senator's two pieces 5.
    assert voices(replace(stone, speaker=None), senator).voice_error == round(8 / 13, 3)


def test_articles_without_marks_are_not_measured(gold: Any, parts: Any) -> None:
    figures = measure_voices(gold, {}, {"a": parts})
    assert (figures.articles, figures.voice_error, figures.speaker) == (0, None, Agreement())


def test_confidence_counts_from_nine_tenths_on(voices: Any, parts: Any) -> None:
    stone, senator, _ = parts
    sure, unsure = replace(stone, confidence=0.9), replace(senator, confidence=0.89)
    assert voices(sure, unsure).confident == Agreement(1, 1, 1)
    assert voices(stone).confident == Agreement()


def test_sources_that_are_pronouns_are_told(parts: Any) -> None:
    marked = replace(parts[2], mark_id="p")
    text = "He said that taxes rise."

    said = replace(
        marked, content=(Span(8, 23),), source=(Span(0, 2),), cue=(Span(3, 7),), speaker="Al Stone"
    )
    article = GoldArticle("b", Article(text=text), (said,))
    marks = {"b": {"p": SpeakerMark("Al Stone", "person", True)}}
    assert measure_voices([article], marks, {"b": (said,)}).found_pronouns == Agreement(1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "predicted", "kind", "same"),
    [
        ("Ana Silva", "Silva", "person", True),
        ("Silva", "Ana Silva", "person", True),
        ("Ana Silva", "Ana", "person", False),
        ("Ana Silva", "Rui Silva", "person", False),
        ("Ana Silva", "former Mayor Ana Silva", "person", True),
        ("Harbor Board", "The Harbor Board’s", "organization", True),
        ("Harbor Board of Trade", "Harbor Board", "organization", True),
        ("Harbor Board", "School Board of Stone", "organization", False),
        ("the", "The", "group", True),
        (None, None, "none", True),
        (None, "Silva", "none", False),
        ("Ana Silva", None, "person", False),
    ],
)
def test_names_of_one_speaker(gold: str | None, predicted: str | None, kind: str, same: bool) -> None:
    assert is_same_speaker(gold, predicted, kind) is same
