"""The row of figures at the head of a page: each number leads to what stands behind it.

The figures are one piece of HTML; over each lies a button without color, since
HTML cannot call back. A reader's keyboard and voice meet the buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.dashboard.evidence import behind
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts

Figure = tuple[str, str, str]

Leads = Behind | str | Callable[[], None]
"""The sentences behind a number, the page that lists what it counts, or how that is shown on this page."""

_PLACE = "figures"


def figures(view: View, items: Sequence[Figure], leads: Sequence[Leads]) -> None:
    """Draw label, number and note of each figure, and below them what was opened.

    Args:
        view: What the page shows.
        items: Label, number and note.
        leads: For each figure what a click on it opens.
    """
    with st.container(key="figures"):
        parts.figures(items)
        with st.container(key="figure-links"):
            for place, ((label, number, _), lead) in enumerate(zip(items, leads, strict=True)):
                st.button(
                    parts.plain(f"{label}: {number}. Show what is behind it"),
                    key=f"figure-{place}",
                    type="tertiary",
                    on_click=_open,
                    args=(lead,),
                )
    behind.panel(view, _PLACE)


def said(view: View, what: str, *, form: str | None = None, tone: int | None = None) -> Behind:
    """The quotations that the filters choose, those of speakers and kinds included."""
    within = view.selection if view.selection.names_speakers else None
    return Behind(f"{what}: {view.words}", form=form, tone=tone, within=within)


def _open(lead: Leads) -> None:
    if isinstance(lead, str):
        links.open_page(lead)
    elif isinstance(lead, Behind):
        behind.remember(_PLACE, lead)
    else:
        behind.remember(_PLACE, None)
        lead()
