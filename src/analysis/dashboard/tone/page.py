"""In what tone do people speak, and outlets write?

The two are never mixed: what is quoted is the speakers' tone, the sentences
around it the outlets'.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts import tones as tone_charts
from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.evidence.behind import Behind, dates_of
from analysis.dashboard.frame import links
from analysis.dashboard.frame.chosen import rows_of_chosen
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import headline, parts
from analysis.dashboard.ui.certainty import INTERVAL, with_article_tone_intervals, with_tone_intervals
from analysis.measures.results import Course
from analysis.measures.tones import article_tone_by_outlet, tone_by, tone_over_time
from analysis.measures.totals import summary
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import counted, share, tone

_TOP, _EXTREMES, _FEWEST_WORDS = 15, 5, 6
_SPEECH, _TEXT = "Quoted speech", "Reporters’ text"
_SIGNS = {"Negative": -1, "Neutral": 0, "Positive": 1}
_LIMITS = (
    "Tone is counted word by word, not understood: it misses irony and context, and says how something "
    "is said, not for or against whom. Read the sentences before you quote a number."
)


def page() -> None:
    """Draw the tone of speech and of the text around it."""
    view = parts.view()
    parts.heading("In what tone", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    rows = rows_of_chosen(view, base)
    if articles.empty or (rows["tone"].isna().all() and articles["article_tone"].isna().all()):
        parts.empty(
            "There is no sentence here whose tone could be measured. Widen the dates or clear filters."
        )
        return
    stamp = parts.stamp(summary(base, articles), "Sentiment (tone) of sentences")
    _figures(view, rows, articles)
    with st.container(horizontal=True, vertical_alignment="center", key="head-limits"):
        parts.note(_LIMITS)
        st.button(
            "How tone is measured",
            key="open-method",
            type="tertiary",
            on_click=links.open_page,
            args=("method",),
        )
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _course(view, rows, articles, stamp)
    with right:
        _speakers(view, rows, stamp)
        _outlets(view, rows, articles, stamp)
    with left:
        _extremes(view, rows)
    parts.foot(stamp)


def _figures(view: View, rows: pd.DataFrame, articles: pd.DataFrame) -> None:
    toned = rows[rows["tone"].notna()]
    words = max(int(toned["words"].sum()), 1)
    speech = float((toned["tone"] * toned["words"]).sum() / words) if len(toned) else None
    text = articles["article_tone"].mean()
    signs = {name: headline.said(view, name, tone=sign) for name, sign in _SIGNS.items()}
    headline.figures(
        view,
        [
            (_SPEECH, tone(speech) or "–", counted(len(toned), "quotation")),
            (_TEXT, tone(text) or "–", counted(int(articles["article_tone"].count()), "article")),
            ("Negative", _part(toned["tone"] < 0), "of quotations"),
            ("Neutral", _part(toned["tone"] == 0), "of quotations"),
            ("Positive", _part(toned["tone"] > 0), "of quotations"),
        ],
        [headline.said(view, _SPEECH), Behind(_TEXT, is_text=True), *signs.values()],
    )


def _part(rows: pd.Series) -> str:
    return share(float(rows.mean())) if len(rows) else "–"


def _course(view: View, rows: pd.DataFrame, articles: pd.DataFrame, stamp: str) -> None:
    if not articles["published"].notna().any():
        parts.note("None of these articles has a date, so there is no course over time.")
        return
    limits = view.shown.dates()
    last = min(view.selection.date_to or limits[1], limits[1]) if limits else None

    def measured() -> Course:
        said = rows[["published", "tone", "words"]].assign(what=_SPEECH)
        around = articles[["published", "article_tone"]].rename(columns={"article_tone": "tone"})
        both = pd.concat([said, around.assign(words=1, what=_TEXT)], ignore_index=True)
        both = both[both["tone"].notna()]
        return tone_over_time(both, by="what", first=view.selection.date_from, last=last)

    course = view.once("tone-course", measured)

    def opens(meant: Sequence[Any]) -> Behind:
        first, last, days = dates_of(meant[1], meant[2])
        return Behind(days, speakers=view.selection.speakers, first=first, last=last)

    parts.chart(
        "tone-over-time",
        f"Sentiment (tone) by {course.period}",
        "−1 to +1; speech weighted by words, text by articles",
        lambda mode: tone_charts.tone_over_time(course, mode=mode, colors={}, nouns={_TEXT: "article"}),
        course.table,
        footer=stamp,
        opens=opens,
    )


def _extremes(view: View, rows: pd.DataFrame) -> None:
    toned = rows[rows["tone"].notna() & (rows["words"] >= _FEWEST_WORDS)]
    lists = [
        ("negative", "Most negative", _most(toned[toned["tone"] < 0], is_low=True)),
        ("positive", "Most positive", _most(toned[toned["tone"] > 0], is_low=False)),
    ]
    ids = pd.concat([part["article_id"] for _, _, part in lists]).drop_duplicates().tolist()
    texts = view.shown.evidence_in(view.selection, ids) if ids else rows
    for key, title, part in lists:
        parts.section(f"{title} statements", f"Of {_FEWEST_WORDS} words or more")
        if part.empty:
            parts.note("None.")
            continue
        same = ["article_id", "speaker", "form", "words", "tone"]
        evidence.quotations(
            part[same].drop_duplicates().merge(texts, on=same), key=f"tone-{key}", newest_first=False
        )


def _most(rows: pd.DataFrame, *, is_low: bool) -> pd.DataFrame:
    return rows.sort_values(["tone", "words"], ascending=[is_low, False], kind="stable").head(_EXTREMES)


def _speakers(view: View, rows: pd.DataFrame, stamp: str) -> None:
    table = view.once("tone-speakers", lambda: with_tone_intervals(tone_by(rows), rows, top=_TOP))
    parts.chart(
        "tone-by-speaker",
        "Sentiment (tone) by speaker",
        "Of what each says" + _lines(table),
        lambda mode: tone_charts.tone_by(table, mode=mode, colors=view.shown.colors(), top=_TOP),
        table,
        footer=stamp,
        opens=lambda meant: Behind(meant[0] or UNATTRIBUTED, speakers=(meant[0],)),
    )


def _outlets(view: View, rows: pd.DataFrame, articles: pd.DataFrame, stamp: str) -> None:
    written = view.once(
        "tone-written",
        lambda: with_article_tone_intervals(article_tone_by_outlet(articles), articles, top=_TOP),
    )
    parts.chart(
        "article-tone-by-outlet",
        "What outlets write",
        "The text around quotations, mean of articles" + _lines(written),
        lambda mode: tone_charts.article_tone_by_outlet(written, mode=mode, top=_TOP),
        written,
        footer=stamp,
        opens=lambda meant: Behind(meant[0] or "No outlet", outlets=(meant[0],), is_text=True),
    )
    said = view.once("tone-quoted", lambda: with_tone_intervals(tone_by(rows, "outlet"), rows, top=_TOP))
    parts.chart(
        "speech-tone-by-outlet",
        "What outlets quote",
        "The quoted speech in each outlet" + _lines(said),
        lambda mode: tone_charts.tone_by(said, mode=mode, colors={}, top=_TOP),
        said,
        footer=stamp,
        opens=lambda meant: Behind(meant[0] or "No outlet", outlets=(meant[0],)),
    )


def _lines(table: pd.DataFrame) -> str:
    return INTERVAL if "low" in table else ""
