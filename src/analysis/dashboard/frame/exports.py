"""How does a reader take the selection away: as a workbook, as a report?

Nothing is made before somebody asks for it.
"""

from __future__ import annotations

import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View as CorpusView
from analysis.charts.export import file_name
from analysis.dashboard.frame.filters import View
from analysis.measures.shares import Metric
from analysis.report.stamp import figures_of, stamp_of


def menu(view: View) -> None:
    """Draw the choice of files in the sidebar."""
    with st.sidebar, st.popover("Save this selection", width="stretch", key="save-selection"):
        st.html('<p class="nv-note">All that the filters choose, with its method.</p>')
        st.download_button(
            "Report (HTML)",
            lambda: _report(view),
            _name(view, "report", "html"),
            "text/html",
            key="save-report",
            on_click="ignore",
            help="One page with charts, numbers and quotations; needs no network, can be printed",
        )
        st.download_button(
            "Workbook (Excel)",
            lambda: _workbook(view),
            _name(view, "selection", "xlsx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="save-workbook",
            on_click="ignore",
            help="Measures, articles and quotations, each on a sheet",
        )
        st.download_button(
            "Method stamp (JSON)",
            lambda: stamp(view, st.session_state.get("by") or "words"),
            _name(view, "stamp", "json"),
            "application/json",
            key="save-stamp",
            on_click="ignore",
            help="What stands behind the shares of voice; newsvoices reproduce makes them again from it",
        )


def _report(view: View) -> bytes:
    from analysis.report.page import report_page

    page = report_page(CorpusView(view.shown.corpus, view.selection, is_sample=view.shown.is_sample))
    return page.encode("utf-8", "replace")


def _workbook(view: View) -> bytes:
    from analysis.report.spreadsheets import workbook

    return workbook(CorpusView(view.shown.corpus, view.selection))


def stamp(view: View, metric: Metric) -> bytes:
    """What stands behind the shares of voice of a selection, as `newsvoices reproduce` reads it."""
    asked = CorpusView(view.shown.corpus, view.selection)
    figures = figures_of(MEASURES["share-of-voice"].table(asked, metric))
    return stamp_of(asked, "share-of-voice", metric, figures).as_json().encode("utf-8", "replace")


def _name(view: View, what: str, ending: str) -> str:
    return file_name(f"newsvoices-{what}", view.selection.date_from, view.selection.date_to, ending)
