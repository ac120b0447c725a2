"""Let a reader judge a quotation, and name the speaker that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import streamlit as st

from analysis.catalog.view import View
from analysis.curation.correcting import confirmed, no_quotation, speaker_of_quotation
from analysis.dashboard.frame import filters
from analysis.dashboard.review import draft
from analysis.dashboard.review.draft import Draft
from analysis.dashboard.ui.text import label
from analysis.errors import AnalysisError
from analysis.model import KINDS, UNNAMED_SOURCES, Kind
from analysis.store.corrections import Correction

_NOBODY = "nobody that could be named"

Named = tuple[str, Kind, str | None]
"""Name, kind and role of a speaker."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation that is looked at.

    ``others`` are who else speaks in its article; ``is_queued`` says that it stands in the list
    of what is to be checked, which stays as it is when one of it is corrected.
    """

    quotation_id: str
    article_id: str
    speaker: str | None
    others: tuple[str, ...] = ()
    is_queued: bool = False


def verdicts(item: Judged, place: str) -> None:
    """The buttons below a quotation: it is right, somebody else's, nobody's, or none."""
    is_sample = filters.view().is_sample
    who = f"Right: {label(item.speaker, 32)}" if item.speaker else "Right: nobody named"
    with st.container(horizontal=True, key=f"verdicts-{place}", width="content"):
        st.button(
            who,
            key=f"right-{place}",
            on_click=_confirm,
            args=(item, place),
            disabled=is_sample,
            help="Keeps it as it is, and does not ask again",
        )
        begins = [("other", "Somebody else" if item.speaker else "Name the speaker")]
        if item.speaker:
            begins.append(("nobody", "Nobody named"))
        begins.append(("none", "Not a quotation"))
        for what, words in begins:
            st.button(words, key=f"{what}-{place}", on_click=draft.begin, args=(place, what))


def verdict(view: View, item: Judged, place: str) -> None:
    """What was chosen among the verdicts, with what it would change."""
    what = draft.begun(place)
    if what is None:
        return
    corpus, by = view.corpus, draft.signer()
    try:
        if what == "none":
            made: Correction = no_quotation(corpus, item.quotation_id, article_id=item.article_id, by=by)
            draft.panel(view, Draft(place, "This is not a quotation", (made,), stays=item.is_queued))
            return
        if what == "nobody":
            chosen: Named | tuple[None, None, None] | None = (None, None, None)
        else:
            others = [name for name in item.others if name != item.speaker]
            chosen = named(view, f"pick-{item.quotation_id}", first=others)
        if chosen is None:
            st.button("Cancel", key=f"close-{place}", on_click=draft.cancel)
            return
        name, kind, role = chosen
        made = speaker_of_quotation(
            corpus, item.quotation_id, name, kind, role, article_id=item.article_id, by=by
        )
    except AnalysisError as error:
        st.error(label(str(error), 300))
        return
    draft.panel(view, Draft(place, f"Said by {name or _NOBODY}", (made,), stays=item.is_queued))


def _confirm(item: Judged, place: str) -> None:
    corpus = filters.view().corpus
    try:
        made = confirmed(corpus, item.quotation_id, article_id=item.article_id, by=draft.signer())
    except AnalysisError as error:
        draft.NOT_SAVED.set(str(error))
        return
    draft.WHY.forget()
    words = f"said by {item.speaker or _NOBODY}, confirmed"
    draft.save(Draft(place, words, (made,), stays=item.is_queued))


def speaker_field(view: View, words: str, key: str, *, first: Sequence[str] = ()) -> str | None:
    """A list of known speakers that takes other names too; ``first`` come first in it."""
    known = [name for name in view.speakers["speaker"].head(filters.MOST_NAMES) if name.strip()]
    options = list(dict.fromkeys([*(name for name in first if name.strip()), *known]))
    chosen = st.selectbox(
        words,
        options,
        index=None,
        key=key,
        accept_new_options=True,
        filter_mode="contains",
        placeholder="Choose, or type a name",
    )
    return (chosen or "").strip() or None


def named(view: View, key: str, *, words: str = "Who says it", first: Sequence[str] = ()) -> Named | None:
    """A speaker with kind and role: those that are known, or asked for where the name is new."""
    name = speaker_field(view, words, f"{key}-who", first=first)
    if name is None:
        return None
    facts = facts_of(view, name)
    if facts is not None:
        return (name, *facts)
    left, right = st.columns(2)
    with left:
        kind = st.selectbox("Kind", KINDS, key=f"{key}-kind", help="This speaker is not in the corpus yet.")
    with right:
        role = st.text_input("Role", key=f"{key}-role", placeholder="mayor, if given", max_chars=200)
    return name, kind, (role or "").strip() or None


def facts_of(view: View, name: str) -> tuple[Kind, str | None] | None:
    """Kind and role of a speaker of the corpus; None for a name that nobody bears."""
    known = view.speakers
    row = known[known["speaker"] == name]
    if row.empty or name == UNNAMED_SOURCES:
        return None
    role = row["role"].iloc[0]
    return cast("Kind", row["kind"].iloc[0]), role if isinstance(role, str) and role else None
