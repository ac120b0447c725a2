import json
from pathlib import Path
from typing import Any

import pytest

GOLD = {
    "id": "a",
    "text": "“Rain will fall,” Ana Silva said.",
    "attributions": [{"id": "A1", "content": [[0, 17]], "source": [[18, 27]], "cue": [[28, 32]]}],
}
SPEAKERS = {"a": {"A1": {"speaker": "Ana Silva", "kind": "person", "statement": True, "sure": True}}}


@pytest.fixture
def gold(tmp_path: Path) -> Any:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def speakers(tmp_path: Path) -> Any:
    path = tmp_path / "speakers.json"
    path.write_text(json.dumps(SPEAKERS), "utf-8")
    return path


def test_figures_of_an_engine_are_printed(call: Any, gold: Any, speakers: Any) -> None:
    done = call("evaluate", gold, "--speakers", speakers, "--engine", "rules")
    assert done.exit_code == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].endswith("on 1 article with 1 attribution, percent")
    assert any(line.split()[-6:] == ["100.0", "100.0", "100.0", "1", "1", "1"] for line in lines)
    assert any(line.startswith("share-of-voice error") and " 0.000," in line for line in lines)
    assert lines[-1].startswith("articles per CPU second: ")


def test_json_is_one_object(call: Any, gold: Any, speakers: Any) -> None:
    done = call("evaluate", gold, "--speakers", speakers, "--format", "json")
    record = json.loads(done.stdout)
    assert record["attributions"]["attribution"]["f1"] == 1
    assert record["speakers"]["voice_error"] == 0


def test_predictions_of_analyze_score_like_the_engine_itself(call: Any, gold: Any, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(call("analyze", gold, "--gold-json").stdout, "utf-8")
    by_file = json.loads(call("evaluate", gold, "--predictions", predicted, "--format", "json").stdout)
    by_engine = json.loads(call("evaluate", gold, "--format", "json").stdout)
    assert by_file["attributions"] == by_engine["attributions"]
    assert by_file["articles_per_cpu_second"] is None


def test_without_speakers_there_are_no_figures_of_speakers(call: Any, gold: Any) -> None:
    assert "speaker" not in call("evaluate", gold).stdout


def test_bad_input_is_named_and_ends_with_1(call: Any, gold: Any, tmp_path: Path) -> None:
    gold.write_text('{"id": "a"}', "utf-8")
    done = call("evaluate", gold)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{gold}, line 1: no text; data/README.md shows the format" in done.stderr
    assert call("evaluate", tmp_path / "gone.jsonl").exit_code == 1


def test_an_engine_and_predictions_are_not_given_together(call: Any, gold: Any) -> None:
    done = call("evaluate", gold, "--engine", "rules", "--predictions", gold)
    assert done.exit_code == 2
