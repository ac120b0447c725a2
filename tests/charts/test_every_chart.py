"""Does every figure keep what all of them promise?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts import changes, cross, frequency, shares, tone_strip, tones, trends
from analysis.charts.palette import palette
from analysis.measures import changes as measured_changes
from analysis.measures import cross as measured_cross
from analysis.measures import frequency as measured_frequency
from analysis.measures import keyness as measured_keyness
from analysis.measures import shares as measured_shares
from analysis.measures import tones as measured_tones
from analysis.measures import trends as measured_trends

HOSTILE = '<b onclick="x">Bo & "Co"</b>'
COLORS = {"Ana Silva": 0, HOSTILE: 1}

SAID = pd.DataFrame(
    {
        "article_id": ["a", "a", "b", "b"],
        "speaker": ["Ana Silva", HOSTILE, None, "unnamed sources"],
        "kind": ["person", "organization", None, "unnamed"],
        "outlet": ["Post", HOSTILE, None, "Post"],
        "form": ["direct", "mixed", "indirect", "direct"],
        "words": [9, 5, 4, 1],
        "tone": [0.4, -0.2, 0.0, None],
        "published": pd.to_datetime(["2026-03-02", "2026-03-03", "2026-03-10", None]),
    }
)
ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b"], "outlet": ["Post", HOSTILE], "article_tone": [0.1, -0.1], "words": [90, 80]}
)
TERMS = pd.DataFrame({"article_id": ["a", "b"], "term": ["levy", HOSTILE], "count": [3, 1], "is_name": False})
SENTENCES = pd.DataFrame(
    {
        "start": [0, 10],
        "end": [9, 30],
        "tone": [0.2, -0.9],
        "quoted": [False, True],
        "speaker": [None, HOSTILE],
    }
).assign(kind=None)


def figures(said: Any, articles: Any, terms: Any, sentences: Any, mode: Any) -> dict[str, go.Figure]:
    look = {"mode": mode, "colors": COLORS}
    over_time = measured_trends.shares_over_time(said)
    crossed = measured_cross.outlets_by_speakers(said)
    return {
        "shares": shares.share_of_voice(measured_shares.share_of_voice(said, articles), **look),
        "course": trends.shares_over_time(over_time, **look),
        "sparkline": trends.share_sparkline(over_time, HOSTILE, **look),
        "quotations": trends.quotations_over_time(measured_trends.quotations_over_time(said), mode=mode),
        "tone": tones.tone_by(measured_tones.tone_by(said), **look),
        "outlet tone": tones.article_tone_by_outlet(
            measured_tones.article_tone_by_outlet(articles), mode=mode
        ),
        "article tone": tones.article_tone(0.1 if len(said) else None, None, mode=mode),
        "tone over time": tones.tone_over_time(measured_tones.tone_over_time(said), **look),
        "keywords": frequency.keyword_frequency(
            measured_frequency.keyword_frequency(terms, len(articles)), mode=mode
        ),
        "matrix": cross.outlets_by_speakers(crossed, mode=mode),
        "outlets": cross.speaker_by_outlet(crossed[crossed["speaker"] == "Ana Silva"], mode=mode),
        "risen and fallen": changes.terms_risen_and_fallen(
            measured_changes.term_changes(terms[:1], len(articles), terms, len(articles), least=1), mode=mode
        ),
        "keyness": frequency.keyness(measured_keyness.keyness(terms[:1], terms[1:], fewest=1), mode=mode),
        "strip": tone_strip.tone_strip(sentences, **look),
    }


FILLED = figures(SAID, ARTICLES, TERMS, SENTENCES, "light")
EMPTY = figures(SAID[:0], ARTICLES[:0], TERMS[:0], SENTENCES[:0], "dark")
BOTH = [*FILLED.values(), *EMPTY.values()]

each = pytest.mark.parametrize("fig", BOTH, ids=[*FILLED, *(f"empty {name}" for name in EMPTY)])


@each
def test_no_axis_can_be_zoomed_and_clicks_select(fig: Any) -> None:
    assert fig.layout.xaxis.fixedrange
    assert fig.layout.yaxis.fixedrange
    assert fig.layout.dragmode is None


@each
def test_height_and_margins_are_in_pixels(fig: Any) -> None:
    assert fig.layout.height > 0
    assert fig.layout.width is None
    assert None not in (fig.layout.margin.l, fig.layout.margin.r, fig.layout.margin.t, fig.layout.margin.b)


@each
def test_a_sentence_says_what_there_is_to_see(fig: Any) -> None:
    assert fig.layout.meta["alt"].endswith(".")


@each
def test_the_template_is_our_own(fig: Any) -> None:
    assert fig.layout.template.layout.paper_bgcolor in (palette("light").page, palette("dark").page)
    assert fig.layout.template.layout.showlegend is False


@each
def test_names_never_reach_the_text_unescaped(fig: Any) -> None:
    texts = [annotation.text or "" for annotation in fig.layout.annotations]
    texts += [annotation.hovertext or "" for annotation in fig.layout.annotations]
    texts += [text for trace in fig.data for text in trace.hovertext or ()]
    assert not any("<b onclick" in text for text in texts)


@each
def test_every_mark_that_can_be_clicked_says_whose_it_is(fig: Any) -> None:
    for trace in fig.data:
        if trace.hoverinfo != "skip":
            assert len(trace.customdata) == len(trace.x)


def test_the_raw_name_is_what_a_click_chooses() -> None:
    bars = next(trace for trace in FILLED["shares"].data if trace.name == "mixed")
    assert [list(row) for row in bars.customdata] == [[HOSTILE, "named"]]


def test_a_cell_of_the_matrix_names_its_speaker_and_outlet() -> None:
    assert ["Ana Silva", "Post"] in [list(row) for row in FILLED["matrix"].data[0].customdata]
