"""Draw some speakers side by side: their shares, course, tone, outlets and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts import cross as cross_charts
from analysis.charts.palette import Mode, speaker_color
from analysis.dashboard.evidence import behind, chart
from analysis.dashboard.evidence.behind import Behind, Opens
from analysis.dashboard.frame.filters import course_days
from analysis.dashboard.frame.source import once
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui.certainty import with_share_intervals, with_tone_intervals
from analysis.dashboard.ui.text import note
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.trends import shares_over_time


def compare_speakers(view: View, names: Sequence[str], footer: str) -> None:
    """Draw the chosen speakers side by side; their shares are parts of everybody's words."""
    chosen = tuple(names)
    left, right = st.columns(2, gap="large")
    with left:
        _shares(view, chosen, footer)
        _outlets(view, chosen, footer)
    with right:
        _tone(view, chosen, footer)
        _course(view, chosen, footer)
    _words(view, chosen, footer)


def _shares(view: View, names: tuple[str, ...], footer: str) -> None:
    table, few = once(_measured_shares, view, names)
    chart.draw_measure(
        view,
        "share-of-voice",
        table,
        footer=f"{footer} {few}" if few else footer,
        name="compare-shares",
        title="Share of voice",
    )
    if few:
        note(few)


def _measured_shares(view: View, names: tuple[str, ...]) -> tuple[pd.DataFrame, str]:
    shares = share_of_voice(view.statements, view.articles, speakers=names)
    return with_share_intervals(shares, view, metric="words", top=len(names))


def _course(view: View, names: tuple[str, ...], footer: str) -> None:
    statements = view.statements
    if not statements["published"].notna().any():
        return
    first, last = course_days(view)
    course = shares_over_time(statements, first=first, last=last, speakers=names)
    chart.draw_measure(
        view, "share-over-time", course, footer=footer, name="compare-over-time", top=len(names)
    )


def _tone(view: View, names: tuple[str, ...], footer: str) -> None:
    table = once(_measured_tones, view, names)
    chart.draw_measure(view, "sentiment", table, footer=footer, name="compare-tone", title="Sentiment (tone)")


def _measured_tones(view: View, names: tuple[str, ...]) -> pd.DataFrame:
    said = view.statements
    said = said[said["speaker"].isin(names)]
    return with_tone_intervals(tone_by(said), said, top=len(names))


def _outlets(view: View, names: tuple[str, ...], footer: str) -> None:
    table = outlets_by_speakers(view.statements, speakers=names)
    chart.draw(
        "compare-outlets",
        "Outlets and speakers",
        "Part of each outlet’s quoted words",
        lambda mode: cross_charts.outlets_by_speakers(table, mode=mode, most_outlets=4),
        table,
        footer=footer,
        opens=behind.opens_by(view, ["speaker", "outlet"]),
    )


def _words(view: View, names: tuple[str, ...], footer: str) -> None:
    """Draw what each says that the others compared do not."""
    kinds, colors = view.kinds, view.colors

    def opens(name: str) -> Opens:
        return lambda meant: Behind(name, speakers=(name,), word=str(meant[0]))

    def color(name: str) -> Callable[[Mode], str]:
        return partial(speaker_color, name, colors, kind=kinds.get(name))

    own_words.draw_side_by_side(
        "compare-words",
        "Times as frequent as with the others",
        once(_measured_words, view, names),
        footer=footer,
        opens=opens,
        color=color,
    )


def _measured_words(view: View, names: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    said = view.base.quoted_terms
    said = said[~said["term"].isin(list(own_words.names(view)))]
    return own_words.against_each_other({name: said[said["speaker"] == name] for name in names})
