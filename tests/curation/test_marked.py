"""Checked items as gold: it counts only where somebody looked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from analysis.curation.answers import Answer
from analysis.curation.marked import marked_articles, sentences_alone
from analysis.curation.samples import Sample, Unit
from analysis.evaluation import Credited, measure_attributions, measure_voices, read_gold, read_speaker_marks
from analysis.model import Span
from analysis.store import Corpus

SAID, SECOND, THIRD = Span(0, 62), Span(63, 79), Span(80, 95)
Drawn = Callable[[Unit], Sample]
Answered = Callable[[Sample, dict[str, tuple[str, str | None, str]]], list[Answer]]


def test_checked_items_are_gold_that_counts_only_where_somebody_looked(
    checked: Corpus, drawn: Drawn, answered: Answered, tmp_path: Path
) -> None:
    sample = drawn("sentences")
    other = {"a00": ("missed", "Bo Chen", "The levy is low."), "a01": ("wrong", None, "")}
    answers = [
        answer
        for answer, item in zip(answered(sample, other), sample.items, strict=True)
        if item.article_id in ("a00", "a01", "a02") and "Chen is" not in item.pieces[0].text
    ]
    articles, speakers = marked_articles(checked, [sample], answers)
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, articles)), "utf-8")
    (tmp_path / "speakers.json").write_text(json.dumps(speakers), "utf-8")
    gold = read_gold(tmp_path / "gold.jsonl")
    assert [one.article_id for one in gold] == ["a00", "a01", "a02"]
    assert gold[0].checked == (SAID, SECOND)
    said = Credited((Span(0, 50),), (Span(51, 56),), (Span(57, 61),), "Ana Silva")
    outside = Credited((THIRD,), (), (), "Bo Chen")
    figures = measure_attributions(gold, dict.fromkeys(("a00", "a01", "a02"), (said, outside)))
    found = figures.agreements["attribution"]
    # Right in a00 and a02; a01 is no quotation; one missed in a00; what nobody looked at counts nowhere.
    assert (found.right, found.predicted, found.gold) == (2, 3, 3)
    marks = read_speaker_marks(tmp_path / "speakers.json", gold)
    assert [mark.speaker for mark in marks["a00"].values()] == ["Ana Silva", "Bo Chen"]
    voices = measure_voices(gold, marks, {"a00": (said, outside), "a02": (said, outside)})
    assert (voices.speaker.right, voices.speaker.gold) == (2, 3)


def test_sentences_stand_alone_with_complete_marks(checked: Corpus, drawn: Drawn, answered: Answered) -> None:
    sample = drawn("sentences")
    answers = answered(sample, {"a00": ("missed", "Bo Chen", "levy is low")})
    texts, speakers = sentences_alone(*marked_articles(checked, [sample], answers))
    by_id = {row["id"]: row for row in texts}
    assert len(texts) == 60
    second = by_id["a00-63"]
    assert second["text"] == "The levy is low."
    assert second["attributions"] == [{"id": "A2", "source": [], "cue": [], "content": [[4, 15]]}]
    assert speakers["a00-63"]["A2"]["speaker"] == "Bo Chen"
    assert by_id["a00-80"]["attributions"] == []
