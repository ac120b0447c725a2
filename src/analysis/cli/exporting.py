"""Which table is saved, and in which kind of file?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import pandas as pd

from analysis.charts.numbers import counted
from analysis.cli.files import checked_suffix, whole_file
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    file_and_last_day,
    file_and_last_day_option,
    selection_options,
)
from analysis.cli.question import explain, question
from analysis.cli.spreadsheets import SUFFIXES, write_table
from analysis.report.question import Question

_ORDER = ["published", "article_id"]


def _articles(asked: Question) -> pd.DataFrame:
    """The articles of a selection with their authors and addresses."""
    frame = asked.corpus.articles(asked.selection)
    wanted = set(frame["article_id"])
    found = {
        article.article_id: (", ".join(article.authors), article.url)
        for article in asked.corpus.stored_articles()
        if article.article_id in wanted
    }
    authors, urls = (
        zip(*(found[article_id] for article_id in frame["article_id"]), strict=True) if found else ((), ())
    )
    return frame.assign(authors=pd.Series(authors, dtype="str"), url=pd.Series(urls, dtype="str"))


_TABLES: Mapping[str, tuple[str, Callable[[Question], pd.DataFrame]]] = {
    "articles": ("Articles", _articles),
    "quotations": ("Statements", lambda asked: asked.corpus.quotations(asked.selection)),
    "keywords": ("Keywords of articles", lambda asked: asked.corpus.keywords(asked.selection)),
}


@click.command()
@click.argument("table", type=click.Choice([*_TABLES]), metavar="TABLE")
@selection_options
@file_and_last_day_option
@corpus_option
def export(table: str, targets: Sequence[str], corpus: str | None, **filters: Any) -> None:
    """Save articles, quotations or keywords to a .csv, .parquet or .xlsx file.

    TABLE is articles, quotations or keywords. Rows stand in the order of date,
    article and place in it. Text that a spreadsheet would run as a formula
    gets an apostrophe before it in .csv and .xlsx.
    """
    file, date_to = file_and_last_day(targets)
    suffix = checked_suffix(file, SUFFIXES)
    asked = question(corpus, date_to=date_to, **filters)
    metric, read = _TABLES[table]
    # Stable: the rows of one article keep their order.
    frame = read(asked).sort_values(_ORDER, kind="stable", na_position="last", ignore_index=True)
    with whole_file(Path(file)) as part:
        write_table(frame, part, suffix, on_cut=note)
    note(f"{file}: {counted(len(frame), 'row')}")
    explain(asked, metric)
