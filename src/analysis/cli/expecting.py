"""Who is heard more or less than a table of the user's lets expect?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from analysis.cli.layout import table_lines
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    last_day_option,
    metric_option,
    selection_options,
    table_format_option,
)
from analysis.cli.output import write_csv, write_json, write_lines
from analysis.cli.question import explain, question
from analysis.measures.shares import Metric
from analysis.report.expectations import COLUMNS, compared, expectation_cells, read_expectations


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False), metavar="TABLE.csv")
@click.option(
    "--by", type=click.Choice(COLUMNS), default=COLUMNS[0], show_default=True, help="What the table names."
)
@table_format_option
@metric_option
@selection_options
@last_day_option
@corpus_option
def expected(table: str, by: str, format_: str, metric: Metric, corpus: str | None, **filters: Any) -> None:
    """Compare shares of voice with what was expected: seats, staff, population.

    TABLE.csv has two columns, a name and a number, and may have a head. A
    ratio of 2 is twice the expected share of what those named there say.
    """
    wanted = read_expectations(table, Path(table).read_bytes())
    asked = question(corpus, **filters)
    result = compared(asked, wanted, by=by, metric=metric)
    found = result.table
    if format_ == "json":
        write_json(found)
    elif format_ == "csv":
        write_csv(found)
    else:
        rows = [expectation_cells(row, by) for row in found.to_dict("records")]
        heads = [by, "expected", "share", "ratio", "95 %"]
        write_lines(table_lines(heads, rows, right=[False, True, True, True, True]))
    explain(asked, "Share of voice against expectation")
    if result.silent:
        note(f"says nothing in this selection: {', '.join(result.silent)}; are the names as in the corpus?")
    if found.attrs["note"]:
        note(found.attrs["note"])
