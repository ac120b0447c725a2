import json

import pytest
from lxml.html import document_fromstring

from analysis.readers.linked_data import LinkedData, linked_data


def said(*items: object) -> LinkedData:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)
    return linked_data(document_fromstring(f"<html><head>{scripts}</head><body></body></html>"))


ARTICLE = {"@type": "NewsArticle", "headline": "Ferry sinks", "author": "Ana Silva"}


@pytest.mark.parametrize("kind", ["NewsArticle", "BlogPosting", "Report", "Review", ["Thing", "Article"]])
def test_every_kind_of_article_is_one(kind: object) -> None:
    assert said({**ARTICLE, "@type": kind}) == LinkedData(headline="Ferry sinks", authors=("Ana Silva",))


def test_the_page_object_fills_gaps_but_names_no_author() -> None:
    page = {"@type": "WebPage", "datePublished": "2026-03-02", "author": "Webmaster", "headline": "Home"}
    assert said(page) == LinkedData(headline="Home", published="2026-03-02")
    assert said(page, ARTICLE) == LinkedData("Ferry sinks", "2026-03-02", ("Ana Silva",))


@pytest.mark.parametrize("kind", ["Organization", "BreadcrumbList", "Person", None])
def test_what_is_neither_article_nor_page_says_nothing(kind: str | None) -> None:
    assert said({"@type": kind, "headline": "Varden Post", "datePublished": "1987-03-04"}) == LinkedData()


def test_of_two_articles_the_first_goes_before_and_the_second_fills_its_gaps() -> None:
    second = {"@type": "Article", "headline": "Rain", "url": "https://post.example/ferry"}
    assert said(ARTICLE, second) == LinkedData(
        "Ferry sinks", None, ("Ana Silva",), url="https://post.example/ferry"
    )


def test_the_body_keeps_its_paragraphs_and_loses_its_tags() -> None:
    body = "<p>Rain <b>fell</b>.</p><p>Sun shone.<br/>Hail &amp; snow.</p>"
    assert said({**ARTICLE, "articleBody": body}).body == "Rain fell.\nSun shone.\nHail & snow."


def test_what_hangs_deep_is_about_other_things() -> None:
    deep: object = ARTICLE
    for _ in range(6):
        deep = [deep]
    assert said(deep) == LinkedData()
    assert said([[ARTICLE]]).headline == "Ferry sinks"
