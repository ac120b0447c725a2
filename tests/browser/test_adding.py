"""A text of one's own: pasted, kept while one looks elsewhere, added, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]

TEXT = "Bridge closed\n\n“The old bridge is a danger,” Mayor Ana Silva said. “We will repair it.”"


def test_a_pasted_text_survives_leaving_the_page_is_added_and_taken_out_again(read: Read) -> None:
    reader = read("fresh").open()
    assert "Sample corpus: places and people are fictional." in reader.line
    reader.turn_to("Add articles")
    reader.page.locator(".st-key-pasted textarea").fill(TEXT)
    reader.turn_to("Articles").turn_to("Add articles")
    field = reader.page.locator(".st-key-pasted textarea")
    assert field.input_value() == TEXT
    reader.page.locator(".st-key-add-text button").click()
    reader.page.get_by_text("Added 1 article with").wait_for()
    assert reader.page.locator(".st-key-pasted textarea").input_value() == ""
    reader.turn_to("Articles")
    assert "fictional" not in reader.line
    assert reader.page.get_by_text("1 article", exact=True).count() == 1
    reader.turn_to("Add articles")
    reader.page.locator(".st-key-pasted textarea").fill(TEXT.replace("bridge", "harbor"))
    reader.page.locator(".st-key-add-text button").click()
    reader.page.wait_for_function("location.search.includes('version=2')")
    assert reader.page.locator(".st-key-version-notice").count() == 0
    reader.page.locator(".st-key-undo button").click()
    reader.page.get_by_text("Took 1 article out again").wait_for()
