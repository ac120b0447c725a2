"""What would a correction change, and who says so?

Nothing is stored before its reader has seen the numbers as they are and as they
would be. What was stored last stands at the head of the page, with its undo.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.numbers import MINUS, counted, shares_and_points, tone
from analysis.dashboard import links, parts, pinned
from analysis.dashboard.filters import View, view
from analysis.dashboard.markdown import plain
from analysis.errors import AnalysisError
from analysis.model import UNNAMED_SOURCES
from analysis.report.reader import UNATTRIBUTED, swatch
from analysis.store.applying import corrected
from analysis.store.corrections import Correction, add_corrections, undo_of
from analysis.store.effects import Before, effects
from analysis.store.signing import user_name

_MOST_SHOWN, _EXCERPT = 8, 60
_SIGNER = "signer"
_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored last, so that it can be told and undone."""

    words: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Corrections that are not stored yet.

    Attributes:
        place: Where on the page they are made.
        words: What they say.
        corrections: Themselves.
        is_signed: They keep who made them, when and why, as those of a file do.
        stays: The figures of the page stay until the reader takes the correction up.
    """

    place: str
    words: str
    corrections: tuple[Correction, ...]
    is_signed: bool = False
    stays: bool = False


def name_field() -> None:
    """Who corrects: a field that keeps its name for the whole session, once a page."""
    st.text_input("Signed by", user_name(), key=_SIGNER, persist_state="session", max_chars=80, width=260)


def signer() -> str:
    """Who corrects: what stands in the field, else the user of this machine."""
    return str(st.session_state.get(_SIGNER) or "").strip() or user_name()


def begin(place: str, what: str) -> None:
    """Open a way to correct at a place of the page, and close any other; for callbacks."""
    st.session_state["correcting"] = (st.session_state.get("here"), place, what)
    st.session_state.pop("why", None)


def begun(place: str) -> str | None:
    """What is being corrected at this place; None where nothing is."""
    here, where, what = st.session_state.get("correcting") or (None, None, None)
    return what if (here, where) == (st.session_state.get("here"), place) else None


def cancel() -> None:
    """Close what is open; for callbacks."""
    st.session_state.pop("correcting", None)


def panel(shown: View, draft: Draft) -> None:
    """Show what corrections would change in the selection shown, and save them on a click."""
    place = draft.place
    with st.container(key=f"draft-{place}", border=True):
        parts.section(
            draft.words, "Nothing is saved yet. Shares are parts of the quoted words of this selection."
        )
        _preview(shown, draft.corrections)
        if shown.shown.is_sample:
            sample_note(f"to-add-{place}")
            if begun(place):
                st.button("Close", key=f"cancel-{place}", on_click=cancel)
            return
        if not draft.is_signed:
            st.text_input(
                "Why",
                key="why",
                placeholder="The reason, for whoever reads the list later",
                max_chars=500,
            )
        with st.container(horizontal=True):
            st.button("Save", key=f"save-{place}", type="primary", on_click=save, args=(draft,))
            if begun(place):
                st.button("Cancel", key=f"cancel-{place}", on_click=cancel)


def sample_note(key: str) -> None:
    """Why the sample cannot be corrected, and what to do."""
    parts.note("The sample corpus stays as it is. Add articles of your own to correct what is found in them.")
    st.button("Add articles", key=key, type="tertiary", on_click=links.open_page, args=("add",))


def save(draft: Draft) -> None:
    """Store corrections, signed now unless they are signed already; for callbacks."""
    chosen = view().shown
    if chosen.is_sample:
        return
    why = str(st.session_state.get("why") or "").strip()
    corrections = draft.corrections
    if not draft.is_signed:
        corrections = tuple(
            replace(one, by=signer(), why=why, at=None, correction_id="") for one in corrections
        )
    try:
        add_corrections(chosen.path, corrections)
    except AnalysisError as error:
        st.session_state["not-saved"] = str(error)
        return
    saved = Saved(draft.words, corrections)
    if draft.stays:
        pinned.stay(chosen.path, chosen.corrections, draft.place, saved)
    else:
        pinned.take_up()
        st.session_state["saved"] = saved
        st.toast(plain(f"Saved: {draft.words}"))
    cancel()


def last_saved() -> None:
    """Tell what was stored last, with its undo; it stands until something else is stored."""
    if failure := st.session_state.pop("not-saved", None):
        st.error(plain(failure))
    saved = st.session_state.get("saved")
    if not isinstance(saved, Saved):
        return
    with st.container(key="saved", horizontal=True, vertical_alignment="center"):
        st.success(plain(f"Saved: {saved.words}"))
        if saved.corrections:
            st.button("Undo", key="undo-saved", on_click=_undo, args=(saved,))


def decided(place: str, text: str) -> bool:
    """Tell what was stored of a text at this place of a list, with its undo; gives whether anything was."""
    saved = pinned.done().get(place)
    if not isinstance(saved, Saved):
        return False
    with st.container(key=f"done-{place}", horizontal=True, vertical_alignment="center"):
        excerpt = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
        words = html.escape(f"Saved: {saved.words[:1].lower()}{saved.words[1:]}")
        st.html(f'<p class="nv-done"><bdi>{words}</bdi> · <bdi>{html.escape(excerpt)}</bdi></p>')
        st.button("Undo", key=f"undo-{place}", type="tertiary", on_click=_undo, args=(saved, place))
    return True


def _undo(saved: Saved, place: str | None = None) -> None:
    try:
        add_corrections(view().shown.path, [undo_of(one, signer()) for one in saved.corrections])
    except AnalysisError as error:
        st.session_state["not-saved"] = str(error)
        return
    if place is None:
        pinned.take_up()
        st.session_state["saved"] = Saved(f"undone: {saved.words}", ())
    else:
        pinned.forget(place)


def _preview(shown: View, corrections: Sequence[Correction]) -> None:
    for correction in corrections:
        if correction.action == "tone" and correction.article_id:
            _tones(shown, correction)
        elif correction.action in ("role", "kind"):
            _fact(shown, correction)
    table = _effects(shown, corrections)
    if table.empty:
        parts.note("No share of voice changes.")
        return
    differs = (table["share_after"] - table["share_before"]).abs()
    seen = [
        shares_and_points(old, new)[2].strip("0.") != ""
        for old, new in zip(table["share_before"], table["share_after"], strict=True)
    ]
    meant = (table["quotations_after"] != table["quotations_before"]) | pd.Series(seen, table.index)
    listed = table[meant].head(_MOST_SHOWN)
    st.html(_table(shown, listed))
    if len(table) > len(listed):
        most = float(differs.drop(listed.index).max())
        parts.note(
            f"and {counted(len(table) - len(listed), 'other speaker')}, each by at most "
            f"{max(most * 100, 0.01):.2f} points"
        )


def _effects(shown: View, corrections: Sequence[Correction]) -> pd.DataFrame:
    """The effect, worked out once for the same corrections of the same figures."""
    bare = tuple(replace(one, by="", why="", at=_MOMENT, correction_id="-") for one in corrections)
    asked, read = (shown.shown, shown.selection, bare), shown.shown
    known = st.session_state.get("draft-effects")
    if known is None or known[0] != asked:
        base = shown.selection.base()
        before = Before(read.corpus, read.quotations(base), read.articles(base))
        with st.spinner("Working out what changes"):
            table = effects(read.path, and_then=corrections, selection=base, before=before)
        known = st.session_state["draft-effects"] = (asked, table)
    result: pd.DataFrame = known[1]
    return result


def _table(shown: View, table: pd.DataFrame) -> str:
    colors = shown.shown.colors()
    kinds = shown.shown.speakers().set_index("speaker")["kind"]
    rows = []
    for row in table.to_dict("records"):
        name = row["speaker"] if isinstance(row["speaker"], str) else None
        before, after, points = shares_and_points(row["share_before"], row["share_after"])
        kind = "unnamed" if name == UNNAMED_SOURCES else kinds.get(name) if name else None
        mark = swatch(name, kind, mode=parts.mode(), colors=colors)
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


def _tones(shown: View, correction: Correction) -> None:
    before = shown.shown.analysis(str(correction.article_id))
    after = corrected(before, [correction])
    changed = [
        (old.tone, new.tone) for old, new in zip(before.sentences, after.sentences, strict=True) if old != new
    ]
    rows: list[tuple[str, Any, Any]] = [("This sentence", old, new) for old, new in changed]
    rows.append(("The reporter’s sentences", before.article_tone, after.article_tone))
    rows.append(("What is quoted", before.speech_tone, after.speech_tone))
    for words, old, new in rows:
        if old is not None and new is not None:
            parts.note(f"{words}: tone {tone(old) or MINUS} → {tone(new) or MINUS}")


def _fact(shown: View, correction: Correction) -> None:
    known = shown.shown.speakers().set_index("speaker")[correction.action]
    before = known.get(correction.name)
    after = correction.role if correction.action == "role" else correction.kind
    now = before if isinstance(before, str) and before else "none"
    parts.note(f"{correction.action.capitalize()}: {now} → {after or 'none'}")
