"""Are corrections suggested, listed, undone and carried elsewhere?"""

import json
from pathlib import Path
from typing import Any


def said(call: Any) -> Any:
    return json.loads(call("show", "quotations", "--format", "json", "--limit", "0").stdout)


def by_chen(call: Any) -> Any:
    return next(row for row in said(call) if row["speaker"] == "Bo Chen")


def listed(call: Any) -> Any:
    return call("corrections", "list").stdout


def test_a_correction_is_undone_and_the_list_says_so(own: Any) -> None:
    row = by_chen(own)
    before = said(own)
    own("correct", "no-quotation", row["quotation_id"])
    assert len(said(own)) == len(before) - 1
    number = listed(own).splitlines()[2].split()[0]
    assert own("corrections", "undo", number).exit_code == 0
    assert said(own) == before
    assert "undone" in listed(own)


def test_corrections_are_carried_to_another_corpus_and_overridden_ones_are_told(
    own: Any, source: Any, tmp_path: Path
) -> None:
    row = by_chen(own)
    own("correct", "speaker", row["quotation_id"], "--to", "Cy Rossi", "--by", "Eva")
    assert own("corrections", "export", "--to", "mine.jsonl").exit_code == 0
    other = tmp_path / "other"
    own("add", source, "--corpus", other)
    own("correct", "speaker", row["quotation_id"], "--to", "Dee Wu", "--by", "Ben", "--corpus", other)
    done = own("corrections", "import", "mine.jsonl", "--corpus", other)
    assert "1 correction added" in done.stderr
    assert "overridden:" in done.stderr
    assert "Dee Wu" in done.stderr
    assert (
        "0 corrections added, 1 there already"
        in own("corrections", "import", "mine.jsonl", "--corpus", other).stderr
    )


def test_a_file_of_something_else_is_refused_by_line(own: Any, tmp_path: Path) -> None:
    (tmp_path / "wrong.jsonl").write_text('{"action": "name"}\n', "utf-8")
    done = own("corrections", "import", "wrong.jsonl")
    assert done.exit_code == 1
    assert "wrong.jsonl, line 1: no correction" in done.stderr


def test_what_is_doubtful_is_offered_with_its_id(own: Any) -> None:
    rows = json.loads(own("review", "--format", "json").stdout)
    assert rows == sorted(rows, key=lambda row: -row["doubtful_words"])
    assert {row["reason"] for row in rows} <= {"low confidence", "unattributed"}
    first = rows[0]["quotation_id"]
    assert first in own("review").stdout
    own("correct", "speaker", first, "--to", "Ana Silva")
    again = {row["quotation_id"] for row in json.loads(own("review", "--format", "json").stdout)}
    assert first not in again


def test_names_that_look_like_one_person_are_offered_in_pairs(own: Any) -> None:
    row = by_chen(own)
    own("correct", "speaker", row["quotation_id"], "--to", "B. Chen", "--kind", "person")
    pairs = json.loads(own("review", "--names", "--format", "json").stdout)
    assert {pairs[0]["speaker"], pairs[0]["other"]} == {"Bo Chen", "B. Chen"}
    assert "same surname" in own("review", "--names").stdout
