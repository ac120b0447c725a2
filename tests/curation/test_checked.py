"""Hand-computed: what answers to a sample say of precision, recall and shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.curation.answers import Answer, holding
from analysis.curation.checked import accuracy, corrected_shares, statements_then
from analysis.curation.samples import Sample, Unit
from analysis.model import Selection
from analysis.store import Corpus, open_corpus
from analysis.store.corrections import OtherSpeaker, Passage, add_corrections

Drawn = Callable[[Unit], Sample]
Answered = Callable[[Sample, dict[str, tuple[str, str | None, str]]], list[Answer]]


def test_all_quotations_checked_give_the_true_shares(
    checked: Corpus, drawn: Drawn, answered: Answered
) -> None:
    sample = drawn("quotations")
    other = {
        "a00": ("speaker", "Bo Chen", ""),
        "a01": ("speaker", "Bo Chen", ""),
        "a12": ("wrong", None, ""),
        "a13": ("wrong", None, ""),
    }
    answers = holding(answered(sample, other), sample.sample_id)
    shares = corrected_shares(statements_then(checked.path, sample), sample, answers).set_index("speaker")
    # Raw 12 and 8 of 20; in truth 10 and 8 of 18.
    assert shares["share"].tolist() == [0.6, 0.4]
    assert shares["corrected"].tolist() == pytest.approx([10 / 18, 8 / 18])
    assert (shares["low"] < shares["corrected"]).all()
    figures = accuracy(sample, answers).set_index("measure")
    assert figures.loc["precision", ["right", "checked"]].tolist() == [18, 20]
    assert figures.loc["speaker", ["right", "checked"]].tolist() == [16, 18]


def test_all_sentences_checked_count_what_was_missed(
    checked: Corpus, drawn: Drawn, answered: Answered
) -> None:
    sample = drawn("sentences")
    assert sample.of == 60
    other = {f"a{n:02}": ("missed", "Bo Chen", "The levy is low.") for n in range(5)}
    answers = holding(answered(sample, other), sample.sample_id)
    # 200 words found and 5 × 4 missed, all of them Bo Chen's: 120 and 100 of 220.
    shares = corrected_shares(statements_then(checked.path, sample), sample, answers).set_index("speaker")
    assert shares["corrected"].tolist() == pytest.approx([120 / 220, 100 / 220])
    recall = accuracy(sample, answers).set_index("measure").loc["recall"]
    assert (recall["right"], recall["checked"]) == (20, 25)


def test_few_answers_and_those_nobody_is_sure_of_correct_nothing(
    checked: Corpus, drawn: Drawn, answered: Answered
) -> None:
    sample = drawn("quotations")
    unsure = answered(sample, {item.article_id: ("unsure", None, "") for item in sample.items})
    shares = corrected_shares(
        statements_then(checked.path, sample), sample, holding(unsure, sample.sample_id)
    )
    assert shares["corrected"].isna().all()
    assert shares["share"].tolist() == [0.6, 0.4]
    assert accuracy(sample, holding(unsure, sample.sample_id))["checked"].tolist() == [0, 0, 0]


def test_later_corrections_change_neither_raw_nor_corrected_shares(
    checked: Corpus, drawn: Drawn, answered: Answered
) -> None:
    sample = drawn("quotations")
    pieces = (Passage(0, 50, "“Ten words are said here and they are ten indeed.”"),)
    made = OtherSpeaker(
        by="Jo", article_id="a00", pieces=pieces, speaker="Bo Chen", kind="person", act="statement"
    )
    add_corrections(checked.path, [made])
    now = open_corpus(checked.path)
    assert now.quotations(Selection(distinct_stories=False))["speaker"].value_counts()["Bo Chen"] == 9
    shares = corrected_shares(statements_then(checked.path, sample), sample, {})
    assert shares["share"].tolist() == [0.6, 0.4]
