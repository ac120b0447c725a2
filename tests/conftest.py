"""What all tests share: no deadlines, analyses made by hand, corpora that pages must bear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from analysis import Article, analyze
from analysis.model import Analysis, Keyword, Quotation, Sentence, Span, Speaker
from analysis.run import sample_corpus
from analysis.store import write

settings.register_profile("newsvoices", deadline=None)
settings.load_profile("newsvoices")

Make = Callable[..., Analysis]

HOSTILE = (
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "![x](http://example.invalid/x.png)",
    "[a](javascript:alert(1))",
    "$x$ and $$y$$",
    ":material/home: :red[red]",
    "\u202eright to left",
    "W" * 400,
    " ",
    "=cmd()",
)


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample, nothing at all, one article that quotes nobody, and hostile names, titles and texts."""
    folder = tmp_path_factory.mktemp("corpora")
    silent = Article(
        "The river rose by two metres. The bridge stayed open. The levy was paid.", title="Water"
    )
    written = {
        "empty": [],
        "silent": [analyze(silent)],
        "hostile": [_hostile(number, words) for number, words in enumerate(HOSTILE * 3)],
    }
    for name, analyses in written.items():
        write(folder / name, analyses)
    return {"sample": sample_corpus()} | {name: folder / name for name in written}


def _hostile(number: int, words: str) -> Analysis:
    text = f"{words} {words} {words}.\n\n{' '.join(HOSTILE)} The levy is paid."
    end = len(words)
    kind = ("person", "organization", "unnamed", "group")[number % 4]
    quotation = Quotation(
        quotation_id=f"q{number}",
        content=(Span(0, end),),
        source=(Span(end + 1, 2 * end + 1),),
        cue=(),
        form=("direct", "mixed", "indirect")[number % 3],
        act="statement",
        speaker=words,
        kind=kind,
        role=words,
        tone=(number % 7 - 3) / 4,
        words=3 + number,
        confidence=0.5,
        terms=(words, "levy"),
    )
    return Analysis(
        article=Article(
            text,
            title=words,
            outlet=words,
            authors=(words,),
            published=date(2026, 1, 1) + timedelta(days=3 * number) if number % 5 else None,
            url=f"javascript:{words}",
            article_id=f"hostile{number:02}",
        ),
        analyzer="rules 0.1.0",
        words=9,
        sentences=(Sentence(Span(0, len(text)), 0.2, False),),
        quotations=(quotation,),
        speakers=(Speaker(words, kind, words, (words, f"{words}x")),),
        keywords=(Keyword(words, 3), Keyword("levy", 1)),
        article_tone=0.2,
        speech_tone=0.1,
    )


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


BRIDGE = (
    "“The old bridge is a terrible danger to everybody,” Mayor Ana Silva said on Monday. "
    "“We will repair the old bridge.”\n\nThe engineer Bo Chen said that the bridge would be closed.\n\n"
    "The river was wonderful that day. Nobody came to the hearing."
)


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A corpus of one analyzed article, in which Ana Silva and Bo Chen speak once."""
    write(tmp_path, [analyze(Article(BRIDGE, title="Bridge closed", outlet="Post", article_id="bridge"))])
    return tmp_path


@pytest.fixture
def quotation() -> Callable[..., Quotation]:
    return make_quotation


@pytest.fixture
def analysis() -> Make:
    return make_analysis
