"""Are samples drawn at random and kept, and is nothing of the answers lost?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from deltalake import DeltaTable

from analysis.curation.answers import Answer, holding, next_place, undo_of_last
from analysis.curation.checks import keep_answers, keep_sample, stored_answers, stored_sample, stored_samples
from analysis.curation.samples import Sample, draw_sample
from analysis.errors import CorpusError
from analysis.model import Selection, Sentence, Span
from analysis.store import open_corpus, remove, write
from analysis.store.corrections import Passage


@pytest.fixture
def folder(tmp_path: Path, analysis: Any, quotation: Any) -> Path:
    """Twenty articles with two quotations and one sentence each."""
    said = (quotation(0, "Ana Silva"), quotation(2, None, act="thought"))
    write(tmp_path / "c", [analysis(number, said) for number in range(20)])
    return tmp_path / "c"


def drawn(folder: Path, unit: Any = "quotations", size: int = 8, **more: Any) -> Sample:
    return draw_sample(open_corpus(folder), Selection(), unit, size, by="Jo", **more)


def test_a_seed_draws_the_same_and_a_larger_sample_begins_with_the_smaller(folder: Path) -> None:
    small, large = drawn(folder, size=5), drawn(folder, size=12)
    assert drawn(folder, size=5).sample_id == small.sample_id
    assert large.items[:5] == small.items
    assert drawn(folder, size=5, seed=1).items != small.items


def test_only_what_shares_are_parts_of_is_drawn_and_counted(folder: Path) -> None:
    sample = drawn(folder, size=100)
    assert (sample.of, len(sample.items)) == (20, 20)
    assert {one.found[0].speaker for one in sample.items} == {"Ana Silva"}
    assert {one.pieces[0].text for one in sample.items} == {"Arti"}


def test_a_sentence_has_what_was_found_in_it_with_the_words_that_stand_there(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    text = "One two three. Four five six. Seven."
    spans = (Span(0, 14), Span(15, 29), Span(30, 36))
    said = quotation(0, "Ana Silva", content=(Span(4, 24),), words=4)
    made = analysis(0, (said,), text=text)
    object.__setattr__(made, "sentences", tuple(Sentence(span, 0.0, False) for span in spans))
    write(tmp_path / "c", [made])
    items = {one.pieces[0].text: one for one in drawn(tmp_path / "c", "sentences", size=9).items}
    assert [found.words for found in items["One two three."].found] == [2]
    assert [found.words for found in items["Four five six."].found] == [2]
    assert items["Seven."].found == ()


def test_every_sentence_has_the_same_chance(folder: Path) -> None:
    counts: dict[str, int] = {}
    corpus = open_corpus(folder)
    for seed in range(100):
        for item in draw_sample(corpus, Selection(), "sentences", 10, seed=seed, by="Jo").items:
            counts[item.article_id] = counts.get(item.article_id, 0) + 1
    # 1,000 draws over 20 articles: 50 each, standard deviation 5.
    assert all(30 <= count <= 70 for count in counts.values())
    assert len(counts) == 20


def test_what_is_kept_comes_back_as_it_was(folder: Path) -> None:
    sample = keep_sample(folder, drawn(folder, "sentences"))
    answer = Answer(sample.sample_id, 3, "missed", "Jo", "Bo Chen", "person", missed=(Passage(0, 4, "Arti"),))
    keep_answers(folder, answer, Answer(sample.sample_id, 1, "wrong", "Jo", which=0))
    assert stored_samples(folder) == [sample]
    assert stored_answers(folder)[0] == answer
    assert stored_answers(folder)[1].which == 0


def test_a_sample_drawn_again_goes_on(folder: Path) -> None:
    first = keep_sample(folder, drawn(folder))
    assert keep_sample(folder, drawn(folder)) == first
    assert len(stored_samples(folder)) == 1


def test_a_sample_is_found_by_the_beginning_of_its_id(folder: Path) -> None:
    sample = keep_sample(folder, drawn(folder))
    assert stored_sample(folder, sample.sample_id[:6]) == sample
    with pytest.raises(CorpusError, match="no sample zzz"):
        stored_sample(folder, "zzz")


def test_the_latest_answer_holds_and_the_last_is_undone(folder: Path) -> None:
    sample = drawn(folder)
    for place, verdict in ((0, "wrong"), (1, "right"), (0, "right")):
        keep_answers(folder, Answer(sample.sample_id, place, verdict, "Jo"))  # type: ignore[arg-type]
    assert {p: one.verdict for p, one in holding(stored_answers(folder), sample.sample_id).items()} == {
        0: "right",
        1: "right",
    }
    back = undo_of_last(stored_answers(folder), sample.sample_id, "Jo")
    assert back is not None
    assert back.place == 0
    keep_answers(folder, back)
    now = holding(stored_answers(folder), sample.sample_id)
    assert list(now) == [1]
    assert next_place(sample, now) == 0
    assert undo_of_last([], sample.sample_id, "Jo") is None


def test_answers_of_many_at_once_are_all_kept(folder: Path) -> None:
    sample = keep_sample(folder, drawn(folder))
    with ThreadPoolExecutor(4) as pool:
        list(
            pool.map(
                lambda place: keep_answers(folder, Answer(sample.sample_id, place, "right", "Jo")), range(8)
            )
        )
    assert sorted(holding(stored_answers(folder), sample.sample_id)) == list(range(8))


def test_many_answers_one_by_one_stay_few_files_and_all_are_kept(folder: Path) -> None:
    for place in range(70):
        keep_answers(folder, Answer("s", place, "right", "Jo"))
    assert len(DeltaTable(str(folder / "answers")).file_uris()) < 40
    assert sorted(holding(stored_answers(folder), "s")) == list(range(70))


def test_answers_stay_when_articles_go(folder: Path) -> None:
    sample = keep_sample(folder, drawn(folder))
    keep_answers(folder, Answer(sample.sample_id, 0, "right", "Jo"))
    remove(folder, [sample.items[0].article_id])
    assert len(stored_answers(folder)) == 1


def test_nothing_to_draw_and_nonsense_are_refused(folder: Path) -> None:
    with pytest.raises(CorpusError, match="no quotations in this selection"):
        draw_sample(open_corpus(folder), Selection(text="xyzzy"), "quotations", 5, by="Jo")
    with pytest.raises(ValueError, match="at least 1"):
        drawn(folder, size=0)
    with pytest.raises(ValueError, match="no answer 'maybe'"):
        Answer("s", 0, "maybe", "Jo")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="missed"):
        Answer("s", 0, "missed", "Jo")
