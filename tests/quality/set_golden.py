"""Write down what the rules find in the articles of data/: ``python tests/quality/set_golden.py``.

`test_golden.py` compares. A change that is meant shows in the diff of
golden.tsv, quotation by quotation; one that is not meant shows too.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis import Analysis, Article, Quotation, analyze, read
from analysis.model import Kind, Speaker
from analysis.speakers.across import names_across
from analysis.speakers.across.voices import NO_DAY, NameSeen

FILE = Path(__file__).with_name("golden.tsv")
DATA = Path(__file__).parents[2] / "data"


def lines() -> Iterator[str]:
    """What is found, one line a quotation and one for everybody who speaks in an article."""
    analyses = []
    for article in read(DATA / "sample", DATA / "gold" / "articles.jsonl"):
        found = analyze(article, engine="rules")
        analyses.append(found)
        yield f"# {article.title or article.path or ''}\t{_mean(found.article_tone)}\t{_mean(found.speech_tone)}"
        yield from (_line(article, quotation) for quotation in found.quotations)
        yield from (
            f"= {speaker.name}\t{speaker.kind}\t{speaker.role or ''}\t{'|'.join(speaker.aliases)}"
            for speaker in found.speakers
        )
        yield "* " + ", ".join(f"{word.term} {word.count}" for word in found.keywords[:12])
    yield from _across(analyses)


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


def _across(analyses: Sequence[Analysis]) -> Iterator[str]:
    """Under which name each speaker stands across all articles."""
    seen: dict[tuple[str, Kind], list[Speaker]] = defaultdict(list)
    days: dict[str, set[int]] = defaultdict(set)
    for found in analyses:
        for speaker in found.speakers:
            if speaker.kind != "unnamed":
                seen[speaker.name, speaker.kind].append(speaker)
            days[speaker.name].add(found.article.published.toordinal() if found.article.published else NO_DAY)
    names = [
        NameSeen(
            name, kind, len(each), frozenset(form for one in each for form in one.aliases if form.isupper())
        )
        for (name, kind), each in sorted(seen.items())
    ]
    for row in names_across(names, lambda asked: {name: sorted(days[name]) for name in asked}):
        yield f"@ {row.name}\t{row.first_day}\t{row.last_day}\t{row.speaker}"


def _mean(tone: float | None) -> str:
    return "-" if tone is None else f"{tone:.3f}"


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")
    sys.exit(0)
