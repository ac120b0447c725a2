"""Each figure at a page's head leads to what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]
Words = Callable[[Any], str]


def figure(words: str, label: str) -> str:
    return re.search(rf"<dt>{label}</dt><dd>([^<]*)</dd>", words).group(1)


def opened(words: str) -> int:
    """How many quotations the panel under the figures says there are."""
    return int(re.search(r"<h2><bdi>([\d,]+) quotations?</bdi></h2>", words).group(1).replace(",", ""))


@pytest.mark.parametrize(("page", "place"), [("overview", 1), ("speakers", 2)], ids=["all", "one speaker"])
def test_the_number_of_quotations_opens_so_many(run: Run, words: Words, page: str, place: int) -> None:
    address = {"speaker": "Mei-Ling Tsai"} if page == "speakers" else {}
    app = run(page, "sample", address)
    number = figure(words(app), "Quotations")
    app.button(key=f"figure-{place}").click().run()
    assert f"<h2><bdi>{number} quotations</bdi></h2>" in words(app)


def test_negative_neutral_and_positive_quotations_are_all_that_have_a_tone(run: Run, words: Words) -> None:
    app = run("tone", "sample")
    toned = int(re.search(r"<small>([\d,]+) quotations</small>", words(app)).group(1).replace(",", ""))
    found = []
    for place in (2, 3, 4):
        app.button(key=f"figure-{place}").click().run()
        found.append(opened(words(app)))
    assert sum(found) == toned


def test_unattributed_opens_speech_that_nobody_is_credited_with(run: Run, words: Words) -> None:
    app = run("overview", "sample")
    app.button(key="figure-5").click().run()
    assert "Unattributed" in words(app).split("nv-section", 1)[1]


@pytest.mark.parametrize(("place", "page"), [(0, "articles"), (2, "speakers")], ids=["articles", "speakers"])
def test_what_has_a_page_of_its_own_leads_there(run: Run, place: int, page: str) -> None:
    app = run("overview", "sample")
    app.button(key=f"figure-{place}").click().run()
    assert app.session_state["go-to"] == page


@pytest.mark.parametrize(("place", "part"), [(0, "quotations"), (2, "corrections"), (3, "corrections")])
def test_what_review_counts_is_listed_in_its_part(run: Run, words: Words, place: int, part: str) -> None:
    app = run("review", "sample", part="names")
    app.button(key=f"figure-{place}").click().run()
    assert not app.exception
    assert app.session_state["part"] == part


def test_unattributed_words_of_review_open_below_it(run: Run, words: Words) -> None:
    app = run("review", "sample")
    app.button(key="figure-1").click().run()
    assert "Unattributed" in words(app).split("nv-section", 1)[1].split("nv-quote", 1)[0]
