"""Who is heard more or less than a table of the user's lets expect?"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import click

from analysis.charts import numbers
from analysis.cli.layout import table_lines
from analysis.cli.messages import Failure, note
from analysis.cli.options import corpus_option, last_day_option, metric_option, selection_options
from analysis.cli.output import write_csv, write_json, write_lines
from analysis.cli.question import explain, question
from analysis.measures.expected import voice_to_expectation
from analysis.measures.shares import Metric

_COLUMNS = ("speaker", "role", "kind", "outlet")


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False), metavar="TABLE.csv")
@click.option(
    "--by", type=click.Choice(_COLUMNS), default=_COLUMNS[0], show_default=True, help="What the table names."
)
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@metric_option
@selection_options
@last_day_option
@corpus_option
def expected(table: str, by: str, format_: str, metric: Metric, corpus: str | None, **filters: Any) -> None:
    """Compare shares of voice with what was expected: seats, staff, population.

    TABLE.csv has two columns, a name and a number, and may have a head. A
    ratio of 2 is twice the expected share of what those named there say.
    """
    wanted = _expectations(table)
    asked = question(corpus, **filters)
    statements = asked.statements
    if by not in statements.columns:
        columns = (*statements.columns, by)
        statements = asked.corpus.quotations(asked.selection.base(), columns=columns)
    try:
        found = voice_to_expectation(statements, asked.articles, wanted, by=by, metric=metric)
    except ValueError as error:
        raise Failure(f"{table}: {error}") from error
    if format_ == "json":
        write_json(found)
    elif format_ == "csv":
        write_csv(found)
    else:
        rows = [
            (
                row[by],
                numbers.share(row["expected"]),
                numbers.share(row["share"]),
                "" if row["ratio"] != row["ratio"] else numbers.ratio(row["ratio"]),
                "" if row["low"] != row["low"] else f"{row['low']:.1f}–{row['high']:.1f}",
            )
            for row in found.to_dict("records")
        ]
        heads = [by, "expected", "share", "ratio", "95 %"]
        write_lines(table_lines(heads, rows, right=[False, True, True, True, True]))
    explain(asked, "Share of voice against expectation")
    if found.attrs["note"]:
        note(found.attrs["note"])


def _expectations(file: str) -> dict[str, float]:
    found: dict[str, float] = {}
    with Path(file).open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), start=1):
            if not any(cell.strip() for cell in row):
                continue
            try:
                found[row[0].strip()] = float(row[1].replace(",", ""))
            except (IndexError, ValueError) as error:
                if number > 1:
                    raise Failure(f"{file}, line {number}: no name and number") from error
    return found
