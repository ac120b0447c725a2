"""How is what a corpus holds corrected from the command line?"""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from analysis.cli.messages import Failure, note
from analysis.cli.options import Day, corpus_option, writable_corpus
from analysis.store import edit as edit_article
from analysis.store import open_corpus
from analysis.store import remove as remove_articles
from analysis.wording.numbers import counted


class _DayOrNothing(Day):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return "" if value == "" else super().convert(value, param, ctx)


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
