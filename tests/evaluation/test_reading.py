import json
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import UnreadableInput
from analysis.evaluation import SpeakerMark, read_gold, read_predictions, read_speaker_marks
from analysis.model import Span

ROW = {
    "id": "a",
    "title": "Rain",
    "text": "“Rain,” Ana said.",
    "attributions": [{"id": "A1", "content": [[0, 7]], "source": [[8, 11]], "cue": [[12, 16], [3, 3]]}],
}
QUOTE = {"content": [[0, 7]], "source": [[8, 11]], "cue": []}
MARK = {"speaker": "Ana", "kind": "person", "statement": True, "sure": True}


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Write values as lines of JSON."""

    def write(*values: Any) -> Any:
        path = tmp_path / "given.jsonl"
        lines = [
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values
        ]
        path.write_text("\n".join(lines), "utf-8")
        return path

    return write


@pytest.fixture
def gold(file: Any) -> Any:
    return read_gold(file(ROW))


def test_marked_articles_are_read(gold: Any) -> None:
    (article,) = gold
    (quotation,) = article.quotations
    assert (article.article_id, article.article.title) == ("a", None)
    assert (quotation.mark_id, quotation.content, quotation.source) == ("A1", (Span(0, 7),), (Span(8, 11),))


def test_an_empty_span_marks_nothing(gold: Any) -> None:
    assert gold[0].quotations[0].cue == (Span(12, 16),)


def test_a_line_separator_in_a_text_ends_no_line(file: Any) -> None:
    assert read_gold(file(ROW | {"text": "“Rain,” Ana said\u2028and left."}))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["{"], "line 1: no JSON"),
        ([ROW, [1]], "line 2: no JSON object"),
        ([{"text": "a"}], "line 1: no id"),
        ([{"id": "a"}], "line 1: no text"),
        ([{"id": "a", "text": "b"}], "line 1: attributions must be a list"),
        ([ROW, ROW], "line 2: id 'a' comes twice"),
        ([""], "no articles"),
        ([ROW | {"attributions": [QUOTE | {"content": [[0, 99]]}]}], r"attribution 1: content \[0, 99\]"),
        ([ROW | {"attributions": [QUOTE | {"source": [[8, 4]]}]}], r"attribution 1: source \[8, 4\]"),
        ([ROW | {"attributions": [QUOTE | {"cue": [[0, True]]}]}], r"cue \[0, true\] is no \[start, end\]"),
        ([ROW | {"attributions": ["he"]}], "attribution 1: no JSON object"),
    ],
)
def test_a_line_that_is_no_marked_article_is_named(file: Any, rows: Any, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read_gold(file(*rows))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"gone\.jsonl: cannot be read"):
        read_gold(tmp_path / "gone.jsonl")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(UnreadableInput, match="not UTF-8 at byte 8"):
        read_gold(path)


def test_speakers_are_read_for_the_articles_at_hand(file: Any, gold: Any) -> None:
    marks = read_speaker_marks(file({"a": {"A1": MARK}, "other": {"A9": MARK}}), gold)
    assert marks == {"a": {"A1": SpeakerMark("Ana", "person", True)}}


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ([1], "not article id"),
        ({"b": {}}, "none of its articles"),
        ({"a": {"A2": MARK}}, "article a, A2: the gold file has no such attribution"),
        ({"a": {"A1": MARK | {"kind": "robot"}}}, "kind 'robot'"),
        ({"a": {"A1": MARK | {"statement": "yes"}}}, "statement must be true or false"),
        ({"a": {"A1": MARK | {"speaker": 3}}}, "speaker 3 is neither a name nor null"),
    ],
)
def test_marks_that_do_not_fit_are_named(file: Any, gold: Any, marks: Any, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read_speaker_marks(file(marks), gold)


def test_a_prediction_without_a_speaker_is_credited_to_its_source(file: Any, gold: Any) -> None:
    (predicted,) = read_predictions(file({"id": "a", "quotes": [QUOTE]}), gold)["a"]
    assert (predicted.speaker, predicted.is_statement) == ("Ana", True)


def test_a_prediction_may_credit_nobody(file: Any, gold: Any) -> None:
    (predicted,) = read_predictions(file({"id": "a", "quotes": [QUOTE | {"speaker": None}]}), gold)["a"]
    assert predicted.speaker is None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"id": "b", "quotes": []}], "article 'b' is not in the gold file"),
        ([{"id": "a", "quotes": []}, {"id": "a", "quotes": []}], "line 2: article 'a' comes twice"),
        ([{"id": "a"}], "quotes must be a list"),
        ([{"id": "a", "quotes": [QUOTE | {"act": "shout"}]}], "quotation 1: act 'shout'"),
        ([{"id": "a", "quotes": [QUOTE | {"speaker": 1}]}], "speaker 1"),
        ([{"id": "a", "quotes": [QUOTE | {"confidence": "high"}]}], "confidence 'high'"),
    ],
)
def test_predictions_that_do_not_fit_are_named(file: Any, gold: Any, rows: Any, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read_predictions(file(*rows), gold)
