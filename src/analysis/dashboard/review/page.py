"""What should be checked and corrected first, and what has been corrected so far?"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame import pinned
from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import (
    alike,
    doubtful,
    draft,
)
from analysis.dashboard.review import (
    corrections as corrections_list,
)
from analysis.dashboard.review import (
    speakers as speakers_review,
)
from analysis.dashboard.ui import headline, parts
from analysis.measures.totals import Totals, summary
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import count, counted, share

_PARTS: dict[str, tuple[str, Callable[[View], None]]] = {
    "quotations": ("Quotations", doubtful.queue),
    "names": ("Names", alike.pairs),
    "speakers": ("Speakers", speakers_review.speakers),
    "corrections": ("Corrections", corrections_list.corrections),
}


def page() -> None:
    """Draw what is worth checking, and the part that is chosen."""
    view = parts.view()
    base, articles = view.shown.quotations(view.selection), view.shown.articles(view.selection)
    totals = summary(base, articles)
    parts.heading("What to check first", view.words)
    if not view.shown.corpus.analyzers:
        parts.nothing(view)
        parts.foot(_stamp(view, totals))
        return
    draft.last_saved()
    _figures(view, totals)
    with st.container(
        horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", key="review-parts"
    ):
        chosen = st.segmented_control(
            "Review",
            list(_PARTS),
            format_func=lambda name: _PARTS[name][0],
            default="quotations",
            key="part",
            bind="query-params",
            required=True,
            label_visibility="collapsed",
            on_change=pinned.take_up,
        )
        if not view.shown.is_sample:
            draft.name_field()
    if view.shown.is_sample:
        draft.sample_note("to-add")
    _PARTS[str(chosen)][1](view)
    parts.foot(_stamp(view, totals))


def _figures(view: View, totals: Totals) -> None:
    queue = doubtful.first(view)
    waiting, doubt = int(queue.attrs["quotations"]), float(queue.attrs["doubtful_words"])
    holding = view.shown.corpus.standing.holding
    unattributed = totals.unattributed_share
    nobody = Behind(UNATTRIBUTED, speakers=(None,), within=view.selection)
    headline.figures(
        view,
        [
            ("In doubt", share(doubt / totals.words if totals.words else None) or "–", "of quoted words"),
            ("Unattributed", share(unattributed) or "–", "of quoted words"),
            ("Checked", count(totals.quotations - waiting), f"of {counted(totals.quotations, 'quotation')}"),
            ("Corrections", count(len(holding)), "hold now"),
        ],
        [_to("quotations"), nobody, _to("corrections"), _to("corrections")],
    )


def _to(part: str) -> Callable[[], None]:
    def turn() -> None:
        st.session_state["part"] = part
        pinned.take_up()

    return turn


def _stamp(view: View, totals: Totals) -> str:
    words = "In doubt: words × what is wanting in confidence, and all unattributed words"
    return parts.stamp(totals, words)
