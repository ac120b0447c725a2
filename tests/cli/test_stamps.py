"""Does a method stamp give the same figures again?"""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def stamped(call: Any, source: Any) -> Any:
    """A corpus of one's own, and a stamp of its shares of voice."""
    assert call("add", source).exit_code == 0
    shown = call(
        "show", "share-of-voice", "--format", "csv", "--outlet", "Harbor Post", "--stamp", "stamp.json"
    )
    assert shown.exit_code == 0, shown.stderr
    return call, shown.stdout


def test_a_stamp_says_what_stands_behind_the_figures(stamped: Any, tmp_path: Path) -> None:
    stamp = json.loads((tmp_path / "stamp.json").read_text("utf-8"))
    assert stamp["measure"] == "share-of-voice"
    assert stamp["selection"]["outlets"] == ["Harbor Post"]
    assert (stamp["articles"], stamp["corpus_version"], stamp["corrections_version"]) == (2, 1, 0)
    assert stamp["analyzer"].startswith("tagger ")
    assert stamp["figures"]
    assert stamp["seed"]


def test_the_same_figures_come_again_after_corrections_and_additions(
    stamped: Any, source: Any, tmp_path: Path
) -> None:
    call, before = stamped
    row = json.loads(call("show", "quotations", "--format", "json").stdout)[0]
    call("correct", "speaker", row["quotation_id"], "--to", "Cy Rossi")
    more = tmp_path / "more.txt"
    more.write_text("Outlet: Harbor Post\n\n“Ferries will sail,” Dee Wu said.", "utf-8")
    call("add", more)
    done = call("reproduce", "stamp.json")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == before
    assert "the same figures again" in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("chart", "share-over-time", "--to", "c.html", "--metric", "words"),
        ("chart", "outlets-by-speakers", "--to", "c.html"),
        ("export", "quotations", "--to", "q.csv", "--outlet", "Harbor Post"),
        ("export", "articles", "--to", "a.csv"),
        ("export", "keywords", "--to", "k.csv"),
        ("show", "concentration"),
        ("show", "bounds", "--metric", "quotations"),
    ],
    ids=" ".join,
)
def test_charts_and_exports_have_stamps_that_give_their_figures_again(
    stamped: Any, source: Any, tmp_path: Path, command: Any
) -> None:
    call, _ = stamped
    done = call(*command, "--stamp", "other.json")
    assert done.exit_code == 0, done.stderr
    more = tmp_path / "more.txt"
    more.write_text("Outlet: Harbor Post\n\n“Ferries will sail,” Dee Wu said.", "utf-8")
    call("add", more)
    again = call("reproduce", "other.json")
    assert again.exit_code == 0, again.stderr
    assert "the same figures again" in again.stderr
    assert "Ferries" not in again.stdout


def test_a_stamp_of_a_measure_that_is_not_known_is_told(stamped: Any, tmp_path: Path) -> None:
    call, _ = stamped
    stamp = json.loads((tmp_path / "stamp.json").read_text("utf-8"))
    for name in ("chart nothing", "export nothing", "nothing"):
        (tmp_path / "stamp.json").write_text(json.dumps(stamp | {"measure": name}), "utf-8")
        assert f"no measure “{name}”" in call("reproduce", "stamp.json").stderr


def test_another_corpus_is_refused(stamped: Any, source: Any, tmp_path: Path) -> None:
    call, _ = stamped
    call("add", source, "--corpus", tmp_path / "other")
    done = call("reproduce", "stamp.json", "--corpus", tmp_path / "other")
    assert done.exit_code == 1
    assert "not the corpus of stamp.json" in done.stderr


def test_other_figures_are_told_with_what_differs(stamped: Any, tmp_path: Path) -> None:
    call, _ = stamped
    stamp = json.loads((tmp_path / "stamp.json").read_text("utf-8"))
    (tmp_path / "stamp.json").write_text(json.dumps(stamp | {"figures": "x", "seed": 1}), "utf-8")
    done = call("reproduce", "stamp.json")
    assert done.exit_code == 1
    assert "seed 1 then" in done.stderr


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"selection": {"date_from": "never"}}'])
def test_what_is_no_stamp_is_said_to_be_none(call: Any, tmp_path: Path, text: str) -> None:
    (tmp_path / "wrong.json").write_text(text, "utf-8")
    done = call("reproduce", "wrong.json")
    assert done.exit_code == 1
    assert "wrong.json: no method stamp" in done.stderr
