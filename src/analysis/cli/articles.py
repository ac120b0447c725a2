"""The commands that change which articles a corpus holds: add, refresh, edit, remove."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from analysis.cli.messages import Failure, Watch, note
from analysis.cli.options import Day, corpus_option, engine_option, reading_options, writable_corpus
from analysis.readers import ReadOptions, read
from analysis.run import Summary, run
from analysis.run import refresh as refresh_corpus
from analysis.store import edit as edit_article
from analysis.store import open_corpus
from analysis.store import remove as remove_articles
from analysis.wording.numbers import counted, share


class _DayOrNothing(Day):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return "" if value == "" else super().convert(value, param, ctx)


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


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@corpus_option
def remove(ids: tuple[str, ...], corpus: str | None) -> None:
    """Take articles out of a corpus, by their ids."""
    folder = writable_corpus(corpus)
    unknown = sorted(set(ids) - open_corpus(folder).ids())
    removed = remove_articles(folder, ids)
    note(f"{folder}: {counted(removed, 'article')} removed")
    if unknown:
        remedy = f"`newsvoices export articles --corpus {folder} --to FILE.csv` lists them"
        raise Failure(f"{folder}: no article {', '.join(unknown)}; {remedy}")


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--published", type=_DayOrNothing(), help="The day of publication; empty for unknown.")
@click.option("--outlet", help="Who published it; empty for unknown.")
@click.option("--title", help="The headline; empty for none.")
@corpus_option
def edit(
    article_id: str, published: date | str | None, outlet: str | None, title: str | None, corpus: str | None
) -> None:
    """Correct date, outlet or title of an article; its id stays.

    The correction also stays when the article is analyzed again.
    """
    given = {"published": published, "outlet": outlet, "title": title}
    changes: dict[str, Any] = {name: value or None for name, value in given.items() if value is not None}
    if not changes:
        raise click.UsageError("nothing to correct; give --published, --outlet or --title")
    folder = writable_corpus(corpus)
    edit_article(folder, article_id, **changes)
    note(f"{folder}: {', '.join(changes)} of {article_id} corrected")


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
