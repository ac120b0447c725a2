"""How is a chart saved: as an image, as a drawing for print, as its numbers?

The files of a chart are made when its menu is opened, not with the page; the
menu is a fragment, so that opening it draws nothing else anew.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.charts.export import as_image, can_draw_images, export_figure, file_name
from analysis.charts.palette import Mode
from analysis.dashboard.frame.filters import view
from analysis.dashboard.ui.exporter import image_buttons
from analysis.wording.cells import csv_text

Draw = Callable[[Mode], go.Figure]


@st.fragment
def menu(name: str, title: str, line: str, draw: Draw, table: pd.DataFrame, footer: str) -> None:
    """The menu “Save” of a chart: PNG, SVG, CSV, and PDF where Kaleido and a browser are installed."""
    with st.popover("Save", type="tertiary", key=f"save-{name}", on_change="rerun") as opened:
        if not opened.open:
            return
        # Always the light figure: an image stands on somebody else's page.
        image = export_figure(draw("light"), title=title, unit_line=line, footer=footer)
        selection = view().selection
        stem = file_name(name, selection.date_from, selection.date_to, "png").removesuffix(".png")
        image_buttons(image, stem, key=f"image-{name}")
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
    """A button that saves a table with its method."""
    selection = view().selection
    st.download_button(
        "CSV",
        lambda: as_csv(table, method),
        file_name(name, selection.date_from, selection.date_to, "csv"),
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
