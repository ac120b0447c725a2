"""The page that opens first shows what it counts, and says so where there is nothing."""

import json
from typing import Any

import pytest

from analysis.dashboard.evidence.behind import Behind
from analysis.model import Selection

NAMES = ("<script", "<style", "<img")


def chart(app: Any, key: Any) -> Any:
    return next(
        json.loads(element.proto.spec)
        for element in app.get("plotly_chart")
        if f"chart-{key}-" in element.proto.id
    )


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Any, corpus: Any) -> None:
    assert not run("overview", corpus).exception


def test_an_empty_corpus_says_what_to_do(run: Any, words: Any) -> None:
    assert "Add articles" in words(run("overview", "empty"))


def test_articles_that_quote_nobody_still_show_their_keywords(run: Any, words: Any) -> None:
    app = run("overview", "silent")
    assert "quote nobody" in words(app)
    assert "levy" in json.dumps(chart(app, "keywords"))


def test_hostile_names_are_shown_as_text(run: Any, words: Any) -> None:
    shown = words(run("overview", "hostile", behind=("overview", "sentiment", Behind("all"), Selection())))
    assert not any(name in shown for name in NAMES)
    assert "&lt;" in shown


def test_a_range_with_days_before_it_shows_the_change(run: Any, words: Any) -> None:
    shown = words(run("overview", "sample", {"dates": ["2026-04-06", "2026-05-03"]}))
    assert "▲" in shown
    assert "against 9 March – 5 April 2026" in shown


def test_an_untouched_range_has_no_period_before_and_compares_its_halves(run: Any, words: Any) -> None:
    shown = words(run("overview", "sample"))
    assert "▲" not in shown
    assert "6 April – 10 May 2026 against 2 March – 5 April 2026" in shown


def test_a_speaker_filter_leaves_every_share_a_part_of_the_whole(run: Any) -> None:
    share = "Zoltán Szekeres"
    everybody = chart(run("overview", "sample"), "share-of-voice")
    alone = chart(run("overview", "sample", {"speaker": [share]}), "share-of-voice")

    def bars(figure: Any) -> Any:
        return {
            (trace["name"], row[0]): x
            for trace in figure["data"]
            if trace.get("name") in ("direct", "mixed", "indirect")
            for row, x in zip(trace["customdata"], trace["x"], strict=True)
        }

    assert set(bars(alone)) == {key for key in bars(everybody) if key[1] == share}
    assert all(value == pytest.approx(bars(everybody)[key]) for key, value in bars(alone).items())


def test_a_mark_opens_the_quotations_behind_it(run: Any, words: Any) -> None:
    asked = Behind("Somebody, one week", speakers=("Zoltán Szekeres",))
    app = run("overview", "sample", behind=("overview", "share-over-time", asked, Selection()))
    assert "Somebody, one week" in words(app)
    assert app.button(key="close-share-over-time")


def test_closing_takes_the_quotations_away(run: Any, words: Any) -> None:
    asked = Behind("Somebody, one week", speakers=("Zoltán Szekeres",))
    app = run("overview", "sample", behind=("overview", "share-over-time", asked, Selection()))
    app.button(key="close-share-over-time").click().run()
    assert "Somebody, one week" not in words(app)


def test_a_word_opens_the_sentences_that_use_it(run: Any, words: Any) -> None:
    app = run(
        "overview", "sample", behind=("overview", "keywords", Behind("all", word="strike"), Selection())
    )
    assert "<mark>strike" in words(app)


def test_without_any_change_in_words_that_is_said(run: Any, words: Any) -> None:
    assert "No word is in more or fewer articles" in words(run("overview", "hostile"))
