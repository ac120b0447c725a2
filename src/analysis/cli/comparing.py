"""The commands that compare shares of voice: with another selection, or with what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from analysis.catalog.measures import MEASURES
from analysis.cli.messages import note
from analysis.cli.options import (
    Day,
    corpus_option,
    last_day_option,
    metric_option,
    selection_options,
    table_format_option,
)
from analysis.cli.output import write_frame
from analysis.cli.selecting import explain, selected
from analysis.measures.differences import share_differences
from analysis.measures.shares import Metric
from analysis.report.comparisons import (
    COLUMNS,
    compared,
    difference_cells,
    expectation_cells,
    read_expectations,
)
from analysis.wording.cells import UNATTRIBUTED, plain_value


@click.command()
@click.option("--before-from", type=Day(), help="First day of the selection to compare with.")
@click.option("--before-to", type=Day(), help="Last day of it.")
@click.option("--before-outlet", "before_outlets", multiple=True, metavar="NAME", help="Outlet of it.")
@click.option("--before-as-published", is_flag=True, help="Count every copy of a story in it.")
@table_format_option
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0 for all.")
@metric_option
@selection_options
@last_day_option
@corpus_option
def differences(
    before_from: date | None,
    before_to: date | None,
    before_outlets: Sequence[str],
    before_as_published: bool,
    format_: str,
    limit: int,
    metric: Metric,
    corpus: str | None,
    **filters: Any,
) -> None:
    """Compare shares of voice in two selections, with 95 % intervals of the differences.

    The usual options choose the one, those that begin with --before the
    other; whatever is not said of it is as in the one. Stories in both are
    compared as pairs. The largest differences come first.
    """
    changed: dict[str, Any] = {}
    if before_from or before_to:
        changed |= {"date_from": before_from, "date_to": before_to}
    if before_outlets:
        changed["outlets"] = before_outlets
    if before_as_published:
        changed["as_published"] = True
    if not changed:
        raise click.UsageError("say what to compare with: --before-from, --before-to, --before-outlet …")
    now, before = selected(corpus, **filters), selected(corpus, **{**filters, **changed})
    sure = share_differences(
        (before.statements, before.articles),
        (now.statements, now.articles),
        metric=metric,
        groups=now.chosen_speakers,
    )
    found = sure.table
    order = found["difference"].abs().sort_values(ascending=False, kind="stable").index
    write_frame(
        found.loc[order[: limit or None]].reset_index(drop=True),
        format_,
        ["speaker", "before", "after", "points", "95 %", "clear"],
        lambda row: (plain_value(row["speaker"]) or UNATTRIBUTED, *difference_cells(row)),
        right=[False] + [True] * 5,
    )
    line = MEASURES["share-of-voice"].metric_line(metric)
    explain(before, f"Before: {line}")
    explain(now, f"After: {line}")
    if sure.note:
        note(sure.note)


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
    view = selected(corpus, **filters)
    result = compared(view, wanted, by=by, metric=metric)
    found = result.found.table
    heads = [by, "expected", "share", "ratio", "95 %"]
    write_frame(found, format_, heads, lambda row: expectation_cells(row, by), right=[False] + [True] * 4)
    explain(view, "Share of voice against expectation")
    if result.silent:
        note(f"says nothing in this selection: {', '.join(result.silent)}; are the names as in the corpus?")
    if result.found.note:
        note(result.found.note)
