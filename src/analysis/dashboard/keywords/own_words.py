"""Which words does one side use more than another?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import astuple

import numpy as np
import pandas as pd

from analysis.charts import keyness as keyness_charts
from analysis.charts.palette import Mode
from analysis.dashboard.evidence.behind import Behind, Opens
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.measures.keyness import keyness
from analysis.model import Selection


def against_other_speakers(
    view: View, speakers: Collection[str], others: Collection[str] = ()
) -> pd.DataFrame:
    """Keyness of what some speakers say against what the others say; of ``others`` only, where given."""
    base = view.selection.base()

    def measured() -> pd.DataFrame:
        said = view.shown.quoted_terms(base)
        said = said[~said["term"].isin(list(names(view, base)))]
        ours = said["speaker"].isin(list(speakers))
        theirs = said["speaker"].isin(list(others)) & ~ours if others else ~ours
        return keyness(said[ours], said[theirs])

    return view.once("own-words", measured, tuple(speakers), tuple(others))


def against_articles(view: View, selection: Selection, rest: Selection) -> pd.DataFrame:
    """Keyness of the articles of a selection against those that only ``rest`` has."""

    def measured() -> pd.DataFrame:
        here, there = view.shown.keywords(selection), view.shown.keywords(rest)
        there = there[~there["article_id"].isin(here["article_id"].unique())]
        return keyness(here[~here["is_name"]], there[~there["is_name"]])

    return view.once("against-articles", measured, astuple(selection), astuple(rest))


def names(view: View, selection: Selection) -> set[str]:
    """The terms that name a speaker in at least half of the articles that use them."""

    def found() -> set[str]:
        keywords = view.shown.keywords(selection)
        term = keywords["term"].cat
        rows, named = (
            np.bincount(codes, minlength=len(term.categories))
            for codes in (term.codes, term.codes[keywords["is_name"]])
        )
        return set(term.categories[(named > 0) & (named >= rows / 2)])

    return view.shown.once("names", astuple(selection), found)


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
    """A chart of the most typical words, or a line that says there are none."""
    if not (table["z"] > 0).any():
        parts.section(title, line)
        parts.note("No word stands out: too few articles, or too little difference.")
        return
    parts.chart(
        name,
        title,
        line,
        lambda mode: keyness_charts.keyness(table, mode=mode, top=top, color=color(mode) if color else None),
        table,
        footer=footer,
        opens=opens or (lambda meant: Behind(line, word=str(meant[0]))),
    )
