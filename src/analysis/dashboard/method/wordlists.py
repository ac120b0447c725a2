"""Which words does the analysis know? The lists themselves, with where each comes from."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd
import streamlit as st

from analysis.dashboard.ui import parts
from analysis.wording.numbers import count

_LANGUAGE = "en"


def lists() -> None:
    """Draw the list of lists; a row opens the words."""
    names = sorted(
        entry.name.removesuffix(".txt")
        for entry in files("analysis.resources").joinpath(_LANGUAGE).iterdir()
        if entry.name.endswith(".txt")
    )
    parts.section("Word lists", "Part of the program, one file each; choose a row to see its words")
    rows = [(name.replace("_", " "), count(len(_entries(name))), _origin(name)) for name in names]
    picked = st.dataframe(
        pd.DataFrame(rows, columns=["List", "Entries", "What it is and where it comes from"]),
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=320,
        key="word-lists",
        column_config={
            "What it is and where it comes from": st.column_config.TextColumn(
                "What it is and where it comes from", width="large"
            )
        },
    )["selection"]
    places = [*picked["rows"], *(row for row, _ in picked["cells"])]
    if places:
        name = names[places[0]]
        st.text_area(
            f"Words of the list {name.replace('_', ' ')}",
            "\n".join(_entries(name)),
            height=260,
            disabled=True,
        )


@st.cache_data(max_entries=64, show_spinner=False)
def _lines(name: str) -> list[str]:
    return files("analysis.resources").joinpath(_LANGUAGE, f"{name}.txt").read_text("utf-8").splitlines()


def _entries(name: str) -> list[str]:
    return [line for line in _lines(name) if line.strip() and not line.startswith("#")]


def _origin(name: str) -> str:
    return " ".join(line.lstrip("# ") for line in _lines(name)[:1] if line.startswith("#"))
