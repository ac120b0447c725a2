"""The page “Overview”, which opens first: who gets to speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.dashboard.evidence import chart, headline
from analysis.dashboard.evidence.behind import Behind, of_speaker
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.filters import course_days
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.frame.source import once
from analysis.dashboard.frame.state import METRIC
from analysis.dashboard.overview import figures, terms
from analysis.dashboard.overview.changes import Comparison, comparison, what_changed_most
from analysis.dashboard.speakers import bounds
from analysis.dashboard.ui.certainty import with_share_intervals, with_tone_intervals
from analysis.dashboard.ui.controls import switch
from analysis.dashboard.ui.text import empty, heading, note
from analysis.measures.results import Course
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.totals import summary
from analysis.measures.trends import shares_over_time

_METRICS = {"words": "Words", "quotations": "Quotations", "articles": "Articles"}
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
    switch("Count", _METRICS, METRIC.name, is_bound=True)


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
    chart.draw_measure(
        view,
        "share-of-voice",
        table,
        footer=f"{line} {few}" if few else line,
        metric=metric,
        top=_NAMED,
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
    line = "Most quoted speakers, part of all quoted words"
    chart.draw_measure(view, "share-over-time", once(_shares_over_time, view), footer=stamp(view), line=line)


def _shares_over_time(view: View) -> Course:
    first, last = course_days(view)
    return shares_over_time(view.statements, first=first, last=last, speakers=view.chosen_speakers)


def _tone(view: View) -> None:
    line = stamp(view, MEASURES["sentiment"].metric_line())
    chart.draw_measure(view, "sentiment", once(_tones, view), footer=line, line="Of the quoted words")


def _tones(view: View) -> pd.DataFrame:
    statements = view.statements
    return with_tone_intervals(tone_by(statements, speakers=view.chosen_speakers), statements, top=_NAMED)
