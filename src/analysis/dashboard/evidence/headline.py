"""Draw the row of figures at the head of a page, each leading to what stands behind it.

The figures are one piece of HTML; over each lies a button without color, since
HTML cannot call back. A reader's keyboard and voice meet the buttons.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame import address
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import plain

Figure = tuple[str, str, str]
"""Label, number and note."""

Leads = Behind | str | Callable[[], None]
"""The sentences behind a number, the page that lists what it counts, or how that is shown on this page."""

_PLACE = "figures"


def figures(view: View, items: Sequence[tuple[Figure, Leads]]) -> None:
    """Draw figures, each with what a click on it opens, and below them what was opened."""
    cells = "".join(
        f"<div><dt>{html.escape(label)}</dt><dd>{html.escape(number)}</dd><small>{html.escape(note)}</small></div>"
        for (label, number, note), _ in items
    )
    with st.container(key="figures"):
        st.html(f'<dl class="nv-figures">{cells}</dl>')
        with st.container(key="figure-links"):
            for place, ((label, number, _), lead) in enumerate(items):
                link(plain(f"{label}: {number}. Show what is behind it"), f"figure-{place}", _open, lead)
    behind.panel(view, _PLACE)


def said(view: View, what: str, *, form: str | None = None, tone: int | None = None) -> Behind:
    """The quotations that the filters choose, those of speakers and kinds included."""
    within = view.selection if view.selection.names_speakers else None
    return Behind(f"{what}: {view.words}", form=form, tone=tone, within=within)


def _open(lead: Leads) -> None:
    if isinstance(lead, str):
        address.open_page(lead)
    elif isinstance(lead, Behind):
        behind.remember(_PLACE, lead)
    else:
        behind.remember(_PLACE, None)
        lead()
