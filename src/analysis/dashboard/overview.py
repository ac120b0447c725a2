"""Who gets to speak? The page that opens first."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.charts import cross as cross_charts
from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.charts.numbers import count, share
from analysis.dashboard import parts
from analysis.dashboard.filters import View
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.frequency import keyword_frequency
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.totals import Totals, summary
from analysis.measures.trends import shares_over_time

_METRICS = {"words": "Words", "quotations": "Quotations", "articles": "Articles"}
_UNITS = {
    "words": "Of all quoted words",
    "quotations": "Of all quotations",
    "articles": "Of all appearances of a speaker in an article",
}


def page() -> None:
    """Draw the overview of the selection."""
    view = parts.view()
    parts.heading("Who gets to speak", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    if articles.empty:
        parts.empty(
            "No articles here. Widen the dates, clear filters, or add files or a text under “Add articles”."
        )
        return
    everybody = summary(base, articles)
    stamp = parts.stamp(everybody, view.words)
    _figures(view, everybody)
    if base.empty:
        parts.empty("These articles quote nobody. Their keywords are below.")
    else:
        left, right = st.columns([1.72, 1], gap="large")
        with left:
            _voices(view, base, articles, stamp)
            _course(view, base, stamp)
        with right:
            _tone(view, base, stamp)
    left, right = st.columns(2, gap="large")
    with left:
        _keywords(view, stamp)
    with right:
        _outlets(view, base, stamp)
    parts.foot(stamp)


def _figures(view: View, everybody: Totals) -> None:
    """Counts of what the filters show; the unattributed part is always one of everybody's words."""
    chosen = summary(view.shown.quotations(view.selection), view.shown.articles(view.selection))
    parts.figures(
        [
            ("Articles", count(chosen.articles), f"of {count(everybody.articles)}"),
            ("Quotations", count(chosen.quotations), f"of {count(everybody.quotations)}"),
            ("Speakers", count(chosen.speakers), f"of {count(everybody.speakers)}"),
            ("Quoted words", count(chosen.words), f"of {count(everybody.words)}"),
            ("Direct speech", share(chosen.direct_share), "of quoted words"),
            ("Unattributed", share(everybody.unattributed_share), "of all quoted words"),
        ]
    )


def _speakers(view: View) -> list[str] | None:
    return list(view.selection.speakers) or None


def _switch() -> None:
    st.segmented_control(
        "Count",
        list(_METRICS),
        format_func=_METRICS.__getitem__,
        default="words",
        key="by",
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )


def _voices(view: View, base: pd.DataFrame, articles: pd.DataFrame, stamp: str) -> None:
    metric: Metric = st.session_state.get("by") or "words"
    table = share_of_voice(base, articles, metric=metric, speakers=_speakers(view))
    parts.chart(
        "share-of-voice",
        "Share of voice by speaker",
        _UNITS[metric],
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=stamp,
        switch=_switch,
        selects=True,
    )


def _course(view: View, base: pd.DataFrame, stamp: str) -> None:
    limits = view.shown.dates()
    if limits is None or not base["published"].notna().any():
        parts.empty("None of these articles has a date, so there is no course over time.")
        return
    last = min(view.selection.date_to or limits[1], limits[1])
    table = shares_over_time(base, first=view.selection.date_from, last=last, speakers=_speakers(view))
    kinds = dict(zip(base["speaker"], base["kind"], strict=True))
    parts.chart(
        "share-over-time",
        f"Share of voice by {table.attrs.get('period', 'week')}",
        "Most quoted speakers, part of all quoted words",
        lambda mode: trend_charts.shares_over_time(table, mode=mode, colors=view.shown.colors(), kinds=kinds),
        table,
        footer=stamp,
        selects=True,
    )


def _tone(view: View, base: pd.DataFrame, stamp: str) -> None:
    table = tone_by(base, speakers=_speakers(view))
    parts.chart(
        "sentiment",
        "Sentiment (tone) by speaker",
        "−1 to +1, of the quoted words",
        lambda mode: tone_charts.tone_by(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=stamp,
        selects=True,
    )


def _keywords(view: View, stamp: str) -> None:
    keywords = view.shown.keywords(view.selection)
    table = keyword_frequency(keywords[~keywords["is_name"]], len(view.shown.articles(view.selection)))
    parts.chart(
        "keywords",
        "Keywords",
        "In the quoted words of the speakers"
        if view.selection.speakers
        else "Part of articles that use the word",
        lambda mode: frequency_charts.keyword_frequency(table, mode=mode),
        table,
        footer=stamp,
    )


def _outlets(view: View, base: pd.DataFrame, stamp: str) -> None:
    if base.empty or not base["outlet"].notna().any():
        return
    table = outlets_by_speakers(base, speakers=_speakers(view))
    parts.chart(
        "outlets-by-speakers",
        "Outlets and speakers",
        "Part of each outlet’s quoted words",
        lambda mode: cross_charts.outlets_by_speakers(table, mode=mode),
        table,
        footer=stamp,
    )
