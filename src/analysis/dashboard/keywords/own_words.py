"""Measure and draw which words one side uses more than another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.charts import frequency as frequency_charts
from analysis.charts.palette import Mode
from analysis.dashboard.evidence import chart
from analysis.dashboard.evidence.behind import Behind, Opens
from analysis.dashboard.frame.source import once
from analysis.dashboard.ui.text import note, section
from analysis.measures.keyness import keyness

_AT_MOST = 6


def against_other_speakers(view: View, speakers: Collection[str]) -> pd.DataFrame:
    """Keyness of what some speakers say against what the others say."""
    return once(_against_other_speakers, view.base, tuple(speakers))


def _against_other_speakers(view: View, speakers: Collection[str]) -> pd.DataFrame:
    said = view.quoted_terms
    said = said[~said["term"].isin(list(names(view)))]
    ours = said["speaker"].isin(list(speakers))
    return keyness(said[ours], said[~ours])


def against_each_other(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Keyness of the terms of each side against those of all other sides."""
    return {
        name: keyness(table, pd.concat([other for its, other in tables.items() if its != name]))
        for name, table in tables.items()
    }


def names(view: View) -> set[str]:
    """The terms that name a speaker in at least half of the articles of the base that use them."""
    return once(_names, view.base)


def _names(view: View) -> set[str]:
    keywords = view.keywords
    term = keywords["term"].cat
    rows, named = (
        np.bincount(codes, minlength=len(term.categories))
        for codes in (term.codes, term.codes[keywords["is_name"]])
    )
    return set(term.categories[(named > 0) & (named >= rows / 2)])


def without_names(view: View, named_by: View | None = None) -> pd.DataFrame:
    """The terms of a view but for those that name a speaker in it, or in ``named_by``."""
    keywords = view.keywords
    return keywords[~keywords["term"].isin(list(names(named_by or view)))]


def unit(view: View) -> str:
    """What the frequency of a word is a part of."""
    if view.selection.names_speakers:
        return "Part of articles in which the chosen speakers use the word"
    return MEASURES["keywords"].page_unit_line()


def draw(
    name: str,
    title: str,
    line: str,
    table: pd.DataFrame,
    *,
    footer: str,
    top: int = 10,
    color: Callable[[Mode], str] | None = None,
    opens: Opens | None = None,
) -> None:
    """Draw a chart of the most typical words, or a line that says there are none."""
    if not (table["z"] > 0).any():
        section(title, line)
        note("No word stands out: too few articles, or too little difference.")
        return
    chart.draw(
        name,
        title,
        line,
        lambda mode: frequency_charts.keyness(
            table, mode=mode, top=top, color=color(mode) if color else None
        ),
        table,
        footer=footer,
        opens=opens or (lambda meant: Behind(line, word=str(meant[0]))),
    )


def draw_side_by_side(
    name: str,
    line: str,
    tables: Mapping[str, pd.DataFrame],
    *,
    footer: str,
    opens: Callable[[str], Opens],
    color: Callable[[str], Callable[[Mode], str]] | None = None,
) -> None:
    """Draw the most typical words of each side, two or three in a row so that none is alone in its own."""
    in_a_row = 2 if len(tables) in (2, 4) else 3
    for place, (side, table) in enumerate(tables.items()):
        if place % in_a_row == 0:
            columns = st.columns(in_a_row, gap="large")
        with columns[place % in_a_row]:
            draw(
                f"{name}-{place}",
                side,
                line,
                table,
                footer=footer,
                top=_AT_MOST,
                color=color(side) if color else None,
                opens=opens(side),
            )
