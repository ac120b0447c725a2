"""Which selection becomes a report?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from analysis.cli.files import checked_suffix, whole_file
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    file_and_last_day,
    file_and_last_day_option,
    selection_options,
)
from analysis.cli.question import explain, question
from analysis.report.page import report_page


@click.command()
@click.option("--title", default="Who gets to speak", show_default=True, help="What stands at its head.")
@selection_options
@file_and_last_day_option
@corpus_option
def report(title: str, targets: Sequence[str], corpus: str | None, **filters: Any) -> None:
    """Save a report of a selection as one .html file.

    Shares, courses, sentiment (tone), keywords and quotations in their
    sentences, with charts that answer to the mouse. The file needs no network
    and no other file; print it from a browser for paper or PDF.
    """
    from analysis.run import is_sample

    file, date_to = file_and_last_day(targets)
    checked_suffix(file, ("html",))
    asked = question(corpus, date_to=date_to, **filters)
    page = report_page(asked, title=title, is_sample=is_sample(asked.corpus.path))
    with whole_file(Path(file)) as part:
        part.write_text(page, "utf-8", errors="replace")
    note(f"{file}: {title}")
    explain(asked, "Quoted words of statements")
