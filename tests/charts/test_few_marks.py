"""Does a chart stay small enough for a browser, however much is measured?"""

from itertools import islice, product
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts import (
    changes,
    cross,
    frequency,
    shares,
    tone_strip,
    tones,
    trends,
)
from analysis.measures import changes as measured_changes
from analysis.measures import cross as measured_cross
from analysis.measures import frequency as measured_frequency
from analysis.measures import keyness as measured_keyness
from analysis.measures import shares as measured_shares
from analysis.measures import tones as measured_tones
from analysis.measures import trends as measured_trends

MOST = 1_000

SPEAKERS = [f"Speaker {number}" for number in range(300)]
OUTLETS = [f"Outlet {number}" for number in range(60)]
ROWS = 6_000
LOOK = {"mode": "light", "colors": {name: place for place, name in enumerate(SPEAKERS)}}


def said(days: pd.DatetimeIndex) -> pd.DataFrame:
    """Statements of 300 speakers in 60 outlets, spread evenly over some days."""
    pairs = list(islice(product(range(20), range(len(SPEAKERS))), ROWS))
    places = range(len(pairs))
    return pd.DataFrame(
        {
            "article_id": [f"a{place // 3}" for place in places],
            "speaker": [SPEAKERS[speaker] for _, speaker in pairs],
            "kind": "person",
            "outlet": [OUTLETS[(place * 7) % len(OUTLETS)] for place in places],
            "form": [("direct", "mixed", "indirect")[place % 3] for place in places],
            "words": [5 + place % 40 for place in places],
            "tone": [(place % 9 - 4) / 5 for place in places],
            "published": [days[place * len(days) // ROWS] for place in places],
        }
    )


def three_years_of_days() -> pd.DatetimeIndex:
    return pd.date_range("2023-01-01", "2025-12-31")


def eight_hundred_years() -> pd.DatetimeIndex:
    return pd.date_range("1226-01-01", "2026-01-01", freq="YS").as_unit("us")


def fifteen_years_of_months() -> pd.DatetimeIndex:
    return pd.date_range("2011-01-01", "2026-01-01", freq="MS")


def figures(statements: pd.DataFrame) -> dict[str, go.Figure]:
    articles = statements.drop_duplicates("article_id")[["article_id", "outlet", "published"]]
    articles = articles.assign(article_tone=0.1, words=300)
    terms = pd.DataFrame(
        {
            "article_id": [f"a{place % 2_000}" for place in range(9_000)],
            "term": [f"word{place % 700}" for place in range(9_000)],
            "count": [1 + place % 5 for place in range(9_000)],
            "is_name": False,
        }
    )
    over_time = measured_trends.shares_over_time(statements)
    crossed = measured_cross.outlets_by_speakers(statements)
    one = statements[statements["speaker"] == "Speaker 0"].assign(outlet=OUTLETS[:20])
    half = terms["article_id"].str.len() > 4
    course = measured_trends.terms_over_time(terms, articles, terms=[f"word{n}" for n in range(60)])
    return {
        "shares": shares.share_of_voice(measured_shares.share_of_voice(statements, articles), **LOOK),
        "course": trends.shares_over_time(over_time, **LOOK),
        "course of six compared": trends.shares_over_time(over_time, top=6, **LOOK),
        "sparkline": trends.share_sparkline(over_time, "Speaker 299", **LOOK),
        "quotations": trends.quotations_over_time(
            measured_trends.quotations_over_time(statements), mode="light"
        ),
        "tone": tones.tone_by(measured_tones.tone_by(statements), **LOOK),
        "tone of outlets": tones.tone_by(measured_tones.tone_by(statements, "outlet"), **LOOK),
        "outlet tone": tones.article_tone_by_outlet(
            measured_tones.article_tone_by_outlet(articles), mode="light"
        ),
        "tone over time": tones.tone_over_time(measured_tones.tone_over_time(statements), **LOOK),
        "keywords": frequency.keyword_frequency(
            measured_frequency.keyword_frequency(terms, len(articles)), mode="light", top=25
        ),
        "words over time": trends.terms_over_time(course, mode="light"),
        "matrix": cross.outlets_by_speakers(crossed, mode="light"),
        "outlets": cross.speaker_by_outlet(measured_cross.outlets_by_speakers(one), mode="light"),
        "risen and fallen": changes.terms_risen_and_fallen(
            measured_changes.term_changes(terms[half], 1_000, terms[~half], 1_000), mode="light"
        ),
        "keyness": frequency.keyness(measured_keyness.keyness(terms[half], terms[~half]), mode="light"),
    }


def marks(fig: go.Figure) -> int:
    """Points, bars and cells, also those that only take clicks, and every word written."""
    return sum(len(trace.x if trace.x is not None else trace.y) for trace in fig.data) + len(
        fig.layout.annotations
    )


@pytest.mark.parametrize("days", [three_years_of_days, fifteen_years_of_months, eight_hundred_years])
def test_no_chart_sends_more_than_a_thousand_marks(days: Any) -> None:
    counted = {name: marks(fig) for name, fig in figures(said(days())).items()}
    assert {name: count for name, count in counted.items() if not 0 < count <= MOST} == {}


def test_a_course_that_is_cut_says_from_when_it_is_drawn() -> None:
    fig = trends.shares_over_time(measured_trends.shares_over_time(said(eight_hundred_years())), **LOOK)
    assert fig.layout.meta["note"].endswith("Drawn from 1867 on; the CSV has what is earlier.")
    assert fig.data[0].customdata[-1][1:] == ["2026-01-01", "2026-12-31"]


def test_outlets_that_are_left_out_are_counted() -> None:
    one = said(three_years_of_days()).head(60).assign(speaker="Ana Silva", outlet=OUTLETS)
    fig = cross.speaker_by_outlet(measured_cross.outlets_by_speakers(one), mode="light")
    assert len(fig.data[1].x) == 15
    assert fig.layout.meta["note"] == "The 15 outlets with most words; 45 more are left out."


def sentences(count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "start": [10 * place for place in range(count)],
            "end": [10 * place + 9 for place in range(count)],
            "tone": [0.5 if place % 2 else -0.5 for place in range(count)],
            "quoted": [place % 2 == 0 for place in range(count)],
            "speaker": ["Speaker 0" if place % 2 == 0 else None for place in range(count)],
            "kind": None,
        }
    )


def test_sentences_of_a_very_long_article_are_joined_and_it_is_said() -> None:
    fig = tone_strip.tone_strip(sentences(4_000), **LOOK)
    assert marks(fig) <= MOST
    assert fig.layout.meta["note"] == "A long text: each column is 10 sentences together."
    assert fig.data[0].customdata[1] == [10]
    assert fig.data[0].hovertext[1] == "Sentences 11–20, Speaker 0: 0.00"


def test_an_article_of_usual_length_has_a_column_for_each_sentence() -> None:
    fig = tone_strip.tone_strip(sentences(40), **LOOK)
    assert len(fig.data[0].x) == 40
    assert "note" not in fig.layout.meta
