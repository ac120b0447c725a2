"""Which articles are there, and what does one of them say?"""

from __future__ import annotations

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts.numbers import count, day
from analysis.dashboard import parts
from analysis.dashboard.filters import View
from analysis.dashboard.reader import article_html
from analysis.errors import AnalysisError
from analysis.measures.frequency import keyword_frequency
from analysis.measures.sentences import sentence_tones
from analysis.measures.shares import share_of_voice
from analysis.measures.totals import summary
from analysis.model import UNNAMED_SOURCES, Analysis
from analysis.store import edit

_COLUMNS = {
    "title": st.column_config.TextColumn("Title", width="large"),
    "outlet": st.column_config.TextColumn("Outlet"),
    "published": st.column_config.DateColumn("Published", format="D MMM YYYY"),
    "quotations": st.column_config.NumberColumn("Quotations"),
    "words": st.column_config.NumberColumn("Words"),
    "article_tone": st.column_config.NumberColumn(
        "Tone", format="%+.2f", help="Of the reporter’s sentences, −1 to +1"
    ),
}
_MOST_LISTED = 2000


def opened() -> str | None:
    """The article that was opened on this page, or that the address names."""
    here, article_id = st.session_state.get("article") or (None, None)
    if article_id and here == st.session_state.get("here"):
        return str(article_id)
    return st.query_params.get("article")


def page() -> None:
    """Draw the list, or the article that was opened."""
    view = parts.view()
    shown = opened()
    rows = view.shown.articles(view.selection)
    if shown:
        try:
            analysis = view.shown.analysis(shown)
        except AnalysisError as error:
            parts.empty(str(error))
            st.button("All articles", on_click=_close)
            return
        st.query_params["article"] = shown
        _article(view, analysis, rows["article_id"].tolist())
    else:
        _list(view, rows)


def _list(view: View, rows: pd.DataFrame) -> None:
    parts.heading("Articles", view.words)
    if rows.empty:
        parts.empty("No articles fit these filters. Widen the dates or clear filters.")
        return
    listed = rows.head(_MOST_LISTED).reset_index(drop=True)
    more = f"; the newest {count(_MOST_LISTED)} are listed" if len(rows) > _MOST_LISTED else ""
    parts.section(f"{count(len(rows))} articles", f"Select a row to read it{more}")
    picked = st.dataframe(
        listed[list(_COLUMNS)],
        column_config=_COLUMNS,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=620,
        key=f"articles-{st.session_state.get('list', 0)}",
    )
    parts.foot(parts.stamp(summary(view.shown.quotations(view.selection), rows), view.words, "Articles"))
    if picked["selection"]["rows"]:
        _open(listed["article_id"].iloc[picked["selection"]["rows"][0]])
        st.rerun()


def _open(article_id: str) -> None:
    st.session_state["article"] = (st.session_state.get("here"), article_id)
    st.session_state["list"] = st.session_state.get("list", 0) + 1


def _close() -> None:
    st.session_state.pop("article", None)
    st.query_params.pop("article", None)


def _article(view: View, analysis: Analysis, order: list[str]) -> None:
    article = analysis.article
    about = [article.outlet or "no outlet", day(article.published) if article.published else "no date"]
    if article.authors:
        about.append("by " + " and ".join(article.authors))
    parts.heading(article.title or "No title", " · ".join(about))
    if article.url and urlsplit(article.url).scheme in {"http", "https"}:
        st.link_button("Original", article.url, type="tertiary")
    colors = view.shown.colors()
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        sentences = sentence_tones(analysis)
        if not sentences.empty:
            parts.section(
                "Sentiment (tone) along the text",
                "One column a sentence; up positive, down negative; bottom line: who speaks",
            )
            strip = tone_charts.tone_strip(sentences, mode=parts.mode(), colors=colors)
            alt = (strip.layout.meta or {}).get("alt", "")
            st.plotly_chart(strip, theme=None, config={"displayModeBar": False}, alt=alt, key="strip")
        text = article_html(analysis, mode=parts.mode(), colors=colors)
        st.html(f'<article class="nv-reader">{text}</article>')
        _neighbors(article.article_id, order)
    with right:
        _side(view, analysis)
    _edit(view, analysis)
    parts.foot(f"This article only. Analyzer {analysis.analyzer}, corpus version {view.shown.version}.")


def _statements(analysis: Analysis) -> pd.DataFrame:
    """What `share_of_voice` needs, of this article alone, with unnamed sources together as in a corpus."""
    columns = ["article_id", "speaker", "kind", "form", "words"]
    rows = [
        (
            analysis.article.article_id,
            UNNAMED_SOURCES if q.kind == "unnamed" else q.speaker,
            q.kind,
            q.form,
            q.words,
        )
        for q in analysis.quotations
        if q.act == "statement"
    ]
    return pd.DataFrame(rows, columns=columns)


def _side(view: View, analysis: Analysis) -> None:
    statements = _statements(analysis)
    stamp = f"{analysis.article.title or 'No title'}. Analyzer {analysis.analyzer}."
    if statements.empty:
        parts.empty("This article quotes nobody. Its tone and keywords are below.")
    else:
        one = pd.DataFrame({"article_id": [analysis.article.article_id]})
        table = share_of_voice(statements, one).drop(columns="reach")
        parts.chart(
            "article-share-of-voice",
            "Share of voice in this article",
            "Part of its quoted words, and quotations",
            lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.shown.colors()),
            table,
            footer=stamp,
        )
    tones = pd.DataFrame(
        {"part": ["reporter", "speech"], "tone": [analysis.article_tone, analysis.speech_tone]}
    )
    parts.chart(
        "article-tone",
        "Sentiment (tone)",
        "−1 to +1",
        lambda mode: tone_charts.article_tone(analysis.article_tone, analysis.speech_tone, mode=mode),
        tones,
        footer=stamp,
    )
    words = pd.DataFrame(
        [(analysis.article.article_id, k.term, k.count, k.is_name) for k in analysis.keywords],
        columns=["article_id", "term", "count", "is_name"],
    )
    table = keyword_frequency(words, 1).sort_values(["count", "term"], ascending=[False, True])
    if not table.empty:
        parts.chart(
            "article-keywords",
            "Keywords",
            "Times used in the article",
            lambda mode: frequency_charts.keyword_frequency(table, mode=mode, value="count"),
            table,
            footer=stamp,
        )


def _neighbors(article_id: str, order: list[str]) -> None:
    place = order.index(article_id) if article_id in order else -1
    with st.container(horizontal=True):
        st.button("All articles", on_click=_close, key="all-articles")
        if place > 0:
            st.button("← Previous", on_click=_open, args=(order[place - 1],), key="previous")
        if 0 <= place < len(order) - 1:
            st.button("Next →", on_click=_open, args=(order[place + 1],), key="next")


def _edit(view: View, analysis: Analysis) -> None:
    if view.shown.is_sample:
        return
    article = analysis.article
    with st.expander("Edit title, outlet and date"), st.form("edit"):
        title = st.text_input("Title", article.title or "")
        outlet = st.text_input("Outlet", article.outlet or "")
        published = st.date_input("Published", article.published, format="DD/MM/YYYY")
        if st.form_submit_button("Save"):
            edit(
                view.shown.path,
                article.article_id,
                title=title or None,
                outlet=outlet or None,
                published=published,
            )
            st.rerun()
