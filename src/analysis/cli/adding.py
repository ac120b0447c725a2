"""How do articles get into a corpus from the command line?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis.cli.messages import Watch, note
from analysis.cli.options import corpus_option, engine_option, reading_options, writable_corpus
from analysis.readers import ReadOptions, read
from analysis.run import Summary, run
from analysis.run import refresh as refresh_corpus
from analysis.wording.numbers import counted, share


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@engine_option
@reading_options
@corpus_option
def add(
    paths: tuple[str, ...],
    engine: str | None,
    columns: dict[str, str],
    day_first: bool | None,
    corpus: str | None,
) -> None:
    """Analyze articles and add them to a corpus.

    PATH is a file or folder of .txt, .md, .html, .csv, .tsv, .xlsx, .jsonl,
    .parquet, or a .zip of them. What the corpus has already is skipped: a run
    that was ended anywhere goes on where it was when it is started again.
    """
    folder = writable_corpus(corpus)
    watch = Watch(paths)
    articles = read(*paths, options=ReadOptions(columns, day_first), on_skip=watch.skip)
    with watch.progress("Analyzing"):
        summary = run(
            articles,
            folder,
            engine=engine,
            on_progress=lambda progress: watch.reach(progress.finished),
        )
    _tell(summary, watch, folder, "added")


@click.command()
@engine_option
@corpus_option
def refresh(engine: str | None, corpus: str | None) -> None:
    """Analyze anew what an older version or another engine has analyzed."""
    folder = writable_corpus(corpus)
    watch = Watch(())
    with watch.progress("Analyzing"):
        summary = refresh_corpus(
            folder, engine=engine, on_progress=lambda progress: watch.reach(progress.finished)
        )
    _tell(summary, watch, folder, "analyzed anew")


def _tell(summary: Summary, watch: Watch, folder: Path, done: str) -> None:
    for place, reason in summary.failed:
        watch.fail(place, reason)
    there = f", {summary.already_there:,} already there" if summary.already_there else ""
    note(f"{folder}: {counted(summary.added, 'article')} {done}{there}")
    if summary.quotations:
        part = share(summary.unattributed / summary.quotations)
        quotations = counted(summary.quotations, "quotation")
        note(f"{quotations}, {summary.unattributed:,} of them ({part}) unattributed")
    if watch.skipped:
        note(watch.skipped)
    watch.finish()
