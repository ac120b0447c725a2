"""A sample is drawn, answered, taken back, told and exported from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.measures.resampling import SEED


@pytest.fixture
def own(call: Any, source: Any) -> Any:
    """A corpus of one's own."""
    assert call("add", source).exit_code == 0
    return call


def drawn(own: Any, *more: Any) -> Any:
    done = own("check", "draw", *more)
    assert done.exit_code == 0, done.stderr
    return done.stdout.strip()


def test_a_sample_is_drawn_with_a_seed_that_is_told(own: Any) -> None:
    sample = drawn(own, "--size", 3, "--outlet", "Harbor Post")
    assert drawn(own, "--size", 3, "--outlet", "Harbor Post") == sample
    assert drawn(own, "--size", 3, "--outlet", "Harbor Post", "--seed", 5) != sample
    listed = own("check", "list").stdout
    assert sample in listed
    assert str(SEED) in listed
    assert "Outlet: Harbor Post." in listed


def test_answers_are_kept_and_the_last_is_taken_back(own: Any) -> None:
    sample = drawn(own)
    assert own("check", "answer", sample, 1, "right").exit_code == 0
    done = own("check", "answer", sample, 2, "speaker", "--speaker", "Cy Rossi")
    assert "2 of" in done.stderr
    rows = json.loads(own("check", "report", sample, "--format", "json").stdout)
    assert {row["measure"]: (row["right"], row["checked"]) for row in rows} == {
        "precision": (2, 2),
        "speaker": (1, 2),
        "precision with speaker": (1, 2),
    }
    assert "number 2 is open again" in own("check", "undo", sample).stderr
    assert "1 of 1" in own("check", "report", sample).stdout
    own("check", "undo", sample)
    assert "no answer to undo" in own("check", "undo", sample).stderr


def test_items_are_asked_one_by_one_until_the_reader_stops(own: Any) -> None:
    sample = drawn(own, "--size", 3)
    asked = own("check", "answer", sample, input="y\nx\nn\nz\ns\nCy Rossi\nq\n")
    assert asked.exit_code == 0, asked.stderr
    assert "1 of 3" in asked.stderr
    assert "no answer “x”" in asked.stderr
    rows = json.loads(own("check", "report", sample, "--format", "json").stdout)
    assert [(row["right"], row["checked"]) for row in rows] == [(2, 2), (1, 2), (1, 2)]
    assert "all answered" in own("check", "answer", sample, input="y\n").stderr


def test_missed_words_must_stand_in_the_sentence(own: Any) -> None:
    sample = drawn(own, "--of", "sentences")
    wrong = own("check", "answer", sample, 1, "missed", "--said", "never printed")
    assert wrong.exit_code == 1
    assert "does not stand in the sentence" in wrong.stderr
    assert own("check", "answer", sample, 1, "missed", "--speaker", "Bo Chen").exit_code == 0
    assert "recall" in own("check", "report", sample).stdout


def test_shares_stand_raw_beside_corrected(own: Any) -> None:
    sample = drawn(own)
    rows = json.loads(own("check", "report", sample, "--shares", "--format", "json").stdout)
    assert {"speaker", "share", "corrected", "low", "high"} == set(rows[0])
    assert rows[0]["corrected"] is None


def test_what_was_checked_is_evaluated(own: Any, tmp_path: Path) -> None:
    sample = drawn(own)
    for _ in range(4):
        own("check", "answer", sample, input="y\nq\n")
    done = own("check", "export", "--to", "gold.jsonl", "--speakers", "speakers.json")
    assert done.exit_code == 0, done.stderr
    told = own("evaluate", "gold.jsonl", "--speakers", "speakers.json", "--format", "json")
    assert told.exit_code == 0, told.stderr
    found = json.loads(told.stdout)["attributions"]["matched_0.8"]
    assert (found["right"], found["predicted"], found["gold"]) == (4, 4, 4)


def test_the_sample_corpus_stays_as_it_is(call: Any) -> None:
    done = call("check", "draw", "--corpus", "sample")
    assert done.exit_code == 2
    assert "stays as it is" in done.stderr


def test_an_unknown_sample_is_told(own: Any) -> None:
    done = own("check", "report", "nothing")
    assert done.exit_code == 1
    assert "check list" in done.stderr
