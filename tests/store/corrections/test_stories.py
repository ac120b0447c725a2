from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.store import open_corpus, write
from analysis.store.corrections import JoinStory, LeaveStory, add_corrections
from analysis.store.corrections.stories import with_stories_corrected

LONG, OTHER = (" ".join(f"{word}{number}" for number in range(100)) for word in ("harbor", "levy"))


def test_a_person_can_join_stories_and_take_an_article_out_of_one(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(n, published=date(2026, 3, 1 + n), text=LONG) for n in (1, 2)])
    write(tmp_path, [analysis(n, published=date(2026, 3, 1 + n), text=OTHER) for n in (3, 4)])
    add_corrections(tmp_path, [JoinStory(by="Eva", article_id="article00002", other_id="article00003")])
    assert len(open_corpus(tmp_path).story("article00001")) == 4
    add_corrections(tmp_path, [LeaveStory(by="Eva", article_id="article00001")])
    read = open_corpus(tmp_path)
    assert read.story("article00004")["article_id"].tolist() == [
        "article00002",
        "article00003",
        "article00004",
    ]
    assert len(read.story("article00001")) == 1


def test_a_story_that_gains_an_earlier_member_keeps_its_corrections(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(n, published=date(2026, 3, 1 + n), text=LONG) for n in (1, 2)])
    write(tmp_path, [analysis(3, published=date(2026, 3, 4), text=OTHER)])
    add_corrections(tmp_path, [JoinStory(by="Eva", article_id="article00001", other_id="article00003")])
    add_corrections(tmp_path, [LeaveStory(by="Eva", article_id="article00002")])
    write(tmp_path, [analysis(0, published=date(2026, 3, 1), text=LONG)])
    read = open_corpus(tmp_path)
    assert read.story("article00003")["article_id"].tolist() == [
        "article00000",
        "article00001",
        "article00003",
    ]
    assert len(read.story("article00002")) == 1


@pytest.mark.parametrize(
    "correction",
    [JoinStory(by="Eva", article_id="a", other_id="gone"), LeaveStory(by="Eva", article_id="gone")],
    ids=["joining", "leaving"],
)
def test_a_correction_of_an_article_that_is_gone_changes_no_story(correction: Any) -> None:
    stories = pd.DataFrame({"article_id": ["a", "b"], "story_id": ["a", "a"]})
    assert with_stories_corrected(stories, [correction]).equals(stories)


def test_joining_takes_the_whole_other_story_and_leaving_one_article_alone() -> None:
    stories = pd.DataFrame({"article_id": list("abcde"), "story_id": list("aacce")})
    joined = with_stories_corrected(stories, [JoinStory(by="Eva", article_id="d", other_id="b")])
    assert joined["story_id"].tolist() == list("aaaae")
    assert joined["article_id"].tolist() == list("abcde")
    left = with_stories_corrected(stories, [LeaveStory(by="Eva", article_id="a")])
    assert left["story_id"].tolist() == list("abcce")


def test_a_story_correction_is_about_both_articles_and_names_its_own_first() -> None:
    made = JoinStory(by="Eva", article_id="d", other_id="b")
    assert made.article_ids == ("d", "b")
    assert made.subject == ("join_story", "b", "d")
    assert LeaveStory(by="Eva", article_id="d").article_ids == ("d",)
