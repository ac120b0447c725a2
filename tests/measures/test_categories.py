"""Does every measure give the same table, with texts in it, whether texts come as such or as categories?"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.changes import share_changes
from analysis.measures.concentration import concentration_intervals
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.differences import share_differences, voice_to_expectation
from analysis.measures.results import table_of
from analysis.measures.shares import METRICS, share_bounds_of_unattributed, share_of_voice
from analysis.measures.tones import tone_by, tone_over_time
from analysis.measures.totals import summary
from analysis.measures.trends import quotations_over_time, shares_over_time
from analysis.measures.uncertainty import share_intervals, tone_intervals

_TEXTS = ["article_id", "story_id", "outlet", "speaker", "kind", "form"]


def said(seed: int = 1) -> pd.DataFrame:
    """Statements of 60 articles, of which some are copies; some speech of nobody, some without outlet."""
    random = np.random.default_rng(seed)
    article = np.sort(random.integers(0, 60, 400))
    speaker = random.integers(0, 7, 400)
    names = np.array(["Zoë", "ana", "Bo", "Cy", "D’Arcy", "Ed", None], dtype=object)
    kinds = np.array(["person", "group", None], dtype=object)
    table = pd.DataFrame(
        {
            "article_id": [f"a{number:02}" for number in article],
            "story_id": [f"a{number // 2 * 2:02}" for number in article],
            "outlet": np.array(["Post", "Herald", None], dtype=object)[article % 3],
            "published": pd.Timestamp("2026-03-02") + pd.to_timedelta(article, unit="D"),
            "speaker": names[speaker],
            "kind": kinds[random.integers(0, 3, 400)],
            "form": random.choice(["direct", "mixed", "indirect"], 400),
            "words": random.integers(0, 40, 400),
            "tone": np.where(random.random(400) < 0.2, np.nan, random.uniform(-1, 1, 400)),
        }
    )
    return table.astype(dict.fromkeys(_TEXTS, "str"))


def packed(table: pd.DataFrame) -> pd.DataFrame:
    # The lists hold more than the rows do, as those of a selection.
    return pd.concat([table, said(9)]).astype(dict.fromkeys(_TEXTS, "category")).iloc[: len(table)]


def halves(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    first = table["published"] < pd.Timestamp("2026-04-01")
    return table[first].reset_index(drop=True), table[~first].reset_index(drop=True)


MEASURES: dict[str, Any] = {
    **{f"shares of {metric}": lambda t, m=metric: share_of_voice(t, t, metric=m) for metric in METRICS},
    **{
        f"intervals of {metric}": lambda t, m=metric: share_intervals(t, t, metric=m).table
        for metric in METRICS
    },
    "shares by outlet": lambda t: share_of_voice(t, t, by="outlet"),
    "intervals of some": lambda t: share_intervals(t, t, groups=["Bo", None, "nobody"]),
    "course": shares_over_time,
    "course of forms": quotations_over_time,
    "tones": tone_by,
    "tones by outlet": lambda t: tone_by(t, "outlet"),
    "course of tones": tone_over_time,
    "intervals of tones": tone_intervals,
    "outlets by speakers": outlets_by_speakers,
    "changes": lambda t: share_changes(*halves(t)),
    "differences": lambda t: share_differences(*((half, half) for half in halves(t))),
    "bounds": share_bounds_of_unattributed,
    "concentration": concentration_intervals,
    "expectation": lambda t: voice_to_expectation(t, t, {"Bo": 2, "ana": 1, "nobody": 1}),
}


def facts(result: Any) -> Any:
    return [getattr(result, field.name) for field in fields(result) if field.name != "table"]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_categories_give_the_table_that_texts_give(measure: Any) -> None:
    by_category, by_text = measure(packed(said())), measure(said())
    pd.testing.assert_frame_equal(table_of(by_category), table_of(by_text))
    if not isinstance(by_text, pd.DataFrame):
        assert facts(by_category) == facts(by_text)


def test_totals_are_the_same() -> None:
    assert summary(packed(said()), packed(said())) == summary(said(), said())


def test_the_kind_is_that_of_the_closest_quotation_that_has_one() -> None:
    table = (
        said()
        .iloc[:4]
        .assign(
            speaker="Bo",
            form=["indirect", "direct", "mixed", "mixed"],
            kind=["person", None, "group", "document"],
        )
    )
    assert share_of_voice(table, table)["kind"].tolist() == ["group"]
