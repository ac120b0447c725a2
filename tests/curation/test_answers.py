from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from analysis.curation.answers import Answer, Verdict, answer_of, holding, next_place, undo_of_last
from analysis.curation.samples import Found, Item, Sample, Unit
from analysis.errors import AnalysisError
from analysis.model import Selection, Span
from analysis.store import Corpus, open_corpus, write
from analysis.store.corrections import Passage

SENTENCE = "Levies are low, she said."


def found(number: int) -> Found:
    return Found(f"q{number}", (Span(100, 110),), (), (), "Ana Silva", "Silva", "person", "statement", 3)


def sample(unit: Unit = "sentences") -> Sample:
    """Three items: one with two quotations, one with one, one with none."""
    items = tuple(
        Item("a", (Passage(100, 100 + len(SENTENCE), SENTENCE),), tuple(found(n) for n in range(count)))
        for count in (2, 1, 0)
    )
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    return Sample(unit, 1, Selection(), 9, items, "rules 1", "c", 1, 0, "Jo", moment, "s")


def answer(place: int, verdict: Verdict, minute: int, sample_id: str = "s") -> Answer:
    return Answer(sample_id, place, verdict, "Jo", at=datetime(2026, 3, 1, 9, minute, tzinfo=UTC))


@pytest.fixture
def corpus(tmp_path: Path, analysis: Any, quotation: Any) -> Corpus:
    write(tmp_path, [analysis(1, (quotation(0, "Harbor Council", kind="organization"),))])
    return open_corpus(tmp_path)


def test_the_latest_answer_to_an_item_holds_whatever_the_order() -> None:
    given = [answer(0, "right", 3), answer(1, "right", 2), answer(0, "wrong", 1), answer(2, "right", 4, "t")]
    assert {place: one.verdict for place, one in holding(given, "s").items()} == {1: "right", 0: "right"}


def test_the_last_answer_is_undone_first() -> None:
    given = [answer(0, "right", 1), answer(1, "wrong", 2)]
    back = undo_of_last(given, "s", "Ida")
    assert back is not None
    assert (back.place, back.verdict, back.by) == (1, "undone", "Ida")
    assert list(holding([*given, back], "s")) == [0]
    assert undo_of_last(given, "t", "Ida") is None


def test_the_first_item_without_an_answer_comes_next() -> None:
    given = [answer(0, "right", 1), answer(2, "right", 2)]
    assert next_place(sample(), holding(given, "s")) == 1
    assert next_place(sample(), holding([*given, answer(1, "unsure", 3)], "s")) is None


def test_what_was_missed_is_bound_to_its_place_in_the_article(corpus: Corpus) -> None:
    made = answer_of(sample(), 2, "missed", corpus=corpus, by="Jo", speaker=" Cy Rossi ", said=" are low ")
    assert made.missed == (Passage(107, 114, "are low"),)
    assert (made.speaker, made.kind) == ("Cy Rossi", "person")
    whole = answer_of(sample(), 2, "missed", corpus=corpus, by="Jo")
    assert whole.missed == (Passage(100, 125, SENTENCE),)


def test_only_a_verdict_about_a_speaker_keeps_the_name_and_only_one_about_a_quotation_which(
    corpus: Corpus,
) -> None:
    kept = answer_of(sample(), 0, "speaker", corpus=corpus, by="Jo", speaker="Harbor Council", which=1)
    assert (kept.speaker, kept.kind, kept.which) == ("Harbor Council", "organization", 1)
    wrong = answer_of(sample(), 0, "wrong", corpus=corpus, by="Jo", speaker="Harbor Council", which=0)
    assert (wrong.speaker, wrong.kind, wrong.which) == (None, None, 0)
    right = answer_of(sample(), 0, "right", corpus=corpus, by="Jo", which=1)
    assert right.which is None


@pytest.mark.parametrize(
    ("unit", "place", "verdict", "more", "message"),
    [
        ("sentences", 3, "right", {}, "3 items, no number 4"),
        ("sentences", -1, "right", {}, "no number 0"),
        ("quotations", 0, "missed", {}, "checking sentences"),
        ("sentences", 2, "wrong", {}, "nothing was found"),
        ("sentences", 1, "wrong", {"which": 1}, "1 quotations, no number 2"),
        ("sentences", 0, "missed", {"said": "never said"}, "does not stand in the sentence"),
    ],
)
def test_an_answer_that_does_not_fit_its_item_is_refused(
    corpus: Corpus, unit: Unit, place: int, verdict: Verdict, more: dict[str, Any], message: str
) -> None:
    with pytest.raises(AnalysisError, match=message):
        answer_of(sample(unit), place, verdict, corpus=corpus, by="Jo", **more)


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="no answer 'maybe'"):
        Answer("s", 0, "maybe", "Jo")
    with pytest.raises(ValueError, match="missed"):
        Answer("s", 0, "missed", "Jo")
    with pytest.raises(ValueError, match="known together"):
        Answer("s", 0, "speaker", "Jo", speaker="Cy Rossi")
