from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.model import Selection
from analysis.store import edit, open_corpus, remove, write
from analysis.store.appending import rows_of
from analysis.store.stories.finding import stories_of
from analysis.store.table import load, version_of

WORDS = "the harbor council will vote on a levy for ships that pass its bridges at night and pay by weight"
LONG = " ".join(f"{word}{number}" for number in range(12) for word in WORDS.split())


def report(number: int = 0) -> Any:
    """A text of its own, 240 words long."""
    return LONG.replace("levy", f"levy{number}").replace("harbor", f"harbor{number}").replace("bridges", f"bridges{number}").replace("will", f"w{number}").replace("weight", f"x{number}")  # fmt: skip


@pytest.fixture
def copies(tmp_path: Path, analysis: Any) -> Any:
    """One story in two outlets, the earlier one with the greater id, and one undated copy."""
    write(
        tmp_path,
        [
            analysis(1, published=date(2026, 3, 2), outlet="Herald", text=LONG),
            analysis(2, published=date(2026, 3, 1), outlet="Post", text="A word before. " + LONG),
            analysis(0, published=None, outlet="Wire", text=LONG[: len(LONG) // 2]),
        ],
    )
    return open_corpus(tmp_path)


def found(path: Any) -> Any:
    table = load(path)
    return stories_of(path, table, version_of(table))


def grouped(path: Any) -> Any:
    """The stories as sets of article numbers."""
    stories = found(path)
    groups = stories.groupby("story_id")["article_id"].agg(lambda ids: {int(name[-5:]) for name in ids})
    return sorted(map(sorted, groups))


def test_a_story_counts_once_by_its_earliest_article(copies: Any) -> None:
    assert list(copies.articles()["outlet"]) == ["Post"]
    assert list(copies.quotations()["outlet"]) == ["Post"]
    assert set(copies.articles()["story_id"]) == {"article00002"}


def test_the_article_of_a_story_is_chosen_within_the_base(copies: Any) -> None:
    assert list(copies.articles(Selection(outlets=("Herald", "Wire")))["outlet"]) == ["Herald"]


def test_a_speaker_filter_does_not_change_which_copy_is_chosen(copies: Any) -> None:
    assert list(copies.quotations(Selection(speakers=("Ana Silva",)))["outlet"]) == ["Post"]


def test_as_published_takes_every_copy(copies: Any) -> None:
    assert len(copies.articles(Selection(distinct_stories=False))) == 3


def test_which_articles_belong_together_can_be_asked(copies: Any) -> None:
    assert list(copies.story("article00000")["outlet"]) == ["Post", "Herald", "Wire"]
    assert len(copies.story("nobody")) == 0


def test_copies_more_than_two_weeks_apart_are_two_stories(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1, published=date(2026, 3, 1), text=LONG), analysis(2, published=date(2026, 3, 15), text=LONG), analysis(3, published=date(2026, 3, 30), text=LONG)])  # fmt: skip
    assert grouped(tmp_path) == [[1, 2], [3]]


def test_the_order_of_adding_does_not_show_in_stories(tmp_path: Path, analysis: Any) -> None:
    made = [analysis(n, published=date(2026, 3, 1 + n), text=report(n // 3) + f" end {n}") for n in range(9)]
    write(tmp_path / "all", made)
    for one in [*made[::2], *made[1::2]]:
        write(tmp_path / "single", [one])
    assert grouped(tmp_path / "all") == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
    pd.testing.assert_frame_equal(found(tmp_path / "all"), found(tmp_path / "single"))


def test_a_copy_of_an_earlier_date_becomes_the_first_of_its_story(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(5, published=date(2026, 3, 5), text=LONG), analysis(6, published=date(2026, 3, 6), text=LONG)])  # fmt: skip
    assert set(open_corpus(tmp_path).story("article00006")["story_id"]) == {"article00005"}
    write(tmp_path, [analysis(7, published=date(2026, 3, 4), text=LONG)])
    assert set(open_corpus(tmp_path).story("article00006")["story_id"]) == {"article00007"}


def test_a_story_falls_apart_when_what_held_it_together_goes(tmp_path: Path, analysis: Any) -> None:
    half = len(LONG) // 2
    both = [analysis(1, text=LONG[: half + 40]), analysis(2, text=LONG), analysis(3, text=LONG[half:])]
    write(tmp_path, both)
    assert grouped(tmp_path) == [[1, 2, 3]]
    remove(tmp_path, ["article00002"])
    assert grouped(tmp_path) == [[1], [3]]


def test_an_edited_date_takes_an_article_out_of_its_story_and_back(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1, text=LONG), analysis(2, text=LONG)])
    edit(tmp_path, "article00001", published=date(2025, 1, 1))
    assert grouped(tmp_path) == [[1], [2]]
    edit(tmp_path, "article00001", published=None)
    assert grouped(tmp_path) == [[1, 2]]


def test_stories_that_are_behind_are_found_by_the_reader(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1, text=LONG), analysis(2, text=LONG)])
    for file in tmp_path.glob("stories/*"):
        file.unlink()
    assert len(open_corpus(tmp_path).articles()) == 1
    assert grouped(tmp_path) == [[1, 2]]
    for file in tmp_path.glob("stories/*"):
        file.write_bytes(b"rubbish")
    assert len(open_corpus(tmp_path).articles()) == 1


def test_articles_without_words_are_nobodys_copies(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1, text=""), analysis(2, text=""), analysis(3, text="Four words, no more."), analysis(4, text="Four words, no more.")])  # fmt: skip
    assert grouped(tmp_path) == [[1], [2], [3], [4]]


def test_a_corpus_without_articles_has_no_stories(tmp_path: Path) -> None:
    write(tmp_path, [])
    assert grouped(tmp_path) == []


def test_many_texts_are_compared_some_at_a_time_with_the_same_outcome(
    tmp_path: Any, analysis: Any, monkeypatch: Any
) -> None:
    made = [analysis(n, published=date(2026, 3, 1 + n), text=report(n // 4) + f" end {n}") for n in range(12)]
    monkeypatch.setattr("analysis.store.stories.finding._AT_ONCE", 2)
    monkeypatch.setattr("analysis.store.stories.finding._CACHED", 4)
    write(tmp_path, made)
    assert grouped(tmp_path) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]


def test_the_signature_of_a_text_is_made_once(tmp_path: Any, analysis: Any) -> None:
    write(tmp_path, [analysis(n, text=report(n)) for n in range(3)])
    write(tmp_path, [analysis(3, text=report(3)), analysis(2, text=report(2))])
    kept = [row["article_id"] for row in rows_of(tmp_path, "signatures")]
    assert sorted(kept) == [f"article{number:05}" for number in range(4)]
    write(tmp_path, [analysis(2, text=report(0))])
    assert len(rows_of(tmp_path, "signatures")) == 5
    assert grouped(tmp_path) == [[0, 2], [1], [3]]


def test_stories_stand_by_date_then_id_and_undated_last(tmp_path: Any, analysis: Any) -> None:
    days = {4: None, 3: date(2026, 3, 2), 2: date(2026, 3, 3), 1: date(2026, 3, 3), 0: None}
    write(tmp_path, [analysis(n, published=day, text=report(n)) for n, day in days.items()])
    assert [int(name[-1]) for name in found(tmp_path)["article_id"]] == [3, 1, 2, 0, 4]
