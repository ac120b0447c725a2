"""Which chart is saved, and as an image or a page?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import click

from analysis.catalog.drawings import DRAWINGS
from analysis.charts.export import IMAGE_FORMATS, ImageFormat, as_html, as_image, export_figure
from analysis.cli.files import checked_suffix, whole_file
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    file_and_last_day,
    file_and_last_day_option,
    metric_option,
    selection_options,
    stamp_option,
)
from analysis.cli.question import explain, question
from analysis.cli.stamping import save_stamp
from analysis.measures.shares import Metric
from analysis.report.stamp import method_line


@click.command()
@click.argument("name", type=click.Choice([*DRAWINGS]), metavar="NAME")
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
    """Save a chart to a .png, .svg, .pdf or .html file.

    NAME is share-of-voice, share-over-time, quotations-over-time, sentiment
    (“tone” is the same), tone-over-time, tone-by-outlet, keywords or
    outlets-by-speakers. Images need the extra newsvoices[export] and a
    browser; .html needs neither.
    """
    file, date_to = file_and_last_day(targets)
    suffix = checked_suffix(file, (*IMAGE_FORMATS, "html"))
    asked = question(corpus, date_to=date_to, **filters)
    drawing = DRAWINGS[name]
    measured = drawing.metric(metric)
    figure = export_figure(
        drawing.figure(asked, metric, top),
        title=drawing.title,
        unit_line=drawing.unit_line(metric),
        footer=method_line(asked, measured),
    )
    data = as_html(figure).encode() if suffix == "html" else as_image(figure, cast(ImageFormat, suffix))
    with whole_file(Path(file)) as part:
        part.write_bytes(data)
    note(f"{file}: {drawing.title}")
    save_stamp(stamp, asked, f"chart {name}", metric, lambda: drawing.measure(asked, metric))
    explain(asked, measured)
