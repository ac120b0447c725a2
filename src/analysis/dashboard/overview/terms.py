"""Which words are used, and which more or less than before?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts import changes as change_charts
from analysis.charts import frequency as frequency_charts
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.filters import View
from analysis.dashboard.keywords import own_words
from analysis.dashboard.overview.comparison import Comparison
from analysis.dashboard.ui import parts
from analysis.measures.changes import term_changes
from analysis.measures.frequency import keyword_frequency
from analysis.model import Selection


def frequency(view: View, compared: Comparison | None, stamp: str, *, name: str = "keywords") -> None:
    """Draw how many articles use the most frequent words, with the period before where there is one."""
    before = compared.before if compared and compared.is_whole else None
    table = view.once("frequency", lambda: _frequency(view, before))
    line = "Part of articles that use the word"
    if view.selection.names_speakers:
        line = "Part of articles in which the chosen speakers use the word"
    if before is not None:
        line += "; upright line: the period before"
    parts.chart(
        name,
        "Keywords",
        line,
        lambda mode: frequency_charts.keyword_frequency(table, mode=mode),
        table,
        footer=stamp,
        opens=lambda meant: uses(str(meant[0]), view),
    )


def risen_and_fallen(view: View, compared: Comparison | None, stamp: str) -> None:
    """Draw which words are in more or fewer articles than before; nothing without a period before."""
    if compared is None:
        return
    table = view.once("term-changes", lambda: _changes(view, compared))
    if not table["change"].any():
        parts.section("Keywords that rose and fell", f"Articles, {compared.words}")
        parts.note("No word is in more or fewer articles than before.")
        return
    first, last = compared.before.date_from, compared.now.date_to

    def opens(meant: Sequence[Any]) -> Behind:
        return Behind(f"{compared.words}", word=str(meant[0]), first=first, last=last)

    parts.chart(
        "keywords-risen-and-fallen",
        "Keywords that rose and fell",
        f"Articles, {compared.words}",
        lambda mode: change_charts.terms_risen_and_fallen(table, mode=mode),
        table,
        footer=stamp,
        opens=opens,
    )


def uses(term: str, view: View) -> Behind:
    """What a bar of a term stands for."""
    return Behind(view.words, word=term)


def _frequency(view: View, before: Selection | None) -> pd.DataFrame:
    """Every word of the selection, with the part of articles that used it in the period before."""
    table = _counted(view, view.selection)
    if before is not None:
        earlier = _counted(view, before).set_index("term")["share"]
        table["before"] = table["term"].map(earlier).fillna(0.0)
    return table


def _counted(view: View, selection: Selection) -> pd.DataFrame:
    return keyword_frequency(_used(view, selection), len(view.shown.articles(selection.base())))


def _changes(view: View, compared: Comparison) -> pd.DataFrame:
    return term_changes(
        _used(view, compared.before),
        len(view.shown.articles(compared.before.base())),
        _used(view, compared.now),
        len(view.shown.articles(compared.now.base())),
    )


def _used(view: View, selection: Selection) -> pd.DataFrame:
    """The terms of a selection without those that name a speaker, as on the page Keywords."""
    keywords = view.shown.keywords(selection)
    return keywords[~keywords["term"].isin(list(own_words.names(view, view.selection.base())))]
