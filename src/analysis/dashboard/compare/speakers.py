"""How do some speakers differ: in share, course, tone, outlets and words?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis.charts import cross as cross_charts
from analysis.charts import shares as share_charts
from analysis.charts import tones as tone_charts
from analysis.charts import trends as trend_charts
from analysis.charts.palette import Mode, speaker_color
from analysis.dashboard.compare.sides import columns_for
from analysis.dashboard.evidence.behind import Behind, dates_of
from analysis.dashboard.frame.chosen import kinds_of
from analysis.dashboard.frame.filters import View
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui import parts
from analysis.dashboard.ui.certainty import INTERVAL, with_share_intervals, with_tone_intervals
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.keyness import keyness
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.trends import shares_over_time

_WORDS = 6


def compare_speakers(
    view: View, names: Sequence[str], base: pd.DataFrame, articles: pd.DataFrame, stamp: str
) -> None:
    """Draw the chosen speakers side by side; their shares are parts of everybody's words."""
    left, right = st.columns(2, gap="large")
    with left:
        _shares(view, names, base, articles, stamp)
        _outlets(names, base, stamp)
    with right:
        _tone(view, names, base, stamp)
        _course(view, names, base, stamp)
    _words(view, names, base, stamp)


def _shares(view: View, names: Sequence[str], base: pd.DataFrame, articles: pd.DataFrame, stamp: str) -> None:

    def measured() -> tuple[pd.DataFrame, str]:
        shares = share_of_voice(base, articles, speakers=names)
        return with_share_intervals(shares, base, articles, metric="words", top=len(names))

    table, few = view.once("compare-shares", measured, tuple(names))
    line = "Of all quoted words" + (INTERVAL if "low" in table else "")
    parts.chart(
        "compare-shares",
        "Share of voice",
        line,
        lambda mode: share_charts.share_of_voice(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=f"{stamp} {few}" if few else stamp,
        opens=lambda meant: Behind(meant[0] or "", speakers=(meant[0],)),
    )
    if few:
        parts.note(few)


def _course(view: View, names: Sequence[str], base: pd.DataFrame, stamp: str) -> None:
    limits = view.shown.dates()
    if limits is None or not base["published"].notna().any():
        return
    last = min(view.selection.date_to or limits[1], limits[1])
    course = shares_over_time(base, first=view.selection.date_from, last=last, speakers=names)
    parts.chart(
        "compare-over-time",
        f"Share of voice by {course.period}",
        "Part of all quoted words",
        lambda mode: trend_charts.shares_over_time(
            course, mode=mode, colors=view.shown.colors(), kinds=kinds_of(base), top=len(names)
        ),
        course.table,
        footer=stamp,
        opens=lambda meant: _point(meant[0], meant[1], meant[2]),
    )


def _point(name: str, begin: str, end: str) -> Behind:
    first, last, days = dates_of(begin, end)
    return Behind(f"{name}, {days}", speakers=(name,), first=first, last=last)


def _tone(view: View, names: Sequence[str], base: pd.DataFrame, stamp: str) -> None:
    said = base[base["speaker"].isin(names)]
    table = view.once(
        "compare-tone", lambda: with_tone_intervals(tone_by(said), said, top=len(names)), tuple(names)
    )
    parts.chart(
        "compare-tone",
        "Sentiment (tone)",
        "Of what each says" + (INTERVAL if "low" in table else ""),
        lambda mode: tone_charts.tone_by(table, mode=mode, colors=view.shown.colors()),
        table,
        footer=stamp,
        opens=lambda meant: Behind(meant[0] or "", speakers=(meant[0],)),
    )


def _outlets(names: Sequence[str], base: pd.DataFrame, stamp: str) -> None:
    table = outlets_by_speakers(base, speakers=names)
    parts.chart(
        "compare-outlets",
        "Outlets and speakers",
        "Part of each outlet’s quoted words",
        lambda mode: cross_charts.outlets_by_speakers(table, mode=mode, most_outlets=4),
        table,
        footer=stamp,
        opens=lambda meant: Behind(
            f"{meant[0]}, {meant[1] or 'no outlet'}", speakers=(meant[0],), outlets=(meant[1],)
        ),
    )


def _words(view: View, names: Sequence[str], base: pd.DataFrame, stamp: str) -> None:
    """What each says that the others compared do not."""
    kinds = view.once("kinds", lambda: kinds_of(base))
    tables = view.once("compare-words", lambda: _keyness(view, names), tuple(names))
    in_a_row = columns_for(len(names))
    for first in range(0, len(names), in_a_row):
        columns = st.columns(in_a_row, gap="large")
        for place, name in enumerate(names[first : first + in_a_row], start=first):
            with columns[place - first]:
                own_words.draw(
                    f"compare-words-{place}",
                    name,
                    "Times as frequent as with the others",
                    tables[name],
                    footer=stamp,
                    top=_WORDS,
                    color=partial(_color, name, view.shown.colors(), kinds.get(name)),
                    opens=lambda meant, name=name: Behind(  # type: ignore[misc]  # bound per speaker
                        name, speakers=(name,), word=str(meant[0])
                    ),
                )


def _keyness(view: View, names: Sequence[str]) -> dict[str, pd.DataFrame]:
    said = view.shown.quoted_terms(view.selection.base())
    said = said[
        said["speaker"].isin(names) & ~said["term"].isin(list(own_words.names(view, view.selection.base())))
    ]
    ours = {name: said["speaker"] == name for name in names}
    return {name: keyness(said[rows], said[~rows]) for name, rows in ours.items()}


def _color(name: str, colors: Mapping[str, int], kind: str | None, mode: Mode) -> str:
    return speaker_color(name, colors, mode, kind=kind)
