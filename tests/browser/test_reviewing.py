"""Corrections as a reader makes them: seen before they are saved, kept, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[..., Any]


def choose(reader: Any, key: str, words: str) -> None:
    """Type into a field with a list, and take what was typed."""
    field = reader.page.locator(f"[class*='{key}'] input").first
    field.click()
    field.fill(words)
    reader.page.keyboard.press("Enter")
    reader.settle()


def test_a_new_speaker_of_a_quotation_is_seen_saved_and_exported_and_a_confirmation_taken_back(
    read: Read,
) -> None:
    reader = read("own").open("review")
    page = reader.page
    page.locator("[class*='st-key-other-'] button").first.click()
    choose(reader, "-who", "Cy <b>Rossi</b>")
    page.locator(".nv-effects").get_by_text("Cy <b>Rossi</b>").wait_for()
    page.locator(".st-key-why input").fill("heard *it*")
    page.locator("[class*='st-key-save-q-'] button").click(delay=90)
    page.locator("[class*='st-key-done-']").get_by_text("Cy <b>Rossi</b>").wait_for()
    reader.open("review?part=Corrections")
    with page.expect_download() as saved:
        page.locator(".st-key-save-corrections button").click()
    lines = Path(saved.value.path()).read_text("utf-8").splitlines()
    assert [json.loads(line)["speaker"] for line in lines if '"undo"' not in line][-1] == "Cy <b>Rossi</b>"
    assert json.loads(lines[-1])["why"] == "heard *it*"
    reader.open("review")
    assert reader.figure("Checked") == "1"
    page.locator("[class*='st-key-right-'] button").first.click()
    page.locator("[class*='st-key-done-']").get_by_text("confirmed").wait_for()
    page.locator("[class*='st-key-undo-q-'] button").click()
    page.locator(".st-key-take-up").wait_for(state="detached")
    reader.settle()
    page.locator("[class*='st-key-right-'] button").first.click()
    page.locator("[class*='st-key-done-']").get_by_text("confirmed").wait_for()
    reader.settle()
    page.locator(".st-key-taken-up button").click()
    page.locator(".st-key-take-up").wait_for(state="detached")
    reader.settle()
    assert reader.figure("Checked") == "2"
    assert reader.errors() == 0
    assert reader.hosts == {"127.0.0.1"}


def test_a_missed_quotation_is_marked_in_its_article(read: Read) -> None:
    reader = read("own").open("articles?article=harbor")
    page = reader.page
    marks = page.locator(".nv-reader mark").count()
    page.locator(".st-key-mend-way").get_by_text("A missed quotation", exact=True).click()
    page.locator(".st-key-missed-words textarea").fill("The river was wonderful that day.")
    page.keyboard.press("Control+Enter")
    reader.settle()
    choose(reader, "st-key-missed-who", "Bo Chen")
    page.locator(".st-key-save-missed button").click(delay=90)
    page.locator(".st-key-saved").wait_for()
    reader.settle()
    assert page.locator(".nv-reader mark").count() == marks + 1


@pytest.mark.parametrize("corpus", ["sample", "hostile"])
def test_the_review_fits_a_phone_with_its_numbers_open(read: Read, corpus: str) -> None:
    reader = read(corpus, width=390).open("review")
    reader.page.locator("[class*='st-key-none-'] button").first.click()
    reader.page.locator("[class*='st-key-draft-']").first.wait_for()
    reader.settle()
    assert (reader.width() <= 390, reader.errors()) == (True, 0)
    for part in ("Names", "Speakers", "Corrections"):
        assert reader.open(f"review?part={part}").width() <= 390, part
        assert reader.errors() == 0
    assert reader.hosts == {"127.0.0.1"}
    assert reader.alarms == []
