"""Every page opens on every corpus, asks no other host, and fits the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_page_opens_without_an_error_and_asks_no_other_host(read: Read, corpus: str) -> None:
    reader = read(corpus).open()
    assert len(reader.titles) >= 6
    for title in reader.titles[1:]:
        assert reader.turn_to(title).errors() == 0, title
    assert reader.hosts == {"127.0.0.1"}
    assert reader.alarms == []


def test_hostile_articles_are_shown_as_text(read: Read) -> None:
    reader = read("hostile", width=390)
    for number in (0, 2, 7):
        reader.open(f"articles?article=hostile{number:02}")
        assert reader.errors() == 0
        assert "<script>alert(1)</script>" in reader.page.locator(".nv-reader").inner_text()
        assert reader.page.locator("a[href^='javascript:']").count() == 0
        assert reader.width() <= 390
    assert reader.hosts == {"127.0.0.1"}
    assert reader.alarms == []


def test_hostile_names_are_shown_as_text_where_they_are_filtered(read: Read) -> None:
    reader = read("hostile").open("?speaker=![x](http://example.invalid/x.png)&text=<b>")
    assert reader.chips[0].startswith("Speaker: ![x](http")
    assert reader.hosts == {"127.0.0.1"}


@pytest.mark.parametrize("corpus", ["sample", "hostile"])
def test_nothing_scrolls_sideways_on_a_phone(read: Read, corpus: str) -> None:
    reader = read(corpus, width=390).open()
    paths = reader.page.evaluate(
        "[...document.querySelectorAll('[data-testid=stSidebarNavLink]')].map(a => new URL(a.href).pathname)"
    )
    for path in paths or ["/", "/speakers", "/keywords", "/articles", "/check", "/add", "/method"]:
        assert reader.open(path.lstrip("/")).width() <= 390, path


def test_pages_and_charts_are_dark_on_a_dark_screen(read: Read) -> None:
    reader = read(mode="dark").open()
    background = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    assert reader.page.evaluate(background) == "rgb(20, 23, 28)"
    assert "rgb(20, 23, 28)" in reader.chart("share-of-voice").get_attribute("style")
