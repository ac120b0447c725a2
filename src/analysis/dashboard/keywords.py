"""What is it about? Words and phrases, and the sentences they stand in."""

from __future__ import annotations

import html
import re

import streamlit as st

from analysis.charts import frequency as frequency_charts
from analysis.dashboard import parts
from analysis.dashboard.filters import View
from analysis.measures.frequency import keyword_frequency
from analysis.measures.totals import summary

_CONTEXTS = 20


def page() -> None:
    """Draw keyword frequency and keyword in context."""
    view = parts.view()
    parts.heading("What it is about", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection)
    keywords = view.shown.keywords(view.selection)
    if keywords.empty:
        parts.empty("No keywords fit these filters. Widen the dates or clear filters.")
        return
    stamp = parts.stamp(summary(base, articles), view.words, "Keywords")
    names = st.toggle("Count names of speakers too", key="names", bind="query-params")
    table = keyword_frequency(keywords if names else keywords[~keywords["is_name"]], len(articles))
    left, right = st.columns(2, gap="large")
    with left:
        where = "quoted words of the chosen speakers" if view.selection.speakers else "articles"
        parts.chart(
            "keywords",
            "Keywords",
            f"Part of {where} that use the word",
            lambda mode: frequency_charts.keyword_frequency(table, mode=mode, top=25),
            table,
            footer=stamp,
        )
    with right:
        term = st.selectbox("In context", table["term"].head(500).tolist(), key="term")
        if term:
            _in_context(view, term)
    parts.foot(stamp)


def _in_context(view: View, term: str) -> None:
    rows = view.shown.keywords(view.selection)
    found = 0
    pattern = _pattern(term)
    for article_id in rows.loc[rows["term"] == term, "article_id"].unique()[:_CONTEXTS]:
        analysis = view.shown.analysis(article_id)
        for sentence in analysis.sentences:
            text = sentence.span.of(analysis.article.text)
            match = pattern.search(text)
            if match and found < _CONTEXTS:
                found += 1
                marked = (
                    html.escape(text[: match.start()])
                    + f"<mark>{html.escape(match.group())}</mark>"
                    + html.escape(text[match.end() :])
                )
                title = html.escape(analysis.article.title or "no title")
                st.html(
                    f'<div class="nv-quote"><blockquote>{marked}</blockquote>'
                    f'<div class="nv-meta">{title}</div></div>'
                )
    if not found:
        parts.empty("The word stands there only in other forms.")


def _pattern(term: str) -> re.Pattern[str]:
    """The term's words with any ending: “strike” finds “strikes”."""
    words = [re.escape(word[: max(3, len(word) - 1)]) + r"\w*" for word in term.split()]
    return re.compile(r"\b" + r"\W+".join(words), re.IGNORECASE)
