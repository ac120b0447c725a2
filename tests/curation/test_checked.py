"""Hand-computed: what answers to a sample say of precision, recall and shares; what is exported."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from analysis.curation.answers import Answer, answer_of, holding
from analysis.curation.checked import accuracy, corrected_shares, statements_then
from analysis.curation.marked import marked_articles, sentences_alone
from analysis.curation.samples import Sample, draw_sample
from analysis.evaluation import Credited, measure_attributions, measure_voices, read_gold, read_speaker_marks
from analysis.model import Analysis, Article, Quotation, Selection, Sentence, Span, Speaker
from analysis.store import Corpus, open_corpus, write
from analysis.store.corrections import OtherSpeaker, Passage, add_corrections

TEXT = "“Ten words are said here and they are ten indeed.” Silva said. The levy is low. Chen is for it."
SAID, SECOND, THIRD = Span(0, 62), Span(63, 79), Span(80, 95)


def article(number: int, speaker: str) -> Analysis:
    quotation = Quotation(
        f"q{number}",
        (Span(0, 50),),
        (Span(51, 56),),
        (Span(57, 61),),
        "direct",
        "statement",
        speaker,
        "person",
        None,
        0.0,
        10,
        0.9,
    )
    return Analysis(
        article=Article(TEXT, title=str(number), published=date(2026, 3, 1), article_id=f"a{number:02}"),
        analyzer="rules 0.2.0",
        words=20,
        sentences=tuple(Sentence(span, 0.0, span is SAID) for span in (SAID, SECOND, THIRD)),
        quotations=(quotation,),
        speakers=(Speaker(speaker, "person"),),
        keywords=(),
        article_tone=0.0,
        speech_tone=0.0,
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Twenty articles, each with ten words: twelve by Ana Silva, eight by Bo Chen."""
    write(tmp_path / "c", [article(n, "Ana Silva" if n < 12 else "Bo Chen") for n in range(20)])
    return open_corpus(tmp_path / "c")


def drawn(corpus: Corpus, unit: str, size: int = 100) -> Sample:
    return draw_sample(corpus, Selection(distinct_stories=False), unit, size, by="Jo")  # type: ignore[arg-type]


def answered(corpus: Corpus, sample: Sample, other: dict[str, tuple[str, str | None, str]]) -> list[Answer]:
    """Everything is right but what ``other`` says of these articles: verdict, speaker, missed words."""
    answers = []
    for place, item in enumerate(sample.items):
        verdict, speaker, said = other.get(item.article_id, ("right", None, ""))
        wanted = said.split()[0] in item.pieces[0].text if said else bool(item.found)
        if not wanted:
            verdict, speaker, said = "right", None, ""
        answers.append(
            answer_of(sample, place, verdict, corpus=corpus, by="Jo", speaker=speaker, said=said)  # type: ignore[arg-type]
        )
    return answers


def test_all_quotations_checked_give_the_true_shares(corpus: Corpus) -> None:
    sample = drawn(corpus, "quotations")
    other = {
        "a00": ("speaker", "Bo Chen", ""),
        "a01": ("speaker", "Bo Chen", ""),
        "a12": ("wrong", None, ""),
        "a13": ("wrong", None, ""),
    }
    answers = holding(answered(corpus, sample, other), sample.sample_id)
    shares = corrected_shares(statements_then(corpus.path, sample), sample, answers).set_index("speaker")
    # Raw 12 and 8 of 20; in truth 10 and 8 of 18.
    assert shares["share"].tolist() == [0.6, 0.4]
    assert shares["corrected"].tolist() == pytest.approx([10 / 18, 8 / 18])
    assert (shares["low"] < shares["corrected"]).all()
    figures = accuracy(sample, answers).set_index("measure")
    assert figures.loc["precision", ["right", "checked"]].tolist() == [18, 20]
    assert figures.loc["speaker", ["right", "checked"]].tolist() == [16, 18]


def test_all_sentences_checked_count_what_was_missed(corpus: Corpus) -> None:
    sample = drawn(corpus, "sentences")
    assert sample.of == 60
    other = {f"a{n:02}": ("missed", "Bo Chen", "The levy is low.") for n in range(5)}
    answers = holding(answered(corpus, sample, other), sample.sample_id)
    # 200 words found and 5 × 4 missed, all of them Bo Chen's: 120 and 100 of 220.
    shares = corrected_shares(statements_then(corpus.path, sample), sample, answers).set_index("speaker")
    assert shares["corrected"].tolist() == pytest.approx([120 / 220, 100 / 220])
    recall = accuracy(sample, answers).set_index("measure").loc["recall"]
    assert (recall["right"], recall["checked"]) == (20, 25)


def test_few_answers_and_those_nobody_is_sure_of_correct_nothing(corpus: Corpus) -> None:
    sample = drawn(corpus, "quotations")
    unsure = answered(corpus, sample, {item.article_id: ("unsure", None, "") for item in sample.items})
    shares = corrected_shares(statements_then(corpus.path, sample), sample, holding(unsure, sample.sample_id))
    assert shares["corrected"].isna().all()
    assert shares["share"].tolist() == [0.6, 0.4]
    assert accuracy(sample, holding(unsure, sample.sample_id))["checked"].tolist() == [0, 0, 0]


def test_later_corrections_change_neither_raw_nor_corrected_shares(corpus: Corpus) -> None:
    sample = drawn(corpus, "quotations")
    pieces = (Passage(0, 50, TEXT[:50]),)
    made = OtherSpeaker(
        by="Jo", article_id="a00", pieces=pieces, speaker="Bo Chen", kind="person", act="statement"
    )
    add_corrections(corpus.path, [made])
    now = open_corpus(corpus.path)
    assert now.quotations(Selection(distinct_stories=False))["speaker"].value_counts()["Bo Chen"] == 9
    shares = corrected_shares(statements_then(corpus.path, sample), sample, {})
    assert shares["share"].tolist() == [0.6, 0.4]


def test_checked_items_are_gold_that_counts_only_where_somebody_looked(
    corpus: Corpus, tmp_path: Path
) -> None:
    sample = drawn(corpus, "sentences")
    other = {"a00": ("missed", "Bo Chen", "The levy is low."), "a01": ("wrong", None, "")}
    answers = [
        answer
        for answer, item in zip(answered(corpus, sample, other), sample.items, strict=True)
        if item.article_id in ("a00", "a01", "a02") and "Chen is" not in item.pieces[0].text
    ]
    articles, speakers = marked_articles(corpus, [sample], answers)
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


def test_sentences_stand_alone_with_complete_marks(corpus: Corpus) -> None:
    sample = drawn(corpus, "sentences")
    answers = answered(corpus, sample, {"a00": ("missed", "Bo Chen", "levy is low")})
    texts, speakers = sentences_alone(*marked_articles(corpus, [sample], answers))
    by_id = {row["id"]: row for row in texts}
    assert len(texts) == 60
    second = by_id["a00-63"]
    assert second["text"] == "The levy is low."
    assert second["attributions"] == [{"id": "A2", "source": [], "cue": [], "content": [[4, 15]]}]
    assert speakers["a00-63"]["A2"]["speaker"] == "Bo Chen"
    assert by_id["a00-80"]["attributions"] == []
