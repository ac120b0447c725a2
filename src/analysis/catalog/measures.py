"""All measures that can be shown, each declared once.

`newsvoices show` prints those with columns, `newsvoices chart` draws those
with a chart; reports, workbooks and method stamps take title, unit, table and
chart from here. A page may draw a table of its own, with intervals or for some
speakers only, under the title and unit that stand here:

    measure = MEASURES["share-of-voice"]
    measure.page_title(result), measure.page_unit_line(metric), measure.metric_line(metric)
    measure.draw(view, result, mode, top)
    measure.marks  # what a click means: ("speaker", "group")

How to count stands in `analysis.measures`, how to draw in `analysis.charts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from analysis.catalog.measure import Column, IntervalColumn, Measure
from analysis.catalog.view import View
from analysis.charts.palette import Mode
from analysis.errors import AnalysisError
from analysis.measures.concentration import concentration_intervals
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.frequency import keyword_frequency
from analysis.measures.results import Course, Estimates
from analysis.measures.shares import Metric, share_bounds_of_unattributed, share_of_voice
from analysis.measures.tones import article_tone_by_outlet, tone_by, tone_over_time
from analysis.measures.trends import quotations_over_time, shares_over_time
from analysis.measures.uncertainty import share_intervals
from analysis.wording import numbers
from analysis.wording.cells import UNATTRIBUTED

if TYPE_CHECKING:  # Drawing libraries are loaded only for charts.
    import plotly.graph_objects as go

_SHARES_METRIC: Mapping[Metric, str] = {
    "words": "Quoted words of statements",
    "quotations": "Statements quoted",
    "articles": "Appearances: speakers in articles",
}
_TONE_METRIC = "Sentiment (tone) of statements, weighted by words"


def _shares(view: View, metric: Metric) -> pd.DataFrame:
    return share_of_voice(view.statements, view.articles, metric=metric, speakers=view.chosen_speakers)


def _sure_shares(view: View, metric: Metric) -> Estimates:
    """Shares with the 95 % intervals of share and reach."""
    table = _shares(view, metric)
    # As None: a null among names is not equal to itself.
    groups = [None if pd.isna(name) else name for name in table["speaker"]]
    sure = share_intervals(view.statements, view.articles, metric=metric, groups=groups)
    bounds = sure.table[["low", "high", "reach_low", "reach_high"]]
    return replace(sure, table=pd.concat([table, bounds], axis=1))


def _bounds(view: View, metric: Metric) -> pd.DataFrame:
    if metric == "articles":
        raise AnalysisError("bounds are of words or quotations; choose one with --metric")
    return share_bounds_of_unattributed(view.statements, metric=metric, speakers=view.chosen_speakers)


def _shares_over_time(view: View, metric: Metric) -> Course:
    first, last = view.selection.date_from, view.selection.date_to
    return shares_over_time(view.statements, first=first, last=last, speakers=view.chosen_speakers)


def _quotations_over_time(view: View, metric: Metric) -> Course:
    statements, speakers = view.statements, view.chosen_speakers
    if speakers is not None:
        statements = statements[statements["speaker"].isin(speakers)]
    return quotations_over_time(statements, first=view.selection.date_from, last=view.selection.date_to)


def _tones_over_time(view: View, metric: Metric) -> Course:
    first, last = view.selection.date_from, view.selection.date_to
    return tone_over_time(view.statements, first=first, last=last, speakers=view.chosen_speakers)


def _draw_shares(view: View, table: pd.DataFrame, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.shares import share_of_voice as drawn

    return drawn(table, mode=mode, colors=view.colors, top=top)


def _draw_shares_over_time(view: View, course: Course, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.trends import shares_over_time as drawn

    return drawn(course, mode=mode, colors=view.colors, kinds=view.kinds, top=top)


def _draw_quotations_over_time(view: View, course: Course, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.trends import quotations_over_time as drawn

    return drawn(course, mode=mode)


def _draw_tones(view: View, table: pd.DataFrame, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.tones import tone_by as drawn

    return drawn(table, mode=mode, colors=view.colors, top=top)


def _draw_tones_over_time(view: View, course: Course, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.tones import tone_over_time as drawn

    return drawn(course, mode=mode, colors=view.colors, kinds=view.kinds, top=top)


def _draw_tones_by_outlet(view: View, table: pd.DataFrame, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.tones import article_tone_by_outlet as drawn

    return drawn(table, mode=mode, top=top)


def _draw_keywords(view: View, table: pd.DataFrame, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.frequency import keyword_frequency as drawn

    return drawn(table, mode=mode, top=top)


def _draw_outlets_by_speakers(view: View, table: pd.DataFrame, mode: Mode, top: int) -> go.Figure:
    from analysis.charts.cross import outlets_by_speakers as drawn

    return drawn(table, mode=mode, top=top)


def _text(head: str, name: str = "", unknown: str = "") -> Column:
    return Column(head, name or head, str, is_number=False, unknown=unknown)


def _count(name: str) -> Column:
    return Column(name, name, numbers.count)


def _share(name: str, head: str = "") -> Column:
    return Column(head or name, name, numbers.share)


def _figure(value: float) -> str:
    return f"{value:,.2f}"


_SPEAKER = _text("speaker", unknown=UNATTRIBUTED)

_ALL = (
    Measure(
        name="share-of-voice",
        title="Share of voice by speaker",
        unit={
            "words": "Part of all quoted words of statements",
            "quotations": "Part of all statements",
            "articles": "Part of all appearances in articles",
        },
        page_unit={
            "words": "Of all quoted words",
            "quotations": "Of all quotations",
            "articles": "Of all appearances of a speaker in an article",
        },
        metric=_SHARES_METRIC,
        read=_sure_shares,
        columns=(
            _SPEAKER,
            _text("kind"),
            _share("share"),
            IntervalColumn("95 %", "low", numbers.share),
            _share("reach"),
            IntervalColumn("95 %", "reach_low", numbers.share, high="reach_high"),
            *map(_count, ("quotations", "words", "direct", "mixed", "indirect")),
        ),
        charted=_shares,
        draw=_draw_shares,
        marks=("speaker", "group"),
    ),
    Measure(
        name="bounds",
        meaning=" (the worst and best case of each share)",
        title="Worst and best case of each share",
        metric={
            metric: f"{line}, worst and best case of the unattributed"
            for metric, line in _SHARES_METRIC.items()
        },
        read=_bounds,
        columns=(_SPEAKER, _share("worst"), _share("best"), _share("even", "if divided evenly")),
    ),
    Measure(
        name="concentration",
        meaning=" (how many voices)",
        title="How many voices there are",
        metric="Attributed words of statements",
        read=lambda view, _: concentration_intervals(view.statements),
        columns=(
            _text("measure"),
            Column("value", "value", _figure),
            IntervalColumn("95 %", "low", _figure),
        ),
    ),
    Measure(
        name="share-over-time",
        title="Share of voice over time",
        unit="Part of the quoted words of each period",
        page_unit="Part of all quoted words",
        metric="Quoted words of statements",
        read=_shares_over_time,
        draw=_draw_shares_over_time,
        top=5,
        marks=("speaker", "first", "last"),
    ),
    Measure(
        name="quotations-over-time",
        title="Quotations over time",
        unit="Statements quoted in each period",
        metric="Statements quoted",
        read=_quotations_over_time,
        draw=_draw_quotations_over_time,
        marks=("first", "last"),
    ),
    Measure(
        name="sentiment",
        aliases=("tone",),
        meaning=" (tone) by speaker",
        title="Sentiment (tone) by speaker",
        unit="Mean over the sentences a speaker says, −1 to +1, weighted by words",
        page_unit="Of what each says",
        metric=_TONE_METRIC,
        read=lambda view, _: tone_by(view.statements, speakers=view.chosen_speakers),
        columns=(_SPEAKER, Column("tone", "tone", numbers.tone), _count("quotations"), _count("words")),
        draw=_draw_tones,
        marks=("speaker",),
    ),
    Measure(
        name="tone-over-time",
        title="Sentiment (tone) over time",
        unit="Mean over the sentences said in each period, −1 to +1, weighted by words",
        metric=_TONE_METRIC,
        read=_tones_over_time,
        draw=_draw_tones_over_time,
        top=5,
        marks=("speaker", "first", "last"),
    ),
    Measure(
        name="tone-by-outlet",
        title="Sentiment (tone) of articles by outlet",
        unit="Mean over the sentences that are not speech, −1 to +1",
        page_unit="The text around quotations, mean of articles",
        metric="Sentiment (tone) of articles without their quoted speech",
        read=lambda view, _: article_tone_by_outlet(view.articles),
        draw=_draw_tones_by_outlet,
        marks=("outlet",),
    ),
    Measure(
        name="keywords",
        title="Keywords",
        unit="Part of articles that use a term",
        page_unit="Part of articles that use the word",
        metric="Lemmatized words and phrases",
        read=lambda view, _: keyword_frequency(view.keywords, len(view.articles)),
        columns=(_text("term"), _count("articles"), _share("share"), _count("count")),
        draw=_draw_keywords,
        marks=("term",),
    ),
    Measure(
        name="outlets-by-speakers",
        title="Who speaks in which outlet",
        unit="Part of each outlet’s quoted words",
        metric="Quoted words of statements",
        read=lambda view, _: outlets_by_speakers(view.statements, speakers=view.chosen_speakers),
        draw=_draw_outlets_by_speakers,
        marks=("speaker", "outlet"),
    ),
    Measure(
        name="quotations",
        title="Quotations",
        metric="Statements",
        read=lambda view, _: view.corpus.quotations(view.selection),
        columns=(
            _text("published", unknown="no date"),
            _text("outlet"),
            _SPEAKER,
            _text("form"),
            Column("tone", "tone", numbers.tone),
            _text("quotation", "text"),
        ),
    ),
)

MEASURES: Mapping[str, Measure] = {
    name: measure for measure in _ALL for name in (measure.name, *measure.aliases)
}
PRINTED = tuple(name for name, measure in MEASURES.items() if measure.columns)
CHARTED = tuple(name for name, measure in MEASURES.items() if measure.draw)
