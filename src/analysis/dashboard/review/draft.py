"""Sign, save and take back corrections.

Nothing is stored before its reader has seen the numbers as they are and as they
would be. What was stored last stands at the head of the page, with its undo.

What would change is worked out in `analysis.dashboard.review.preview`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

import streamlit as st

from analysis.catalog.view import View
from analysis.curation.correcting import user_name
from analysis.dashboard.frame import address, filters, versions
from analysis.dashboard.frame.state import HERE, Memory
from analysis.dashboard.review.preview import preview
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import note, plain, section
from analysis.errors import AnalysisError
from analysis.store.corrections import Correction, add_corrections, undo_of

_EXCERPT = 60
_SIGNER = Memory[str | None]("signer", None)
_BEGUN = Memory[tuple[str | None, str, str] | None]("correcting", None)
"""What is being corrected: on which page, at which place of it, and how."""

WHY = Memory[str | None]("why", None)
NOT_SAVED = Memory[str]("not-saved", "")
"""Why something could not be stored."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored last, so that it can be told and undone."""

    words: str
    corrections: tuple[Correction, ...]


_SAVED = Memory[Saved | None]("saved", None)


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
    st.text_input(
        "Signed by", user_name(), key=_SIGNER.name, persist_state="session", max_chars=80, width=260
    )


def signer() -> str:
    """Who corrects: what stands in the field, else the user of this machine."""
    return (_SIGNER.get() or "").strip() or user_name()


def begin(place: str, what: str) -> None:
    """Open a way to correct at a place of the page, and close any other; for callbacks."""
    _BEGUN.set((HERE.get(), place, what))
    WHY.forget()


def begun(place: str) -> str | None:
    """What is being corrected at this place; None where nothing is."""
    here, where, what = _BEGUN.get() or (None, None, None)
    return what if (here, where) == (HERE.get(), place) else None


def cancel() -> None:
    """Close what is open; for callbacks."""
    _BEGUN.forget()


def panel(view: View, draft: Draft) -> None:
    """Show what corrections would change in the selection shown, and save them on a click."""
    place = draft.place
    with st.container(key=f"draft-{place}", border=True):
        section(draft.words, "Nothing is saved yet. Shares are parts of the quoted words of this selection.")
        preview(view, draft.corrections)
        if view.is_sample:
            sample_note(f"to-add-{place}")
            if begun(place):
                st.button("Close", key=f"cancel-{place}", on_click=cancel)
            return
        if not draft.is_signed:
            st.text_input(
                "Why",
                key=WHY.name,
                placeholder="The reason, for whoever reads the list later",
                max_chars=500,
            )
        with st.container(horizontal=True):
            st.button("Save", key=f"save-{place}", type="primary", on_click=save, args=(draft,))
            if begun(place):
                st.button("Cancel", key=f"cancel-{place}", on_click=cancel)


def sample_note(key: str) -> None:
    """Why the sample cannot be corrected, and what to do."""
    note("The sample corpus stays as it is. Add articles of your own to correct what is found in them.")
    link("Add articles", key, address.open_page, "add")


def save(draft: Draft) -> None:
    """Store corrections, signed now unless they are signed already; for callbacks."""
    view = filters.view()
    if view.is_sample:
        return
    path, why = view.corpus.path, (WHY.get() or "").strip()
    corrections = draft.corrections
    if not draft.is_signed:
        corrections = tuple(one.signed(signer(), why) for one in corrections)
    try:
        add_corrections(path, corrections)
    except AnalysisError as error:
        NOT_SAVED.set(str(error))
        return
    saved = Saved(draft.words, corrections)
    if draft.stays:
        versions.stay(str(path), draft.place, saved)
    else:
        versions.take_up()
        _SAVED.set(saved)
        st.toast(plain(f"Saved: {draft.words}"))
    cancel()


def last_saved() -> None:
    """Tell what was stored last, with its undo; it stands until something else is stored."""
    if failure := NOT_SAVED.take():
        st.error(plain(failure))
    saved = _SAVED.get()
    if saved is None:
        return
    with st.container(key="saved", horizontal=True, vertical_alignment="center"):
        st.success(plain(f"Saved: {saved.words}"))
        if saved.corrections:
            st.button("Undo", key="undo-saved", on_click=_undo, args=(saved,))


def decided(place: str, text: str) -> bool:
    """Tell what was stored of a text at this place of a list, with its undo; gives whether anything was."""
    saved = versions.done().get(place)
    if not isinstance(saved, Saved):
        return False
    with st.container(key=f"done-{place}", horizontal=True, vertical_alignment="center"):
        excerpt = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
        words = html.escape(f"Saved: {saved.words[:1].lower()}{saved.words[1:]}")
        st.html(f'<p class="nv-done"><bdi>{words}</bdi> · <bdi>{html.escape(excerpt)}</bdi></p>')
        link("Undo", f"undo-{place}", _undo, saved, place)
    return True


def _undo(saved: Saved, place: str | None = None) -> None:
    try:
        add_corrections(filters.view().corpus.path, [undo_of(one, signer()) for one in saved.corrections])
    except AnalysisError as error:
        NOT_SAVED.set(str(error))
        return
    if place is None:
        versions.take_up()
        _SAVED.set(Saved(f"undone: {saved.words}", ()))
    else:
        versions.forget(place)
