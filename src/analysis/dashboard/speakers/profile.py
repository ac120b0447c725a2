"""Draw one speaker: how much, when, in what tone, about what, where, and beside whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.charts.cross import speaker_by_outlet
from analysis.charts.palette import Mode, speaker_color
from analysis.dashboard.evidence import chart, headline, sentences
from analysis.dashboard.evidence.behind import Behind, of_period
from analysis.dashboard.frame.filters import course_days, show_only, show_row
from analysis.dashboard.frame.source import once
from analysis.dashboard.frame.state import NONCE
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui.controls import link, switch
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import empty, heading, note, section
from analysis.measures.columns import in_text
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.results import Course
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by, tone_over_time
from analysis.measures.trends import shares_over_time
from analysis.report.reader import swatch
from analysis.wording.numbers import count, counted, share, tone

_OTHERS, _ALIASES, _BESIDE = 4, 5, 10
_ORDERS = {"newest": "Newest", "longest": "Longest", "negative": "Negative", "positive": "Positive"}


def profile(view: View, footer: str) -> None:
    """Draw the page of the speaker that the filter names."""
    name = view.selection.speakers[0]
    own = view.statements
    own = own[own["speaker"] == name]
    kind = str(own["kind"].iloc[0]) if len(own) else None
    heading(name, _about(view, name), mark=swatch(name, kind, mode=mode(), colors=view.colors))
    link("All speakers", "all-speakers", show_only, name)
    if own.empty:
        empty(f"No quotations by {name}: {view.words} Widen the dates or clear filters.")
        return
    _figures(view, name)
    color = partial(speaker_color, name, view.colors, kind=kind)
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _course(view, name, footer)
    with right:
        # Words take longer: their place is kept, and they are counted after what is shares and tones.
        place = st.container(key="own-words")
        _tone(view, name, own, footer)
        _outlets(view, name, footer, color)
        _beside(view, name)
    with place:
        own_words.draw(
            "own-words",
            "Own words",
            "Times as frequent as in what others say",
            own_words.against_other_speakers(view, [name]),
            footer=footer,
            color=color,
        )
    # Last, since texts are read from the files.
    with left:
        _quotations(view)


def _about(view: View, name: str) -> str:
    known = view.speakers.set_index("speaker")
    if name not in known.index:
        return "Sources that the articles do not name"
    row = known.loc[name]
    role = row["role"] if isinstance(row["role"], str) else ""
    aliases = [alias for alias in row["aliases"] if alias != name][:_ALIASES]
    also = "also " + ", ".join(f"“{alias}”" for alias in aliases) if aliases else ""
    return " · ".join(part for part in (role, str(row["kind"]), also) if part)


def _figures(view: View, name: str) -> None:
    everybody = once(_shares, view.base)
    row = everybody[everybody["speaker"] == name].iloc[0]
    direct = everybody["direct"].sum() / max(int(everybody["words"].sum()), 1)
    tones = tone_by(view.statements, speakers=[name])["tone"]
    articles = counted(len(view.articles), "article")
    quoted, directly = headline.said(view, name), headline.said(view, name, form="direct")
    headline.figures(
        view,
        [
            (("Share of voice", share(row["share"]), "of all quoted words"), quoted),
            (("Reach", share(row["reach"]), f"{count(row['articles'])} of {articles}"), "articles"),
            (("Quotations", count(row["quotations"]), counted(int(row["words"]), "word")), quoted),
            (
                (
                    "Direct speech",
                    share(row["direct"] / max(row["words"], 1)),
                    f"all speakers: {share(direct)}",
                ),
                directly,
            ),
            (("Tone", tone(tones.iloc[0]) or "–", "sentiment, −1 to +1"), quoted),
        ],
    )


def _shares(view: View) -> pd.DataFrame:
    return share_of_voice(view.statements, view.articles)


def _course(view: View, name: str, footer: str) -> None:
    if not view.statements["published"].notna().any():
        return
    everybody = once(_shares_over_time, view.base)
    speakers = everybody.table["speaker"]
    most = [other for other in speakers.dropna().drop_duplicates() if other != name][:_OTHERS]
    table = everybody.table[speakers.isin([name, *most])].reset_index(drop=True)
    course = replace(everybody, table=table)
    chart.draw(
        "speaker-over-time",
        f"Share of quoted words by {course.period}",
        f"Grey: the {len(most)} most quoted others" if most else "",
        lambda mode: trend_charts.share_sparkline(course, name, mode=mode, colors=view.colors),
        table[table["speaker"] == name],
        footer=footer,
        opens=_point,
    )


def _shares_over_time(view: View) -> Course:
    first, last = course_days(view)
    return shares_over_time(view.statements, first=first, last=last)


def _point(meant: Sequence[Any]) -> Behind:
    name, first, last = meant
    return of_period(first, last, speakers=(name,))


def _quotations(view: View) -> None:
    rows = view.quotations
    with st.container(horizontal=True, vertical_alignment="bottom", key="head-quotations"):
        section(counted(len(rows), "quotation"), "In their sentences")
        order = switch("Order", _ORDERS, "order")
    first = _ordered(rows, order).head(sentences.length_of("profile"))
    # Texts are read only of the articles that the first rows stand in; in the same order those come first.
    texts = view.evidence_in(list(dict.fromkeys(first["article_id"])))
    sentences.quotations(view, _ordered(texts, order), key="profile", newest_first=False, total=len(rows))


def _ordered(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    column = {"newest": "published", "longest": "words"}.get(order, "tone")
    return rows.sort_values(column, ascending=order == "negative", na_position="last", kind="stable")


def _tone(view: View, name: str, own: pd.DataFrame, footer: str) -> None:
    if not own["published"].notna().any():
        return
    course = tone_over_time(own, speakers=[name])
    chart.draw(
        "speaker-tone",
        f"Sentiment (tone) by {course.period}",
        "Of the quoted words, −1 to +1",
        lambda mode: tone_charts.tone_over_time(course, mode=mode, colors=view.colors),
        course.table,
        footer=footer,
        opens=_point,
    )


def _outlets(view: View, name: str, footer: str, color: Callable[[Mode], str]) -> None:
    table = outlets_by_speakers(view.statements, speakers=[name])
    if table.empty:
        return
    chart.draw(
        "speaker-outlets",
        "Outlets",
        "Part of each outlet’s quoted words",
        lambda mode: speaker_by_outlet(table, mode=mode, color=color(mode)),
        table,
        footer=footer,
        opens=lambda meant: Behind(meant[0] or "No outlet", speakers=(name,), outlets=(meant[0],)),
    )


def _beside(view: View, name: str) -> None:
    base = view.statements
    ids = base.loc[base["speaker"] == name, "article_id"].unique()
    beside = base[base["article_id"].isin(ids) & (base["speaker"] != name)].dropna(subset=["speaker"])
    others = in_text(beside.groupby("speaker", as_index=False).agg(articles=("article_id", "nunique")))
    others = others.sort_values(["articles", "speaker"], ascending=[False, True]).head(_BESIDE)
    section("In the same articles", f"Who else is quoted in the {counted(len(ids), 'article')}")
    if others.empty:
        note("Nobody else.")
        return
    key = f"beside-{NONCE.get()}"
    names = others["speaker"].tolist()
    st.dataframe(
        others,
        column_config={
            "speaker": st.column_config.TextColumn("Speaker", width="medium"),
            "articles": st.column_config.NumberColumn(f"of {len(ids):,}"),
        },
        hide_index=True,
        on_select=lambda: show_row(key, names),
        selection_mode="single-row",
        key=key,
    )
