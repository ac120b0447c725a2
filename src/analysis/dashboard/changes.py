"""Whose share changed most, in words?"""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from analysis.charts.names import UNATTRIBUTED
from analysis.charts.numbers import counted, shares_and_points
from analysis.charts.palette import speaker_color
from analysis.charts.tables import name_of, records
from analysis.dashboard import behind, parts
from analysis.dashboard.behind import Behind
from analysis.dashboard.comparison import Comparison
from analysis.dashboard.filters import View
from analysis.measures.changes import share_changes

_MOST, _LEAST = 4, 0.005
_CHART = "what-changed"


def what_changed_most(view: View, compared: Comparison | None) -> None:
    """Draw the largest changes; nothing where there is nothing to compare."""
    if compared is None:
        return
    before = view.shown.quotations(compared.before.base())
    now = view.shown.quotations(compared.now.base())
    table = share_changes(before, now, speakers=list(view.selection.speakers) or None)
    table = table[table["change"].abs() >= _LEAST].head(_MOST)
    parts.section("What changed most", f"Share of quoted words, {compared.words}")
    if table.empty:
        st.html('<p class="nv-note">Nobody’s share changed by half a point or more.</p>')
        return
    kinds = _kinds(pd.concat([before, now]))
    for place, record in enumerate(records(table)):
        name = name_of(record["speaker"])
        color = speaker_color(name, view.shown.colors(), parts.mode(), kind=kinds.get(name or ""))
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"change-{place}"):
            st.html(_as_html(record, name, color))
            st.button(
                "Quotations",
                key=f"changed-{place}",
                type="tertiary",
                on_click=behind.remember,
                args=(_CHART, _behind(name, compared)),
            )
    behind.panel(view, _CHART)


def _behind(name: str | None, compared: Comparison) -> Behind:
    words = f"{name or UNATTRIBUTED}, {compared.words}"
    return Behind(words, speakers=(name,), first=compared.before.date_from, last=compared.now.date_to)


def _as_html(record: dict[str, object], name: str | None, color: str) -> str:
    first, last, points = shares_and_points(float(str(record["before"])), float(str(record["after"])))
    before, now = int(str(record["quotations_before"])), int(str(record["quotations"]))
    size = "point" if points.lstrip("+−") == "1" else "points"
    return (
        f'<div class="nv-change"><h3><span class="nv-dot" style="background:{color}"></span>'
        f"{html.escape(name or UNATTRIBUTED)}</h3><p>{html.escape(first)} → {html.escape(last)}</p>"
        f"<small>{points} {size}. {counted(now, 'quotation')}, {before:,} before.</small></div>"
    )


def _kinds(statements: pd.DataFrame) -> dict[str, str]:
    known = statements.drop_duplicates("speaker").dropna(subset=["speaker"])
    return dict(zip(known["speaker"], known["kind"], strict=True))
