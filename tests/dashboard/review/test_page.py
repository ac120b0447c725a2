"""The page Review: the queue, names, speakers, the list of corrections, and the sample that stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Article, analyze
from analysis.curation.review import review_queue
from analysis.store import open_corpus, write
from analysis.store.corrections import (
    OtherRole,
    SameSpeaker,
    add_corrections,
    as_line,
    standing,
    stored_corrections,
)


@pytest.fixture
def open_page(run: Callable[..., AppTest], own: Path) -> Callable[..., AppTest]:
    return lambda part="Quotations": run("review", own, {"part": [part]})


def key_of(app: AppTest, start: str) -> str:
    return next(str(button.key) for button in app.button if str(button.key).startswith(start))


def holding(folder: Path) -> list[Any]:
    return list(standing(stored_corrections(folder)).holding)


def test_a_confirmed_quotation_is_stored_signed_and_offered_no_more(
    open_page: Callable[..., AppTest], own: Path
) -> None:
    app = open_page()
    assert not app.exception
    app.text_input(key="signer").set_value("Eva")
    key = key_of(app, "right-")
    app.button(key=key).click().run()
    assert not app.exception
    (made,) = holding(own)
    assert (made.action, made.by) == ("speaker", "Eva")
    assert key not in [button.key for button in app.button]
    before = review_queue(app.session_state["view"].corpus).quotations
    app.button(key="taken-up").click().run()
    assert review_queue(app.session_state["view"].corpus).quotations == before - 1


def test_before_and_after_are_seen_before_anything_is_stored(
    open_page: Callable[..., AppTest], own: Path, words: Callable[[AppTest], str]
) -> None:
    app = open_page()
    app.button(key=key_of(app, "none-")).click().run()
    assert "nv-effects" in words(app)
    assert "Nothing is saved yet" in words(app)
    assert holding(own) == []
    app.text_input(key="why").set_value("a title")
    app.button(key=key_of(app, "save-")).click().run()
    (made,) = holding(own)
    assert (made.action, made.why) == ("no_quotation", "a title")


def test_a_quotation_is_given_to_somebody_else_and_taken_back(
    open_page: Callable[..., AppTest], own: Path
) -> None:
    app = open_page()
    app.button(key=key_of(app, "other-")).click().run()
    field = next(box for box in app.selectbox if str(box.key).endswith("-who"))
    field.select(field.options[0]).run()
    app.button(key=key_of(app, "save-")).click().run()
    assert not app.exception
    (made,) = holding(own)
    assert (made.action, made.speaker) == ("speaker", field.options[0])
    app.button(key=key_of(app, "undo-q-")).click().run()
    assert holding(own) == []
    assert key_of(app, "right-q-")


def test_the_list_stays_until_its_reader_takes_the_corrections_up(
    open_page: Callable[..., AppTest], words: Callable[[AppTest], str]
) -> None:
    app = open_page()
    figures = app.session_state["corrections-shown"]
    app.button(key=key_of(app, "right-")).click().run()
    app.button(key=key_of(app, "none-")).click().run()
    app.button(key=key_of(app, "save-")).click().run()
    assert "2 corrections saved here" in words(app)
    assert app.session_state["corrections-shown"] == figures
    app.button(key="taken-up").click().run()
    assert "saved here" not in words(app)
    assert app.session_state["corrections-shown"] > figures


def test_what_is_skipped_comes_back_when_asked_for(open_page: Callable[..., AppTest]) -> None:
    app = open_page()
    key = key_of(app, "skip-")
    app.button(key=key).click().run()
    assert key not in [button.key for button in app.button]
    app.button(key="unskip").click().run()
    assert key in [button.key for button in app.button]


def test_two_names_become_one_or_stay_two(open_page: Callable[..., AppTest], own: Path) -> None:
    text = "“We pay,” the {} Council said. “We pay and pay again.”"
    write(
        own,
        [
            analyze(Article(text.format("Harbour"), title="Levy one", article_id="one")),
            analyze(Article(text.format("Harbor"), title="Levy two, and other things", article_id="two")),
        ],
    )
    names = sorted(name for name in open_corpus(own).speakers()["speaker"] if "Council" in name)
    assert len(names) == 2
    app = open_page("Names")
    assert not app.exception
    app.button(key=key_of(app, "first-pair-")).click().run()
    app.button(key=key_of(app, "save-")).click().run()
    assert [one.action for one in holding(own)] == ["name"]
    app.button(key="undo-saved").click().run()
    app.button(key=key_of(app, "apart-")).click().run()
    assert [one.action for one in holding(own)] == ["apart"]
    assert not [button for button in app.button if str(button.key).startswith("apart-")]


def test_a_speaker_gets_another_role_kind_and_name(open_page: Callable[..., AppTest], own: Path) -> None:
    app = open_page("Speakers")
    app.selectbox(key="reviewed").select("Bo Chen").run()
    app.segmented_control(key="speaker-way").set_value("facts").run()
    app.text_input(key="role-of-Bo Chen").set_value("chief engineer").run()
    app.button(key="save-speaker").click().run()
    known = open_corpus(own).speakers().set_index("speaker")
    assert known.loc["Bo Chen", "role"] == "chief engineer"
    app.segmented_control(key="speaker-way").set_value("name").run()
    app.text_input(key="new-name").set_value("Robert Chen").run()
    app.button(key="save-speaker").click().run()
    assert not app.exception
    assert "Robert Chen" in set(open_corpus(own).speakers()["speaker"])


def test_a_correction_of_the_list_is_undone_and_brought_back(
    open_page: Callable[..., AppTest], own: Path
) -> None:
    add_corrections(own, [SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen")])
    app = open_page("Corrections")
    assert app.dataframe[0].value["what"].tolist() == ["Bo Chen is Robert Chen"]
    app.session_state["corrections-1"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    app.button(key="save-listed").click().run()
    assert holding(own) == []
    app.session_state["corrections-2"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    app.run()
    app.button(key="save-listed").click().run()
    assert [one.action for one in holding(own)] == ["name"]
    undo = "undo: Bo Chen is Robert Chen"
    assert app.dataframe[0].value["what"].tolist() == [f"undo: {undo}", undo, "Bo Chen is Robert Chen"]


def test_a_file_is_joined_with_its_signatures_and_overridden_ones_are_listed(
    open_page: Callable[..., AppTest], own: Path
) -> None:
    add_corrections(own, [OtherRole(by="Eva", name="Bo Chen", role="engineer")])
    other = OtherRole(by="Ida", name="Bo Chen", role="chief engineer")
    app = open_page("Corrections")
    file = (as_line(other) + "\n").encode("utf-8")
    app.file_uploader(key="corrections-file-1").upload("ida.jsonl", file, "application/jsonl").run()
    assert not app.exception
    assert app.dataframe[-1].value["Of"].tolist() == ["Eva"]
    app.button(key="save-file").click().run()
    (held,) = holding(own)
    assert (held.by, held.correction_id) == ("Ida", other.correction_id)


def test_a_file_that_holds_no_corrections_is_told(open_page: Callable[..., AppTest]) -> None:
    app = open_page("Corrections")
    app.file_uploader(key="corrections-file-0").upload("x.jsonl", b"rubbish", "application/jsonl").run()
    assert "no correction" in app.error[0].value


def test_figures_of_other_pages_follow_a_correction(open_page: Callable[..., AppTest], own: Path) -> None:
    app = open_page()
    before = app.session_state["view"].speakers["speaker"].tolist()
    add_corrections(own, [SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen")])
    app.run()
    after = app.session_state["view"].speakers["speaker"].tolist()
    assert ("Bo Chen" in before, "Robert Chen" in after, "Bo Chen" in after) == (True, True, False)


@pytest.mark.parametrize("part", ["Quotations", "Names", "Speakers", "Corrections"])
@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_part_opens_on_every_corpus(run: Callable[..., AppTest], corpus: str, part: str) -> None:
    app = run("review", corpus, {"part": [part]})
    assert not app.exception


def test_the_sample_shows_what_would_change_and_stays_as_it_is(
    run: Callable[..., AppTest], corpora: dict[str, Path], words: Callable[[AppTest], str]
) -> None:
    app = run("review", "sample")
    app.button(key=key_of(app, "none-")).click().run()
    assert not app.exception
    assert words(app).count("The sample corpus stays as it is") == 2
    assert not [button for button in app.button if str(button.key).startswith("save-")]
    assert all(button.disabled for button in app.button if str(button.key).startswith("right-"))
    assert stored_corrections(corpora["sample"]) == []
