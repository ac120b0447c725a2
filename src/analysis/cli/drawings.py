"""Which charts can be saved, under which title, and how is each drawn?

Always the light figures: an image stands on somebody else's page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.charts import cross as cross_charts
from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.charts.palette import color_slots
from analysis.cli import views
from analysis.cli.question import Question
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.shares import Metric
from analysis.measures.tones import article_tone_by_outlet, tone_over_time
from analysis.measures.trends import quotations_over_time, shares_over_time

Draw = Callable[[Question, Metric, int], go.Figure]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its title, its unit, what its method line calls it, and how it is drawn."""

    title: str
    unit_line: Callable[[Metric], str]
    metric: Callable[[Metric], str]
    draw: Draw
    top: int = 10


def _shares(asked: Question, metric: Metric, top: int) -> go.Figure:
    table = views.shares(asked, metric)
    return share_charts.share_of_voice(table, mode="light", colors=_colors(asked), top=top)


def _shares_over_time(asked: Question, metric: Metric, top: int) -> go.Figure:
    first, last = asked.selection.date_from, asked.selection.date_to
    table = shares_over_time(asked.statements, first=first, last=last, speakers=asked.speakers)
    return trend_charts.shares_over_time(
        table, mode="light", colors=_colors(asked), kinds=_kinds(asked), top=top
    )


def _quotations_over_time(asked: Question, metric: Metric, top: int) -> go.Figure:
    statements = asked.statements
    if asked.speakers is not None:
        statements = statements[statements["speaker"].isin(asked.speakers)]
    table = quotations_over_time(statements, first=asked.selection.date_from, last=asked.selection.date_to)
    return trend_charts.quotations_over_time(table, mode="light")


def _tones(asked: Question, metric: Metric, top: int) -> go.Figure:
    return tone_charts.tone_by(views.tones(asked), mode="light", colors=_colors(asked), top=top)


def _tones_over_time(asked: Question, metric: Metric, top: int) -> go.Figure:
    first, last = asked.selection.date_from, asked.selection.date_to
    table = tone_over_time(asked.statements, first=first, last=last, speakers=asked.speakers)
    return tone_charts.tone_over_time(
        table, mode="light", colors=_colors(asked), kinds=_kinds(asked), top=top
    )


def _tones_by_outlet(asked: Question, metric: Metric, top: int) -> go.Figure:
    return tone_charts.article_tone_by_outlet(article_tone_by_outlet(asked.articles), mode="light", top=top)


def _keywords(asked: Question, metric: Metric, top: int) -> go.Figure:
    return frequency_charts.keyword_frequency(views.keywords(asked), mode="light", top=top)


def _cross(asked: Question, metric: Metric, top: int) -> go.Figure:
    table = outlets_by_speakers(asked.statements, speakers=asked.speakers)
    return cross_charts.outlets_by_speakers(table, mode="light", top=top)


def _colors(asked: Question) -> dict[str, int]:
    return color_slots(asked.corpus.speakers())


def _kinds(asked: Question) -> dict[str, str]:
    speakers = asked.corpus.speakers()
    return dict(zip(speakers["speaker"], speakers["kind"], strict=True))


def _always(words: str) -> Callable[[Metric], str]:
    return lambda _: words


_UNIT = {
    "words": "Part of all quoted words of statements",
    "quotations": "Part of all statements",
    "articles": "Part of all appearances in articles",
}
_SENTIMENT = Drawing(
    "Sentiment (tone) by speaker",
    _always("Mean over the sentences a speaker says, −1 to +1, weighted by words"),
    _always(views.TONE_METRIC),
    _tones,
)

DRAWINGS: Mapping[str, Drawing] = {
    "share-of-voice": Drawing(
        "Share of voice by speaker", lambda metric: _UNIT[metric], views.shares_metric, _shares
    ),
    "share-over-time": Drawing(
        "Share of voice over time",
        _always("Part of the quoted words of each period"),
        _always("Quoted words of statements"),
        _shares_over_time,
        top=5,
    ),
    "quotations-over-time": Drawing(
        "Quotations over time",
        _always("Statements quoted in each period"),
        _always("Statements quoted"),
        _quotations_over_time,
    ),
    "sentiment": _SENTIMENT,
    "tone": _SENTIMENT,
    "tone-over-time": Drawing(
        "Sentiment (tone) over time",
        _always("Mean over the sentences said in each period, −1 to +1, weighted by words"),
        _always(views.TONE_METRIC),
        _tones_over_time,
        top=5,
    ),
    "tone-by-outlet": Drawing(
        "Sentiment (tone) of articles by outlet",
        _always("Mean over the sentences that are not speech, −1 to +1"),
        _always("Sentiment (tone) of articles without their quoted speech"),
        _tones_by_outlet,
    ),
    "keywords": Drawing(
        "Keywords",
        _always("Part of articles that use a term"),
        _always(views.KEYWORDS_METRIC),
        _keywords,
    ),
    "outlets-by-speakers": Drawing(
        "Who speaks in which outlet",
        _always("Part of each outlet’s quoted words"),
        _always("Quoted words of statements"),
        _cross,
    ),
}
