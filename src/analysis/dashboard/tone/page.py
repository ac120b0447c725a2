"""The page “Tone”: in what tone people speak, and outlets write.

The two are never mixed: what is quoted is the speakers' tone, the sentences
around it the outlets'.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts import tones as tone_charts
from analysis.dashboard.evidence import chart, headline, sentences
from analysis.dashboard.evidence.behind import Behind, of_period, opens_by
from analysis.dashboard.frame import address, filters
from analysis.dashboard.frame.filters import course_days
from analysis.dashboard.frame.foot import foot, stamp
from analysis.dashboard.frame.source import once
from analysis.dashboard.ui.certainty import lines, with_article_tone_intervals, with_tone_intervals
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import empty, heading, note, section
from analysis.measures.results import Course
from analysis.measures.tones import article_tone_by_outlet, tone_by, tone_over_time
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
    view = filters.view()
    heading("In what tone", view.words)
    rows = _rows(view)
    if view.articles.empty or (rows["tone"].isna().all() and view.articles["article_tone"].isna().all()):
        empty("There is no sentence here whose tone could be measured. Widen the dates or clear filters.")
        return
    line = stamp(view, "Sentiment (tone) of sentences")
    _figures(view, rows)
    with st.container(horizontal=True, vertical_alignment="center", key="head-limits"):
        note(_LIMITS)
        link("How tone is measured", "open-method", address.open_page, "method")
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _course(view, line)
    with right:
        _speakers(view, line)
        _outlets(view, line)
    with left:
        _extremes(view, rows)
    foot(line)


def _rows(view: View) -> pd.DataFrame:
    """The statements of the speakers chosen, or of everybody."""
    statements, chosen = view.statements, view.chosen_speakers
    return statements if chosen is None else statements[statements["speaker"].isin(chosen)]


def _figures(view: View, rows: pd.DataFrame) -> None:
    toned, written = rows[rows["tone"].notna()], view.articles["article_tone"]
    words = max(int(toned["words"].sum()), 1)
    speech = float((toned["tone"] * toned["words"]).sum() / words) if len(toned) else None
    figures: list[tuple[headline.Figure, headline.Leads]] = [
        (
            (_SPEECH, tone(speech) or "–", counted(len(toned), "quotation")),
            headline.said(view, _SPEECH),
        ),
        (
            (_TEXT, tone(written.mean()) or "–", counted(int(written.count()), "article")),
            Behind(_TEXT, is_text=True),
        ),
    ]
    for name, sign in _SIGNS.items():
        part = share(float((np.sign(toned["tone"]) == sign).mean())) if len(toned) else "–"
        figures.append(((name, part, "of quotations"), headline.said(view, name, tone=sign)))
    headline.figures(view, figures)


def _course(view: View, footer: str) -> None:
    if not view.articles["published"].notna().any():
        note("None of these articles has a date, so there is no course over time.")
        return
    course = once(_over_time, view)

    def opens(meant: Sequence[Any]) -> Behind:
        return of_period(meant[1], meant[2], speakers=view.selection.speakers)

    chart.draw(
        "tone-over-time",
        f"Sentiment (tone) by {course.period}",
        "−1 to +1; speech weighted by words, text by articles",
        lambda mode: tone_charts.tone_over_time(course, mode=mode, colors={}, nouns={_TEXT: "article"}),
        course.table,
        footer=footer,
        opens=opens,
    )


def _over_time(view: View) -> Course:
    said = _rows(view)[["published", "tone", "words"]].assign(what=_SPEECH)
    around = view.articles[["published", "article_tone"]].rename(columns={"article_tone": "tone"})
    both = pd.concat([said, around.assign(words=1, what=_TEXT)], ignore_index=True)
    first, last = course_days(view)
    return tone_over_time(both[both["tone"].notna()], by="what", first=first, last=last)


def _extremes(view: View, rows: pd.DataFrame) -> None:
    toned = rows[rows["tone"].notna() & (rows["words"] >= _FEWEST_WORDS)]
    lists = [
        ("negative", "Most negative", _most(toned[toned["tone"] < 0], is_low=True)),
        ("positive", "Most positive", _most(toned[toned["tone"] > 0], is_low=False)),
    ]
    ids = pd.concat([part["article_id"] for _, _, part in lists]).drop_duplicates().tolist()
    texts = view.evidence_in(ids) if ids else rows
    for key, title, part in lists:
        section(f"{title} statements", f"Of {_FEWEST_WORDS} words or more")
        if part.empty:
            note("None.")
            continue
        same = ["article_id", "speaker", "form", "words", "tone"]
        listed = part[same].drop_duplicates().merge(texts, on=same)
        sentences.quotations(view, listed, key=f"tone-{key}", newest_first=False)


def _most(rows: pd.DataFrame, *, is_low: bool) -> pd.DataFrame:
    return rows.sort_values(["tone", "words"], ascending=[is_low, False], kind="stable").head(_EXTREMES)


def _speakers(view: View, footer: str) -> None:
    table = once(_by, view, "speaker")
    chart.draw_measure(view, "sentiment", table, footer=footer, name="tone-by-speaker", top=_TOP)


def _outlets(view: View, footer: str) -> None:
    chart.draw_measure(
        view,
        "tone-by-outlet",
        once(_written, view),
        footer=footer,
        name="article-tone-by-outlet",
        title="What outlets write",
        top=_TOP,
        opens=lambda meant: Behind(meant[0] or "No outlet", outlets=(meant[0],), is_text=True),
    )
    said = once(_by, view, "outlet")
    chart.draw(
        "speech-tone-by-outlet",
        "What outlets quote",
        "The quoted speech in each outlet" + lines(said),
        lambda mode: tone_charts.tone_by(said, mode=mode, colors={}, top=_TOP),
        said,
        footer=footer,
        opens=opens_by(view, ["outlet"]),
    )


def _by(view: View, by: str) -> pd.DataFrame:
    rows = _rows(view)
    return with_tone_intervals(tone_by(rows, by), rows, top=_TOP)


def _written(view: View) -> pd.DataFrame:
    return with_article_tone_intervals(article_tone_by_outlet(view.articles), view.articles, top=_TOP)
