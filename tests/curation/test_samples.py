"""Samples are drawn at random, each quotation or sentence with the same chance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analysis.curation.samples import Sample, draw_sample
from analysis.errors import CorpusError
from analysis.model import Selection, Sentence, Span
from analysis.store import open_corpus, write


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


def test_nothing_to_draw_and_no_size_are_refused(folder: Path) -> None:
    with pytest.raises(CorpusError, match="no quotations in this selection"):
        draw_sample(open_corpus(folder), Selection(text="xyzzy"), "quotations", 5, by="Jo")
    with pytest.raises(ValueError, match="at least 1"):
        drawn(folder, size=0)


def test_a_quotation_out_of_the_selection_is_not_found_in_a_sentence(folder: Path) -> None:
    items = drawn(folder, "sentences", size=3).items
    assert [[found.quotation_id for found in item.found] for item in items] == [["q0"]] * 3
