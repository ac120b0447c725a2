"""The commands that show or save a selection: show, chart, export, report.

What can be shown is declared in `analysis.catalog.measures`, what can be
exported in `analysis.catalog.tables`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, cast

import click

from analysis.catalog.measures import CHARTED, MEASURES, PRINTED
from analysis.catalog.tables import TABLES
from analysis.cli.messages import note
from analysis.cli.options import (
    checked_suffix,
    corpus_option,
    file_and_last_day,
    file_and_last_day_option,
    last_day_option,
    metric_option,
    selection_options,
    stamp_option,
    table_format_option,
)
from analysis.cli.output import file_to_write, write_file, write_frame
from analysis.cli.selecting import explain, selected
from analysis.cli.stamps import save_stamp
from analysis.measures.results import Estimates, table_of
from analysis.measures.shares import Metric
from analysis.report.stamp import method_line
from analysis.wording.numbers import counted

_ROWS = 20


def _listed(names: Collection[str], *, with_meaning: bool) -> str:
    """The names of measures as help lists them, each with its other names."""
    words = []
    for measure in (MEASURES[name] for name in names if MEASURES[name].name == name):
        meaning = measure.meaning if with_meaning else ""
        same = "".join(f" (“{other}” is the same)" for other in measure.aliases)
        words.append(f"{measure.name}{meaning}{same}")
    return f"{', '.join(words[:-1])} or {words[-1]}"


_SHOW = f"""Print a measure of a corpus.

MEASURE is {_listed(PRINTED, with_meaning=True)}. Speakers choose rows, never
what shares are parts of. “95 %” is the interval that resampling of stories
gives.
"""
_CHART = f"""Save a chart to a .png, .svg, .pdf or .html file.

NAME is {_listed(CHARTED, with_meaning=False)}. Images need the extra
newsvoices[export] and a browser; .html needs neither.
"""


@click.command(help=_SHOW)
@click.argument("measure", type=click.Choice(PRINTED), metavar="MEASURE")
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
    """Print a measure."""
    view, shown = selected(corpus, **filters), MEASURES[measure]
    result = shown.result(view, metric)
    table = table_of(result)
    most = limit if limit is not None else _ROWS if format_ == "table" else 0
    rows = table.head(most) if most else table
    columns = shown.columns_of(rows)
    write_frame(
        rows,
        format_,
        [column.head for column in columns],
        lambda row: [column.cell(row) for column in columns],
        right=[column.is_number for column in columns],
    )
    if most and len(table) > most:
        note(f"{counted(len(table) - most, 'more row')}; --limit 0 shows all")
    save_stamp(stamp, view, measure, metric, table)
    explain(view, shown.metric_line(metric))
    if isinstance(result, Estimates) and result.note:
        note(result.note)


@click.command(help=_CHART)
@click.argument("name", type=click.Choice(CHARTED), metavar="NAME")
@metric_option
@click.option("--top", type=click.IntRange(min=1), help="How many rows or lines.")
@selection_options
@file_and_last_day_option
@stamp_option
@corpus_option
def chart(
    name: str,
    metric: Metric,
    top: int | None,
    targets: Sequence[str],
    stamp: str | None,
    corpus: str | None,
    **filters: Any,
) -> None:
    """Save a chart."""
    # Drawing libraries are loaded only for charts.
    from analysis.charts.export import IMAGE_FORMATS, ImageFormat, as_html, as_image, export_figure

    file, date_to = file_and_last_day(targets)
    suffix = checked_suffix(file, (*IMAGE_FORMATS, "html"))
    view, shown = selected(corpus, date_to=date_to, **filters), MEASURES[name]
    figure = export_figure(
        shown.figure(view, metric, top=top),
        title=shown.title,
        unit_line=shown.unit_line(metric),
        footer=method_line(view, shown.metric_line(metric)),
    )
    write_file(file, as_html(figure) if suffix == "html" else as_image(figure, cast(ImageFormat, suffix)))
    note(f"{file}: {shown.title}")
    save_stamp(stamp, view, f"chart {name}", metric, shown.chart_table(view, metric))
    explain(view, shown.metric_line(metric))


@click.command()
@click.argument("table", type=click.Choice([*TABLES]), metavar="TABLE")
@selection_options
@file_and_last_day_option
@stamp_option
@corpus_option
def export(table: str, targets: Sequence[str], stamp: str | None, corpus: str | None, **filters: Any) -> None:
    """Save articles, quotations or keywords to a .csv, .parquet or .xlsx file.

    TABLE is articles, quotations or keywords. Rows stand in the order of date,
    article and place in it. Text that a spreadsheet would run as a formula
    gets an apostrophe before it in .csv and .xlsx.
    """
    from analysis.report.spreadsheets import SUFFIXES, write_table

    file, date_to = file_and_last_day(targets)
    suffix = checked_suffix(file, SUFFIXES)
    view = selected(corpus, date_to=date_to, **filters)
    frame = TABLES[table].read(view)
    with file_to_write(file) as part:
        write_table(frame, part, suffix, on_cut=note)
    note(f"{file}: {counted(len(frame), 'row')}")
    save_stamp(stamp, view, f"export {table}", "words", frame)
    explain(view, TABLES[table].metric)


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
    from analysis.report.page import report_page

    file, date_to = file_and_last_day(targets)
    checked_suffix(file, ("html",))
    view = selected(corpus, date_to=date_to, **filters)
    write_file(file, report_page(view, title=title))
    note(f"{file}: {title}")
    explain(view, "Quoted words of statements")
