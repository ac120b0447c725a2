"""The page “Keywords”: words and phrases, how they come and go, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.charts import trends as trend_charts
from analysis.dashboard.evidence import behind, chart
from analysis.dashboard.evidence.behind import Behind, of_period
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.filters import course_days
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.frame.source import once
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui.text import empty, heading, note, section
from analysis.measures.frequency import keyword_frequency
from analysis.measures.keyness import keyness
from analysis.measures.results import Course
from analysis.measures.trends import terms_over_time
from analysis.model import Selection

_TOP, _OFFERED = 25, 1_000


def page() -> None:
    """Draw keyword frequency, its course, what is typical of the selection, and words in context."""
    view = filters.view()
    heading("What it is about", view.words)
    if view.keywords.empty:
        empty("No keywords fit these filters. Widen the dates or clear filters.")
        return
    line = stamp(view, MEASURES["keywords"].metric_line())
    with_names = st.toggle("Count names of speakers too", key="names", bind="query-params")
    table = once(_frequency, view, bool(with_names))
    left, right = st.columns(2, gap="large")
    with left:
        unit = own_words.unit(view)
        chart.draw_measure(
            view, "keywords", table, footer=line, name="keyword-frequency", line=unit, top=_TOP
        )
    with right:
        _course(view, bool(with_names), table, line)
        _typical(view, line)
    _in_context(view, table)
    foot(line)


def _kept(view: View, with_names: bool) -> pd.DataFrame:
    return view.keywords if with_names else own_words.without_names(view)


def _frequency(view: View, with_names: bool) -> pd.DataFrame:
    return keyword_frequency(_kept(view, with_names), len(view.articles))


def _course(view: View, with_names: bool, table: pd.DataFrame, footer: str) -> None:
    if not view.articles["published"].notna().any():
        note("None of these articles has a date, so there is no course over time.")
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
    course = once(_over_time, view, with_names, tuple(chosen))
    chart.draw(
        "keywords-over-time",
        f"Keywords by {course.period}",
        "Part of articles that use the word",
        lambda mode: trend_charts.terms_over_time(course, mode=mode),
        course.table,
        footer=footer,
        opens=_point,
    )


def _over_time(view: View, with_names: bool, terms: tuple[str, ...]) -> Course:
    first, last = course_days(view)
    keywords = _kept(view, with_names)
    return terms_over_time(keywords, view.articles, terms=list(terms), first=first, last=last)


def _point(meant: Sequence[Any]) -> Behind:
    term, first, last = meant
    return of_period(first, last, word=str(term))


def _typical(view: View, footer: str) -> None:
    selection = view.selection
    title = "Typical of this selection"
    if selection.names_speakers:
        speakers = view.quotations["speaker"].dropna().unique().tolist()
        table = own_words.against_other_speakers(view, speakers)
        line = "Times as frequent as in what other speakers say"
    else:
        rest = _rest(selection)
        if replace(selection, forms=()) == rest:
            section(title, "Against all other articles")
            note("All articles are chosen. Choose dates, outlets, words or speakers to set some apart.")
            return
        table = once(_against_the_rest, view)
        line = "Times as frequent as in all other articles"
    own_words.draw("keyness", title, line, table, footer=footer, top=12)


def _rest(selection: Selection) -> Selection:
    return Selection(acts=selection.acts, distinct_stories=selection.distinct_stories)


def _against_the_rest(view: View) -> pd.DataFrame:
    """Keyness of the articles of a selection against all others."""
    here, there = view.keywords, view.of(_rest(view.selection)).keywords
    there = there[~there["article_id"].isin(here["article_id"].unique())]
    return keyness(here[~here["is_name"]], there[~there["is_name"]])


def _in_context(view: View, table: pd.DataFrame) -> None:
    section("In context", "The sentences that use a word, newest first")
    term = st.selectbox(
        "Word",
        table["term"].head(_OFFERED).tolist(),
        key="term",
        label_visibility="collapsed",
        index=None,
        placeholder="Choose or type a word",
    )
    if term:
        behind.show(view, "in-context", Behind(view.words, word=term))
