"""Draw what stands beside the text of an article: its figures, and where else its story is printed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.dashboard.evidence import chart, sentences
from analysis.dashboard.ui.text import empty, note, section
from analysis.measures.frequency import keyword_frequency
from analysis.measures.shares import share_of_voice
from analysis.model import UNNAMED_SOURCES, Analysis
from analysis.wording.numbers import count, counted

_MOST_LISTED = 12


def figures(view: View, analysis: Analysis) -> None:
    """Draw share of voice, sentiment and keywords of an article."""
    footer = f"{analysis.article.title or 'No title'}. Analyzer {analysis.analyzer}."
    _voices(view, analysis, footer)
    tones = pd.DataFrame(
        {"part": ["reporter", "speech"], "tone": [analysis.article_tone, analysis.speech_tone]}
    )
    chart.draw(
        "article-tone",
        "Sentiment (tone)",
        "−1 to +1",
        lambda mode: tone_charts.article_tone(analysis.article_tone, analysis.speech_tone, mode=mode),
        tones,
        footer=footer,
    )
    words = pd.DataFrame(
        [(analysis.article.article_id, k.term, k.count, k.is_name) for k in analysis.keywords],
        columns=["article_id", "term", "count", "is_name"],
    )
    table = keyword_frequency(words, 1).sort_values(["count", "term"], ascending=[False, True])
    if table.empty:
        return
    chart.draw(
        "article-keywords",
        "Keywords",
        "Times used in the article",
        lambda mode: frequency_charts.keyword_frequency(table, mode=mode, value="count"),
        table,
        footer=footer,
    )


def copies(view: View, analysis: Analysis) -> None:
    """List where else the story of an article is printed; nothing for one that stands alone."""
    article_id = analysis.article.article_id
    rows = view.corpus.story(article_id)
    if len(rows) < 2:
        return
    section(f"Printed {counted(len(rows), 'time')}", "Near-copies of one text; figures count them once")
    others = rows[rows["article_id"] != article_id]
    for row in others.head(_MOST_LISTED).to_dict("records"):
        st.html(f'<div class="nv-meta">{sentences.about(row["outlet"], row["published"])}</div>')
        other = str(row["article_id"])
        sentences.article_link(other, key=f"open-copy-{other}", title=row["title"])
    if len(others) > _MOST_LISTED:
        note(f"and {count(len(others) - _MOST_LISTED)} more")


def _voices(view: View, analysis: Analysis, footer: str) -> None:
    statements = _statements(analysis)
    if statements.empty:
        empty("This article quotes nobody. Its tone and keywords are below.")
        return
    one = pd.DataFrame({"article_id": [analysis.article.article_id]})
    table = share_of_voice(statements, one).drop(columns="reach")
    chart.draw(
        "article-share-of-voice",
        "Share of voice in this article",
        f"Part of its {counted(int(statements['words'].sum()), 'quoted word')}, and quotations",
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.colors),
        table,
        footer=footer,
    )


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
