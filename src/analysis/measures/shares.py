"""Who gets how much of what is said?

Statements come in, one row a speaker (or outlet, kind, role …) goes out, with
its share of the whole and its reach. Speech that nobody could be credited with
stays a row of its own: without it everyone else would look louder.

How shares move through time is measured in `analysis.measures.trends`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

import pandas as pd

from analysis.measures.columns import require, shown
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
    table = _summed(_counted(statements, by, metric), by)
    table["share"] = table["counted"] / max(int(table["counted"].sum()), 1)
    table["reach"] = table["articles"] / max(articles["article_id"].nunique(), 1)
    table = table.sort_values(["counted", by], ascending=[False, True], kind="stable")
    return shown(table.drop(columns="counted"), by, speakers)


def _summed(counted: pd.DataFrame, by: str) -> pd.DataFrame:
    kinds = ["kind"] if by == "speaker" and "kind" in counted.columns else []
    return counted.groupby(by, dropna=False, as_index=False).agg(
        **{kind: (kind, "first") for kind in kinds},
        words=("words", "sum"),
        **{form: (form, "sum") for form in FORMS},
        quotations=("article_id", "size"),
        articles=("article_id", "nunique"),
        counted=("counted", "sum"),
    )


def _counted(statements: pd.DataFrame, by: str, metric: Metric) -> pd.DataFrame:
    """The statements with what each counts for, as a whole and under its form."""
    if metric not in METRICS:
        raise ValueError(f"metric {metric!r} is none of {', '.join(METRICS)}")
    nearness = statements["form"].map({form: place for place, form in enumerate(FORMS)})
    counted = statements.assign(_nearness=nearness).sort_values("_nearness", kind="stable")
    if metric == "words":
        counted["counted"] = counted["words"]
    elif metric == "quotations":
        counted["counted"] = 1
    else:
        counted["counted"] = (~counted.duplicated([by, "article_id"])).astype("int64")
    for form in FORMS:
        counted[form] = counted["counted"].where(counted["form"] == form, 0)
    return counted
