from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake.exceptions import CommitFailedError

from analysis.errors import CorpusError
from analysis.store import corpus_exists, corpus_version, default_corpus, edit, open_corpus, remove, write
from analysis.store.table import (
    committed,
    derived_table,
    files_of,
    keep_derived,
    load,
    readable,
)


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


@pytest.mark.parametrize("name", ["Letter.txt", "letter.txt"])
def test_whatever_the_other_thing_is_called_the_folder_is_refused_and_a_begun_table_is_not(
    tmp_path: Any, analysis: Any, name: Any
) -> None:
    (tmp_path / "a" / "articles" / "_delta_log").mkdir(parents=True)
    write(tmp_path / "a", [analysis(1)])
    assert len(open_corpus(tmp_path / "a").articles()) == 1
    (tmp_path / "b" / "articles").mkdir(parents=True)
    (tmp_path / "b" / "articles" / name).write_text("Dear reader")
    with pytest.raises(CorpusError, match="choose another folder with --corpus"):
        write(tmp_path / "b", [analysis(1)])


def test_a_change_that_others_overtake_is_made_again_40_times_with_ever_longer_rests(
    tmp_path: Any, monkeypatch: Any
) -> None:
    rests: list[float] = []
    monkeypatch.setattr("analysis.store.table.time.sleep", rests.append)

    def overtaken() -> Any:
        raise CommitFailedError

    with pytest.raises(CorpusError, match="other processes write to this corpus all the time; try again"):
        committed(tmp_path, overtaken)
    assert len(rests) == 40
    assert all(0.01 <= rest <= min(2, 0.05 * 2**place) for place, rest in enumerate(rests))
    assert max(rests) > 0.5


def test_a_change_that_others_overtake_once_is_made_once(tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("analysis.store.table.time.sleep", lambda _: None)
    outcomes = iter([CommitFailedError("overtaken"), "made"])

    def change() -> Any:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    assert committed(tmp_path, change) == "made"
    assert list(outcomes) == []


def test_trouble_is_told_in_one_line_of_200_characters_at_most(tmp_path: Any) -> None:
    with pytest.raises(CorpusError) as told, readable(tmp_path):
        raise OSError("no  room\n" + "x" * 300)
    start = f"{tmp_path}: the corpus cannot be read or written ("
    assert str(told.value).startswith(f"{start}no room {'x' * 192}); check the folder's permissions")


def test_of_derived_tables_the_newest_three_are_kept(tmp_path: Any) -> None:
    schema = pa.schema({"n": pa.int64()})
    for number in range(5):
        keep_derived(tmp_path / "sums" / f"{number}.parquet", pa.table({"n": [number]}, schema))
    assert sorted(file.stem for file in tmp_path.glob("sums/*")) == ["2", "3", "4"]
    assert derived_table(tmp_path / "sums" / "3.parquet", schema).to_pylist() == [{"n": 3}]
    assert derived_table(tmp_path / "sums" / "3.parquet", pa.schema({"m": pa.int64()})) is None
    assert derived_table(tmp_path / "sums" / "1.parquet", schema) is None
