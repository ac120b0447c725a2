"""The tone of speech and the tone of the text around it are kept apart."""

from typing import Any

import pytest

from analysis.dashboard.evidence.behind import Behind
from analysis.model import Selection
from analysis.store import open_corpus


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Any, corpus: Any) -> None:
    assert not run("tone", corpus).exception


def test_both_tones_have_a_figure_of_their_own(run: Any, words: Any) -> None:
    shown = words(run("tone", "sample"))
    assert "Quoted speech" in shown
    assert "Reporters’ text" in shown


def test_the_limits_of_the_method_are_said(run: Any, words: Any) -> None:
    assert "not understood" in words(run("tone", "sample"))


def test_the_extremes_are_shown_as_sentences(run: Any, words: Any) -> None:
    shown = words(run("tone", "sample"))
    assert "Most negative statements" in shown
    assert shown.count('class="nv-quote"') == 10


def test_an_article_without_speech_still_has_the_tone_of_its_text(run: Any, words: Any) -> None:
    assert "0 quotations" in words(run("tone", "silent"))


def test_a_speaker_filter_leaves_the_outlets_text_as_it_is(run: Any, words: Any, corpora: Any) -> None:
    alone = run("tone", "sample", {"speaker": ["Mei-Ling Tsai"]})
    assert not alone.exception
    assert f"<small>{len(open_corpus(corpora['sample']).articles())} articles</small>" in words(alone)


def test_an_outlets_text_opens_its_sentences(run: Any, words: Any) -> None:
    asked = Behind("Harbour Post", outlets=("Harbour Post",), is_text=True)
    app = run("tone", "sample", behind=("tone", "article-tone-by-outlet", asked, Selection()))
    assert not app.exception
    assert "strongest first" in words(app)
