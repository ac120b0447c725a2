"""Count the articles, stories, quotations, words and speakers of a selection."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.measures.columns import require


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures at the head of a page; a share is None where nothing is said."""

    articles: int
    stories: int
    quotations: int
    words: int
    speakers: int
    direct_share: float | None
    unattributed_share: float | None


def summary(statements: pd.DataFrame, articles: pd.DataFrame) -> Totals:
    """Count what a selection holds.

    Args:
        statements: One row a statement, with ``speaker`` (str, null if nobody
            could be named), ``form`` and ``words``.
        articles: One row an article, with ``article_id`` and ``story_id``.

    Returns:
        `Totals`: unnamed sources together are one speaker; both shares are
        parts of the statements' words.

    Raises:
        MissingColumns: A table lacks one of the columns.
    """
    require(statements, ["speaker", "form", "words"], called="statements")
    require(articles, ["article_id", "story_id"], called="articles")
    words = int(statements["words"].sum())

    def part(rows: pd.Series) -> float | None:
        return float(statements.loc[rows, "words"].sum() / words) if words else None

    return Totals(
        articles=int(articles["article_id"].nunique()),
        stories=int(articles["story_id"].nunique()),
        quotations=len(statements),
        words=words,
        speakers=int(statements["speaker"].nunique()),
        direct_share=part(statements["form"] == "direct"),
        unattributed_share=part(statements["speaker"].isna()),
    )
