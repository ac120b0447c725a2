"""A sample is checked with keys alone, and what was answered is there the next day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def press(reader: Any, key: str) -> None:
    before = reader.page.locator("[data-testid=stProgress]").inner_text()
    reader.page.keyboard.press(key)
    reader.page.wait_for_function(
        "before => document.querySelector('[data-testid=stProgress]').innerText !== before", arg=before
    )
    reader.settle()


def answered(reader: Any) -> str:
    return str(reader.page.locator("[data-testid=stProgress]").inner_text()).strip()


def test_answers_are_given_and_taken_back_by_keys_also_on_a_phone(read: Read) -> None:
    reader = read(width=390, mode="dark").open("check")
    reader.page.locator(".st-key-check-draws button").click()
    reader.page.wait_for_selector(".nv-check")
    reader.settle()
    for key in ("y", "n", "u"):
        press(reader, key)
    assert answered(reader) == "3 of 100 answered"
    press(reader, "z")
    assert answered(reader) == "2 of 100 answered"
    reader.page.keyboard.press("s")
    reader.page.wait_for_selector(".st-key-check-more")
    reader.page.keyboard.press("Escape")
    reader.page.wait_for_selector(".st-key-check-more", state="detached")
    assert reader.width() == 390
    assert reader.errors() == 0


def test_hostile_sentences_are_text_and_answers_outlive_the_page(read: Read) -> None:
    reader = read("hostile").open("check?once=false")
    reader.page.locator(".st-key-check-unit button").last.click()
    reader.settle()
    reader.page.locator(".st-key-check-draws button").click()
    reader.page.wait_for_selector(".nv-check")
    reader.settle()
    for _ in range(5):
        press(reader, "y")
    kept = answered(reader)
    reader.open("check?once=false")
    assert answered(reader) == kept
    assert reader.alarms == []
    assert reader.hosts == {"127.0.0.1"}
    assert reader.width() <= 1280
