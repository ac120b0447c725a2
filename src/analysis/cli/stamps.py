"""Method stamps: save what stands behind figures, and make the figures of a stamp again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pandas as pd

from analysis.catalog.measures import CHARTED, MEASURES, PRINTED
from analysis.catalog.tables import TABLES
from analysis.catalog.view import View
from analysis.cli.messages import Failure, note
from analysis.cli.options import corpus_option, readable_corpus
from analysis.cli.output import write_csv, write_file
from analysis.measures.shares import Metric
from analysis.report.stamp import Stamp, figures_of, read_stamp, stamp_of
from analysis.store import open_corpus
from analysis.store.corrections import stored_corrections


def save_stamp(file: str | None, view: View, measure: str, metric: Metric, figures: pd.DataFrame) -> None:
    """Save what stands behind figures, if a file was named; ``figures`` is the whole table.

    Raises:
        AnalysisError: the file cannot be written.
    """
    if file is not None:
        write_file(file, stamp_of(view, measure, metric, figures_of(figures)).as_json())


@click.command()
@click.argument("stamp", type=click.Path(exists=True, dir_okay=False), metavar="STAMP.json")
@corpus_option
def reproduce(stamp: str, corpus: str | None) -> None:
    """Make the figures of a method stamp again, and print them as CSV.

    The corpus is read as it was: its version then, with the corrections of
    then. Ends with exit code 1 where the figures are not the same.
    """
    read = read_stamp(stamp, Path(stamp).read_text("utf-8", errors="replace"))
    figures = _reader_of(read.measure)
    if figures is None:
        raise Failure(f"{stamp}: no measure “{read.measure}” here; there are: {', '.join(PRINTED)}")
    folder = readable_corpus(corpus)
    if open_corpus(folder).corpus_id != read.corpus_id:
        raise Failure(f"{folder}: not the corpus of {stamp}; name that one with --corpus")
    then = stored_corrections(folder, read.corrections_version)
    view = View(open_corpus(folder, read.corpus_version, corrections=then), read.selection)
    frame = figures(view, read.metric)
    write_csv(frame)
    differences = _differences(read, stamp_of(view, read.measure, read.metric, figures_of(frame)))
    if differences:
        raise Failure(f"{stamp}: not the same figures; {'; '.join(differences)}")
    note(f"{stamp}: the same figures again")


def _reader_of(measure: str) -> Callable[[View, Metric], pd.DataFrame] | None:
    """How the figures of a stamp's measure are read; None where there is no such measure."""
    kind, _, name = measure.partition(" ")
    if kind == "export" and name in TABLES:
        return lambda view, _: TABLES[name].read(view)
    if kind == "chart" and name in CHARTED:
        return MEASURES[name].chart_table
    return MEASURES[measure].table if measure in PRINTED else None


def _differences(then: Stamp, now: Stamp) -> list[str]:
    names = ("articles", "stories", "quotations", "analyzer", "seed", "resamples", "newsvoices")
    found = [
        f"{name} {getattr(then, name)} then, {getattr(now, name)} now"
        for name in names
        if getattr(then, name) != getattr(now, name)
    ]
    same = not then.figures or then.figures == now.figures
    return [] if same else found or ["the table differs; articles may have been analyzed anew"]
