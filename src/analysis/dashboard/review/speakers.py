"""Correct speakers: those whose names look like one, and any other one by name, kind and role."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.curation.review import names_alike
from analysis.dashboard.evidence import sentences
from analysis.dashboard.frame.source import once
from analysis.dashboard.review import draft, judging
from analysis.dashboard.review.draft import Draft
from analysis.dashboard.ui.controls import link, switch
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import empty, label, note, section
from analysis.model import ACTS, KINDS, Selection, content_hash
from analysis.report.reader import swatch
from analysis.store.corrections import (
    Correction,
    OtherKind,
    OtherRole,
    SameSpeaker,
    SplitSpeaker,
    TwoSpeakers,
)
from analysis.wording.numbers import count, counted

_AT_ONCE, _SENTENCES = 12, 3
_WAYS = {"same": "Same as another", "name": "Another name", "split": "Two people", "facts": "Kind and role"}
_MOST_ARTICLES = 200
_PLACE = "speaker"

Made = tuple[list[Correction], str]
_NOTHING: Made = ([], "")


def pairs(view: View) -> None:
    """Draw the pairs of names that look like one, the loudest first."""
    found = once(_alike, view.of(Selection()))
    section(
        "Names that look like one",
        "Of the whole corpus: the same surname, or nearly the same name; by the words of the smaller one",
    )
    if found.empty:
        empty("No two names look like one. To join two others, choose one of them under “Speakers” above.")
        return
    wanted = sentences.length_of("pairs", _AT_ONCE)
    known = view.speakers.set_index("speaker")
    for row in found.head(wanted).to_dict("records"):
        _pair(view, str(row["speaker"]), str(row["other"]), str(row["reason"]), known)
    if len(found) > wanted:
        sentences.more_button("pairs", _AT_ONCE)


def _alike(view: View) -> pd.DataFrame:
    return names_alike(view.corpus, speakers=view.speakers)


def _pair(view: View, speaker: str, other: str, reason: str, known: pd.DataFrame) -> None:
    place = f"pair-{content_hash(speaker, other)}"
    both = "".join(_side(view, name, known.loc[name].to_dict()) for name in (speaker, other))
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
            disabled=view.is_sample,
            help="They stay as they are, and are not offered again",
        )
        link("Their sentences", f"said-{place}", draft.begin, place, "said")
    what = draft.begun(place)
    if what == "said":
        _said(view, (speaker, other), place)
    elif what:
        kept, gone = (speaker, other) if what == "first" else (other, speaker)
        made = SameSpeaker(by=draft.signer(), name=gone, speaker=kept)
        draft.panel(view, Draft(place, f"{gone} is {kept}", (made,)))


def _side(view: View, name: str, row: dict[Any, Any]) -> str:
    mark = swatch(name, row["kind"], mode=mode(), colors=view.colors)
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


def _said(view: View, names: tuple[str, str], place: str) -> None:
    """Sentences of both, so that one sees who they are."""
    found = []
    for name in names:
        chosen = view.of(Selection(speakers=(name,), acts=ACTS, distinct_stories=False))
        ids = chosen.quotations["article_id"].drop_duplicates().head(_SENTENCES).tolist()
        found.append(chosen.evidence_in(ids).drop_duplicates("article_id"))
    with st.container(key=f"whole-{place}"):
        sentences.quotations(view, pd.concat(found, ignore_index=True), key="said", newest_first=False)
        link("Close", f"close-{place}", draft.cancel)


def _apart(speaker: str, other: str) -> None:
    made = TwoSpeakers(by=draft.signer(), name=other, speaker=speaker)
    draft.WHY.forget()
    draft.save(Draft("apart", f"{speaker} and {other} are two speakers", (made,)))


def speakers(view: View) -> None:
    """Draw the choice of a speaker, and of what is wrong with them."""
    section("A speaker", "What is corrected here holds in the whole corpus, also for what is added later")
    if view.speakers.empty:
        empty("Nobody speaks in this corpus yet. Add articles that quote somebody.")
        return
    name = judging.speaker_field(view, "Speaker", "reviewed", first=view.selection.speakers)
    if name is None:
        note("Choose the speaker whose name, kind or role is wrong, or who is two people or another one.")
        return
    if judging.facts_of(view, name) is None:
        empty(f"Nobody in this corpus is called “{name}”. Choose a name of the list.")
        return
    _known(view, name)
    way = switch("What is wrong", _WAYS, "speaker-way")
    corrections, words = {"same": _same, "name": _name, "split": _split, "facts": _facts}[way](view, name)
    if corrections:
        draft.panel(view, Draft(_PLACE, words, tuple(corrections)))


def _known(view: View, name: str) -> None:
    known = view.speakers
    row = known[known["speaker"] == name].iloc[0]
    facts = [str(row["kind"])]
    if isinstance(row["role"], str) and row["role"]:
        facts.append(row["role"])
    facts.append(
        f"{counted(int(row['quotations']), 'quotation')} in {counted(int(row['articles']), 'article')}"
    )
    if len(row["aliases"]):
        facts.append("also called " + ", ".join(row["aliases"][:8]))
    note(" · ".join(facts))
    joined = [
        one for one in view.corpus.standing.holding if isinstance(one, SameSpeaker) and one.speaker == name
    ]
    for one in joined:
        note(f"{one.by} has joined {one.name} to this speaker: undo that under “Corrections”.")


def _same(view: View, name: str) -> Made:
    other = judging.speaker_field(view, "Is the same as", "same-as")
    if other is None:
        return _NOTHING
    if other == name:
        note("That is the speaker itself. Choose another one.")
        return _NOTHING
    if judging.facts_of(view, other) is None:
        note(f"Nobody in this corpus is called “{other}”. For a new name, choose “Another name”.")
        return _NOTHING
    return [SameSpeaker(by=draft.signer(), name=name, speaker=other)], f"{name} is {other}"


def _name(view: View, name: str) -> Made:
    new = (st.text_input("The right name", key="new-name", max_chars=200) or "").strip()
    if not new or new == name:
        return _NOTHING
    if judging.facts_of(view, new) is not None:
        note(f"{new} is in the corpus already: the two become one.")
    return [SameSpeaker(by=draft.signer(), name=name, speaker=new)], f"{name} is called {new}"


def _facts(view: View, name: str) -> Made:
    kind, role = judging.facts_of(view, name) or ("person", None)
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


def _split(view: View, name: str) -> Made:
    """In the chosen articles the name is somebody else."""
    articles = _articles(view, name)
    more = f"; the newest {count(_MOST_ARTICLES)} are listed" if len(articles) > _MOST_ARTICLES else ""
    note(f"Choose the articles in which {name} is somebody else{more}.")
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
    other = judging.named(view, "split", words="Who it is there") if picked else None
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


def _articles(view: View, name: str) -> pd.DataFrame:
    """The articles that quote a speaker, newest first, with each name there."""
    chosen = Selection(speakers=(name,), acts=ACTS, distinct_stories=False)
    rows = view.corpus.quotations(
        chosen, columns=("article_id", "outlet", "published", "title", "speaker_in_article")
    ).rename(columns={"speaker_in_article": "called"})
    rows = rows.drop_duplicates(["article_id", "called"])
    return rows.sort_values("published", ascending=False, na_position="last", kind="stable").reset_index(
        drop=True
    )
