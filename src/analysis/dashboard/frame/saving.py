"""Save what is shown: a selection as report, workbook or stamp, a chart as image or numbers.

Nothing is made before somebody asks for it. The menu of a chart is a fragment,
so that opening it draws nothing else anew. Images are drawn in the reader's own
browser, which has loaded plotly.js already: neither Chrome nor Kaleido is
needed on the server. Only PDF needs both.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.charts.export import as_image, can_draw_images, export_figure, file_name
from analysis.charts.palette import Mode
from analysis.dashboard.frame.filters import view
from analysis.dashboard.frame.state import METRIC
from analysis.measures.shares import Metric
from analysis.report.stamp import figures_of, stamp_of
from analysis.wording.cells import csv_text

Draw = Callable[[Mode], go.Figure]

_HTML = (
    "<button type='button' data-format='png'>PNG</button>"
    "<button type='button' data-format='svg'>SVG</button><span></span>"
)
_CSS = """
button { font: inherit; font-size: 14px; min-height: 40px; margin-right: .5rem; padding: 0 .9rem;
  cursor: pointer;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
button:focus-visible { outline: 2px solid var(--st-link-color); }
span { font-size: 13px; color: var(--st-gray-text-color); }
"""
_JS = """
export default function ({ parentElement, data }) {
  const note = parentElement.querySelector('span');
  for (const button of parentElement.querySelectorAll('button')) {
    button.onclick = async () => {
      if (!window.Plotly) {
        note.textContent = 'Wait until the chart is drawn, then try again.';
        return;
      }
      note.textContent = '';
      const figure = JSON.parse(data.figure);
      const format = button.dataset.format;
      try {
        await window.Plotly.downloadImage(figure, { format, filename: data.name, width: figure.layout.width,
          height: figure.layout.height, scale: format === 'png' ? 2 : 1 });
      } catch (error) { note.textContent = 'The image could not be drawn: ' + error.message; }
    };
  }
}
"""
_IMAGE_BUTTONS = st.components.v2.component("newsvoices_image", html=_HTML, css=_CSS, js=_JS)


def selection_menu(view: View) -> None:
    """Draw in the sidebar the files that a selection is saved as."""
    with st.sidebar, st.popover("Save this selection", width="stretch", key="save-selection"):
        st.html('<p class="nv-note">All that the filters choose, with its method.</p>')
        for words, make, (what, ending), mime, key, tip in (
            (
                "Report (HTML)",
                _report,
                ("report", "html"),
                "text/html",
                "save-report",
                "One page with charts, numbers and quotations; needs no network, can be printed",
            ),
            (
                "Workbook (Excel)",
                _workbook,
                ("selection", "xlsx"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "save-workbook",
                "Measures, articles and quotations, each on a sheet",
            ),
            (
                "Method stamp (JSON)",
                _stamp_of_shares,
                ("stamp", "json"),
                "application/json",
                "save-stamp",
                "What stands behind the shares of voice; newsvoices reproduce makes them again from it",
            ),
        ):
            name = _file_name(f"newsvoices-{what}", view, ending)
            st.download_button(words, partial(make, view), name, mime, key=key, on_click="ignore", help=tip)


@st.fragment
def chart_menu(name: str, title: str, line: str, draw: Draw, table: pd.DataFrame, footer: str) -> None:
    """Draw the menu “Save” of a chart: PNG, SVG, CSV, and PDF where Kaleido and a browser are installed."""
    with st.popover("Save", type="tertiary", key=f"save-{name}", on_change="rerun") as opened:
        if not opened.open:
            return
        # Always the light figure: an image stands on somebody else's page.
        image = export_figure(draw("light"), title=title, unit_line=line, footer=footer)
        stem = _file_name(name, view(), "png").removesuffix(".png")
        _IMAGE_BUTTONS(key=f"image-{name}", data={"figure": image.to_json(), "name": stem})
        with st.container(horizontal=True, gap="small"):
            csv_button(name, table, footer)
            if can_draw_images():
                st.download_button(
                    "PDF",
                    lambda: as_image(image, "pdf"),
                    f"{stem}.pdf",
                    "application/pdf",
                    key=f"pdf-{name}",
                    on_click="ignore",
                )


def csv_button(name: str, table: pd.DataFrame, method: str) -> None:
    """Draw a button that saves a table with its method."""
    st.download_button(
        "CSV",
        lambda: as_csv(table, method),
        _file_name(name, view(), "csv"),
        "text/csv",
        key=f"csv-{name}",
        on_click="ignore",
    )


def as_csv(table: pd.DataFrame, method: str) -> bytes:
    """A table for a spreadsheet: UTF-8 with its mark, and nothing that runs as a formula.

    The method stands in a last column, in its first row: comment lines would be rows to most readers.
    """
    methods = [method, *[""] * (len(table) - 1)][: len(table)]
    return csv_text(table.assign(method=methods)).encode("utf-8-sig", "replace")


def stamp(view: View, metric: Metric) -> bytes:
    """What stands behind the shares of voice of a selection, as `newsvoices reproduce` reads it."""
    figures = figures_of(MEASURES["share-of-voice"].table(view, metric))
    return stamp_of(view, "share-of-voice", metric, figures).as_json().encode("utf-8", "replace")


def _stamp_of_shares(view: View) -> bytes:
    return stamp(view, METRIC.get() or "words")


def _report(view: View) -> bytes:
    from analysis.report.page import report_page

    return report_page(view).encode("utf-8", "replace")


def _workbook(view: View) -> bytes:
    from analysis.report.spreadsheets import workbook

    return workbook(view)


def _file_name(what: str, view: View, ending: str) -> str:
    return file_name(what, view.selection.date_from, view.selection.date_to, ending)
