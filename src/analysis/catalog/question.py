"""A corpus and a selection of it, read once for all measures that are asked of them."""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from analysis.measures.totals import Totals, summary
from analysis.model import Selection
from analysis.store import Corpus

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
