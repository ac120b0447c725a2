"""A sample is drawn, asked about one by one, answered, undone, and reported."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.curation.checks import stored_answers, stored_samples
from analysis.dashboard.check import report as check_report
from analysis.dashboard.check.kept import Kept

Run = Callable[..., AppTest]


COPIES = {"once": "false"}
"""The hostile articles are near-copies of one another."""


@pytest.fixture
def own(corpora: dict[str, Path], tmp_path: Path) -> Path:
    """A corpus of one's own: hostile names and texts, each article different."""
    return Path(shutil.copytree(corpora["hostile"], tmp_path / "own"))


def draw(app: AppTest, unit: str = "quotations") -> AppTest:
    app.segmented_control(key="check-unit").set_value(unit)
    return app.button(key="check-draws").click().run()


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html")).replace("\xa0", " ")


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Run, corpus: str) -> None:
    app = run("check", corpus)
    assert not app.exception
    wanted = "Add articles" if corpus == "empty" else "Nothing has been checked yet"
    assert wanted in html_of(app)


def test_a_drawn_sample_is_kept_and_asked_one_by_one(run: Run, own: Path, corpora: dict[str, Path]) -> None:
    app = draw(run("check", own, COPIES))
    assert not app.exception
    (sample,) = stored_samples(own)
    assert "Is this a quotation" in html_of(app)
    assert f"Seed {sample.seed}" in html_of(app)
    for key in ("answer-right", "answer-wrong", "answer-unsure"):
        app.button(key=key).click().run()
    assert [answer.verdict for answer in stored_answers(own)] == ["right", "wrong", "unsure"]
    assert "1 of 2" in html_of(app)
    # Somebody else, or the same person tomorrow, goes on where it was left.
    assert "“not sure” left out" in html_of(run("check", own, COPIES))


def test_the_last_answer_is_undone(run: Run, own: Path, corpora: dict[str, Path]) -> None:
    app = draw(run("check", own, COPIES))
    app.button(key="answer-right").click().run()
    app.button(key="check-undo").click().run()
    assert [answer.verdict for answer in stored_answers(own)] == ["right", "undone"]
    assert "None checked yet" in html_of(app)
    assert not [button for button in app.button if button.key == "check-undo"]


def test_another_speaker_is_named(run: Run, own: Path, corpora: dict[str, Path]) -> None:
    app = draw(run("check", own, COPIES))
    app.button(key="answer-speaker").click().run()
    assert app.button(key="check-save").disabled
    app.selectbox(key="check-speaker").select_index(2).run()
    app.button(key="check-save").click().run()
    assert not app.exception
    (answer,) = stored_answers(own)
    assert answer.verdict == "speaker"
    assert answer.speaker


def test_missed_words_are_kept_and_must_stand_in_the_sentence(
    run: Run, own: Path, corpora: dict[str, Path]
) -> None:
    app = draw(run("check", own, COPIES), "sentences")
    app.button(key="answer-missed").click().run()
    app.text_area(key="check-said").set_value("The levy is unpaid.").run()
    app.selectbox(key="check-speaker").select_index(2).run()
    app.button(key="check-save").click().run()
    assert "does not stand in the sentence" in app.error[0].value
    app.text_area(key="check-said").set_value("The levy is paid").run()
    app.button(key="check-save").click().run()
    (answer,) = stored_answers(own)
    assert answer.missed[0].text == "The levy is paid"
    assert "Recall" in html_of(app)


def test_shares_are_corrected_from_twenty_answers_on(run: Run, own: Path) -> None:
    app = draw(run("check", own, COPIES))
    for _ in range(19):
        app.button(key="answer-right").click().run()
    assert "1 more answer to go" in html_of(app)
    app.button(key="answer-right").click().run()
    assert app.dataframe[0].value.columns[:3].tolist() == ["Speaker", "Raw", "Error-corrected"]


def test_hostile_words_are_shown_as_text(run: Run, own: Path) -> None:
    app = draw(run("check", own, COPIES), "sentences")
    for _ in range(12):
        assert not app.exception
        shown = html_of(app).replace("<style>", "", 3)
        assert "<script" not in shown
        assert "<img" not in shown
        app.button(key="answer-right").click().run()


def test_the_sample_corpus_is_tried_in_the_session_only(run: Run, corpora: dict[str, Path]) -> None:
    app = draw(run("check", "sample"))
    app.button(key="answer-right").click().run()
    assert "1 of 1" in html_of(app)
    assert stored_samples(corpora["sample"]) == []
    assert not (corpora["sample"] / "answers").exists()


def test_what_was_checked_is_saved_in_the_formats_of_evaluate(
    run: Run, own: Path, corpora: dict[str, Path]
) -> None:
    app = draw(run("check", own, COPIES))
    app.button(key="answer-right").click().run()
    view = app.session_state["view"]
    articles, speakers = check_report.marks(Kept(view))
    row = json.loads(articles.decode("utf-8").splitlines()[0])
    assert {"id", "text", "attributions", "checked"} <= set(row)
    assert set(json.loads(speakers)) == {row["id"]}


def test_a_selection_without_quotations_is_told(run: Run) -> None:
    app = draw(run("check", "silent"))
    assert "no quotations in this selection" in app.error[0].value
