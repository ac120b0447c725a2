"""What are one article's share of voice, sentiment and keyword frequency?"""

from __future__ import annotations

import pandas as pd

from analysis.charts import frequency as frequency_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.measures.frequency import keyword_frequency
from analysis.measures.shares import share_of_voice
from analysis.model import UNNAMED_SOURCES, Analysis
from analysis.wording.numbers import counted


def figures(view: View, analysis: Analysis) -> None:
    """Draw the three charts beside an article's text."""
    stamp = f"{analysis.article.title or 'No title'}. Analyzer {analysis.analyzer}."
    _voices(view, analysis, stamp)
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
    if table.empty:
        return
    parts.chart(
        "article-keywords",
        "Keywords",
        "Times used in the article",
        lambda mode: frequency_charts.keyword_frequency(table, mode=mode, value="count"),
        table,
        footer=stamp,
    )


def _voices(view: View, analysis: Analysis, stamp: str) -> None:
    statements = _statements(analysis)
    if statements.empty:
        parts.empty("This article quotes nobody. Its tone and keywords are below.")
        return
    one = pd.DataFrame({"article_id": [analysis.article.article_id]})
    table = share_of_voice(statements, one).drop(columns="reach")
    parts.chart(
        "article-share-of-voice",
        "Share of voice in this article",
        f"Part of its {counted(int(statements['words'].sum()), 'quoted word')}, and quotations",
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=stamp,
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
