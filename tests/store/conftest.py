"""Analyses made by hand, so that the store can be tested without an engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from analysis.model import Analysis, Article, Keyword, Quotation, Sentence, Span, Speaker

Make = Callable[..., Analysis]


def make_quotation(number: int, speaker: str | None = "Ana Silva", **fields: Any) -> Quotation:
    start = number * 10
    values: dict[str, Any] = {
        "quotation_id": f"q{number}",
        "content": (Span(start, start + 4), Span(start + 5, start + 9)),
        "source": (Span(start + 5, start + 9),),
        "cue": (),
        "form": "direct",
        "act": "statement",
        "speaker": speaker,
        "kind": None if speaker is None else "person",
        "role": None,
        "tone": 0.5,
        "words": 10,
        "confidence": 0.9,
        "terms": ("harbor", "budget", "harbor"),
    }
    return Quotation(**(values | fields))


def make_analysis(
    number: int = 0,
    quotations: tuple[Quotation, ...] | None = None,
    published: date | None = date(2026, 3, 1),
    outlet: str | None = "Herald",
    analyzer: str = "rules 0.1.0",
    **article: Any,
) -> Analysis:
    fields: dict[str, Any] = {"text": f"Article number {number}. " + "The harbor needs a budget. " * 20}
    found = (make_quotation(0),) if quotations is None else quotations
    return Analysis(
        article=Article(
            **(fields | article), published=published, outlet=outlet, article_id=f"article{number:05}"
        ),
        analyzer=analyzer,
        words=100,
        sentences=(Sentence(Span(0, 17), 0.25, False),),
        quotations=found,
        speakers=tuple(Speaker(q.speaker, q.kind, q.role) for q in found if q.speaker and q.kind),
        keywords=(Keyword("harbor", 3), Keyword("Ana Silva", 1, True)),
        article_tone=0.25,
        speech_tone=None,
    )


@pytest.fixture
def quotation() -> Callable[..., Quotation]:
    return make_quotation


@pytest.fixture
def analysis() -> Make:
    return make_analysis
