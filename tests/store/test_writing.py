import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import CorpusError
from analysis.model import Analysis, Article
from analysis.store import (
    corpus_version,
    edit,
    iter_stored_articles,
    open_corpus,
    prepare,
    remove,
    stored_edits,
    stored_ids,
    write,
)


def test_writing_twice_is_writing_once(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1), analysis(2)])
    write(tmp_path, [analysis(2), analysis(1), analysis(1)])
    assert len(open_corpus(tmp_path).articles()) == 2


def test_a_new_analysis_of_an_article_takes_the_place_of_the_old(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    newer = replace(analysis(1, quotations=()), analyzer="rules 0.2.0")
    write(tmp_path, [newer])
    assert open_corpus(tmp_path).analysis("article00001") == newer


def test_removing_tells_how_many_there_were(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1), analysis(2)])
    assert remove(tmp_path, ["article00001", "nobody"]) == 1
    assert stored_ids(tmp_path) == {"article00002"}


def test_a_corpus_emptied_again_reads_as_empty(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    remove(tmp_path, ["article00001"])
    assert len(open_corpus(tmp_path).quotations()) == 0


def test_an_edit_survives_the_next_analysis_and_the_rest_does_not(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1, title="Old", outlet="Old")])
    edit(tmp_path, "article00001", title="It’s; 'new'", published=None)
    write(tmp_path, [analysis(1, title="Old again", outlet="Post")])
    article = open_corpus(tmp_path).analysis("article00001").article
    assert (article.title, article.published, article.outlet) == ("It’s; 'new'", None, "Post")
    assert stored_edits(tmp_path) == {"article00001": {"title": "It’s; 'new'", "published": None}}


def test_a_later_edit_adds_to_an_earlier_one(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    edit(tmp_path, "article00001", outlet="Post")
    edit(tmp_path, "article00001", published=date(2026, 5, 5))
    edit(tmp_path, "article00001", outlet="Wire")
    assert stored_edits(tmp_path)["article00001"] == {"outlet": "Wire", "published": date(2026, 5, 5)}


def test_editing_an_unknown_article_names_it(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [])
    with pytest.raises(CorpusError, match="no article nobody"):
        edit(tmp_path, "nobody", title="x")


def test_another_engine_is_refused_with_the_remedy(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    other = analysis(2, analyzer="learned 1.0")
    with pytest.raises(CorpusError, match="newsvoices refresh --engine learned"):
        write(tmp_path, [other])
    with pytest.raises(CorpusError, match="engine rules, not learned"):
        prepare(tmp_path, "learned")
    write(tmp_path, [other], change_engine=True)
    assert open_corpus(tmp_path).analyzers == {"rules 0.1.0": 1, "learned 1.0": 1}


def test_a_newer_version_of_the_same_engine_is_welcome(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    write(tmp_path, [analysis(2, analyzer="rules 0.2.0")])
    assert stored_ids(tmp_path, "rules 0.2.0") == {"article00002"}


def test_stored_articles_come_back_as_they_are_known_now(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1), analysis(2, analyzer="rules 0.2.0")])
    edit(tmp_path, "article00001", title="Edited")
    (article,) = iter_stored_articles(tmp_path, analyzers_other_than="rules 0.2.0")
    assert article == replace(analysis(1).article, title="Edited")
    assert len(list(iter_stored_articles(tmp_path, None))) == 2


def test_a_folder_without_a_corpus_holds_nothing(tmp_path: Path) -> None:
    assert stored_ids(tmp_path) == set()
    assert stored_edits(tmp_path) == {}


def test_the_order_of_adding_does_not_show(tmp_path: Path, analysis: Any) -> None:
    made = [analysis(number) for number in range(6)]
    write(tmp_path / "a", made)
    for one in reversed(made):
        write(tmp_path / "b", [one])
    for name in ("articles", "quotations", "keywords", "quoted_terms"):
        first, second = (getattr(open_corpus(tmp_path / folder), name)() for folder in "ab")
        pd.testing.assert_frame_equal(first, second)


def write_some(folder: Path, numbers: range) -> None:
    for start in range(0, len(numbers), 20):
        articles = [Article(text=f"text {number}") for number in numbers[start : start + 20]]
        write(folder, [Analysis(article, "rules 1", 1, (), (), (), (), None, None) for article in articles])


def test_two_processes_may_write_overlapping_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setitem(sys.modules, "test_writing", sys.modules[__name__])
    monkeypatch.setattr(write_some, "__module__", "test_writing")
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        jobs = [pool.submit(write_some, tmp_path, part) for part in (range(120), range(60, 180))]
        for job in jobs:
            job.result()
    assert len(open_corpus(tmp_path).articles()) == 180


def test_many_articles_are_written_in_several_commits_and_few_in_one(
    tmp_path: Any, analysis: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr("analysis.store.writing.COMMIT_ARTICLES", 2)
    write(tmp_path, [analysis(number) for number in range(5)])
    assert corpus_version(tmp_path) == 3
    assert len(stored_ids(tmp_path)) == 5
    write(tmp_path, iter([analysis(5), analysis(6)]))
    assert corpus_version(tmp_path) == 4


def test_of_an_article_that_comes_twice_at_once_the_last_is_stored(tmp_path: Any, analysis: Any) -> None:
    write(tmp_path, [analysis(1, title="First"), analysis(1, title="Second")])
    assert open_corpus(tmp_path).articles()["title"].tolist() == ["Second"]


def test_an_edit_of_nothing_is_no_version(tmp_path: Any, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    before = corpus_version(tmp_path)
    edit(tmp_path, "article00001")
    assert corpus_version(tmp_path) == before
