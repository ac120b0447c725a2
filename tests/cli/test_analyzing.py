"""What does `newsvoices analyze` print of an article?"""

import json
from pathlib import Path
from typing import Any

import pytest


def lines(done: Any) -> Any:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def record(call: Any, source: Any) -> Any:
    """The first article as jsonl has it."""
    return lines(call("analyze", source, "--format", "jsonl"))[0]


def test_a_line_of_jsonl_has_these_fields(record: Any, source: Any) -> None:
    assert list(record) == ["article", "tone", "quotations", "share_of_voice", "keywords"]
    about = {name: value for name, value in record["article"].items() if name != "text"}
    assert about == {
        "id": about["id"],
        "path": str(source),
        "url": "https://harborpost.example/bridge",
        "title": "Bridge closed",
        "outlet": "Harbor Post",
        "authors": ["Jo Park"],
        "published": "2026-03-02",
    }
    assert list(record["tone"]) == ["article", "speech"]
    assert list(record["keywords"][0]) == ["term", "count"]
    assert " ".join(record["quotations"][0]) == (
        "id pieces text source source_text cue cue_text speaker kind role form act tone words confidence"
    )


def test_offsets_refer_to_the_text(record: Any) -> None:
    text = record["article"]["text"]
    for quotation in record["quotations"]:
        for pieces, joined in (("pieces", "text"), ("source", "source_text"), ("cue", "cue_text")):
            assert " ".join(text[start:end] for start, end in quotation[pieces]) == quotation[joined]


def test_shares_of_an_article_sum_to_one(record: Any) -> None:
    shares = record["share_of_voice"]
    assert sum(row["share"] for row in shares) == pytest.approx(1)
    assert [row["words"] for row in shares] == sorted((row["words"] for row in shares), reverse=True)
    assert shares[0]["speaker"] == "Ana Silva"


def test_gold_json_keeps_given_ids_and_untouched_text(call: Any, tmp_path: Path) -> None:
    text = "Headline\r\n\r\n  “We\x00 are all ready now,” Mayor Ana Silva said."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x_7", "text": text}), "utf-8")
    (line,) = lines(call("analyze", "a.jsonl", "--gold-json"))
    assert (list(line), line["id"]) == (["id", "quotes"], "x_7")
    (quote,) = line["quotes"]
    assert list(quote) == ["content", "source", "cue", "speaker", "act", "confidence"]
    ((start, end),) = quote["content"]
    assert text[start:end] == "“We\x00 are all ready now,”"


def test_an_article_without_a_given_id_is_known_by_its_own(call: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody said a thing.", "utf-8")
    gold, full = (
        lines(call("analyze", "a.txt", *more))[0] for more in (["--gold-json"], ["--format", "jsonl"])
    )
    assert gold["id"] == full["article"]["id"]


def test_a_dash_reads_an_article_from_standard_input(call: Any) -> None:
    text = "Bridge closed\n\n“We are all ready now,” Mayor Ana Silva said."
    (line,) = lines(call("analyze", "-", "--format", "jsonl", input=text))
    assert line["article"]["path"] is None
    assert line["quotations"][0]["speaker"] == "Ana Silva"


def test_the_table_names_speakers_tone_and_keywords(call: Any, source: Any) -> None:
    done = call("analyze", source)
    assert done.exit_code == 0
    assert done.stderr == ""
    for words in ("Bridge closed", "Harbor Post", "2 March 2026", "Ana Silva", "no date", "Keywords: "):
        assert words in done.stdout


def test_an_article_that_quotes_nobody_says_so(call: Any) -> None:
    assert "This article quotes nobody." in call("analyze", "-", input="The harbor was empty.").stdout


def test_control_characters_do_not_reach_the_terminal(call: Any, tmp_path: Path) -> None:
    title = "Red \x1b[31m\u202ealert\x07"
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": title, "text": "Nothing happened."}), "utf-8")
    shown = call("analyze", "a.jsonl").stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_nothing_is_stored(call: Any, source: Any, tmp_path: Path) -> None:
    call("analyze", source)
    assert list(tmp_path.iterdir()) == []


def test_empty_input_is_named(call: Any) -> None:
    done = call("analyze", "-", input="")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "skipped: -: an empty file" in done.stderr
