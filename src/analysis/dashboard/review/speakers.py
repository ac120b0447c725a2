"""How is a speaker corrected? Another name, the same as another, two people, kind and role."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import draft, naming
from analysis.dashboard.ui import parts
from analysis.model import ACTS, KINDS, Selection
from analysis.store.corrections import Correction, OtherKind, OtherRole, SameSpeaker, SplitSpeaker
from analysis.wording.numbers import count, counted

_WAYS = {"same": "Same as another", "name": "Another name", "split": "Two people", "facts": "Kind and role"}
_MOST_ARTICLES = 200
_PLACE = "speaker"


def speakers(shown: View) -> None:
    """Draw the choice of a speaker, and of what is wrong with them."""
    parts.section(
        "A speaker", "What is corrected here holds in the whole corpus, also for what is added later"
    )
    if shown.shown.speakers().empty:
        parts.empty("Nobody speaks in this corpus yet. Add articles that quote somebody.")
        return
    name = naming.speaker_field(shown, "Speaker", "reviewed", first=shown.selection.speakers)
    if name is None:
        parts.note(
            "Choose the speaker whose name, kind or role is wrong, or who is two people or another one."
        )
        return
    if naming.facts_of(shown, name) is None:
        parts.empty(f"Nobody in this corpus is called “{name}”. Choose a name of the list.")
        return
    _known(shown, name)
    way = st.segmented_control(
        "What is wrong",
        list(_WAYS),
        format_func=_WAYS.__getitem__,
        default="same",
        key="speaker-way",
        required=True,
        label_visibility="collapsed",
    )
    corrections, words = {"same": _same, "name": _name, "split": _split, "facts": _facts}[str(way)](
        shown, name
    )
    if corrections:
        draft.panel(shown, draft.Draft(_PLACE, words, tuple(corrections)))


Made = tuple[list[Correction], str]
_NOTHING: Made = ([], "")


def _known(shown: View, name: str) -> None:
    known = shown.shown.speakers()
    row = known[known["speaker"] == name].iloc[0]
    facts = [str(row["kind"])]
    if isinstance(row["role"], str) and row["role"]:
        facts.append(row["role"])
    facts.append(
        f"{counted(int(row['quotations']), 'quotation')} in {counted(int(row['articles']), 'article')}"
    )
    if len(row["aliases"]):
        facts.append("also called " + ", ".join(row["aliases"][:8]))
    parts.note(" · ".join(facts))
    joined = [
        one
        for one in shown.shown.corpus.standing.holding
        if isinstance(one, SameSpeaker) and one.speaker == name
    ]
    for one in joined:
        parts.note(f"{one.by} has joined {one.name} to this speaker: undo that under “Corrections”.")


def _same(shown: View, name: str) -> Made:
    other = naming.speaker_field(shown, "Is the same as", "same-as")
    if other is None:
        return _NOTHING
    if other == name:
        parts.note("That is the speaker itself. Choose another one.")
        return _NOTHING
    if naming.facts_of(shown, other) is None:
        parts.note(f"Nobody in this corpus is called “{other}”. For a new name, choose “Another name”.")
        return _NOTHING
    return [SameSpeaker(by=draft.signer(), name=name, speaker=other)], f"{name} is {other}"


def _name(shown: View, name: str) -> Made:
    new = (st.text_input("The right name", key="new-name", max_chars=200) or "").strip()
    if not new or new == name:
        return _NOTHING
    if naming.facts_of(shown, new) is not None:
        parts.note(f"{new} is in the corpus already: the two become one.")
    return [SameSpeaker(by=draft.signer(), name=name, speaker=new)], f"{name} is called {new}"


def _facts(shown: View, name: str) -> Made:
    kind, role = naming.facts_of(shown, name) or ("person", None)
    left, right = st.columns(2)
    with left:
        new_kind = st.selectbox("Kind", KINDS, index=KINDS.index(kind), key=f"kind-of-{name}")
    with right:
        new_role = (st.text_input("Role", role or "", key=f"role-of-{name}", max_chars=200) or "").strip()
    made: list[Correction] = []
    if new_kind != kind:
        made.append(OtherKind(by=draft.signer(), name=name, kind=new_kind))
    if new_role != (role or ""):
        made.append(OtherRole(by=draft.signer(), name=name, role=new_role))
    words = " and ".join(one.action for one in made)
    return made, f"{name}: another {words}"


def _split(shown: View, name: str) -> Made:
    """In the chosen articles the name is somebody else."""
    articles = _articles(shown, name)
    more = f"; the newest {count(_MOST_ARTICLES)} are listed" if len(articles) > _MOST_ARTICLES else ""
    parts.note(f"Choose the articles in which {name} is somebody else{more}.")
    listed = articles.head(_MOST_ARTICLES)
    picked = st.dataframe(
        listed[["title", "outlet", "published", "called"]],
        column_config={
            "title": st.column_config.TextColumn("Title", width="large"),
            "outlet": "Outlet",
            "published": st.column_config.DateColumn("Published", format="D MMM YYYY"),
            "called": "Called there",
        },
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        height=min(38 + 35 * len(listed), 320),
        key=f"split-{name}",
    )["selection"]["rows"]
    other = naming.named(shown, "split", words="Who it is there") if picked else None
    if other is None:
        return _NOTHING
    made: list[Correction] = [
        SplitSpeaker(
            by=draft.signer(),
            article_id=row["article_id"],
            name=row["called"],
            speaker=other[0],
            kind=other[1],
            role=other[2],
        )
        for row in listed.iloc[picked].to_dict("records")
        if row["called"] != other[0]
    ]
    return made, f"{name} is {other[0]} in {counted(len(picked), 'article')}"


def _articles(shown: View, name: str) -> pd.DataFrame:
    """The articles that quote a speaker, newest first, with each name there."""
    chosen = Selection(speakers=(name,), acts=ACTS, distinct_stories=False)
    rows = shown.shown.corpus.quotations(
        chosen, columns=("article_id", "outlet", "published", "title", "speaker_in_article")
    ).rename(columns={"speaker_in_article": "called"})
    rows = rows.drop_duplicates(["article_id", "called"])
    return rows.sort_values("published", ascending=False, na_position="last", kind="stable").reset_index(
        drop=True
    )
