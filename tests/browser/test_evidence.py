"""From a number to its sentence, and from the sentence to its place in the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_a_quotation_leads_to_its_place_in_the_article_and_back(read: Read) -> None:
    reader = read().open("speakers?speaker=Mei-Ling+Tsai")
    said = reader.page.locator(".nv-said").nth(3).locator("mark").first
    said.wait_for()
    words = said.inner_text()
    article = said.locator("xpath=following::button[1]")
    headline = article.inner_text()
    steps = reader.page.evaluate("history.length")
    article.click()
    reader.page.wait_for_selector(".nv-reader")
    reader.filtered("speaker=Mei-Ling").filtered("version=")
    assert reader.page.evaluate("history.length") == steps + 1
    assert reader.title == headline
    reader.page.wait_for_function("document.activeElement.tagName === 'MARK'")
    assert words.startswith(reader.page.evaluate("document.activeElement.innerText"))
    reader.page.go_back()
    reader.page.wait_for_function("location.pathname === '/speakers'")
    reader.page.wait_for_selector(".nv-said mark")
    assert reader.title == "Mei-Ling Tsai"


def test_a_figure_at_the_head_opens_what_it_counts(read: Read) -> None:
    reader = read().open("")
    figure = reader.page.locator(".nv-figures div:has(dt:text-is('Quotations'))").bounding_box()
    reader.page.mouse.click(figure["x"] + 20, figure["y"] + figure["height"] / 2)
    opened = reader.page.locator(".st-key-behind-figures h2").first
    opened.wait_for()
    assert opened.inner_text() == f"{reader.figure('Quotations')} quotations"


def test_an_article_tells_speaker_form_and_confidence_of_each_mark(read: Read) -> None:
    reader = read().open("articles")
    rows = reader.page.locator("[data-testid=stDataFrame]").bounding_box()
    reader.page.mouse.click(rows["x"] + 120, rows["y"] + 55)
    mark = reader.page.locator(".nv-reader mark").first
    mark.wait_for()
    assert "article=" in reader.page.url
    assert "confidence" in mark.get_attribute("title")
    assert reader.page.locator(".nv-reader .nv-who").count() > 0


def test_the_next_article_is_one_click_away(read: Read) -> None:
    reader = read().open("articles")
    rows = reader.page.locator("[data-testid=stDataFrame]").bounding_box()
    reader.page.mouse.click(rows["x"] + 120, rows["y"] + 55)
    reader.page.wait_for_selector(".nv-reader")
    first = reader.title
    link = reader.page.locator(".st-key-neighbors button").first
    following = link.inner_text().strip("←→ ")
    link.click()
    reader.page.wait_for_function(
        "before => document.querySelector('.nv-head h1')?.innerText !== before", arg=first
    )
    assert reader.title == following
