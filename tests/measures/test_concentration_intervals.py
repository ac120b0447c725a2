from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures.concentration import concentration_intervals, effective_voices
from analysis.measures.resampling import draws


def said(stories: Any, speakers: int = 8, seed: int = 1) -> Any:
    source = np.random.default_rng(seed)
    rows = [
        (f"a{story}", f"a{story}", f"Person {source.geometric(0.4) % speakers}", int(source.integers(1, 60)))
        for story in range(stories)
        for _ in range(4)
    ]
    return pd.DataFrame(rows, columns=["article_id", "story_id", "speaker", "words"])


def test_the_values_are_the_plain_ones_and_lie_within_their_bounds() -> None:
    statements = said(60)
    found = concentration_intervals(statements).table.set_index("measure")
    assert found["value"]["voices"] == pytest.approx(effective_voices(statements))
    shares = statements.groupby("speaker")["words"].sum().sort_values() / statements["words"].sum()
    assert found["value"]["top_1"] == pytest.approx(shares.iloc[-1])
    assert found["value"]["top_5"] == pytest.approx(shares.iloc[-5:].sum())
    assert (found["low"] < found["value"]).all()
    assert (found["value"] < found["high"]).all()


def test_unattributed_speech_is_not_one_voice() -> None:
    statements = said(60)
    nobody = statements.assign(speaker=None, article_id="x", story_id="x")
    pd.testing.assert_frame_equal(
        concentration_intervals(statements).table,
        concentration_intervals(pd.concat([statements, nobody])).table,
    )


def test_few_speakers_have_all_of_it() -> None:
    found = concentration_intervals(said(30, speakers=2))
    assert found.table.set_index("measure")["value"]["top_5"] == 1
    assert found.note == "few stories"


def test_below_20_stories_there_are_values_without_bounds() -> None:
    found = concentration_intervals(said(19)).table
    assert found["value"].notna().all()
    assert found[["low", "high"]].isna().all(axis=None)


@pytest.mark.parametrize("rows", [said(5).head(0), said(5).assign(speaker=None), said(5).assign(words=0)])
def test_no_attributed_word_gives_no_rows(rows: Any) -> None:
    assert len(concentration_intervals(rows).table) == 0


def test_the_bounds_are_the_spread_of_the_resamples_on_the_scale_of_each_measure_by_hand() -> None:
    statements = said(60)
    words = statements.pivot_table("words", "story_id", "speaker", "sum", fill_value=0).to_numpy()
    shares = (draws(60) @ words) / (draws(60) @ words).sum(axis=1, keepdims=True)
    voices = np.log([np.exp(-sum(part * np.log(part) for part in row if part)) for row in shares])
    top_5 = np.sort(shares)[:, -5:].sum(axis=1)
    found = concentration_intervals(statements).table.set_index("measure")
    for measure, scale, again in (
        ("voices", np.log, voices),
        ("top_5", lambda share: np.log(share / (1 - share)), np.log(top_5 / (1 - top_5))),
    ):
        middle, low, high = (scale(found[column][measure]) for column in ("value", "low", "high"))
        assert (middle - low, high - middle) == pytest.approx((1.96 * np.std(again),) * 2, rel=1e-3)


def test_the_loudest_one_and_five_and_the_voices_of_six_are_those_of_a_hand() -> None:
    words = [10, 5, 4, 3, 2, 1]
    rows = [(f"a{place}", f"a{place}", f"Person {place}", count) for place, count in enumerate(words)]
    statements = pd.DataFrame(rows, columns=["article_id", "story_id", "speaker", "words"])
    voices = np.prod([(25 / count) ** (count / 25) for count in words])
    assert concentration_intervals(statements).table["value"].tolist() == pytest.approx([voices, 0.4, 0.96])
