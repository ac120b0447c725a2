from pathlib import Path
from typing import Any

import pytest

from analysis.errors import CorpusError
from analysis.model import Analysis, Selection
from analysis.readers import read
from analysis.run import is_sample, sample, sample_corpus
from analysis.store import corpus_version, open_corpus, write


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A cache folder of this test's own, and a sample of two articles."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("a", "b"):
        text = f"Title: {name}\nDate: 2026-03-01\n\n“We are ready,” Mayor Ana Silva said in {name}.\n"
        (source / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sample, "_sample_articles", lambda: source)
    return tmp_path / "cache" / "newsvoices"


def test_the_sample_is_analyzed_once(cache: Any) -> None:
    first = sample_corpus()
    version = corpus_version(first)
    assert sample_corpus() == first
    assert corpus_version(first) == version
    assert len(open_corpus(first).articles()) == 2


def test_nothing_else_is_left_in_the_cache_folder(cache: Any) -> None:
    folder = sample_corpus()
    assert list(cache.iterdir()) == [folder]


def test_only_the_sample_is_the_sample(cache: Any, tmp_path: Path) -> None:
    assert is_sample(sample_corpus())
    assert not is_sample(tmp_path)


def test_who_comes_second_leaves_the_sample_of_the_first(cache: Any, tmp_path: Path) -> None:
    folder = sample_corpus()
    sample._build(tmp_path / "source", folder)
    assert len(open_corpus(folder).articles()) == 2


def test_a_cache_that_cannot_be_written_is_told_with_the_remedy(cache: Any) -> None:
    cache.parent.write_text("a file in the way")
    with pytest.raises(CorpusError, match="set XDG_CACHE_HOME"):
        sample_corpus()


def test_a_package_without_its_sample_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "shipped", tmp_path.joinpath)
    with pytest.raises(CorpusError, match="newsvoices add PATH"):
        sample_corpus()


def test_an_empty_result_is_not_kept_as_the_sample(cache: Any, tmp_path: Path) -> None:
    for file in (tmp_path / "source").glob("*.txt"):
        file.write_bytes(b"")
    with pytest.raises(CorpusError, match="none of the sample articles could be read"):
        sample_corpus()
    assert list(cache.iterdir()) == []


def test_a_sample_behind_a_link_is_read(cache: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "linked").symlink_to(tmp_path / "source", target_is_directory=True)
    monkeypatch.setattr(sample, "_sample_articles", lambda: tmp_path / "linked")
    assert len(open_corpus(sample_corpus()).articles()) == 2


def test_the_wire_stories_of_the_real_sample_are_found_in_both_outlets(tmp_path: Path) -> None:
    articles = list(read(sample._sample_articles()))
    write(tmp_path, [blank(article) for article in articles])
    corpus = open_corpus(tmp_path)
    every = corpus.articles(Selection(distinct_stories=False))
    stories = every.groupby("story_id")["outlet"].agg(["size", "nunique"])
    assert stories[stories["size"] > 1].to_numpy().tolist() == [[2, 2]] * 4
    assert len(corpus.articles()) == len(articles) - 4


def blank(article: Any) -> Any:
    """An analysis that found nothing: stories are made of texts alone."""
    return Analysis(article, "rules 0.1.0", 0, (), (), (), (), None, None)
