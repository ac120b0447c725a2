"""How do speakers, outlets or periods differ? Two to six of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts import cross as cross_charts
from analysis.dashboard.compare.differences import differences
from analysis.dashboard.compare.sides import (
    MOST,
    Side,
    columns_for,
    figures_of,
    outlet_sides,
    period_sides,
    periods_of,
    statements_of,
)
from analysis.dashboard.compare.speakers import compare_speakers
from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.filters import View
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui import parts
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.keyness import keyness
from analysis.measures.totals import summary
from analysis.wording.names import UNATTRIBUTED

_KINDS = {"speakers": "Speakers", "outlets": "Outlets", "periods": "Periods"}
_WORDS, _FIRST = 6, 4


def page() -> None:
    """Draw two to six things side by side."""
    view = parts.view()
    parts.heading("Side by side", view.words)
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    if base.empty:
        parts.empty(
            "No quotations fit these filters, so there is nothing to compare. Clear filters or add articles."
        )
        return
    stamp = parts.stamp(summary(base, articles))
    with st.container(horizontal=True, vertical_alignment="bottom", key="compared"):
        kind = st.segmented_control(
            "Compare",
            list(_KINDS),
            format_func=_KINDS.__getitem__,
            default="speakers",
            key="compare",
            bind="query-params",
            required=True,
        )
        names = _choose(view, str(kind), base)
    if len(names) < 2:
        parts.empty(
            "Choose at least two to compare. If only one is listed, widen the dates or clear filters."
        )
    elif kind == "speakers":
        compare_speakers(view, names, base, articles, stamp)
    else:
        noun = "outlet" if kind == "outlets" else "period"
        _sides(view, (outlet_sides if noun == "outlet" else period_sides)(view, names), noun, stamp)
    parts.foot(stamp)


def _choose(view: View, kind: str, base: pd.DataFrame) -> list[str]:
    """The names that are compared: what was chosen, or else a sensible beginning."""
    if kind == "speakers":
        by_words = base.groupby("speaker")["words"].sum().sort_values(ascending=False, kind="stable")
        options, first = by_words.index.tolist(), by_words.index[:_FIRST].tolist()
        first = list(view.selection.speakers[:MOST]) if len(view.selection.speakers) > 1 else first
    elif kind == "outlets":
        options = (
            base.groupby("outlet")["words"].sum().sort_values(ascending=False, kind="stable").index.tolist()
        )
        first = options[:_FIRST]
    else:
        options = list(periods_of(view))
        first = options[-2:]
    chosen: list[str] = st.multiselect(
        _KINDS[kind],
        options[:1_000],
        key=f"compared_{kind}",
        bind="query-params",
        max_selections=MOST,
        placeholder=f"The latest {len(first)}" if kind == "periods" else f"The {len(first)} most quoted",
    )
    return chosen or first


def _sides(view: View, sides: Sequence[Side], noun: str, stamp: str) -> None:
    by_name = {side.name: side for side in sides}
    table = view.once("sides", lambda: figures_of(view, sides), noun, *(side.name for side in sides))
    parts.section("In numbers", "Select a row to read its quotations")
    name = f"compare-{noun}s"
    key = behind.chart_key(name)
    rows = [side.behind for side in sides]
    st.dataframe(
        table,
        column_config=_columns(noun),
        hide_index=True,
        key=key,
        on_select=lambda: _open_row(key, name, rows),
        selection_mode="single-row",
    )
    behind.panel(view, name)
    differences(view, sides, noun, stamp)
    crossed = outlets_by_speakers(statements_of(view, sides))

    def opens(meant: Sequence[Any]) -> Behind:
        speaker, side = meant
        asked = by_name[side].behind
        return replace(asked, words=f"{speaker or UNATTRIBUTED}, {side}", speakers=(speaker,))

    parts.chart(
        f"{noun}s-by-speakers",
        f"{noun.capitalize()}s and speakers",
        f"Part of each {noun}’s quoted words",
        lambda mode: cross_charts.outlets_by_speakers(crossed, mode=mode, order=list(by_name), noun=noun),
        crossed,
        footer=stamp,
        opens=opens,
    )
    _keywords(view, sides, noun, stamp)


def _keywords(view: View, sides: Sequence[Side], noun: str, stamp: str) -> None:
    """What each side is about that the others are not."""
    tables = view.once("sides-words", lambda: _keyness(view, sides), noun, *(side.name for side in sides))
    in_a_row = columns_for(len(sides))
    for first in range(0, len(sides), in_a_row):
        columns = st.columns(in_a_row, gap="large")
        for place, side in enumerate(sides[first : first + in_a_row], start=first):
            with columns[place - first]:
                own_words.draw(
                    f"{noun}-words-{place}",
                    side.name,
                    f"Times as frequent as in the other {noun}s",
                    tables[side.name],
                    footer=stamp,
                    top=_WORDS,
                    opens=partial(_uses, side.behind),
                )


def _keyness(view: View, sides: Sequence[Side]) -> dict[str, pd.DataFrame]:
    used = {side.name: view.shown.keywords(side.selection) for side in sides}
    used = {name: table[~table["is_name"]] for name, table in used.items()}
    return {
        name: keyness(table, pd.concat([other for its, other in used.items() if its != name]))
        for name, table in used.items()
    }


def _uses(asked: Behind, meant: Sequence[Any]) -> Behind:
    return replace(asked, word=str(meant[0]))


def _columns(noun: str) -> dict[str, Any]:
    column = st.column_config
    return {
        "side": column.TextColumn(noun.capitalize(), width="medium"),
        "articles": column.NumberColumn("Articles", format="localized"),
        "quotations": column.NumberColumn("Quotations", format="localized"),
        "speakers": column.NumberColumn("Speakers", format="localized"),
        "voices": column.NumberColumn(
            "Effective voices", format="%.1f", help="How many speakers there would be if all spoke equally"
        ),
        "direct": column.NumberColumn("Direct", format="%.0f %%", help="Part of quoted words"),
        "unattributed": column.NumberColumn("Unattributed", format="%.0f %%", help="Part of quoted words"),
        "speech_tone": column.NumberColumn("Tone of speech", format="%+.2f", help="Of the quoted words"),
        "article_tone": column.NumberColumn(
            "Tone of text", format="%+.2f", help="Of the sentences around quotations"
        ),
    }


def _open_row(key: str, name: str, rows: Sequence[Behind]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    behind.remember(name, rows[chosen[0]] if chosen else None)
