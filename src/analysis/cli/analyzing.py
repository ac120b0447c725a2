"""Print what newsvoices finds in articles, and store nothing.

`as_record` is a line of ``--format jsonl``, `as_gold` a line of ``--gold-json``,
the shape in which annotated articles are kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import click

from analysis.cli.messages import Watch
from analysis.cli.options import engine_option, reading_options
from analysis.cli.output import write_json_line, write_lines
from analysis.cli.terminal import cut, plain, table_lines, terminal_width
from analysis.model import Analysis, Article, Quotation, Span
from analysis.pipeline import ENGINES
from analysis.pipeline import analyze as analyze_article
from analysis.readers import ReadOptions, Skipped, read, read_bytes
from analysis.wording import numbers
from analysis.wording.cells import UNATTRIBUTED

_KEYWORDS = 12
_STDIN = "-"
_STDIN_NAME = "standard input.txt"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)
@click.option(
    "--gold-json", is_flag=True, help="Print the quotations as annotated articles have them, one line each."
)
@engine_option
@reading_options
def analyze(
    paths: tuple[str, ...],
    format_: str,
    gold_json: bool,
    engine: str | None,
    columns: dict[str, str],
    day_first: bool | None,
) -> None:
    """Analyze articles and print what is found; stores nothing.

    PATH is a file or folder; “-” is an article on standard input.
    """
    watch = Watch(paths)
    options = ReadOptions(columns, day_first, repair=not gold_json)
    for number, article in enumerate(_articles(paths, options, watch)):
        try:
            if gold_json:
                # Annotated articles have their headline marked like any other words of the text.
                article = replace(article, title=None)
            analysis = analyze_article(article, engine=engine or ENGINES[0])
        except Exception as error:  # A bad article never ends a run.
            watch.fail(article.path or _STDIN, f"cannot be analyzed ({type(error).__name__}: {error})")
            continue
        if gold_json:
            write_json_line(as_gold(analysis))
        elif format_ == "jsonl":
            write_json_line(as_record(analysis))
        else:
            write_lines([""] * bool(number) + report(analysis))
    watch.finish()


def report(analysis: Analysis) -> list[str]:
    """An analysis for a reader at a terminal, as lines."""
    article = analysis.article
    lines = [plain(article.title or "(no title)"), _about(analysis), ""]
    if analysis.quotations:
        lines += [*_share_lines(analysis), "", *_quotation_lines(analysis), ""]
    else:
        lines += ["This article quotes nobody.", ""]
    words = ", ".join(f"{keyword.term} {keyword.count}" for keyword in analysis.keywords[:_KEYWORDS])
    return [*lines, cut(f"Keywords: {plain(words) or 'none'}", terminal_width())]


def as_record(analysis: Analysis) -> dict[str, Any]:
    """All that is known of an article; positions are characters of ``article.text``."""
    article = analysis.article
    return {
        "article": {
            "id": article.article_id,
            "path": article.path,
            "url": article.url,
            "title": article.title,
            "outlet": article.outlet,
            "authors": list(article.authors),
            "published": article.published.isoformat() if article.published else None,
            "text": article.text,
        },
        "tone": {"article": analysis.article_tone, "speech": analysis.speech_tone},
        "quotations": [_quotation(quotation, article.text) for quotation in analysis.quotations],
        "share_of_voice": [
            {"speaker": speaker, "words": words, "share": share} for speaker, words, share in voices(analysis)
        ],
        "keywords": [{"term": keyword.term, "count": keyword.count} for keyword in analysis.keywords],
    }


def as_gold(analysis: Analysis) -> dict[str, Any]:
    """The quotations alone, under the id that the article had where it came from."""
    return {
        "id": analysis.article.given_id or analysis.article.article_id,
        "quotes": [
            {
                "content": _pairs(quotation.content),
                "source": _pairs(quotation.source),
                "cue": _pairs(quotation.cue),
                "speaker": quotation.speaker,
                "act": quotation.act,
                "confidence": quotation.confidence,
            }
            for quotation in analysis.quotations
        ],
    }


def voices(analysis: Analysis) -> list[tuple[str | None, int, float]]:
    """Speaker (None: unattributed), words of statements and their share, most words first.

    The same measure as `analysis.measures.shares`, which takes frames: making
    one for each article would take longer than to analyze it.
    """
    words: Counter[str | None] = Counter()
    for quotation in analysis.quotations:
        if quotation.act == "statement":
            words[quotation.speaker] += quotation.words
    total = max(words.total(), 1)
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))
    return [(speaker, count, count / total) for speaker, count in ranked]


def _articles(paths: Sequence[str], options: ReadOptions, watch: Watch) -> Iterator[Article]:
    files = [path for path in paths if path != _STDIN]
    if files:
        yield from read(*files, options=options, on_skip=watch.skip)
    if len(files) < len(paths):
        data = sys.stdin.buffer.read()

        def skip(skipped: Skipped) -> None:
            watch.skip(replace(skipped, place=_STDIN))

        for article in read_bytes(_STDIN_NAME, data, options=options, on_skip=skip):
            yield replace(article, path=None)


def _about(analysis: Analysis) -> str:
    article = analysis.article
    tones = (("text", analysis.article_tone), ("speech", analysis.speech_tone))
    tone = ", ".join(f"{name} {numbers.tone(value)}" for name, value in tones if value is not None)
    parts = (
        article.outlet or "",
        ", ".join(article.authors),
        numbers.day(article.published) if article.published else "no date",
        numbers.counted(analysis.words, "word"),
        f"sentiment (tone): {tone}" if tone else "",
    )
    return plain(" · ".join(part for part in parts if part))


def _share_lines(analysis: Analysis) -> list[str]:
    rows = [
        (name or UNATTRIBUTED, numbers.count(words), numbers.share(part))
        for name, words, part in voices(analysis)
    ]
    return table_lines(["speaker", "words", "share"], rows, right=[False, True, True])


def _quotation_lines(analysis: Analysis) -> list[str]:
    rows = [
        (
            quotation.speaker or UNATTRIBUTED,
            quotation.form if quotation.act == "statement" else "thought",
            numbers.tone(quotation.tone),
            quotation.text_in(analysis.article.text),
        )
        for quotation in analysis.quotations
    ]
    return table_lines(["speaker", "form", "tone", "quotation"], rows, right=[False, False, True, False])


def _quotation(quotation: Quotation, text: str) -> dict[str, Any]:
    return {
        "id": quotation.quotation_id,
        "pieces": _pairs(quotation.content),
        "text": quotation.text_in(text),
        "source": _pairs(quotation.source),
        "source_text": _text(quotation.source, text),
        "cue": _pairs(quotation.cue),
        "cue_text": _text(quotation.cue, text),
        "speaker": quotation.speaker,
        "kind": quotation.kind,
        "role": quotation.role,
        "form": quotation.form,
        "act": quotation.act,
        "tone": quotation.tone,
        "words": quotation.words,
        "confidence": quotation.confidence,
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _text(spans: Sequence[Span], text: str) -> str:
    return " ".join(span.of(text) for span in spans)
