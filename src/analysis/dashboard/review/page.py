"""The page “Review”: what should be checked and corrected first, and what has been corrected so far."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.evidence import headline
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame import filters, versions
from analysis.dashboard.frame.foot import foot, nothing, stamp
from analysis.dashboard.review import corrections, doubtful, draft, speakers
from analysis.dashboard.ui.controls import switch
from analysis.dashboard.ui.text import heading
from analysis.measures.totals import Totals, summary
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import count, counted, share

_PART = "part"
_PARTS: dict[str, tuple[str, Callable[[View], None]]] = {
    "quotations": ("Quotations", doubtful.queue),
    "names": ("Names", speakers.pairs),
    "speakers": ("Speakers", speakers.speakers),
    "corrections": ("Corrections", corrections.corrections),
}


def page() -> None:
    """Draw what is worth checking, and the part that is chosen."""
    view = filters.view()
    totals = summary(view.quotations, view.quoting_articles)
    heading("What to check first", view.words)
    if not view.corpus.analyzers:
        nothing(view)
        foot(_stamp(view, totals))
        return
    draft.last_saved()
    _figures(view, totals)
    with st.container(
        horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", key="review-parts"
    ):
        words = {name: words for name, (words, _) in _PARTS.items()}
        chosen = switch("Review", words, _PART, is_bound=True, on_change=versions.take_up)
        if not view.is_sample:
            draft.name_field()
    if view.is_sample:
        draft.sample_note("to-add")
    _PARTS[chosen][1](view)
    foot(_stamp(view, totals))


def _figures(view: View, totals: Totals) -> None:
    queue = doubtful.first(view)
    waiting, doubt = queue.quotations, queue.doubtful_words
    holding = view.corpus.standing.holding
    unattributed = totals.unattributed_share
    nobody = Behind(UNATTRIBUTED, speakers=(None,), within=view.selection)
    doubted = share(doubt / totals.words if totals.words else None) or "–"
    checked, of_all = count(totals.quotations - waiting), f"of {counted(totals.quotations, 'quotation')}"
    headline.figures(
        view,
        [
            (("In doubt", doubted, "of quoted words"), _to("quotations")),
            (("Unattributed", share(unattributed) or "–", "of quoted words"), nobody),
            (("Checked", checked, of_all), _to("corrections")),
            (("Corrections", count(len(holding)), "hold now"), _to("corrections")),
        ],
    )


def _to(part: str) -> Callable[[], None]:
    def turn() -> None:
        st.session_state[_PART] = part
        versions.take_up()

    return turn


def _stamp(view: View, totals: Totals) -> str:
    words = "In doubt: words × what is wanting in confidence, and all unattributed words"
    return stamp(view, words, totals)
