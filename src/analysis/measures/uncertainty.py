"""The 95 % intervals of shares, reach and tone, with the stories taken as a sample.

Of the articles chosen a share is a plain description. What it says beyond them
depends on how many stories it rests on, not on how many quotations: an
interval over quotations misses the truth a quarter of the time or more.
Below 20 stories no interval is given, up to 49 it is marked.

How an interval is computed is decided in `analysis.measures.intervals`;
differences are measured in `analysis.measures.differences`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from analysis.measures.columns import require
from analysis.measures.intervals import Bounds, mean_bounds, share_bounds
from analysis.measures.resampling import Numbers, cells
from analysis.measures.results import Estimates
from analysis.measures.shares import Metric

FEWEST_STORIES = 20
"""With fewer stories there is no interval."""

MANY_STORIES = 50
"""With fewer stories an interval is marked."""

_BLOCK = 500

FEW = "few stories"
"""What is said of an interval that rests on 20 to 49 stories."""


def reliability(stories: int, articles: int | None = None) -> str:
    """What has to be said of figures that rest on so many stories; nothing from 50 on.

    >>> reliability(12, articles=14)
    'describes these 14 articles only'
    >>> reliability(1, articles=1)
    'describes this article only'
    >>> reliability(30), reliability(50)
    ('few stories', '')
    """
    if stories < FEWEST_STORIES:
        number = stories if articles is None else articles
        return "describes this article only" if number == 1 else f"describes these {number:,} articles only"
    return FEW if stories < MANY_STORIES else ""


def share_intervals(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "speaker",
    metric: Metric = "words",
    groups: Sequence[object] | None = None,
) -> Estimates:
    """The 95 % intervals of share and reach, by resampling stories.

    Args:
        statements: One row a statement of the base, as for
            `analysis.measures.shares.share_of_voice`, and with ``story_id``.
        articles: One row an article of the base, with ``article_id`` and ``story_id``.
        by: The column to divide by.
        metric: What is counted: ``words``, ``quotations`` or ``articles``.
        groups: The groups to look at, None among them for the unattributed;
            all if None. Ask for the visible rows first: the cost is by group.

    Returns:
        One row a group, in the order of ``groups`` or of first appearance:
        ``by``, ``share``, ``low``, ``high``, ``reach``, ``reach_low``,
        ``reach_high`` (float from 0 to 1; bounds are null below 20 stories),
        ``stories`` (int, how many the group stands in). The stories with
        something to share out decide.

    Raises:
        MissingColumns: A table lacks one of the columns.
        ValueError: ``metric`` is none of the three.
    """
    laid = cells(statements, articles, by, groups)
    parts, whole = laid.matrix(metric), laid.whole(metric)
    reached, all_articles = laid.matrix("articles"), laid.articles()
    quoting = laid.quoting(metric)
    table = pd.DataFrame({by: laid.names, "share": _parts(parts, whole)})
    table["low"], table["high"] = _bounds(parts, whole, quoting)
    table["reach"] = _parts(reached, all_articles)
    table["reach_low"], table["reach_high"] = _bounds(reached, all_articles, laid.stories)
    table["stories"] = laid.stories_of().astype(np.int64)
    return Estimates(table, quoting, reliability(quoting, int(articles["article_id"].nunique())))


def tone_intervals(
    statements: pd.DataFrame, *, by: str = "speaker", groups: Sequence[object] | None = None
) -> pd.DataFrame:
    """The 95 % intervals of the mean tone of what each speaker says, by resampling stories.

    The number of stories that counts is the speaker's own.

    Args:
        statements: One row a statement, as for `analysis.measures.tones.tone_by`,
            and with ``article_id`` and ``story_id``.
        by: The column to group by.
        groups: The groups to look at; all if None.

    Returns:
        One row a group: ``by``, ``tone``, ``low``, ``high`` (float from −1 to
        1; bounds are null where the group has fewer than 20 stories, all are
        null where nothing has a tone), ``stories`` (int), ``note`` (str).

    Raises:
        MissingColumns: ``statements`` lacks one of the columns.
    """
    require(statements, [by, "tone", "words", "article_id", "story_id"], called="statements")
    laid = cells(statements, statements, by, groups)
    words = statements["words"].to_numpy(dtype=np.float64)
    parts, weights = laid.weighted(statements["tone"].to_numpy(dtype=np.float64), words)
    heard = (laid.statements["words"] > 0) & laid.statements["tone"].notna()
    return _means(laid.names, parts, weights, laid.stories_of(heard))


def article_tone_intervals(
    articles: pd.DataFrame, *, by: str = "outlet", groups: Sequence[object] | None = None
) -> pd.DataFrame:
    """The 95 % intervals of the mean tone of what each outlet's reporters write.

    Args:
        articles: One row an article, with ``by``, ``article_id``, ``story_id``
            and ``article_tone`` (float, or null).
        by: The column to group by.
        groups: The groups to look at; all if None.

    Returns:
        As `tone_intervals`.

    Raises:
        MissingColumns: ``articles`` lacks one of the columns.
    """
    require(articles, [by, "article_id", "story_id", "article_tone"], called="articles")
    each = articles.rename(columns={"article_tone": "tone"}).assign(words=1)
    return tone_intervals(each, by=by, groups=groups)


def _means(names: pd.Series, parts: Numbers, weights: Numbers, stories: Numbers) -> pd.DataFrame:
    table = pd.DataFrame({names.name: names, "tone": _parts(parts, weights)})
    low, high = _in_blocks(mean_bounds, parts, weights)
    enough = stories >= FEWEST_STORIES
    table["low"], table["high"] = np.where(enough, low, np.nan), np.where(enough, high, np.nan)
    table["stories"] = stories.astype(np.int64)
    table["note"] = pd.Series([reliability(int(count)) for count in stories], dtype="str")
    return table


def _parts(parts: Numbers, wholes: Numbers) -> Numbers:
    total = np.broadcast_to(wholes.sum(axis=0), parts.shape[1:])
    result: Numbers = np.divide(parts.sum(axis=0), total, out=np.full(len(total), np.nan), where=total > 0)
    return result


def _bounds(parts: Numbers, wholes: Numbers, stories: int) -> Bounds:
    if stories < FEWEST_STORIES or not parts.size:
        nothing = np.full(parts.shape[1], np.nan)
        return nothing, nothing
    return _in_blocks(share_bounds, parts, wholes)


def _in_blocks(bounds: Callable[[Numbers, Numbers], Bounds], parts: Numbers, wholes: Numbers) -> Bounds:
    """The bounds of some columns at a time, so that many speakers do not fill the memory."""
    lows, highs = [np.empty(0)], [np.empty(0)]
    for first in range(0, parts.shape[1], _BLOCK):
        block = slice(first, first + _BLOCK)
        low, high = bounds(parts[:, block], wholes if wholes.shape[1] == 1 else wholes[:, block])
        lows.append(low)
        highs.append(high)
    return np.concatenate(lows), np.concatenate(highs)
