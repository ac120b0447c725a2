"""Which two speakers could be one? Pairs of names, and what they say."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import draft
from analysis.dashboard.ui import parts
from analysis.dashboard.ui.markdown import label
from analysis.model import ACTS, Selection, content_hash
from analysis.report.reader import swatch
from analysis.store.corrections import SameSpeaker, TwoSpeakers
from analysis.wording.numbers import counted

_AT_ONCE, _SENTENCES = 12, 3


def pairs(shown: View) -> None:
    """Draw the pairs of names that look like one, the loudest first."""
    found = shown.shown.names_alike()
    parts.section(
        "Names that look like one",
        "Of the whole corpus: the same surname, or nearly the same name; by the words of the smaller one",
    )
    if found.empty:
        parts.empty(
            "No two names look like one. To join two others, choose one of them under “Speakers” above."
        )
        return
    wanted = st.session_state.get("pairs-length", _AT_ONCE)
    known = shown.shown.speakers().set_index("speaker")
    for row in found.head(wanted).to_dict("records"):
        _pair(shown, str(row["speaker"]), str(row["other"]), str(row["reason"]), known)
    if len(found) > wanted:
        st.button(f"Show {_AT_ONCE} more", key="more-pairs", on_click=_more, args=(wanted,))


def _pair(shown: View, speaker: str, other: str, reason: str, known: pd.DataFrame) -> None:
    place = f"pair-{content_hash(speaker, other)}"
    both = "".join(_side(shown, name, known.loc[name].to_dict()) for name in (speaker, other))
    st.html(f'<div class="nv-quote"><div class="nv-meta">{html.escape(reason)}</div>{both}</div>')
    with st.container(horizontal=True, key=f"judge-{place}"):
        for way, kept in (("first", speaker), ("second", other)):
            words = f"One: {label(kept, 32)}"
            st.button(words, key=f"{way}-{place}", on_click=draft.begin, args=(place, way))
        st.button(
            "Two speakers",
            key=f"apart-{place}",
            on_click=_apart,
            args=(speaker, other),
            disabled=shown.shown.is_sample,
            help="They stay as they are, and are not offered again",
        )
        st.button(
            "Their sentences",
            key=f"said-{place}",
            type="tertiary",
            on_click=draft.begin,
            args=(place, "said"),
        )
    what = draft.begun(place)
    if what == "said":
        _said(shown, (speaker, other), place)
    elif what:
        kept, gone = (speaker, other) if what == "first" else (other, speaker)
        made = SameSpeaker(by=draft.signer(), name=gone, speaker=kept)
        draft.panel(shown, draft.Draft(place, f"{gone} is {kept}", (made,)))


def _side(shown: View, name: str, row: dict[Any, Any]) -> str:
    mark = swatch(name, row["kind"], mode=parts.mode(), colors=shown.shown.colors())
    facts: list[str] = [
        str(row["kind"]),
        row["role"] if isinstance(row["role"], str) else "",
        counted(int(row["words"]), "word"),
        counted(int(row["quotations"]), "quotation"),
        f"in {counted(int(row['articles']), 'article')}",
    ]
    line = " · ".join(f"<bdi>{html.escape(fact)}</bdi>" for fact in facts if fact)
    called = html.escape(name.strip() or "?")
    return f'<p class="nv-pair">{mark}<b><bdi>{called}</bdi></b> <span>{line}</span></p>'


def _said(shown: View, names: tuple[str, str], place: str) -> None:
    """Sentences of both, so that one sees who they are."""
    found = []
    for name in names:
        chosen = Selection(speakers=(name,), acts=ACTS, distinct_stories=False)
        ids = shown.shown.quotations(chosen)["article_id"].drop_duplicates().head(_SENTENCES).tolist()
        found.append(shown.shown.evidence_in(chosen, ids).drop_duplicates("article_id"))
    with st.container(key=f"whole-{place}"):
        evidence.quotations(pd.concat(found, ignore_index=True), key="said", newest_first=False)
        st.button("Close", key=f"close-{place}", type="tertiary", on_click=draft.cancel)


def _apart(speaker: str, other: str) -> None:
    made = TwoSpeakers(by=draft.signer(), name=other, speaker=speaker)
    st.session_state.pop("why", None)
    draft.save(draft.Draft("apart", f"{speaker} and {other} are two speakers", (made,)))


def _more(wanted: int) -> None:
    st.session_state["pairs-length"] = wanted + _AT_ONCE
