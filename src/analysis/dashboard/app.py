"""Draw the dashboard: its navigation, the filters, and the page that is open."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click
import streamlit as st

from analysis.dashboard.frame import address, filters, saving, source, versions
from analysis.dashboard.frame.state import HERE
from analysis.dashboard.ui.style import style
from analysis.dashboard.ui.text import empty
from analysis.errors import AnalysisError

_PAGES = {
    "overview": "Overview",
    "speakers": "Speakers",
    "compare": "Compare",
    "tone": "Tone",
    "keywords": "Keywords",
    "articles": "Articles",
    "review": "Review",
    "check": "Check a sample",
    "add": "Add articles",
    "method": "Method",
}
_OPTIONS = click.Command("dashboard", params=[click.Option(["--corpus"])], add_help_option=False)


def run(arguments: Sequence[str]) -> None:
    """Draw the page that the address names; for a script that Streamlit runs.

    Args:
        arguments: What was given after ``--``: nothing, or ``--corpus DIR``.
    """
    pages = {
        name: st.Page(
            import_module(f"analysis.dashboard.{name}.page").page,
            title=title,
            url_path=name,
            default=name == "overview",
        )
        for name, title in _PAGES.items()
    }
    chosen = st.navigation(list(pages.values()), position="top")
    HERE.set(chosen.url_path)
    address.follow(pages)
    style()
    try:
        everything = source.open_chosen(corpus_of(arguments))
        view = filters.sidebar(everything)
        saving.selection_menu(view)
        version = view.corpus.version
        versions.notice(version)
        filters.chips(view.selection)
        chosen.run()
        address.address(version, () if chosen is pages["articles"] else (address.ARTICLE,))
    except AnalysisError as error:
        empty(str(error))


def corpus_of(arguments: Sequence[str]) -> str | None:
    """The folder that the arguments name; None where they name none.

    Raises:
        AnalysisError: an argument is not known or lacks its value; nothing else is opened instead.
    """
    try:
        given: str | None = _OPTIONS.make_context("dashboard", list(arguments)).params["corpus"]
    except click.UsageError as error:
        trouble = error.format_message().rstrip(".")
        raise AnalysisError(
            f"{trouble}. Start it with: streamlit run dashboard.py -- --corpus DIR"
        ) from error
    return given
