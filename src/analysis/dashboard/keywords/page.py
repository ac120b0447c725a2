"""What is it about? Words and phrases, how they come and go, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts import frequency as frequency_charts
from analysis.charts import term_trends as trend_charts
from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind, dates_of
from analysis.dashboard.frame.filters import View
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui import parts
from analysis.measures.frequency import keyword_frequency
from analysis.measures.term_trends import terms_over_time
from analysis.measures.totals import summary
from analysis.model import Selection

_TOP, _OFFERED = 25, 1_000
_CONTEXT = "in-context"


def page() -> None:
    """Draw keyword frequency, its course, what is typical of the selection, and words in context."""
    view = parts.view()
    parts.heading("What it is about", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    keywords = view.shown.keywords(view.selection)
    if keywords.empty:
        parts.empty("No keywords fit these filters. Widen the dates or clear filters.")
        return
    stamp = parts.stamp(summary(base, articles), "Lemmatized words and phrases")
    with_names = st.toggle("Count names of speakers too", key="names", bind="query-params")
    left_out = () if with_names else own_words.names(view, view.selection.base())
    kept = keywords[~keywords["term"].isin(list(left_out))] if left_out else keywords
    table = view.once("keywords", lambda: keyword_frequency(kept, len(articles)), bool(with_names))
    left, right = st.columns(2, gap="large")
    with left:
        _frequency(view, table, stamp)
    with right:
        _course(view, kept, articles, table, stamp)
        _typical(view, stamp)
    _in_context(view, table)
    parts.foot(stamp)


def _frequency(view: View, table: pd.DataFrame, stamp: str) -> None:
    line = "Part of articles that use the word"
    if view.selection.names_speakers:
        line = "Part of articles in which the chosen speakers use the word"
    parts.chart(
        "keyword-frequency",
        "Keywords",
        line,
        lambda mode: frequency_charts.keyword_frequency(table, mode=mode, top=_TOP),
        table,
        footer=stamp,
        opens=lambda meant: Behind(view.words, word=str(meant[0])),
    )


def _course(
    view: View, keywords: pd.DataFrame, articles: pd.DataFrame, table: pd.DataFrame, stamp: str
) -> None:
    if not articles["published"].notna().any():
        parts.note("None of these articles has a date, so there is no course over time.")
        return
    terms = st.multiselect(
        "Words over time",
        table["term"].head(_OFFERED).tolist(),
        key="terms",
        bind="query-params",
        max_selections=trend_charts.MOST_TERMS,
        placeholder="The four most frequent",
    )
    chosen = terms or table["term"].head(trend_charts.MOST_TERMS).tolist()
    limits = view.shown.dates()
    last = min(view.selection.date_to or limits[1], limits[1]) if limits else None
    course = view.once(
        "terms-course",
        lambda: terms_over_time(keywords, articles, terms=chosen, first=view.selection.date_from, last=last),
        tuple(chosen),
    )

    def opens(meant: Sequence[Any]) -> Behind:
        first, last, days = dates_of(meant[1], meant[2])
        return Behind(days, word=str(meant[0]), first=first, last=last)

    parts.chart(
        "keywords-over-time",
        f"Keywords by {course.period}",
        "Part of articles that use the word",
        lambda mode: trend_charts.terms_over_time(course, mode=mode),
        course.table,
        footer=stamp,
        opens=opens,
    )


def _typical(view: View, stamp: str) -> None:
    selection = view.selection
    title = "Typical of this selection"
    if selection.names_speakers:
        base = view.shown.quotations(selection)
        table = own_words.against_other_speakers(view, base["speaker"].dropna().unique().tolist())
        line = "Times as frequent as in what other speakers say"
    else:
        rest = Selection(acts=selection.acts, distinct_stories=selection.distinct_stories)
        if replace(selection, forms=()) == replace(rest, forms=()):
            parts.section(title, "Against all other articles")
            parts.note("All articles are chosen. Choose dates, outlets, words or speakers to set some apart.")
            return
        table = own_words.against_articles(view, selection, rest)
        line = "Times as frequent as in all other articles"
    own_words.draw("keyness", title, line, table, footer=stamp, top=12)


def _in_context(view: View, table: pd.DataFrame) -> None:
    parts.section("In context", "The sentences that use a word, newest first")
    terms = table["term"].head(_OFFERED).tolist()
    term = st.selectbox(
        "Word",
        terms,
        key="term",
        label_visibility="collapsed",
        index=None,
        placeholder="Choose or type a word",
    )
    if term:
        behind.show(view, _CONTEXT, Behind(view.words, word=term))
