"""Compare the selection with earlier days: with which, and whose share changed most.

It is compared with the equally long range before the chosen dates where the
articles reach back that far. Where nothing is chosen there is no such range,
and what changed is asked of the two halves of all days.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts.label_rows import name_of, records
from analysis.charts.palette import speaker_color
from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.filters import chosen_among
from analysis.dashboard.frame.source import once
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import note, section
from analysis.measures.changes import Days, halves, period_before, share_changes
from analysis.measures.differences import share_differences
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED, fitted
from analysis.wording.numbers import MINUS, NBSP, count, counted, day_range, shares_and_points

_SHORTEST = 4
_MOST, _LEAST = 4, 0.005
_CHART = "what-changed"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two ranges of days; ``is_whole`` where ``now`` is all that is selected."""

    before: View
    now: View
    is_whole: bool

    @property
    def words(self) -> str:
        """The two ranges: “6 April – 10 May against 2 March – 5 April 2026”."""
        earlier = f"against {_range(self.before)}"
        return earlier if self.is_whole else f"{_range(self.now)} {earlier}"


def comparison(view: View) -> Comparison | None:
    """The two ranges, or None where there is nothing to compare."""
    limits, selection = view.corpus.date_range(), view.selection
    if limits is None:
        return None
    chosen = (selection.date_from or limits[0], selection.date_to or limits[1])
    if before := period_before(chosen, limits):
        return Comparison(_within(view, before), view, is_whole=True)
    both = halves(chosen) if (chosen[1] - chosen[0]).days + 1 >= _SHORTEST else None
    if both is None:
        return None
    return Comparison(_within(view, both[0]), _within(view, both[1]), is_whole=False)


def what_changed_most(view: View, compared: Comparison | None) -> None:
    """Draw the largest changes; nothing where there is nothing to compare."""
    if compared is None:
        return
    table, kinds = once(_measured, view), view.kinds
    section("What changed most", f"Share of quoted words, {compared.words}")
    if table.empty:
        note("Nobody’s share changed by half a point or more.")
        return
    for place, record in enumerate(records(table)):
        name = name_of(record["speaker"])
        color = speaker_color(name, view.colors, mode(), kind=kinds.get(name or ""))
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"change-{place}"):
            st.html(_as_html(record, name, color))
            link("Quotations", f"changed-{place}", behind.remember, _CHART, _behind(name, compared))
    behind.panel(view, _CHART)


def _measured(view: View) -> pd.DataFrame:
    """The largest changes with their intervals."""
    compared = comparison(view)
    assert compared is not None
    before, now = compared.before.statements, compared.now.statements
    both = pd.concat([before[["speaker", "kind"]], now[["speaker", "kind"]]])
    table = share_changes(before, now, speakers=chosen_among(view.selection, both))
    table = table[table["change"].abs() >= _LEAST].head(_MOST)
    if table.empty:
        return table
    certain = share_differences(
        (before, compared.before.articles),
        (now, compared.now.articles),
        groups=[name_of(name) for name in table["speaker"]],
    ).table
    return table.assign(low=certain["low"].to_numpy(), high=certain["high"].to_numpy())


def _behind(name: str | None, compared: Comparison) -> Behind:
    first, last = compared.before.selection.date_from, compared.now.selection.date_to
    return Behind(f"{name or UNATTRIBUTED}, {compared.words}", speakers=(name,), first=first, last=last)


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


def _within(view: View, days: Days) -> View:
    return view.of(replace(view.selection, date_from=days[0], date_to=days[1]))


def _range(view: View) -> str:
    first, last = view.selection.date_from, view.selection.date_to
    assert first is not None
    assert last is not None
    return day_range(first, last)
