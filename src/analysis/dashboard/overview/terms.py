"""Draw which words are used, and which more or less than before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.catalog.view import View
from analysis.charts import changes as change_charts
from analysis.dashboard.evidence import chart
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.source import once
from analysis.dashboard.keywords import own_words
from analysis.dashboard.overview.changes import Comparison, comparison
from analysis.dashboard.ui.text import note, section
from analysis.measures.changes import term_changes
from analysis.measures.frequency import keyword_frequency


def frequency(view: View, compared: Comparison | None, stamp: str) -> None:
    """Draw how many articles use the most frequent words, with the period before where there is one."""
    table = once(_frequency, view)
    line = own_words.unit(view)
    if compared and compared.is_whole:
        line += "; upright line: the period before"
    chart.draw_measure(view, "keywords", table, footer=stamp, line=line)


def risen_and_fallen(view: View, compared: Comparison | None, stamp: str) -> None:
    """Draw which words are in more or fewer articles than before; nothing without a period before."""
    if compared is None:
        return
    title, line = "Keywords that rose and fell", f"Articles, {compared.words}"
    table = once(_changes, view)
    if not table["change"].any():
        section(title, line)
        note("No word is in more or fewer articles than before.")
        return
    first, last = compared.before.selection.date_from, compared.now.selection.date_to

    def opens(meant: Sequence[Any]) -> Behind:
        return Behind(compared.words, word=str(meant[0]), first=first, last=last)

    chart.draw(
        "keywords-risen-and-fallen",
        title,
        line,
        lambda mode: change_charts.terms_risen_and_fallen(table, mode=mode),
        table,
        footer=stamp,
        opens=opens,
    )


def _frequency(view: View) -> pd.DataFrame:
    """Every word of the selection, with the part of articles that used it in the period before."""
    table = keyword_frequency(own_words.without_names(view), len(view.articles))
    compared = comparison(view)
    if compared and compared.is_whole:
        before = compared.before
        earlier = keyword_frequency(own_words.without_names(before, view), len(before.articles))
        table["before"] = table["term"].map(earlier.set_index("term")["share"]).fillna(0.0)
    return table


def _changes(view: View) -> pd.DataFrame:
    compared = comparison(view)
    assert compared is not None
    before, now = compared.before, compared.now
    return term_changes(
        own_words.without_names(before, view),
        len(before.articles),
        own_words.without_names(now, view),
        len(now.articles),
    )
