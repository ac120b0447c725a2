"""Draw the quotations to check first, each in its sentences, with what may be said of it."""

from __future__ import annotations

import html
from typing import Any

import streamlit as st

from analysis.catalog.view import View
from analysis.curation.review import Queue, review_queue
from analysis.dashboard.evidence import sentences
from analysis.dashboard.frame import versions
from analysis.dashboard.frame.source import once
from analysis.dashboard.frame.state import Memory
from analysis.dashboard.review import draft, judging
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import empty, note, section
from analysis.model import Analysis
from analysis.report.reader import quotation_anchor
from analysis.wording.numbers import counted, share

_AT_ONCE = 8
_SKIPPED = Memory[frozenset[str]]("skipped", frozenset())


def queue(view: View) -> None:
    """Draw the quotations that are most worth checking, eight at once."""
    wanted, skipped = sentences.length_of("queue", _AT_ONCE), _SKIPPED.get()
    found = first(view).table
    rows = found[~found["quotation_id"].isin(skipped)]
    section(
        "Quotations to check first",
        "Those whose words may be credited wrongly: many words of little confidence, and unattributed ones",
    )
    if rows.empty:
        empty(_nothing(view, len(skipped)))
    known = view.analyses(rows["article_id"].head(wanted))
    for row in rows.head(wanted).to_dict("records"):
        _item(view, row, known.get(str(row["article_id"])))
    _take_up()
    with st.container(horizontal=True):
        if len(rows) > wanted:
            sentences.more_button("queue", _AT_ONCE)
        if skipped:
            st.button(f"Show what was skipped ({len(skipped)})", key="unskip", on_click=_SKIPPED.forget)


def _take_up() -> None:
    """The way to figures and an order that know what was decided here."""
    done = versions.done()
    if not done:
        return
    with st.container(key="take-up", horizontal=True, vertical_alignment="center"):
        note(f"{counted(len(done), 'correction')} saved here. Figures and order are as before them.")
        st.button("Take them up", key="taken-up", on_click=versions.take_up)


def _nothing(view: View, skipped: int) -> str:
    if skipped:
        return "You have skipped all that is left. Show it again below."
    if view.quotations.empty:
        return "No quotations fit these filters. Widen the dates or clear filters."
    return "Nothing left to check here: every quotation of this selection has been confirmed or corrected."


def _item(view: View, row: dict[Any, Any], analysis: Analysis | None) -> None:
    quotation_id, article_id = str(row["quotation_id"]), str(row["article_id"])
    speaker = row["speaker"] if isinstance(row["speaker"], str) else None
    others = () if analysis is None else tuple(q.speaker for q in analysis.quotations if q.speaker)
    item = judging.Judged(quotation_id, article_id, speaker, others, is_queued=True)
    place = f"q-{quotation_id}"
    if draft.decided(place, str(row["text"])):
        return
    st.html(_card(view, row, analysis))
    sentences.article_link(
        article_id, key=f"open-{place}", title=row["title"], place=quotation_anchor(quotation_id)
    )
    with st.container(horizontal=True, key=f"judge-{place}", vertical_alignment="center"):
        judging.verdicts(item, place)
        link("Skip", f"skip-{place}", _skip, quotation_id)
    judging.verdict(view, item, place)


def _card(view: View, row: dict[Any, Any], analysis: Analysis | None) -> str:
    """A quotation in its sentences, with who is said to say it and how sure that is."""
    sure = f"confidence {share(row['confidence'])}" if isinstance(row["speaker"], str) else ""
    facts = " · ".join(part for part in (row["form"], sure, counted(int(row["words"]), "word")) if part)
    who, about = (
        sentences.voice(view, row["speaker"], row["kind"]),
        sentences.about(row["outlet"], row["published"]),
    )
    return sentences.in_sentences(view, row, analysis, f"{who} · {html.escape(facts)} · {about}")


def first(view: View) -> Queue:
    """As much of the queue as the page shows."""
    return once(_queue, view, sentences.length_of("queue", _AT_ONCE) + len(_SKIPPED.get()) + 1)


def _queue(view: View, limit: int) -> Queue:
    return review_queue(view.corpus, view.selection, limit=limit)


def _skip(quotation_id: str) -> None:
    _SKIPPED.set(_SKIPPED.get() | {quotation_id})
    draft.cancel()
