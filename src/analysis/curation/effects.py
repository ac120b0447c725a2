"""What corrections would change in the shares of voice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.catalog.view import View
from analysis.measures.shares import share_of_voice
from analysis.model import UNNAMED_SOURCES
from analysis.store.corpus import Corpus, open_corpus
from analysis.store.corrections import (
    Correction,
    InArticle,
    OtherKind,
    OtherRole,
    SameSpeaker,
    Undo,
)

_SAID = ["article_id", "story_id", "speaker", "kind", "form", "words"]
_COLUMNS = ["share", "quotations", "words"]


def effects(before: View, corrections: Sequence[Correction]) -> pd.DataFrame:
    """Compare the shares of voice of a view with those that corrections would make of them.

    Args:
        before: A corpus as it is, and the selection that is measured.
        corrections: What comes on top of the corrections that the corpus is read with.

    Returns:
        One row a speaker whose numbers change, the largest change of share first,
        null for the unattributed: ``speaker``, ``share_before``, ``share_after``
        (float), ``quotations_before``, ``quotations_after``, ``words_before``,
        ``words_after`` (int). No change gives no rows.
    """
    corpus = before.corpus
    every = [*corpus.corrections, *corrections]
    after = open_corpus(corpus.path, corpus.version, corrections=every)
    said, articles = before.statements, before.articles
    renamed = _renamed(corpus, after, corrections)
    if renamed is None:
        now = _read_after(before, after, _articles_of(corrections, every))
    else:
        now = said.assign(speaker=_called(said["speaker"], renamed)), articles
    tables = [share_of_voice(*read)[["speaker", *_COLUMNS]] for read in ((said, articles), now)]
    return _compared(*tables)


def _renamed(before: Corpus, after: Corpus, corrections: Sequence[Correction]) -> dict[str, str] | None:
    """Speaker → under whom all that they say stands after; None where more changes than names.

    What somebody has said of a speaker's kind decides whether they count as unnamed, and goes by
    names: then everything is read again.
    """
    for one in corrections:
        if not isinstance(one, SameSpeaker) or UNNAMED_SOURCES in (one.name, one.speaker):
            return None
    if any(isinstance(one, OtherKind | OtherRole) for one in after.standing.holding):
        return None
    old, new = before.names(), after.names()
    pairs = {(old.get(key, key[0]), speaker) for key, speaker in new.items()}
    renamed = dict(pairs)
    return renamed if len(renamed) == len(pairs) else None


def _called(speakers: pd.Series, renamed: dict[str, str]) -> pd.Series:
    """Speakers under their new names, each name looked up once."""
    codes, names = pd.factorize(speakers)
    now = pd.Series([renamed.get(name, name) for name in names], dtype="category")
    places = np.append(now.cat.codes.to_numpy(), -1)[codes]
    return pd.Series(pd.Categorical.from_codes(places, now.cat.categories), index=speakers.index)


def _articles_of(corrections: Sequence[Correction], every: Sequence[Correction]) -> set[str] | None:
    """The articles that these corrections change alone; None where they may change any."""
    by_id = {one.correction_id: one for one in every}
    ids = set()
    for correction in corrections:
        about: Correction | None = correction
        while isinstance(about, Undo):
            about = by_id.get(about.other_id)
        if not isinstance(about, InArticle):
            return None
        ids.add(about.article_id)
    return ids


def _read_after(before: View, after: Corpus, ids: set[str] | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is said after; only of the articles that change, where these are known."""
    base = before.selection.base()
    if ids is None:
        return after.quotations(base, columns=_SAID), after.articles(base)
    # An article that is left out as a copy stays left out.
    chosen = sorted(ids & set(before.articles["article_id"]))
    fresh = after.quotations(base, columns=_SAID, article_ids=chosen)
    said = before.statements
    same = said.loc[~said["article_id"].isin(chosen), _SAID]
    return pd.concat([same, fresh], ignore_index=True), before.articles


def _compared(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    both = before.merge(after, how="outer", on="speaker", suffixes=("_before", "_after"))
    both = both.fillna({name: 0 for name in both.columns if name != "speaker"})
    counts = [name for name in both.columns if name.startswith(("quotations", "words"))]
    both[counts] = both[counts].astype("int64")
    differs = [(both[f"{name}_before"] - both[f"{name}_after"]).abs() > 1e-12 for name in _COLUMNS]
    both = both[pd.concat(differs, axis=1).any(axis=1)]
    change = (both["share_after"] - both["share_before"]).abs()
    return both.loc[change.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)
