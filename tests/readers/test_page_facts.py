import pytest
from lxml.html import document_fromstring

from analysis.readers.page_facts import PageFacts, page_facts


def facts(head: str, body: str = "") -> PageFacts:
    return page_facts(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def meta(**contents: str) -> str:
    return "".join(f"<meta name='{name}' content='{text}'>" for name, text in contents.items())


def test_the_name_of_the_site_is_an_author_only_where_nobody_else_is_named() -> None:
    site = "<meta property='og:site_name' content='Varden Post'>"
    assert facts(site + meta(author="Varden Post and Ana Silva")).authors == ("Ana Silva",)
    assert facts(site + meta(author="Varden Post")).authors == ("Varden Post",)


def test_names_in_full_go_before_names_of_accounts() -> None:
    assert facts(meta(byl="anasilva", author="Ana Silva")).authors == ("Ana Silva",)
    assert facts(meta(byl="anasilva", author="https://post.example/ana")).authors == ("anasilva",)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("<meta property='og:site_name' content='Varden Post'>", "Varden Post"),
        ("<meta name='application-name' content='@vardenpost'>", "vardenpost"),
        (f"<meta property='og:site_name' content='{'News of the sea ' * 4}'>", "Varden Post"),
        ("<link rel='canonical' href='https://www.post.example/ferry'>", "post.example"),
        (
            "<title>Ferry sinks | Varden Post</title>"
            "<link rel='canonical' href='https://www.vardenpost.example/ferry'>",
            "Varden Post",
        ),
    ],
    ids=["name", "account", "motto", "host", "title"],
)
def test_the_outlet_is_the_shortest_sensible_name_or_else_the_host(head: str, outlet: str) -> None:
    motto = "<meta name='publisher' content='Varden Post'>" if "sea" in head else ""
    assert facts(head + motto).outlet == outlet


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/",
        "https://post.example/index.html",
        "ftp://post.example/ferry",
        "/ferry",
        "http://[",
    ],
)
def test_an_address_that_is_none_of_an_article_is_none(url: str) -> None:
    assert facts(f"<link rel='canonical' href='{url}'>").url is None


def test_the_first_date_made_for_machines_goes_before_what_the_page_shows() -> None:
    shown = "<time class='published' datetime='2026-03-05'>today</time>"
    assert facts(meta(pubdate="2026-03-02", date="2026-03-03"), shown).published == "2026-03-02"
    assert facts("", shown).published == "2026-03-05"
