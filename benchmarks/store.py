"""How long does a corpus of many articles take to write and to ask?

Made-up articles of 500 words with 10 quotations and 100 keywords each; names
and words are drawn as in real text, a few often and most seldom.

    python benchmarks/store.py --articles 100000 --corpus DIR
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from analysis.model import FORMS, Analysis, Article, Keyword, Quotation, Selection, Sentence, Span, Speaker
from analysis.store import corpus_exists, corpus_version, open_corpus, write

WORDS = [f"word{number}" for number in range(20_000)]
NAMES = [f"Person Number{number}" for number in range(5_000)]
FALLING = {len(pool): list(accumulate(1 / n for n in range(1, len(pool) + 1))) for pool in (WORDS, NAMES)}


def draw(source: random.Random, pool: list[str], count: int) -> list[str]:
    return source.choices(pool, cum_weights=FALLING[len(pool)], k=count)


def quotation(source: random.Random, number: int, length: int) -> Quotation:
    start = source.randrange(length - 200)
    named = source.random() < 0.9
    full = draw(source, NAMES, 1)[0]
    # One in twenty by the surname alone, which has to be found out across articles.
    name = full if source.random() < 0.95 else full.split()[-1]
    return Quotation(
        quotation_id=f"{source.getrandbits(64):016x}",
        content=(Span(start, start + 150),),
        source=(Span(start + 160, start + 170),),
        cue=(Span(start + 171, start + 175),),
        form=source.choice(FORMS),
        act="statement",
        speaker=name if named else None,
        kind="person" if named else None,
        role="mayor",
        tone=source.uniform(-1, 1),
        words=source.randrange(1, 60),
        confidence=0.9,
        terms=tuple(draw(source, WORDS, 8)),
    )


def analysis(number: int) -> Analysis:
    source = random.Random(number)
    text = " ".join(draw(source, WORDS, 500))
    quotations = tuple(quotation(source, n, len(text)) for n in range(10))
    return Analysis(
        article=Article(
            text=text,
            title=" ".join(draw(source, WORDS, 8)),
            outlet=f"Outlet {number % 7}",
            published=date(2024, 1, 1) + timedelta(days=number % 900),
        ),
        analyzer="rules 0.1.0",
        words=500,
        sentences=tuple(Sentence(Span(n * 100, n * 100 + 99), 0.1, False) for n in range(25)),
        quotations=quotations,
        speakers=tuple(Speaker(q.speaker, "person", "mayor") for q in quotations if q.speaker),
        keywords=tuple(Keyword(word, 1) for word in dict.fromkeys(draw(source, WORDS, 100))),
        article_tone=0.1,
        speech_tone=0.1,
    )


def seconds(work: Callable[[], object], times: int = 3) -> str:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return f"first {taken[0]:.2f} s, best {min(taken):.2f} s"


def questions(corpus: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    opened = open_corpus(corpus)
    quarter = Selection(date_from=date(2024, 4, 1), date_to=date(2024, 6, 30))
    measured = ["article_id", "speaker", "kind", "form", "words", "tone"]
    yield "newest version", lambda: corpus_version(corpus)
    yield "open", lambda: open_corpus(corpus).undated
    yield (
        "names across articles, kept from the first time on",
        lambda: open_corpus(corpus).quotations(Selection(date_to=date(1900, 1, 1)), ["speaker"]),
    )
    yield "quotations, what measures need, all", lambda: opened.quotations(columns=measured)
    yield "quotations, what measures need, a quarter", lambda: opened.quotations(quarter, measured)
    yield "quotations, all columns, a quarter", lambda: opened.quotations(quarter)
    yield "articles, all", opened.articles
    yield "articles with two words, all", lambda: opened.articles(Selection(text="word17 word33"))
    yield "keywords, a quarter", lambda: opened.keywords(quarter)
    yield "speakers", opened.speakers


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--corpus", type=Path, required=True)
    given = options.parse_args()
    if not corpus_exists(given.corpus):
        made = (analysis(number) for number in range(given.articles))
        print(f"make and write: {seconds(lambda: write(given.corpus, made), times=1)}", flush=True)
    for name, work in questions(given.corpus):
        print(f"{name}: {seconds(work)}", flush=True)


if __name__ == "__main__":
    main()
