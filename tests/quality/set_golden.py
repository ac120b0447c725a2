"""Write down what the rules find in the articles of data/: ``python tests/quality/set_golden.py``.

`test_golden.py` compares. A change that is meant shows in the diff of
golden.tsv, quotation by quotation; one that is not meant shows too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from analysis import Analysis, Article, Quotation, analyze, read
from analysis.model import Keyword

FILE = Path(__file__).with_name("golden.tsv")
DATA = Path(__file__).parents[2] / "data"


def lines() -> Iterator[str]:
    """What is found, one line a quotation and one for everybody who speaks in an article."""
    for article in read(DATA / "sample", DATA / "gold" / "articles.jsonl"):
        found = analyze(article, engine="rules")
        yield f"# {article.title or article.path or ''}\t{_mean(found.article_tone)}\t{_mean(found.speech_tone)}"
        yield from (_line(article, quotation) for quotation in found.quotations)
        yield from (
            f"= {speaker.name}\t{speaker.kind}\t{speaker.role or ''}\t{'|'.join(speaker.aliases)}"
            for speaker in found.speakers
        )
        yield "* " + ", ".join(f"{word.term} {word.count}" for word in _keywords(found))


def _line(article: Article, quotation: Quotation) -> str:
    def words(name: str) -> str:
        return " … ".join(" ".join(span.of(article.text).split()) for span in getattr(quotation, name))

    places = ",".join(f"{span.start}-{span.end}" for span in quotation.content)
    content = words("content")
    shown = content if len(content) <= 60 else f"{content[:30]} … {content[-25:]}"
    facts = (
        quotation.form,
        quotation.act,
        quotation.speaker or "-",
        quotation.kind or "-",
        quotation.role or "-",
    )
    numbers = (f"{quotation.confidence:.3f}", _mean(quotation.tone), str(quotation.words))
    return "\t".join((*facts, *numbers, words("cue"), words("source"), places, shown))


def _keywords(found: Analysis) -> tuple[Keyword, ...]:
    return found.keywords[:12]


def _mean(tone: float | None) -> str:
    return "-" if tone is None else f"{tone:.3f}"


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")
    sys.exit(0)
