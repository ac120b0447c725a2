"""Is a share larger in one selection than in another, or could that be chance?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from analysis.catalog.measured import shares_metric
from analysis.catalog.view import View
from analysis.cli.layout import table_lines
from analysis.cli.messages import note
from analysis.cli.options import (
    Day,
    corpus_option,
    last_day_option,
    metric_option,
    selection_options,
    table_format_option,
)
from analysis.cli.output import write_csv, write_json, write_lines
from analysis.cli.question import explain, question
from analysis.measures.differences import share_differences
from analysis.measures.shares import Metric
from analysis.report.differing import difference_cells


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
    now, before = question(corpus, **filters), question(corpus, **{**filters, **changed})
    found = share_differences(_selected(before), _selected(now), metric=metric, groups=now.chosen_speakers)
    order = found["difference"].abs().sort_values(ascending=False, kind="stable").index
    shown = found.loc[order[: limit or None]].reset_index(drop=True)
    if format_ == "json":
        write_json(shown)
    elif format_ == "csv":
        write_csv(shown)
    else:
        heads = ["speaker", "before", "after", "points", "95 %", "clear"]
        write_lines(
            table_lines(heads, [_row(row) for row in shown.to_dict("records")], right=[False] + [True] * 5)
        )
    explain(before, f"Before: {shares_metric(metric)}")
    explain(now, f"After: {shares_metric(metric)}")
    if found.attrs["note"]:
        note(found.attrs["note"])


def _selected(asked: View) -> Any:
    return asked.statements, asked.articles


def _row(row: dict[Any, Any]) -> tuple[str, ...]:
    name = row["speaker"] if isinstance(row["speaker"], str) else "(unattributed)"
    return (name, *difference_cells(row))
