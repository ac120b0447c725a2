"""Can a corpus be corrected from the command line, and the corrections be carried elsewhere?"""

import json
from pathlib import Path
from typing import Any

import pytest


def said(call: Any) -> Any:
    return json.loads(call("show", "quotations", "--format", "json", "--limit", "0").stdout)


def by_chen(call: Any) -> Any:
    return next(row for row in said(call) if row["speaker"] == "Bo Chen")


def listed(call: Any) -> Any:
    return call("corrections", "list").stdout


def test_a_speaker_is_reassigned_and_the_effect_is_told(own: Any) -> None:
    row = by_chen(own)
    done = own(
        "correct", "speaker", row["quotation_id"], "--to", "Cy Rossi", "--by", "Eva", "--why", "heard it"
    )
    assert done.exit_code == 0, done.stderr
    assert "Cy Rossi: 0" in done.stderr
    assert {q["quotation_id"]: q["speaker"] for q in said(own)}[row["quotation_id"]] == "Cy Rossi"
    assert "Eva" in listed(own)
    assert "heard it" in listed(own)


def test_a_missed_quotation_a_tone_and_a_story_can_be_corrected(own: Any) -> None:
    row = by_chen(own)
    article = row["article_id"]
    text = "The engineer Bo Chen said"
    marked = own("correct", "quotation", article, text, "--speaker", "Dee Wu", "--kind", "person")
    assert marked.exit_code == 0, marked.stderr
    assert any(q["speaker"] == "Dee Wu" for q in said(own))
    assert own("correct", "tone", article, text, "--", "-0.5").exit_code == 0
    assert own("correct", "story", article, "--alone").exit_code == 0
    assert own("correct", "story", article).exit_code == 2


def test_words_are_found_across_kinds_of_marks_and_spaces(own: Any) -> None:
    article = next(row["article_id"] for row in said(own) if row["title"] == "Bridge closed")
    copied = '"The old  bridge is a\nterrible danger to everybody,"'
    done = own("correct", "quotation", article, copied, "--speaker", "Dee Wu", "--kind", "person")
    assert done.exit_code == 0, done.stderr
    assert "“The old bridge is a terrible danger to everybody,”" in {row["text"] for row in said(own)}


def test_an_address_is_no_corpus_and_makes_no_folder(call: Any, source: Any, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    done = call("add", source, "--corpus", "s3://bucket/corpus")
    assert done.exit_code == 1
    assert "s3://bucket/corpus: a corpus is a folder of this machine" in done.stderr
    assert set(tmp_path.iterdir()) == before


def test_names_kinds_and_roles_can_be_corrected(own: Any) -> None:
    assert own("correct", "about", "Bo Chen", "--role", "chief engineer").exit_code == 0
    assert own("correct", "name", "Bo Chen", "Robert Chen").exit_code == 0
    assert {row["role"] for row in said(own) if row["speaker"] == "Robert Chen"} == {"chief engineer"}
    assert own("correct", "about", "Robert Chen").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("correct", "speaker", "nothing", "--to", "Ana"), "no quotation nothing"),
        (("correct", "name", "Nobody", "Ana"), "no speaker “Nobody”"),
        (("correct", "tone", "nothing", "text", "0.5"), "no article nothing"),
        (("corrections", "undo", "nothing"), "no correction nothing"),
    ],
)
def test_what_is_not_there_is_named(own: Any, arguments: Any, message: str) -> None:
    done = own(*arguments)
    assert done.exit_code == 1
    assert message in done.stderr


def test_the_sample_is_not_corrected(call: Any) -> None:
    assert call("correct", "name", "A", "B", "--corpus", "sample").exit_code == 2
