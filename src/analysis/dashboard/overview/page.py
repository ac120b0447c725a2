"""Who gets to speak? The page that opens first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.dashboard.evidence.behind import Behind, dates_of
from analysis.dashboard.frame.chosen import chosen_speakers, kinds_of
from analysis.dashboard.frame.filters import View
from analysis.dashboard.overview import figures as figures_row
from analysis.dashboard.overview import terms
from analysis.dashboard.overview.changes import what_changed_most
from analysis.dashboard.overview.comparison import Comparison, comparison
from analysis.dashboard.speakers import bounds
from analysis.dashboard.ui import headline, parts
from analysis.dashboard.ui.certainty import INTERVAL, with_share_intervals, with_tone_intervals
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.totals import summary
from analysis.measures.trends import shares_over_time
from analysis.model import Selection
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
    view = parts.view()
    parts.heading("Who gets to speak", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    if articles.empty:
        parts.empty(
            "No articles here. Widen the dates, clear filters, or add files or a text under “Add articles”."
        )
        return
    totals = summary(base, articles)
    stamp = parts.stamp(totals)
    compared = comparison(view)
    _figures(view, base, articles, compared)
    if base.empty:
        if view.selection.forms or view.selection.acts != ("statement",):
            parts.empty("No such quotations in these articles. Their keywords are below.")
        else:
            parts.empty("These articles quote nobody. Their keywords are below.")
    else:
        left, right = st.columns([1.72, 1], gap="large")
        with left:
            metric: Metric = st.session_state.get("by") or "words"
            _voices(
                view,
                base,
                articles,
                metric,
                parts.stamp(totals, MEASURES["share-of-voice"].metric_line(metric)),
            )
            bounds.panel(view, base, stamp)
            _course(view, base, stamp)
        with right:
            what_changed_most(view, compared)
            _tone(view, base, parts.stamp(totals, MEASURES["sentiment"].metric_line()))
    left, right = st.columns(2, gap="large")
    with left:
        terms.frequency(view, compared, stamp)
    with right:
        terms.risen_and_fallen(view, compared, stamp)
    parts.foot(stamp)


def _figures(view: View, base: pd.DataFrame, articles: pd.DataFrame, compared: Comparison | None) -> None:
    before = None
    if compared and compared.is_whole:
        earlier = compared.before.base()
        before = view.once("figures-before", lambda: _measured(view, earlier))
    chosen = None
    if view.selection.names_speakers:
        chosen = summary(view.shown.quotations(view.selection), view.shown.articles(view.selection))
    now = view.once("figures", lambda: figures_row.measured(base, articles))
    items = figures_row.items(now, before, chosen)
    quoted, direct = headline.said(view, "Quotations"), Behind(f"Direct speech: {view.words}", form="direct")
    nobody = Behind(UNATTRIBUTED, speakers=(None,))
    headline.figures(view, items, ["articles", quoted, "speakers", direct, "speakers", nobody])


def _measured(view: View, selection: Selection) -> figures_row.Measured:
    return figures_row.measured(view.shown.quotations(selection), view.shown.articles(selection))


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


def _voices(view: View, base: pd.DataFrame, articles: pd.DataFrame, metric: Metric, stamp: str) -> None:
    def measured() -> tuple[pd.DataFrame, str]:
        shares = share_of_voice(base, articles, metric=metric, speakers=chosen_speakers(view, base))
        return with_share_intervals(shares, base, articles, metric=metric, top=_NAMED)

    table, few = view.once("voices", measured, metric)
    line = _UNITS[metric] + (INTERVAL if "low" in table else "")

    def opens(meant: Sequence[Any]) -> Behind:
        name, group = meant
        if group == "others":
            known = table["speaker"].dropna()
            return Behind(f"{len(known) - _NAMED} others", speakers=tuple(known.iloc[_NAMED:]))
        return Behind(name or UNATTRIBUTED, speakers=(name,))

    parts.chart(
        "share-of-voice",
        "Share of voice by speaker",
        line,
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.shown.colors(), top=_NAMED),
        table,
        footer=f"{stamp} {few}" if few else stamp,
        switch=_switch,
        selects=True,
        opens=opens,
    )
    if few:
        parts.note(few)


def _course(view: View, base: pd.DataFrame, stamp: str) -> None:
    limits = view.shown.dates()
    if limits is None or not base["published"].notna().any():
        parts.empty("None of these articles has a date, so there is no course over time.")
        return
    last = min(view.selection.date_to or limits[1], limits[1])
    course = view.once(
        "course",
        lambda: shares_over_time(
            base, first=view.selection.date_from, last=last, speakers=chosen_speakers(view, base)
        ),
    )
    kinds = view.once("kinds", lambda: kinds_of(base))
    parts.chart(
        "share-over-time",
        f"Share of voice by {course.period}",
        "Most quoted speakers, part of all quoted words",
        lambda mode: trend_charts.shares_over_time(
            course, mode=mode, colors=view.shown.colors(), kinds=kinds
        ),
        course.table,
        footer=stamp,
        opens=point,
    )


def point(meant: Sequence[Any]) -> Behind:
    """What a point of a speaker's line stands for."""
    name, begin, end = meant
    first, last, days = dates_of(begin, end)
    return Behind(f"{name or UNATTRIBUTED}, {days}", speakers=(name,), first=first, last=last)


def _tone(view: View, base: pd.DataFrame, stamp: str) -> None:
    table = view.once(
        "tone",
        lambda: with_tone_intervals(tone_by(base, speakers=chosen_speakers(view, base)), base, top=_NAMED),
    )
    parts.chart(
        "sentiment",
        "Sentiment (tone) by speaker",
        "Of the quoted words" + (INTERVAL if "low" in table else ""),
        lambda mode: tone_charts.tone_by(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=stamp,
        opens=lambda meant: Behind(meant[0] or UNATTRIBUTED, speakers=(meant[0],)),
    )
