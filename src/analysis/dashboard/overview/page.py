"""The page “Overview”, which opens first: who gets to speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.dashboard.evidence import chart, headline
from analysis.dashboard.evidence.behind import Behind, of_period, of_speaker
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.filters import course_days, kinds_of
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.frame.source import once
from analysis.dashboard.frame.state import METRIC
from analysis.dashboard.overview import figures, terms
from analysis.dashboard.overview.changes import Comparison, comparison, what_changed_most
from analysis.dashboard.speakers import bounds
from analysis.dashboard.ui.certainty import lines, with_share_intervals, with_tone_intervals
from analysis.dashboard.ui.text import empty, heading, note
from analysis.measures.results import Course
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.totals import summary
from analysis.measures.trends import shares_over_time
from analysis.wording.names import UNATTRIBUTED

_METRICS = {"words": "Words", "quotations": "Quotations", "articles": "Articles"}
_UNITS = {
    "words": "Of all quoted words",
    "quotations": "Of all quotations",
    "articles": "Of all appearances of a speaker in an article",
}
_NAMED = 10


def page() -> None:
    """Draw the overview of the selection."""
    view = filters.view()
    heading("Who gets to speak", view.words)
    if view.articles.empty:
        empty(
            "No articles here. Widen the dates, clear filters, or add files or a text under “Add articles”."
        )
        return
    compared = comparison(view)
    _figures(view, compared)
    if not view.statements.empty:
        left, right = st.columns([1.72, 1], gap="large")
        with left:
            _voices(view)
            bounds.panel(view, stamp(view))
            _course(view)
        with right:
            what_changed_most(view, compared)
            _tone(view)
    elif view.selection.forms or view.selection.acts != ("statement",):
        empty("No such quotations in these articles. Their keywords are below.")
    else:
        empty("These articles quote nobody. Their keywords are below.")
    left, right = st.columns(2, gap="large")
    with left:
        terms.frequency(view, compared, stamp(view))
    with right:
        terms.risen_and_fallen(view, compared, stamp(view))
    foot(stamp(view))


def _figures(view: View, compared: Comparison | None) -> None:
    before = once(figures.measured, compared.before) if compared and compared.is_whole else None
    chosen = summary(view.quotations, view.quoting_articles) if view.selection.names_speakers else None
    items = figures.items(once(figures.measured, view), before, chosen)
    quoted, direct = headline.said(view, "Quotations"), Behind(f"Direct speech: {view.words}", form="direct")
    leads: list[headline.Leads] = ["articles", quoted, "speakers", direct, "speakers", of_speaker(None)]
    headline.figures(view, list(zip(items, leads, strict=True)))


def _switch() -> None:
    st.segmented_control(
        "Count",
        list(_METRICS),
        format_func=_METRICS.__getitem__,
        default="words",
        key=METRIC.name,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )


def _voices(view: View) -> None:
    metric = METRIC.get() or "words"
    table, few = once(_shares, view, metric)

    def opens(meant: Sequence[Any]) -> Behind:
        name, group = meant
        if group == "others":
            known = table["speaker"].dropna()
            return Behind(f"{len(known) - _NAMED} others", speakers=tuple(known.iloc[_NAMED:]))
        return of_speaker(name)

    line = stamp(view, MEASURES["share-of-voice"].metric_line(metric))
    chart.draw(
        "share-of-voice",
        "Share of voice by speaker",
        _UNITS[metric] + lines(table),
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.colors, top=_NAMED),
        table,
        footer=f"{line} {few}" if few else line,
        switch=_switch,
        selects=True,
        opens=opens,
    )
    if few:
        note(few)


def _shares(view: View, metric: Metric) -> tuple[pd.DataFrame, str]:
    shares = share_of_voice(view.statements, view.articles, metric=metric, speakers=view.chosen_speakers)
    return with_share_intervals(shares, view, metric=metric, top=_NAMED)


def _course(view: View) -> None:
    if not view.statements["published"].notna().any():
        empty("None of these articles has a date, so there is no course over time.")
        return
    course, kinds = once(_shares_over_time, view)

    def opens(meant: Sequence[Any]) -> Behind:
        name, first, last = meant
        return of_period(first, last, name or UNATTRIBUTED, speakers=(name,))

    chart.draw(
        "share-over-time",
        f"Share of voice by {course.period}",
        "Most quoted speakers, part of all quoted words",
        lambda mode: trend_charts.shares_over_time(course, mode=mode, colors=view.colors, kinds=kinds),
        course.table,
        footer=stamp(view),
        opens=opens,
    )


def _shares_over_time(view: View) -> tuple[Course, dict[str, str]]:
    first, last = course_days(view)
    course = shares_over_time(view.statements, first=first, last=last, speakers=view.chosen_speakers)
    return course, kinds_of(view.statements)


def _tone(view: View) -> None:
    table = once(_tones, view)
    chart.draw(
        "sentiment",
        "Sentiment (tone) by speaker",
        "Of the quoted words" + lines(table),
        lambda mode: tone_charts.tone_by(table, mode=mode, colors=view.colors),
        table,
        footer=stamp(view, MEASURES["sentiment"].metric_line()),
        opens=lambda meant: of_speaker(meant[0]),
    )


def _tones(view: View) -> pd.DataFrame:
    statements = view.statements
    return with_tone_intervals(tone_by(statements, speakers=view.chosen_speakers), statements, top=_NAMED)
