"""What does a correction, or counting each story once, change in the numbers?"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import replace

import pandas as pd

from analysis.measures.differences import share_differences
from analysis.measures.shares import Metric, share_of_voice
from analysis.store.corpus import Corpus, open_corpus
from analysis.store.corrections import Correction, stored_corrections
from analysis.store.selection import Selection

_SAID = ("article_id", "story_id", "speaker", "kind", "form", "words")
_COLUMNS = ["share", "quotations", "words"]


def effects(
    path: str | os.PathLike[str],
    *,
    without: Collection[str] = (),
    and_then: Iterable[Correction] = (),
    selection: Selection | None = None,
    metric: Metric = "words",
    before: Corpus | None = None,
) -> pd.DataFrame:
    """Compare shares of voice before and after corrections.

    Args:
        path: The folder of the corpus.
        without: Ids of stored corrections that are left out before, and count after.
        and_then: Corrections that are not stored yet, and count after.
        selection: What is measured; all statements of distinct stories by default.
        metric: What shares are parts of.
        before: The corpus as it is before, where somebody has it open already.

    Returns:
        One row a speaker whose numbers change, the largest change of share first,
        null for the unattributed: ``speaker``, ``share_before``, ``share_after``
        (float), ``quotations_before``, ``quotations_after``, ``words_before``,
        ``words_after`` (int). No change gives no rows.

    Raises:
        CorpusError: there is no corpus.
    """
    stored = stored_corrections(path)
    if before is None:
        kept = [one for one in stored if one.correction_id not in without]
        before = open_corpus(path, corrections=kept)
    after = open_corpus(path, before.version, corrections=[*stored, *and_then])
    base = (selection or Selection()).base()
    tables = []
    for corpus in (before, after):
        said, articles = corpus.quotations(base, columns=_SAID), corpus.articles(base)
        tables.append(share_of_voice(said, articles, metric=metric)[["speaker", *_COLUMNS]])
    both = tables[0].merge(tables[1], how="outer", on="speaker", suffixes=("_before", "_after"))
    both = both.fillna({name: 0 for name in both.columns if name != "speaker"})
    counts = [name for name in both.columns if name.startswith(("quotations", "words"))]
    both[counts] = both[counts].astype("int64")
    differs = [(both[f"{name}_before"] - both[f"{name}_after"]).abs() > 1e-12 for name in _COLUMNS]
    both = both[pd.concat(differs, axis=1).any(axis=1)]
    change = (both["share_after"] - both["share_before"]).abs()
    return both.loc[change.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def effect_of_copies(
    corpus: Corpus, selection: Selection | None = None, *, metric: Metric = "words"
) -> pd.DataFrame:
    """Compare shares of voice over distinct stories with those over every copy that was printed.

    Returns:
        As `analysis.measures.differences.share_differences`, one row a speaker, the largest
        difference first: ``before`` over distinct stories, ``after`` as published.
    """
    base = (selection or Selection()).base()
    both = [
        (corpus.quotations(chosen, columns=_SAID), corpus.articles(chosen))
        for chosen in (replace(base, distinct_stories=True), replace(base, distinct_stories=False))
    ]
    table = share_differences(both[0], both[1], metric=metric)
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    return table.loc[order].reset_index(drop=True)
