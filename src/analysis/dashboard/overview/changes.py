"""Whose share changed most, in words?"""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.palette import speaker_color
from analysis.charts.tables import name_of, records
from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.chosen import chosen_speakers, kinds_of
from analysis.dashboard.frame.filters import View
from analysis.dashboard.overview.comparison import Comparison
from analysis.dashboard.ui import parts
from analysis.measures.changes import share_changes
from analysis.measures.differences import share_differences
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, fitted
from analysis.wording.numbers import MINUS, NBSP, count, counted, shares_and_points

_MOST, _LEAST = 4, 0.005
_CHART = "what-changed"


def what_changed_most(view: View, compared: Comparison | None) -> None:
    """Draw the largest changes; nothing where there is nothing to compare."""
    if compared is None:
        return
    table, kinds = view.once("changes", lambda: _measured(view, compared))
    parts.section("What changed most", f"Share of quoted words, {compared.words}")
    if table.empty:
        parts.note("Nobody’s share changed by half a point or more.")
        return
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


def _measured(view: View, compared: Comparison) -> tuple[pd.DataFrame, dict[str, str]]:
    """The largest changes with their intervals, and the kinds of who speaks."""
    earlier, later = compared.before.base(), compared.now.base()
    before, now = view.shown.quotations(earlier), view.shown.quotations(later)
    both = pd.concat([before[["speaker", "kind"]], now[["speaker", "kind"]]])
    table = share_changes(before, now, speakers=chosen_speakers(view, both))
    table = table[table["change"].abs() >= _LEAST].head(_MOST)
    if table.empty:
        return table, {}
    certain = share_differences(
        (before, view.shown.articles(earlier)),
        (now, view.shown.articles(later)),
        groups=[name_of(name) for name in table["speaker"]],
    ).table
    return table.assign(low=certain["low"].to_numpy(), high=certain["high"].to_numpy()), kinds_of(both)


def _behind(name: str | None, compared: Comparison) -> Behind:
    words = f"{name or UNATTRIBUTED}, {compared.words}"
    return Behind(words, speakers=(name,), first=compared.before.date_from, last=compared.now.date_to)


def _as_html(record: dict[str, Any], name: str | None, color: str) -> str:
    first, last, points = shares_and_points(float(record["before"]), float(record["after"]))
    digits = 1 if "." in points else 0
    size = "point" if points.strip(f"+{MINUS}") == "1" else "points"
    line = f"{points} {size}"
    if not pd.isna(record["low"]):
        low, high = (numbers.points(float(record[bound]), digits) for bound in ("low", "high"))
        line += f" (95{NBSP}%: {low} to {high})"
        line += ". No clear change" if record["low"] <= 0 <= record["high"] else ""
    counts = f"{counted(int(record['quotations']), 'quotation')}, {count(record['quotations_before'])} before"
    shown = fitted(name or UNATTRIBUTED, 80)
    return (
        f'<div class="nv-change"><h3><span class="nv-dot" style="background:{color}"></span>'
        f"<bdi>{html.escape(shown)}</bdi></h3><p>{html.escape(first)} → {html.escape(last)}</p>"
        f"<small>{html.escape(line)}. {counts}.</small></div>"
    )
