"""Filters: chosen, clicked, linked, cleared, and undone by the back button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]

TSAI = "?speaker=Mei-Ling+Tsai"


def test_a_speaker_changes_what_is_counted_but_not_what_shares_are_parts_of(read: Read) -> None:
    reader = read().open()
    everything, unattributed = reader.figure("Quotations"), reader.figure("Unattributed")
    reader.page.locator(".st-key-speaker input").fill("Tsai")
    reader.page.get_by_role("option", name="Mei-Ling Tsai").click()
    reader.filtered("speaker=Mei-Ling+Tsai")
    reader.page.wait_for_function(
        "before => document.querySelector('.nv-figures').innerText.includes(`of ${before}`)", arg=everything
    )
    assert int(reader.figure("Quotations")) < int(everything)
    assert reader.figure("Unattributed") == unattributed
    assert reader.chips == ["Speaker: Mei-Ling Tsai"]


def test_a_link_opens_the_same_page_filters_and_metric_and_names_the_version(read: Read) -> None:
    reader = read().open(f"{TSAI}&dates=2026-04-01&dates=2026-04-30&form=direct&by=Quotations")
    assert reader.line.startswith("1 – 30 April 2026, all outlets, direct speech")
    chosen = reader.page.locator("[role=radiogroup] button[aria-checked=true]")
    assert chosen.inner_text() == "Quotations"
    assert len(reader.chips) == 3
    reader.filtered("version=1")


def test_filters_go_along_to_other_pages_and_one_click_clears_them(read: Read) -> None:
    reader = read().open(f"{TSAI}&outlet=Harbour+Post")
    reader.turn_to("Articles")
    assert reader.chips == ["Speaker: Mei-Ling Tsai", "Outlet: Harbour Post"]
    reader.page.locator(".st-key-clear-all button").click()
    reader.page.wait_for_selector(".st-key-chips", state="detached")
    reader.page.wait_for_function("!location.search.includes('speaker')")
    assert "all outlets" in reader.line


def test_a_click_on_a_bar_filters_opens_its_quotations_and_the_back_button_undoes_it(read: Read) -> None:
    reader = read().open()
    box = reader.chart("share-of-voice").bounding_box()
    reader.page.mouse.click(box["x"] + 20, box["y"] + 45)
    reader.filtered("speaker=")
    reader.page.wait_for_selector(".st-key-behind-share-of-voice .nv-said mark")
    assert len(reader.chips) == 1
    reader.page.go_back()
    reader.page.wait_for_function("!location.search.includes('speaker')")
    reader.page.wait_for_selector(".st-key-chips", state="detached")


def test_the_back_button_returns_to_the_page_before(read: Read) -> None:
    reader = read().open()
    first = reader.title
    reader.turn_to("Articles")
    reader.page.go_back()
    reader.page.wait_for_function(
        "title => document.querySelector('.nv-head h1')?.innerText === title", arg=first
    )
    assert "articles" not in reader.page.url
