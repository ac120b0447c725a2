"""Twenty articles of two speakers, samples of them, and answers to these."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analysis.curation.answers import Answer, answer_of
from analysis.curation.samples import Sample, Unit, draw_sample
from analysis.model import Analysis, Article, Quotation, Selection, Sentence, Span, Speaker
from analysis.store import Corpus, open_corpus, write

TEXT = "“Ten words are said here and they are ten indeed.” Silva said. The levy is low. Chen is for it."
SAID, SECOND, THIRD = Span(0, 62), Span(63, 79), Span(80, 95)

Other = dict[str, tuple[str, str | None, str]]


def _article(number: int, speaker: str) -> Analysis:
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
def checked(tmp_path: Path) -> Corpus:
    """Twenty articles, each with ten words: twelve by Ana Silva, eight by Bo Chen."""
    write(tmp_path / "c", [_article(n, "Ana Silva" if n < 12 else "Bo Chen") for n in range(20)])
    return open_corpus(tmp_path / "c")


@pytest.fixture
def drawn(checked: Corpus) -> Callable[[Unit], Sample]:
    """A sample of everything."""
    return lambda unit: draw_sample(checked, Selection(distinct_stories=False), unit, 100, by="Jo")


@pytest.fixture
def answered(checked: Corpus) -> Callable[[Sample, Other], list[Answer]]:
    """Everything is right but what is said of these articles: verdict, speaker, missed words."""

    def answer(sample: Sample, other: Other) -> list[Answer]:
        answers = []
        for place, item in enumerate(sample.items):
            verdict, speaker, said = other.get(item.article_id, ("right", None, ""))
            wanted = said.split()[0] in item.pieces[0].text if said else bool(item.found)
            if not wanted:
                verdict, speaker, said = "right", None, ""
            answers.append(
                answer_of(sample, place, verdict, corpus=checked, by="Jo", speaker=speaker, said=said)
            )
        return answers

    return answer


@pytest.fixture
def folder(tmp_path: Path, analysis: Any, quotation: Any) -> Path:
    """Twenty articles with two quotations and one sentence each."""
    said = (quotation(0, "Ana Silva"), quotation(2, None, act="thought"))
    write(tmp_path / "c", [analysis(number, said) for number in range(20)])
    return tmp_path / "c"
