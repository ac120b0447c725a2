"""Which articles are one story with this one, and how is that corrected?"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import draft
from analysis.dashboard.ui import parts
from analysis.dashboard.ui.markdown import label
from analysis.model import Analysis, Selection
from analysis.store.corrections import JoinStory, LeaveStory
from analysis.wording.numbers import count, counted, day

_MOST_LISTED, _MOST_FOUND = 12, 20


def copies(view: View, analysis: Analysis) -> None:
    """List where else the story of an article is printed; nothing for one that stands alone."""
    article_id = analysis.article.article_id
    rows = view.shown.corpus.story(article_id)
    if len(rows) < 2:
        return
    parts.section(f"Printed {counted(len(rows), 'time')}", "Near-copies of one text; figures count them once")
    others = rows[rows["article_id"] != article_id]
    for row in others.head(_MOST_LISTED).to_dict("records"):
        st.html(f'<div class="nv-meta">{evidence.about(row["outlet"], row["published"])}</div>')
        evidence.article_link(
            str(row["article_id"]), key=f"open-copy-{row['article_id']}", title=row["title"]
        )
    if len(others) > _MOST_LISTED:
        parts.note(f"and {count(len(others) - _MOST_LISTED)} more")


def change(view: View, analysis: Analysis) -> None:
    """Draw the ways to part an article from its story, or to join it with another."""
    article_id = analysis.article.article_id
    rows = view.shown.corpus.story(article_id)
    if len(rows) > 1:
        others = counted(len(rows) - 1, "other article")
        parts.note(f"It is taken for a copy of {others}, listed beside the text.")
        if draft.begun("story") == "alone":
            made = LeaveStory(by=draft.signer(), article_id=article_id)
            draft.panel(view, draft.Draft("story", "A story of its own", (made,)))
        else:
            st.button("A story of its own", key="story-alone", on_click=draft.begin, args=("story", "alone"))
    else:
        parts.note("It is a story of its own: no near-copy of it is known.")
    _join(view, article_id, set(rows["article_id"]))


def _join(view: View, article_id: str, story: set[str]) -> None:
    words = st.text_input(
        "Is a copy of",
        key="story-find",
        placeholder="Words of the other article’s title or outlet",
        max_chars=200,
    )
    if not words or not words.strip():
        return
    every = view.shown.articles(Selection(distinct_stories=False))
    found = _found(every[~every["article_id"].isin(story)], words)
    if found.empty:
        parts.note("No other article has these words in title or outlet. Try fewer.")
        return
    called = {str(row["article_id"]): _called(row) for row in found.head(_MOST_FOUND).to_dict("records")}
    more = (
        f"Choose one; the newest {_MOST_FOUND} of {count(len(found))} are listed"
        if len(found) > _MOST_FOUND
        else "Choose one"
    )
    other = st.selectbox(
        "Which article",
        list(called),
        format_func=called.__getitem__,
        index=None,
        key="story-other",
        placeholder=more,
    )
    if other is None:
        return
    links.article_link(f"Read {label(called[other], 80)}", other, key="open-other")
    made = JoinStory(by=draft.signer(), article_id=article_id, other_id=other)
    draft.panel(view, draft.Draft("join", f"The same story as {called[other]}", (made,)))


def _found(rows: pd.DataFrame, words: str) -> pd.DataFrame:
    place = rows["title"].fillna("").str.cat(rows["outlet"].fillna(""), sep=" ").str.casefold()
    for word in words.casefold().split():
        rows = rows[place.loc[rows.index].str.contains(word, regex=False)]
    return rows


def _called(row: dict[Any, Any]) -> str:
    title = row["title"] if isinstance(row["title"], str) and row["title"].strip() else "No title"
    published = row["published"]
    when = day(published) if isinstance(published, pd.Timestamp) and not pd.isna(published) else "no date"
    return f"{title} ({row['outlet'] or 'no outlet'}, {when})"
