"""What do all pages have in common? Titles, figures, chart heads, the line of method.

Everything user-given goes through `html.escape`; nothing of it is ever given
to a place that reads markdown.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.palette import Mode, palette
from analysis.dashboard.evidence import behind
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import View, show_only, view
from analysis.dashboard.ui import saving
from analysis.dashboard.ui.markdown import plain
from analysis.dashboard.ui.saving import Draw, csv_button
from analysis.measures.totals import Totals
from analysis.report.stamp import stamp_with
from analysis.wording.names import fitted
from analysis.wording.selections import SAMPLE, in_words

__all__ = [
    "chart",
    "csv_button",
    "empty",
    "facts",
    "figures",
    "foot",
    "heading",
    "mode",
    "note",
    "nothing",
    "plain",
    "section",
    "stamp",
    "style",
    "view",
]


_SHEETS = (
    ("dashboard.ui", "style"),
    ("dashboard.ui", "frame"),
    ("dashboard.ui", "review"),
    ("report", "reader"),
)


def style() -> None:
    """The rules of the look that the theme cannot express, in the colors of the reader's mode."""
    colors = palette(mode())
    link = {"light": "#1A56A8", "dark": "#9CC3FA"}[mode()]
    names = {
        "page": colors.page,
        "panel": colors.panel,
        "ink": colors.ink,
        "muted": colors.muted,
        "rule": colors.rule,
        "link": link,
    }
    variables = "".join(f"--nv-{name}:{color};" for name, color in names.items())
    sheets = (
        files(f"analysis.{package}").joinpath(f"{name}.css").read_text("utf-8") for package, name in _SHEETS
    )
    st.html(f"<style>:root{{{variables}}}</style>" + "".join(f"<style>{sheet}</style>" for sheet in sheets))


def mode() -> Mode:
    """Whether the reader's screen is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def heading(title: str, line: str, *, mark: str = "") -> None:
    """The title of a page and the selection in words; ``mark`` is HTML that stands before the title."""
    st.html(f'<header class="nv-head"><h1>{mark}{_title(title)}</h1><p>{html.escape(line)}</p></header>')


def figures(items: Sequence[tuple[str, str, str]]) -> None:
    """The row of figures: label, number, note."""
    cells = "".join(
        f"<div><dt>{html.escape(label)}</dt><dd>{html.escape(number)}</dd><small>{html.escape(note)}</small></div>"
        for label, number, note in items
    )
    st.html(f'<dl class="nv-figures">{cells}</dl>')


def section(title: str, line: str = "") -> None:
    """The head of a part without a chart."""
    st.html(f'<div class="nv-section"><h2>{_title(title)}</h2><p>{html.escape(line)}</p></div>')


def _title(words: str) -> str:
    """A title that may be a name: never empty, and turning nothing beside it around."""
    return f"<bdi>{html.escape(fitted(words, 240))}</bdi>"


def chart(
    name: str,
    title: str,
    line: str,
    draw: Draw,
    table: pd.DataFrame,
    *,
    footer: str,
    switch: Callable[[], Any] | None = None,
    selects: bool = False,
    opens: behind.Opens | None = None,
) -> None:
    """A chart under its head, with its data and images to save.

    A click on a speaker filters where the chart ``selects``; ``opens`` turns
    what was clicked into the sentences behind it, which open below.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"head-{name}"):
        section(title, line)
        if switch is not None:
            switch()
        saving.menu(name, title, line, draw, table, footer)
    figure = draw(mode())
    meta = figure.layout.meta or {}
    key = behind.chart_key(name)
    options: dict[str, Any] = {}
    if selects or opens:
        options = {"on_select": lambda: _pick(key, name, selects, opens), "selection_mode": "points"}
    st.plotly_chart(
        figure, key=key, theme=None, config={"displayModeBar": False}, alt=meta.get("alt", title), **options
    )
    if meta.get("note"):
        st.html(f'<p class="nv-note">{html.escape(meta["note"])}</p>')
    behind.panel(view(), name)


def _pick(key: str, name: str, selects: bool, opens: behind.Opens | None) -> None:
    points = st.session_state[key]["selection"]["points"]
    meant = next((list(point["customdata"]) for point in points if point.get("customdata")), None)
    if opens:
        behind.remember(name, opens(meant) if meant else None)
    if selects and meant and isinstance(meant[0], str):
        show_only(meant[0])


def stamp(totals: Totals, metric: str = "Quoted words of statements") -> str:
    """The line of method, the same as on the command line and in files."""
    chosen = view()
    line = stamp_with(chosen.shown.corpus, chosen.selection, totals).line(metric, in_words(chosen.selection))
    return f"{line} {SAMPLE}" if chosen.shown.is_sample else line


def foot(line: str) -> None:
    """The line of method at the foot of a page, and the way to the page that explains it."""
    st.html(f'<footer class="nv-foot">{html.escape(line)}</footer>')
    if st.session_state.get("here") != "method":
        st.button("Method", key="to-method", type="tertiary", on_click=links.open_page, args=("method",))


def nothing(shown: View) -> None:
    """Why there is nothing to show, and what to do: add articles, or filter less."""
    if not shown.shown.corpus.ids():
        empty("No articles yet. Add files or paste a text under “Add articles”.")
    else:
        empty("No articles fit these filters. Widen the dates or clear filters.")


def facts(rows: Sequence[tuple[str, str]]) -> None:
    """A table of two columns whose words break instead of being cut."""
    cells = "".join(
        f'<tr><th scope="row">{html.escape(name)}</th><td>{html.escape(words)}</td></tr>'
        for name, words in rows
    )
    st.html(f'<table class="nv-facts">{cells}</table>')


def note(words: str) -> None:
    """A line of explanation in small letters."""
    st.html(f'<p class="nv-note">{html.escape(words)}</p>')


def empty(words: str) -> None:
    """What to do where there is nothing to show."""
    st.html(f'<p class="nv-empty">{html.escape(words)}</p>')
