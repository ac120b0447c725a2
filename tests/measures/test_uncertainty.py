from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by
from analysis.measures.uncertainty import (
    article_tone_intervals,
    reliability,
    share_intervals,
    tone_intervals,
)


def selected(stories: Any, seed: int = 1, articles_per_story: int = 1) -> Any:
    """Made-up statements and articles of so many stories."""
    source = np.random.default_rng(seed)
    rows = []
    for story in range(stories):
        for article in range(articles_per_story):
            for _ in range(source.integers(1, 6)):
                rows.append(
                    (
                        f"a{story:04}-{article}",
                        f"s{story:04}",
                        source.choice(["Ana Silva", "Bo Chen", None], p=[0.5, 0.3, 0.2]),
                    )
                )
    said = pd.DataFrame(rows, columns=["article_id", "story_id", "speaker"]).astype({"speaker": "str"})
    said["words"] = source.lognormal(2.5, 1, len(said)).astype(int) + 1
    said["tone"] = source.uniform(-1, 1, len(said))
    said["form"] = "direct"
    said["outlet"] = "Herald"
    articles = said[["article_id", "story_id", "outlet"]].drop_duplicates(ignore_index=True)
    return said, articles.assign(article_tone=source.uniform(-0.5, 0.5, len(articles)))


def test_shares_and_reach_are_those_of_the_plain_measure() -> None:
    said, articles = selected(60)
    plain = share_of_voice(said, articles).set_index("speaker")
    sure = share_intervals(said, articles).table.set_index("speaker")
    np.testing.assert_allclose(sure["share"], plain["share"].reindex(sure.index))
    np.testing.assert_allclose(sure["reach"], plain["reach"].reindex(sure.index))
    assert (sure["low"] < sure["share"]).all()
    assert (sure["share"] < sure["high"]).all()


@pytest.mark.parametrize("metric", ["words", "quotations", "articles"])
def test_each_metric_has_its_own_shares(metric: Any) -> None:
    said, articles = selected(60)
    plain = share_of_voice(said, articles, metric=metric).set_index("speaker")["share"]
    sure = share_intervals(said, articles, metric=metric).table.set_index("speaker")["share"]
    np.testing.assert_allclose(sure, plain.reindex(sure.index))


def test_below_20_stories_there_is_no_interval_and_words_instead() -> None:
    said, articles = selected(19)
    sure = share_intervals(said, articles)
    assert sure.table[["low", "high", "reach_low", "reach_high"]].isna().all(axis=None)
    assert sure.table["share"].notna().all()
    assert (sure.stories, sure.note) == (19, "describes these 19 articles only")


@pytest.mark.parametrize(("stories", "note"), [(20, "few stories"), (49, "few stories"), (50, "")])
def test_below_50_stories_an_interval_is_marked(stories: Any, note: Any) -> None:
    sure = share_intervals(*selected(stories))
    assert sure.note == note
    assert sure.table["low"].notna().all()


def test_stories_in_which_nobody_speaks_do_not_count_as_evidence() -> None:
    said, articles = selected(15)
    silent = pd.DataFrame(
        {"article_id": [f"x{n}" for n in range(30)], "story_id": [f"x{n}" for n in range(30)]}
    )
    sure = share_intervals(said, pd.concat([articles, silent]))
    assert sure.stories == 15
    assert sure.table["low"].isna().all()
    assert sure.table["reach_low"].notna().all()


def test_the_order_of_rows_changes_no_bound() -> None:
    said, articles = selected(80)
    mixed = said.sample(frac=1, random_state=3), articles.sample(frac=1, random_state=4)
    groups = ["Ana Silva", "Bo Chen", None]
    pd.testing.assert_frame_equal(
        share_intervals(said, articles, groups=groups).table, share_intervals(*mixed, groups=groups).table
    )


def test_only_the_groups_asked_for_come_back_and_shares_stay_parts_of_all() -> None:
    said, articles = selected(60)
    everybody = share_intervals(said, articles).table.set_index("speaker")
    sure = share_intervals(said, articles, groups=["Bo Chen", "Nobody"]).table
    assert sure["speaker"].tolist() == ["Bo Chen", "Nobody"]
    assert sure["high"][0] == pytest.approx(everybody.loc["Bo Chen", "high"])
    assert sure.loc[1, ["share", "low", "stories"]].tolist() == [0, 0, 0]
    assert 0 < sure["high"][1] < 0.1


def test_copies_of_a_story_do_not_make_a_share_surer() -> None:
    said, articles = selected(60)
    copies = [(said, articles), (said, articles)]
    doubled = [pd.concat([table.assign(article_id=table["article_id"] + str(n)) for n, (table, _) in enumerate(copies)], ignore_index=True),
               pd.concat([table.assign(article_id=table["article_id"] + str(n)) for n, (_, table) in enumerate(copies)], ignore_index=True)]  # fmt: skip
    once, twice = share_intervals(said, articles).table, share_intervals(*doubled).table
    np.testing.assert_allclose(once["low"], twice["low"])
    np.testing.assert_allclose(once["high"], twice["high"])


def test_groups_of_stories_are_about_as_wide_as_stories() -> None:
    said, articles = selected(1_000, seed=5)
    more, more_articles = selected(1_001, seed=5)
    found = share_intervals(more, more_articles)
    assert found.stories == 1_001
    one, grouped = share_intervals(said, articles).table, found.table
    np.testing.assert_allclose(grouped["high"] - grouped["low"], one["high"] - one["low"], rtol=0.2)


def test_no_statements_give_no_rows() -> None:
    said, articles = selected(30)
    assert len(share_intervals(said.head(0), articles).table) == 0
    assert len(share_intervals(said.head(0), articles.head(0)).table) == 0
    assert len(tone_intervals(said.head(0))) == 0


def test_one_statement_is_shown_without_an_interval() -> None:
    said, articles = selected(1)
    sure = share_intervals(said.head(1), articles)
    assert sure.table["share"].tolist() == [1.0]
    assert sure.note == "describes this article only"


def test_a_missing_column_is_named() -> None:
    said, articles = selected(3)
    with pytest.raises(MissingColumns, match="story_id"):
        share_intervals(said.drop(columns="story_id"), articles)
    with pytest.raises(ValueError, match="metric 'letters'"):
        share_intervals(said, articles, metric="letters")


def test_tones_are_those_of_the_plain_measure_and_count_the_speakers_own_stories() -> None:
    said, _ = selected(60)
    said.loc[said.index[::4], "tone"] = None
    plain = tone_by(said).set_index("speaker")["tone"]
    sure = tone_intervals(said).set_index("speaker")
    np.testing.assert_allclose(sure["tone"], plain.reindex(sure.index))
    heard = said[said["tone"].notna()].groupby("speaker", dropna=False)["story_id"].nunique()
    assert sure["stories"].tolist() == heard.reindex(sure.index).tolist()
    assert (sure["low"] < sure["tone"]).all()
    assert (sure["tone"] < sure["high"]).all()


def test_a_speaker_of_few_stories_has_a_tone_without_an_interval() -> None:
    said, _ = selected(60)
    said.loc[:4, "speaker"] = "Cy Rossi"
    sure = tone_intervals(said, groups=["Cy Rossi"])
    assert sure["tone"].notna().all()
    assert sure[["low", "high"]].isna().all(axis=None)
    assert sure["note"][0].startswith("describes")


def test_a_speaker_without_a_tone_has_none() -> None:
    said, _ = selected(40)
    sure = tone_intervals(said.assign(tone=np.nan))
    assert sure[["tone", "low", "high"]].isna().all(axis=None)


def test_article_tone_has_an_interval_by_outlet() -> None:
    _, articles = selected(60)
    sure = article_tone_intervals(articles)
    assert sure["outlet"].tolist() == ["Herald"]
    assert sure["low"][0] < articles["article_tone"].mean() < sure["high"][0]


def test_reliability_counts_articles_where_it_can() -> None:
    assert reliability(3, articles=7) == "describes these 7 articles only"


@pytest.mark.parametrize(
    ("stories", "articles", "note"),
    [
        (1, 1, "describes this article only"),
        (1, None, "describes this article only"),
        (1, 2, "describes these 2 articles only"),
        (19, 1_234, "describes these 1,234 articles only"),
        (0, None, "describes these 0 articles only"),
        (20, 1, "few stories"),
        (49, None, "few stories"),
        (50, None, ""),
    ],
)
def test_what_is_said_of_figures_changes_at_20_and_at_50_stories(
    stories: Any, articles: Any, note: Any
) -> None:
    assert reliability(stories, articles) == note


def test_a_tone_has_bounds_from_20_stories_on() -> None:
    def tones(stories: Any) -> Any:
        ids = [f"a{number}" for number in range(stories)]
        tones = [number % 5 / 10 for number in range(stories)]
        said = pd.DataFrame({"speaker": "Ana", "tone": tones, "words": 3, "article_id": ids, "story_id": ids})
        return tone_intervals(said)

    assert tones(19)["low"].isna().all()
    assert tones(20).iloc[0]["low"] < 0.2 < tones(20).iloc[0]["high"]
    assert tones(20)[["stories", "note"]].values.tolist() == [[20, "few stories"]]


def test_many_groups_have_the_bounds_that_each_has_alone(monkeypatch: Any) -> None:
    parts = np.random.default_rng(4).integers(0, 9, (20, 5))
    ids = [f"a{story}" for story in range(20)]
    rows = [(f"a{story}", f"P{group}", int(parts[story, group])) for story in range(20) for group in range(5)]
    said = pd.DataFrame(rows, columns=["article_id", "speaker", "words"]).assign(tone=0.1)
    said = said.assign(story_id=said["article_id"], tone=[place % 7 / 10 for place in range(100)])
    every = pd.DataFrame({"article_id": ids, "story_id": ids})
    shares, tones = share_intervals(said, every).table, tone_intervals(said)
    monkeypatch.setattr("analysis.measures.uncertainty._BLOCK", 2)
    pd.testing.assert_frame_equal(share_intervals(said, every).table, shares)
    pd.testing.assert_frame_equal(tone_intervals(said), tones)
