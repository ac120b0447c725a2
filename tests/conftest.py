"""What holds for all tests: no test is judged by how fast the machine is; corpora that pages must bear."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from analysis import Article, analyze
from analysis.model import Analysis, Keyword, Quotation, Sentence, Span, Speaker
from analysis.run import sample_corpus
from analysis.store import write

settings.register_profile("newsvoices", deadline=None)
settings.load_profile("newsvoices")

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
