from pathlib import Path
from typing import Any

import pytest

from analysis.errors import CorpusError
from analysis.store import corpus_exists, corpus_version, default_corpus, edit, open_corpus, remove, write
from analysis.store.table import files_of, load


def test_a_folder_without_a_corpus_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus here; add articles with `newsvoices add"):
        open_corpus(tmp_path / "nothing")
    assert not corpus_exists(tmp_path / "nothing")


@pytest.mark.parametrize("broken", ["log", "data"])
def test_a_damaged_table_is_told_as_such(tmp_path: Path, analysis: Any, broken: Any) -> None:
    write(tmp_path, [analysis(1)])
    pattern = "articles/_delta_log/*.json" if broken == "log" else "articles/*.parquet"
    for file in tmp_path.glob(pattern):
        file.write_bytes(b"rubbish")
    with pytest.raises(CorpusError, match="cannot be read") as told:
        open_corpus(tmp_path).articles()
    assert str(tmp_path) in str(told.value)


def test_a_missing_data_file_is_told_as_damage(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    for file in tmp_path.glob("articles/*.parquet"):
        file.unlink()
    with pytest.raises(CorpusError, match="restore it from a copy"):
        open_corpus(tmp_path).articles()


def test_a_file_is_no_folder_for_a_corpus(tmp_path: Path, analysis: Any) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CorpusError, match="file"):
        write(tmp_path / "file", [analysis(1)])


def test_a_folder_with_other_things_in_place_of_the_table_is_refused(tmp_path: Path, analysis: Any) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "letter.txt").write_text("Dear reader")
    with pytest.raises(CorpusError, match="not a table of newsvoices"):
        write(tmp_path, [analysis(1)])


def test_a_path_may_hold_spaces_apostrophes_and_signs(tmp_path: Path, analysis: Any) -> None:
    folder = tmp_path / "Ana's 100% corpus #1? é+b"
    write(folder, [analysis(1)])
    assert len(open_corpus(folder).quotations()) == 1


def test_the_version_moves_when_rows_change_and_only_then(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    first = corpus_version(tmp_path)
    remove(tmp_path, ["nobody"])
    assert corpus_version(tmp_path) == first == open_corpus(tmp_path).version
    edit(tmp_path, "article00001", title="New")
    assert corpus_version(tmp_path) > first


def test_joining_small_files_is_no_new_version_and_loses_nothing(
    tmp_path: Path, analysis: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.store.writing._SMALL_FILES", 4)
    for number in range(4):
        write(tmp_path, [analysis(number)])
    assert len(files_of(load(tmp_path), tmp_path)) < 3
    assert corpus_version(tmp_path) == 4
    assert len(open_corpus(tmp_path).articles()) == 4


def test_the_corpus_is_the_one_given_else_the_environments_else_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSVOICES_CORPUS", "/somewhere")
    assert default_corpus("given") == Path("given")
    assert default_corpus(None) == Path("/somewhere")
    monkeypatch.delenv("NEWSVOICES_CORPUS")
    assert default_corpus() == Path("corpus")


def test_an_older_version_stays_readable_under_its_own_number(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    older = corpus_version(tmp_path)
    write(tmp_path, [analysis(2)])
    assert len(open_corpus(tmp_path).articles()) == 2
    opened = open_corpus(tmp_path, older)
    assert (opened.version, len(opened.articles())) == (older, 1)


def test_a_version_that_never_was_is_told(tmp_path: Path, analysis: Any) -> None:
    write(tmp_path, [analysis(1)])
    with pytest.raises(CorpusError):
        open_corpus(tmp_path, 99)


@pytest.mark.parametrize("address", ["s3://bucket/corpus", "hdfs://cluster/a", "https://example.org/corpus"])
def test_an_address_is_no_folder(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    with pytest.raises(CorpusError, match="a corpus is a folder of this machine"):
        default_corpus(address)
    monkeypatch.setenv("NEWSVOICES_CORPUS", address)
    with pytest.raises(CorpusError):
        default_corpus()
