"""End a page: with its line of method, or with why there is nothing to show."""

from __future__ import annotations

import html

import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame import address
from analysis.dashboard.frame.state import HERE
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import empty
from analysis.measures.totals import Totals
from analysis.report.stamp import method_line
from analysis.wording.selections import SAMPLE


def stamp(view: View, metric: str = "Quoted words of statements", totals: Totals | None = None) -> str:
    """The line of method, the same as on the command line and in files; by default of the whole base."""
    line = method_line(view, metric, totals)
    return f"{line} {SAMPLE}" if view.is_sample else line


def foot(line: str) -> None:
    """Draw the line of method at the foot of a page, and the way to the page that explains it."""
    st.html(f'<footer class="nv-foot">{html.escape(line)}</footer>')
    if HERE.get() != "method":
        link("Method", "to-method", address.open_page, "method")


def nothing(view: View) -> None:
    """Say why there is nothing to show, and what to do: add articles, or filter less."""
    if not view.corpus.ids():
        empty("No articles yet. Add files or paste a text under “Add articles”.")
    else:
        empty("No articles fit these filters. Widen the dates or clear filters.")
