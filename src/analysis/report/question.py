"""What is asked of a corpus, and what stands behind the answer?

A `Question` is a corpus and a selection of it. Its `method` is the line that
goes with every table, chart and report.
"""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from analysis.charts import numbers
from analysis.measures.shares import Metric
from analysis.measures.totals import Totals, summary
from analysis.store import Corpus, Selection
from analysis.store.stamp import Stamp, stamp_of

_MEASURED = ("article_id", "story_id", "outlet", "published", "speaker", "kind", "form", "words", "tone")


class Question:
    """A corpus and a selection of it.

    ``statements`` and ``articles`` are the whole base, what shares are parts
    of; ``speakers`` are the rows to show, all if None.
    """

    def __init__(self, corpus: Corpus, selection: Selection) -> None:
        self.corpus = corpus
        self.selection = selection

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements of the base, without their text."""
        return self.corpus.quotations(self.selection.base(), columns=_MEASURED)

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The articles of the base."""
        return self.corpus.articles(self.selection.base())

    @cached_property
    def speakers(self) -> list[str] | None:
        """Who is to be shown: the speakers chosen, or all of the kinds chosen."""
        if not self.selection.names_speakers:
            return None
        rows = self.statements
        kept = pd.Series(True, index=rows.index)
        if self.selection.kinds:
            kept &= rows["kind"].isin(self.selection.kinds)
        if self.selection.speakers:
            kept &= rows["speaker"].isin(self.selection.speakers)
        found = dict.fromkeys(rows.loc[kept, "speaker"].dropna())
        asked = () if self.selection.kinds else self.selection.speakers
        return list(dict.fromkeys([*asked, *found]))

    @cached_property
    def totals(self) -> Totals:
        """How much there is of everything in the base."""
        return summary(self.statements, self.articles)

    def stamp(self, measure: str, metric: Metric = "words", figures: str = "") -> Stamp:
        """What stands behind the figures of a measure."""
        return stamp_of(
            self.corpus,
            self.selection,
            measure,
            metric,
            statements=self.statements,
            articles=self.articles,
            figures=figures,
        )

    def method(self, metric: str) -> str:
        """The line that says what was measured, of what, and by what."""
        return self.stamp("").line(metric, in_words(self.selection))


def in_words(selection: Selection) -> str:
    """The filters of a selection, each as a sentence; empty without filters.

    >>> from datetime import date
    >>> in_words(Selection(outlets=("Harbor Post",), date_from=date(2026, 3, 2)))
    'From 2 March 2026. Outlet: Harbor Post.'
    """
    parts: list[tuple[str, tuple[str, ...]]] = [
        ("Speaker", selection.speakers),
        ("Kind of speaker", selection.kinds),
        ("Outlet", selection.outlets),
        ("Form", selection.forms),
        ("Act", () if selection.acts == ("statement",) else selection.acts),
        ("Words in the text", selection.wanted_words),
    ]
    sentences = [_days(selection)] + [f"{name}: {', '.join(values)}" for name, values in parts if values]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _days(selection: Selection) -> str:
    first, last = selection.date_from, selection.date_to
    if first and last:
        return numbers.day_range(first, last)
    return f"From {numbers.day(first)}" if first else f"Up to {numbers.day(last)}" if last else ""
