"""Which charts can be saved, under which title, and how is each measured and drawn?

Always the light figures: an image, a page or a report stands on somebody
else's screen or on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.catalog import measured
from analysis.catalog.view import View
from analysis.charts import cross as cross_charts
from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.shares import Metric
from analysis.measures.tones import article_tone_by_outlet, tone_over_time
from analysis.measures.trends import quotations_over_time, shares_over_time

Measure = Callable[[View, Metric], pd.DataFrame]
Draw = Callable[[View, pd.DataFrame, int], go.Figure]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its title, its unit, what its method line calls it, its table, and how that is drawn."""

    title: str
    unit_line: Callable[[Metric], str]
    metric: Callable[[Metric], str]
    measure: Measure
    draw: Draw
    top: int = 10

    def figure(self, asked: View, metric: Metric = "words", top: int | None = None) -> go.Figure:
        """The chart of a question, with so many rows or lines."""
        return self.draw(asked, self.measure(asked, metric), top or self.top)


def _shares(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return share_charts.share_of_voice(table, mode="light", colors=asked.colors, top=top)


def _measure_shares_over_time(asked: View, metric: Metric) -> pd.DataFrame:
    first, last = asked.selection.date_from, asked.selection.date_to
    return shares_over_time(asked.statements, first=first, last=last, speakers=asked.chosen_speakers)


def _shares_over_time(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return trend_charts.shares_over_time(table, mode="light", colors=asked.colors, kinds=asked.kinds, top=top)


def _measure_quotations_over_time(asked: View, metric: Metric) -> pd.DataFrame:
    statements = asked.statements
    if asked.chosen_speakers is not None:
        statements = statements[statements["speaker"].isin(asked.chosen_speakers)]
    return quotations_over_time(statements, first=asked.selection.date_from, last=asked.selection.date_to)


def _quotations_over_time(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return trend_charts.quotations_over_time(table, mode="light")


def _tones(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return tone_charts.tone_by(table, mode="light", colors=asked.colors, top=top)


def _measure_tones_over_time(asked: View, metric: Metric) -> pd.DataFrame:
    first, last = asked.selection.date_from, asked.selection.date_to
    return tone_over_time(asked.statements, first=first, last=last, speakers=asked.chosen_speakers)


def _tones_over_time(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return tone_charts.tone_over_time(table, mode="light", colors=asked.colors, kinds=asked.kinds, top=top)


def _tones_by_outlet(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return tone_charts.article_tone_by_outlet(table, mode="light", top=top)


def _keywords(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return frequency_charts.keyword_frequency(table, mode="light", top=top)


def _cross(asked: View, table: pd.DataFrame, top: int) -> go.Figure:
    return cross_charts.outlets_by_speakers(table, mode="light", top=top)


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
    _always(measured.TONE_METRIC),
    lambda asked, _: measured.tones(asked),
    _tones,
)

DRAWINGS: Mapping[str, Drawing] = {
    "share-of-voice": Drawing(
        "Share of voice by speaker",
        lambda metric: _UNIT[metric],
        measured.shares_metric,
        measured.shares,
        _shares,
    ),
    "share-over-time": Drawing(
        "Share of voice over time",
        _always("Part of the quoted words of each period"),
        _always("Quoted words of statements"),
        _measure_shares_over_time,
        _shares_over_time,
        top=5,
    ),
    "quotations-over-time": Drawing(
        "Quotations over time",
        _always("Statements quoted in each period"),
        _always("Statements quoted"),
        _measure_quotations_over_time,
        _quotations_over_time,
    ),
    "sentiment": _SENTIMENT,
    "tone": _SENTIMENT,
    "tone-over-time": Drawing(
        "Sentiment (tone) over time",
        _always("Mean over the sentences said in each period, −1 to +1, weighted by words"),
        _always(measured.TONE_METRIC),
        _measure_tones_over_time,
        _tones_over_time,
        top=5,
    ),
    "tone-by-outlet": Drawing(
        "Sentiment (tone) of articles by outlet",
        _always("Mean over the sentences that are not speech, −1 to +1"),
        _always("Sentiment (tone) of articles without their quoted speech"),
        lambda asked, _: article_tone_by_outlet(asked.articles),
        _tones_by_outlet,
    ),
    "keywords": Drawing(
        "Keywords",
        _always("Part of articles that use a term"),
        _always(measured.KEYWORDS_METRIC),
        lambda asked, _: measured.keywords(asked),
        _keywords,
    ),
    "outlets-by-speakers": Drawing(
        "Who speaks in which outlet",
        _always("Part of each outlet’s quoted words"),
        _always("Quoted words of statements"),
        lambda asked, _: outlets_by_speakers(asked.statements, speakers=asked.chosen_speakers),
        _cross,
    ),
}
