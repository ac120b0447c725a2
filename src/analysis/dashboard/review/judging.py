"""Is a quotation credited rightly? What a reader may say of it, and what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from analysis.curation.correcting import confirmed, no_quotation, speaker_of_quotation
from analysis.dashboard.frame.filters import View, view
from analysis.dashboard.review import draft, naming
from analysis.dashboard.ui.markdown import label
from analysis.errors import AnalysisError
from analysis.store.corrections import Correction

_NOBODY = "nobody that could be named"


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
    is_sample = view().shown.is_sample
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


def verdict(shown: View, item: Judged, place: str) -> None:
    """What was chosen among the verdicts, with what it would change."""
    what = draft.begun(place)
    if what is None:
        return
    corpus, by = shown.shown.corpus, draft.signer()
    try:
        if what == "none":
            made: Correction = no_quotation(corpus, item.quotation_id, article_id=item.article_id, by=by)
            _panel(shown, item, place, "This is not a quotation", made)
            return
        if what == "nobody":
            chosen: naming.Named | tuple[None, None, None] | None = (None, None, None)
        else:
            chosen = naming.named(shown, f"pick-{item.quotation_id}", first=_unlike(item))
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
    _panel(shown, item, place, f"Said by {name or _NOBODY}", made)


def _panel(shown: View, item: Judged, place: str, words: str, made: Correction) -> None:
    draft.panel(shown, draft.Draft(place, words, (made,), stays=item.is_queued))


def _unlike(item: Judged) -> Sequence[str]:
    return [name for name in item.others if name != item.speaker]


def _confirm(item: Judged, place: str) -> None:
    corpus = view().shown.corpus
    try:
        made = confirmed(corpus, item.quotation_id, article_id=item.article_id, by=draft.signer())
    except AnalysisError as error:
        st.session_state["not-saved"] = str(error)
        return
    st.session_state.pop("why", None)
    words = f"said by {item.speaker or _NOBODY}, confirmed"
    draft.save(draft.Draft(place, words, (made,), stays=item.is_queued))
