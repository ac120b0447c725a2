"""The articles of a selection, chosen in memory where all of them are known already.

The same is asked of the files in `analysis.store.queries`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.model import Selection

Rows = npt.NDArray[np.bool_]

WithWords = Callable[[Selection], Collection[str]]
"""The ids of the articles of a selection, found by their texts."""


class AllArticles:
    """All articles of one version of a corpus.

    Args:
        read: All articles, as `Corpus.articles` reads them, newest first.
        with_words: Finds the articles with the words that a selection names.
    """

    def __init__(self, read: pd.DataFrame, with_words: WithWords) -> None:
        self.ids = pd.Index(read["article_id"]).sort_values()
        """All ids in alphabetical order; `chosen` is a mask of these."""
        self.stories = pd.Index(read["story_id"].unique()).sort_values()
        self.table = read.assign(
            article_id=pd.Categorical(read["article_id"], categories=self.ids),
            story_id=pd.Categorical(read["story_id"], categories=self.stories),
        )
        self.codes = self.table["article_id"].cat.codes.to_numpy()
        self._with_words = with_words
        self._story = self.table["story_id"].cat.codes.to_numpy()
        # By story, in each the first printed before its copies, and those without a date last.
        self._as_printed = np.lexsort((self.codes, read["published"].to_numpy(), self._story))

    def chosen(self, selection: Selection) -> Rows:
        """The articles of a selection's base, as a mask of all ids in alphabetical order."""
        kept = self._fitting(selection)
        if selection.distinct_stories:
            order = self._as_printed[kept[self._as_printed]]
            kept = np.zeros(len(kept), dtype=np.bool_)
            kept[order[np.diff(self._story[order], prepend=-1) != 0]] = True
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        mask[self.codes[kept]] = True
        return mask

    def _fitting(self, selection: Selection) -> Rows:
        """The rows that fit the dates, outlets and words of a selection, copies among them."""
        published, kept = self.table["published"], np.ones(len(self.table), dtype=np.bool_)
        if selection.date_from:
            kept &= (published >= pd.Timestamp(selection.date_from)).to_numpy()
        if selection.date_to:
            kept &= (published <= pd.Timestamp(selection.date_to)).to_numpy()
        if selection.outlets:
            kept &= self.table["outlet"].isin(list(selection.outlets)).to_numpy()
        if selection.wanted_words:
            found = self._with_words(replace(selection, distinct_stories=False))
            kept &= self.table["article_id"].isin(list(found)).to_numpy()
        return kept
