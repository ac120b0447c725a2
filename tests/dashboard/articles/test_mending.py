"""Correcting from an article's page: a quotation, a missed one, a tone, its story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.store import open_corpus
from analysis.store.corrections import standing, stored_corrections


@pytest.fixture
def mend(run: Callable[..., AppTest], own: Path) -> Callable[[str], AppTest]:
    def choose(way: str) -> AppTest:
        app = run("articles", own, {"article": "harbor"})
        return app.segmented_control(key="mend-way").set_value(way).run()

    return choose


def made(own: Path) -> Any:
    (one,) = standing(stored_corrections(own)).holding
    return one


def test_a_missed_quotation_is_found_by_its_words_and_given_to_its_speaker(
    mend: Callable[[str], AppTest], own: Path
) -> None:
    app = mend("missed")
    app.text_area(key="missed-words").set_value("The river was\nwonderful that day.").run()
    app.selectbox(key="missed-who").select("Bo Chen").run()
    app.button(key="save-missed").click().run()
    assert not app.exception
    assert made(own).pieces[0].text == "The river was wonderful that day."
    said = open_corpus(own).quotations()
    assert said[said["text"].str.startswith("The river")]["speaker"].tolist() == ["Bo Chen"]


def test_words_that_do_not_stand_in_the_article_are_told(mend: Callable[[str], AppTest], own: Path) -> None:
    app = mend("missed")
    app.text_area(key="missed-words").set_value("The river was dreadful.").run()
    assert "do not stand in this article" in app.error[0].value
    assert not [button for button in app.button if button.key == "save-missed"]


def test_of_words_that_stand_twice_one_place_is_chosen(
    mend: Callable[[str], AppTest], own: Path, bridge: str
) -> None:
    app = mend("missed")
    app.text_area(key="missed-words").set_value("the bridge").run()
    assert not app.warning
    app.text_area(key="missed-words").set_value("old bridge").run()
    assert "stand 2 times" in app.warning[0].value
    app.checkbox(key="missed-nobody").check().run()
    assert not [button for button in app.button if button.key == "save-missed"]
    app.selectbox(key="missed-place").select_index(1).run()
    app.button(key="save-missed").click().run()
    piece = made(own).pieces[0]
    assert piece.start == bridge.rindex("old bridge")


def test_one_quotation_is_none(mend: Callable[[str], AppTest], own: Path) -> None:
    app = mend("quotation")
    app.selectbox(key="mend-quotation").select_index(0).run()
    app.button(key=next(str(b.key) for b in app.button if str(b.key).startswith("none-"))).click().run()
    app.button(key=next(str(b.key) for b in app.button if str(b.key).startswith("save-"))).click().run()
    assert not app.exception
    assert made(own).action == "no_quotation"


def test_a_sentence_gets_another_tone_after_what_changes_is_seen(
    mend: Callable[[str], AppTest], own: Path, words: Callable[[AppTest], str]
) -> None:
    app = mend("tone")
    app.selectbox(key="mend-sentence").select_index(len(app.selectbox(key="mend-sentence").options) - 2).run()
    app.slider[0].set_value(-0.5).run()
    assert "The reporter’s sentences: tone" in words(app)
    app.button(key="save-tone").click().run()
    assert made(own).tone == -0.5


def test_an_article_joins_a_story_and_leaves_it(
    mend: Callable[[str], AppTest], own: Path, words: Callable[[AppTest], str]
) -> None:
    app = mend("story")
    app.text_input(key="story-find").set_value("levy").run()
    app.selectbox(key="story-other").select_index(0).run()
    app.button(key="save-join").click().run()
    assert not app.exception
    assert len(open_corpus(own).story("harbor")) == 2
    assert "Printed 2 times" in words(app)
    app.button(key="story-alone").click().run()
    app.button(key="save-story").click().run()
    assert len(open_corpus(own).story("harbor")) == 1


@pytest.mark.parametrize("way", ["quotation", "missed", "tone", "story"])
def test_hostile_articles_can_be_corrected_too(run: Callable[..., AppTest], way: str) -> None:
    app = run("articles", "hostile", {"article": "hostile00"})
    app.segmented_control(key="mend-way").set_value(way).run()
    assert not app.exception


def test_the_sample_is_not_corrected_but_shows_what_would_change(
    run: Callable[..., AppTest], corpora: dict[str, Path], words: Callable[[AppTest], str]
) -> None:
    article_id = open_corpus(corpora["sample"]).quotations()["article_id"].iloc[0]
    app = run("articles", "sample", {"article": article_id})
    app.segmented_control(key="mend-way").set_value("quotation").run()
    app.selectbox(key="mend-quotation").select_index(0).run()
    app.button(key=next(str(b.key) for b in app.button if str(b.key).startswith("none-"))).click().run()
    assert not app.exception
    assert "The sample corpus stays as it is" in words(app)
    assert not [button for button in app.button if str(button.key).startswith("save-q")]
