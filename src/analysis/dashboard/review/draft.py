"""How is a correction made, signed, saved and taken back?

Nothing is stored before its reader has seen the numbers as they are and as they
would be. What was stored last stands at the head of the page, with its undo.

What would change is worked out in `analysis.dashboard.review.preview`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

import streamlit as st

from analysis.curation.correcting import user_name
from analysis.dashboard.frame import links, pinned
from analysis.dashboard.frame.filters import View, view
from analysis.dashboard.review.preview import preview
from analysis.dashboard.ui import parts
from analysis.dashboard.ui.markdown import plain
from analysis.errors import AnalysisError
from analysis.store.corrections import Correction, add_corrections, undo_of

_EXCERPT = 60
_SIGNER = "signer"


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
        preview(shown, draft.corrections)
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
        corrections = tuple(one.signed(signer(), why) for one in corrections)
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
