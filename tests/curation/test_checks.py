"""Samples and answers come back as they were, and nothing of the answers is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from deltalake import DeltaTable

from analysis.curation.answers import Answer, holding
from analysis.curation.checks import keep_answers, keep_sample, stored_answers, stored_sample, stored_samples
from analysis.curation.samples import Sample, draw_sample
from analysis.errors import CorpusError
from analysis.model import Selection
from analysis.store import open_corpus, remove
from analysis.store.corrections import Passage


def drawn(folder: Path, unit: Any = "quotations", size: int = 8, **more: Any) -> Sample:
    return draw_sample(open_corpus(folder), Selection(), unit, size, by="Jo", **more)


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
