"""What does newsvoices find in an article, printed and not stored?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from analysis.cli.layout import table_lines
from analysis.cli.messages import Watch
from analysis.cli.options import engine_option, reading_options
from analysis.cli.output import write_json_line, write_lines
from analysis.cli.records import as_gold, as_record, voices
from analysis.cli.terminal import cut, plain, terminal_width
from analysis.model import Analysis, Article
from analysis.pipeline import ENGINES
from analysis.pipeline import analyze as analyze_article
from analysis.readers import ReadOptions, Skipped, read, read_bytes
from analysis.wording import numbers

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
        (name or "(unattributed)", numbers.count(words), numbers.share(part))
        for name, words, part in voices(analysis)
    ]
    return table_lines(["speaker", "words", "share"], rows, right=[False, True, True])


def _quotation_lines(analysis: Analysis) -> list[str]:
    rows = [
        (
            quotation.speaker or "(unattributed)",
            quotation.form if quotation.act == "statement" else "thought",
            numbers.tone(quotation.tone),
            quotation.text_in(analysis.article.text),
        )
        for quotation in analysis.quotations
    ]
    return table_lines(["speaker", "form", "tone", "quotation"], rows, right=[False, False, True, False])
