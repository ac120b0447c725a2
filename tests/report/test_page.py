"""The report: whole, harmless, and nothing in it from outside."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from analysis import Article, analyze
from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.model import Selection
from analysis.report.page import report_page
from analysis.report.stamp import method_line
from analysis.store import open_corpus, write

HOSTILE = '</script><script>alert(1)</script> <img src="http://example.invalid/x.png"> $x$'
TEXT = "“The levy is a terrible danger,” Mayor Ana Silva said. “We will pay.”\n\nBo Chen said that the bridge would close."


class _Reading(HTMLParser):
    """Collects elements and the text of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.figures = ""
        self._is_figures = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._is_figures = dict(attrs).get("id") == "figures"

    def handle_data(self, data: str) -> None:
        if self._is_figures:
            self.figures += data

    def handle_endtag(self, tag: str) -> None:
        self._is_figures = False


def corpus_of(path: Path, *articles: Article) -> Any:
    write(path, [analyze(article) for article in articles])
    return open_corpus(path)


@pytest.fixture
def corpus(tmp_path: Path) -> Any:
    return corpus_of(
        tmp_path,
        Article(TEXT, title=HOSTILE, outlet=HOSTILE),
        Article(TEXT.replace("Ana", "Eva"), title="Levy", outlet="Harbor Post"),
    )


def test_a_report_holds_plotly_once_and_asks_for_nothing(corpus: Any) -> None:
    page = report_page(View(corpus, Selection()))
    reading = _Reading()
    reading.feed(page)
    assert page.count("plotly.js v") == 1
    assert not [attrs for _, attrs in reading.elements if {"src", "href", "srcset"} & attrs.keys()]
    assert "default-src 'none'" in page


def test_hostile_words_stay_words(corpus: Any) -> None:
    reading = _Reading()
    reading.feed(report_page(View(corpus, Selection())))
    tags = [tag for tag, _ in reading.elements]
    assert (tags.count("script"), tags.count("img")) == (3, 0)


def test_each_chart_has_its_figure_its_words_and_its_numbers(corpus: Any) -> None:
    page = report_page(View(corpus, Selection()))
    reading = _Reading()
    reading.feed(page)
    figures = json.loads(reading.figures)
    places = [attrs for _, attrs in reading.elements if attrs.get("class") == "chart"]
    assert len(figures) == len(places) > 2
    assert all(attrs["aria-label"] for attrs in places)
    assert page.count("<details>") == len(places)


def test_the_method_stands_at_the_foot(corpus: Any) -> None:
    page = report_page(View(corpus, Selection(outlets=("Harbor Post",))))
    foot = re.search("<footer>(.*)</footer>", page)
    assert foot
    assert "1 article in 1 story" in foot[1]
    assert "Outlet: Harbor Post." in foot[1]
    assert "corpus version 1" in foot[1]


def test_a_speaker_keeps_the_share_of_all_words(corpus: Any) -> None:
    everybody = View(corpus, Selection())
    one = View(corpus, Selection(speakers=("Bo Chen",)))
    assert method_line(one, "Words").startswith(method_line(everybody, "Words").split(". ")[0])


def test_quotations_are_those_of_the_speaker_chosen(corpus: Any) -> None:
    page = report_page(View(corpus, Selection(speakers=("Bo Chen",))))
    assert page.count('<div class="said">') == 2
    assert page.count("<b>") == page.count("Bo Chen</b>") == 2


def test_a_selection_without_articles_is_told(corpus: Any) -> None:
    with pytest.raises(AnalysisError, match="no articles in this selection"):
        report_page(View(corpus, Selection(outlets=("Nobody",))))


def test_articles_that_quote_nobody_still_give_a_report(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, Article("The river rose by two metres. The bridge stayed open.", title="W"))
    assert "1 article in 1 story, 0 quotations" in report_page(View(corpus, Selection()))
