"""Which quotations should be checked first? Each with its sentence, and what may be said of it."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame import pinned
from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import draft, judging
from analysis.dashboard.ui import parts
from analysis.model import Analysis
from analysis.report.reader import UNATTRIBUTED, quotation_anchor, swatch
from analysis.wording.names import fitted
from analysis.wording.numbers import counted, share

_AT_ONCE = 8


def queue(shown: View) -> None:
    """Draw the quotations that are most worth checking, eight at once."""
    wanted, skipped = _length(), _skipped()
    found = first(shown)
    rows = found[~found["quotation_id"].isin(skipped)]
    parts.section(
        "Quotations to check first",
        "Those whose words may be credited wrongly: many words of little confidence, and unattributed ones",
    )
    if rows.empty:
        parts.empty(_nothing(shown, len(skipped)))
    known = shown.shown.analyses(rows["article_id"].head(wanted))
    for row in rows.head(wanted).to_dict("records"):
        _item(shown, row, known.get(str(row["article_id"])))
    _take_up()
    with st.container(horizontal=True):
        if len(rows) > wanted:
            st.button(f"Show {_AT_ONCE} more", key="more-queue", on_click=_more, args=(wanted,))
        if skipped:
            st.button(f"Show what was skipped ({len(skipped)})", key="unskip", on_click=_unskip)


def _take_up() -> None:
    """The way to figures and an order that know what was decided here."""
    done = pinned.done()
    if not done:
        return
    with st.container(key="take-up", horizontal=True, vertical_alignment="center"):
        parts.note(f"{counted(len(done), 'correction')} saved here. Figures and order are as before them.")
        st.button("Take them up", key="taken-up", on_click=pinned.take_up)


def _nothing(shown: View, skipped: int) -> str:
    if skipped:
        return "You have skipped all that is left. Show it again below."
    if shown.shown.quotations(shown.selection).empty:
        return "No quotations fit these filters. Widen the dates or clear filters."
    return "Nothing left to check here: every quotation of this selection has been confirmed or corrected."


def _item(shown: View, row: dict[Any, Any], analysis: Analysis | None) -> None:
    quotation_id, article_id = str(row["quotation_id"]), str(row["article_id"])
    speaker = row["speaker"] if isinstance(row["speaker"], str) else None
    others = () if analysis is None else tuple(q.speaker for q in analysis.quotations if q.speaker)
    item = judging.Judged(quotation_id, article_id, speaker, others, is_queued=True)
    place = f"q-{quotation_id}"
    if draft.decided(place, str(row["text"])):
        return
    st.html(card(shown, row, analysis))
    evidence.article_link(
        article_id, key=f"open-{place}", title=row["title"], place=quotation_anchor(quotation_id)
    )
    with st.container(horizontal=True, key=f"judge-{place}", vertical_alignment="center"):
        judging.verdicts(item, place)
        st.button("Skip", key=f"skip-{place}", type="tertiary", on_click=_skip, args=(quotation_id,))
    judging.verdict(shown, item, place)


def card(shown: View, row: dict[Any, Any], analysis: Analysis | None) -> str:
    """A quotation in its sentences, with who is said to say it and how sure that is."""
    mode, colors = parts.mode(), shown.shown.colors()
    speaker = row["speaker"] if isinstance(row["speaker"], str) else None
    kind = row["kind"] if isinstance(row["kind"], str) else None
    mark = swatch(speaker, kind, mode=mode, colors=colors)
    sure = f"confidence {share(row['confidence'])}" if speaker else ""
    about = evidence.about(row["outlet"], row["published"])
    facts = " · ".join(part for part in (row["form"], sure, counted(int(row["words"]), "word")) if part)
    named = html.escape(fitted(speaker or UNATTRIBUTED, 80))
    words = f"<b>{mark}<bdi>{named}</bdi></b> · {html.escape(facts)} · {about}"
    return evidence.in_sentences(row, analysis, words, mode=mode, colors=colors)


def first(shown: View) -> pd.DataFrame:
    """As much of the queue as the page shows; in its ``attrs`` how much there is in all."""
    return shown.shown.review_queue(_length() + len(_skipped()) + 1, shown.selection)


def _length() -> int:
    return int(st.session_state.get("queue-length", _AT_ONCE))


def _skipped() -> set[str]:
    return set(st.session_state.get("skipped", ()))


def _more(wanted: int) -> None:
    st.session_state["queue-length"] = wanted + _AT_ONCE


def _skip(quotation_id: str) -> None:
    st.session_state["skipped"] = {*_skipped(), quotation_id}
    draft.cancel()


def _unskip() -> None:
    st.session_state["skipped"] = set()
