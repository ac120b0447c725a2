"""Adding articles: from paste and files, with a mapping, told and undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.store import open_corpus

TEXT = "Bridge closed\n\n“The old bridge is a danger,” Mayor Ana Silva said on Monday. “We will repair it.”"
TABLE = b"headline,story of the day,printed\nBridge,\xe2\x80\x9cIt is closed\xe2\x80\x9d said Bo Chen.,2026-03-02\nNothing,,2026-03-03\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


@pytest.fixture
def app(run: Callable[..., AppTest], folder: Path) -> AppTest:
    return run("add", folder)


def paste(app: AppTest) -> AppTest:
    app.text_area(key="pasted").set_value(TEXT)
    app.text_input(key="pasted-outlet").set_value("Harbor Post")
    return app.button(key="add-text").click().run()


def test_a_pasted_text_is_stored_and_the_fields_are_empty_again(app: AppTest, folder: Path) -> None:
    paste(app)
    assert not app.exception
    assert open_corpus(folder).articles()["title"].tolist() == ["Bridge closed"]
    assert "Added 1 article" in app.success[0].value
    assert app.text_area(key="pasted").value == ""


def test_an_addition_can_be_undone(app: AppTest, folder: Path) -> None:
    paste(app)
    app.button(key="undo").click().run()
    assert len(open_corpus(folder).articles()) == 0
    assert "Took 1 article out again" in app.success[0].value


def test_undo_leaves_what_was_there_before(app: AppTest, folder: Path) -> None:
    paste(app)
    paste(app)
    assert "1 article already there" in app.success[0].value
    assert not [button for button in app.button if button.key == "undo"]


def test_nothing_pasted_stores_nothing(app: AppTest, folder: Path) -> None:
    app.button(key="add-text").click().run()
    assert app.warning[0].value == "Paste the text of an article first."
    assert not folder.exists()


def test_a_table_is_mapped_seen_before_it_is_added_and_its_bad_rows_are_named(
    app: AppTest, folder: Path
) -> None:
    app.file_uploader(key="files-0").upload("day.csv", TABLE, "text/csv").run()
    assert any("Nothing can be read like this" in element.proto.body for element in app.get("html"))
    next(box for box in app.selectbox if box.label == "Text").select_index(1).run()
    next(box for box in app.selectbox if box.label == "Date").select_index(2).run()
    assert app.dataframe[-1].value["title"].tolist() == ["Bridge"]
    app.button(key="add-files").click().run()
    assert not app.exception
    assert open_corpus(folder).articles()["title"].tolist() == ["Bridge"]
    assert app.dataframe[0].value["Where"].tolist() == ["day.csv, line 3"]
