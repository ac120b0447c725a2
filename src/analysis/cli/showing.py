"""Which measure is printed, and as what?"""

from __future__ import annotations

from typing import Any

import click
import pandas as pd

from analysis.catalog.views import VIEWS, Printed
from analysis.cli.layout import table_lines
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    last_day_option,
    metric_option,
    selection_options,
    stamp_option,
    table_format_option,
)
from analysis.cli.output import write_csv, write_json, write_lines
from analysis.cli.question import explain, question
from analysis.cli.stamping import save_stamp
from analysis.measures.shares import Metric
from analysis.wording.numbers import counted

_ROWS = 20


@click.command()
@click.argument("measure", type=click.Choice([*VIEWS]), metavar="MEASURE")
@table_format_option
@metric_option
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"How many rows; 0 for all. A table has {_ROWS}, the rest all.",
)
@selection_options
@last_day_option
@stamp_option
@corpus_option
def show(
    measure: str,
    format_: str,
    metric: Metric,
    limit: int | None,
    stamp: str | None,
    corpus: str | None,
    **filters: Any,
) -> None:
    """Print a measure of a corpus.

    MEASURE is share-of-voice, bounds (the worst and best case of each share),
    concentration (how many voices), sentiment (tone) by speaker (“tone” is the
    same), keywords or quotations. Speakers choose rows, never what shares are
    parts of. “95 %” is the interval that resampling of stories gives.
    """
    asked = question(corpus, **filters)
    view = VIEWS[measure]
    frame = view.read(asked, metric)
    most = limit if limit is not None else _ROWS if format_ == "table" else 0
    _write(frame.head(most) if most else frame, view, format_)
    if most and len(frame) > most:
        note(f"{counted(len(frame) - most, 'more row')}; --limit 0 shows all")
    save_stamp(stamp, asked, measure, metric, lambda: frame)
    explain(asked, view.metric(metric))
    if frame.attrs.get("note"):
        note(frame.attrs["note"])


def _write(frame: pd.DataFrame, view: Printed, format_: str) -> None:
    if format_ == "json":
        write_json(frame)
    elif format_ == "csv":
        write_csv(frame)
    else:
        columns = view.columns_of(frame)
        heads = [column.head for column in columns]
        rows = [[column.cell(row) for column in columns] for row in frame.to_dict("records")]
        write_lines(table_lines(heads, rows, right=[column.is_number for column in columns]))
