"""The page of keywords counts, compares, and leads to the sentences."""

import json
from typing import Any

import pytest


def charts(app: Any) -> Any:
    return {
        element.proto.id.split("chart-")[1].rsplit("-", 2)[0]: json.loads(element.proto.spec)
        for element in app.get("plotly_chart")
    }


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Any, corpus: Any) -> None:
    assert not run("keywords", corpus).exception


def test_without_a_filter_there_is_no_rest_to_compare_with(run: Any, words: Any) -> None:
    app = run("keywords", "sample")
    assert "All articles are chosen" in words(app)
    assert set(charts(app)) == {"keyword-frequency", "keywords-over-time"}


def test_a_selection_is_compared_with_all_other_articles(run: Any) -> None:
    app = run("keywords", "sample", {"dates": ["2026-04-06", "2026-04-26"]})
    assert not app.exception
    assert "keyness" in charts(app)


def test_a_speaker_is_compared_with_the_other_speakers(run: Any, words: Any) -> None:
    app = run("keywords", "sample", {"speaker": ["Mei-Ling Tsai"]})
    assert not app.exception
    assert "what other speakers say" in words(app)


def test_chosen_words_are_followed_through_time(run: Any) -> None:
    lines = charts(run("keywords", "sample", terms=["strike"]))["keywords-over-time"]["data"]
    assert {trace["customdata"][0][0] for trace in lines if trace.get("customdata")} == {"strike"}


def test_a_word_leads_to_its_sentences(run: Any, words: Any) -> None:
    assert "<mark>strike" in words(run("keywords", "sample", term="strike"))
