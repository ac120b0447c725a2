"""Shares are compared with those of another selection, and with what was expected."""

import json
from pathlib import Path
from typing import Any


def test_shares_before_and_after_are_those_of_the_two_selections(call: Any, corpus: Any) -> None:
    done = call(
        "differences",
        "--from",
        "2026-03-10",
        "--to",
        "2026-03-31",
        "--before-from",
        "2026-03-01",
        "--before-to",
        "2026-03-09",
        "--format",
        "json",
        "--corpus",
        corpus,
    )
    assert done.exit_code == 0, done.stderr
    rows = json.loads(done.stdout)
    for row in rows:
        assert abs(row["after"] - row["before"] - row["difference"]) < 1e-9
        assert row["low"] is None
    sizes = [abs(row["difference"]) for row in rows]
    assert sizes == sorted(sizes, reverse=True)
    assert "Before: Quoted words of statements, 1 article in 1 story" in done.stderr
    assert "After: Quoted words of statements, 1 article in 1 story" in done.stderr
    assert "describes" in done.stderr


def test_something_to_compare_with_must_be_said(call: Any, corpus: Any) -> None:
    done = call("differences", "--corpus", corpus)
    assert done.exit_code == 2
    assert "--before-from" in done.stderr


def test_outlets_are_compared_as_a_table(call: Any, corpus: Any) -> None:
    done = call(
        "differences", "--outlet", "The Tidewater", "--before-outlet", "harbor post", "--corpus", corpus
    )
    assert done.exit_code == 0, done.stderr
    assert done.stdout.split()[:4] == ["speaker", "before", "after", "points"]


def test_shares_are_compared_with_a_table_of_expectations(call: Any, corpus: Any, tmp_path: Path) -> None:
    (tmp_path / "seats.csv").write_text("name,seats\nBo Chen,30\nAna Silva,10\n", "utf-8")
    rows = json.loads(call("expected", "seats.csv", "--format", "json", "--corpus", corpus).stdout)
    assert {row["speaker"]: row["expected"] for row in rows} == {"Bo Chen": 0.75, "Ana Silva": 0.25}
    assert "ratio" in call("expected", "seats.csv", "--corpus", corpus).stdout
    (tmp_path / "seats.csv").write_text("name,seats\nBo Chen,many\n", "utf-8")
    assert "seats.csv, line 2" in call("expected", "seats.csv", "--corpus", corpus).stderr
