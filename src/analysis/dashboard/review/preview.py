"""Show what a correction would change: shares of voice, tones, kind and role, before and after."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.curation.effects import effects
from analysis.dashboard.frame.state import Memory
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import note
from analysis.model import UNNAMED_SOURCES
from analysis.report.reader import UNATTRIBUTED, swatch
from analysis.store.corrections import Correction, OtherKind, OtherRole, OtherTone, corrected
from analysis.wording.numbers import counted, shares_and_points, tone

_MOST_SHOWN = 8
_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
_EFFECTS = Memory[tuple[Any, pd.DataFrame] | None]("draft-effects", None)


def preview(view: View, corrections: Sequence[Correction]) -> None:
    """Draw the numbers of the selection shown as they are, and as they would be."""
    for correction in corrections:
        if isinstance(correction, OtherTone):
            _tones(view, correction)
        elif isinstance(correction, OtherRole | OtherKind):
            _fact(view, correction)
    table = _effects(view, corrections)
    if table.empty:
        note("No share of voice changes.")
        return
    differs = (table["share_after"] - table["share_before"]).abs()
    seen = [
        shares_and_points(old, new)[2].strip("0.") != ""
        for old, new in zip(table["share_before"], table["share_after"], strict=True)
    ]
    meant = (table["quotations_after"] != table["quotations_before"]) | pd.Series(seen, table.index)
    listed = table[meant].head(_MOST_SHOWN)
    st.html(_table(view, listed))
    if len(table) > len(listed):
        most = float(differs.drop(listed.index).max())
        note(
            f"and {counted(len(table) - len(listed), 'other speaker')}, each by at most "
            f"{max(most * 100, 0.01):.2f} points"
        )


def _effects(view: View, corrections: Sequence[Correction]) -> pd.DataFrame:
    """The effect, worked out once for the same corrections of the same figures, whoever signs them."""
    bare = tuple(replace(one, by="", why="", at=_MOMENT, correction_id="-") for one in corrections)
    asked, known = (view.corpus, view.selection, bare), _EFFECTS.get()
    if known is None or known[0] != asked:
        with st.spinner("Working out what changes"):
            known = asked, effects(view, corrections)
        _EFFECTS.set(known)
    return known[1]


def _table(view: View, table: pd.DataFrame) -> str:
    colors, kinds = view.colors, view.speakers.set_index("speaker")["kind"]
    rows = []
    for row in table.to_dict("records"):
        name = row["speaker"] if isinstance(row["speaker"], str) else None
        before, after, points = shares_and_points(row["share_before"], row["share_after"])
        kind = "unnamed" if name == UNNAMED_SOURCES else kinds.get(name) if name else None
        mark = swatch(name, kind, mode=mode(), colors=colors)
        called = html.escape((name or UNATTRIBUTED).strip() or "?")
        quotations = f"{row['quotations_before']:,} → {row['quotations_after']:,}"
        rows.append(
            f"<tr><th scope=row>{mark}<bdi>{called}</bdi></th><td>{before}</td><td>{after}</td>"
            f"<td>{points}</td><td>{quotations}</td></tr>"
        )
    return (
        '<table class="nv-effects"><thead><tr><th scope=col>Speaker</th><th scope=col>Before</th>'
        "<th scope=col>After</th><th scope=col>Points</th><th scope=col>Quotations</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _tones(view: View, correction: OtherTone) -> None:
    before = view.analysis(correction.article_id)
    after = corrected(before, [correction])
    changed = [
        (old.tone, new.tone) for old, new in zip(before.sentences, after.sentences, strict=True) if old != new
    ]
    rows: list[tuple[str, Any, Any]] = [("This sentence", old, new) for old, new in changed]
    rows.append(("The reporter’s sentences", before.article_tone, after.article_tone))
    rows.append(("What is quoted", before.speech_tone, after.speech_tone))
    for words, old, new in rows:
        if old is not None and new is not None:
            note(f"{words}: tone {tone(old)} → {tone(new)}")


def _fact(view: View, correction: OtherRole | OtherKind) -> None:
    known = view.speakers.set_index("speaker")[correction.action]
    before = known.get(correction.name)
    after = correction.role if isinstance(correction, OtherRole) else correction.kind
    now = before if isinstance(before, str) and before else "none"
    note(f"{correction.action.capitalize()}: {now} → {after or 'none'}")
