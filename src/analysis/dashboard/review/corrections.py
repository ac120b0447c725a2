"""List what has been corrected so far, with what has become of each, undo, and files."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.evidence import sentences
from analysis.dashboard.review import draft
from analysis.dashboard.review.draft import Draft
from analysis.dashboard.ui.text import empty, note, plain, section
from analysis.errors import AnalysisError
from analysis.model import Selection
from analysis.store.corrections import (
    Correction,
    JoinStory,
    OfPassage,
    Standing,
    Undo,
    as_line,
    read_lines,
    standing,
    stored_corrections,
    undo_of,
    undoings,
)
from analysis.wording.numbers import counted

_PLACE, _FILE = "listed", "file"
_MOST_LISTED = 2_000


def corrections(view: View) -> None:
    """Draw the list of corrections with its ways out and in."""
    stored = stored_corrections(view.corpus.path)
    section(counted(len(stored), "correction"), "The latest first; choose one to see or undo it")
    if stored:
        _list(view, stored)
        st.download_button(
            "Save them as a file",
            lambda: "".join(as_line(one) + "\n" for one in stored).encode("utf-8"),
            "corrections.jsonl",
            "application/jsonl",
            key="save-corrections",
            on_click="ignore",
        )
    else:
        empty(
            "Nothing has been corrected yet. Begin with the quotations to check first, or open an article "
            "and correct what is found in it."
        )
    _import(view, stored)


def _list(view: View, stored: list[Correction]) -> None:
    now, latest = standing(stored), stored[::-1][:_MOST_LISTED]
    say = _Words(view, stored)
    states = _states(now)
    rows = pd.DataFrame(
        {
            "when": [one.at for one in latest],
            "what": [say(one) for one in latest],
            "article": [say.article(one) for one in latest],
            "state": [states.get(one.correction_id, "holds") for one in latest],
            "by": [one.by for one in latest],
            "why": [one.why for one in latest],
        }
    )
    picked = st.dataframe(
        rows,
        column_config={
            "when": st.column_config.DatetimeColumn("When", format="D MMM YYYY, HH:mm"),
            "what": st.column_config.TextColumn("What", width="large"),
            "article": st.column_config.TextColumn("Article", width="medium"),
            "state": "Now",
            "by": "Who",
            "why": st.column_config.TextColumn("Why", width="medium"),
        },
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=min(38 + 35 * len(rows), 460),
        key=f"corrections-{len(stored)}",
    )["selection"]["rows"]
    if picked and picked[0] < len(latest):
        _one(view, latest[picked[0]], stored, now, say)


def _one(view: View, chosen: Correction, stored: list[Correction], now: Standing, say: _Words) -> None:
    """One correction in full, and the way to undo it or to bring it back."""
    words = say(chosen)
    if isinstance(chosen, OfPassage):
        for piece in chosen.pieces:
            note(f"“{piece.text}”")
    if chosen.article_ids:
        sentences.article_link(chosen.article_ids[0], key="open-corrected", title=say.article(chosen))
    for one, later in now.overridden:
        if one.correction_id == chosen.correction_id:
            note(f"Overridden by {later.by}: {say(later)}")
    if isinstance(chosen, Undo):
        note("This takes another correction back; choose that one to bring it back.")
    elif chosen in now.undone:
        back = [undo_of(one, draft.signer()) for one in undoings(stored, chosen.correction_id)]
        draft.panel(view, Draft(_PLACE, f"Bring back: {words}", tuple(back)))
    else:
        draft.panel(view, Draft(_PLACE, f"Undo: {words}", (undo_of(chosen, draft.signer()),)))


def _states(now: Standing) -> dict[str, str]:
    states = {one.correction_id: "undone" for one in now.undone}
    return states | {one.correction_id: f"overridden by {later.by}" for one, later in now.overridden}


class _Words:
    """Says corrections in words, and what their articles are called."""

    def __init__(self, view: View, corrections: Sequence[Correction]) -> None:
        ids = {one for each in corrections for one in each.article_ids}
        rows = view.of(Selection(distinct_stories=False)).articles
        rows = rows[rows["article_id"].isin(ids)].dropna(subset=["title"])
        self._titles: dict[str, str] = dict(zip(rows["article_id"], rows["title"], strict=True))
        self._by_id = {one.correction_id: one for one in corrections}

    def __call__(self, correction: Correction) -> str:
        """What a correction says."""
        if isinstance(correction, Undo) and correction.other_id in self._by_id:
            return f"undo: {self(self._by_id[correction.other_id])}"
        if isinstance(correction, JoinStory) and correction.other_id in self._titles:
            return f"same story as {self._titles[correction.other_id]}"
        return correction.words

    def article(self, correction: Correction) -> str:
        """What its article is called; empty where it speaks of none."""
        if not correction.article_ids:
            return ""
        return self._titles.get(correction.article_ids[0]) or correction.article_ids[0]


def _import(view: View, stored: list[Correction]) -> None:
    section(
        "Corrections from a file",
        "They are joined with those here; of two that say something of the same thing the latest holds",
    )
    file = st.file_uploader(
        "File",
        ["jsonl"],
        key=f"corrections-file-{len(stored)}",
        label_visibility="collapsed",
        max_upload_size=20,
    )
    if file is None:
        note("Files come from “Save them as a file” here, or from “newsvoices corrections export”.")
        return
    try:
        lines = file.getvalue().decode("utf-8", errors="replace").splitlines()
        given = {one.correction_id: one for one in read_lines(file.name, lines)}
    except AnalysisError as error:
        st.error(plain(str(error)))
        return
    known = {one.correction_id for one in stored}
    fresh = [one for one in given.values() if one.correction_id not in known]
    if not fresh:
        note(f"All {counted(len(given), 'correction')} of this file are here already.")
        return
    _overridden(view, stored, fresh)
    words = f"{counted(len(fresh), 'correction')} of {file.name}"
    draft.panel(view, Draft(_FILE, words, tuple(fresh), is_signed=True))


def _overridden(view: View, stored: list[Correction], fresh: list[Correction]) -> None:
    """Which corrections, here or in the file, no longer hold once both are joined."""
    ids, say = {one.correction_id for one in fresh}, _Words(view, [*stored, *fresh])
    rows = [
        (say(one), one.by, say(later), later.by)
        for one, later in standing([*stored, *fresh]).overridden
        if ids & {one.correction_id, later.correction_id}
    ]
    if not rows:
        return
    section(f"{counted(len(rows), 'correction')} overridden", "By a later one about the same thing")
    st.dataframe(pd.DataFrame(rows, columns=["Overridden", "Of", "Holds instead", "By"]), hide_index=True)
