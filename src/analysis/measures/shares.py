"""Divide what is said among those who say it, and bound what the unattributed could change.

Statements come in, one row a speaker (or outlet, kind, role …) goes out, with
its share of the whole and its reach. Speech that nobody could be credited with
stays a row of its own: without it everyone else would look louder.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

import numpy as np
import pandas as pd

from analysis.measures.columns import Places, in_text, require, shown
from analysis.model import FORMS

Metric = Literal["words", "quotations", "articles"]
METRICS: tuple[Metric, ...] = get_args(Metric)


def share_of_voice(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "speaker",
    metric: Metric = "words",
    speakers: Collection[str] | None = None,
) -> pd.DataFrame:
    """Divide all that is said among those who say it.

    Words are counted by default: ten quotations of one word weigh as much as
    one of ten. Statements without a speaker stay a group of their own. With
    ``metric="articles"`` appearances are counted: one speaker in one article is
    one, in the form of the closest quotation (direct before mixed before indirect).

    Args:
        statements: One row a statement of the base, with ``by`` (str, null if
            nobody could be named), ``article_id``, ``form`` and ``words``;
            ``kind`` where rows are speakers.
        articles: One row an article of the base, with ``article_id``.
        by: The column to divide by, such as ``"speaker"`` or ``"outlet"``.
        metric: What is counted: ``words``, ``quotations`` or ``articles``.
        speakers: The groups to return; all if None. Shares stay parts of the whole.

    Returns:
        One row a group, largest share first, ties in alphabetical order, null
        last: ``by``, ``kind`` (str, only by speaker), ``words`` (int), ``direct``,
        ``mixed``, ``indirect`` (int, of the metric), ``quotations``, ``articles``
        (int), ``share`` (float from 0 to 1; all groups sum to 1), ``reach`` (the
        part of ``articles`` that quote the group). No statements give no rows.

    Raises:
        MissingColumns: A table lacks one of the columns named above.
        ValueError: ``metric`` is none of the three.

    >>> said = pd.DataFrame({"article_id": ["a", "a", "b"], "speaker": ["Ana Silva", None, "Ana Silva"],
    ...     "kind": ["person", None, "person"], "form": ["direct", "mixed", "indirect"], "words": [6, 3, 3]})
    >>> table = share_of_voice(said, pd.DataFrame({"article_id": ["a", "b"]}))
    >>> table[["speaker", "words", "share", "reach"]].values.tolist()
    [['Ana Silva', 9, 0.75, 1.0], [nan, 3, 0.25, 0.5]]
    """
    require(statements, [by, "article_id", "form", "words"], called="statements")
    require(articles, ["article_id"], called="articles")
    table = _counted(statements, by, metric)
    table["share"] = table["counted"] / max(int(table["counted"].sum()), 1)
    table["reach"] = table["articles"] / max(articles["article_id"].nunique(), 1)
    table = table.sort_values(["counted", by], ascending=[False, True], kind="stable")
    return shown(table.drop(columns="counted"), by, speakers)


def _counted(statements: pd.DataFrame, by: str, metric: Metric) -> pd.DataFrame:
    """One row a group, with what it has as a whole and under each form."""
    if metric not in METRICS:
        raise ValueError(f"metric {metric!r} is none of {', '.join(METRICS)}")
    # Rows are counted by numbers, not by names: a million of them take a tenth of the time.
    group, names = pd.factorize(statements[by], use_na_sentinel=False)
    article, ids = pd.factorize(statements["article_id"])
    words = statements["words"].to_numpy("int64")
    forms, known = pd.factorize(statements["form"])
    places = [FORMS.index(name) if name in FORMS else len(FORMS) for name in [*known, None]]
    nearness = np.array(places, dtype="int64")[forms]
    pair = group.astype("int64") * max(len(ids), 1) + article

    def of(places: Places, weights: Places | None = None) -> Places:
        return np.bincount(places, weights, minlength=len(names)).astype("int64")

    pairs = pd.unique(pair)
    table = in_text(pd.DataFrame({by: pd.Series(names, dtype=statements[by].dtype)}))
    if by == "speaker" and "kind" in statements.columns:
        table["kind"] = in_text(_kinds(statements["kind"], group, nearness, len(names)).to_frame())["kind"]
    table["words"] = of(group, words)
    whole = np.zeros(len(names), dtype="int64")
    for place, name in enumerate((*FORMS, "")):
        if metric == "articles":
            # An article counts once, in the form of the closest quotation.
            near, nearer = np.unique(pair[nearness == place]), np.unique(pair[nearness < place])
            counted = of(np.setdiff1d(near, nearer, assume_unique=True) // max(len(ids), 1))
        else:
            rows = nearness == place
            counted = of(group[rows], words[rows] if metric == "words" else None)
        whole += counted
        if name:
            table[name] = counted
    table["quotations"], table["articles"] = of(group), of(pairs // max(len(ids), 1))
    return table.assign(counted=whole)


def _kinds(kinds: pd.Series, group: Places, nearness: Places, groups: int) -> pd.Series:
    """The kind of each group: that of its closest quotation which has one."""
    known = np.flatnonzero(kinds.notna().to_numpy())
    chosen = np.full(groups, -1)
    # What is written last stays: of the closest form the first row.
    for place in range(len(FORMS), -1, -1):
        rows = known[nearness[known] == place][::-1]
        chosen[group[rows]] = rows
    found = kinds.take(np.maximum(chosen, 0)).reset_index(drop=True)
    return found.where(pd.Series(chosen >= 0))


def share_bounds_of_unattributed(
    statements: pd.DataFrame,
    *,
    by: str = "speaker",
    metric: Literal["words", "quotations"] = "words",
    speakers: Collection[str] | None = None,
) -> pd.DataFrame:
    """The worst and the best case of each share.

    In the worst case none of the unattributed speech is the speaker's: that is
    the share itself, since unattributed speech is part of the whole. In the
    best case all of it is (Manski 1989). Unlike an interval this does not
    narrow with more articles.

    Args:
        statements: One row a statement of the base, with ``by`` (str, null if
            nobody could be named) and ``words``.
        by: The column to divide by.
        metric: What is counted: ``words`` or ``quotations``.
        speakers: The groups to return; all if None.

    Returns:
        One row a group with a name, largest share first, ties in alphabetical
        order: ``by``, ``worst``, ``best``, ``even`` (float from 0 to 1; the
        last if unattributed speech is divided as the rest is, null where
        nothing is attributed). No statements give no rows.

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.
        ValueError: ``metric`` is none of the two.

    >>> said = pd.DataFrame({"speaker": ["Ana Silva", "Bo Chen", None], "words": [6, 2, 2]})
    >>> share_bounds_of_unattributed(said).values.tolist()
    [['Ana Silva', 0.6, 0.8, 0.75], ['Bo Chen', 0.2, 0.4, 0.25]]
    """
    require(statements, [by, "words"], called="statements")
    if metric not in ("words", "quotations"):
        raise ValueError(f"metric {metric!r} is none of words, quotations")
    counted = statements["words"] if metric == "words" else pd.Series(1, index=statements.index)
    counts = counted.groupby(statements[by]).sum()
    counts.index = counts.index.astype("str")
    whole, unattributed = int(counted.sum()), int(counted[statements[by].isna()].sum())
    attributed = whole - unattributed
    table = counts.rename("counted").rename_axis(by).reset_index()
    table["worst"] = table["counted"] / max(whole, 1)
    table["best"] = (table["counted"] + unattributed) / max(whole, 1)
    table["even"] = table["counted"] / attributed if attributed else float("nan")
    table = table.sort_values(["counted", by], ascending=[False, True], kind="stable")
    return shown(table.drop(columns="counted"), by, speakers)
