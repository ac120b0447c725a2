"""How do articles come into a corpus, change and leave it?"""

import json
from pathlib import Path
from typing import Any

import pytest

GOOD = json.dumps({"text": "“We are all ready now,” Mayor Ana Silva said."})


def rows(call: Any, corpus: Any) -> Any:
    return json.loads(call("show", "quotations", "--corpus", corpus, "--format", "json").stdout)


def test_adding_tells_how_many_articles_and_quotations(call: Any, source: Any) -> None:
    done = call("add", source, "--corpus", "mine")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "mine: 3 articles added" in done.stderr
    assert "quotations, 0 of them (0 %) unattributed" in done.stderr


def test_adding_twice_changes_nothing(call: Any, source: Any) -> None:
    call("add", source)
    before = rows(call, "corpus")
    assert "0 articles added, 3 already there" in call("add", source).stderr
    assert rows(call, "corpus") == before


def test_the_corpus_comes_from_the_environment_where_no_option_names_it(
    call: Any, source: Any, tmp_path: Path
) -> None:
    call("add", source, env={"NEWSVOICES_CORPUS": str(tmp_path / "other")})
    assert (tmp_path / "other" / "articles").is_dir()


def test_a_broken_line_is_named_and_ends_nothing(call: Any, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(f"{GOOD}\n{{broken\n", "utf-8")
    done = call("add", "in.jsonl")
    assert done.exit_code == 1
    assert "skipped: in.jsonl, line 2: no valid JSON" in done.stderr
    assert "1 article added" in done.stderr
    assert "1 piece of input skipped: no valid JSON" in done.stderr


def test_files_of_other_kinds_in_a_folder_are_named_but_no_failure(call: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(GOOD, "utf-8")
    (tmp_path / "in" / "x.png").write_bytes(b"\x89PNG")
    (tmp_path / "in" / ".DS_Store").touch()
    done = call("add", "in")
    assert done.exit_code == 0
    assert "x.png" in done.stderr
    assert ".DS_Store" in done.stderr


def test_a_file_of_another_kind_that_was_asked_for_is_a_failure(call: Any, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"\x89PNG")
    assert call("add", "x.png").exit_code == 1


def test_an_unclear_date_is_named_and_read_when_told_how(call: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Date: 03/04/2026\n\n“We are all ready now,” Mayor Ana Silva said.", "utf-8"
    )
    assert "unclear: a.txt" in call("add", "a.txt", "--corpus", "one").stderr
    call("add", "a.txt", "--corpus", "two", "--day-first")
    call("add", "a.txt", "--corpus", "three", "--month-first")
    assert [rows(call, name)[0]["published"] for name in ("one", "two", "three")] == [
        None,
        "2026-04-03",
        "2026-03-04",
    ]


def test_columns_are_mapped_by_the_user(call: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'words,day\n"“We are all ready,” Mayor Ana Silva said.",2026-03-02\n', "utf-8"
    )
    assert call("add", "a.csv").exit_code == 1
    assert call("add", "a.csv", "--column", "text=words", "--column", "published=day").exit_code == 0
    assert rows(call, "corpus")[0]["published"] == "2026-03-02"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere"], 1, "nowhere: no such file or folder"),
        ([], 2, "Missing argument"),
        (["x", "--column", "text"], 2, "OURS=THEIRS"),
        (["x", "--column", "color=red"], 1, "color"),
        (["x", "--engine", "magic"], 2, "magic"),
        (["x", "--corpus", "sample"], 2, "the sample corpus stays as it is"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(call: Any, arguments: Any, code: int, words: str) -> None:
    done = call("add", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_refreshing_what_is_up_to_date_does_nothing(call: Any, source: Any) -> None:
    call("add", source)
    done = call("refresh")
    assert done.exit_code == 0
    assert "0 articles analyzed anew" in done.stderr


@pytest.fixture
def first(call: Any, source: Any) -> Any:
    """The id of an article in a corpus of its own."""
    call("add", source)
    return json.loads(call("show", "quotations", "--format", "json").stdout)[0]["article_id"]


def articles(call: Any) -> Any:
    rows = json.loads(call("show", "quotations", "--format", "json").stdout)
    return {row["article_id"]: row for row in rows}


def test_what_is_edited_changes_and_the_rest_stays(call: Any, first: Any) -> None:
    assert call("edit", first, "--published", "2026-05-01", "--outlet", "Evening Star").exit_code == 0
    row = articles(call)[first]
    assert (row["published"], row["outlet"], row["title"]) == ("2026-05-01", "Evening Star", "Bridge closed")


def test_an_empty_value_means_unknown(call: Any, first: Any) -> None:
    assert call("edit", first, "--published", "", "--outlet", "").exit_code == 0
    assert (articles(call)[first]["published"], articles(call)[first]["outlet"]) == (None, None)


def test_removed_articles_are_gone(call: Any, first: Any) -> None:
    done = call("remove", first)
    assert done.exit_code == 0
    assert "1 article removed" in done.stderr
    assert first not in articles(call)


def test_an_unknown_id_is_named_and_the_others_are_removed(call: Any, first: Any) -> None:
    done = call("remove", first, "abc")
    assert done.exit_code == 1
    assert "no article abc" in done.stderr
    assert first not in articles(call)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["abc", "--title", "T"], 1, "no article abc"),
        (["abc"], 2, "nothing to correct"),
        (["abc", "--published", "soon"], 2, "YYYY-MM-DD"),
    ],
)
def test_an_edit_that_cannot_be_made_says_why(
    call: Any, first: Any, arguments: Any, code: int, words: str
) -> None:
    done = call("edit", *arguments)
    assert done.exit_code == code
    assert words in done.stderr
