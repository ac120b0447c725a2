"""What is most worth correcting?"""

from __future__ import annotations

from typing import Any

import click

from analysis.cli.layout import table_lines
from analysis.cli.options import (
    corpus_option,
    last_day_option,
    selection_options,
    table_format_option,
)
from analysis.cli.output import write_csv, write_json, write_lines
from analysis.cli.question import question
from analysis.curation.review import names_alike, review_queue
from analysis.wording import numbers


@click.command()
@click.option("--names", is_flag=True, help="Speakers that look like one person, instead of quotations.")
@table_format_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many rows.")
@selection_options
@last_day_option
@corpus_option
def review(names: bool, format_: str, limit: int, corpus: str | None, **filters: Any) -> None:
    """Print the quotations whose correction would matter most, or speakers that look like one.

    Many words of little confidence and unattributed ones come first;
    `newsvoices correct` corrects them by their id.
    """
    asked = question(corpus, **filters)
    found = (
        names_alike(asked.corpus, limit=limit)
        if names
        else review_queue(asked.corpus, asked.selection, limit=limit)
    )
    if format_ == "json":
        write_json(found)
    elif format_ == "csv":
        write_csv(found)
    elif names:
        pairs = [
            (row["speaker"], row["other"], numbers.count(row["words"]), row["reason"])
            for row in found.to_dict("records")
        ]
        write_lines(
            table_lines(["speaker", "other", "words", "why"], pairs, right=[False, False, True, False])
        )
    else:
        rows = [
            (
                row["quotation_id"],
                row["reason"],
                f"{row['confidence']:.2f}",
                numbers.count(row["words"]),
                row["speaker"] if isinstance(row["speaker"], str) else "(unattributed)",
                row["text"],
            )
            for row in found.to_dict("records")
        ]
        heads = ["quotation", "why", "confidence", "words", "speaker", "text"]
        write_lines(table_lines(heads, rows, right=[False, False, True, True, False, False]))
