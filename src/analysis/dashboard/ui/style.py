"""Give pages the look that the theme of Streamlit cannot express."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from analysis.charts.palette import Mode, palette

_SHEETS = (
    ("dashboard.ui", "style"),
    ("dashboard.ui", "frame"),
    ("dashboard.ui", "review"),
    ("report", "reader"),
)
_LINKS = {"light": "#1A56A8", "dark": "#9CC3FA"}


def style() -> None:
    """Draw the style sheets, in the colors of the reader's mode."""
    colors = palette(mode())
    names = ("page", "panel", "ink", "muted", "rule")
    variables = "".join(f"--nv-{name}:{getattr(colors, name)};" for name in names)
    variables += f"--nv-link:{_LINKS[mode()]};"
    sheets = [
        files(f"analysis.{package}").joinpath(f"{name}.css").read_text("utf-8") for package, name in _SHEETS
    ]
    st.html(f"<style>:root{{{variables}}}</style>" + "".join(f"<style>{sheet}</style>" for sheet in sheets))


def mode() -> Mode:
    """Whether the reader's screen is light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"
